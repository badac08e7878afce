/* gaps.c - where the chain is broken, kept with the data */

#include "store/gaps.h"

#include <limits.h>

#include "base/log.h"

enum {
	IDS_CEILING = 64 * 1024 * 1024,
	MONTH = 7,		/* "2022-05" */
	KINDS_MAX = 8		/* of one record */
};

/* One statement finds the gaps of all records of an entity with ids from $1
 * to $2: of one record, or of all. CROSS JOIN makes SQLite, which does not
 * know how few steps a record has, begin with these. */
struct finder {
	const char *entity;
	struct sql (*find)(void);
};

/*
 * The actions of a pledge serve it, or a goal or plan that serves it, or a
 * goal inside such a plan. Heard of is a pledge on the day it was made, and
 * on that of each update about it, about its actions and their milestones,
 * and of each milestone reached.
 */
static struct sql pledge_gaps(void)
{
	return SQL(
	"INSERT INTO gap (kind, entity, row_id, since) "
	"WITH RECURSIVE near (pledge, entity, id) AS ("
	" SELECT l.\"to\", l.from_entity, l.\"from\" FROM link l"
	" WHERE l.to_entity = 'pledge' AND l.\"to\" BETWEEN $1 AND $2"
	" AND l.kind = 'serves' AND l.stage <> 'withdrawn'"
	"), plans (pledge, id) AS ("
	" SELECT n.pledge, p.id FROM near n CROSS JOIN plan p"
	" WHERE p.id = n.id AND n.entity = 'plan' AND p.stage <> 'withdrawn'"
	"), goals (pledge, id) AS ("
	" SELECT n.pledge, g.id FROM near n CROSS JOIN goal g"
	" WHERE g.id = n.id AND n.entity = 'goal' AND g.stage <> 'withdrawn'"
	" UNION SELECT p.pledge, g.id FROM plans p CROSS JOIN goal g"
	" WHERE g.plan = p.id AND g.stage <> 'withdrawn'"
	" UNION SELECT x.pledge, g.id FROM goals x CROSS JOIN goal g"
	" WHERE g.parent = x.id AND g.stage <> 'withdrawn'"
	"), steps (pledge, entity, id) AS ("
	" SELECT pledge, 'plan', id FROM plans"
	" UNION ALL SELECT pledge, 'goal', id FROM goals"
	"), actions (pledge, id) AS ("
	" SELECT n.pledge, a.id FROM near n CROSS JOIN action a"
	" WHERE a.id = n.id AND n.entity = 'action'"
	" AND a.stage <> 'withdrawn'"
	" UNION SELECT s.pledge, a.id FROM steps s CROSS JOIN link l"
	" CROSS JOIN action a WHERE l.to_entity = s.entity"
	" AND l.\"to\" = s.id AND l.kind = 'serves'"
	" AND l.from_entity = 'action' AND l.stage <> 'withdrawn'"
	" AND a.id = l.\"from\" AND a.stage <> 'withdrawn'"
	"), heard (pledge, day) AS ("
	" SELECT p.id, p.committed_on_last FROM pledge p"
	" WHERE p.id BETWEEN $1 AND $2"
	" UNION ALL SELECT u.about, u.on_last FROM \"update\" u"
	" WHERE u.about_entity = 'pledge' AND u.about BETWEEN $1 AND $2"
	" AND u.stage <> 'withdrawn'"
	" UNION ALL SELECT a.pledge, u.on_last FROM actions a"
	" CROSS JOIN \"update\" u WHERE u.about_entity = 'action'"
	" AND u.about = a.id AND u.stage <> 'withdrawn'"
	" UNION ALL SELECT a.pledge, m.reached_on_last FROM actions a"
	" CROSS JOIN milestone m WHERE m.action = a.id"
	" AND m.stage <> 'withdrawn'"
	" UNION ALL SELECT a.pledge, u.on_last FROM actions a"
	" CROSS JOIN milestone m CROSS JOIN \"update\" u"
	" WHERE m.action = a.id AND m.stage <> 'withdrawn'"
	" AND u.about_entity = 'milestone' AND u.about = m.id"
	" AND u.stage <> 'withdrawn'"
	"), live (id, due_on) AS ("
	" SELECT id, COALESCE(due_on, '') FROM pledge"
	" WHERE id BETWEEN $1 AND $2 AND stage <> 'withdrawn'"
	") "
	"SELECT 'pledge_no_action', 'pledge', p.id, '' FROM live p"
	" WHERE NOT EXISTS (SELECT 1 FROM actions a WHERE a.pledge = p.id) "
	"UNION ALL SELECT 'pledge_no_plan', 'pledge', p.id, '' FROM live p"
	" WHERE NOT EXISTS (SELECT 1 FROM steps s WHERE s.pledge = p.id) "
	"UNION ALL SELECT 'pledge_title_only', 'pledge', p.id, ''"
	" FROM live p WHERE NOT EXISTS (SELECT 1 FROM text t"
	" WHERE t.entity = 'pledge' AND t.row_id = p.id"
	" AND t.field = 'summary') "
	"UNION ALL SELECT 'pledge_no_date', 'pledge', p.id, '' FROM live p"
	" WHERE p.due_on = '' "
	"UNION ALL SELECT 'pledge_no_target', 'pledge', p.id, ''"
	" FROM live p WHERE NOT EXISTS (SELECT 1 FROM text t"
	" WHERE t.entity = 'pledge' AND t.row_id = p.id"
	" AND t.field = 'target') "
	"UNION ALL SELECT 'pledge_quiet', 'pledge', p.id, MAX(h.day)"
	" FROM live p JOIN heard h ON h.pledge = p.id GROUP BY p.id");
}


