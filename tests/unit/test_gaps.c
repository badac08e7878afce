// floors: store format report domain model lang base
/*
 * test_gaps.c - gaps kept record by record are those found for all at once
 *
 * Each test runs on SQLite and, when MITHAQ_TEST_PG names one, on PostgreSQL.
 */
#include "small_world.h"
#include "store/gaps.h"

static bool has_gap(struct world *w, const char *kind, int64_t id)
{
	struct stmt *st = db_stmt(w->db, SQL(
		"SELECT 1 FROM gap WHERE kind = $1 AND row_id = $2"));
	bool found = false;

	bind_str(st, 1, str_of(kind));
	bind_int(st, 2, id);
	while (stmt_step(st))
		found = true;
	return found;
}

static struct str since(struct world *w, int64_t pledge)
{
	struct stmt *st = db_stmt(w->db, SQL("SELECT since FROM gap "
		"WHERE kind = 'pledge_quiet' AND row_id = $1"));
	struct str s = STR("");

	bind_int(st, 1, pledge);
	while (stmt_step(st))
		s = arena_str(w->mem, col_str(st, 0));
	return s;
}

static int64_t count(struct world *w, const char *kind)
{
	return gaps_count(w->db, str_of(kind), STR(""));
}

/* Tests */

static void a_bare_pledge_has_every_gap(struct db *db, struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *p = pledge_add(&w);

	assert_true(has_gap(&w, "pledge_no_action", p->row.id));
	assert_true(has_gap(&w, "pledge_no_plan", p->row.id));
	assert_true(has_gap(&w, "pledge_title_only", p->row.id));
	assert_true(has_gap(&w, "pledge_no_date", p->row.id));
	assert_true(has_gap(&w, "pledge_no_target", p->row.id));
	assert_str(since(&w, p->row.id), "2022-05-10");
	name(&p->summary.text, "Text");
	name(&p->target.text, "Target");
	p->due_on = day("2023");
	save(&w, &pledge_entity, p);
	assert_false(has_gap(&w, "pledge_title_only", p->row.id));
	assert_false(has_gap(&w, "pledge_no_date", p->row.id));
	assert_false(has_gap(&w, "pledge_no_target", p->row.id));
	assert_int_equal(count(&w, "pledge_title_only"), 0);
	assert_int_equal(count(&w, "pledge_no_action"), 1);
	withdraw(&w, &pledge_entity, p, true);
	assert_int_equal(count(&w, "pledge_no_action"), 0);
	assert_int_equal(count(&w, "pledge_quiet"), 0);
}

static void an_action_closes_gaps_on_every_way(struct db *db,
					       struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *p = pledge_add(&w);
	struct plan *n = plan_add(&w);
	struct action *a = action_add(&w);
	struct goal *g, *sub;
	int64_t direct;

	assert_true(has_gap(&w, "action_no_pledge", a->row.id));
	assert_true(has_gap(&w, "plan_no_goal", n->row.id));
	direct = serves(&w, &action_entity, a->row.id, &pledge_entity,
			p->row.id);
	assert_false(has_gap(&w, "pledge_no_action", p->row.id));
	assert_false(has_gap(&w, "action_no_pledge", a->row.id));
	assert_true(has_gap(&w, "pledge_no_plan", p->row.id));
	take_away(&w, direct);
	assert_true(has_gap(&w, "pledge_no_action", p->row.id));
	assert_true(has_gap(&w, "action_no_pledge", a->row.id));

	g = goal_add(&w, n->row.id, 0);
	sub = goal_add(&w, n->row.id, g->row.id);
	assert_false(has_gap(&w, "plan_no_goal", n->row.id));
	serves(&w, &action_entity, a->row.id, &goal_entity, sub->row.id);
	assert_true(has_gap(&w, "action_no_pledge", a->row.id));
	serves(&w, &plan_entity, n->row.id, &pledge_entity, p->row.id);
	assert_false(has_gap(&w, "action_no_pledge", a->row.id));
	assert_false(has_gap(&w, "pledge_no_action", p->row.id));
	assert_false(has_gap(&w, "pledge_no_plan", p->row.id));
	withdraw(&w, &plan_entity, n, true);
	assert_true(has_gap(&w, "action_no_pledge", a->row.id));
	assert_true(has_gap(&w, "pledge_no_plan", p->row.id));
	withdraw(&w, &plan_entity, n, false);
	assert_false(has_gap(&w, "action_no_pledge", a->row.id));
}

