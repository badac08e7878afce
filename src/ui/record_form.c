/* record_form.c - a form from a table of fields, and back */

#include "ui/record_form.h"

#include <string.h>

#include "base/url.h"
#include "lang/fold.h"
#include "lang/words.h"
#include "service/svc_record.h"
#include "ui/form_texts.h"
#include "ui/view.h"

enum {
	NAMES_MAX = 80,		/* a list of that many is sent whole */
	LISTS_MAX = 16		/* entities that one form refers to */
};

/* ---- reading */

static void text_read(struct ctx *ctx, const struct field *f,
		      const struct request *rq, void *record)
{
	struct text *t = field_text(f, record);

	for (enum lang l = 0; l < LANG_N; l++) {
		const char *name = arena_printf(ctx->mem, "%s:%s", f->name,
						lang_row(l)->tag).p;
		const char *origin = arena_printf(ctx->mem, "%s:origin",
						  name).p;
		const char *state = arena_printf(ctx->mem, "%s:state",
						 name).p;

		if (!request_has_form(rq, name))
			continue;
		field_read_text(f, ctx->mem, l, request_form(rq, name),
				record, &ctx->problems);
		text_origin_find(request_form(rq, origin), &t->in[l].origin);
		text_state_find(request_form(rq, state), &t->in[l].state);
	}
}

static void one_read(struct ctx *ctx, const struct field *f,
		     const struct request *rq, void *record)
{
	bool stored = record_row(record)->id != 0;

	if (stored && f->flags & FIXED)
		return;
	if (f->kind == KIND_TEXT || f->kind == KIND_LONGTEXT)
		text_read(ctx, f, rq, record);
	else if (request_has_form(rq, f->name))
		field_read(f, ctx->mem, request_form(rq, f->name), record,
			   &ctx->problems);
}

/* Withdrawing has a page of its own, which asks for the reason. */
static void stage_read(struct ctx *ctx, const struct field *f,
		       const struct request *rq, struct row *row)
{
	struct choice stage = row->stage;

	one_read(ctx, f, rq, row);
	if (row->stage.v == STAGE_WITHDRAWN)
		row->stage = stage;
}

void record_form_read(struct ctx *ctx, const struct entity *e,
		      const struct request *rq, void *record)
{
	struct row *row = record_row(record);

	if (!row->id)
		row->code = arena_str(ctx->mem,
				      fold_code(ctx->mem, str_trim(
						request_form(rq, "code"))));
	for (size_t i = 0; i < e->fields_n; i++)
		one_read(ctx, &e->fields[i], rq, record);
	for (size_t i = 0; i < row_fields_n; i++) {
		const struct field *f = &row_fields[i];

		if (strcmp(f->name, "stage") == 0)
			stage_read(ctx, f, rq, row);
		else if (strcmp(f->name, "reason") != 0)
			one_read(ctx, f, rq, record);
	}
}

/* ---- writing */

struct writer {
	struct ctx *ctx;
	struct buf *out;
	const struct entity *entity;
	const void *record;
	const struct request *typed;
	const struct form_texts *texts;		/* NULL in a new record */
	const struct entity *lists[LISTS_MAX];	/* names wanted below */
	size_t lists_n;
};

/* What stands in an input: what was typed, else what is stored. */
static struct str value_of(const struct writer *w, const char *name,
			   struct str stored)
{
	if (w->typed && request_has_form(w->typed, name))
		return request_form(w->typed, name);
	return stored;
}

static const char *field_words(struct ctx *ctx, const struct entity *e,
			       const char *name)
{
	const char *key;

	if (!*name)
		return "";
	key = e ? view_key(ctx->mem, e->name, name, NULL) : name;
	if (!word_known(ctx->lang, key))
		key = view_key(ctx->mem, "row", name, NULL);
	return word(ctx->lang, key);
}

/* The words of one problem. */
static void problem_write(struct ctx *ctx, struct buf *out,
			  const struct entity *e, const struct problem *p)
{
	html_text(out, problem_words(ctx->mem, ctx->lang, p,
				     field_words(ctx, e, p->field)));
}

/* The hint and the problems of a field, between label and input. */
static void hints(const struct writer *w, const struct field *f)
{
	enum lang l = w->ctx->lang;
	const char *key = view_key(w->ctx->mem, entity_words(w->entity, f),
				   f->name, "hint");
	const struct problems *ps = &w->ctx->problems;

	if (f->kind == KIND_DATE && !word_known(l, key))
		key = "ui.date.hint";
	if (f->kind == KIND_ANYREF && !word_known(l, key))
		key = "ui.code.hint";
	if (word_known(l, key))
		html(w->out, "<p class=\"hint\" id=\"%s-hint\">%s</p>\n",
		     f->name, word(l, key));
	for (size_t i = 0; i < ps->n; i++) {
		if (strcmp(ps->list[i].field, f->name) != 0)
			continue;
		html(w->out, "<p class=\"problem\">");
		problem_write(w->ctx, w->out, w->entity, &ps->list[i]);
		html(w->out, "</p>\n");
	}
}

