/* svc_restore.c - a backup put into an empty database */

#include <string.h>

#include "base/digest.h"
#include "base/log.h"
#include "base/os.h"
#include "format/json_in.h"
#include "format/zip.h"
#include "service/svc_backup.h"
#include "service/svc_record.h"
#include "store/sql_dump.h"
#include "store/migrate.h"
#include "store/search.h"

enum {
	ABOUT_MAX = 1024 * 1024,
	TELL_EVERY = 10000,
	FILE_MAX = 1024 * 1024 * 1024
};

/* A table on its way out of the archive. */
struct table_in {
	struct ctx *ctx;
	const struct dump_table *table;
	int64_t schema;			/* of the backup */
	struct sql write;
	struct backup_result *out;
	struct buf rest;		/* of a line not yet complete */
	int64_t rows;
};

static enum err value_bind(struct stmt *st, int at,
			   const struct dump_column *c,
			   const struct json_in *j)
{
	enum json_in_kind kind = json_in_kind(j, c->name);

	if (kind == JSON_IN_NULL && c->is_int)
		bind_int_null(st, at);
	else if (kind == JSON_IN_NULL)
		bind_str_null(st, at);
	else if (kind == JSON_IN_INTEGER && c->is_int)
		bind_int(st, at, json_in_int(j, c->name));
	else if (kind == JSON_IN_STRING && !c->is_int)
		bind_str(st, at, json_in_str(j, c->name));
	else
		return ERR_CORRUPT;
	return ERR_OK;
}

static enum err line_restore(struct table_in *t, struct str line)
{
	struct json_in *j = json_in_read(line);
	struct db *db = t->ctx->db;
	enum err err = ERR_OK;
	struct stmt *st;
	int at = 0;

	if (!j)
		return ERR_CORRUPT;
	st = db_stmt(db, t->write);
	for (int i = 0; !err && i < t->table->columns_n; i++)
		if (t->table->columns[i].since <= t->schema)
			err = value_bind(st, ++at, &t->table->columns[i], j);
	if (!err)
		stmt_run(st);
	json_in_release(j);
	t->rows++;
	t->out->rows++;
	if (t->ctx->progress && t->out->rows % TELL_EVERY == 0)
		t->ctx->progress(t->ctx->watcher, "progress.restore",
				 t->out->rows, 0);
	return err ? err : db_err(db);
}

static enum err table_piece(void *to, struct str bytes)
{
	struct table_in *t = to;
	enum err err = ERR_OK;

	while (!err && bytes.n) {
		size_t end = str_find_char(bytes, '\n');

		buf_add(&t->rest, str_cut(bytes, 0, end));
		if (t->rest.full)
			return ERR_CORRUPT;
		if (end == bytes.n)
			break;
		err = line_restore(t, buf_str(&t->rest));
		buf_reset(&t->rest);
		bytes = str_cut(bytes, end + 1, bytes.n);
	}
	return err;
}

static enum err buf_piece(void *to, struct str bytes)
{
	struct buf *b = to;

	buf_add(b, bytes);
	return b->full ? ERR_CORRUPT : ERR_OK;
}

static enum err part_whole(struct zip_in *z, size_t i, size_t limit,
			   struct buf *out)
{
	buf_init_limit(out, limit);
	return zip_part_read(z, i, buf_piece, out);
}

/* The file says what it is and for which schema. */
static enum err about_read(struct zip_in *z, struct json_in **out)
{
	struct buf b;
	enum err err = ERR_CORRUPT;
	size_t i = 0;

	*out = NULL;
	while (i < zip_parts(z) && strcmp(zip_part_name(z, i), "about.json"))
		i++;
	if (i == zip_parts(z))
		return ERR_CORRUPT;
	err = part_whole(z, i, ABOUT_MAX, &b);
	if (!err)
		*out = json_in_read(buf_str(&b));
	buf_release(&b);
	if (!err && (!*out || !str_is(json_in_str(*out, "format"),
				      "mithaq-backup-1")))
		err = ERR_CORRUPT;
	if (!err && json_in_int(*out, "schema") > migrate_newest())
		err = ERR_NEWER;
	if (!err && json_in_int(*out, "schema") < 1)
		err = ERR_CORRUPT;
	return err;
}

/* "files/ab/HASH", where HASH is that of the bytes and begins with ab. */
static enum err file_restore(struct ctx *ctx, struct zip_in *z, size_t i,
			     struct str name)
{
	struct str folder = str_cut(name, 6, 2), hash = str_cut(name, 9, 64);
	struct digest wanted, got;
	struct str bytes;
	struct arena mem;
	struct buf b;
	enum err err;

	if (name.n != 9 + 64 || name.p[8] != '/' ||
	    !str_starts(hash, folder) || !digest_read(hash, &wanted))
		return ERR_CORRUPT;
	arena_init(&mem, 1024 * 1024);
	err = part_whole(z, i, FILE_MAX, &b);
	bytes = buf_str(&b);
	got = digest_of(&bytes, 1);
	if (!err && !digest_eq(&wanted, &got))
		err = ERR_CORRUPT;
	if (!err)
		err = os_make_dir(arena_printf(&mem, "%s/files",
					       ctx->data_dir).p);
	if (!err)
		err = os_make_dir(arena_printf(&mem, "%s/files/%.*s",
					       ctx->data_dir,
					       STR_ARG(folder)).p);
	if (!err)
		err = os_write_file(arena_printf(&mem, "%s/%.*s",
						 ctx->data_dir,
						 STR_ARG(name)).p, bytes);
	buf_release(&b);
	arena_release(&mem);
	return err;
}