static void what_was_heard_is_dated(struct db *db, struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *p = pledge_add(&w);
	struct action *a = action_add(&w), *other = action_add(&w);
	struct milestone *m;
	struct update *u;

	serves(&w, &action_entity, a->row.id, &pledge_entity, p->row.id);
	m = milestone_add(&w, a->row.id, "2023");
	assert_str(since(&w, p->row.id), "2023-12-31");
	u = update_add(&w, &milestone_entity, m->row.id, "2024-02-21");
	assert_str(since(&w, p->row.id), "2024-02-21");
	withdraw(&w, &update_entity, u, true);
	assert_str(since(&w, p->row.id), "2023-12-31");
	m->action.id = other->row.id;
	save(&w, &milestone_entity, m);
	assert_str(since(&w, p->row.id), "2022-05-10");
	update_add(&w, &pledge_entity, p->row.id, "2024-07-03");

	assert_int_equal(gaps_count(db, STR("pledge_quiet"),
				    STR("2024-07-03")), 0);
	assert_int_equal(gaps_count(db, STR("pledge_quiet"),
				    STR("2024-07-04")), 1);
	assert_int_equal(gaps_count(db, STR("pledge_quiet"),
				    STR("2025-01-01")), 1);
}

static void an_answer_counts_as_a_pledge(struct db *db, struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *p = pledge_add(&w);
	struct provision *o = objective_add(&w), *under;
	int64_t answer;

	assert_true(has_gap(&w, "objective_no_pledge", o->row.id));
	answer = link_add(&w, LINK_ANSWERS, &pledge_entity, p->row.id,
			  &provision_entity, o->row.id);
	assert_false(has_gap(&w, "objective_no_pledge", o->row.id));
	withdraw(&w, &pledge_entity, p, true);
	assert_true(has_gap(&w, "objective_no_pledge", o->row.id));
	withdraw(&w, &pledge_entity, p, false);
	take_away(&w, answer);
	assert_true(has_gap(&w, "objective_no_pledge", o->row.id));
	under = made(&w, &provision_entity);
	name(&under->title, "Action of the framework");
	under->framework.id = w.framework;
	under->kind.v = PROVISION_ACTION;
	under->parent.id = o->row.id;
	save(&w, &provision_entity, under);
	assert_false(has_gap(&w, "objective_no_pledge", under->row.id));
	link_add(&w, LINK_ANSWERS, &pledge_entity, p->row.id,
		 &provision_entity, under->row.id);
	assert_false(has_gap(&w, "objective_no_pledge", o->row.id));
}

static void a_corrected_update_no_longer_counts(struct db *db,
						struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *p = pledge_add(&w);
	struct update *u = update_add(&w, &pledge_entity, p->row.id, "2024");
	struct update *better;

	u->answer.v = UPDATE_ANSWER_NONE;
	save(&w, &update_entity, u);
	assert_true(has_gap(&w, "update_no_answer", u->row.id));
	better = update_add(&w, &pledge_entity, p->row.id, "2025");
	better->corrects.id = u->row.id;
	save(&w, &update_entity, better);
	assert_false(has_gap(&w, "update_no_answer", u->row.id));
	withdraw(&w, &update_entity, better, true);
	assert_true(has_gap(&w, "update_no_answer", u->row.id));
}

/* Everything gaps_* keep, as one text. */
static struct str kept(struct world *w)
{
	struct buf b;
	struct str s;
	struct stmt *st = db_stmt(w->db, SQL(
		"SELECT kind, entity, row_id, since FROM gap "
		"ORDER BY kind, row_id"));