/* Only the objectives of the framework that the installation is about; an
 * answer to a lettered action under one answers the objective. */
static struct sql provision_gaps(void)
{
	return SQL(
	"INSERT INTO gap (kind, entity, row_id, since) "
	"SELECT 'objective_no_pledge', 'provision', o.id, ''"
	" FROM provision o WHERE o.id BETWEEN $1 AND $2"
	" AND o.kind = 'objective' AND o.stage <> 'withdrawn'"
	" AND o.framework = (SELECT f.id FROM setting s"
	" JOIN framework f ON f.code = s.value WHERE s.key = 'framework')"
	" AND NOT EXISTS (SELECT 1 FROM link l JOIN pledge p"
	" ON p.id = l.\"from\" WHERE l.to_entity = 'provision'"
	" AND l.\"to\" = o.id AND l.kind = 'answers'"
	" AND l.from_entity = 'pledge' AND l.stage <> 'withdrawn'"
	" AND p.stage <> 'withdrawn')"
	" AND NOT EXISTS (SELECT 1 FROM provision c CROSS JOIN link l"
	" CROSS JOIN pledge p WHERE c.parent = o.id"
	" AND l.to_entity = 'provision' AND l.\"to\" = c.id"
	" AND l.kind = 'answers' AND l.from_entity = 'pledge'"
	" AND l.stage <> 'withdrawn' AND p.id = l.\"from\""
	" AND p.stage <> 'withdrawn')");
}


/* The same steps as for a pledge, walked upwards. */
static struct sql action_gaps(void)
{
	return SQL(
	"INSERT INTO gap (kind, entity, row_id, since) "
	"WITH RECURSIVE near (action, entity, id) AS ("
	" SELECT l.\"from\", l.to_entity, l.\"to\" FROM link l"
	" WHERE l.from_entity = 'action' AND l.\"from\" BETWEEN $1 AND $2"
	" AND l.kind = 'serves' AND l.stage <> 'withdrawn'"
	"), goals (action, id) AS ("
	" SELECT n.action, g.id FROM near n CROSS JOIN goal g"
	" WHERE g.id = n.id AND n.entity = 'goal' AND g.stage <> 'withdrawn'"
	" UNION SELECT x.action, p.id FROM goals x CROSS JOIN goal g"
	" CROSS JOIN goal p WHERE g.id = x.id AND p.id = g.parent"
	" AND p.stage <> 'withdrawn'"
	"), steps (action, entity, id) AS ("
	" SELECT action, 'goal', id FROM goals"
	" UNION ALL SELECT n.action, 'plan', p.id FROM near n"
	" CROSS JOIN plan p WHERE p.id = n.id"
	" AND n.entity = 'plan' AND p.stage <> 'withdrawn'"
	" UNION ALL SELECT x.action, 'plan', p.id FROM goals x"
	" CROSS JOIN goal g CROSS JOIN plan p WHERE g.id = x.id"
	" AND p.id = g.plan AND p.stage <> 'withdrawn'"
	"), pledges (action, id) AS ("
	" SELECT n.action, n.id FROM near n WHERE n.entity = 'pledge'"
	" UNION ALL SELECT s.action, l.\"to\" FROM steps s CROSS JOIN link l"
	" WHERE l.from_entity = s.entity AND l.\"from\" = s.id"
	" AND l.kind = 'serves' AND l.to_entity = 'pledge'"
	" AND l.stage <> 'withdrawn'"
	") "
	"SELECT 'action_no_pledge', 'action', a.id, '' FROM action a"
	" WHERE a.id BETWEEN $1 AND $2 AND a.stage <> 'withdrawn'"
	" AND NOT EXISTS (SELECT 1 FROM pledges x CROSS JOIN pledge p"
	" WHERE p.id = x.id AND x.action = a.id"
	" AND p.stage <> 'withdrawn')");
}


