/* svc_backup.c - everything in one ZIP */

#include "service/svc_backup.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "base/os.h"
#include "base/os_file.h"
#include "format/json_out.h"
#include "format/zip.h"
#include "store/sql_dump.h"
#include "store/migrate.h"

enum { PIECE = 64 * 1024, TELL_EVERY = 10000, NAMES_MEMORY = 256 };

/* A table on its way into the archive. */
struct table_out {
	struct backup *backup;
	const struct dump_table *table;
	struct stmt *st;
	bool ended;
	int64_t rows;
};

struct backup {
	struct ctx *ctx;
	struct backup_result *out;
	struct table_out *tables;
	size_t tables_n;
	bool about_written;
};

static void row_write(struct table_out *t, struct json_out *j)
{
	json_object(j);
	for (int i = 0; i < t->table->columns_n; i++) {
		const struct dump_column *c = &t->table->columns[i];

		json_name(j, c->name);
		if (col_null(t->st, i))
			json_null(j);
		else if (c->is_int)
			json_int(j, col_int(t->st, i));
		else
			json_str(j, col_str(t->st, i));
	}
	json_object_end(j);
}

static void progress(const struct ctx *ctx, const char *key, int64_t done)
{
	if (ctx->progress && done % TELL_EVERY == 0)
		ctx->progress(ctx->watcher, key, done, 0);
}

static void table_more(void *from, struct buf *out, enum err *err)
{
	struct table_out *t = from;
	struct backup *b = t->backup;
	struct db *db = b->ctx->db;
	struct json_out j;

	if (!t->st && !t->ended)
		t->st = db_stmt_stream(db, t->table->read);
	while (!t->ended && out->n < PIECE) {
		if (!stmt_step(t->st)) {
			t->ended = true;
			break;
		}
		json_begin(&j, out);
		row_write(t, &j);
		json_end(&j);
		t->rows++;
		progress(b->ctx, "progress.backup", ++b->out->rows);
	}
	*err = db_err(db);
}

/* The last part: by now all rows were counted. */
static void about_more(void *from, struct buf *out, enum err *err)
{
	struct backup *b = from;
	struct json_out j;
	char name[128], iso[32];
	struct instant now = { os_now_ms() };

	*err = ERR_OK;
	if (b->about_written)
		return;
	b->about_written = true;
	json_begin(&j, out);
	json_object(&j);
	json_member(&j, "format", STR("mithaq-backup-1"));
	json_member(&j, "made_at", instant_iso(now, iso));
	json_name(&j, "schema");
	json_int(&j, migrate_newest());
	json_member(&j, "log_head", log_head_text(b->ctx->mem,
						  &b->out->head));
	for (size_t i = 0; i < b->tables_n; i++) {
		snprintf(name, sizeof(name), "rows.%s",
			 b->tables[i].table->name);
		json_name(&j, name);
		json_int(&j, b->tables[i].rows);
	}
	json_object_end(&j);
	json_end(&j);
}

/* Evidence lies at DATA/files/ab/HASH. */
struct file_list {
	struct zip_part *parts;
	size_t n, room;
};

static void file_add(struct arena *mem, struct file_list *l,
		     const char *name, const char *path)
{
	if (l->n == l->room) {
		struct zip_part *more;

		l->room = l->room ? l->room * 2 : 256;
		more = arena_array(mem, l->room, sizeof(*more));
		for (size_t i = 0; i < l->n; i++)
			more[i] = l->parts[i];
		l->parts = more;
	}
	l->parts[l->n++] = (struct zip_part){ .name = name, .path = path };
}

static void files_list(struct ctx *ctx, struct arena *mem,
		       struct file_list *l)
{
	const char *top;
	struct str *folders, *names;
	size_t n, m;

	if (!ctx->data_dir)
		return;
	top = arena_printf(mem, "%s/files", ctx->data_dir).p;
	if (os_list_dir(mem, top, &folders, &n))
		return;		/* nothing was ever attached */
	for (size_t i = 0; i < n; i++) {
		const char *folder = arena_printf(mem, "%s/%.*s", top,
						  STR_ARG(folders[i])).p;

		if (os_list_dir(mem, folder, &names, &m))
			continue;
		for (size_t k = 0; k < m; k++)
			file_add(mem, l, arena_printf(mem,
				"files/%.*s/%.*s", STR_ARG(folders[i]),
				STR_ARG(names[k])).p,
				arena_printf(mem, "%s/%.*s", folder,
					     STR_ARG(names[k])).p);
	}
}

static int64_t size_of(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 ? (int64_t)st.st_size : 0;
}

static enum err backup_write(struct backup *b, struct arena *mem,
			     const char *path)
{
	struct file_list files = { 0 };
	struct zip_part *parts;
	const char *beside = arena_printf(mem, "%s.%ld.new", path,
					  (long)getpid()).p;
	size_t n = 0;
	enum err err;

	files_list(b->ctx, mem, &files);
	while (dump_table_at(b->tables_n))
		b->tables_n++;
	parts = arena_array(mem, b->tables_n + files.n + 1, sizeof(*parts));
	b->tables = arena_array(mem, b->tables_n, sizeof(*b->tables));
	for (size_t i = 0; i < b->tables_n; i++) {
		const struct dump_table *t = dump_table_at(i);

		b->tables[i] = (struct table_out){ .backup = b, .table = t };
		parts[n++] = (struct zip_part){
			.name = arena_printf(mem, "%s.jsonl", t->name).p,
			.more = table_more, .from = &b->tables[i],
		};
	}
	for (size_t i = 0; i < files.n; i++)
		parts[n++] = files.parts[i];
	parts[n++] = (struct zip_part){
		.name = "about.json", .more = about_more, .from = b,
	};
	unlink(beside);		/* of a process of our number that died */
	err = zip_write(beside, parts, n);
	if (!err)
		err = os_file_put(beside, path);
	b->out->tables = (int64_t)b->tables_n;
	b->out->files = (int64_t)files.n;
	b->out->bytes = size_of(path);
	return err;
}

enum err svc_backup(struct ctx *ctx, const char *path,
		    struct backup_result *out)
{
	struct backup b = { .ctx = ctx, .out = out };
	struct arena mem;
	enum err err;

	*out = (struct backup_result){ 0 };
	arena_init(&mem, (size_t)NAMES_MEMORY * 1024 * 1024);
	err = log_head_get(ctx->db, &out->head);
	if (!err)
		err = backup_write(&b, &mem, path);
	arena_release(&mem);
	return err;
}
