/* queries.c - the questions that no field table can answer */

#include "store/queries.h"

#include "domain/action.h"
#include "domain/cycle.h"
#include "domain/document.h"
#include "domain/goal.h"
#include "domain/link.h"
#include "domain/milestone.h"
#include "domain/organisation.h"
#include "domain/place.h"
#include "domain/plan.h"
#include "domain/update.h"
#include "model/record.h"
#include "store/query_rows.h"
#include "store/repo_parts.h"

static struct ref col_ref(struct stmt *st, int at, struct arena *mem)
{
	struct titled t = col_titled(st, at, mem);

	return (struct ref){ t.id, t.code, t.title, t.lang };
}

/* The home page */

struct titled query_titled(struct db *db, struct arena *mem, struct str code,
			   enum lang l)
{
	struct stmt *st = db_stmt(db, SQL(
		"SELECT c.row_id, h.code, h.body, h.shown_lang FROM code c "
		"JOIN heading h ON h.entity = c.entity "
		"AND h.row_id = c.row_id AND h.lang = $2 WHERE c.code = $1"));
	struct titled t = { 0 };

	bind_str(st, 1, code);
	bind_lang(st, 2, l);
	while (stmt_step(st))
		t = col_titled(st, 0, mem);
	return t;
}

static struct event *event_read(struct stmt *st, struct arena *mem,
				enum lang l)
{
	struct event *e = record_new(&event_entity, mem);
	struct titled t = col_titled(st, 0, mem);

	e->row.id = t.id;
	e->row.code = t.code;
	e->row.heading = t.title;
	e->row.heading_lang = t.lang;
	e->title.in[t.lang].body = t.title;
	e->title.in[t.lang].origin = t.lang == l ? TEXT_OFFICIAL
						 : TEXT_SOURCE;
	e->kind = col_choice(st, 4, &event_entity, "kind");
	e->standing = col_choice(st, 5, &event_entity, "standing");
	e->cycle.id = col_int(st, 6);
	e->cycle.code = arena_str(mem, col_str(st, 15));
	e->from_on = col_date(st, 7);
	e->to_on = col_date(st, 8);
	e->row.version = col_int(st, 9);
	e->row.stage = (struct choice){ 0 };
	choice_find(&stage_choices, col_str(st, 10), &e->row.stage);
	e->place = col_ref(st, 11, mem);
	return e;
}

size_t query_clock(struct db *db, struct arena *mem, enum lang l,
		   const struct str codes[3], struct event ***out)
{
	struct stmt *st = db_stmt(db, SQL(
	"SELECT e.id, h.code, h.body, h.shown_lang, e.kind, e.standing,"
	" e.cycle, e.from_on, e.to_on, e.version, e.stage,"
	" e.place, p.code, p.body, p.shown_lang, c.code"
	" FROM event e LEFT JOIN cycle c ON c.id = e.cycle"
	" JOIN heading h ON h.entity = 'event'"
	" AND h.row_id = e.id AND h.lang = $1"
	" LEFT JOIN heading p ON p.entity = 'place'"
	" AND p.row_id = e.place AND p.lang = $1"
	" WHERE e.stage <> 'withdrawn' AND (e.kind IN"
	" ('adoption', 'forum', 'regional_review')"
	" OR e.code IN ($2, $3, $4)) LIMIT 100"));
	size_t n = 0;

	bind_lang(st, 1, l);
	for (int i = 0; i < 3; i++)
		bind_str(st, 2 + i, codes[i]);
	*out = NULL;
	while (stmt_step(st)) {
		*out = rows_grown(mem, *out, n, sizeof(**out));
		(*out)[n++] = event_read(st, mem, l);
	}
	return n;
}

static struct pledge *pledge_read(struct stmt *st, struct arena *mem)
{
	struct pledge *p = record_new(&pledge_entity, mem);
	struct titled t = col_titled(st, 0, mem);

	p->row.id = t.id;
	p->row.code = t.code;
	p->row.heading = t.title;
	p->row.heading_lang = t.lang;
	p->row.version = col_int(st, 4);
	choice_find(&stage_choices, col_str(st, 5), &p->row.stage);
	if (!col_null(st, 6))
		p->number = (struct count){ col_int(st, 6), true };
	p->kind = col_choice(st, 7, &pledge_entity, "kind");
	p->form = col_choice(st, 8, &pledge_entity, "form");
	p->scope = col_choice(st, 9, &pledge_entity, "scope");
	p->committed_on = col_date(st, 10);
	p->submitted_on = col_date(st, 11);
	p->due_on = col_date(st, 12);
	p->address.s = arena_str(mem, col_str(st, 13));
	p->cycle = col_ref(st, 14, mem);
	p->pledgor = col_ref(st, 18, mem);
	p->document = col_ref(st, 22, mem);
	return p;
}

