/* report_queries.c - what the report-back sheet is written from */

#include "store/report_queries.h"

#include <stdlib.h>

#include "domain/statement.h"
#include "domain/update.h"
#include "store/query_rows.h"

static int newest_first(const void *a, const void *b)
{
	const struct said *x = a, *y = b;
	int days = date_cmp(y->on, x->on);

	if (days)
		return days;
	return (x->of.id > y->of.id) - (x->of.id < y->of.id);
}

static int updates_first(const void *a, const void *b)
{
	const struct said *x = a, *y = b;
	bool x_states = x->voice.v != 0, y_states = y->voice.v != 0;

	return x_states != y_states ? x_states - y_states
				    : newest_first(a, b);
}

/* Codes are those of all records: an update and a statement differ. */
static struct said *said_find(struct said *list, size_t n, struct str code)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(list[i].of.code, code))
			return &list[i];
	return NULL;
}

/* The reader's language before that of the source, that before any. */
static void words_take(struct said *s, struct stmt *st, int at, enum lang l,
		       struct arena *mem)
{
	enum lang lang;
	bool source, better;

	if (col_null(st, at))
		return;
	lang = col_lang(st, at + 1);
	source = str_is(col_str(st, at + 2), "source");
	better = !s->words.n || lang == l ||
		 (source && s->words_lang != l);
	if (!better)
		return;
	s->words = arena_str(mem, col_str(st, at));
	s->words_lang = lang;
	s->rendering = str_is(col_str(st, at + 2), "rendering");
}

/* Columns: of, about, by, document (four each), on, answer, words (three),
 * voice, step. */
static size_t said_read(struct stmt *st, struct arena *mem, enum lang l,
			struct said **out)
{
	size_t n = 0;

	*out = NULL;
	while (stmt_step(st)) {
		struct said *s = said_find(*out, n, col_str(st, 1));

		if (!s && n == SAID_MAX)
			continue;
		if (!s) {
			*out = rows_grown(mem, *out, n, sizeof(**out));
			s = &(*out)[n++];
			*s = (struct said){
				.of = col_titled(st, 0, mem),
				.about = col_titled(st, 4, mem),
				.by = col_titled(st, 8, mem),
				.document = col_titled(st, 12, mem),
				.on = col_date(st, 16), .words = STR("") };
			s->answer = col_choice(st, 17, &update_entity,
					       "answer");
			s->voice = col_choice(st, 21, &statement_entity,
					      "voice");
			s->step = col_choice(st, 22, &statement_entity,
					     "step");
		}
		words_take(s, st, 18, l, mem);
	}
	if (n)
		qsort(*out, n, sizeof(**out), newest_first);
	return n;
}

size_t query_updates_said(struct db *db, struct arena *mem, int64_t cycle,
			  enum lang l, struct said **out)
{
	struct stmt *st = db_stmt(db, SQL(
	"SELECT u.id, h.code, h.body, h.shown_lang,"
	" p.id, a.code, a.body, a.shown_lang,"
	" u.organisation, o.code, o.body, o.shown_lang,"
	" u.document, d.code, d.body, d.shown_lang,"
	" u.\"on\", u.answer, t.body, t.lang, t.origin, NULL, NULL"
	" FROM (SELECT id FROM pledge WHERE cycle = $1"
	" ORDER BY id LIMIT 60) p"
	" CROSS JOIN \"update\" u CROSS JOIN heading h"
	" CROSS JOIN heading a"
	" LEFT JOIN heading o ON o.entity = 'organisation'"
	" AND o.row_id = u.organisation AND o.lang = $2"
	" LEFT JOIN heading d ON d.entity = 'document'"
	" AND d.row_id = u.document AND d.lang = $2"
	" LEFT JOIN text t ON t.entity = 'update' AND t.row_id = u.id"
	" AND t.field = 'body'"
	" WHERE u.about_entity = 'pledge' AND u.about = p.id"
	" AND u.stage <> 'withdrawn'"
	" AND h.entity = 'update' AND h.row_id = u.id AND h.lang = $2"
	" AND a.entity = 'pledge' AND a.row_id = p.id AND a.lang = $2"
	" LIMIT 1200"));

	bind_int(st, 1, cycle);
	bind_lang(st, 2, l);
	return said_read(st, mem, l, out);
}