static void invalid(const struct writer *w, const struct field *f)
{
	if (problem_of(&w->ctx->problems, f->name))
		html(w->out, " aria-invalid=\"true\"");
}

static void label(const struct writer *w, const struct field *f)
{
	html(w->out, "<label for=\"%s\">%s", f->name,
	     view_label(w->ctx, w->entity, f));
	if (f->flags & REQUIRED)
		html(w->out, " <span class=\"must\">%s</span>",
		     word(w->ctx->lang, "ui.required"));
	html(w->out, "</label>\n");
}

/* A small choice beside a text: family of the words, its list. */
static void small_choice(const struct writer *w, const char *name,
			 const char *words, const char *const *list,
			 size_t n, size_t now)
{
	struct str typed = value_of(w, name, str_of(list[now]));

	html(w->out, "<select name=\"%s\" aria-label=\"%s\">", name,
	     word(w->ctx->lang, words));
	for (size_t i = 0; i < n; i++)
		html(w->out, "<option value=\"%s\"%s>%s</option>", list[i],
		     str_is(typed, list[i]) ? " selected" : "",
		     word(w->ctx->lang, view_key(w->ctx->mem, words, list[i],
						 NULL)));
	html(w->out, "</select>\n");
}

static void text_input(const struct writer *w, const struct field *f,
		       enum lang l, bool first)
{
	const struct lang_row *row = lang_row(l);
	const struct text_body *b = &field_text_in(f, w->record)->in[l];
	const char *name = arena_printf(w->ctx->mem, "%s:%s", f->name,
					row->tag).p;
	struct str value = value_of(w, name, b->body);
	/* The first words are by default those of the source; what is added
	 * beside them in another language is a rendering, not yet checked.
	 * Nothing is checked as long as the record is a draft. */
	const struct text *t = field_text_in(f, w->record);
	bool source = l == (text_empty(t) ? w->ctx->lang : text_source(t));
	bool published = record_row_in(w->record)->stage.v == STAGE_PUBLISHED;
	enum text_state state = b->body.n ? b->state :
		source && published ? TEXT_CHECKED : TEXT_DRAFT;
	enum text_origin origin = b->body.n ? b->origin :
				  source ? TEXT_SOURCE : TEXT_RENDERING;

	html(w->out, "<div class=\"in-lang\"><label for=\"%s\" lang=\"%s\">"
	     "%s</label>\n", first ? f->name : name, row->tag, row->self);
	if (w->texts)
		form_text_state(w->ctx, w->out, w->texts, f, l);
	if (f->kind == KIND_LONGTEXT)
		html(w->out, "<textarea id=\"%s\" name=\"%s\" lang=\"%s\" "
		     "dir=\"%s\" rows=\"5\"", first ? f->name : name, name,
		     row->tag, row->dir);
	else
		html(w->out, "<input id=\"%s\" name=\"%s\" lang=\"%s\" "
		     "dir=\"%s\" value=\"%.*s\"", first ? f->name : name,
		     name, row->tag, row->dir, STR_ARG(value));
	invalid(w, f);
	if (f->kind == KIND_LONGTEXT)
		html(w->out, ">\n%.*s</textarea>\n", STR_ARG(value));
	else
		html(w->out, ">\n");
	html(w->out, "<div class=\"small\">");
	small_choice(w, arena_printf(w->ctx->mem, "%s:origin", name).p,
		     "text.origin", text_origins, TEXT_ORIGINS, origin);
	small_choice(w, arena_printf(w->ctx->mem, "%s:state", name).p,
		     "text.state", text_states, TEXT_STATES, state);
	html(w->out, "</div></div>\n");
}

static bool others_open(const struct writer *w, const struct field *f)
{
	const struct text *t = field_text_in(f, w->record);

	if (problem_of(&w->ctx->problems, f->name))
		return true;
	for (enum lang l = 0; l < LANG_N; l++) {
		const char *name = arena_printf(w->ctx->mem, "%s:%s", f->name,
						lang_row(l)->tag).p;

		if (l != w->ctx->lang && value_of(w, name, t->in[l].body).n)
			return true;
	}
	return false;
}

/* The languages of a stored text stand side by side, the reader's own first,
 * each with its state; below them the terms of the source. */