static void pledges_texts(struct db *db, struct arena *mem, int64_t cycle,
			  struct pledge **list, size_t n)
{
	struct stmt *st = db_stmt(db, SQL(
	"SELECT t.row_id, t.field, t.lang, t.body, t.state, t.origin,"
	" t.made_from_version FROM text t WHERE t.entity = 'pledge'"
	" AND t.row_id IN (SELECT id FROM pledge WHERE cycle = $1"
	" AND stage <> 'withdrawn' ORDER BY id LIMIT $2)"));

	bind_int(st, 1, cycle);
	bind_int(st, 2, PLEDGES_SHOWN);
	while (stmt_step(st))
		for (size_t i = 0; i < n; i++)
			if (list[i]->row.id == col_int(st, 0))
				text_read(st, 1, &pledge_entity, mem, list[i]);
}

size_t query_pledges(struct db *db, struct arena *mem, int64_t cycle,
		     enum lang l, struct pledge ***out, bool *cut)
{
	struct stmt *st = db_stmt(db, SQL(
	"SELECT p.id, h.code, h.body, h.shown_lang, p.version, p.stage,"
	" p.number, p.kind, p.form, p.scope, p.committed_on,"
	" p.submitted_on, p.due_on, p.address,"
	" p.cycle, c.code, c.body, c.shown_lang,"
	" p.pledgor, o.code, o.body, o.shown_lang,"
	" p.document, d.code, d.body, d.shown_lang"
	" FROM (SELECT * FROM pledge WHERE cycle = $1"
	" AND stage <> 'withdrawn' ORDER BY id LIMIT $3) p"
	" JOIN heading h ON h.entity = 'pledge' AND h.row_id = p.id"
	" AND h.lang = $2"
	" LEFT JOIN heading c ON c.entity = 'cycle' AND c.row_id = p.cycle"
	" AND c.lang = $2"
	" LEFT JOIN heading o ON o.entity = 'organisation'"
	" AND o.row_id = p.pledgor AND o.lang = $2"
	" LEFT JOIN heading d ON d.entity = 'document'"
	" AND d.row_id = p.document AND d.lang = $2"));
	size_t n = 0;

	bind_int(st, 1, cycle);
	bind_lang(st, 2, l);
	bind_int(st, 3, PLEDGES_SHOWN + 1);
	*out = NULL;
	*cut = false;
	while (stmt_step(st)) {
		if (n == PLEDGES_SHOWN) {
			*cut = true;
			break;
		}
		*out = rows_grown(mem, *out, n, sizeof(**out));
		(*out)[n++] = pledge_read(st, mem);
	}
	if (n)
		pledges_texts(db, mem, cycle, *out, n);
	return n;
}

size_t query_heard(struct db *db, struct arena *mem, int64_t cycle,
		   enum lang l, struct heard **out, bool *cut)
{
	struct stmt *st = db_stmt(db, SQL(
	"WITH RECURSIVE pledges (id, track) AS ("
	" SELECT x.id, CASE x.track WHEN 'none' THEN 'federal'"
	" ELSE x.track END"
	" FROM (SELECT id, track FROM pledge WHERE cycle = $1"
	" AND stage <> 'withdrawn' ORDER BY id LIMIT $3) x"
	"), near (pledge, entity, id) AS ("
	" SELECT p.id, l.from_entity, l.\"from\" FROM pledges p"
	" CROSS JOIN link l WHERE l.to_entity = 'pledge'"
	" AND l.\"to\" = p.id"
	" AND l.kind = 'serves' AND l.stage <> 'withdrawn'"
	" AND l.provenance = 'stated'"
	"), plans (pledge, id) AS ("
	" SELECT n.pledge, p.id FROM near n JOIN plan p ON p.id = n.id"
	" WHERE n.entity = 'plan' AND p.stage <> 'withdrawn'"
	"), goals (pledge, id) AS ("
	" SELECT n.pledge, g.id FROM near n JOIN goal g ON g.id = n.id"
	" WHERE n.entity = 'goal' AND g.stage <> 'withdrawn'"
	" UNION SELECT p.pledge, g.id FROM plans p JOIN goal g"
	" ON g.plan = p.id WHERE g.stage <> 'withdrawn'"
	" UNION SELECT x.pledge, g.id FROM goals x JOIN goal g"
	" ON g.parent = x.id WHERE g.stage <> 'withdrawn'"
	"), steps (pledge, entity, id) AS ("
	" SELECT pledge, 'plan', id FROM plans"
	" UNION ALL SELECT pledge, 'goal', id FROM goals"
	"), actions (pledge, id) AS ("
	" SELECT n.pledge, a.id FROM near n JOIN action a ON a.id = n.id"
	" WHERE n.entity = 'action' AND a.stage <> 'withdrawn'"
	" UNION SELECT s.pledge, a.id FROM steps s CROSS JOIN link l"
	" JOIN action a ON a.id = l.\"from\""
	" WHERE l.to_entity = s.entity AND l.\"to\" = s.id"
	" AND l.kind = 'serves' AND l.from_entity = 'action'"
	" AND l.stage <> 'withdrawn' AND a.stage <> 'withdrawn'"
	" AND l.provenance = 'stated'"
	"), own (pledge, id) AS ("
	" SELECT x.pledge, x.id FROM actions x"
	" JOIN pledges p ON p.id = x.pledge JOIN action a ON a.id = x.id"
	" WHERE a.track IN ('none', p.track)"
	"), marks (pledge, id) AS ("
	" SELECT a.pledge, m.id FROM own a JOIN milestone m"
	" ON m.action = a.id WHERE m.stage <> 'withdrawn'"
	"), told (pledge, entity, id) AS ("
	" SELECT id, 'pledge', id FROM pledges"
	" UNION ALL SELECT pledge, 'action', id FROM own"
	" UNION ALL SELECT pledge, 'milestone', id FROM marks"
	"), heard (pledge, track, entity, id, day, last, answer) AS ("
	" SELECT t.pledge, u.track, 'update', u.id, u.\"on\", u.on_last,"
	" u.answer"
	" FROM told t CROSS JOIN \"update\" u"
	" WHERE u.about_entity = t.entity"
	" AND u.about = t.id AND u.stage <> 'withdrawn'"
	" UNION ALL SELECT k.pledge, m.track, 'milestone', m.id,"
	" m.reached_on, m.reached_on_last, NULL FROM marks k"
	" JOIN milestone m ON m.id = k.id WHERE m.reached_on_last <> ''"
	") "
	"SELECT x.pledge, x.entity, x.id, h.code, h.body, h.shown_lang,"
	" x.day, x.last, x.answer FROM heard x"
	" JOIN pledges p ON p.id = x.pledge JOIN heading h"
	" ON h.entity = x.entity AND h.row_id = x.id AND h.lang = $2"
	" WHERE x.track IN ('none', p.track)"
	" LIMIT $4"));
	size_t n = 0;

