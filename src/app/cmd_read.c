/* cmd_read.c - list, show, find, history */

#include "app/cmd.h"

#include "app/ask.h"
#include "domain/fact.h"
#include "domain/link_kinds.h"
#include "lang/words.h"
#include "service/svc_list.h"
#include "service/svc_record.h"

enum { LIST_ROWS = 50, FIND_ROWS = 20 };

static size_t columns_of(const struct entity *e)
{
	size_t n = 2;

	for (size_t i = 0; i < e->fields_n; i++)
		if ((e->fields[i].flags & LISTED) &&
		    !(e->fields[i].flags & HEADING))
			n++;
	return n;
}

static void list_table(struct cli *c, const struct entity *e,
		       const struct list_page *page)
{
	struct table *t = table_new(&c->mem, columns_of(e));

	for (size_t i = 0; i < page->n; i++) {
		const void *r = page->records[i];

		table_cell(t, record_row_in(r)->code);
		for (size_t k = 0; k < e->fields_n; k++) {
			const struct field *f = &e->fields[k];

			if ((f->flags & LISTED) && !(f->flags & HEADING))
				table_cell(t, field_printed(f, &c->mem, r));
		}
		table_cell(t, record_row_in(r)->heading);
	}
	table_print(t, &c->out);
	if (page->next.n)
		cli_say(c, "more", page->next);
}

/* What is asked as data is the answer of the page's own address, so that
 * both can never differ. */
static int list_as_data(struct cli *c, const struct entity *e)
{
	static const char *const passed[] = { "order", "after", "limit" };
	struct str filter = cli_option(c, "filter");
	size_t eq = str_find_char(filter, '=');
	struct str url = url_page(&c->mem, lang_row(c->ctx.lang)->tag,
				  e->path, NULL);

	for (size_t i = 0; i < COUNT(passed); i++)
		if (cli_flag(c, passed[i]))
			url = url_with(&c->mem, url, passed[i],
				       cli_option(c, passed[i]));
	if (filter.n)
		url = url_with(&c->mem, url,
			       arena_cstr(&c->mem, str_cut(filter, 0, eq)),
			       str_cut(filter, eq + 1, filter.n));
	return ask_print(c, url);
}

int cmd_list(struct cli *c)
{
	struct str filter = cli_option(c, "filter");
	size_t eq = str_find_char(filter, '=');
	struct list_ask ask = { .limit = (int)cli_number(c, "limit",
							 LIST_ROWS) };
	const struct entity *e;
	struct list_page page;
	enum err err;

	e = entity_by_name(c->args[0]);
	if (!e)
		e = entity_by_path(c->args[0]);
	if (!e || !e->path)
		return cli_wrong(c, "no_such_entity", c->args[0]);
	if (cli_format(c) != CLI_TABLE)
		return list_as_data(c, e);
	if (filter.n && !svc_list_check(&c->ctx, e, str_cut(filter, 0, eq),
					str_cut(filter, eq + 1, filter.n)))
		return cli_fail(c, ERR_PROBLEMS);
	ask.way = list_way_find(e, str_cut(filter, 0, eq),
				cli_option(c, "order"));
	if (!ask.way)
		return cli_wrong(c, "no_such_list", filter.n ? filter :
				 cli_option(c, "order"));
	ask.filter_value = str_cut(filter, eq + 1, filter.n);
	ask.after = cli_option(c, "after");
	err = svc_list(&c->ctx, &ask, &page);
	if (err)
		return cli_fail_at(c, err, ask.filter_value);
	list_table(c, e, &page);
	return 0;
}

static const char *label(struct cli *c, const struct entity *e,
			 const struct field *f)
{
	struct str key = arena_printf(&c->mem, "%s.%s", entity_words(e, f),
				      f->name);

	return word(c->ctx.lang, key.p);
}

static struct str choice_words(struct cli *c, const struct entity *e,
			       const struct field *f, struct choice v)
{
	struct str key = arena_printf(&c->mem, "%s.%s.%s", entity_words(e, f),
				      f->name, choice_name(f->choices, v));

	return str_of(word(c->ctx.lang, key.p));
}

/* A record being shown, and what sources say of it. */
struct shown {
	const struct entity *e;
	const void *record;
	void **facts;			/* of struct fact */
	size_t facts_n;
};

