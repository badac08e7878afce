/* view_record.c - the parts of a record's page */

#include "ui/view.h"

#include <string.h>

#include "base/url.h"
#include "domain/document.h"
#include "domain/link.h"
#include "domain/link_kinds.h"
#include "domain/pledge.h"
#include "domain/provision.h"
#include "lang/words.h"
#include "ui/view_fact.h"

/* True when names is NULL or holds the name, by blanks. */
static bool named(const char *names, const char *name)
{
	struct str rest, part;

	if (!names)
		return true;
	rest = str_of(names);
	while (str_split(&rest, ' ', &part))
		if (str_is(part, name))
			return true;
	return false;
}

/* "due_on" of "due_on" and "title" of "title:ar". */
static bool fact_is_on(const struct fact *fact, const struct field *f)
{
	struct str rest = fact->field.s, name;

	return str_split(&rest, ':', &name) && str_is(name, f->name);
}

/* The fact that stands for a field's value: the preferred, or the first. */
static const struct fact *fact_first(const struct view *v,
				     const struct field *f)
{
	const struct fact *first = NULL;

	for (size_t i = 0; i < v->facts_n; i++) {
		const struct fact *fact = v->facts[i];

		if (fact_is_on(fact, f) && (!first || fact->preferred.v == 2))
			first = fact;
	}
	return first;
}

void view_heading_mark(const struct view *v, const struct field *f)
{
	const struct text *t = field_text_in(f, v->record);
	const struct fact *fact = fact_first(v, f);
	enum lang shown;
	const struct text_body *b = text_for(t, v->ctx->lang, &shown);

	/* Words that are a rendering have said so themselves. */
	if (fact && b && !(fact->kind.v == FACT_RENDERING &&
			   b->origin == TEXT_RENDERING))
		view_provenance(v->out, v->ctx->lang, fact->kind);
}

/* What the sources say of a field: numbers that lead to them, a mark when
 * the value is not simply stated. */
static void field_sources(const struct view *v, const struct field *f)
{
	const struct fact *first = fact_first(v, f);

	if (!first)
		return;
	view_provenance(v->out, v->ctx->lang, first->kind);
	html(v->out, "<span class=\"refs\">");
	for (size_t i = 0; i < v->facts_n; i++) {
		const struct fact *fact = v->facts[i];

		if (!fact_is_on(fact, f))
			continue;
		html(v->out, " <a href=\"#%.*s\">", STR_ARG(fact->row.code));
		number_add_plain(v->out, v->ctx->lang, (int64_t)i + 1);
		html(v->out, "</a>");
	}
	html(v->out, "</span>");
}

/* Sources that give different values stand side by side. */
static void field_voices(const struct view *v, const struct field *f)
{
	size_t n = 0;

	for (size_t i = 0; i < v->facts_n; i++) {
		const struct fact *fact = v->facts[i];

		n += fact_is_on(fact, f) && fact->value.s.n;
	}
	if (n < 2)
		return;
	html(v->out, "<ul class=\"voices\">");
	for (size_t i = 0; i < v->facts_n; i++) {
		const struct fact *fact = v->facts[i];

		if (!fact_is_on(fact, f) || !fact->value.s.n)
			continue;
		html(v->out, "<li>");
		view_fact_value(v->ctx, v->out, fact, v->names);
		html(v->out, " · ");
		view_record(v->ctx, v->out, &document_entity,
			    &fact->document);
		html(v->out, "</li>");
	}
	html(v->out, "</ul>");
}

static void field_row(const struct view *v, const struct field *f)
{
	html(v->out, "<dt>%s</dt><dd>", view_label(v->ctx, v->entity, f));
	if (field_empty(f, v->record))
		view_unknown(v->out, v->ctx->lang);
	else
		view_value(v->ctx, v->out, v->entity, f, v->record);
	field_sources(v, f);
	field_voices(v, f);
	html(v->out, "</dd>\n");
}

/* What has no parent of its own kind stands at the top of a tree. */
static bool is_top(const struct view *v, const struct field *f)
{
	return f->kind == KIND_REF && f->refers == v->entity &&
	       field_empty(f, v->record);
}

/* A thing that simply is not there (another spelling, a number in a list) is
 * not a thing that is not known. */
static bool can_be_unknown(const struct view *v, const struct field *f)
{
	if (is_top(v, f))
		return false;
	return f->kind == KIND_DATE || f->kind == KIND_CHOICE ||
	       f->kind == KIND_REF || f->kind == KIND_LONGTEXT;
}

static bool shown_in_card(const struct field *f, const char *names)
{
	return named(names, f->name) && f->kind != KIND_LONGTEXT &&
	       !(f->flags & HEADING && f->kind == KIND_TEXT);
}