static void text_sides(const struct writer *w, const struct field *f)
{
	const struct text *t = field_text_in(f, w->record);
	enum lang source = text_source(t);

	html(w->out, "<div class=\"sides\">\n");
	text_input(w, f, w->ctx->lang, true);
	for (enum lang l = 0; l < LANG_N; l++)
		if (l != w->ctx->lang)
			text_input(w, f, l, false);
	html(w->out, "</div>\n");
	if (source != LANG_N)
		form_text_terms(w->ctx, w->out, w->texts,
			value_of(w, arena_printf(w->ctx->mem, "%s:%s", f->name,
						 lang_row(source)->tag).p,
				 t->in[source].body));
	html(w->out, "</fieldset>\n");
}

static void text_inputs(const struct writer *w, const struct field *f)
{
	html(w->out, "<fieldset class=\"text\"><legend>%s",
	     view_label(w->ctx, w->entity, f));
	if (f->flags & REQUIRED)
		html(w->out, " <span class=\"must\">%s</span>",
		     word(w->ctx->lang, "ui.required_one"));
	html(w->out, "</legend>\n");
	hints(w, f);
	if (w->texts) {
		text_sides(w, f);
		return;
	}
	/* The reader's own language comes first; the others are open where
	 * there is something in them or something wrong. */
	text_input(w, f, w->ctx->lang, true);
	html(w->out, others_open(w, f) ? "<details open>" : "<details>");
	html(w->out, "<summary>%s</summary>\n",
	     word(w->ctx->lang, "ui.other_languages"));
	for (enum lang l = 0; l < LANG_N; l++)
		if (l != w->ctx->lang)
			text_input(w, f, l, false);
	html(w->out, "</details></fieldset>\n");
}

static void options(const struct writer *w, const struct field *f,
		    struct str now)
{
	if (!(f->flags & REQUIRED) || !now.n)
		html(w->out, "<option value=\"\">%s</option>",
		     word(w->ctx->lang, "ui.unknown"));
	for (size_t i = 0; i < f->choices->n; i++) {
		const struct choice_row *c = &f->choices->rows[i];
		bool withdrawn = f->choices == &stage_choices &&
				 c->v == STAGE_WITHDRAWN;

		if (!withdrawn)
			html(w->out, "<option value=\"%s\"%s>%s</option>",
			     c->name, str_is(now, c->name) ? " selected" : "",
			     view_choice(w->ctx, entity_words(w->entity, f), f,
					 (struct choice){ c->v }));
	}
}

static void yesno_options(const struct writer *w, struct str now)
{
	static const char *const names[] = { "", "yes", "no" };
	static const char *const keys[] = {
		"ui.unknown", "ui.yes", "ui.no",
	};

	for (size_t i = 0; i < COUNT(names); i++)
		html(w->out, "<option value=\"%s\"%s>%s</option>", names[i],
		     str_is(now, names[i]) ? " selected" : "",
		     word(w->ctx->lang, keys[i]));
}

/* The code, with names to choose from; script asks for more of them. */
static void ref_input(struct writer *w, const struct field *f,
		      struct str value)
{
	const struct entity *e = f->kind == KIND_REF ? f->refers : NULL;
	const void *m = field_in(f, w->record);
	const struct ref *r = e ? m : &((const struct anyref *)m)->to;
	struct str url = url_page(w->ctx->mem, lang_row(w->ctx->lang)->tag,
				  "names", NULL);
	bool seen = !e;

	if (e)
		url = url_with(w->ctx->mem, url, "entity", str_of(e->name));
	html(w->out, "<input id=\"%s\" name=\"%s\" dir=\"ltr\" "
	     "class=\"code\" autocomplete=\"off\" data-names=\"%.*s\" "
	     "list=\"names-%s\" value=\"%.*s\"", f->name, f->name,
	     STR_ARG(url), e ? e->name : "any", STR_ARG(value));
	invalid(w, f);
	html(w->out, ">");
	if (str_eq(r->code, value) && r->shown.n) {
		html(w->out, " <span class=\"soft\">");
		view_text(w->out, w->ctx->lang, r->shown, r->shown_lang);
		html(w->out, "</span>");
	}
	html(w->out, "\n");
	for (size_t i = 0; i < w->lists_n && !seen; i++)
		seen = w->lists[i] == e;
	if (!seen && w->lists_n < LISTS_MAX)
		w->lists[w->lists_n++] = e;
}

static void input(struct writer *w, const struct field *f)
{
	struct str value = value_of(w, f->name,
				    field_printed(f, w->ctx->mem, w->record));

	html(w->out, "<div class=\"field\">");
	label(w, f);
	hints(w, f);
	switch (f->kind) {
	case KIND_CHOICE:
	case KIND_YESNO:
		html(w->out, "<select id=\"%s\" name=\"%s\"", f->name, f->name);
		invalid(w, f);
		html(w->out, ">");
		if (f->kind == KIND_CHOICE)
			options(w, f, value);
		else
			yesno_options(w, value);
		html(w->out, "</select>\n");
		break;
	case KIND_REF:
	case KIND_ANYREF:
		ref_input(w, f, value);
		break;
	default:
		html(w->out, "<input id=\"%s\" name=\"%s\" dir=\"%s\" "
		     "class=\"%s\" value=\"%.*s\"", f->name, f->name,
		     f->kind == KIND_LINE ? "auto" : "ltr",
		     f->kind == KIND_LINE ? "line" : "code",
		     STR_ARG(value));
		invalid(w, f);
		html(w->out, ">\n");
	}
	html(w->out, "</div>\n");
}

