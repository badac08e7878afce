/* edges.c - the steps of the chain, and what stands above and below a record */

#include "store/edges.h"

#include "domain/action.h"
#include "domain/document.h"
#include "domain/event.h"
#include "domain/goal.h"
#include "domain/link.h"
#include "domain/milestone.h"
#include "domain/plan.h"
#include "domain/update.h"
#include "store/query_rows.h"

/* Keeping */

struct step {
	const struct entity *entity, *to_entity;
	int64_t id, to, link;
	struct choice provenance;
};
enum { STEPS = 2 };		/* of one record at most */

static void step_add(struct step *out, size_t *n, struct step s)
{
	if (s.to && s.to_entity)
		out[(*n)++] = s;
}

static size_t steps_of(const struct entity *e, const void *record,
		       struct step out[STEPS])
{
	int64_t id = record ? record_row_in(record)->id : 0;
	size_t n = 0;

	if (!record)
		return 0;
	if (e == &link_entity) {
		const struct link *k = record;

		if (k->kind.v == LINK_SERVES &&
		    k->row.stage.v != STAGE_WITHDRAWN)
			step_add(out, &n, (struct step){
				k->from.entity, k->to.entity, k->from.to.id,
				k->to.to.id, id, k->provenance });
	} else if (e == &goal_entity) {
		const struct goal *g = record;

		step_add(out, &n, (struct step){ e, &plan_entity, id,
						 g->plan.id, 0, { 0 } });
		step_add(out, &n, (struct step){ e, &goal_entity, id,
						 g->parent.id, 0, { 0 } });
	} else if (e == &milestone_entity) {
		const struct milestone *m = record;

		step_add(out, &n, (struct step){ e, &action_entity, id,
						 m->action.id, 0, { 0 } });
	} else if (e == &update_entity) {
		const struct update *u = record;

		step_add(out, &n, (struct step){ e, u->about.entity, id,
						 u->about.to.id, 0, { 0 } });
	}
	return n;
}

static bool steps_same(const struct step *a, const struct step *b)
{
	return a->entity == b->entity && a->id == b->id &&
	       a->to_entity == b->to_entity && a->to == b->to &&
	       a->provenance.v == b->provenance.v;
}

/* $1 to $5: what tells one step from all others. */
static void step_bind(struct stmt *st, const struct step *s)
{
	bind_str(st, 1, str_of(s->entity->name));
	bind_int(st, 2, s->id);
	bind_str(st, 3, str_of(s->to_entity->name));
	bind_int(st, 4, s->to);
	bind_int(st, 5, s->link);
}

static void step_drop(struct db *db, const struct step *s)
{
	struct stmt *st = db_stmt(db, SQL(
		"DELETE FROM edge WHERE entity = $1 AND row_id = $2 "
		"AND to_entity = $3 AND to_id = $4 AND link = $5"));

	step_bind(st, s);
	stmt_run(st);
}

static void step_write(struct db *db, const struct step *s)
{
	const struct field *f = entity_field(&link_entity,
					     STR("provenance"));
	struct stmt *st = db_stmt(db, SQL(
		"INSERT INTO edge (entity, row_id, to_entity, to_id, link, "
		"provenance) VALUES ($1, $2, $3, $4, $5, $6)"));

	step_bind(st, s);
	bind_str_null(st, 6);
	if (s->provenance.v)
		bind_str(st, 6, str_of(choice_name(f->choices,
						   s->provenance)));
	stmt_run(st);
}

void edges_save(struct db *db, const struct entity *e, const void *was,
		const void *now)
{
	struct step old[STEPS], new[STEPS];
	size_t old_n = steps_of(e, was, old), new_n = steps_of(e, now, new);
	bool same = old_n == new_n;

	for (size_t i = 0; i < old_n && same; i++)
		same = steps_same(&old[i], &new[i]);
	if (same)
		return;
	for (size_t i = 0; i < old_n; i++)
		step_drop(db, &old[i]);
	for (size_t i = 0; i < new_n; i++)
		step_write(db, &new[i]);
}

/* Reading */