static struct sql plan_gaps(void)
{
	return SQL(
	"INSERT INTO gap (kind, entity, row_id, since) "
	"SELECT 'plan_no_goal', 'plan', p.id, '' FROM plan p"
	" WHERE p.id BETWEEN $1 AND $2 AND p.stage <> 'withdrawn'"
	" AND NOT EXISTS (SELECT 1 FROM goal g WHERE g.plan = p.id"
	" AND g.stage <> 'withdrawn')");
}


/* What a later update corrects no longer counts. */
static struct sql update_gaps(void)
{
	return SQL(
	"INSERT INTO gap (kind, entity, row_id, since) "
	"SELECT 'update_no_answer', 'update', u.id, '' FROM \"update\" u"
	" WHERE u.id BETWEEN $1 AND $2 AND u.stage <> 'withdrawn'"
	" AND u.answer = 'none'"
	" AND NOT EXISTS (SELECT 1 FROM \"update\" c"
	" WHERE c.corrects = u.id AND c.stage <> 'withdrawn')");
}


static const struct finder pledge_finder = { "pledge", pledge_gaps };
static const struct finder provision_finder = {
	"provision", provision_gaps
};
static const struct finder action_finder = { "action", action_gaps };
static const struct finder plan_finder = { "plan", plan_gaps };
static const struct finder update_finder = { "update", update_gaps };
static const struct finder *const finders[] = {
	&pledge_finder, &provision_finder, &action_finder, &plan_finder,
	&update_finder,
};

/* Tallies */

void tally_add(struct db *db, struct str name, struct str bucket,
	       int64_t delta)
{
	struct stmt *st = db_stmt(db, SQL(
		"INSERT INTO tally (name, bucket, n) VALUES ($1, $2, $3) "
		"ON CONFLICT (name, bucket) "
		"DO UPDATE SET n = tally.n + excluded.n"));

	bind_str(st, 1, name);
	bind_str(st, 2, bucket);
	bind_int(st, 3, delta);
	stmt_run(st);
}

struct gap {
	struct str kind, since;
};

/* By month, and for those that age by day as well: then a count up to a day
 * adds whole months and the days of one. */
static void gap_tally_add(struct db *db, struct arena *mem, struct gap g,
			  int64_t delta)
{
	tally_add(db, arena_printf(mem, "gap:%.*s", STR_ARG(g.kind)),
		  str_cut(g.since, 0, MONTH), delta);
	if (!str_empty(g.since))
		tally_add(db, arena_printf(mem, "gapday:%.*s",
					   STR_ARG(g.kind)),
			  g.since, delta);
}

static int64_t sum(struct stmt *st)
{
	int64_t n = 0;

	while (stmt_step(st))
		n = col_int(st, 0);
	return n;
}

int64_t gaps_count(struct db *db, struct str kind, struct str before)
{
	struct arena mem;
	struct stmt *st;
	int64_t n;

	arena_init(&mem, IDS_CEILING);
	st = db_stmt(db, SQL(
		"SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM tally "
		"WHERE name = $1 AND bucket < $2"));
	bind_str(st, 1, arena_printf(&mem, "gap:%.*s", STR_ARG(kind)));
	/* Behind every month there can be. */
	bind_str(st, 2, str_empty(before) ? STR("9999-99")
					  : str_cut(before, 0, MONTH));
	n = sum(st);
	if (!str_empty(before)) {
		st = db_stmt(db, SQL(
			"SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) "
			"FROM tally WHERE name = $1 AND bucket >= $2 "
			"AND bucket < $3"));
		bind_str(st, 1, arena_printf(&mem, "gapday:%.*s",
					     STR_ARG(kind)));
		bind_str(st, 2, str_cut(before, 0, MONTH));
		bind_str(st, 3, before);
		n += sum(st);
	}
	arena_release(&mem);
	return n;
}