/* Where there are few records of an entity, all their names. */
static void names(const struct writer *w, const struct entity *e)
{
	struct list_ask ask = {
		.way = list_way_find(e, STR(""), STR("title")),
		.limit = NAMES_MAX,
	};
	struct list_page page = { 0 };

	html(w->out, "<datalist id=\"names-%s\">", e ? e->name : "any");
	if (e && ask.way && repo_count(w->ctx->db, e) <= NAMES_MAX &&
	    svc_list(w->ctx, &ask, &page) == ERR_OK)
		for (size_t i = 0; i < page.n; i++) {
			const struct row *r = record_row(page.records[i]);

			html(w->out, "<option value=\"%.*s\">%.*s</option>",
			     STR_ARG(r->code), STR_ARG(r->heading));
		}
	html(w->out, "</datalist>\n");
}

static void code_input(const struct writer *w)
{
	static const struct field code = { .name = "code" };
	bool must = w->entity->flags & ENTITY_SOURCED_CODE;
	struct str value = value_of(w, "code",
				    record_row_in(w->record)->code);

	html(w->out, "<div class=\"field\"><label for=\"code\">%s%s%s</label>"
	     "<p class=\"hint\">%s</p>\n", word(w->ctx->lang, "row.code"),
	     must ? " " : "", must ? word(w->ctx->lang, "ui.required") : "",
	     word(w->ctx->lang, must ? "ui.code.must" : "ui.code.free"));
	for (size_t i = 0; i < w->ctx->problems.n; i++) {
		const struct problem *p = &w->ctx->problems.list[i];

		if (strcmp(p->field, "code") != 0)
			continue;
		html(w->out, "<p class=\"problem\">");
		problem_write(w->ctx, w->out, w->entity, p);
		html(w->out, "</p>");
	}
	html(w->out, "<input id=\"code\" name=\"code\" dir=\"ltr\" "
	     "class=\"code\" value=\"%.*s\"", STR_ARG(value));
	invalid(w, &code);
	html(w->out, "></div>\n");
}

void record_form_write(struct ctx *ctx, struct buf *out,
		       const struct entity *e, const void *record,
		       const struct request *typed)
{
	struct writer w = {
		.ctx = ctx, .out = out, .entity = e, .record = record,
		.typed = typed,
	};
	bool stored = record_row_in(record)->id != 0;

	w.texts = form_texts_load(ctx, e, record);
	if (!stored)
		code_input(&w);
	for (size_t i = 0; i < e->fields_n; i++) {
		const struct field *f = &e->fields[i];

		if (stored && f->flags & FIXED)
			continue;
		if (f->kind == KIND_TEXT || f->kind == KIND_LONGTEXT)
			text_inputs(&w, f);
		else
			input(&w, f);
	}
	html(out, "<fieldset class=\"row\"><legend>%s</legend>\n",
	     word(ctx->lang, "ui.row_fields"));
	for (size_t i = 0; i < row_fields_n; i++)
		if (strcmp(row_fields[i].name, "reason") != 0)
			input(&w, &row_fields[i]);
	html(out, "</fieldset>\n");
	for (size_t i = 0; i < w.lists_n; i++)
		names(&w, w.lists[i]);
	names(&w, NULL);
}

/* ---- problems */

void record_form_problems(struct ctx *ctx, struct buf *out,
			  const struct entity *e)
{
	const struct problems *ps = &ctx->problems;

	if (!ps->n)
		return;
	html(out, "<div class=\"problems\" role=\"alert\" tabindex=\"-1\">"
	     "<h2>%s</h2><ul>\n", word(ctx->lang, "ui.problems"));
	for (size_t i = 0; i < ps->n; i++) {
		const struct problem *p = &ps->list[i];
		const char *name = field_words(ctx, e, p->field);

		html(out, "<li>");
		if (*name)
			html(out, "<a href=\"#%s\">%s</a>: ", p->field, name);
		problem_write(ctx, out, e, p);
		html(out, "</li>\n");
	}
	html(out, "</ul>\n");
	if (ps->missed) {
		html(out, "<p>");
		html_word_n(out, ctx->lang, "ui.problems.more",
			    (int64_t)ps->missed, NULL, 0);
		html(out, "</p>\n");
	}
	html(out, "</div>\n");
}