	buf_init(&b);
	while (stmt_step(st))
		buf_addf(&b, "%.*s %.*s %lld %.*s\n", STR_ARG(col_str(st, 0)),
			 STR_ARG(col_str(st, 1)), (long long)col_int(st, 2),
			 STR_ARG(col_str(st, 3)));
	st = db_stmt(w->db, SQL("SELECT name, bucket, n FROM tally "
				"WHERE n <> 0 ORDER BY name, bucket"));
	while (stmt_step(st))
		buf_addf(&b, "%.*s %.*s %lld\n", STR_ARG(col_str(st, 0)),
			 STR_ARG(col_str(st, 1)), (long long)col_int(st, 2));
	s = arena_str(w->mem, buf_str(&b));
	buf_release(&b);
	return s;
}

enum { EACH = 4, CHANGES = 400 };

struct random_world {
	struct world w;
	uint32_t seed;
	struct pledge *pledge[EACH];
	struct plan *plan[EACH];
	struct goal *goal[EACH];
	struct action *action[EACH];
	struct milestone *milestone[EACH];
	struct provision *objective[EACH];
	struct update *update;
	int64_t link[64];
};

/* The same numbers each time. */
static uint32_t next(struct random_world *r, uint32_t below)
{
	r->seed = r->seed * 1664525 + 1013904223;
	return (r->seed >> 16) % below;
}

static void random_begin(struct random_world *r)
{
	for (int i = 0; i < EACH; i++) {
		r->pledge[i] = pledge_add(&r->w);
		r->plan[i] = plan_add(&r->w);
		r->goal[i] = goal_add(&r->w, r->plan[i]->row.id, 0);
		r->action[i] = action_add(&r->w);
		r->milestone[i] = milestone_add(&r->w,
						r->action[i]->row.id, "2023");
		r->objective[i] = objective_add(&r->w);
	}
}

static void random_link(struct random_world *r)
{
	const struct entity *from[] = {
		&action_entity, &goal_entity, &plan_entity, &action_entity,
		&action_entity, &pledge_entity,
	};
	const struct entity *to[] = {
		&pledge_entity, &pledge_entity, &pledge_entity, &goal_entity,
		&plan_entity, &provision_entity,
	};
	uint32_t kind = next(r, COUNT(from)), a = next(r, EACH);
	uint32_t b = next(r, EACH);
	struct row *lower[] = {
		&r->action[a]->row, &r->goal[a]->row, &r->plan[a]->row,
		&r->action[a]->row, &r->action[a]->row, &r->pledge[a]->row,
	};
	struct row *upper[] = {
		&r->pledge[b]->row, &r->pledge[b]->row, &r->pledge[b]->row,
		&r->goal[b]->row, &r->plan[b]->row, &r->objective[b]->row,
	};
	uint32_t place = kind * EACH * 2 + a * 2 + (b & 1);

	if (r->link[place]) {
		take_away(&r->w, r->link[place]);
		r->link[place] = 0;
		return;
	}
	r->link[place] = link_add(&r->w, kind == 5 ? LINK_ANSWERS
				  : LINK_SERVES, from[kind], lower[kind]->id,
				  to[kind], upper[kind]->id);
}

static void day_set(struct random_world *r, struct date *d)
{
	*d = (struct date){ 0 };
	if (next(r, 2))
		*d = (struct date){ (int16_t)(2021 + next(r, 4)),
				    (uint8_t)(1 + next(r, 12)), 1 };
}

/* One field at a time: each alone must be noticed. */
static void random_pledge_change(struct random_world *r, struct pledge *p)
{
	struct str some = next(r, 2) ? STR("Words.") : STR("");

	switch (next(r, 5)) {
	case 0:
		day_set(r, &p->due_on);
		break;
	case 1:
		day_set(r, &p->committed_on);
		break;
	case 2:
		p->summary.text.in[LANG_EN].body = some;
		break;
	case 3:
		p->target.text.in[LANG_EN].body = some;
		break;
	default:
		p->title.in[LANG_EN].body =
			arena_printf(r->w.mem, "Title %u", next(r, 100));
	}
	save(&r->w, &pledge_entity, p);
}

