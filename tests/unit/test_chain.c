// floors: service access store format report domain model lang base
/*
 * test_chain.c - the chain is drawn both ways, and its holes are drawn too
 *
 * Each test runs on SQLite and, when MITHAQ_TEST_PG names one, on PostgreSQL.
 */
#include "small_world.h"

#include "domain/document.h"
#include "domain/event.h"
#include "service/svc_chain.h"

static struct chain chain_of(struct world *w, const struct entity *e,
			     int64_t id)
{
	static const struct settings none;
	struct ctx ctx = { .db = w->db, .mem = w->mem, .settings = &none,
			   .lang = LANG_EN };
	struct chain c;

	assert_int_equal(svc_chain(&ctx, e, id, &c), ERR_OK);
	assert_true(c.n > 0);
	/* What holds for every chain. */
	for (size_t i = 0; i < c.n; i++) {
		const struct chain_node *n = &c.nodes[i];

		assert_true(n->parent <= i);
		if (n->parent == i)
			assert_int_equal(n->depth, 0);
		else
			assert_int_equal(n->depth,
					 c.nodes[n->parent].depth + 1);
		assert_int_equal(n->gap != NULL, n->entity == NULL);
	}
	return c;
}

/* Indented as the command prints it: codes and gaps. */
static struct str drawn(struct world *w, const struct entity *e, int64_t id)
{
	struct chain c = chain_of(w, e, id);
	struct str text;
	struct buf b;

	buf_init(&b);
	for (size_t i = 0; i < c.n; i++) {
		const struct chain_node *n = &c.nodes[i];

		for (size_t d = 0; d < n->depth; d++)
			buf_add_char(&b, ' ');
		if (n->gap)
			buf_add_cstr(&b, n->gap + strlen("chain.gap."));
		else
			buf_addf(&b, "%s%.*s", n->self ? "*" : "",
				 STR_ARG(n->code));
		if (n->provenance.v == LINK_PROVENANCE_INFERRED)
			buf_add_cstr(&b, "?");
		buf_add_char(&b, '\n');
	}
	text = arena_str(w->mem, buf_str(&b));
	buf_release(&b);
	return text;
}

/* Codes that can be read, instead of X-1, X-2 … */
static void call(struct world *w, const struct entity *e, void *record,
		 const char *code)
{
	struct stmt *st = db_stmt(w->db, SQL(
		"UPDATE heading SET code = $1 WHERE entity = $2 "
		"AND row_id = $3"));

	bind_str(st, 1, str_of(code));
	bind_str(st, 2, str_of(e->name));
	bind_int(st, 3, record_row(record)->id);
	stmt_run(st);
}

static void infer(struct world *w, int64_t link)
{
	void *found;
	struct link *k;

	assert_int_equal(repo_load(w->db, w->mem, &link_entity, link,
				   LANG_AR, &found), ERR_OK);
	k = found;
	k->provenance.v = LINK_PROVENANCE_INFERRED;
	save(w, &link_entity, k);
}

static struct event *forum_add(struct world *w, int64_t cycle,
			       const char *on)
{
	struct event *e = made(w, &event_entity);

	name(&e->title, "Forum");
	e->kind.v = EVENT_FORUM;
	e->cycle.id = cycle;
	e->from_on = day(on);
	save(w, &event_entity, e);
	return e;
}

/* Tests */

static void a_bare_pledge_is_a_chain_of_gaps(struct db *db,
					     struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *p = pledge_add(&w);

	call(&w, &pledge_entity, p, "P");
	assert_str(drawn(&w, &pledge_entity, p->row.id),
		   "*P\n NO_PLAN\n NO_ACTION\n NO_UPDATE\n NO_REVIEW\n"
		   "  NO_FORUM\n");
}

static void each_record_hangs_on_the_nearest(struct db *db,
					     struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *p = pledge_add(&w);
	struct plan *n = plan_add(&w);
	struct goal *g = goal_add(&w, n->row.id, 0);
	struct goal *sub = goal_add(&w, n->row.id, g->row.id);
	struct action *a = action_add(&w);
	struct milestone *m = milestone_add(&w, a->row.id, "2023");
	struct update *u = update_add(&w, &milestone_entity, m->row.id,
				      "2024");

	call(&w, &pledge_entity, p, "P");
	call(&w, &plan_entity, n, "N");
	call(&w, &goal_entity, g, "G");
	call(&w, &goal_entity, sub, "S");
	call(&w, &action_entity, a, "A");
	call(&w, &milestone_entity, m, "M");
	call(&w, &update_entity, u, "U");
	serves(&w, &plan_entity, n->row.id, &pledge_entity, p->row.id);
	serves(&w, &action_entity, a->row.id, &pledge_entity, p->row.id);
	serves(&w, &action_entity, a->row.id, &goal_entity, sub->row.id);
	assert_str(drawn(&w, &pledge_entity, p->row.id),
		   "*P\n N\n  G\n   S\n    A\n     M\n      U\n"
		   " NO_REVIEW\n  NO_FORUM\n");
	assert_str(drawn(&w, &action_entity, a->row.id),
		   "P\n N\n  G\n   S\n    *A\n     M\n      U\n"
		   " NO_REVIEW\n  NO_FORUM\n");
	assert_str(drawn(&w, &goal_entity, g->row.id),
		   "P\n N\n  *G\n   S\n    A\n     M\n      U\n"
		   " NO_REVIEW\n  NO_FORUM\n");
}

