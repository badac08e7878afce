/* ui_home.c - what was pledged, and what was announced since */

#include "base/url.h"
#include "domain/update.h"
#include "report/picture_clock.h"
#include "report/picture_objectives.h"
#include "report/svg.h"
#include "service/svc_overview.h"
#include "store/report_queries.h"
#include "ui/gathering.h"
#include "ui/page.h"
#include "ui/piece.h"
#include "ui/ui_special.h"
#include "ui/view.h"
#include "ui/view_objectives.h"

/* The question, made from the records. */
static struct str question(struct ctx *ctx, const struct overview *o)
{
	struct hole holes[] = {
		{ .name = "state", .text = o->state_name },
		{ .name = "year", .text = STR("") },
	};
	bool whole = o->state_name.n && o->forum &&
		     date_is_set(o->forum->from_on);
	char year[NUMBER_ROOM];
	struct buf b;

	buf_init(&b);
	if (whole)
		holes[1].text = number_plain(ctx->lang,
					     o->forum->from_on.year, year);
	text_word(&b, ctx->lang, whole ? "home.question"
				       : "home.question_plain",
		  holes, COUNT(holes));
	return piece_plain(ctx, &b);
}

static int64_t gap_n(const struct overview *o, const char *name)
{
	for (size_t i = 0; i < o->gaps_n; i++)
		if (str_is(str_of(o->gaps[i].kind->name), name))
			return o->gaps[i].n;
	return 0;
}

/* How many were pledged, where and when. */
static void pledged(struct ctx *ctx, struct buf *out,
		    const struct overview *o, int64_t n)
{
	const struct event *forum = o->forum;
	struct str url = piece_url(ctx, "pledges", NULL);
	struct hole holes[3] = { { .name = "pledges" }, { .name = "forum" },
				 { .name = "date" } };

	if (n) {
		url = url_with(ctx->mem, url, "cycle", forum->cycle.code);
		holes[0].markup = piece_count(ctx, url, "pledge.count", n);
	}
	holes[1].markup = piece_text(ctx, piece_record_url(ctx, &event_entity,
				forum->row.code, NULL), forum->row.heading,
				forum->row.heading_lang);
	holes[2].markup = piece_dates(ctx, forum->from_on, forum->to_on);
	if (n)
		html_word_n(out, ctx->lang, "home.pledged", n, holes,
			    COUNT(holes));
	else
		html_word(out, ctx->lang, "home.pledged_none", holes,
			  COUNT(holes));
	html(out, " ");
}

/* What the records hold beside the pledges. */
static void recorded(struct ctx *ctx, struct buf *out,
		     const struct overview *o, const struct home_counts *c)
{
	const char *key = o->forum ? "home.records" : "home.records_plain";
	struct hole list = { .name = "list" };
	struct safe item[2];
	size_t n = 0;

	if (c->actions)
		item[n++] = piece_count(ctx, piece_url(ctx, "actions", NULL),
					"action.count", c->actions);
	if (c->updates)
		item[n++] = piece_count(ctx, piece_url(ctx, "updates", NULL),
					"update.count", c->updates);
	list.markup = piece_list(ctx, item, n);
	html_word(out, ctx->lang, n ? key : "home.records_none", &list, 1);
	html(out, " ");
}

/* What they lack. */
static void lacking(struct ctx *ctx, struct buf *out,
		    const struct overview *o)
{
	static const struct {
		const char *gap;
		const char *key;
	} clauses[] = {
		{ "pledge_title_only", "home.n_title_only" },
		{ "pledge_no_action", "home.n_no_action" },
		{ "pledge_quiet", "home.n_quiet" },
	};
	struct hole list = { .name = "list" };
	struct safe item[COUNT(clauses)];
	size_t n = 0;

	for (size_t i = 0; i < COUNT(clauses); i++) {
		int64_t many = gap_n(o, clauses[i].gap);
		struct str url = piece_url(ctx, "gaps", clauses[i].gap);

		if (many)
			item[n++] = piece_count(ctx, url, clauses[i].key,
						many);
	}
	if (!n)
		return;
	list.markup = piece_list(ctx, item, n);
	html_word(out, ctx->lang, "home.of_pledges", &list, 1);
}

