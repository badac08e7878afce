/*
 * ui_components.c - each part of a page, in each of its states
 *
 * For whoever changes a part: how it looks when there is nothing, when there
 * is what one expects, when words are long, and when something is wrong. The
 * parts are drawn by the code that draws them on real pages, from records that
 * are made up here and stored nowhere.
 */

#include <string.h>

#include "base/url.h"
#include "domain/pledge.h"
#include "lang/words.h"
#include "model/record.h"
#include "report/picture_chain.h"
#include "report/picture_clock.h"
#include "report/picture_objectives.h"
#include "report/picture_years.h"
#include "report/svg.h"
#include "ui/page.h"
#include "ui/piece.h"
#include "ui/record_form.h"
#include "ui/ui_special.h"
#include "ui/view.h"

enum state { STATE_FULL, STATE_EMPTY, STATE_LONG, STATE_WRONG, STATES };

static const char *const states[STATES] = {
	[STATE_FULL] = "full",
	[STATE_EMPTY] = "empty",
	[STATE_LONG] = "long",
	[STATE_WRONG] = "wrong",
};

/* What every part needs to be drawn. */
struct show {
	struct ctx *ctx;
	struct page *page;
	struct buf *out;
	enum state state;
};

static const char *words(const struct show *s, const char *key)
{
	return word(s->ctx->lang, key);
}

/* The words that stand in the example: short, or too long for most places. */
static struct str sample(const struct show *s)
{
	return str_of(words(s, s->state == STATE_LONG ? "components.long"
						      : "components.sample"));
}

static void part(const struct show *s, const char *key)
{
	html(s->out, "<section><h2>%s</h2>\n", words(s, key));
}

static void part_end(const struct show *s)
{
	html(s->out, "</section>\n");
}

/* ---- a record that is not stored */

static void pledge_fill(const struct show *s, struct pledge *p)
{
	enum lang l = s->ctx->lang;

	p->title.in[l] = (struct text_body){
		.body = sample(s), .state = TEXT_CHECKED };
	p->summary.text.in[l] = p->title.in[l];
	p->row.heading = sample(s);
	p->row.heading_lang = l;
	p->row.stage.v = STAGE_PUBLISHED;
	p->kind.v = PLEDGE_PARTNERSHIP;
	p->form.v = PLEDGE_FORM_POLICY;
	p->committed_on = (struct date){ 2022, 5, 17 };
	p->due_on = (struct date){ .year = 2026 };
	p->number = (struct count){ 4, true };
	if (s->state == STATE_LONG)
		p->address.s = STR("https://example.org/an/address/that/has/no"
			"-blank-where-it-could-be-broken-and-is-very-long");
}

/* A draft that a machine put into another language than the reader's. */
static void pledge_spoil(const struct show *s, struct pledge *p)
{
	enum lang l = s->ctx->lang;
	enum lang other = l == LANG_EN ? LANG_AR : LANG_EN;

	p->title.in[l] = (struct text_body){ .body = STR("") };
	p->title.in[other] = (struct text_body){
		.body = str_of(word(other, "components.sample")),
		.state = TEXT_DRAFT, .origin = TEXT_MACHINE };
	p->row.heading = p->title.in[other].body;
	p->row.heading_lang = other;
	p->row.stage.v = STAGE_DRAFT;
	p->due_on = (struct date){ .year = 0 };
}

static struct pledge *pledge_sample(const struct show *s, const char *code)
{
	struct pledge *p = record_new(&pledge_entity, s->ctx->mem);

	p->row.code = str_of(code);
	if (s->state != STATE_EMPTY)
		pledge_fill(s, p);
	if (s->state == STATE_WRONG)
		pledge_spoil(s, p);
	return p;
}

/* ---- small parts */

static void buttons(const struct show *s)
{
	part(s, "components.buttons");
	html(s->out, "<p class=\"buttons\"><button type=\"button\" "
	     "class=\"main\">%s</button> <button type=\"button\">%.*s"
	     "</button> <a href=\"#main\">%s</a></p>\n",
	     words(s, "ui.save"), STR_ARG(sample(s)), words(s, "ui.cancel"));
	part_end(s);
}