size_t gaps_all(struct db *db, struct arena *mem, struct gap_tally *out,
		size_t room)
{
	struct stmt *st = db_stmt(db, SQL(
		"SELECT name, CAST(SUM(n) AS BIGINT) FROM tally "
		"WHERE name >= 'gap:' AND name < 'gap;' "
		"GROUP BY name ORDER BY name"));
	size_t n = 0;

	while (stmt_step(st) && n < room) {
		struct str name = col_str(st, 0);

		out[n++] = (struct gap_tally){
			arena_str(mem, str_cut(name, sizeof("gap:") - 1,
					       name.n)), col_int(st, 1) };
	}
	return n;
}

/* One record */

static size_t gaps_of(struct db *db, struct arena *mem, const char *entity,
		      int64_t id, struct gap out[KINDS_MAX])
{
	struct stmt *st = db_stmt(db, SQL(
		"SELECT kind, since FROM gap "
		"WHERE entity = $1 AND row_id = $2"));
	size_t n = 0;

	bind_str(st, 1, str_of(entity));
	bind_int(st, 2, id);
	while (stmt_step(st)) {
		if (n == KINDS_MAX)
			BUG("a record has more kinds of gap than there are");
		out[n++] = (struct gap){ arena_str(mem, col_str(st, 0)),
					 arena_str(mem, col_str(st, 1)) };
	}
	return n;
}

static bool among(struct gap g, const struct gap *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(g.kind, list[i].kind) &&
		    str_eq(g.since, list[i].since))
			return true;
	return false;
}

static void find_range(struct db *db, const struct finder *f, int64_t from,
		       int64_t to)
{
	struct stmt *st = db_stmt(db, f->find());

	bind_int(st, 1, from);
	bind_int(st, 2, to);
	stmt_run(st);
}

static void find_one(struct db *db, struct arena *mem,
		     const struct finder *f, int64_t id)
{
	struct gap was[KINDS_MAX], now[KINDS_MAX];
	size_t was_n = gaps_of(db, mem, f->entity, id, was), now_n;

	if (was_n) {
		struct stmt *st = db_stmt(db, SQL(
			"DELETE FROM gap WHERE entity = $1 "
			"AND row_id = $2"));

		bind_str(st, 1, str_of(f->entity));
		bind_int(st, 2, id);
		stmt_run(st);
	}
	find_range(db, f, id, id);
	now_n = gaps_of(db, mem, f->entity, id, now);
	for (size_t i = 0; i < was_n; i++)
		if (!among(was[i], now, now_n))
			gap_tally_add(db, mem, was[i], -1);
	for (size_t i = 0; i < now_n; i++)
		if (!among(now[i], was, was_n))
			gap_tally_add(db, mem, now[i], 1);
}

/* Whatever hangs on a record, as ids, read before anything else is asked. */
struct ids {
	int64_t *id;
	size_t n, room;
};

static struct ids ids_of(struct stmt *st, struct arena *mem)
{
	struct ids list = { 0 };

	while (stmt_step(st)) {
		if (list.n == list.room) {
			int64_t *more;

			list.room = list.room ? 2 * list.room : 16;
			more = arena_array(mem, list.room, sizeof(*more));
			for (size_t i = 0; i < list.n; i++)
				more[i] = list.id[i];
			list.id = more;
		}
		list.id[list.n++] = col_int(st, 0);
	}
	return list;
}

static struct ids ids_from(struct db *db, struct arena *mem, struct sql sql,
			   const char *entity, int64_t id)
{
	struct stmt *st = db_stmt(db, sql);

	bind_str(st, 1, str_of(entity));
	bind_int(st, 2, id);
	return ids_of(st, mem);
}

static void find_all(struct db *db, struct arena *mem,
		     const struct finder *f, struct ids list)
{
	for (size_t i = 0; i < list.n; i++)
		find_one(db, mem, f, list.id[i]);
}