/* One paragraph whose numbers are links. */
static void lead(struct ctx *ctx, struct buf *out, const struct overview *o)
{
	struct home_counts c = query_counts(ctx->db, ctx->mem, o->forum ?
					    o->forum->cycle.id : 0);

	html(out, "<p class=\"lead\">");
	if (o->forum)
		pledged(ctx, out, o, c.pledges);
	recorded(ctx, out, o, &c);
	lacking(ctx, out, o);
	html(out, "</p>\n");
}

static void last_known(struct ctx *ctx, struct buf *out,
		       const struct pledge_line *line)
{
	switch (line->known) {
	case KNOWN_TITLE_ONLY:
		view_mark(out, ctx->lang, "home.known.title_only");
		return;
	case KNOWN_TEXT:
		view_mark(out, ctx->lang, "home.known.text");
		return;
	case KNOWN_MILESTONE:
	case KNOWN_UPDATE:
		view_record(ctx, out, line->entity, &(struct ref){
			.code = line->code, .shown = line->title,
			.shown_lang = line->title_lang });
		if (date_is_set(line->on)) {
			html(out, " · ");
			view_date(out, ctx->lang, line->on);
		}
		if (line->answer.v == UPDATE_ANSWER_NONE)
			view_mark(out, ctx->lang, "home.known.no_answer");
		return;
	}
}

static void pledges(struct ctx *ctx, struct buf *out,
		    const struct overview *o)
{
	html(out, "<ol class=\"pledges\">\n");
	for (size_t i = 0; i < o->pledges_n; i++) {
		const struct pledge_line *line = &o->pledges[i];
		const struct row *row = &line->pledge->row;

		html(out, "<li>");
		view_code(out, row->code);
		html(out, "<span class=\"what\">");
		view_record(ctx, out, &pledge_entity, &(struct ref){
			.code = row->code, .shown = row->heading,
			.shown_lang = row->heading_lang });
		view_stage(out, ctx->lang, row->stage);
		html(out, "</span><span class=\"known\">");
		last_known(ctx, out, line);
		html(out, "</span></li>\n");
	}
	html(out, "</ol>\n");
	if (o->pledges_cut)
		html(out, "<p class=\"legend\">%s</p>\n",
		     word(ctx->lang, "home.pledges_cut"));
	if (o->heard_cut)
		html(out, "<p class=\"legend\">%s</p>\n",
		     word(ctx->lang, "home.heard_cut"));
}

static void clock_picture(struct ctx *ctx, struct buf *out,
			  const struct clock_event *events, size_t n)
{
	struct picture p;

	picture_init(&p, ctx->mem, ctx->lang, 1120);
	p.title = str_of(word(ctx->lang, "home.clock"));
	p.desc = str_of(word(ctx->lang, "home.clock.desc"));
	picture_clock(&p, &(struct clock){
		.events = events, .n = n, .today = ctx->today,
		.today_words = str_of(word(ctx->lang, "home.today")) });
	html(out, "<figure class=\"pic-wide\"><div class=\"scroll\">");
	svg_write(out, &p, "clock", "clock");
	html(out, "</div><figcaption>%s</figcaption></figure>\n",
	     word(ctx->lang, "home.clock.legend"));
}

static void today_item(struct ctx *ctx, struct buf *out)
{
	html(out, "<li class=\"today\">");
	view_date(out, ctx->lang, ctx->today);
	html(out, " <strong>%s</strong></li>\n",
	     word(ctx->lang, "home.today"));
}

/* The same from top to bottom, where the window is too narrow for a line. */
static void clock_list(struct ctx *ctx, struct buf *out,
		       const struct clock_event *events, size_t n)
{
	bool told = !date_is_set(ctx->today);

	html(out, "<ol class=\"clock-list\">\n");
	for (size_t i = 0; i < n; i++) {
		const struct clock_event *e = &events[i];

		if (!told && date_before(ctx->today, e->on)) {
			today_item(ctx, out);
			told = true;
		}
		html(out, e->held ? "<li class=\"held\">" : "<li>");
		view_date(out, ctx->lang, e->on);
		html(out, " <a href=\"%.*s\">", STR_ARG(e->url));
		view_text(out, ctx->lang, e->title, e->lang);
		html(out, "</a>");
		if (e->note.n)
			html(out, " <span class=\"soft\">%.*s</span>",
			     STR_ARG(e->note));
		html(out, "</li>\n");
	}
	if (!told)
		today_item(ctx, out);
	html(out, "</ol>\n");
}