bool query_self(struct db *db, struct arena *mem, const struct entity *e,
		int64_t id, enum lang l, struct edge *out)
{
	struct stmt *st = db_stmt(db, SQL(
	"SELECT h.entity, h.row_id, h.code, h.body, h.shown_lang,"
	" COALESCE(p.committed_on, n.from_on, a.from_on, a.due_on)"
	" FROM heading h"
	" LEFT JOIN pledge p ON h.entity = 'pledge' AND p.id = h.row_id"
	" LEFT JOIN plan n ON h.entity = 'plan' AND n.id = h.row_id"
	" LEFT JOIN action a ON h.entity = 'action' AND a.id = h.row_id"
	" WHERE h.entity = $1 AND h.row_id = $2 AND h.lang = $3"));
	bool found = false;

	bind_str(st, 1, str_of(e->name));
	bind_int(st, 2, id);
	bind_lang(st, 3, l);
	while (stmt_step(st)) {
		*out = (struct edge){ .entity = e,
				      .of = col_titled(st, 1, mem),
				      .on = col_date(st, 5) };
		found = true;
	}
	return found;
}

static bool is_same(const struct edge *a, const struct edge *b)
{
	return a->of.id == b->of.id && a->to == b->to &&
	       a->entity == b->entity && a->to_entity == b->to_entity &&
	       a->linked == b->linked;
}

/* What is reached on two ways brings what hangs on it twice. */
static void edge_add(struct edges *es, struct arena *mem,
		     const struct edge *g)
{
	for (size_t i = 0; i < es->n; i++)
		if (is_same(&es->list[i], g))
			return;
	if (es->n == EDGES_MAX) {
		es->cut = true;
		return;
	}
	es->list = rows_grown(mem, es->list, es->n, sizeof(*g));
	es->list[es->n++] = *g;
}

/* Columns: entity, id, code, title, its language, day, to_entity, to, link,
 * provenance, stage. */
static struct edges edges_read(struct stmt *st, const struct entity *e,
			       int64_t id, enum lang l, struct arena *mem)
{
	struct edges es = { 0 };
	size_t rows = 0;

	bind_str(st, 1, str_of(e->name));
	bind_int(st, 2, id);
	bind_lang(st, 3, l);
	while (stmt_step(st)) {
		struct edge g = {
			.entity = entity_by_name(col_str(st, 0)),
			.of = col_titled(st, 1, mem),
			.on = col_date(st, 5),
			.to_entity = entity_by_name(col_str(st, 6)),
			.to = col_int(st, 7),
			.linked = col_int(st, 8) != 0,
			.provenance = col_choice(st, 9, &link_entity,
						 "provenance"),
			.draft = str_is(col_str(st, 10), "draft") };

		edge_add(&es, mem, &g);
		es.cut = es.cut || ++rows > EDGES_MAX;
	}
	return es;
}

/* What hangs only on something withdrawn is not there either. */
static void edges_prune(struct edges *es, const struct entity *e, int64_t id)
{
	size_t before;

	do {
		size_t kept = 0;

		before = es->n;
		for (size_t i = 0; i < before; i++) {
			const struct edge *g = &es->list[i];
			bool there = g->to_entity == e && g->to == id;

			for (size_t j = 0; j < before && !there; j++)
				there = es->list[j].entity == g->to_entity &&
					es->list[j].of.id == g->to;
			if (there)
				es->list[kept++] = *g;
		}
		es->n = kept;
	} while (es->n < before);
}

/*
 * A goal that serves a pledge brings its plan with it, whose other goals may
 * have nothing to do with the pledge: the plan is not walked on from. CROSS
 * JOIN because SQLite, which does not know how few steps a chain has, would
 * begin with all headings.
 */
