/* repo_save.c - records into the database, with everything that hangs on it */

#include "store/repo_parts.h"

#include "base/log.h"
#include "domain/link.h"
#include "domain/pledge.h"
#include "store/edges.h"
#include "store/gaps.h"
#include "store/log_chain.h"
#include "store/search.h"

enum { CODE_TRIES = 10000 };

static bool code_taken(struct db *db, struct str code)
{
	struct stmt *st = db_stmt(db, SQL("SELECT 1 FROM code "
					  "WHERE code = $1"));

	bind_str(st, 1, code);
	return stmt_step(st);
}

/* The next code of ours: … A typed one may stand in the way. */
static struct str code_next(struct db *db, struct arena *mem,
			    const char *prefix)
{
	for (int i = 0; i < CODE_TRIES && !db_err(db); i++) {
		struct stmt *st = db_stmt(db, SQL("INSERT INTO sequence "
			"(prefix, last) VALUES ($1, 1) ON CONFLICT (prefix) "
			"DO UPDATE SET last = sequence.last + 1 "
			"RETURNING last"));
		struct str code;
		int64_t last;

		bind_str(st, 1, str_of(prefix));
		last = stmt_step(st) ? col_int(st, 0) : 0;
		stmt_run(st);
		code = arena_printf(mem, "%s%03lld", prefix,
				    (long long)last);
		if (!code_taken(db, code))
			return code;
	}
	return STR("");
}

static void code_write(struct db *db, const struct entity *e,
		       const struct row *row)
{
	struct stmt *st = db_stmt(db, SQL("INSERT INTO code (code, entity, "
					  "row_id) VALUES ($1, $2, $3)"));

	bind_str(st, 1, row->code);
	bind_str(st, 2, str_of(e->name));
	bind_int(st, 3, row->id);
	stmt_run(st);
}

static void insert(struct db *db, struct arena *mem, const struct entity *e,
		   void *record)
{
	struct row *row = record_row(record);
	bool coded = !(e->flags & ENTITY_NO_CODE);
	struct stmt *st;

	if (coded && !row->code.n)
		row->code = code_next(db, mem, e->prefix);
	st = db_stmt(db, sql_of(e)->insert);
	sql_bind(st, 1, e, record);
	if (stmt_step(st))
		row->id = col_int(st, 0);
	stmt_run(st);
	if (coded)
		code_write(db, e, row);
}

static void twin_keep(struct db *db, const struct entity *e, int64_t id,
		      struct instant at)
{
	struct stmt *st = db_stmt(db, sql_of(e)->keep);

	bind_int(st, 1, id);
	bind_int(st, 2, at.ms);
	stmt_run(st);
}

static void update(struct db *db, const struct entity *e, void *record,
		   int64_t version_before, struct instant at)
{
	const struct row *row = record_row_in(record);
	struct stmt *st;
	int next;

	twin_keep(db, e, row->id, at);
	st = db_stmt(db, sql_of(e)->update);
	next = sql_bind(st, 1, e, record);
	bind_int(st, next, row->id);
	bind_int(st, next + 1, version_before);
	stmt_run(st);
	/* Another writer was between our load and this statement. */
	if (!db_err(db) && stmt_changed(st) != 1)
		db_fail(db, ERR_CONFLICT);
}

static void log_save(struct db *db, struct arena *mem,
		     const struct entity *e, const void *was,
		     const void *record, const struct save *how)
{
	struct difference *list;
	size_t n = record_differences(e, mem, was, record, &list);
	struct log_entry entry = {
		.at = how->at,
		.actor = how->actor,
		.verb = str_of(how->verb),
		.entity = str_of(e->name),
		.row_id = record_row_in(record)->id,
		.version = record_row_in(record)->version,
		.batch = how->batch,
		.changes = log_changes(mem, list, n),
	};

	if (how->log)
		log_append(db, mem, &entry);
}

static void stage_tally(struct db *db, struct arena *mem,
			const struct entity *e, const void *was,
			const void *now)
{
	struct str name = arena_printf(mem, "entity:%s", e->name);
	struct str before = STR(""), after = STR("");

	if (was)
		before = str_of(choice_name(&stage_choices,
					    record_row_in(was)->stage));
	if (now)
		after = str_of(choice_name(&stage_choices,
					   record_row_in(now)->stage));
	if (str_eq(before, after))
		return;
	if (was)
		tally_add(db, name, before, -1);
	if (now)
		tally_add(db, name, after, 1);
}

/* The cycle that a pledge counts in; 0 for none. */
static int64_t counted_in(const struct pledge *p)
{
	return p && p->row.stage.v != STAGE_WITHDRAWN ? p->cycle.id : 0;
}