static void unknown_line(const struct view *v)
{
	const struct entity *e = v->entity;
	size_t n = 0;

	for (size_t i = 0; i < e->fields_n; i++) {
		const struct field *f = &e->fields[i];

		if (f->flags & LISTED || !can_be_unknown(v, f) ||
		    !field_empty(f, v->record))
			continue;
		if (n++)
			html(v->out, "%s %s", word(v->ctx->lang, "ui.comma"),
			     view_label(v->ctx, e, f));
		else
			html(v->out, "<p class=\"unknowns\">%s %s",
			     word(v->ctx->lang, "ui.unknown_fields"),
			     view_label(v->ctx, e, f));
	}
	if (n)
		html(v->out, "</p>\n");
}

void view_fields(const struct view *v, const char *names)
{
	const struct entity *e = v->entity;
	const struct row *row = record_row_in(v->record);

	html(v->out, "<dl class=\"fact\">\n");
	for (size_t i = 0; i < e->fields_n; i++) {
		const struct field *f = &e->fields[i];

		if (!shown_in_card(f, names) || is_top(v, f))
			continue;
		if (names || f->flags & LISTED || !field_empty(f, v->record))
			field_row(v, f);
	}
	for (size_t i = 0; !names && i < row_fields_n; i++) {
		const struct field *f = &row_fields[i];

		if (str_is(str_of(f->name), "owner") &&
		    !field_empty(f, v->record))
			field_row(v, f);
	}
	if (!names && row->track.v == TRACK_KRG)
		html(v->out, "<dt>%s</dt><dd>%s</dd>\n",
		     word(v->ctx->lang, "row.track"),
		     word(v->ctx->lang, "row.track.krg"));
	html(v->out, "</dl>\n");
	if (!names)
		unknown_line(v);
}

void view_longtexts(const struct view *v, const char *names)
{
	const struct entity *e = v->entity;

	for (size_t i = 0; i < e->fields_n; i++) {
		const struct field *f = &e->fields[i];

		if (f->kind != KIND_LONGTEXT || !named(names, f->name) ||
		    field_empty(f, v->record))
			continue;
		html(v->out, "<section class=\"long\" id=\"%s\"><h2>%s", f->name,
		     view_label(v->ctx, e, f));
		field_sources(v, f);
		html(v->out, "</h2>\n");
		view_value(v->ctx, v->out, e, f, v->record);
		html(v->out, "</section>\n");
	}
}

/* One quiet word; which source it is, is told on demand. */
static void source_link(const struct view *v, const struct ref *document)
{
	const char *words = word(v->ctx->lang, "ui.source");
	struct str url = url_record(v->ctx->mem,
				    lang_row(v->ctx->lang)->tag,
				    document_entity.path, document->code,
				    NULL);

	html(v->out, " <a class=\"source\" href=\"%.*s\" title=\"%.*s\" "
	     "aria-label=\"%s: %.*s\">%s</a>", STR_ARG(url),
	     STR_ARG(document->shown), words, STR_ARG(document->shown),
	     words);
}

static void link_item(const struct view *v, const struct linked *l)
{
	bool solid = l->provenance.v <= LINK_PROVENANCE_STATED;
	const struct entity *e = l->other.entity;

	html(v->out, solid ? "<li>" : "<li class=\"inferred\">");
	if (e == &pledge_entity || e == &provision_entity)
		view_record_coded(v->ctx, v->out, e, &l->other.to);
	else
		view_record(v->ctx, v->out, e, &l->other.to);
	view_provenance(v->out, v->ctx->lang, l->provenance);
	view_stage(v->out, v->ctx->lang, l->other_stage);
	if (date_is_set(l->from_on) || date_is_set(l->to_on)) {
		html(v->out, " <span class=\"soft\">");
		date_range_words(v->out, v->ctx->lang, l->from_on, l->to_on);
		html(v->out, "</span>");
	}
	if (l->note.n) {
		html(v->out, " <span class=\"soft\">");
		view_text(v->out, v->ctx->lang, l->note, l->note_lang);
		html(v->out, "</span>");
	}
	if (l->document.code.n)
		source_link(v, &l->document);
	html(v->out, "</li>\n");
}

/* The links of one kind and direction; how many there were. */
static size_t links_group(const struct view *v, const struct linked *links,
			  size_t n, const struct link_kind *kind, bool out)
{
	size_t shown = 0;

	for (size_t i = 0; i < n; i++) {
		if (links[i].kind.v != kind->kind || links[i].out != out)
			continue;
		if (!shown++)
			html(v->out, "<dt>%s</dt><dd><ul>\n",
			     word(v->ctx->lang,
				  view_key(v->ctx->mem, "link", kind->name,
					   out ? "out" : "in")));
		link_item(v, &links[i]);
	}
	if (shown)
		html(v->out, "</ul></dd>\n");
	return shown;
}

void view_links(const struct view *v, const struct linked *links, size_t n)
{
	const struct link_kind *k;

	if (!n)
		return;
	html(v->out, "<section id=\"links\"><h2>%s</h2>"
	     "<dl class=\"fact links\">\n",
	     word(v->ctx->lang, "ui.links"));
	for (size_t i = 0; (k = link_kind_at(i)); i++) {
		links_group(v, links, n, k, true);
		links_group(v, links, n, k, false);
	}
	html(v->out, "</dl></section>\n");
}