/* What a source says is not hidden behind what we inferred. */
static void stated_comes_before_inferred(struct db *db, struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *p = pledge_add(&w);
	struct plan *n = plan_add(&w);
	struct action *a = action_add(&w);

	call(&w, &pledge_entity, p, "P");
	call(&w, &plan_entity, n, "N");
	call(&w, &action_entity, a, "A");
	infer(&w, serves(&w, &plan_entity, n->row.id, &pledge_entity,
			 p->row.id));
	infer(&w, serves(&w, &action_entity, a->row.id, &plan_entity,
			 n->row.id));
	serves(&w, &action_entity, a->row.id, &pledge_entity, p->row.id);
	assert_str(drawn(&w, &pledge_entity, p->row.id),
		   "*P\n N?\n  NO_GOAL\n A\n  NO_MILESTONE\n NO_UPDATE\n"
		   " NO_REVIEW\n  NO_FORUM\n");
}

static void a_goal_brings_its_plan(struct db *db, struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *p = pledge_add(&w);
	struct plan *n = plan_add(&w);
	struct goal *g = goal_add(&w, n->row.id, 0);
	struct goal *other = goal_add(&w, n->row.id, 0);

	call(&w, &pledge_entity, p, "P");
	call(&w, &plan_entity, n, "N");
	call(&w, &goal_entity, g, "G");
	call(&w, &goal_entity, other, "O");
	infer(&w, serves(&w, &goal_entity, g->row.id, &pledge_entity,
			 p->row.id));
	/* The other goals of that plan have nothing to do with the pledge. */
	assert_str(drawn(&w, &pledge_entity, p->row.id),
		   "*P\n N?\n  G?\n NO_ACTION\n NO_UPDATE\n NO_REVIEW\n"
		   "  NO_FORUM\n");
}

static void an_action_of_two_pledges_has_two_roots(struct db *db,
						   struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *p = pledge_add(&w), *q = pledge_add(&w);
	struct action *a = action_add(&w);
	struct milestone *m = milestone_add(&w, a->row.id, "2023");

	call(&w, &pledge_entity, p, "P");
	call(&w, &pledge_entity, q, "Q");
	call(&w, &action_entity, a, "A");
	call(&w, &milestone_entity, m, "M");
	serves(&w, &action_entity, a->row.id, &pledge_entity, p->row.id);
	infer(&w, serves(&w, &action_entity, a->row.id, &pledge_entity,
			 q->row.id));
	assert_str(drawn(&w, &action_entity, a->row.id),
		   "P\n *A\n  M\n  NO_UPDATE\nQ\n *A?\n NO_REVIEW\n"
		   "  NO_FORUM\n");
	withdraw(&w, &pledge_entity, p, true);
	assert_str(drawn(&w, &action_entity, a->row.id),
		   "Q\n *A?\n  M\n  NO_UPDATE\n NO_REVIEW\n  NO_FORUM\n");
	withdraw(&w, &pledge_entity, q, true);
	assert_str(drawn(&w, &action_entity, a->row.id),
		   "NO_PLEDGE\n *A\n  M\n  NO_UPDATE\n");
}

