/* svc_import_undo.c - a batch taken back as a whole */

#include "service/svc_import.h"

#include <string.h>

#include "domain/link.h"
#include "service/svc_record.h"
#include "store/gaps.h"
#include "store/search.h"

enum {
	CONFLICTS_MAX = 200,
	BULK_FROM = 500,
	ROW_MEMORY = 256 * 1024 * 1024
};

/* What the batch did to one record. */
struct touched {
	const struct entity *entity;
	int64_t id;
	int64_t first_version;		/* 1: the batch made it */
	int64_t last_version;		/* as the batch left it */
};

struct undoing {
	struct ctx *ctx;
	struct arena mem;		/* of the whole */
	struct arena row_mem;		/* of one record */
	struct touched *list;
	size_t n;
	struct save how;
	struct import_undone *out;
};

enum err svc_import_batches(struct ctx *ctx, size_t limit,
			    struct import_batch **out, size_t *n)
{
	struct stmt *st = db_stmt(ctx->db, SQL("SELECT id, at, actor, what, "
		"rows_n, undone_by FROM batch ORDER BY id DESC LIMIT $1"));

	*out = arena_array(ctx->mem, limit, sizeof(**out));
	*n = 0;
	bind_int(st, 1, (int64_t)limit);
	while (*n < limit && stmt_step(st))
		(*out)[(*n)++] = (struct import_batch){
			.id = col_int(st, 0),
			.at = { col_int(st, 1) },
			.actor = arena_str(ctx->mem, col_str(st, 2)),
			.what = arena_str(ctx->mem, col_str(st, 3)),
			.rows = col_int(st, 4),
			.undone_by = col_int(st, 5),
		};
	return db_err(ctx->db);
}

static enum err batch_check(struct db *db, int64_t batch)
{
	struct stmt *st = db_stmt(db, SQL("SELECT undone_by FROM batch "
					  "WHERE id = $1"));
	enum err err = ERR_MISSING;

	bind_int(st, 1, batch);
	if (stmt_step(st))
		err = col_int(st, 0) ? ERR_GONE : ERR_OK;
	stmt_run(st);
	return db_err(db) ? db_err(db) : err;
}

/* The newest touched first: what refers goes before what is referred to. */
static void touched_read(struct undoing *u, int64_t batch)
{
	struct db *db = u->ctx->db;
	struct stmt *st = db_stmt(db, SQL("SELECT count(*) FROM log "
					  "WHERE batch = $1"));
	size_t room;

	bind_int(st, 1, batch);
	room = stmt_step(st) ? (size_t)col_int(st, 0) : 0;
	stmt_run(st);
	u->list = arena_array(&u->mem, room + 1, sizeof(*u->list));
	st = db_stmt(db, SQL("SELECT entity, row_id, min(version), "
		"max(version), max(seq) FROM log WHERE batch = $1 "
		"GROUP BY entity, row_id ORDER BY 5 DESC"));
	bind_int(st, 1, batch);
	while (u->n < room && stmt_step(st)) {
		struct touched *t = &u->list[u->n];

		t->entity = entity_by_name(col_str(st, 0));
		t->id = col_int(st, 1);
		t->first_version = col_int(st, 2);
		t->last_version = col_int(st, 3);
		/* The entry of the batch itself is about no record. */
		u->n += t->entity != NULL;
	}
	stmt_run(st);
}

static void conflict_add(struct undoing *u, const struct touched *t,
			 const void *record)
{
	struct import_undone *out = u->out;
	struct str name = record ? record_row_in(record)->code : STR("");

	if (record && t->entity == &link_entity) {
		const struct link *k = record;

		name = arena_printf(&u->row_mem, "%.*s %.*s",
				    STR_ARG(k->from.to.code),
				    STR_ARG(k->to.to.code));
	}
	if (!name.n)
		name = arena_printf(&u->row_mem, "%s %lld", t->entity->name,
				    (long long)t->id);
	if (out->conflicts_n < CONFLICTS_MAX)
		out->conflicts[out->conflicts_n++] =
			arena_str(u->ctx->mem, name);
}

/* The state before the batch, version by version back from now. */
static void *state_before(struct undoing *u, const struct touched *t,
			  void *now)
{
	void *then = now;

	while (record_row(then)->version >= t->first_version) {
		struct instant before = {
			record_row(then)->changed_at.ms - 1
		};

		if (repo_load_at(u->ctx->db, &u->row_mem, t->entity, t->id,
				 u->ctx->lang, before, &then))
			return NULL;
	}
	return then;
}