/* What is not the word of a source says so here too, not on pages only. */
static void mark(struct cli *c, const char *key)
{
	buf_addf(&c->out, " [%s]", word(c->ctx.lang, key));
}

/* What a fact is about: "due_on", or "title:ar" of a text in one language. */
static bool fact_is_on(const struct fact *fact, const struct field *f,
		       enum lang l)
{
	struct str rest = fact->field.s, name, tag;
	enum lang of;

	if (!str_split(&rest, ':', &name) || !str_is(name, f->name))
		return false;
	return l == LANG_N || !str_split(&rest, ':', &tag) ||
	       (lang_find(tag, &of) && of == l);
}

/* How a value came to be, by the fact that stands for it; a value that a
 * source states needs no mark. */
static void fact_mark(struct cli *c, const struct shown *s,
		      const struct field *f, enum lang l)
{
	const struct fact *first = NULL;

	for (size_t i = 0; i < s->facts_n; i++) {
		const struct fact *fact = s->facts[i];

		if (fact_is_on(fact, f, l) &&
		    (!first || fact->preferred.v == 2))
			first = fact;
	}
	if (!first)
		return;
	if (first->kind.v == FACT_INFERRED)
		mark(c, "ui.mark.inferred");
	if (first->kind.v == FACT_COMPUTED)
		mark(c, "ui.mark.computed");
	if (first->kind.v == FACT_RENDERING && l == LANG_N)
		mark(c, "ui.mark.rendering");
}

/* A choice in words, a ref with what it is called. */
static struct str value_words(struct cli *c, const struct entity *e,
			      const struct field *f, const void *record)
{
	const void *m = field_in(f, record);
	const struct ref *r = m;

	if (f->kind == KIND_CHOICE)
		return choice_words(c, e, f, *(const struct choice *)m);
	if (f->kind == KIND_ANYREF)
		r = &((const struct anyref *)m)->to;
	if ((f->kind == KIND_REF || f->kind == KIND_ANYREF) && r->shown.n)
		return arena_printf(&c->mem, "%.*s %.*s", STR_ARG(r->code),
				    STR_ARG(r->shown));
	return field_printed(f, &c->mem, record);
}

static void text_lines(struct cli *c, const struct shown *s,
		       const struct field *f)
{
	const struct text *t = field_text_in(f, s->record);

	for (enum lang l = 0; l < LANG_N; l++) {
		if (!t->in[l].body.n)
			continue;
		buf_addf(&c->out, "%s [%s]: %.*s", label(c, s->e, f),
			 lang_row(l)->tag, STR_ARG(t->in[l].body));
		if (t->in[l].origin == TEXT_RENDERING)
			mark(c, "ui.mark.rendering");
		if (t->in[l].origin == TEXT_MACHINE)
			mark(c, "ui.mark.machine");
		if (text_out_of_date(t, l))
			mark(c, "ui.mark.out_of_date");
		fact_mark(c, s, f, l);
		buf_add_char(&c->out, '\n');
	}
}

static void field_lines(struct cli *c, const struct shown *s,
			const struct field *f)
{
	if (field_empty(f, s->record))
		return;
	if (field_text_in(f, s->record)) {
		text_lines(c, s, f);
		return;
	}
	buf_addf(&c->out, "%s: %.*s", label(c, s->e, f),
		 STR_ARG(value_words(c, s->e, f, s->record)));
	fact_mark(c, s, f, LANG_N);
	buf_add_char(&c->out, '\n');
}

static enum err links_lines(struct cli *c, const struct entity *e,
			    int64_t id)
{
	struct linked *list;
	size_t n;
	enum err err = repo_links(c->ctx.db, &c->mem, e, id, c->ctx.lang,
				  &list, &n);

	for (size_t i = 0; err == ERR_OK && i < n; i++) {
		struct str key = arena_printf(&c->mem, "link.%s.%s",
			link_kind_of(list[i].kind)->name,
			list[i].out ? "out" : "in");

		buf_addf(&c->out, "%s: %.*s %.*s", word(c->ctx.lang, key.p),
			 STR_ARG(list[i].other.to.code),
			 STR_ARG(list[i].other.to.shown));
		if (list[i].provenance.v == LINK_PROVENANCE_INFERRED)
			mark(c, "ui.mark.inferred");
		buf_add_char(&c->out, '\n');
	}
	return err;
}