struct edges query_below(struct db *db, struct arena *mem,
			 const struct entity *e, int64_t id, enum lang l)
{
	struct stmt *st = db_stmt(db, SQL(
	"WITH RECURSIVE walk (entity, row_id, to_entity, to_id, link,"
	" provenance, deep) AS ("
	" SELECT entity, row_id, to_entity, to_id, link, provenance, 1"
	" FROM edge WHERE to_entity = $1 AND to_id = $2"
	" UNION ALL SELECT e.entity, e.row_id, e.to_entity, e.to_id, e.link,"
	" e.provenance, w.deep + 1 FROM walk w CROSS JOIN edge e"
	" WHERE w.entity <> 'update' AND w.deep < 40"
	" AND e.to_entity = w.entity AND e.to_id = w.row_id"
	"), steps (entity, row_id, to_entity, to_id, link, provenance) AS ("
	" SELECT entity, row_id, to_entity, to_id, link, provenance"
	" FROM walk"
	" UNION ALL SELECT p.to_entity, p.to_id, g.to_entity, g.to_id,"
	" g.link, g.provenance FROM edge g CROSS JOIN edge p"
	" WHERE g.to_entity = $1 AND g.to_id = $2 AND $1 = 'pledge'"
	" AND g.entity = 'goal' AND p.entity = 'goal'"
	" AND p.row_id = g.row_id AND p.to_entity = 'plan'"
	" UNION ALL SELECT p.entity, p.row_id, p.to_entity, p.to_id,"
	" 0, NULL FROM edge g CROSS JOIN edge p"
	" WHERE g.to_entity = $1 AND g.to_id = $2 AND $1 = 'pledge'"
	" AND g.entity = 'goal' AND p.entity = 'goal'"
	" AND p.row_id = g.row_id AND p.to_entity = 'plan'"
	") "
	"SELECT s.entity, s.row_id, h.code, h.body, h.shown_lang,"
	" COALESCE(n.from_on, a.from_on, a.due_on, m.reached_on, m.due_on,"
	" u.\"on\"), s.to_entity, s.to_id, s.link, s.provenance,"
	" h.stage FROM steps s CROSS JOIN heading h"
	" LEFT JOIN plan n ON s.entity = 'plan' AND n.id = s.row_id"
	" LEFT JOIN action a ON s.entity = 'action' AND a.id = s.row_id"
	" LEFT JOIN milestone m ON s.entity = 'milestone'"
	" AND m.id = s.row_id"
	" LEFT JOIN \"update\" u ON s.entity = 'update' AND u.id = s.row_id"
	" WHERE h.entity = s.entity AND h.row_id = s.row_id AND h.lang = $3"
	" AND h.stage <> 'withdrawn' LIMIT 2001"));
	struct edges es = edges_read(st, e, id, l, mem);

	edges_prune(&es, e, id);
	return es;
}

struct edges query_above(struct db *db, struct arena *mem,
			 const struct entity *e, int64_t id, enum lang l)
{
	struct stmt *st = db_stmt(db, SQL(
	"WITH RECURSIVE walk (entity, row_id, to_entity, to_id, link,"
	" provenance, deep) AS ("
	" SELECT entity, row_id, to_entity, to_id, link, provenance, 1"
	" FROM edge WHERE entity = $1 AND row_id = $2"
	" UNION ALL SELECT e.entity, e.row_id, e.to_entity, e.to_id, e.link,"
	" e.provenance, w.deep + 1 FROM walk w CROSS JOIN edge e"
	" WHERE w.to_entity <> 'pledge' AND w.deep < 40"
	" AND e.entity = w.to_entity AND e.row_id = w.to_id"
	") "
	"SELECT s.to_entity, s.to_id, h.code, h.body, h.shown_lang,"
	" COALESCE(p.committed_on, n.from_on), s.entity, s.row_id, s.link,"
	" s.provenance, h.stage FROM walk s CROSS JOIN heading h"
	" LEFT JOIN pledge p ON s.to_entity = 'pledge' AND p.id = s.to_id"
	" LEFT JOIN plan n ON s.to_entity = 'plan' AND n.id = s.to_id"
	" WHERE h.entity = s.to_entity AND h.row_id = s.to_id"
	" AND h.lang = $3 AND h.stage <> 'withdrawn' LIMIT 2001"));

	return edges_read(st, e, id, l, mem);
}

/* The forum that comes first, and what hangs on it: databases give rows as
 * they come. */
struct found {
	struct follow follow;
	int64_t forum;			/* 0: tied to the pledge itself */
};

