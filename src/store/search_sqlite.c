/* search_sqlite.c - the index of search in FTS5 */

#include "store/search_engine.h"

/*
 * FTS5 keeps no words of its own: it must be given those it shall forget, and
 * must not be given what it never had. They are read before and forgotten
 * after the row is written: what is done to the index stands together, as
 * other statements in between make FTS5 put down what it has in memory.
 */
struct old_words {
	int64_t id;			/* 0: there was no row */
	struct str words[SEARCH_PLACES];
};

static struct old_words old_read(struct db *db, struct arena *mem,
				 const struct entity *e, int64_t row_id,
				 const struct search_how *how)
{
	struct stmt *st = db_stmt(db, SQL("SELECT id, name, body, name_stem, "
		"body_stem, root, mark FROM search_doc WHERE row_id = $1 AND "
		"entity = $2 AND id <= $3"));
	struct old_words old = { 0 };

	bind_int(st, 1, row_id);
	bind_str(st, 2, str_of(e->name));
	bind_int(st, 3, how->bulk ? how->indexed : INT64_MAX);
	if (stmt_step(st)) {
		old.id = col_int(st, 0);
		for (int i = 0; i < SEARCH_PLACES; i++)
			old.words[i] = arena_str(mem, col_str(st, 1 + i));
	}
	stmt_run(st);
	return old;
}

static void forget(struct db *db, const struct old_words *old)
{
	struct stmt *st;

	if (!old->id)
		return;
	st = db_stmt(db, SQL("INSERT INTO search (search, rowid, name, body, "
		"name_stem, body_stem, root, mark) VALUES ('delete', $1, $2, "
		"$3, $4, $5, $6, $7)"));
	bind_int(st, 1, old->id);
	for (int i = 0; i < SEARCH_PLACES; i++)
		bind_str(st, 2 + i, old->words[i]);
	stmt_run(st);
}

static void words_bind(struct stmt *st, int at, const struct search_doc *doc)
{
	struct buf words;

	buf_init(&words);
	for (int place = 0; place < SEARCH_PLACES; place++) {
		buf_reset(&words);
		for (size_t i = 0; i < doc->n; i++) {
			if (doc->keys[i].place != (enum search_place)place)
				continue;
			buf_add(&words, doc->keys[i].key);
			buf_add_char(&words, ' ');
		}
		bind_str(st, at + place, buf_str(&words));
	}
	buf_release(&words);
}

static int64_t doc_write(struct db *db, const struct search_doc *doc)
{
	enum { AT_WORDS = 5 };
	struct stmt *st = db_stmt(db, SQL("INSERT OR REPLACE INTO search_doc "
		"(id, row_id, entity, stage, name, body, name_stem, "
		"body_stem, root, mark) VALUES ($1, $2, $3, $4, $5, $6, $7, "
		"$8, $9, $10) RETURNING id"));
	int64_t id = 0;

	if (doc->id)
		bind_int(st, 1, doc->id);
	else
		bind_int_null(st, 1);
	bind_int(st, 2, doc->row_id);
	bind_str(st, 3, str_of(doc->entity->name));
	bind_str(st, 4, doc->stage);
	words_bind(st, AT_WORDS, doc);
	if (stmt_step(st))
		id = col_int(st, 0);
	stmt_run(st);
	return id;
}

/* What was made in one go is asked in one place. */
static void optimize(struct db *db)
{
	stmt_run(db_stmt(db, SQL("INSERT INTO search (search) "
				 "VALUES ('optimize')")));
}

static void sqlite_catch_up(struct db *db, int64_t indexed)
{
	struct stmt *st = db_stmt(db, SQL("INSERT INTO search (rowid, name, "
		"body, name_stem, body_stem, root, mark) SELECT id, name, "
		"body, name_stem, body_stem, root, mark FROM search_doc "
		"WHERE id > $1 ORDER BY id"));

	bind_int(st, 1, indexed);
	stmt_run(st);
	if (!indexed)
		optimize(db);
}

static void sqlite_put(struct db *db, struct arena *mem,
		       const struct search_doc *doc,
		       const struct search_how *how)
{
	enum { AT_WORDS = 2 };
	struct old_words old = { 0 };
	struct stmt *st;
	int64_t id;

	if (!how->is_new)
		old = old_read(db, mem, doc->entity, doc->row_id, how);
	id = doc_write(db, doc);
	forget(db, &old);
	if (how->bulk)
		return;
	st = db_stmt(db, SQL("INSERT INTO search (rowid, name, body, "
		"name_stem, body_stem, root, mark) VALUES ($1, $2, $3, $4, "
		"$5, $6, $7)"));
	bind_int(st, 1, id);
	words_bind(st, AT_WORDS, doc);
	stmt_run(st);
}