static void random_update_change(struct random_world *r)
{
	struct update *u = r->update;

	if (!u)
		u = r->update = update_add(&r->w, &action_entity,
					   r->action[0]->row.id, "2024");
	switch (next(r, 4)) {
	case 0:
		day_set(r, &u->on);
		u->on.year = u->on.year ? u->on.year : 2024;
		break;
	case 1:
		u->about.to.id = r->action[next(r, EACH)]->row.id;
		break;
	case 2:
		u->answer.v = (uint8_t)(1 + next(r, 3));
		break;
	default:
		u->row.stage.v = next(r, 2) ? STAGE_PUBLISHED
					    : STAGE_WITHDRAWN;
		u->row.reason.s = STR("test");
	}
	save(&r->w, &update_entity, u);
}

static void random_change(struct random_world *r)
{
	uint32_t i = next(r, EACH), j = next(r, EACH);
	bool away = next(r, 3) == 0;
	char on[DATE_ISO];

	switch (next(r, 13)) {
	case 0:
		withdraw(&r->w, &pledge_entity, r->pledge[i], away);
		break;
	case 1:
		withdraw(&r->w, &plan_entity, r->plan[i], away);
		break;
	case 2:
		withdraw(&r->w, &goal_entity, r->goal[i], away);
		break;
	case 3:
		withdraw(&r->w, &action_entity, r->action[i], away);
		break;
	case 4:
		day_set(r, &r->milestone[i]->reached_on);
		save(&r->w, &milestone_entity, r->milestone[i]);
		break;
	case 10:
		r->milestone[i]->action.id = r->action[j]->row.id;
		withdraw(&r->w, &milestone_entity, r->milestone[i], away);
		break;
	case 5:
		r->goal[i]->plan.id = r->plan[j]->row.id;
		r->goal[i]->parent.id = j == i ? 0 : r->goal[j]->row.id;
		save(&r->w, &goal_entity, r->goal[i]);
		break;
	case 6:
		snprintf(on, sizeof(on), "2024-%02u-%02u", 1 + next(r, 12),
			 1 + next(r, 28));
		update_add(&r->w, &action_entity, r->action[i]->row.id, on);
		break;
	case 7:
		random_pledge_change(r, r->pledge[i]);
		break;
	case 8:
		random_update_change(r);
		break;
	case 9:
		r->objective[i]->parent.id =
			j > i ? r->objective[j]->row.id : 0;
		r->objective[i]->kind.v = away ? PROVISION_ACTION
					       : PROVISION_OBJECTIVE;
		save(&r->w, &provision_entity, r->objective[i]);
		break;
	default:
		random_link(r);
	}
}

static void kept_is_what_would_be_found(struct db *db, struct arena *mem)
{
	struct random_world *r = arena_alloc(mem, sizeof(*r));

	r->w = world_of(db, mem);
	r->seed = 20220721;
	random_begin(r);
	for (int i = 0; i < CHANGES; i++) {
		random_change(r);
		struct str before = kept(&r->w), after;

		gaps_rebuild(db);
		assert_int_equal(db_err(db), ERR_OK);
		after = kept(&r->w);
		if (!str_eq(before, after)) {
			print_error("after change %d\nkept:\n%.*s\n"
				    "found:\n%.*s\n", i, STR_ARG(before),
				    STR_ARG(after));
			fail();
		}
	}
}

/* One of each, without anything in it: a new entity must be counted too. */
static void every_entity_is_counted(struct db *db, struct arena *mem)
{
	struct world w = world_of(db, mem);

	for (size_t i = 0; i < entities_n; i++)
		if (entities[i] != &cycle_entity &&
		    entities[i] != &framework_entity)
			save(&w, entities[i], made(&w, entities[i]));
	gaps_rebuild(db);
	for (size_t i = 0; i < entities_n; i++)
		assert_int_equal(repo_count(db, entities[i]), 1);
}

static const struct database_test tests[] = {
	{ "a bare pledge has every gap", a_bare_pledge_has_every_gap },
	{ "an action closes gaps on every way",
	  an_action_closes_gaps_on_every_way },
	{ "what was heard is dated", what_was_heard_is_dated },
	{ "an answer counts as a pledge", an_answer_counts_as_a_pledge },
	{ "a corrected update no longer counts",
	  a_corrected_update_no_longer_counts },
	{ "what is kept is what would be found",
	  kept_is_what_would_be_found },
	{ "every entity is counted", every_entity_is_counted },
};

int main(void)
{
	return database_tests_run("gaps", tests, COUNT(tests));
}