static enum err files_restore(struct ctx *ctx, struct zip_in *z,
			      struct backup_result *out)
{
	enum err err = ERR_OK;

	for (size_t i = 0; !err && i < zip_parts(z); i++) {
		struct str name = str_of(zip_part_name(z, i));

		if (!str_starts(name, STR("files/")))
			continue;
		err = ctx->data_dir ? file_restore(ctx, z, i, name)
				    : ERR_MISSING;
		out->files++;
	}
	return err;
}

static enum err table_restore(struct ctx *ctx, struct zip_in *z, size_t i,
			      const struct json_in *about,
			      struct backup_result *out)
{
	struct str name = str_of(zip_part_name(z, i));
	struct table_in t = {
		.ctx = ctx, .out = out,
		.schema = json_in_int(about, "schema"),
	};
	const char *count;
	enum err err;

	if (!str_ends(name, STR(".jsonl")))
		return ERR_OK;
	t.table = dump_table_by_name(str_cut(name, 0, name.n - 6));
	if (!t.table || t.table->since > t.schema)
		return ERR_CORRUPT;
	t.write = t.schema < migrate_newest()
		? dump_write_then(t.table, t.schema) : t.table->write;
	buf_init(&t.rest);
	err = zip_part_read(z, i, table_piece, &t);
	/* A last line without its end is half a line. */
	if (!err && t.rest.n)
		err = ERR_CORRUPT;
	buf_release(&t.rest);
	count = arena_printf(ctx->mem, "rows.%s", t.table->name).p;
	if (!err && (json_in_kind(about, count) != JSON_IN_INTEGER ||
		     json_in_int(about, count) != t.rows))
		err = ERR_CORRUPT;
	if (!err)
		dump_renumber(ctx->db, t.table);
	out->tables++;
	return err;
}

static bool has_records(struct db *db)
{
	struct stmt *st = db_stmt(db, SQL("SELECT 1 FROM code LIMIT 1"));
	bool found = stmt_step(st);

	stmt_run(st);
	return found || log_newest(db) > 0;
}

/* As many tables as the schema of the backup had, and its whole log. */
static enum err restored_check(struct ctx *ctx, const struct json_in *about,
			       struct backup_result *out)
{
	struct str head = json_in_str(about, "log_head");
	int64_t schema = json_in_int(about, "schema"), tables = 0;
	enum err err = log_head_get(ctx->db, &out->head);

	for (size_t i = 0; dump_table_at(i); i++)
		tables += dump_table_at(i)->since <= schema;
	if (!err && out->tables != tables)
		err = ERR_CORRUPT;
	/* Backups before decision 14 do not say it. */
	if (!err && head.n &&
	    !str_eq(head, log_head_text(ctx->mem, &out->head)))
		err = ERR_CORRUPT;
	return err;
}

static enum err tables_restore(struct ctx *ctx, struct zip_in *z,
			       const struct json_in *about,
			       struct backup_result *out)
{
	enum err err = svc_begin(ctx);

	if (err)
		return err;
	if (has_records(ctx->db))
		err = ERR_CONFLICT;
	/* The settings that come bring their own. */
	if (!err)
		err = search_rules_drop(ctx->db);
	db_roomy(ctx->db, true);
	for (size_t i = 0; !err && i < zip_parts(z); i++)
		err = table_restore(ctx, z, i, about, out);
	if (!err)
		err = restored_check(ctx, about, out);
	err = svc_end(ctx, err);
	db_roomy(ctx->db, false);
	return err;
}

/* The index of search is not in a backup. */
static enum err index_make(struct ctx *ctx)
{
	int64_t rows;
	enum err err = svc_begin(ctx);

	if (err)
		return err;
	db_roomy(ctx->db, true);
	err = svc_end(ctx, search_rebuild(ctx->db, NULL, &rows));
	db_roomy(ctx->db, false);
	return err;
}

/* An older backup goes into tables of its own time, which are then brought
 * up to ours; so the database must not be further than that. */
static enum err schema_ready(struct ctx *ctx, int64_t schema)
{
	int64_t version;
	enum err err = migrate_version(ctx->db, &version);

	if (err)
		return err;
	if (version && has_records(ctx->db))
		return ERR_CONFLICT;
	if (version > schema) {
		problem_add_value(&ctx->problems, "", "restore_older",
				  arena_printf(ctx->mem, "%lld",
					       (long long)schema), STR(""));
		return ERR_PROBLEMS;
	}
	return migrate_to(ctx->db, schema);
}

enum err svc_restore(struct ctx *ctx, const char *path,
		     struct backup_result *out)
{
	struct json_in *about = NULL;
	struct zip_in *z;
	enum err err = zip_open_in(&z, path);

	*out = (struct backup_result){ 0 };
	if (err)
		return err;
	err = about_read(z, &about);
	if (!err)
		err = schema_ready(ctx, json_in_int(about, "schema"));
	if (!err)
		err = files_restore(ctx, z, out);
	if (!err)
		err = tables_restore(ctx, z, about, out);
	if (!err)
		err = migrate_run(ctx->db);
	if (!err)
		err = index_make(ctx);
	json_in_release(about);
	zip_close_in(z);
	return err;
}

enum err svc_backup_head(const char *path, struct log_head *out)
{
	struct json_in *about = NULL;
	struct zip_in *z;
	enum err err = zip_open_in(&z, path);

	if (err)
		return err;
	err = about_read(z, &about);
	if (!err && !log_head_read(json_in_str(about, "log_head"), out))
		err = ERR_CORRUPT;
	json_in_release(about);
	zip_close_in(z);
	return err;
}