static void marks(const struct show *s)
{
	static const char *const keys[] = {
		"ui.mark.inferred", "ui.mark.rendering", "ui.mark.computed",
		"ui.mark.draft", "ui.mark.machine", "ui.mark.out_of_date",
		"row.stage.draft", "row.stage.withdrawn",
	};

	part(s, "components.marks");
	html(s->out, "<ul class=\"plain\"><li>");
	view_text(s->out, s->ctx->lang, sample(s), s->ctx->lang);
	html(s->out, " ");
	view_unknown(s->out, s->ctx->lang);
	html(s->out, "</li>\n");
	for (size_t i = 0; i < COUNT(keys); i++) {
		html(s->out, "<li>");
		view_text(s->out, s->ctx->lang, sample(s), s->ctx->lang);
		view_mark(s->out, s->ctx->lang, keys[i]);
		html(s->out, "</li>\n");
	}
	html(s->out, "</ul>\n");
	part_end(s);
}

static void callouts(const struct show *s)
{
	static const char *const kinds[] = { "done", "notice", "empty" };

	part(s, "components.callouts");
	for (size_t i = 0; i < COUNT(kinds); i++)
		html(s->out, "<div class=\"%s\"><p>%.*s</p></div>\n",
		     kinds[i], STR_ARG(sample(s)));
	part_end(s);
}

/* Ways through a list: order, filter, and what is chosen now. */
static void filters(const struct show *s)
{
	struct str here = piece_url(s->ctx, "dev/components", NULL);
	int n = s->state == STATE_EMPTY ? 0 : s->state == STATE_LONG ? 12 : 3;

	part(s, "components.filters");
	html(s->out, "<div class=\"ways\"><span>%s</span><ul><li><b>%s</b>"
	     "</li>", words(s, "ui.order"), words(s, "ui.all"));
	for (int i = 0; i < n; i++)
		html(s->out, "<li><a href=\"%.*s\">%.*s</a></li>",
		     STR_ARG(here), STR_ARG(sample(s)));
	html(s->out, "</ul></div>\n");
	part_end(s);
}

/* What there is to do, each with its number. */
static void tasks(const struct show *s)
{
	struct str here = piece_url(s->ctx, "dev/components", NULL);
	static const int counts[STATES][2] = {
		[STATE_FULL] = { 4, 17 }, [STATE_LONG] = { 1234567, 3 },
		[STATE_WRONG] = { 0, 1 },
	};

	part(s, "components.tasks");
	if (s->state == STATE_EMPTY)
		html(s->out, "<p class=\"empty\">%s</p>\n",
		     words(s, "pledge.empty"));
	else
		html(s->out, "<ul class=\"gaps all\">");
	for (size_t i = 0; s->state != STATE_EMPTY && i < 2; i++)
		html(s->out, "<li><a href=\"%.*s\"><b>%d</b> <span>%.*s"
		     "</span></a><p>%s</p></li>\n", STR_ARG(here),
		     counts[s->state][i], STR_ARG(sample(s)),
		     words(s, "components.sample"));
	if (s->state != STATE_EMPTY)
		html(s->out, "</ul>\n");
	part_end(s);
}

/* ---- tables, lists, forms */

static void table(const struct show *s)
{
	static const char *const codes[] = { "XX00-1", "XX00-2", "XX00-3" };
	struct list_page rows = { .next = STR("") };
	void *records[COUNT(codes)];

	for (size_t i = 0; i < COUNT(codes); i++)
		records[i] = pledge_sample(s, codes[i]);
	rows.records = records;
	rows.n = s->state == STATE_EMPTY ? 0 : COUNT(codes);
	part(s, "components.table");
	if (rows.n)
		view_list(s->ctx, s->out, &pledge_entity,
			  "dev/components", &rows);
	else
		html(s->out, "<p class=\"empty\">%s</p>\n",
		     words(s, "pledge.empty"));
	part_end(s);
}

static void summary(const struct show *s)
{
	const struct view v = {
		.ctx = s->ctx, .out = s->out, .entity = &pledge_entity,
		.record = pledge_sample(s, "XX00-1"), .path = "pledges",
	};

	part(s, "components.summary");
	html(s->out, "<div class=\"card\">\n");
	view_fields(&v, NULL);
	html(s->out, "</div>\n");
	part_end(s);
}

/* What somebody may have typed, and what is wrong with it. */
static void mistakes(const struct show *s, struct request *typed)
{
	const struct pair sent[] = {
		{ STR("due_on"), STR("31.02.2024") },
		{ STR("pledgor"), STR("NOBODY") },
		{ STR("title:ar"), STR("") },
	};
	struct problems *ps = &s->ctx->problems;

	typed->form.list = arena_array(s->ctx->mem, COUNT(sent),
				       sizeof(*sent));
	memcpy(typed->form.list, sent, sizeof(sent));
	typed->form.n = COUNT(sent);
	problem_add(ps, "title", "required");
	problem_add_value(ps, "due_on", "no_such_day", sent[0].value,
			  STR("2024-02-29"));
	problem_add_value(ps, "pledgor", "no_such_record", sent[1].value,
			  STR(""));
}

