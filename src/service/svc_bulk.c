/* svc_bulk.c - many records that mean nothing, for measuring */

#include "service/svc_bulk.h"

#include <string.h>

#include "base/asset.h"
#include "base/log.h"
#include "domain/action.h"
#include "domain/cycle.h"
#include "domain/event.h"
#include "domain/framework.h"
#include "domain/goal.h"
#include "domain/link.h"
#include "domain/milestone.h"
#include "domain/organisation.h"
#include "domain/place.h"
#include "domain/plan.h"
#include "domain/pledge.h"
#include "domain/provision.h"
#include "domain/statement.h"
#include "domain/update.h"
#include "service/svc_record.h"
#include "store/gaps.h"
#include "store/search.h"

enum {
	ROW_MEMORY = 64 * 1024 * 1024,
	LOG_EVERY = 1000,
	WORDS_MAX = 200,
	TITLE_CHARS = 60,
	BODY_CHARS = 600,
	PROVISIONS = 23,
	ORGANISATIONS = 40,
	DAYS = 7 * 365		/* from 2019 on */
};

/* Records of a kind, and their part of every thousand. */
enum bulk_kind {
	BULK_PLAN, BULK_GOAL, BULK_PLEDGE, BULK_ACTION, BULK_MILESTONE,
	BULK_UPDATE, BULK_STATEMENT, BULK_LINK, BULK_KINDS
};
static const int per_thousand[] = {
	[BULK_PLAN] = 10, [BULK_GOAL] = 50, [BULK_PLEDGE] = 60,
	[BULK_ACTION] = 180, [BULK_MILESTONE] = 200, [BULK_UPDATE] = 150,
	[BULK_STATEMENT] = 100, [BULK_LINK] = 250,
};

struct ids {
	const struct entity *e;
	int64_t *list;
	int64_t n;
};

struct bulk {
	struct ctx *ctx;
	struct arena mem;		/* of one row */
	struct save how;
	struct str words[2][WORDS_MAX];	/* Arabic, English */
	size_t words_n[2];
	uint64_t random;
	int64_t made, logged, all;
	struct ids ids[BULK_KINDS], provisions, organisations;
	int64_t cycle, framework;
};