static void sqlite_drop(struct db *db, struct arena *mem,
			const struct entity *e, int64_t row_id,
			const struct search_how *how)
{
	struct old_words old = old_read(db, mem, e, row_id, how);
	struct stmt *st;

	st = db_stmt(db, SQL("DELETE FROM search_doc WHERE row_id = $1 AND "
			     "entity = $2"));
	bind_int(st, 1, row_id);
	bind_str(st, 2, str_of(e->name));
	stmt_run(st);
	forget(db, &old);
}

static void sqlite_clear(struct db *db)
{
	stmt_run(db_stmt(db, SQL("DELETE FROM search_doc")));
}

static void sqlite_load(struct db *db, const struct search_doc *doc)
{
	doc_write(db, doc);
}

static void sqlite_loaded(struct db *db)
{
	stmt_run(db_stmt(db, SQL("INSERT INTO search (search) "
				 "VALUES ('rebuild')")));
	optimize(db);
}

static void sqlite_key(struct buf *out, enum search_place place,
		       struct str key)
{
	static const char *const columns[SEARCH_PLACES] = {
		[SEARCH_NAME] = "{name body}",
		[SEARCH_BODY] = "{name body}",
		[SEARCH_NAME_STEM] = "{name_stem body_stem}",
		[SEARCH_BODY_STEM] = "{name_stem body_stem}",
		[SEARCH_ROOT] = "root",
		[SEARCH_MARK] = "mark",
	};

	buf_addf(out, "%s : \"%.*s\"", columns[place], STR_ARG(key));
}

/* The index is read from its end; it stops when enough were found. What
 * refers is gathered once, and only when it is asked for. */
static struct stmt *sqlite_find(struct db *db, const struct search_ask *ask,
				const struct search_request *rq)
{
	struct stmt *st = db_stmt(db, SQL("SELECT rowid, "
		"search_score(search, $2) FROM search WHERE search MATCH $1 "
		"AND ($3 = '' OR +rowid IN (SELECT d.id FROM link k "
		"JOIN search_doc d ON d.row_id = k.\"from\" AND "
		"d.entity = k.from_entity WHERE k.to_entity = $4 AND "
		"k.\"to\" = $5 UNION ALL SELECT d.id FROM link k "
		"JOIN search_doc d ON d.row_id = k.\"to\" AND "
		"d.entity = k.to_entity WHERE k.from_entity = $4 AND "
		"k.\"from\" = $5 UNION ALL "
		"SELECT rowid FROM search WHERE search MATCH $3)) "
		"AND ($6 = '' OR +rowid IN (SELECT d.id FROM link k "
		"JOIN search_doc d ON d.row_id = k.\"from\" AND "
		"d.entity = k.from_entity WHERE k.to_entity = $7 AND "
		"k.\"to\" = $8 UNION ALL SELECT d.id FROM link k "
		"JOIN search_doc d ON d.row_id = k.\"to\" AND "
		"d.entity = k.to_entity WHERE k.from_entity = $7 AND "
		"k.\"from\" = $8 UNION ALL "
		"SELECT rowid FROM search WHERE search MATCH $6)) "
		"AND ($9 = '' OR +rowid IN (SELECT d.id FROM link k "
		"JOIN search_doc d ON d.row_id = k.\"from\" AND "
		"d.entity = k.from_entity WHERE k.to_entity = $10 AND "
		"k.\"to\" = $11 UNION ALL SELECT d.id FROM link k "
		"JOIN search_doc d ON d.row_id = k.\"to\" AND "
		"d.entity = k.to_entity WHERE k.from_entity = $10 AND "
		"k.\"from\" = $11 UNION ALL "
		"SELECT rowid FROM search WHERE search MATCH $9)) "
		"ORDER BY rowid DESC LIMIT $12"));

	search_request_bind(st, ask, rq);
	return st;
}

const struct search_engine search_sqlite = {
	.put = sqlite_put,
	.drop = sqlite_drop,
	.catch_up = sqlite_catch_up,
	.clear = sqlite_clear,
	.load = sqlite_load,
	.loaded = sqlite_loaded,
	.key = sqlite_key,
	.both = " AND ",
	.either = " OR ",
	.without = " NOT ",
	.find = sqlite_find,
};
