// floors: service access store format report domain model lang base
/*
 * test_overview.c - what the home page tells is what the records say
 *
 * On the pack of the story, on SQLite and, when MITHAQ_TEST_PG names one, on
 * PostgreSQL.
 */
#include "domain/milestone.h"
#include "pack_place.h"
#include "service/svc_overview.h"

static struct overview overview(struct place *p)
{
	struct overview o;

	p->ctx.lang = LANG_AR;
	assert_int_equal(svc_overview(&p->ctx, &o), ERR_OK);
	return o;
}

static const struct pledge_line *line(const struct overview *o,
				      const char *code)
{
	for (size_t i = 0; i < o->pledges_n; i++)
		if (str_is(o->pledges[i].pledge->row.code, code))
			return &o->pledges[i];
	return NULL;
}

static int64_t gap(const struct overview *o, const char *kind)
{
	for (size_t i = 0; i < o->gaps_n; i++)
		if (str_eq(str_of(o->gaps[i].kind->name), str_of(kind)))
			return o->gaps[i].n;
	fail();
	return -1;
}

static void it_names_the_country_and_the_events(void **state)
{
	struct overview o = overview(begin(state));

	assert_str(o.state_name, "العراق");
	assert_str(o.forum->row.code, "IMRF-2022");
	assert_str(o.next_forum->row.code, "IMRF-2030");
	assert_str(o.featured->row.code, "EV-2022-07-21");
	assert_true(o.clock_n >= 6);
	for (size_t i = 1; i < o.clock_n; i++)
		assert_true(date_cmp(o.clock[i - 1]->from_on,
				     o.clock[i]->from_on) <= 0);
}

static void pledges_come_by_number_with_all_texts(void **state)
{
	struct overview o = overview(begin(state));
	const struct pledge_line *four;

	assert_int_equal(o.pledges_n, 7);
	assert_false(o.pledges_cut);
	for (size_t i = 0; i < o.pledges_n; i++)
		assert_int_equal(o.pledges[i].pledge->number.n, i + 1);
	four = line(&o, "IQ22-4");
	assert_false(text_empty(&four->pledge->title));
	assert_false(text_empty(&four->pledge->other_title));
	assert_false(text_empty(&four->pledge->summary.text));
	assert_false(text_empty(&four->pledge->target.text));
	assert_int_equal(four->pledge->due_on.year, 2023);
	assert_int_equal(four->pledge->due_on.month, 0);
	assert_str(four->pledge->cycle.code, "C-2022");
}

static void the_last_known_fact_is_the_last(void **state)
{
	struct place *p = begin(state);
	struct overview o = overview(p);
	struct milestone *m;

	assert_int_equal(line(&o, "IQ22-2")->known, KNOWN_TITLE_ONLY);
	assert_int_equal(line(&o, "IQ22-1")->known, KNOWN_UPDATE);
	assert_str(line(&o, "IQ22-1")->code, "U-001");
	assert_int_equal(line(&o, "IQ22-1")->answer.v, UPDATE_ANSWER_NONE);
	assert_int_equal(line(&o, "IQ22-4")->known, KNOWN_MILESTONE);
	/* A later one stands in another track, behind an inferred link. */
	assert_str(line(&o, "IQ22-4")->code, "M-003");
	assert_int_equal(line(&o, "IQ22-3")->known, KNOWN_TITLE_ONLY);
	m = load(p, "M-003");
	m->row.track.v = TRACK_KRG;
	save(p, &milestone_entity, m);
	o = overview(p);
	assert_str(line(&o, "IQ22-4")->code, "U-002");
	m = load(p, "M-003");
	m->row.track.v = TRACK_NONE;
	save(p, &milestone_entity, m);
	o = overview(p);
	assert_str(line(&o, "IQ22-4")->code, "M-003");
	/* On one day the update tells more. */
	m = load(p, "M-003");
	date_from_iso(STR("2024-02-21"), &m->reached_on);
	save(p, &milestone_entity, m);
	o = overview(p);
	assert_str(line(&o, "IQ22-4")->code, "U-002");
	assert_int_equal(line(&o, "IQ22-4")->known, KNOWN_UPDATE);
	withdraw(p, "U-002");
	withdraw(p, "A-001");
	withdraw(p, "A-002");
	o = overview(p);
	assert_int_equal(line(&o, "IQ22-4")->known, KNOWN_TEXT);
}

