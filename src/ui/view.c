/* view.c - how single values are read */

#include "ui/view.h"

#include <string.h>

#include "base/url.h"
#include "lang/isolate.h"
#include "lang/words.h"
#include "ui/markdown.h"
#include "ui/view_fact.h"

const char *view_key(struct arena *mem, const char *a, const char *b,
		     const char *c)
{
	size_t a_n = strlen(a), b_n = strlen(b), c_n = c ? strlen(c) : 0;
	char *key = arena_alloc(mem, a_n + b_n + c_n + 3);

	memcpy(key, a, a_n);
	key[a_n] = '.';
	memcpy(key + a_n + 1, b, b_n);
	if (c) {
		key[a_n + 1 + b_n] = '.';
		memcpy(key + a_n + b_n + 2, c, c_n);
	}
	return key;
}

const char *view_label(struct ctx *ctx, const struct entity *e,
		       const struct field *f)
{
	return word(ctx->lang,
		    view_key(ctx->mem, entity_words(e, f), f->name, NULL));
}

const char *view_choice(struct ctx *ctx, const char *entity,
			const struct field *f, struct choice v)
{
	return word(ctx->lang, view_key(ctx->mem, entity, f->name,
					choice_name(f->choices, v)));
}

void view_actor(struct ctx *ctx, struct buf *out, struct str name)
{
	if (str_is(name, "operator"))
		html(out, "%s", word(ctx->lang, "ui.operator"));
	else
		html(out, "<bdi>%.*s</bdi>", STR_ARG(name));
}

void view_text(struct buf *out, enum lang page, struct str text,
	       enum lang of)
{
	const struct lang_row *l;

	if (!text.n)
		return;
	if (of == page || (unsigned)of >= LANG_N) {
		html(out, "<bdi>%.*s</bdi>", STR_ARG(text));
		return;
	}
	l = lang_row(of);
	html(out, "<bdi lang=\"%s\" dir=\"%s\">%.*s</bdi>", l->tag, l->dir,
	     STR_ARG(text));
}

void view_code(struct buf *out, struct str code)
{
	html(out, "<bdi class=\"code\">%.*s</bdi>", STR_ARG(code));
}

void view_date(struct buf *out, enum lang l, struct date d)
{
	char iso[DATE_ISO];
	struct str machine = date_iso(d, iso);

	if (!machine.n)
		return;
	html(out, "<time datetime=\"%.*s\">", STR_ARG(machine));
	date_words(out, l, d);
	html(out, "</time>");
	date_beside(out, l, d);
}

void view_instant(struct ctx *ctx, struct buf *out, struct instant t)
{
	int zone = ctx->settings->zone_minutes;
	int64_t minute;
	char iso[32];
	struct str machine = instant_iso(t, iso);

	if (!machine.n)
		return;
	minute = (t.ms / 60000 + zone) % (24 * 60);
	html(out, "<time datetime=\"%.*s\">", STR_ARG(machine));
	date_words(out, ctx->lang, instant_day(t, zone));
	html(out, " <bdi>");
	number_add_plain(out, ctx->lang, minute / 60);
	html(out, ":");
	number_add_plain(out, ctx->lang, minute % 60 / 10);
	number_add_plain(out, ctx->lang, minute % 10);
	html(out, "</bdi></time>");
}

void view_downloads(struct ctx *ctx, struct buf *out, struct str url)
{
	struct str csv = url_with(ctx->mem, url, "format", STR("csv"));
	struct str json = url_with(ctx->mem, url, "format", STR("json"));

	html(out, "<div class=\"actions\"><a href=\"%.*s\" download>%s</a>"
	     "<a href=\"%.*s\">%s</a></div>\n", STR_ARG(csv),
	     word(ctx->lang, "ui.csv"), STR_ARG(json),
	     word(ctx->lang, "ui.json"));
}

void view_mark(struct buf *out, enum lang l, const char *key)
{
	html(out, " <span class=\"mark\">%s</span>", word(l, key));
}

void view_stage(struct buf *out, enum lang l, struct choice stage)
{
	if (stage.v == STAGE_DRAFT)
		view_mark(out, l, "row.stage.draft");
	else if (stage.v == STAGE_WITHDRAWN)
		view_mark(out, l, "row.stage.withdrawn");
}

void view_unknown(struct buf *out, enum lang l)
{
	html(out, "<span class=\"mark unknown\">%s</span>",
	     word(l, "ui.unknown"));
}

void view_provenance(struct buf *out, enum lang l, struct choice kind)
{
	switch (kind.v) {
	case FACT_INFERRED:
		view_mark(out, l, "ui.mark.inferred");
		return;
	case FACT_RENDERING:
		view_mark(out, l, "ui.mark.rendering");
		return;
	case FACT_COMPUTED:
		view_mark(out, l, "ui.mark.computed");
		return;
	default:
		return;
	}
}

/* The start of a link to a record, or of what cannot be a link. */
static void link_begin(struct ctx *ctx, struct buf *out,
		       const struct entity *e, struct str code)
{
	struct str url;

	if (!e || !e->path || !code.n) {
		html(out, "<span>");
		return;
	}
	url = url_record(ctx->mem, lang_row(ctx->lang)->tag, e->path, code,
			 NULL);
	html(out, "<a href=\"%.*s\">", STR_ARG(url));
}

