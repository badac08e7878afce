/*
 * small_world.h - a few records, made by hand, for the tests of the chain
 *
 * world_of() begins a transaction that is never committed: these tests need
 * no disk. Records are published, with one title each.
 */
#ifndef TESTS_UNIT_SMALL_WORLD_H
#define TESTS_UNIT_SMALL_WORLD_H

#include "check.h"

#include "domain/action.h"
#include "domain/cycle.h"
#include "domain/framework.h"
#include "domain/goal.h"
#include "domain/link.h"
#include "domain/milestone.h"
#include "domain/plan.h"
#include "domain/pledge.h"
#include "domain/provision.h"
#include "domain/update.h"
#include "store/settings.h"
#include "two_databases.h"

static const struct save how = {
	.verb = "change", .actor = { "tester", 6 }, .at = { 1000000 },
	.log = true,
};

struct world {
	struct db *db;
	struct arena *mem;
	int64_t cycle, framework, codes;
};

static inline void save(struct world *w, const struct entity *e, void *record)
{
	assert_int_equal(repo_save(w->db, w->mem, e, record, &how), ERR_OK);
}

static inline void *made(struct world *w, const struct entity *e)
{
	struct row *row = record_new(e, w->mem);

	if (!(e->flags & ENTITY_NO_CODE))
		row->code = arena_printf(w->mem, "X-%lld",
					 (long long)++w->codes);
	row->stage.v = STAGE_PUBLISHED;
	return row;
}

static inline void name(struct text *t, const char *words)
{
	t->in[LANG_EN].body = str_of(words);
}

static inline struct date day(const char *iso)
{
	struct date d = { 0 };

	assert_true(date_from_iso(str_of(iso), &d));
	return d;
}

static inline struct world world_of(struct db *db, struct arena *mem)
{
	struct world w = { db, mem, 0, 0, 0 };
	struct cycle *c = made(&w, &cycle_entity);
	struct framework *f = made(&w, &framework_entity);

	/* Never committed: a test needs no disk. */
	assert_int_equal(db_begin(db, DB_WRITE), ERR_OK);
	name(&c->title, "Cycle");
	c->from_on = day("2018");
	c->to_on = day("2022");
	save(&w, &cycle_entity, c);
	w.cycle = c->row.id;
	name(&f->title, "Framework");
	f->kind.v = FRAMEWORK_COMPACT;
	save(&w, &framework_entity, f);
	w.framework = f->row.id;
	assert_int_equal(setting_put(db, STR("framework"), f->row.code),
			 ERR_OK);
	return w;
}

static inline struct pledge *pledge_add(struct world *w)
{
	struct pledge *p = made(w, &pledge_entity);

	name(&p->title, "Pledge");
	p->cycle.id = w->cycle;
	p->committed_on = day("2022-05-10");
	save(w, &pledge_entity, p);
	return p;
}

static inline struct plan *plan_add(struct world *w)
{
	struct plan *p = made(w, &plan_entity);

	name(&p->title, "Plan");
	p->kind.v = PLAN_STRATEGY;
	save(w, &plan_entity, p);
	return p;
}

static inline struct goal *goal_add(struct world *w, int64_t plan,
				    int64_t parent)
{
	struct goal *g = made(w, &goal_entity);

	name(&g->title, "Goal");
	g->plan.id = plan;
	g->parent.id = parent;
	save(w, &goal_entity, g);
	return g;
}

static inline struct action *action_add(struct world *w)
{
	struct action *a = made(w, &action_entity);

	name(&a->title, "Action");
	save(w, &action_entity, a);
	return a;
}

static inline struct milestone *milestone_add(struct world *w, int64_t action,
				       const char *reached)
{
	struct milestone *m = made(w, &milestone_entity);

	name(&m->title, "Milestone");
	m->action.id = action;
	m->reached_on = day(reached);
	save(w, &milestone_entity, m);
	return m;
}

static inline struct update *update_add(struct world *w,
					const struct entity *e,
					int64_t about, const char *on)
{
	struct update *u = made(w, &update_entity);

	name(&u->title, "Update");
	u->about.entity = e;
	u->about.to.id = about;
	u->on = day(on);
	save(w, &update_entity, u);
	return u;
}

static inline struct provision *objective_add(struct world *w)
{
	struct provision *p = made(w, &provision_entity);

	name(&p->title, "Objective");
	p->framework.id = w->framework;
	p->kind.v = PROVISION_OBJECTIVE;
	save(w, &provision_entity, p);
	return p;
}

static inline int64_t link_add(struct world *w, enum link_kind_value kind,
			const struct entity *from, int64_t from_id,
			const struct entity *to, int64_t to_id)
{
	struct link *l = made(w, &link_entity);

	l->kind.v = (uint8_t)kind;
	l->from.entity = from;
	l->from.to.id = from_id;
	l->to.entity = to;
	l->to.to.id = to_id;
	save(w, &link_entity, l);
	return l->row.id;
}

static inline int64_t serves(struct world *w, const struct entity *from,
		      int64_t from_id, const struct entity *to, int64_t to_id)
{
	return link_add(w, LINK_SERVES, from, from_id, to, to_id);
}

static inline void take_away(struct world *w, int64_t link)
{
	assert_int_equal(repo_unlink(w->db, w->mem, link, &how), ERR_OK);
}

static inline void withdraw(struct world *w, const struct entity *e,
			    void *record, bool away)
{
	struct row *row = record;

	row->stage.v = away ? STAGE_WITHDRAWN : STAGE_PUBLISHED;
	row->reason.s = STR("test");
	save(w, e, record);
}

#endif