size_t query_said_about(struct db *db, struct arena *mem,
			const struct entity *e, int64_t id, enum lang l,
			struct said **out)
{
	struct stmt *st = db_stmt(db, SQL(
	"SELECT u.id, h.code, h.body, h.shown_lang, u.about, '', '', '',"
	" u.organisation, o.code, o.body, o.shown_lang,"
	" u.document, d.code, d.body, d.shown_lang,"
	" u.day, u.answer, t.body, t.lang, t.origin, u.voice, u.step"
	" FROM (SELECT 'update' AS entity, id, about, organisation,"
	" document, \"on\" AS day, answer, NULL AS voice, NULL AS step"
	" FROM \"update\" WHERE about_entity = $1 AND about = $2"
	" AND stage <> 'withdrawn'"
	" UNION ALL SELECT 'statement', id, about, organisation,"
	" document, \"on\", NULL, voice, step"
	" FROM statement WHERE about_entity = $1 AND about = $2"
	" AND stage <> 'withdrawn') u"
	" JOIN heading h ON h.entity = u.entity AND h.row_id = u.id"
	" AND h.lang = $3"
	" LEFT JOIN heading o ON o.entity = 'organisation'"
	" AND o.row_id = u.organisation AND o.lang = $3"
	" LEFT JOIN heading d ON d.entity = 'document'"
	" AND d.row_id = u.document AND d.lang = $3"
	" LEFT JOIN text t ON t.entity = u.entity AND t.row_id = u.id"
	" AND t.field IN ('body', 'reason') LIMIT 1200"));
	size_t n;

	bind_str(st, 1, str_of(e->name));
	bind_int(st, 2, id);
	bind_lang(st, 3, l);
	n = said_read(st, mem, l, out);
	if (n)
		qsort(*out, n, sizeof(**out), updates_first);
	return n;
}

size_t query_priorities_said(struct db *db, struct arena *mem, enum lang l,
			     struct said **out)
{
	struct stmt *st = db_stmt(db, SQL(
	"SELECT s.id, h.code, h.body, h.shown_lang,"
	" s.about, a.code, a.body, a.shown_lang,"
	" s.organisation, o.code, o.body, o.shown_lang,"
	" s.document, d.code, d.body, d.shown_lang,"
	" s.\"on\", NULL, t.body, t.lang, t.origin, s.voice, s.step"
	" FROM (SELECT * FROM statement ORDER BY on_last DESC, id DESC"
	" LIMIT 200) s"
	" JOIN heading h ON h.entity = 'statement' AND h.row_id = s.id"
	" AND h.lang = $1"
	" JOIN heading a ON a.entity = 'provision' AND a.row_id = s.about"
	" AND a.lang = $1"
	" LEFT JOIN heading o ON o.entity = 'organisation'"
	" AND o.row_id = s.organisation AND o.lang = $1"
	" LEFT JOIN heading d ON d.entity = 'document'"
	" AND d.row_id = s.document AND d.lang = $1"
	" LEFT JOIN text t ON t.entity = 'statement' AND t.row_id = s.id"
	" AND t.field = 'reason'"
	" WHERE s.about_entity = 'provision' AND s.stage <> 'withdrawn'"));

	bind_lang(st, 1, l);
	return said_read(st, mem, l, out);
}

size_t query_actions_lasting(struct db *db, struct arena *mem,
			     struct lasting **out)
{
	struct stmt *st = db_stmt(db, SQL(
		"SELECT from_on, to_on FROM action WHERE stage <> 'withdrawn' "
		"ORDER BY changed_at DESC, id DESC LIMIT 200"));
	size_t n = 0;

	*out = arena_array(mem, LASTING_MAX, sizeof(**out));
	while (stmt_step(st) && n < LASTING_MAX)
		(*out)[n++] = (struct lasting){ col_date(st, 0),
						col_date(st, 1) };
	return n;
}

struct home_counts query_counts(struct db *db, struct arena *mem,
				int64_t cycle)
{
	struct stmt *st = db_stmt(db, SQL(
		"SELECT name, CAST(sum(n) AS BIGINT) FROM tally WHERE name IN "
		"('entity:action', 'entity:update') "
		"AND bucket <> 'withdrawn' GROUP BY name UNION ALL "
		"SELECT name, n FROM tally "
		"WHERE name = 'pledges' AND bucket = $1"));
	struct home_counts c = { 0 };

	bind_str(st, 1, arena_printf(mem, "%lld", (long long)cycle));
	while (stmt_step(st)) {
		struct str name = col_str(st, 0);

		if (str_is(name, "pledges"))
			c.pledges = col_int(st, 1);
		else if (str_is(name, "entity:action"))
			c.actions = col_int(st, 1);
		else
			c.updates = col_int(st, 1);
	}
	return c;
}