/* Withdrawn steps are walked too: what hung on them must be found anew. */
static struct sql pledges_above(void)
{
	return SQL(
	"WITH RECURSIVE goals (id) AS ("
	" SELECT g.id FROM goal g WHERE $1 = 'goal' AND g.id = $2"
	" UNION SELECT l.\"to\" FROM link l WHERE l.from_entity = $1"
	" AND l.\"from\" = $2 AND l.kind = 'serves' AND l.to_entity = 'goal'"
	" UNION SELECT g.parent FROM goals x CROSS JOIN goal g"
	" WHERE g.id = x.id AND g.parent IS NOT NULL"
	"), steps (entity, id) AS ("
	" SELECT 'goal', id FROM goals"
	" UNION ALL SELECT 'plan', g.plan FROM goals x"
	" CROSS JOIN goal g WHERE g.id = x.id"
	" UNION ALL SELECT 'plan', p.id FROM plan p"
	" WHERE $1 = 'plan' AND p.id = $2"
	" UNION ALL SELECT 'plan', l.\"to\" FROM link l"
	" WHERE l.from_entity = $1 AND l.\"from\" = $2"
	" AND l.kind = 'serves' AND l.to_entity = 'plan'"
	") "
	"SELECT l.\"to\" FROM link l WHERE l.from_entity = $1"
	" AND l.\"from\" = $2 AND l.kind = 'serves'"
	" AND l.to_entity = 'pledge' "
	"UNION SELECT l.\"to\" FROM steps s CROSS JOIN link l"
	" WHERE l.from_entity = s.entity AND l.\"from\" = s.id"
	" AND l.kind = 'serves' AND l.to_entity = 'pledge'");
}

/* The || keeps SQLite from walking all links of a kind by the index where
 * kind comes first; those of one record are few. */
static struct sql actions_below(void)
{
	return SQL(
	"WITH RECURSIVE plans (id) AS ("
	" SELECT p.id FROM plan p WHERE $1 = 'plan' AND p.id = $2"
	" UNION SELECT l.\"from\" FROM link l WHERE l.to_entity = $1"
	" AND l.\"to\" = $2 AND l.kind || '' = 'serves'"
	" AND l.from_entity = 'plan'"
	"), goals (id) AS ("
	" SELECT g.id FROM goal g WHERE $1 = 'goal' AND g.id = $2"
	" UNION SELECT l.\"from\" FROM link l WHERE l.to_entity = $1"
	" AND l.\"to\" = $2 AND l.kind || '' = 'serves'"
	" AND l.from_entity = 'goal'"
	" UNION SELECT g.id FROM plans p CROSS JOIN goal g"
	" WHERE g.plan = p.id"
	" UNION SELECT g.id FROM goals x CROSS JOIN goal g"
	" WHERE g.parent = x.id"
	"), steps (entity, id) AS ("
	" SELECT 'plan', id FROM plans UNION ALL SELECT 'goal', id FROM goals"
	") "
	"SELECT l.\"from\" FROM link l WHERE l.to_entity = $1"
	" AND l.\"to\" = $2 AND l.kind || '' = 'serves'"
	" AND l.from_entity = 'action' "
	"UNION SELECT l.\"from\" FROM steps s CROSS JOIN link l"
	" WHERE l.to_entity = s.entity AND l.\"to\" = s.id"
	" AND l.kind || '' = 'serves' AND l.from_entity = 'action'");
}

static struct sql plan_of_goal(void)
{
	return SQL("SELECT plan FROM goal WHERE $1 = 'goal' AND id = $2");
}

static struct sql action_of_milestone(void)
{
	return SQL(
	"SELECT action FROM milestone WHERE $1 = 'milestone' AND id = $2 "
	"UNION SELECT w.action FROM milestone m JOIN milestone_was w"
	" ON w.id = m.id AND w.version = m.version - 1"
	" WHERE $1 = 'milestone' AND m.id = $2");
}

static struct sql corrected_by(void)
{
	return SQL(
	"SELECT corrects FROM \"update\" WHERE $1 = 'update' AND id = $2"
	" AND corrects IS NOT NULL "
	"UNION SELECT w.corrects FROM \"update\" u JOIN update_was w"
	" ON w.id = u.id AND w.version = u.version - 1"
	" WHERE $1 = 'update' AND u.id = $2 AND w.corrects IS NOT NULL");
}

static struct sql objectives_answered(void)
{
	return SQL(
	"SELECT l.\"to\" FROM link l WHERE l.from_entity = $1"
	" AND l.\"from\" = $2 AND l.kind = 'answers'"
	" AND l.to_entity = 'provision' "
	"UNION SELECT p.parent FROM link l JOIN provision p"
	" ON p.id = l.\"to\" WHERE l.from_entity = $1 AND l.\"from\" = $2"
	" AND l.kind = 'answers' AND l.to_entity = 'provision'"
	" AND p.parent IS NOT NULL");
}

