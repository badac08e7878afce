/* view_fact.c - what a source says, in the words of the reader */

#include "ui/view_fact.h"

#include "domain/link_kinds.h"
#include "lang/words.h"

/* "link:supports:NLD" and "title:ar" taken apart; parts that are not there
 * are empty. */
struct place {
	struct str name;
	struct str kind;	/* of a link; of a text the language */
	struct str code;	/* the other end of a link */
};

static struct place place_of(const struct fact *fact)
{
	struct place p = { STR(""), STR(""), STR("") };
	struct str rest = fact->field.s;

	str_split(&rest, ':', &p.name);
	if (str_split(&rest, ':', &p.kind))
		p.code = rest;
	return p;
}

static const struct field *field_told(const struct fact *fact)
{
	const struct entity *e = fact->about.entity;

	return e ? entity_field(e, place_of(fact).name) : NULL;
}

/* The code in a fact, if what it tells is another record. */
static struct str code_in(const struct fact *fact)
{
	const struct field *f = field_told(fact);
	struct place p = place_of(fact);

	if (str_is(p.name, "link"))
		return p.code;
	if (f && (f->kind == KIND_REF || f->kind == KIND_ANYREF))
		return fact->value.s;
	return STR("");
}

/* ---- names */

static const struct named *name_of(const struct fact_names *names,
				   struct str code)
{
	for (size_t i = 0; names && i < names->n; i++)
		if (str_eq(names->codes[i], code))
			return &names->of[i];
	return NULL;
}

static void name_add(struct fact_names *names, struct str code,
		     struct anyref to)
{
	if (names->n == TITLES_MAX || !code.n || name_of(names, code))
		return;
	names->of[names->n].to = to;
	names->codes[names->n++] = code;
}

/* Those that were not known are asked for. */
static void names_ask(struct ctx *ctx, struct fact_names *names)
{
	struct fact_names left = { .n = 0 };

	for (size_t i = 0; i < names->n; i++)
		if (!names->of[i].to.entity)
			left.codes[left.n++] = names->codes[i];
	if (!left.n)
		return;
	titles_of(ctx->db, ctx->mem, left.codes, left.n, ctx->lang, left.of);
	for (size_t i = 0; i < names->n; i++)
		for (size_t j = 0; j < left.n; j++)
			if (str_eq(names->codes[i], left.codes[j]))
				names->of[i] = left.of[j];
}

void fact_names_of(struct ctx *ctx, void *const *facts, size_t n,
		   struct fact_names *out)
{
	out->n = 0;
	for (size_t i = 0; i < n; i++)
		name_add(out, code_in(facts[i]), (struct anyref){ 0 });
	names_ask(ctx, out);
}

/* What the record itself knows of a code. */
static struct anyref known(const struct view *v, const struct linked *links,
			   size_t links_n, const struct fact *fact)
{
	const struct field *f = field_told(fact);
	struct str code = code_in(fact);

	if (f && f->kind == KIND_REF) {
		const struct ref *own = field_in(f, v->record);

		if (str_eq(own->code, code))
			return (struct anyref){ f->refers, *own };
	}
	for (size_t i = 0; i < links_n; i++)
		if (str_eq(links[i].other.to.code, code))
			return links[i].other;
	return (struct anyref){ 0 };
}

void fact_names_load(const struct view *v, const struct linked *links,
		     size_t links_n, struct fact_names *out)
{
	out->n = 0;
	for (size_t i = 0; i < v->facts_n; i++)
		name_add(out, code_in(v->facts[i]),
			 known(v, links, links_n, v->facts[i]));
	names_ask(v->ctx, out);
}

static void name_view(struct ctx *ctx, struct buf *out,
		      const struct fact_names *names, struct str code)
{
	const struct named *name = name_of(names, code);

	if (name && name->to.entity)
		view_record(ctx, out, name->to.entity, &name->to.to);
	else
		view_code(out, code);
}

/* ---- fields and values */

static void link_told(struct ctx *ctx, struct buf *out,
		      const struct place *p, const struct fact_names *names)
{
	const struct link_kind *k = link_kind_by_name(p->kind);

	html(out, "%s", word(ctx->lang, k ? view_key(ctx->mem, "link.kind",
						     k->name, NULL)
					  : "ui.links"));
	if (!p->code.n)
		return;
	html(out, ": ");
	name_view(ctx, out, names, p->code);
}