static void a_withdrawn_pledge_is_not_told(void **state)
{
	struct place *p = begin(state);
	struct overview o;

	withdraw(p, "IQ22-7");
	o = overview(p);
	assert_int_equal(o.pledges_n, 6);
	assert_null(line(&o, "IQ22-7"));
}

static void the_gap_of_objectives_counts_the_empty_marks(void **state)
{
	struct place *p = begin(state);
	struct overview o = overview(p);
	int64_t empty = 0;

	assert_int_equal(o.objectives_n, 23);
	for (size_t i = 0; i < o.objectives_n; i++) {
		empty += o.objectives[i].answered == ANSWERED_NO;
		assert_in_range(o.objectives[i].round_table, 1, 4);
	}
	assert_int_equal(gap(&o, "objective_no_pledge"), empty);
	withdraw(p, "IQ22-1");
	withdraw(p, "IQ22-2");
	o = overview(p);
	assert_int_equal(gap(&o, "objective_no_pledge"), empty + 2);
}

static void an_objective_is_answered_stated_or_inferred(void **state)
{
	static const struct { const char *code; enum answered how; } wanted[] = {
		{ "GCM-1", ANSWERED_INFERRED }, { "GCM-3", ANSWERED_NO },
		{ "GCM-21", ANSWERED_STATED },
	};
	struct overview o = overview(begin(state));
	size_t found = 0;

	for (size_t i = 0; i < o.objectives_n; i++)
		for (size_t j = 0; j < COUNT(wanted); j++)
			if (str_is(o.objectives[i].code, wanted[j].code)) {
				assert_int_equal(o.objectives[i].answered,
						 wanted[j].how);
				found++;
			}
	assert_int_equal(found, COUNT(wanted));
}

static void counts_of_gaps_are_the_rows_of_their_lists(void **state)
{
	struct place *p = begin(state);
	struct gap_count *counts;
	size_t n;

	assert_int_equal(svc_gap_counts(&p->ctx, &counts, &n), ERR_OK);
	for (size_t i = 0; i < n; i++) {
		struct list_page page;

		assert_int_equal(svc_gap_list(&p->ctx, counts[i].kind,
					      STR(""), 100, &page), ERR_OK);
		assert_int_equal(counts[i].n, page.n);
	}
	assert_null(gap_kind_at(n));
	assert_null(gap_kind_find(STR("pledge_late")));
}

/* 365 days are not yet more than 365 days; leap years and ends of months. */
static void a_year_is_counted_in_days(void **state)
{
	static const struct { const char *heard, *today; int64_t quiet; } on[] = {
		{ "2025-11-01", "2026-11-01", 0 },
		{ "2025-10-31", "2026-11-01", 1 },
		{ "2024-02-29", "2025-02-28", 0 },
		{ "2024-02-29", "2025-03-01", 1 },
		{ "2023-03-01", "2024-02-29", 0 },
		{ "2023-02-28", "2024-02-29", 1 },
		{ "2023-12-31", "2024-12-30", 0 },
		{ "2023-12-31", "2024-12-31", 1 },
	};
	struct place *p = begin(state);
	struct date today = p->ctx.today;

	for (int i = 1; i <= 7; i++)
		if (i != 2)
			withdraw(p, arena_printf(&p->mem, "IQ22-%d", i).p);
	for (size_t i = 0; i < COUNT(on); i++) {
		struct pledge *pledge = load(p, "IQ22-2");
		struct gap_count *counts;
		struct list_page page;
		const struct gap_kind *kind = gap_kind_find(
						STR("pledge_quiet"));
		size_t n;

		date_from_iso(str_of(on[i].heard), &pledge->committed_on);
		date_from_iso(str_of(on[i].today), &p->ctx.today);
		save(p, &pledge_entity, pledge);
		assert_int_equal(svc_gap_counts(&p->ctx, &counts, &n),
				 ERR_OK);
		for (size_t j = 0; j < n; j++)
			if (counts[j].kind == kind)
				assert_int_equal(counts[j].n, on[i].quiet);
		assert_int_equal(svc_gap_list(&p->ctx, kind, STR(""), 9,
					      &page), ERR_OK);
		assert_int_equal(page.n, on[i].quiet);
	}
	p->ctx.today = today;
}

