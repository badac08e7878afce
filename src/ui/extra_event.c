/* extra_event.c - what the page of an event shows beyond its table */

#include "domain/agenda_item.h"
#include "domain/event.h"
#include "domain/event_part.h"
#include "domain/organisation.h"
#include "domain/person.h"
#include "domain/quote.h"
#include "domain/seat.h"
#include "lang/words.h"
#include "ui/extra_draw.h"
#include "ui/gathering.h"
#include "ui/piece.h"

struct occasion {
	struct gathering g;
	struct told_item *agenda;
	size_t agenda_n;
	struct told_quote *quotes;
	size_t quotes_n;
};

static enum err occasion_load(const struct view *v, struct occasion *o)
{
	struct ctx *ctx = v->ctx;
	int64_t id = record_row_in(v->record)->id;
	enum err err = gathering_load(ctx, id, &o->g);

	if (err)
		return err;
	o->agenda_n = query_agenda(ctx->db, ctx->mem, id, ctx->lang,
				   &o->agenda);
	o->quotes_n = query_quotes(ctx->db, ctx->mem, id, ctx->lang,
				   &o->quotes);
	return db_err(ctx->db);
}

/* " · name", softly. */
static void beside(const struct view *v, const struct entity *e,
		   const struct titled *to)
{
	if (!to->id)
		return;
	html(v->out, " <span class=\"soft\">· ");
	gathering_link(v->ctx, v->out, e, to);
	html(v->out, "</span>");
}

static void agenda_line(const struct view *v, const struct told_item *a)
{
	html(v->out, "<li>");
	gathering_link(v->ctx, v->out, &agenda_item_entity, &a->of);
	if (a->detailed)
		html(v->out, " <span class=\"soft\">%s</span>",
		     word(v->ctx->lang, "agenda_item.detailed"));
	beside(v, &organisation_entity, &a->presenter);
	beside(v, &person_entity, &a->person.of);
	html(v->out, "</li>\n");
}

static void agenda(const struct view *v, const struct occasion *o,
		   int64_t part)
{
	const char *words = word(v->ctx->lang, "agenda_item.many");
	bool some = false;

	for (size_t i = 0; i < o->agenda_n; i++) {
		const struct told_item *a = &o->agenda[i];

		if (a->part != part)
			continue;
		if (!some && part)
			html(v->out, "<h4>%s</h4>", words);
		else if (!some)
			html(v->out, "<h3>%s</h3>", words);
		if (!some)
			html(v->out, "<ol class=\"agenda\">\n");
		some = true;
		agenda_line(v, a);
	}
	if (some)
		html(v->out, "</ol>\n");
}

static void part(const struct view *v, const struct occasion *o,
		 const struct told_part *p)
{
	html(v->out, "<section class=\"part\"><h3>");
	gathering_link(v->ctx, v->out, &event_part_entity, &p->of);
	gathering_open_mark(v->ctx, v->out, p);
	html(v->out, "</h3>\n");
	agenda(v, o, p->of.id);
	gathering_roles(v->ctx, v->out, &o->g, p->of.id);
	html(v->out, "</section>\n");
}

/* In its own language; where that is not the reader's, what was said stands
 * below as reported speech, which is ours. */
static void quote(const struct view *v, const struct told_quote *q)
{
	struct ctx *ctx = v->ctx;
	const struct lang_row *l = lang_row(q->words_lang);

	html(v->out, "<figure class=\"quote\">");
	if (q->words.n)
		html(v->out, "<blockquote lang=\"%s\" dir=\"%s\">%.*s"
		     "</blockquote>\n", l->tag, l->dir, STR_ARG(q->words));
	if (q->words_lang != ctx->lang && q->reported.n) {
		html(v->out, "<p><bdi>%.*s</bdi>", STR_ARG(q->reported));
		view_mark(v->out, ctx->lang, "ui.mark.rendering");
		html(v->out, "</p>\n");
	}
	html(v->out, "<figcaption>");
	gathering_link(ctx, v->out, &person_entity, &q->person.of);
	beside(v, &seat_entity, &q->seat);
	html(v->out, " · ");
	view_record(ctx, v->out, &quote_entity,
		    &(struct ref){ .code = q->code });
	html(v->out, "</figcaption></figure>\n");
}

static void quotes(const struct view *v, const struct occasion *o)
{
	if (!o->quotes_n)
		return;
	html(v->out, "<section id=\"quotes\"><h2>%s</h2>\n",
	     word(v->ctx->lang, "quote.many"));
	for (size_t i = 0; i < o->quotes_n; i++)
		quote(v, &o->quotes[i]);
	html(v->out, "</section>\n");
}

enum err extra_event_above(const struct extra_ask *a)
{
	const struct view *v = a->view;
	const struct event *e = v->record;
	struct str url = piece_record_url(v->ctx, v->entity, e->row.code,
					  "release");

	if (e->kind.v == EVENT_BRIEFING || e->kind.v == EVENT_MEETING)
		html(v->out, "<p><a class=\"more\" href=\"%.*s\">%s</a></p>\n",
		     STR_ARG(url), word(v->ctx->lang, "home.release"));
	return ERR_OK;
}

enum err extra_event_below(const struct extra_ask *a)
{
	const struct view *v = a->view;
	struct occasion o = { 0 };
	enum err err = occasion_load(v, &o);

	if (err)
		return err;
	if (!o.g.present_n && !o.agenda_n && !o.quotes_n && !o.g.parts_n)
		return ERR_OK;
	html(v->out, "<section id=\"who\"><h2>%s</h2>\n",
	     word(v->ctx->lang, "event.who"));
	gathering_roles(v->ctx, v->out, &o.g, 0);
	agenda(v, &o, 0);
	for (size_t i = 0; i < o.g.parts_n; i++)
		part(v, &o, &o.g.parts[i]);
	html(v->out, "</section>\n");
	quotes(v, &o);
	return ERR_OK;
}