/* SplitMix64 (Steele, Lea, Flood 2014): the same on every machine. */
static uint64_t next(struct bulk *b)
{
	uint64_t z = b->random += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

static int64_t below(struct bulk *b, int64_t n)
{
	return (int64_t)(next(b) % (uint64_t)n);
}

static bool one_in(struct bulk *b, int n)
{
	return below(b, n) == 0;
}

static void words_read(struct bulk *b)
{
	const struct asset *a = asset_find("assets/bulk_words.txt");
	struct str rest, line, word;

	if (!a)
		BUG("the words of bulk data are not in the program");
	rest = a->bytes;
	for (int i = 0; i < 2 && str_split(&rest, '\n', &line); i++)
		while (b->words_n[i] < WORDS_MAX &&
		       str_split(&line, ' ', &word))
			b->words[i][b->words_n[i]++] = word;
}

/* About chars characters; an Arabic letter has two bytes. */
static struct str prose(struct bulk *b, enum lang l, size_t chars)
{
	int which = l == LANG_EN;
	size_t bytes = which ? chars : chars * 9 / 5;
	struct buf out;
	struct str s;

	buf_init(&out);
	while (out.n < bytes) {
		int64_t at = below(b, (int64_t)b->words_n[which]);

		if (out.n)
			buf_add_char(&out, chars > TITLE_CHARS &&
				     one_in(b, 60) ? '\n' : ' ');
		buf_add(&out, b->words[which][at]);
	}
	s = arena_str(&b->mem, buf_str(&out));
	buf_release(&out);
	return s;
}

/* Every second record speaks Arabic, every other English. */
static enum lang speaks(const struct bulk *b)
{
	return b->made % 2 ? LANG_EN : LANG_AR;
}

static void title(struct bulk *b, struct text *t)
{
	enum lang l = speaks(b);

	t->in[l] = (struct text_body){
		.body = prose(b, l, TITLE_CHARS),
		.state = TEXT_CHECKED,
	};
}

static void body(struct bulk *b, struct longtext *t)
{
	enum lang l = speaks(b);

	t->text.in[l] = (struct text_body){
		.body = prose(b, l, BODY_CHARS), .state = TEXT_CHECKED,
	};
}

static struct date day(struct bulk *b)
{
	int64_t n = below(b, DAYS);

	/* Months of 28 days are good enough for data without meaning. */
	return (struct date){
		.year = (int16_t)(2019 + n / 365),
		.month = (uint8_t)(1 + n % 12),
		.day = (uint8_t)(1 + n % 28),
	};
}

static struct choice any_of(struct bulk *b, int last)
{
	return (struct choice){ (uint8_t)(1 + below(b, last)) };
}

static struct ref any_in(struct bulk *b, const struct ids *ids)
{
	return (struct ref){ .id = ids->list[below(b, ids->n)] };
}

static struct anyref some(struct bulk *b, enum bulk_kind kind)
{
	return (struct anyref){
		.entity = b->ids[kind].e, .to = any_in(b, &b->ids[kind]),
	};
}

static void log_write(struct bulk *b)
{
	static const struct field rows = { .name = "rows" };
	struct difference d = {
		.field = &rows, .lang = LANG_N, .before = STR(""),
		.after = arena_printf(&b->mem, "%lld",
				      (long long)(b->made - b->logged)),
	};
	struct log_entry entry = {
		.at = b->how.at, .actor = b->how.actor,
		.verb = STR("bulk"), .entity = STR("batch"),
		.changes = log_changes(&b->mem, &d, 1),
	};

	if (b->made == b->logged)
		return;
	b->logged = b->made;
	log_append(b->ctx->db, &b->mem, &entry);
}

/* A new record of the kind, with its code. */
static void *begin(struct bulk *b, const struct entity *e,
		   const char *prefix, int64_t no)
{
	struct row *row;

	arena_reset(&b->mem);
	row = record_new(e, &b->mem);
	row->stage.v = STAGE_PUBLISHED;
	if (prefix)
		row->code = arena_printf(&b->mem, "%s-%06lld", prefix,
					 (long long)no);
	return row;
}

static int64_t store(struct bulk *b, const struct entity *e, void *record)
{
	struct ctx *ctx = b->ctx;

	/* A minute passes between one record and the next. */
	b->how.at.ms += 60 * 1000;
	repo_save(ctx->db, &b->mem, e, record, &b->how);
	b->made++;
	if (b->made % LOG_EVERY == 0) {
		log_write(b);
		if (ctx->progress)
			ctx->progress(ctx->watcher, "progress.bulk",
				      b->made, b->all);
	}
	return record_row(record)->id;
}

static int64_t plan_make(struct bulk *b, int64_t no)
{
	struct plan *p = begin(b, &plan_entity, "LB", no);

	title(b, &p->title);
	body(b, &p->description);
	p->kind = any_of(b, PLAN_PROGRAMME);
	p->from_on = day(b);
	p->structure_known.v = 2;
	return store(b, &plan_entity, p);
}

static int64_t goal_make(struct bulk *b, int64_t no)
{
	struct goal *g = begin(b, &goal_entity, "GB", no);

	g->plan = any_in(b, &b->ids[BULK_PLAN]);
	g->number.s = arena_printf(&b->mem, "%lld", (long long)no);
	title(b, &g->title);
	body(b, &g->description);
	return store(b, &goal_entity, g);
}

static int64_t pledge_make(struct bulk *b, int64_t no)
{
	struct pledge *p = begin(b, &pledge_entity, "PB", no);

	title(b, &p->title);
	body(b, &p->summary);
	if (!one_in(b, 4))
		body(b, &p->target);
	p->cycle.id = b->cycle;
	p->pledgor.id = b->organisations.list[0];
	p->number = (struct count){ no, true };
	p->kind = any_of(b, PLEDGE_MATCHING);
	p->form = any_of(b, PLEDGE_FORM_POLICY);
	p->committed_on = (struct date){ 2022, 5, (uint8_t)(1 + no % 28) };
	if (!one_in(b, 3)) {
		p->due_on = p->committed_on;
		p->due_on.year = (int16_t)(2023 + below(b, 7));
	}
	return store(b, &pledge_entity, p);
}

static int64_t action_make(struct bulk *b, int64_t no)
{
	struct action *a = begin(b, &action_entity, "AB", no);

	title(b, &a->title);
	body(b, &a->description);
	a->kind = any_of(b, ACTION_STUDY);
	a->from_on = day(b);
	if (one_in(b, 2)) {
		a->due_on = a->from_on;
		a->due_on.year++;
	}
	return store(b, &action_entity, a);
}

static int64_t milestone_make(struct bulk *b, int64_t no)
{
	struct milestone *m = begin(b, &milestone_entity, "MB", no);

	m->action = any_in(b, &b->ids[BULK_ACTION]);
	m->number = (struct count){ 1 + no % 9, true };
	title(b, &m->title);
	body(b, &m->description);
	m->due_on = day(b);
	if (one_in(b, 2))
		m->reached_on = day(b);
	return store(b, &milestone_entity, m);
}

static int64_t update_make(struct bulk *b, int64_t no)
{
	struct update *u = begin(b, &update_entity, "UB", no);

	u->about = some(b, one_in(b, 3) ? BULK_PLEDGE : BULK_ACTION);
	title(b, &u->title);
	body(b, &u->body);
	u->on = day(b);
	u->answer = any_of(b, UPDATE_ANSWER_NO_TARGET);
	u->organisation = any_in(b, &b->organisations);
	return store(b, &update_entity, u);
}

static int64_t statement_make(struct bulk *b, int64_t no)
{
	struct statement *s = begin(b, &statement_entity, "SB", no);

	s->about = some(b, one_in(b, 3) ? BULK_PLEDGE : BULK_ACTION);
	s->voice = any_of(b, STATEMENT_VOICE_OUTSIDE);
	s->organisation = any_in(b, &b->organisations);
	s->step = any_of(b, STATEMENT_STEP_COMPLETE);
	s->on = day(b);
	body(b, &s->reason);
	return store(b, &statement_entity, s);
}

/*
 * Number by number through all pairs of a kind of link, so that none comes
 * twice: the round of the number shifts the one end against the other.
 */
static struct ref turn(const struct ids *ids, int64_t no, int64_t shift)
{
	return (struct ref){ .id = ids->list[(no + shift) % ids->n] };
}

static int64_t link_make(struct bulk *b, int64_t no)
{
	static const struct {
		enum link_kind_value kind;
		enum bulk_kind from, to;	/* BULK_KINDS: others */
	} kinds[] = {
		{ LINK_SERVES, BULK_ACTION, BULK_PLEDGE },
		{ LINK_SERVES, BULK_ACTION, BULK_GOAL },
		{ LINK_SERVES, BULK_GOAL, BULK_PLEDGE },
		{ LINK_ANSWERS, BULK_PLEDGE, BULK_KINDS },
		{ LINK_LEADS, BULK_KINDS, BULK_ACTION },
	};
	size_t which = (size_t)(no % (int64_t)COUNT(kinds));
	const struct ids *from = kinds[which].from == BULK_KINDS
			       ? &b->organisations : &b->ids[kinds[which].from];
	const struct ids *to = kinds[which].to == BULK_KINDS
			     ? &b->provisions : &b->ids[kinds[which].to];
	/* The longer end goes on by one, the other shifts each time round. */
	int64_t step = no / (int64_t)COUNT(kinds);
	int64_t longer = from->n > to->n ? from->n : to->n;
	struct link *k = begin(b, &link_entity, NULL, no);

	k->kind.v = (uint8_t)kinds[which].kind;
	k->from.entity = from->e;
	k->to.entity = to->e;
	k->from.to = turn(from, step, from->n < longer ? step / longer : 0);
	k->to.to = turn(to, step, from->n < longer ? 0 : step / longer);
	k->provenance.v = (uint8_t)(one_in(b, 4) ? LINK_PROVENANCE_INFERRED
						 : LINK_PROVENANCE_STATED);
	return store(b, &link_entity, k);
}

static const struct {
	const struct entity *e;
	int64_t (*make)(struct bulk *b, int64_t no);
} makers[] = {
	[BULK_PLAN] = { &plan_entity, plan_make },
	[BULK_GOAL] = { &goal_entity, goal_make },
	[BULK_PLEDGE] = { &pledge_entity, pledge_make },
	[BULK_ACTION] = { &action_entity, action_make },
	[BULK_MILESTONE] = { &milestone_entity, milestone_make },
	[BULK_UPDATE] = { &update_entity, update_make },
	[BULK_STATEMENT] = { &statement_entity, statement_make },
	[BULK_LINK] = { &link_entity, link_make },
};

static int64_t event_make(struct bulk *b, const char *code, int year)
{
	struct event *e = begin(b, &event_entity, NULL, 0);

	e->row.code = str_of(code);
	title(b, &e->title);
	e->kind.v = EVENT_FORUM;
	e->cycle.id = b->cycle;
	e->from_on = (struct date){ (int16_t)year, 5, 0 };
	e->standing.v = EVENT_STANDING_HELD;
	return store(b, &event_entity, e);
}

static void organisations_make(struct bulk *b)
{
	for (int64_t i = 0; i < b->organisations.n; i++) {
		struct organisation *o = begin(b, &organisation_entity, "OB",
					       i + 1);

		title(b, &o->name);
		o->kind.v = i ? ORGANISATION_AGENCY : ORGANISATION_STATE;
		b->organisations.list[i] = store(b, &organisation_entity, o);
	}
}

static void provisions_make(struct bulk *b)
{
	struct framework *f = begin(b, &framework_entity, "FB", 1);

	title(b, &f->title);
	b->framework = store(b, &framework_entity, f);
	for (int64_t i = 0; i < b->provisions.n; i++) {
		struct provision *p = begin(b, &provision_entity, "RB",
					    i + 1);

		p->framework.id = b->framework;
		p->kind.v = PROVISION_OBJECTIVE;
		p->number.s = arena_printf(&b->mem, "%lld",
					   (long long)i + 1);
		p->place_no = (struct count){ i + 1, true };
		p->round_table = (struct count){ 1 + i % 4, true };
		title(b, &p->title);
		b->provisions.list[i] = store(b, &provision_entity, p);
	}
}

/* What the others need: whose pledges, to which framework, at which forum. */
static void base_make(struct bulk *b)
{
	static const char *const settings[][2] = {
		{ "state", "OB-000001" }, { "country", "NB-000001" },
		{ "framework", "FB-000001" }, { "forum", "EB-000001" },
		{ "next_forum", "EB-000002" }, { "demo", "fictional" },
	};
	struct cycle *c;
	struct place *p = begin(b, &place_entity, "NB", 1);

	title(b, &p->name);
	p->kind.v = PLACE_COUNTRY;
	store(b, &place_entity, p);
	organisations_make(b);
	provisions_make(b);
	c = begin(b, &cycle_entity, "CB", 1);
	title(b, &c->title);
	c->from_on.year = 2019;
	c->to_on.year = 2022;
	b->cycle = store(b, &cycle_entity, c);
	event_make(b, "EB-000001", 2022);
	event_make(b, "EB-000002", 2030);
	for (size_t i = 0; i < COUNT(settings); i++)
		setting_put(b->ctx->db, str_of(settings[i][0]),
			    str_of(settings[i][1]));
}

static void ids_init(struct bulk *b, struct ids *ids,
		     const struct entity *e, int64_t n)
{
	ids->e = e;
	ids->n = n > 0 ? n : 1;
	ids->list = arena_array(b->ctx->mem, (size_t)ids->n,
				sizeof(*ids->list));
}

static void bulk_run(struct bulk *b)
{
	struct db *db = b->ctx->db;

	words_read(b);
	ids_init(b, &b->organisations, &organisation_entity, ORGANISATIONS);
	ids_init(b, &b->provisions, &provision_entity, PROVISIONS);
	base_make(b);
	for (int kind = 0; kind < BULK_KINDS; kind++) {
		struct ids *ids = &b->ids[kind];

		ids_init(b, ids, makers[kind].e,
			 b->all * per_thousand[kind] / 1000);
		for (int64_t i = 0; i < ids->n && !db_err(db); i++)
			ids->list[i] = makers[kind].make(b, i + 1);
	}
	log_write(b);
	db_measure(db);
	gaps_rebuild(db);
}

enum err svc_bulk(struct ctx *ctx, int64_t n, int64_t *made)
{
	struct bulk b = {
		.ctx = ctx, .random = 2018, .all = n,
		.how = svc_how(ctx, "bulk"),
	};
	enum err err = svc_begin(ctx);

	*made = 0;
	if (err)
		return err;
	if (log_newest(ctx->db) > 0)
		return svc_end(ctx, ERR_CONFLICT);
	arena_init(&b.mem, ROW_MEMORY);
	b.how.log = false;
	b.how.bulk = true;
	/* 2022-06-01T00:00:00Z: the same data bear the same times. */
	b.how.at.ms = 1654041600000;
	db_roomy(ctx->db, true);
	b.how.indexed = search_bulk_begin(ctx->db);
	b.how.known = analyse_memory_new(ctx->mem);
	bulk_run(&b);
	search_bulk_end(ctx->db, b.how.indexed);
	*made = b.made;
	arena_release(&b.mem);
	err = svc_end(ctx, ERR_OK);
	db_roomy(ctx->db, false);
	return err;
}