static void form(const struct show *s)
{
	struct request typed = *s->page->rq;
	bool wrong = s->state == STATE_WRONG;

	typed.form = (struct pairs){ NULL, 0 };
	part(s, "components.form");
	if (wrong)
		mistakes(s, &typed);
	record_form_problems(s->ctx, s->out, &pledge_entity);
	html(s->out, "<form class=\"record\" method=\"get\" "
	     "action=\"%.*s\">\n",
	     STR_ARG(piece_url(s->ctx, "dev/components", NULL)));
	record_form_write(s->ctx, s->out, &pledge_entity,
			  pledge_sample(s, "XX00-1"), wrong ? &typed : NULL);
	html(s->out, "<p class=\"buttons\"><button class=\"main\">%s"
	     "</button></p></form>\n", words(s, "ui.save"));
	part_end(s);
}

/* ---- pictures */

static void figure(const struct show *s, const struct picture *p,
		   const char *id)
{
	html(s->out, "<figure><div class=\"scroll\" tabindex=\"0\" "
	     "role=\"region\" aria-label=\"%.*s\">",
	     STR_ARG(p->title));
	svg_write(s->out, p, id, id);
	html(s->out, "</div></figure>\n");
	part_end(s);
}

static struct chain_box box(const struct show *s, int column, size_t parent)
{
	return (struct chain_box){
		.column = column, .parent = parent, .title = sample(s),
		.title_lang = s->ctx->lang, .line = STR(""),
		.look = parent ? CHAIN_LOOK_RECORD : CHAIN_LOOK_SELF,
		.url = piece_url(s->ctx, "dev/components", NULL),
		.name = sample(s) };
}

static struct chain_box hole(const struct show *s, int column, size_t parent)
{
	struct chain_box b = box(s, column, parent);

	b.look = CHAIN_LOOK_GAP;
	b.url = STR("");
	b.title = str_of(words(s, "ui.unknown"));
	return b;
}

/* A pledge with a plan that is only inferred, an action with milestones and
 * a hole where the review would be. */
static size_t boxes(const struct show *s, struct chain_box *b)
{
	size_t n = 0;
	int milestones = s->state == STATE_LONG ? 7 : 2;

	b[n++] = box(s, 0, 0);
	b[0].look = CHAIN_LOOK_SELF;
	if (s->state == STATE_EMPTY) {
		b[n++] = hole(s, 1, 0);
		return n;
	}
	b[n] = box(s, 1, 0);
	b[n].look = CHAIN_LOOK_RECORD;
	b[n++].inferred = true;
	b[n] = box(s, 2, 1);
	b[n++].inferred = s->state == STATE_WRONG;
	for (int i = 0; i < milestones; i++)
		b[n++] = box(s, 3, 2);
	b[n++] = hole(s, 4, 0);
	return n;
}

static void chain(const struct show *s)
{
	static const char *const keys[] = { "pledge", "plan", "action",
		"milestone", "chain.review" };
	struct str heads[COUNT(keys)];
	struct chain_box list[CHAIN_BOXES_MAX];
	struct picture p;
	size_t n = boxes(s, list);

	for (size_t i = 0; i < COUNT(keys); i++)
		heads[i] = str_of(words(s, keys[i]));
	part(s, "components.chain");
	picture_init(&p, s->ctx->mem, s->ctx->lang, 1120);
	p.title = str_of(words(s, "chain.title"));
	p.desc = str_of(words(s, "chain.legend"));
	picture_chain(&p, &(struct chain_drawing){
		.boxes = list, .n = n, .heads = heads,
		.heads_n = COUNT(keys) });
	figure(s, &p, "chain");
}

static void years(const struct show *s)
{
	enum { MANY = 9 };
	struct clock_event events[MANY];
	size_t n = s->state == STATE_EMPTY ? 1 :
		   s->state == STATE_LONG ? MANY : 4;
	struct picture p;

	for (size_t i = 0; i < n; i++)
		events[i] = (struct clock_event){
			.title = sample(s), .lang = s->ctx->lang,
			.on = { (int16_t)(2018 + (int)(i * 12 / n)), 5, 17 },
			.url = STR(""), .note = STR(""), .held = i < 2,
			.main = i % 2 == 0 };
	/* Two on one day. */
	if (s->state == STATE_WRONG)
		events[1].on = events[0].on;
	part(s, "components.clock");
	picture_init(&p, s->ctx->mem, s->ctx->lang, 1120);
	p.title = str_of(words(s, "components.clock"));
	p.desc = sample(s);
	picture_clock(&p, &(struct clock){
		.events = events, .n = n, .today = s->ctx->today,
		.today_words = str_of(words(s, "home.today")) });
	figure(s, &p, "clock");
}

