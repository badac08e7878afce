/* search_pg.c - the index of search in a tsvector */

#include "store/search_engine.h"

/* What tells the kinds of key apart where there are no columns, and the
 * weight of their place. */
static const struct {
	char before, weight;
} places[SEARCH_PLACES] = {
	[SEARCH_NAME] = { 0, 'A' },
	[SEARCH_BODY] = { 0, 'B' },
	[SEARCH_NAME_STEM] = { '=', 'C' },
	[SEARCH_BODY_STEM] = { '=', 'D' },
	[SEARCH_ROOT] = { '~', 'D' },
	[SEARCH_MARK] = { '@', 'D' },
};

static void pg_key(struct buf *out, enum search_place place, struct str key)
{
	buf_add_char(out, '\'');
	if (places[place].before)
		buf_add_char(out, places[place].before);
	buf_add(out, key);
	buf_add_char(out, '\'');
}

static void doc_write(struct db *db, const struct search_doc *doc)
{
	struct stmt *st = db_stmt(db, SQL("INSERT INTO search_doc (id, "
		"row_id, entity, stage, keys) VALUES (COALESCE($1, "
		"nextval(pg_get_serial_sequence('search_doc', 'id'))), $2, "
		"$3, $4, $5::tsvector) ON CONFLICT (row_id, entity) DO UPDATE "
		"SET id = excluded.id, stage = excluded.stage, "
		"keys = excluded.keys"));
	struct buf keys;

	buf_init(&keys);
	for (size_t i = 0; i < doc->n; i++) {
		pg_key(&keys, doc->keys[i].place, doc->keys[i].key);
		buf_addf(&keys, ":1%c ", places[doc->keys[i].place].weight);
	}
	if (doc->id)
		bind_int(st, 1, doc->id);
	else
		bind_int_null(st, 1);
	bind_int(st, 2, doc->row_id);
	bind_str(st, 3, str_of(doc->entity->name));
	bind_str(st, 4, doc->stage);
	bind_str(st, 5, buf_str(&keys));
	buf_release(&keys);
	stmt_run(st);
}

static void pg_put(struct db *db, struct arena *mem,
		   const struct search_doc *doc, const struct search_how *how)
{
	(void)mem;
	(void)how;
	doc_write(db, doc);
}

static void pg_catch_up(struct db *db, int64_t indexed)
{
	(void)db;
	(void)indexed;
}

static void pg_drop(struct db *db, struct arena *mem,
		    const struct entity *e, int64_t row_id,
		    const struct search_how *how)
{
	struct stmt *st = db_stmt(db, SQL("DELETE FROM search_doc WHERE "
					  "row_id = $1 AND entity = $2"));

	(void)mem;
	(void)how;
	bind_int(st, 1, row_id);
	bind_str(st, 2, str_of(e->name));
	stmt_run(st);
}

static void pg_clear(struct db *db)
{
	stmt_run(db_stmt(db, SQL("DELETE FROM search_doc")));
}

static void pg_loaded(struct db *db)
{
	stmt_run(db_stmt(db, SQL("SELECT setval(pg_get_serial_sequence("
		"'search_doc', 'id'), (SELECT COALESCE(max(id), 0) + 1 "
		"FROM search_doc), false)")));
}

/*
 * ts_rank() of keys that stand once each is the mean of their weights
 * divided by 1.64493406685; the sum of twenty times these is what SQLite
 * counts.
 */
static struct stmt *pg_find(struct db *db, const struct search_ask *ask,
			    const struct search_request *rq)
{
	struct stmt *st = db_stmt(db, SQL("SELECT id, CAST(round(CAST(ts_rank("
		"'{0.25, 0.4, 0.5, 1.0}', keys, $2::tsquery) AS "
		"DOUBLE PRECISION) * 32.898681337 * $13) AS BIGINT) FROM "
		"(SELECT id, keys FROM search_doc WHERE keys @@ $1::tsquery "
		"AND ($3 = '' OR id IN (SELECT d.id FROM link k "
		"JOIN search_doc d ON d.row_id = k.\"from\" AND "
		"d.entity = k.from_entity WHERE k.to_entity = $4 AND "
		"k.\"to\" = $5 UNION ALL SELECT d.id FROM link k "
		"JOIN search_doc d ON d.row_id = k.\"to\" AND "
		"d.entity = k.to_entity WHERE k.from_entity = $4 AND "
		"k.\"from\" = $5 UNION ALL "
		"SELECT id FROM search_doc WHERE keys @@ $3::tsquery)) "
		"AND ($6 = '' OR id IN (SELECT d.id FROM link k "
		"JOIN search_doc d ON d.row_id = k.\"from\" AND "
		"d.entity = k.from_entity WHERE k.to_entity = $7 AND "
		"k.\"to\" = $8 UNION ALL SELECT d.id FROM link k "
		"JOIN search_doc d ON d.row_id = k.\"to\" AND "
		"d.entity = k.to_entity WHERE k.from_entity = $7 AND "
		"k.\"from\" = $8 UNION ALL "
		"SELECT id FROM search_doc WHERE keys @@ $6::tsquery)) "
		"AND ($9 = '' OR id IN (SELECT d.id FROM link k "
		"JOIN search_doc d ON d.row_id = k.\"from\" AND "
		"d.entity = k.from_entity WHERE k.to_entity = $10 AND "
		"k.\"to\" = $11 UNION ALL SELECT d.id FROM link k "
		"JOIN search_doc d ON d.row_id = k.\"to\" AND "
		"d.entity = k.to_entity WHERE k.from_entity = $10 AND "
		"k.\"from\" = $11 UNION ALL "
		"SELECT id FROM search_doc WHERE keys @@ $9::tsquery)) "
		"ORDER BY id DESC LIMIT $12) newest ORDER BY id DESC"));

	search_request_bind(st, ask, rq);
	bind_int(st, 13, rq->score_n);
	return st;
}

const struct search_engine search_pg = {
	.put = pg_put,
	.drop = pg_drop,
	.catch_up = pg_catch_up,
	.clear = pg_clear,
	.load = doc_write,
	.loaded = pg_loaded,
	.key = pg_key,
	.both = " & ",
	.either = " | ",
	.without = " & !",
	.find = pg_find,
};