/* What is not known of it, or only expected. */
static struct str clock_note(struct ctx *ctx, const struct event *e)
{
	if (e->standing.v == EVENT_STANDING_EXPECTED)
		return str_of(word(ctx->lang, "home.expected"));
	if (e->standing.v == EVENT_STANDING_ANNOUNCED &&
	    date_before(e->from_on, ctx->today))
		return str_of(word(ctx->lang, "home.clock.unknown"));
	return STR("");
}

static void clock_section(struct ctx *ctx, struct buf *out,
			  const struct overview *o)
{
	struct clock_event *events = arena_array(ctx->mem, o->clock_n + 1,
						 sizeof(*events));
	size_t n = 0;

	for (size_t i = 0; i < o->clock_n; i++) {
		const struct event *e = o->clock[i];

		if (!date_is_set(e->from_on))
			continue;
		events[n++] = (struct clock_event){
			.title = e->row.heading, .lang = e->row.heading_lang,
			.on = e->from_on, .note = STR(""),
			.url = piece_record_url(ctx, &event_entity,
						e->row.code, NULL),
			.held = e->standing.v == EVENT_STANDING_HELD,
			.main = e->kind.v != EVENT_REGIONAL_REVIEW };
		events[n - 1].note = clock_note(ctx, e);
	}
	if (!n)
		return;
	html(out, "<section id=\"clock\"><h2>%s</h2>\n",
	     word(ctx->lang, "home.clock"));
	clock_picture(ctx, out, events, n);
	clock_list(ctx, out, events, n);
	html(out, "</section>\n");
}

static void card(struct page *p, const struct event *e,
		 const struct gathering *g)
{
	struct ctx *ctx = p->ctx;

	html(p->out, "<section class=\"card\" id=\"featured\"><h2>");
	view_record(ctx, p->out, &event_entity, &(struct ref){
		.code = e->row.code, .shown = e->row.heading,
		.shown_lang = e->row.heading_lang });
	html(p->out, "</h2>\n<p>");
	html_insert(p->out, piece_dates(ctx, e->from_on, e->to_on));
	html(p->out, "</p>\n");
	gathering_summary(ctx, p->out, g);
	html(p->out, "<p><a class=\"more\" href=\"%.*s\">%s</a></p>"
	     "</section>\n",
	     STR_ARG(piece_record_url(ctx, &event_entity, e->row.code,
				      "release")),
	     word(ctx->lang, "home.release"));
}

static void gaps(struct ctx *ctx, struct buf *out, const struct overview *o)
{
	html(out, "<section id=\"gaps\"><h2>%s</h2><ul class=\"gaps\">\n",
	     word(ctx->lang, "home.gaps"));
	for (size_t i = 0; i < o->gaps_n; i++) {
		const struct gap_count *c = &o->gaps[i];
		struct str url = piece_url(ctx, "gaps", c->kind->name);

		if (!c->n)
			continue;
		html(out, "<li><a href=\"%.*s\"><b>", STR_ARG(url));
		number_add(out, ctx->lang, c->n);
		html(out, "</b> <span>%s</span></a></li>\n",
		     word(ctx->lang, view_key(ctx->mem, "gap", c->kind->name,
					      NULL)));
	}
	html(out, "</ul></section>\n");
}


enum err ui_home(struct ctx *ctx, const struct request *rq,
		 struct response *rs, const struct match *m)
{
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs, .here = "" };
	struct gathering g = { 0 };
	struct overview o;
	enum err err = svc_overview(ctx, &o);

	(void)m;
	if (err == ERR_OK && o.featured)
		err = gathering_load(ctx, o.featured->row.id, &g);
	if (err)
		return err;
	p.title = question(ctx, &o);
	page_begin(&p);
	html(p.out, "<h1>");
	html_text(p.out, p.title);
	html(p.out, "</h1>\n");
	lead(ctx, p.out, &o);
	pledges(ctx, p.out, &o);
	clock_section(ctx, p.out, &o);
	html(p.out, "<div class=\"two\"><div>\n");
	view_objectives(ctx, p.out, &o);
	gaps(ctx, p.out, &o);
	html(p.out, "</div>\n");
	if (o.featured)
		card(&p, o.featured, &g);
	html(p.out, "</div>\n");
	html(p.out, "<p class=\"legend\">%s %s</p>\n",
	     word(ctx->lang, "home.numbers"), word(ctx->lang, "ui.legend"));
	page_end(&p);
	return ERR_OK;
}