static struct sql objective_around(void)
{
	return SQL(
	"SELECT id FROM provision WHERE $1 = 'provision' AND id = $2 "
	"UNION SELECT parent FROM provision WHERE $1 = 'provision'"
	" AND id = $2 AND parent IS NOT NULL "
	"UNION SELECT w.parent FROM provision p JOIN provision_was w"
	" ON w.id = p.id AND w.version = p.version - 1"
	" WHERE $1 = 'provision' AND p.id = $2 AND w.parent IS NOT NULL");
}

/* A row when the last change withdrew the record or brought it back. Other
 * changes of a record move no gap but its own. */
static struct sql turned(void)
{
	return SQL(
	"SELECT x.id FROM pledge x JOIN pledge_was w ON w.id = x.id"
	" AND w.version = x.version - 1 WHERE $1 = 'pledge' AND x.id = $2"
	" AND (w.stage = 'withdrawn') <> (x.stage = 'withdrawn') "
	"UNION ALL SELECT x.id FROM plan x JOIN plan_was w ON w.id = x.id"
	" AND w.version = x.version - 1 WHERE $1 = 'plan' AND x.id = $2"
	" AND (w.stage = 'withdrawn') <> (x.stage = 'withdrawn') "
	"UNION ALL SELECT x.id FROM goal x JOIN goal_was w ON w.id = x.id"
	" AND w.version = x.version - 1 WHERE $1 = 'goal' AND x.id = $2"
	" AND ((w.stage = 'withdrawn') <> (x.stage = 'withdrawn')"
	" OR w.plan <> x.plan"
	" OR COALESCE(w.parent, 0) <> COALESCE(x.parent, 0)) "
	"UNION ALL SELECT x.id FROM action x JOIN action_was w"
	" ON w.id = x.id AND w.version = x.version - 1"
	" WHERE $1 = 'action' AND x.id = $2"
	" AND (w.stage = 'withdrawn') <> (x.stage = 'withdrawn')");
}

/* Where a goal that was moved stood before. */
static struct sql plan_before(void)
{
	return SQL(
	"SELECT w.plan FROM goal g JOIN goal_was w ON w.id = g.id"
	" AND w.version = g.version - 1 WHERE $1 = 'goal' AND g.id = $2"
	" AND w.plan <> g.plan");
}

static struct sql parent_before(void)
{
	return SQL(
	"SELECT w.parent FROM goal g JOIN goal_was w ON w.id = g.id"
	" AND w.version = g.version - 1 WHERE $1 = 'goal' AND g.id = $2"
	" AND w.parent IS NOT NULL AND w.parent <> COALESCE(g.parent, 0)");
}

/* Which way from a record the gaps of others may have changed. */
enum walk { WALK_NONE = 0, WALK_UP = 1, WALK_DOWN = 2, WALK_BOTH = 3 };

static void walk_from(struct db *db, struct arena *mem, const char *entity,
		      int64_t id, enum walk walk)
{
	if (walk & WALK_UP)
		find_all(db, mem, &pledge_finder,
			 ids_from(db, mem, pledges_above(), entity, id));
	if (walk & WALK_DOWN)
		find_all(db, mem, &action_finder,
			 ids_from(db, mem, actions_below(), entity, id));
}

static void touch_pledge(struct db *db, struct arena *mem, int64_t id,
			 enum walk walk)
{
	find_one(db, mem, &pledge_finder, id);
	if (walk != WALK_BOTH)
		return;
	find_all(db, mem, &provision_finder,
		 ids_from(db, mem, objectives_answered(), "pledge", id));
	walk_from(db, mem, "pledge", id, WALK_DOWN);
}

static void touch_goal(struct db *db, struct arena *mem, int64_t id,
		       enum walk walk)
{
	struct ids plans = ids_from(db, mem, plan_before(), "goal", id);
	struct ids parents = ids_from(db, mem, parent_before(), "goal", id);

	find_all(db, mem, &plan_finder, plans);
	find_all(db, mem, &plan_finder,
		 ids_from(db, mem, plan_of_goal(), "goal", id));
	walk_from(db, mem, "goal", id, walk);
	for (size_t i = 0; i < plans.n; i++)
		walk_from(db, mem, "plan", plans.id[i], WALK_UP);
	for (size_t i = 0; i < parents.n; i++)
		walk_from(db, mem, "goal", parents.id[i], WALK_UP);
}