static void it_goes_on_to_the_review_and_the_next_forum(struct db *db,
							struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *p = pledge_add(&w);
	struct cycle *c = made(&w, &cycle_entity);
	struct document *own = made(&w, &document_entity);
	struct document *later = made(&w, &document_entity);
	struct event *made_at, *forum, *far;

	name(&c->title, "Next cycle");
	c->from_on = day("2022");
	c->to_on = day("2026");
	save(&w, &cycle_entity, c);
	made_at = forum_add(&w, w.cycle, "2022-05-17");
	forum = forum_add(&w, c->row.id, "2026-05-05");
	far = forum_add(&w, c->row.id, "2030");
	name(&own->title, "Review shown when the pledge was made");
	own->kind.v = DOCUMENT_REVIEW;
	save(&w, &document_entity, own);
	name(&later->title, "Review that tells of it");
	later->kind.v = DOCUMENT_REVIEW;
	save(&w, &document_entity, later);
	link_add(&w, LINK_EVIDENCES, &document_entity, own->row.id,
		 &event_entity, made_at->row.id);
	call(&w, &pledge_entity, p, "P");
	call(&w, &event_entity, forum, "F");
	call(&w, &event_entity, far, "FAR");
	call(&w, &document_entity, later, "R");
	call(&w, &document_entity, own, "OWN");
	assert_str(drawn(&w, &pledge_entity, p->row.id),
		   "*P\n NO_PLAN\n NO_ACTION\n NO_UPDATE\n NO_REVIEW\n"
		   "  F\n");
	link_add(&w, LINK_EVIDENCES, &document_entity, later->row.id,
		 &event_entity, forum->row.id);
	assert_str(drawn(&w, &pledge_entity, p->row.id),
		   "*P\n NO_PLAN\n NO_ACTION\n NO_UPDATE\n R\n  F\n");
}

static void goals_in_a_ring_end(struct db *db, struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *p = pledge_add(&w);
	struct plan *n = plan_add(&w);
	struct goal *g = goal_add(&w, n->row.id, 0);
	struct goal *h = goal_add(&w, n->row.id, g->row.id);

	g->parent.id = h->row.id;
	save(&w, &goal_entity, g);
	serves(&w, &plan_entity, n->row.id, &pledge_entity, p->row.id);
	chain_of(&w, &pledge_entity, p->row.id);
	chain_of(&w, &plan_entity, n->row.id);
	chain_of(&w, &goal_entity, g->row.id);
	chain_of(&w, &goal_entity, h->row.id);
}

static void a_long_chain_is_cut_and_says_so(struct db *db, struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *p = pledge_add(&w);
	struct chain c;

	for (int i = 0; i < 190; i++)
		serves(&w, &action_entity, action_add(&w)->row.id,
		       &pledge_entity, p->row.id);
	c = chain_of(&w, &pledge_entity, p->row.id);
	assert_false(c.cut);
	for (int i = 0; i < 20; i++)
		serves(&w, &action_entity, action_add(&w)->row.id,
		       &pledge_entity, p->row.id);
	c = chain_of(&w, &pledge_entity, p->row.id);
	assert_true(c.cut);
	assert_int_equal(c.n, 400);
}

static int64_t cost(struct world *w, int64_t pledge)
{
	db_cost_reset(w->db);
	chain_of(w, &pledge_entity, pledge);
	return db_cost(w->db).statements;
}

static void it_costs_the_same_however_long(struct db *db, struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *p = pledge_add(&w);
	int64_t bare = cost(&w, p->row.id);

	for (int i = 0; i < 20; i++) {
		struct action *a = action_add(&w);

		milestone_add(&w, a->row.id, "2023");
		serves(&w, &action_entity, a->row.id, &pledge_entity,
		       p->row.id);
	}
	assert_int_equal(cost(&w, p->row.id), bare);
	assert_true(bare <= 4);
	assert_int_equal(db_cost(db).sorts, 0);
}

static void others_have_no_chain(struct db *db, struct arena *mem)
{
	struct world w = world_of(db, mem);
	static const struct settings none;
	struct ctx ctx = { .db = db, .mem = mem, .settings = &none };
	struct chain c;

	assert_int_equal(svc_chain(&ctx, &cycle_entity, w.cycle, &c),
			 ERR_MISSING);
	assert_int_equal(svc_chain(&ctx, &pledge_entity, 99, &c),
			 ERR_MISSING);
}

static const struct database_test tests[] = {
	{ "a bare pledge is a chain of gaps",
	  a_bare_pledge_is_a_chain_of_gaps },
	{ "each record hangs on the nearest",
	  each_record_hangs_on_the_nearest },
	{ "stated comes before inferred", stated_comes_before_inferred },
	{ "a goal brings its plan", a_goal_brings_its_plan },
	{ "an action of two pledges has two roots",
	  an_action_of_two_pledges_has_two_roots },
	{ "it goes on to the review and the next forum",
	  it_goes_on_to_the_review_and_the_next_forum },
	{ "goals in a ring end", goals_in_a_ring_end },
	{ "a long chain is cut and says so",
	  a_long_chain_is_cut_and_says_so },
	{ "it costs the same however long", it_costs_the_same_however_long },
	{ "others have no chain", others_have_no_chain },
};

int main(void)
{
	return database_tests_run("chain", tests, COUNT(tests));
}
