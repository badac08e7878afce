/* extra_event.c - what the page of an event shows beyond its table */

#include "domain/organisation.h"
#include "domain/agenda_item.h"
#include "domain/event.h"
#include "domain/person.h"
#include "domain/quote.h"
#include "domain/seat.h"
#include "lang/words.h"
#include "ui/extra_draw.h"
#include "ui/gathering.h"
#include "ui/piece.h"

struct occasion {
	struct gathering g;
	void **agenda;
	size_t agenda_n;
	void **quotes;
	size_t quotes_n;
};

static enum err occasion_load(const struct view *v, struct occasion *o)
{
	struct ctx *ctx = v->ctx;
	int64_t id = record_row_in(v->record)->id;
	enum err err = gathering_load(ctx, id, &o->g);

	if (err == ERR_OK)
		err = repo_children(ctx->db, ctx->mem, &agenda_item_entity,
				    "event", id, ctx->lang, &o->agenda,
				    &o->agenda_n);
	if (err == ERR_OK)
		err = repo_children(ctx->db, ctx->mem, &quote_entity, "event",
				    id, ctx->lang, &o->quotes, &o->quotes_n);
	return err;
}

static void agenda_line(const struct view *v, const struct agenda_item *a)
{
	struct ctx *ctx = v->ctx;

	html(v->out, "<li>");
	view_record(ctx, v->out, &agenda_item_entity, &(struct ref){
		.code = a->row.code, .shown = a->row.heading,
		.shown_lang = a->row.heading_lang });
	if (a->detailed.v == 2)
		html(v->out, " <span class=\"soft\">%s</span>",
		     word(ctx->lang, "agenda_item.detailed"));
	if (a->presenter.id) {
		html(v->out, " <span class=\"soft\">· ");
		view_record(ctx, v->out, &organisation_entity,
			    &a->presenter);
		html(v->out, "</span>");
	}
	if (a->person.id) {
		html(v->out, " <span class=\"soft\">· ");
		view_record(ctx, v->out, &person_entity, &a->person);
		html(v->out, "</span>");
	}
	html(v->out, "</li>\n");
}

static void agenda(const struct view *v, const struct occasion *o,
		   int64_t part)
{
	bool some = false;

	for (size_t i = 0; i < o->agenda_n; i++) {
		const struct agenda_item *a = o->agenda[i];

		if (a->part.id != part || a->row.stage.v == STAGE_WITHDRAWN)
			continue;
		if (!some)
			html(v->out, "<h4>%s</h4><ol class=\"agenda\">\n",
			     word(v->ctx->lang, "agenda_item.many"));
		some = true;
		agenda_line(v, a);
	}
	if (some)
		html(v->out, "</ol>\n");
}

static void part(const struct view *v, const struct occasion *o,
		 const struct event_part *p)
{
	struct ctx *ctx = v->ctx;

	html(v->out, "<section class=\"part\"><h3>");
	view_record(ctx, v->out, &event_part_entity, &(struct ref){
		.code = p->row.code, .shown = p->row.heading,
		.shown_lang = p->row.heading_lang });
	if (date_is_set(p->on)) {
		html(v->out, " <small>");
		view_date(v->out, ctx->lang, p->on);
		html(v->out, "</small>");
	}
	gathering_open_mark(ctx, v->out, p);
	html(v->out, "</h3>\n");
	agenda(v, o, p->row.id);
	gathering_roles(ctx, v->out, &o->g, p->row.id);
	html(v->out, "</section>\n");
}

/* In its own language; where that is not the reader's, what was said stands
 * below as reported speech, which is ours. */
static void quote(const struct view *v, const struct quote *q)
{
	struct ctx *ctx = v->ctx;
	enum lang of = text_source(&q->words.text);

	html(v->out, "<figure class=\"quote\">");
	if (!text_empty(&q->words.text))
		html(v->out, "<blockquote lang=\"%s\" dir=\"%s\">%.*s"
		     "</blockquote>\n", lang_row(of)->tag, lang_row(of)->dir,
		     STR_ARG(q->words.text.in[of].body));
	if (of != ctx->lang && q->reported.text.in[ctx->lang].body.n) {
		html(v->out, "<p><bdi>%.*s</bdi>",
		     STR_ARG(q->reported.text.in[ctx->lang].body));
		view_mark(v->out, ctx->lang, "ui.mark.rendering");
		html(v->out, "</p>\n");
	}
	html(v->out, "<figcaption>");
	view_record(ctx, v->out, &person_entity, &q->person);
	if (q->seat.id) {
		html(v->out, " · ");
		view_record(ctx, v->out, &seat_entity, &q->seat);
	}
	html(v->out, " · ");
	view_record(ctx, v->out, &quote_entity,
		    &(struct ref){ .code = q->row.code });
	html(v->out, "</figcaption></figure>\n");
}

static void quotes(const struct view *v, const struct occasion *o)
{
	if (!o->quotes_n)
		return;
	html(v->out, "<section id=\"quotes\"><h2>%s</h2>\n",
	     word(v->ctx->lang, "quote.many"));
	for (size_t i = 0; i < o->quotes_n; i++) {
		const struct quote *q = o->quotes[i];

		if (q->row.stage.v != STAGE_WITHDRAWN)
			quote(v, q);
	}
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
	if (!o.g.attendances_n && !o.agenda_n && !o.quotes_n && !o.g.parts_n)
		return ERR_OK;
	html(v->out, "<section id=\"who\"><h2>%s</h2>\n",
	     word(v->ctx->lang, "event.who"));
	gathering_roles(v->ctx, v->out, &o.g, 0);
	agenda(v, &o, 0);
	for (size_t i = 0; i < o.g.parts_n; i++)
		if (o.g.parts[i]->row.stage.v != STAGE_WITHDRAWN)
			part(v, &o, o.g.parts[i]);
	html(v->out, "</section>\n");
	quotes(v, &o);
	return ERR_OK;
}