static void touch(struct db *db, struct arena *mem, struct str entity,
		  int64_t id, enum walk walk)
{
	if (str_is(entity, "pledge")) {
		touch_pledge(db, mem, id, walk);
	} else if (str_is(entity, "plan")) {
		find_one(db, mem, &plan_finder, id);
		walk_from(db, mem, "plan", id, walk);
	} else if (str_is(entity, "goal")) {
		touch_goal(db, mem, id, walk);
	} else if (str_is(entity, "action")) {
		find_one(db, mem, &action_finder, id);
		walk_from(db, mem, "action", id, walk & WALK_UP);
	} else if (str_is(entity, "provision")) {
		find_all(db, mem, &provision_finder,
			 ids_from(db, mem, objective_around(), "provision",
				  id));
	}
}

/* The records that a row names: entity and id, in pairs of columns. */
static size_t named_by(struct stmt *st, struct arena *mem,
		       struct str entity[2], int64_t id[2], size_t columns)
{
	size_t n = 0;

	while (stmt_step(st))
		for (size_t i = 0; i < columns && n < 2; i++, n++) {
			entity[n] = arena_str(mem, col_str(st, 2 * (int)i));
			id[n] = col_int(st, 2 * (int)i + 1);
		}
	return n;
}

/* A link changes what is below its lower end and above its upper one. */
static void touch_link(struct db *db, struct arena *mem, int64_t link)
{
	struct stmt *st = db_stmt(db, SQL(
		"SELECT from_entity, \"from\", to_entity, \"to\" FROM link "
		"WHERE id = $1 AND kind IN ('serves', 'answers')"));
	struct str entity[2];
	int64_t id[2];

	bind_int(st, 1, link);
	if (named_by(st, mem, entity, id, 2) != 2)
		return;
	touch(db, mem, entity[0], id[0], WALK_DOWN);
	touch(db, mem, entity[1], id[1], WALK_UP);
}

static void touch_milestone(struct db *db, struct arena *mem, int64_t id)
{
	struct ids actions = ids_from(db, mem, action_of_milestone(),
				      "milestone", id);

	for (size_t i = 0; i < actions.n; i++)
		walk_from(db, mem, "action", actions.id[i], WALK_UP);
}

/* What an update is about, and was about before, has been heard of. */
static void touch_update(struct db *db, struct arena *mem, int64_t update)
{
	struct stmt *st;
	struct str entity[2];
	int64_t id[2];
	size_t n;

	find_one(db, mem, &update_finder, update);
	find_all(db, mem, &update_finder,
		 ids_from(db, mem, corrected_by(), "update", update));
	st = db_stmt(db, SQL(
		"SELECT about_entity, about FROM \"update\" WHERE id = $1 "
		"UNION SELECT w.about_entity, w.about FROM \"update\" u "
		"JOIN update_was w ON w.id = u.id "
		"AND w.version = u.version - 1 WHERE u.id = $1"));
	bind_int(st, 1, update);
	n = named_by(st, mem, entity, id, 1);
	for (size_t i = 0; i < n; i++)
		if (str_is(entity[i], "pledge"))
			find_one(db, mem, &pledge_finder, id[i]);
		else if (str_is(entity[i], "action"))
			walk_from(db, mem, "action", id[i], WALK_UP);
		else if (str_is(entity[i], "milestone"))
			touch_milestone(db, mem, id[i]);
}

void gaps_touch(struct db *db, const struct entity *e, int64_t id)
{
	struct str entity = str_of(e->name);
	struct arena mem;

	arena_init(&mem, IDS_CEILING);
	if (str_is(entity, "link"))
		touch_link(db, &mem, id);
	else if (str_is(entity, "milestone"))
		touch_milestone(db, &mem, id);
	else if (str_is(entity, "update"))
		touch_update(db, &mem, id);
	else
		touch(db, &mem, entity, id,
		      ids_from(db, &mem, turned(), e->name, id).n
		      ? WALK_BOTH : WALK_NONE);
	arena_release(&mem);
}

void gaps_unlinked(struct db *db, const struct anyref *from,
		   const struct anyref *to)
{
	struct arena mem;

	arena_init(&mem, IDS_CEILING);
	touch(db, &mem, str_of(from->entity->name), from->to.id, WALK_DOWN);
	touch(db, &mem, str_of(to->entity->name), to->to.id, WALK_UP);
	arena_release(&mem);
}

/* All records */