static void cycle_tally(struct db *db, struct arena *mem, const void *was,
			const void *now)
{
	const int64_t cycle[2] = { counted_in(was), counted_in(now) };

	if (cycle[0] == cycle[1])
		return;
	for (int i = 0; i < 2; i++)
		if (cycle[i])
			tally_add(db, STR("pledges"),
				  arena_printf(mem, "%lld",
					       (long long)cycle[i]),
				  i ? 1 : -1);
}

/* The stored state of a record about to change, or ERR_CONFLICT. */
static enum err stored(struct db *db, struct arena *mem,
		       const struct entity *e, const struct row *row,
		       void **out)
{
	enum err err = repo_load(db, mem, e, row->id, LANG_AR, out);

	if (err)
		return err;
	if (record_row(*out)->version != row->version)
		db_fail(db, ERR_CONFLICT);
	return db_err(db);
}

enum err repo_save(struct db *db, struct arena *mem, const struct entity *e,
		   void *record, const struct save *how)
{
	struct row *row = record_row(record);
	bool is_new = row->id == 0;
	struct difference *list = NULL;
	size_t n = 0;
	void *was = NULL;

	if (is_new) {
		row->version = 1;
		row->made_at = row->changed_at = how->at;
		row->made_by = row->changed_by = how->actor;
		insert(db, mem, e, record);
	} else {
		enum err err = stored(db, mem, e, row, &was);

		if (err)
			return err;
		n = record_differences(e, mem, was, record, &list);
		if (n == 0)
			return ERR_OK;
		row->version++;
		row->made_at = record_row(was)->made_at;
		row->made_by = record_row(was)->made_by;
		row->changed_at = how->at;
		row->changed_by = how->actor;
		/* Two changes in one millisecond are still two states. */
		if (row->changed_at.ms <= record_row(was)->changed_at.ms)
			row->changed_at.ms =
				record_row(was)->changed_at.ms + 1;
		update(db, e, record, row->version - 1, row->changed_at);
	}
	texts_save(db, e, was, record, row->changed_at);
	edges_save(db, e, was, record);
	headings_save(db, mem, e, record, is_new);
	search_save(db, mem, e, record,
		    &(struct search_how){ is_new, how->bulk, how->indexed,
					  how->known });
	log_save(db, mem, e, was, record, how);
	if (!how->bulk) {
		stage_tally(db, mem, e, was, record);
		if (e == &pledge_entity)
			cycle_tally(db, mem, was, record);
		if (is_new || gaps_ask(e, list, n))
			gaps_touch(db, e, row->id);
	}
	return db_err(db);
}

enum err repo_unlink(struct db *db, struct arena *mem, int64_t link_id,
		     const struct save *how)
{
	const struct entity *e = &link_entity;
	struct log_entry entry = {
		.at = how->at, .actor = how->actor, .verb = STR("unlink"),
		.entity = STR("link"), .row_id = link_id,
		.batch = how->batch,
	};
	struct difference *list;
	const struct link *gone;
	void *record, *empty;
	struct stmt *st;
	size_t n;
	enum err err = repo_load(db, mem, e, link_id, LANG_AR, &record);

	if (err)
		return err;
	empty = record_new(e, mem);
	/* The state of a row that is gone says nothing. */
	record_row(empty)->id = link_id;
	record_row(empty)->stage = record_row(record)->stage;
	record_row(empty)->edition = record_row(record)->edition;
	record_row(empty)->track = record_row(record)->track;
	n = record_differences(e, mem, record, empty, &list);
	entry.version = record_row(record)->version + 1;
	entry.changes = log_changes(mem, list, n);
	twin_keep(db, e, link_id, how->at);
	texts_save(db, e, record, empty, how->at);
	edges_save(db, e, record, NULL);
	st = db_stmt(db, SQL("DELETE FROM link WHERE id = $1"));
	bind_int(st, 1, link_id);
	stmt_run(st);
	if (how->log)
		log_append(db, mem, &entry);
	stage_tally(db, mem, e, record, NULL);
	gone = record;
	gaps_unlinked(db, &gone->from, &gone->to);
	return db_err(db);
}

enum err repo_link_gone(struct db *db, struct arena *mem, int64_t link_id,
			enum lang l, void **out)
{
	struct stmt *st = db_stmt(db, SQL("SELECT max(until_at) FROM "
					  "link_was WHERE id = $1"));
	struct instant last = { 0 };

	*out = NULL;
	bind_int(st, 1, link_id);
	if (stmt_step(st))
		last.ms = col_int(st, 0) - 1;
	stmt_run(st);
	st = db_stmt(db, sql_of(&link_entity)->load_was);
	bind_str(st, 1, str_of(lang_row(l)->tag));
	bind_int(st, 2, link_id);
	bind_int(st, 3, last.ms);
	if (stmt_step(st))
		*out = sql_read(st, &link_entity, SQL_WHOLE, mem);
	if (*out)
		texts_at(db, mem, &link_entity, *out, last);
	if (db_err(db))
		return db_err(db);
	return *out ? ERR_OK : ERR_MISSING;
}