static void record_undo(struct undoing *u, const struct touched *t)
{
	struct db *db = u->ctx->db;
	void *now = NULL, *then = NULL;

	if (repo_load(db, &u->row_mem, t->entity, t->id, u->ctx->lang,
		      &now) ||
	    record_row(now)->version != t->last_version) {
		if (!db_err(db))
			conflict_add(u, t, now);
		return;
	}
	if (t->first_version == 1 && t->entity == &link_entity) {
		repo_unlink(db, &u->row_mem, t->id, &u->how);
		u->out->unlinked++;
		return;
	}
	if (t->first_version == 1) {
		then = record_copy(t->entity, &u->row_mem, now);
		record_row(then)->stage.v = STAGE_WITHDRAWN;
		record_row(then)->reason.s = STR("undo");
		u->out->withdrawn++;
	} else {
		then = state_before(u, t, now);
		if (!then) {
			if (!db_err(db))
				conflict_add(u, t, now);
			return;
		}
		u->out->restored++;
	}
	record_row(then)->version = t->last_version;
	repo_save(db, &u->row_mem, t->entity, then, &u->how);
}

static bool setting_is(struct db *db, struct str key, struct str value)
{
	struct stmt *st = db_stmt(db, SQL("SELECT value FROM setting "
					  "WHERE key = $1"));
	bool is;

	bind_str(st, 1, key);
	is = stmt_step(st) && str_eq(col_str(st, 0), value);
	stmt_run(st);
	return is;
}

/* Settings stand in the entry of the batch: what they were before. One that
 * was changed since stays. */
static void settings_undo(struct undoing *u, int64_t batch)
{
	struct db *db = u->ctx->db;
	struct stmt *st = db_stmt(db, SQL("SELECT c.changes FROM log l JOIN "
		"log_content c ON c.seq = l.seq WHERE l.batch = $1 AND "
		"l.entity = 'batch'"));
	struct str rest = STR(""), prefix = STR("setting.");
	struct log_change change;

	bind_int(st, 1, batch);
	if (stmt_step(st))
		rest = arena_str(&u->mem, col_str(st, 0));
	stmt_run(st);
	while (log_change_next(&rest, &change)) {
		struct str key;

		if (!str_starts(change.field, prefix))
			continue;
		key = str_cut(change.field, prefix.n, change.field.n);
		if (setting_is(db, key, change.after))
			setting_put(db, key, change.before);
	}
}

static void batch_write(struct undoing *u, int64_t batch)
{
	struct db *db = u->ctx->db;
	struct stmt *st = db_stmt(db, SQL("INSERT INTO batch (at, actor, "
		"what, rows_n) VALUES ($1, $2, $3, $4) RETURNING id"));

	bind_int(st, 1, u->how.at.ms);
	bind_str(st, 2, u->how.actor);
	bind_str(st, 3, arena_printf(&u->mem, "undo %lld",
				     (long long)batch));
	bind_int(st, 4, (int64_t)u->n);
	if (stmt_step(st))
		u->how.batch = u->out->batch = col_int(st, 0);
	stmt_run(st);
	st = db_stmt(db, SQL("UPDATE batch SET undone_by = $1 "
			     "WHERE id = $2"));
	bind_int(st, 1, u->how.batch);
	bind_int(st, 2, batch);
	stmt_run(st);
}

static void batch_log(struct undoing *u, int64_t batch)
{
	static const struct field undone = { .name = "undone" };
	struct difference d = {
		.field = &undone, .lang = LANG_N, .before = STR(""),
		.after = arena_printf(&u->mem, "%lld", (long long)batch),
	};
	struct log_entry entry = {
		.at = u->how.at, .actor = u->how.actor, .verb = STR("undo"),
		.entity = STR("batch"), .row_id = batch, .version = 2,
		.batch = u->how.batch,
		.changes = log_changes(&u->mem, &d, 1),
	};

	log_append(u->ctx->db, &u->mem, &entry);
}

static void undo_run(struct undoing *u, int64_t batch)
{
	struct db *db = u->ctx->db;

	touched_read(u, batch);
	batch_write(u, batch);
	u->how.bulk = u->n > BULK_FROM;
	if (u->how.bulk)
		u->how.indexed = search_bulk_begin(db);
	for (size_t i = 0; i < u->n && !db_err(db); i++) {
		arena_reset(&u->row_mem);
		record_undo(u, &u->list[i]);
	}
	if (db_err(db) || u->out->conflicts_n)
		return;
	settings_undo(u, batch);
	batch_log(u, batch);
	if (u->how.bulk)
		search_bulk_end(db, u->how.indexed);
	gaps_rebuild(db);
}

enum err svc_import_undo(struct ctx *ctx, int64_t batch,
			 struct import_undone *out)
{
	struct undoing u = {
		.ctx = ctx, .out = out, .how = svc_how(ctx, "undo"),
	};
	enum err err = svc_begin(ctx);

	*out = (struct import_undone){
		.conflicts = arena_array(ctx->mem, CONFLICTS_MAX,
					 sizeof(*out->conflicts)),
	};
	if (err)
		return err;
	arena_init(&u.mem, SIZE_MAX / 2);
	arena_init(&u.row_mem, ROW_MEMORY);
	err = batch_check(ctx->db, batch);
	if (err == ERR_OK) {
		undo_run(&u, batch);
		if (out->conflicts_n)
			err = ERR_CONFLICT;
	}
	err = svc_end(ctx, err);
	arena_release(&u.row_mem);
	arena_release(&u.mem);
	return err;
}