static void link_end(struct buf *out, const struct entity *e,
		     struct str code)
{
	html(out, e && e->path && code.n ? "</a>" : "</span>");
}

void view_record(struct ctx *ctx, struct buf *out, const struct entity *e,
		 const struct ref *to)
{
	link_begin(ctx, out, e, to->code);
	if (to->shown.n)
		view_text(out, ctx->lang, to->shown, to->shown_lang);
	else
		view_code(out, to->code);
	link_end(out, e, to->code);
}

void view_record_coded(struct ctx *ctx, struct buf *out,
		       const struct entity *e, const struct ref *to)
{
	link_begin(ctx, out, e, to->code);
	view_code(out, to->code);
	if (to->shown.n) {
		html(out, " ");
		view_text(out, ctx->lang, to->shown, to->shown_lang);
	}
	link_end(out, e, to->code);
}

/* One mark that tells how the words came into their language. */
static void origin_mark(struct ctx *ctx, struct buf *out,
			const struct text *t, enum lang shown)
{
	const struct text_body *b = &t->in[shown];
	bool draft = b->state == TEXT_DRAFT;

	if (shown != ctx->lang)
		html(out, " <span class=\"mark\">%s</span>",
		     word(ctx->lang, view_key(ctx->mem, "lang",
					      lang_row(shown)->tag, NULL)));
	if (b->origin == TEXT_RENDERING)
		view_mark(out, ctx->lang, draft ? "ui.mark.rendering_draft"
						: "ui.mark.rendering");
	else if (b->origin == TEXT_MACHINE)
		view_mark(out, ctx->lang, "ui.mark.machine");
	else if (draft)
		view_mark(out, ctx->lang, "ui.mark.draft");
	if (text_out_of_date(t, shown))
		view_mark(out, ctx->lang, "ui.mark.out_of_date");
}

void view_words(struct ctx *ctx, struct buf *out, const struct text *t,
		bool longer)
{
	enum lang shown;
	const struct text_body *b = text_for(t, ctx->lang, &shown);

	if (!b)
		return;
	if (!longer) {
		view_text(out, ctx->lang, b->body, shown);
		origin_mark(ctx, out, t, shown);
		return;
	}
	html(out, "<div class=\"prose\" lang=\"%s\" dir=\"%s\">\n",
	     lang_row(shown)->tag, lang_row(shown)->dir);
	markdown_html(out, isolate_phones(ctx->mem, b->body));
	html(out, "</div>\n");
	if (shown != ctx->lang || b->origin >= TEXT_RENDERING ||
	    b->state == TEXT_DRAFT) {
		html(out, "<p class=\"origin\">");
		origin_mark(ctx, out, t, shown);
		html(out, "</p>\n");
	}
}

static void outside(struct buf *out, struct str address)
{
	struct str url = url_outside(address);

	if (url.n)
		html(out, "<a rel=\"external noreferrer\" href=\"%.*s\">"
		     "<bdi dir=\"ltr\">%.*s</bdi></a>", STR_ARG(url),
		     STR_ARG(url));
	else
		html(out, "<bdi dir=\"ltr\">%.*s</bdi>", STR_ARG(address));
}

/* Spellings and the like stand in one line, parted by "|". */
static void several(struct buf *out, struct str line)
{
	struct str part;

	for (size_t n = 0; str_split(&line, '|', &part); n++)
		html(out, n ? " · <bdi>%.*s</bdi>" : "<bdi>%.*s</bdi>",
		     STR_ARG(part));
}

void view_value(struct ctx *ctx, struct buf *out, const struct entity *e,
		const struct field *f, const void *record)
{
	const void *m = field_in(f, record);

	if (field_empty(f, record))
		return;
	switch (f->kind) {
	case KIND_TEXT:
	case KIND_LONGTEXT:
		view_words(ctx, out, field_text_in(f, record),
			   f->kind == KIND_LONGTEXT);
		return;
	case KIND_LINE:
		if (e == &fact_entity)
			view_fact_line(ctx, out, f, record, NULL);
		else
			several(out, ((const struct line *)m)->s);
		return;
	case KIND_URL:
		outside(out, ((const struct url *)m)->s);
		return;
	case KIND_DATE:
		view_date(out, ctx->lang, *(const struct date *)m);
		return;
	case KIND_INSTANT:
		view_instant(ctx, out, *(const struct instant *)m);
		return;
	case KIND_COUNT:
		number_html(out, ctx->lang, ((const struct count *)m)->n);
		return;
	case KIND_YESNO:
		html(out, "%s", word(ctx->lang,
				     ((const struct yesno *)m)->v == 2 ?
				     "ui.yes" : "ui.no"));
		return;
	case KIND_CHOICE:
		html(out, "%s", view_choice(ctx, entity_words(e, f), f,
					    *(const struct choice *)m));
		return;
	case KIND_REF:
		view_record(ctx, out, f->refers, m);
		return;
	case KIND_ANYREF:
		view_record(ctx, out, ((const struct anyref *)m)->entity,
			    &((const struct anyref *)m)->to);
		return;
	case KIND_N:
		return;
	}
}