static const struct found *first_forum(const struct found *list, size_t n)
{
	const struct found *first = NULL;

	for (size_t i = 0; i < n; i++)
		if (list[i].follow.entity == &event_entity &&
		    (!first || date_cmp(date_last(list[i].follow.on),
					date_last(first->follow.on)) < 0))
			first = &list[i];
	return first;
}

static bool has_followed(const struct follow *list, size_t n,
			 const struct follow *f)
{
	for (size_t i = 0; i < n; i++)
		if (list[i].entity == f->entity && list[i].of.id == f->of.id)
			return true;
	return false;
}

static size_t following_take(const struct found *list, size_t list_n,
			     struct follow *out, size_t room)
{
	const struct found *forum = first_forum(list, list_n);
	size_t n = 0;

	for (size_t i = 0; i < list_n && n < room; i++) {
		const struct follow *f = &list[i].follow;

		if ((!list[i].forum ||
		     (forum && list[i].forum == forum->forum)) &&
		    !has_followed(out, n, f))
			out[n++] = *f;
	}
	return n;
}

/* A review counts when it is tied to the pledge, to an update about it or to
 * the first forum after that of the pledge: the one shown at the forum of the
 * pledge itself was written before there was anything to report. */
size_t query_following(struct db *db, struct arena *mem, int64_t pledge,
		       enum lang l, struct follow *out, size_t room)
{
	struct stmt *st = db_stmt(db, SQL(
	"SELECT r.entity, r.id, h.code, h.body, h.shown_lang,"
	" COALESCE(e.from_on, d.issued_on), r.forum FROM ("
	" SELECT 'event' AS entity, x.id AS id, x.id AS forum"
	" FROM pledge p CROSS JOIN \"cycle\" own CROSS JOIN event x"
	" WHERE p.id = $1 AND own.id = p.cycle AND x.kind = 'forum'"
	" AND x.stage <> 'withdrawn' AND x.cycle <> p.cycle"
	" AND x.from_on_last > own.to_on_last"
	" UNION ALL SELECT 'document', l.\"from\", x.id"
	" FROM event x CROSS JOIN link l WHERE x.kind = 'forum'"
	" AND l.to_entity = 'event' AND l.\"to\" = x.id"
	" AND l.kind = 'evidences' AND l.from_entity = 'document'"
	" AND l.stage <> 'withdrawn'"
	" UNION ALL SELECT 'document', l.\"to\", x.id"
	" FROM event x CROSS JOIN link l WHERE x.kind = 'forum'"
	" AND l.from_entity = 'event' AND l.\"from\" = x.id"
	" AND l.kind = 'cites' AND l.to_entity = 'document'"
	" AND l.stage <> 'withdrawn'"
	" UNION ALL SELECT 'document', l.\"from\", 0 FROM link l"
	" WHERE l.to_entity = 'pledge' AND l.\"to\" = $1"
	" AND l.kind = 'evidences' AND l.from_entity = 'document'"
	" AND l.stage <> 'withdrawn'"
	" UNION ALL SELECT 'document', u.document, 0 FROM \"update\" u"
	" WHERE u.about_entity = 'pledge' AND u.about = $1"
	" AND u.stage <> 'withdrawn') r CROSS JOIN heading h"
	" LEFT JOIN event e ON r.entity = 'event' AND e.id = r.id"
	" LEFT JOIN document d ON r.entity = 'document' AND d.id = r.id"
	" WHERE h.entity = r.entity AND h.row_id = r.id AND h.lang = $2"
	" AND (r.entity = 'event' OR d.kind = 'review'"
	" AND d.stage <> 'withdrawn')"));
	struct found *list = NULL;
	size_t n = 0;

	bind_int(st, 1, pledge);
	bind_lang(st, 2, l);
	while (stmt_step(st) && n < EDGES_MAX) {
		list = rows_grown(mem, list, n, sizeof(*list));
		list[n++] = (struct found){
			{ entity_by_name(col_str(st, 0)),
			  col_titled(st, 1, mem), col_date(st, 5) },
			col_int(st, 6) };
	}
	return following_take(list, n, out, room);
}