static void facts_lines(struct cli *c, const struct shown *s)
{
	const struct field *kind = entity_field(&fact_entity, STR("kind"));

	for (size_t i = 0; i < s->facts_n; i++) {
		const struct fact *f = s->facts[i];

		buf_addf(&c->out, "%s %.*s %.*s: %.*s %.*s",
			 word(c->ctx.lang, "fact"), STR_ARG(f->row.code),
			 STR_ARG(f->field.s),
			 STR_ARG(choice_words(c, &fact_entity, kind,
					      f->kind)),
			 STR_ARG(f->document.code));
		if (!str_eq(f->row.heading, f->row.code))
			buf_addf(&c->out, " %.*s", STR_ARG(f->row.heading));
		buf_add_char(&c->out, '\n');
	}
}

int cmd_show(struct cli *c)
{
	const struct entity *e;
	const struct row *row;
	struct shown s;
	void *record;
	enum err err;

	err = svc_load(&c->ctx, NULL, c->args[0], &e, &record);
	if (err)
		return cli_fail_at(c, err, c->args[0]);
	row = record_row_in(record);
	if (cli_format(c) == CLI_JSON && e->path)
		return ask_print(c, url_record(&c->mem,
				lang_row(c->ctx.lang)->tag, e->path,
				row->code, NULL));
	s = (struct shown){ .e = e, .record = record };
	buf_addf(&c->out, "%.*s  %.*s\n%s · %s %lld\n", STR_ARG(row->code),
		 STR_ARG(row->heading), word(c->ctx.lang, e->name),
		 word(c->ctx.lang, "row.version"), (long long)row->version);
	err = repo_facts(c->ctx.db, &c->mem, e, row->id, c->ctx.lang,
			 &s.facts, &s.facts_n);
	if (err)
		return cli_fail(c, err);
	for (size_t i = 0; i < row_fields_n; i++)
		field_lines(c, &s, &row_fields[i]);
	for (size_t i = 0; i < e->fields_n; i++)
		field_lines(c, &s, &e->fields[i]);
	err = links_lines(c, e, row->id);
	facts_lines(c, &s);
	return err ? cli_fail(c, err) : 0;
}

int cmd_find(struct cli *c)
{
	struct str words = STR("");
	struct named *list;
	struct table *t = table_new(&c->mem, 3);
	size_t n;
	enum err err;

	for (size_t i = 0; i < c->args_n; i++)
		words = arena_printf(&c->mem, "%.*s%s%.*s", STR_ARG(words),
				     i ? " " : "", STR_ARG(c->args[i]));
	if (!str_trim(words).n)
		return cli_misused(c);
	if (cli_format(c) == CLI_JSON)
		return ask_print(c, url_with(&c->mem,
			url_page(&c->mem, lang_row(c->ctx.lang)->tag,
				 "names", NULL), "q", words));
	err = repo_names(c->ctx.db, &c->mem, words, c->ctx.lang,
			 (size_t)cli_number(c, "limit", FIND_ROWS), &list,
			 &n);
	if (err)
		return cli_fail(c, err);
	for (size_t i = 0; i < n; i++) {
		table_cell(t, list[i].to.to.code);
		table_cell(t, str_of(word(c->ctx.lang,
					  list[i].to.entity->name)));
		table_cell(t, list[i].to.to.shown);
	}
	table_print(t, &c->out);
	return n ? 0 : cli_fail_at(c, ERR_MISSING, words);
}

int cmd_history(struct cli *c)
{
	struct log_entry *list;
	char iso[32];
	size_t n;
	enum err err;

	err = svc_history(&c->ctx, NULL, c->args[0], &list, &n);
	if (err)
		return cli_fail_at(c, err, c->args[0]);
	for (size_t i = 0; i < n; i++) {
		struct str rest = list[i].changes;
		struct log_change change;

		buf_addf(&c->out, "%lld %.*s %.*s %.*s %.*s %lld\n",
			 (long long)list[i].seq,
			 STR_ARG(instant_iso(list[i].at, iso)),
			 STR_ARG(list[i].actor), STR_ARG(list[i].verb),
			 STR_ARG(list[i].entity), (long long)list[i].version);
		while (log_change_next(&rest, &change))
			buf_addf(&c->out, "  %.*s%s%.*s: %.*s → %.*s\n",
				 STR_ARG(change.field),
				 change.lang.n ? ":" : "",
				 STR_ARG(change.lang), STR_ARG(change.before),
				 STR_ARG(change.after));
	}
	return 0;
}