static void run(struct db *db, struct sql sql)
{
	stmt_run(db_stmt(db, sql));
}

static void count_entities(struct db *db)
{
	run(db, SQL(
	"INSERT INTO tally (name, bucket, n) "
	"SELECT 'entity:place', stage, COUNT(*) FROM place GROUP BY stage "
	"UNION ALL SELECT 'entity:organisation', stage, COUNT(*)"
	" FROM organisation GROUP BY stage "
	"UNION ALL SELECT 'entity:document', stage, COUNT(*)"
	" FROM document GROUP BY stage "
	"UNION ALL SELECT 'entity:person', stage, COUNT(*)"
	" FROM person GROUP BY stage "
	"UNION ALL SELECT 'entity:term', stage, COUNT(*)"
	" FROM term GROUP BY stage "
	"UNION ALL SELECT 'entity:theme', stage, COUNT(*)"
	" FROM theme GROUP BY stage "
	"UNION ALL SELECT 'entity:framework', stage, COUNT(*)"
	" FROM framework GROUP BY stage "
	"UNION ALL SELECT 'entity:provision', stage, COUNT(*)"
	" FROM provision GROUP BY stage "
	"UNION ALL SELECT 'entity:cycle', stage, COUNT(*)"
	" FROM \"cycle\" GROUP BY stage "
	"UNION ALL SELECT 'entity:event', stage, COUNT(*)"
	" FROM event GROUP BY stage "
	"UNION ALL SELECT 'entity:event_part', stage, COUNT(*)"
	" FROM event_part GROUP BY stage "
	"UNION ALL SELECT 'entity:seat', stage, COUNT(*)"
	" FROM seat GROUP BY stage "
	"UNION ALL SELECT 'entity:holding', stage, COUNT(*)"
	" FROM holding GROUP BY stage "
	"UNION ALL SELECT 'entity:agenda_item', stage, COUNT(*)"
	" FROM agenda_item GROUP BY stage "
	"UNION ALL SELECT 'entity:attendance', stage, COUNT(*)"
	" FROM attendance GROUP BY stage "
	"UNION ALL SELECT 'entity:quote', stage, COUNT(*)"
	" FROM quote GROUP BY stage "
	"UNION ALL SELECT 'entity:plan', stage, COUNT(*)"
	" FROM plan GROUP BY stage "
	"UNION ALL SELECT 'entity:goal', stage, COUNT(*)"
	" FROM goal GROUP BY stage "
	"UNION ALL SELECT 'entity:pledge', stage, COUNT(*)"
	" FROM pledge GROUP BY stage "
	"UNION ALL SELECT 'entity:action', stage, COUNT(*)"
	" FROM action GROUP BY stage "
	"UNION ALL SELECT 'entity:milestone', stage, COUNT(*)"
	" FROM milestone GROUP BY stage "
	"UNION ALL SELECT 'entity:update', stage, COUNT(*)"
	" FROM \"update\" GROUP BY stage "
	"UNION ALL SELECT 'entity:statement', stage, COUNT(*)"
	" FROM statement GROUP BY stage "
	"UNION ALL SELECT 'entity:link', stage, COUNT(*)"
	" FROM link GROUP BY stage "
	"UNION ALL SELECT 'entity:fact', stage, COUNT(*)"
	" FROM fact GROUP BY stage"));
}

void gaps_rebuild(struct db *db)
{
	db_plan_anew(db);
	run(db, SQL("DELETE FROM gap"));
	run(db, SQL("DELETE FROM tally"));
	for (size_t i = 0; i < COUNT(finders); i++)
		find_range(db, finders[i], 0, INT64_MAX);
	run(db, SQL(
		"INSERT INTO tally (name, bucket, n) "
		"SELECT 'gap:' || kind, SUBSTR(since, 1, 7), COUNT(*) "
		"FROM gap GROUP BY kind, SUBSTR(since, 1, 7)"));
	run(db, SQL(
		"INSERT INTO tally (name, bucket, n) "
		"SELECT 'gapday:' || kind, since, COUNT(*) FROM gap "
		"WHERE since <> '' GROUP BY kind, since"));
	run(db, SQL(
		"INSERT INTO tally (name, bucket, n) "
		"SELECT 'pledges', CAST(\"cycle\" AS TEXT), COUNT(*) "
		"FROM pledge WHERE stage <> 'withdrawn' "
		"AND \"cycle\" IS NOT NULL GROUP BY \"cycle\""));
	count_entities(db);
}