	bind_int(st, 1, cycle);
	bind_lang(st, 2, l);
	bind_int(st, 3, PLEDGES_SHOWN);
	bind_int(st, 4, HEARD_MAX + 1);
	*out = NULL;
	*cut = false;
	while (stmt_step(st)) {
		if (n == HEARD_MAX) {
			*cut = true;
			break;
		}
		*out = rows_grown(mem, *out, n, sizeof(**out));
		(*out)[n++] = (struct heard){
			col_int(st, 0), entity_by_name(col_str(st, 1)),
			col_titled(st, 2, mem), col_date(st, 6),
			arena_str(mem, col_str(st, 7)),
			col_choice(st, 8, &update_entity, "answer") };
	}
	return n;
}

size_t query_objectives(struct db *db, struct arena *mem,
			struct str framework, enum lang l,
			struct objective **out)
{
	struct stmt *st = db_stmt(db, SQL(
	"SELECT o.id, h.code, h.body, h.shown_lang, o.number, s.body,"
	" o.place_no, o.round_table,"
	" COALESCE((SELECT 2 FROM link l"
	" JOIN pledge p ON p.id = l.\"from\" AND p.stage <> 'withdrawn'"
	" WHERE l.to_entity = 'provision' AND l.kind = 'answers'"
	" AND l.\"to\" IN (SELECT o.id UNION ALL SELECT c.id"
	" FROM provision c WHERE c.parent = o.id)"
	" AND l.from_entity = 'pledge' AND l.stage <> 'withdrawn'"
	" AND COALESCE(l.provenance, 'stated') <> 'inferred' LIMIT 1),"
	" (SELECT 1 FROM link l"
	" JOIN pledge p ON p.id = l.\"from\" AND p.stage <> 'withdrawn'"
	" WHERE l.to_entity = 'provision' AND l.kind = 'answers'"
	" AND l.\"to\" IN (SELECT o.id UNION ALL SELECT c.id"
	" FROM provision c WHERE c.parent = o.id)"
	" AND l.from_entity = 'pledge' AND l.stage <> 'withdrawn'"
	" AND l.provenance = 'inferred' LIMIT 1), 0)"
	" FROM framework f JOIN provision o ON o.framework = f.id"
	" AND o.kind = 'objective' AND o.stage <> 'withdrawn'"
	" JOIN heading h ON h.entity = 'provision' AND h.row_id = o.id"
	" AND h.lang = $2"
	" LEFT JOIN text s ON s.entity = 'provision' AND s.row_id = o.id"
	" AND s.field = 'short_title' AND s.lang = $2"
	" WHERE f.code = $1 LIMIT 200"));
	size_t n = 0;

	bind_str(st, 1, framework);
	bind_lang(st, 2, l);
	*out = NULL;
	while (stmt_step(st)) {
		*out = rows_grown(mem, *out, n, sizeof(**out));
		(*out)[n++] = (struct objective){
			col_titled(st, 0, mem),
			arena_str(mem, col_str(st, 4)),
			arena_str(mem, col_str(st, 5)),
			col_int(st, 6), col_int(st, 7),
			(enum answered)col_int(st, 8) };
	}
	return n;
}