static void objectives(const struct show *s)
{
	static const enum objective_state full[] = { OBJECTIVE_KNOWN,
		OBJECTIVE_INFERRED, OBJECTIVE_EMPTY };
	struct objective_box list[23];
	struct str rows[4];
	struct picture p;

	for (size_t i = 0; i < COUNT(rows); i++)
		rows[i] = s->state == STATE_LONG ? sample(s) :
			arena_printf(s->ctx->mem, "%zu", i + 1);
	for (size_t i = 0; i < COUNT(list); i++)
		list[i] = (struct objective_box){
			.row = (int)(i % COUNT(rows)),
			.state = s->state == STATE_EMPTY ? OBJECTIVE_EMPTY :
				 full[i % COUNT(full)],
			.number = arena_printf(s->ctx->mem, "%zu", i + 1),
			.title = sample(s), .url = STR("") };
	part(s, "components.objectives");
	picture_init(&p, s->ctx->mem, s->ctx->lang, 0);
	p.title = str_of(words(s, "home.objectives"));
	p.desc = str_of(words(s, "home.objectives.legend"));
	picture_objectives(&p, &(struct objectives){
		.boxes = list, .n = COUNT(list), .rows = rows,
		.rows_n = COUNT(rows) });
	figure(s, &p, "objectives");
}

static void columns(const struct show *s)
{
	static const struct year_bar full[] = {
		{ 2022, 3, 0, 0 }, { 2023, 1, 2, 1 }, { 2024, 0, 3, 1 },
		{ 2025, 2, 1, 3 }, { 2026, 0, 0, 5 },
	};
	struct year_bar bars[YEARS_MAX];
	size_t n = s->state == STATE_LONG ? YEARS_MAX : COUNT(full);
	struct picture p;

	for (size_t i = 0; i < n; i++) {
		bars[i] = full[i % COUNT(full)];
		bars[i].year = 2022 + (int)i;
		if (s->state == STATE_LONG)
			bars[i].unsure += (int)i * 1000;
		if (s->state == STATE_EMPTY)
			bars[i] = (struct year_bar){ .year = bars[i].year };
	}
	part(s, "components.years");
	picture_init(&p, s->ctx->mem, s->ctx->lang, 0);
	p.title = str_of(words(s, "years.title"));
	p.desc = str_of(words(s, "years.about"));
	picture_years(&p, bars, n);
	figure(s, &p, "years");
}

/* ---- the page */

static enum state state_asked(const struct request *rq)
{
	struct str name = request_query(rq, "state");

	for (size_t i = 0; i < STATES; i++)
		if (str_is(name, states[i]))
			return (enum state)i;
	return STATE_FULL;
}

static void tabs(const struct show *s)
{
	struct str here = piece_url(s->ctx, "dev/components", NULL);

	html(s->out, "<nav class=\"tabs\" aria-label=\"%s\"><ul>",
	     words(s, "components.state"));
	for (size_t i = 0; i < STATES; i++) {
		struct str url = url_with(s->ctx->mem, here, "state",
					  str_of(states[i]));
		const char *name = words(s, view_key(s->ctx->mem,
			"components.state", states[i], NULL));

		html(s->out, i == s->state ?
		     "<li><a aria-current=\"page\" href=\"%.*s\">%s</a></li>" :
		     "<li><a href=\"%.*s\">%s</a></li>", STR_ARG(url), name);
	}
	html(s->out, "</ul></nav>\n");
}

enum err ui_components(struct ctx *ctx, const struct request *rq,
		       struct response *rs, const struct match *m)
{
	static void (*const parts[])(const struct show *) = {
		buttons, marks, callouts, filters, tasks, table, summary,
		chain, years, objectives, columns, form,
	};
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs,
			  .title = str_of(word(ctx->lang,
					       "components.title")) };
	struct show s = { .ctx = ctx, .page = &p, .state = state_asked(rq) };

	(void)m;
	p.wrong = s.state == STATE_WRONG;
	page_begin(&p);
	s.out = p.out;
	html(s.out, "<h1>%s</h1>\n<p class=\"lead\">%s</p>\n",
	     words(&s, "components.title"), words(&s, "components.intro"));
	tabs(&s);
	for (size_t i = 0; i < COUNT(parts); i++)
		parts[i](&s);
	page_end(&p);
	return ERR_OK;
}