void view_fact_field(struct ctx *ctx, struct buf *out,
		     const struct fact *fact, const struct fact_names *names)
{
	const struct field *f = field_told(fact);
	struct place p = place_of(fact);
	enum lang of;

	if (!fact->field.s.n)
		return;
	if (str_is(p.name, "link")) {
		link_told(ctx, out, &p, names);
		return;
	}
	if (!f) {
		view_code(out, fact->field.s);
		return;
	}
	html(out, "%s", view_label(ctx, fact->about.entity, f));
	if (lang_find(p.kind, &of))
		html(out, " · <bdi lang=\"%s\">%s</bdi>", lang_row(of)->tag,
		     lang_row(of)->self);
}

void view_fact_value(struct ctx *ctx, struct buf *out,
		     const struct fact *fact, const struct fact_names *names)
{
	const struct field *f = field_told(fact);
	struct str value = fact->value.s;
	struct date d;
	struct choice c;

	if (f && f->kind == KIND_DATE && date_from_iso(value, &d))
		view_date(out, ctx->lang, d);
	else if (f && f->kind == KIND_CHOICE &&
		 choice_find(f->choices, value, &c))
		html(out, "%s", view_choice(ctx, entity_words(
					fact->about.entity, f), f, c));
	else if (f && (f->kind == KIND_REF || f->kind == KIND_ANYREF))
		name_view(ctx, out, names, value);
	else
		view_text(out, ctx->lang, value, LANG_N);
}

/* ---- locators */

static const struct {
	struct str head;
	const char *key;
} locators[] = {
	{ { "sentence ", 9 }, "locator.sentence" },
	{ { "page ", 5 }, "locator.page" },
	{ { "p. ", 3 }, "locator.page" },
	{ { "paragraph ", 10 }, "locator.paragraph" },
	{ { "para. ", 6 }, "locator.paragraph" },
	{ { "para ", 5 }, "locator.paragraph" },
	{ { "section ", 8 }, "locator.section" },
	{ { "\xc2\xa7 ", 3 }, "locator.section" },
	{ { "article ", 8 }, "locator.article" },
	{ { "chapter ", 8 }, "locator.chapter" },
	{ { "annex ", 6 }, "locator.annex" },
};

/* "12", "3-4", "3–4": digits with one dash between. */
static bool is_place(struct str s)
{
	size_t digits = 0, dashes = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] >= '0' && s.p[i] <= '9')
			digits++;
		else if (s.p[i] == '-' && i && i + 1 < s.n)
			dashes++;
		else
			return false;
	}
	return digits && digits <= 9 && dashes <= 1;
}

void view_locator(struct ctx *ctx, struct buf *out, struct str locator)
{
	if (str_is(locator, "title")) {
		html(out, "%s", word(ctx->lang, "locator.title"));
		return;
	}
	for (size_t i = 0; i < COUNT(locators); i++) {
		struct str rest = str_cut(locator, locators[i].head.n,
					  locator.n);

		if (str_starts(locator, locators[i].head) && is_place(rest)) {
			html_word(out, ctx->lang, locators[i].key,
				  &(struct hole){ .name = "n", .text = rest },
				  1);
			return;
		}
	}
	html(out, "<bdi lang=\"en\" dir=\"ltr\">%.*s</bdi>", STR_ARG(locator));
}

void view_fact_line(struct ctx *ctx, struct buf *out, const struct field *f,
		    const struct fact *fact, const struct fact_names *names)
{
	struct fact_names own = { .n = 0 };

	if (str_is(str_of(f->name), "locator")) {
		view_locator(ctx, out, fact->locator.s);
		return;
	}
	if (!names) {
		name_add(&own, code_in(fact), (struct anyref){ 0 });
		names_ask(ctx, &own);
		names = &own;
	}
	if (str_is(str_of(f->name), "field"))
		view_fact_field(ctx, out, fact, names);
	else
		view_fact_value(ctx, out, fact, names);
}