/* Withdrawn ones take no place from those that stand. */
static void as_many_pledges_as_there_is_room_for(void **state)
{
	enum { MORE = 60, GONE = 30 };
	struct place *p = begin(state);
	struct pledge *of = load(p, "IQ22-2");
	struct overview o;

	for (int i = 0; i < MORE; i++) {
		struct pledge *more = record_new(&pledge_entity, &p->mem);

		more->row.code = arena_printf(&p->mem, "MORE-%d", i);
		more->row.stage.v = i < GONE ? STAGE_WITHDRAWN
					     : STAGE_PUBLISHED;
		more->title.in[LANG_EN].body = STR("More");
		more->cycle = of->cycle;
		save(p, &pledge_entity, more);
	}
	o = overview(p);
	assert_int_equal(o.pledges_n, 7 + MORE - GONE);
	assert_false(o.pledges_cut);
	for (int i = 0; i < GONE; i++) {
		struct pledge *back = load(p, arena_printf(&p->mem, "MORE-%d",
							   i).p);

		back->row.stage.v = STAGE_PUBLISHED;
		save(p, &pledge_entity, back);
	}
	o = overview(p);
	assert_int_equal(o.pledges_n, PLEDGES_SHOWN);
	assert_true(o.pledges_cut);
}

static void too_much_that_was_heard_is_told(void **state)
{
	struct place *p = begin(state);
	struct pledge *about = load(p, "IQ22-4");

	if (p->kind == DB_PG)
		skip();
	assert_false(overview(p).heard_cut);
	for (int i = 0; i < HEARD_MAX; i++) {
		struct update *u = record_new(&update_entity, &p->mem);

		u->row.stage.v = STAGE_PUBLISHED;
		u->row.code = arena_printf(&p->mem, "U-MANY-%d", i);
		u->title.in[LANG_EN].body = STR("Said");
		u->about.entity = &pledge_entity;
		u->about.to.id = about->row.id;
		date_from_iso(STR("2024-01-01"), &u->on);
		save(p, &update_entity, u);
	}
	assert_true(overview(p).heard_cut);
}

static void it_costs_few_statements(void **state)
{
	struct place *p = begin(state);

	db_cost_reset(p->db);
	overview(p);
	assert_true(db_cost(p->db).statements <= 10);
	assert_int_equal(db_cost(p->db).sorts, 0);
}

int main(void)
{
	struct CMUnitTest tests[] = {
		cmocka_unit_test(it_names_the_country_and_the_events),
		cmocka_unit_test(pledges_come_by_number_with_all_texts),
		cmocka_unit_test(the_last_known_fact_is_the_last),
		cmocka_unit_test(a_withdrawn_pledge_is_not_told),
		cmocka_unit_test(the_gap_of_objectives_counts_the_empty_marks),
		cmocka_unit_test(an_objective_is_answered_stated_or_inferred),
		cmocka_unit_test(counts_of_gaps_are_the_rows_of_their_lists),
		cmocka_unit_test(a_year_is_counted_in_days),
		cmocka_unit_test(as_many_pledges_as_there_is_room_for),
		cmocka_unit_test(too_much_that_was_heard_is_told),
		cmocka_unit_test(it_costs_few_statements),
	};

	return pack_tests_run("overview", tests, COUNT(tests));
}