void view_links_of(const struct view *v, const struct linked *links,
		   size_t n, const char *kind, bool out)
{
	const struct link_kind *k = link_kind_by_name(str_of(kind));

	html(v->out, "<ul>\n");
	for (size_t i = 0; k && i < n; i++)
		if (links[i].kind.v == k->kind && links[i].out == out)
			link_item(v, &links[i]);
	html(v->out, "</ul>\n");
}

/* A field's place among the groups: the same field of the same entity. */
static bool same_group(const struct referring *a, const struct referring *b)
{
	return a->entity == b->entity && a->field == b->field;
}

static void referring_item(const struct view *v, const struct referring *r)
{
	html(v->out, "<li>");
	view_record(v->ctx, v->out, r->entity, &r->from.to);
	if (r->role.v)
		html(v->out, " <span class=\"soft\">· %s</span>",
		     view_choice(v->ctx, r->entity->name,
				 entity_field(r->entity, STR("role")),
				 r->role));
	if (date_is_set(r->on)) {
		html(v->out, " <span class=\"soft\">");
		view_date(v->out, v->ctx->lang, r->on);
		html(v->out, "</span>");
	}
	view_stage(v->out, v->ctx->lang, r->stage);
	html(v->out, "</li>\n");
}

void view_referring(const struct view *v, const struct referring *r,
		    size_t n)
{
	for (size_t i = 0; i < n; i++) {
		bool seen = r[i].entity == &fact_entity;

		for (size_t j = 0; j < i && !seen; j++)
			seen = same_group(&r[i], &r[j]);
		if (seen)
			continue;
		html(v->out, "<section><h2>%s <small>%s</small></h2>"
		     "<ul class=\"refer\">\n",
		     word(v->ctx->lang, view_key(v->ctx->mem,
						 r[i].entity->name, "many",
						 NULL)),
		     view_label(v->ctx, r[i].entity, r[i].field));
		for (size_t j = i; j < n; j++)
			if (same_group(&r[i], &r[j]))
				referring_item(v, &r[j]);
		html(v->out, "</ul></section>\n");
	}
}

/* What a fact is about: a field, a link, or the whole record. */
static void fact_place(const struct view *v, const struct fact *fact)
{
	if (!fact->field.s.n)
		return;
	html(v->out, "<span class=\"soft\">");
	view_fact_field(v->ctx, v->out, fact, v->names);
	if (fact->value.s.n) {
		html(v->out, ": ");
		view_fact_value(v->ctx, v->out, fact, v->names);
	}
	html(v->out, "</span> ");
}

static void fact_item(const struct view *v, const struct fact *fact)
{
	struct ctx *ctx = v->ctx;
	enum lang l = ctx->lang;

	html(v->out, "<li id=\"%.*s\">", STR_ARG(fact->row.code));
	fact_place(v, fact);
	view_words(ctx, v->out, &fact->title, false);
	view_provenance(v->out, l, fact->kind);
	if (!text_empty(&fact->words.text)) {
		enum lang of = text_source(&fact->words.text);
		struct str words = fact->words.text.in[of].body;

		html(v->out, "<blockquote lang=\"%s\" dir=\"%s\">%.*s"
		     "</blockquote>", lang_row(of)->tag, lang_row(of)->dir,
		     STR_ARG(words));
	}
	html(v->out, "<div class=\"soft\">");
	if (fact->document.code.n)
		view_record(ctx, v->out, &document_entity,
			    &fact->document);
	if (fact->locator.s.n) {
		html(v->out, " · ");
		view_locator(ctx, v->out, fact->locator.s);
	}
	if (date_is_set(fact->attested_on)) {
		html(v->out, " · %s ", word(l, "fact.attested_on"));
		view_date(v->out, l, fact->attested_on);
	}
	html(v->out, " · ");
	view_record(ctx, v->out, &fact_entity,
		    &(struct ref){ .code = fact->row.code });
	html(v->out, "</div>");
	if (!text_empty(&fact->note.text)) {
		html(v->out, "<div class=\"note\"><b>%s</b> ",
		     word(l, "fact.note"));
		view_words(ctx, v->out, &fact->note.text, true);
		html(v->out, "</div>");
	}
	html(v->out, "</li>\n");
}

void view_facts(const struct view *v)
{
	enum { SHOWN = 60 };
	size_t n = v->facts_n < SHOWN ? v->facts_n : SHOWN;

	if (!v->facts_n)
		return;
	html(v->out, "<section id=\"sources\"><h2>%s</h2>\n"
	     "<ol class=\"sources\">\n", word(v->ctx->lang, "ui.sources"));
	for (size_t i = 0; i < n; i++)
		fact_item(v, v->facts[i]);
	html(v->out, "</ol>\n");
	if (v->facts_n > n)
		html(v->out, "<p class=\"soft\">%s</p>\n",
		     word(v->ctx->lang, "ui.more_sources"));
	html(v->out, "</section>\n");
}
