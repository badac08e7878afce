/* svc_export.c - all records as the files that svc_import reads */

#include "service/svc_export.h"

#include <stdio.h>

#include "base/os.h"
#include "base/os_file.h"
#include "format/csv_out.h"
#include "service/svc_import.h"
#include "store/repo_page.h"

enum { PAGE_MEMORY = 256 * 1024 * 1024, FLUSH_AT = 256 * 1024 };

/* One file being written. */
struct sheet {
	const struct entity *e;
	struct text_marks *marks;
	struct csv_out csv;
	struct buf out;
	struct buf value;
	struct os_file *file;
};

static void flush(struct sheet *s)
{
	os_file_add(s->file, buf_str(&s->out));
	buf_reset(&s->out);
}

static bool is_text(const struct field *f)
{
	return f->kind == KIND_TEXT || f->kind == KIND_LONGTEXT;
}

static void text_heads(struct sheet *s, size_t no)
{
	const struct field *f = &s->e->fields[no];
	char name[128];

	for (enum lang l = 0; l < LANG_N; l++) {
		const char *tag = lang_row(l)->tag;

		snprintf(name, sizeof(name), "%s:%s", f->name, tag);
		csv_value(&s->csv, str_of(name));
		snprintf(name, sizeof(name), "%s:%s:origin", f->name, tag);
		if (s->marks[no].origin[l])
			csv_value(&s->csv, str_of(name));
		snprintf(name, sizeof(name), "%s:%s:state", f->name, tag);
		if (s->marks[no].state[l])
			csv_value(&s->csv, str_of(name));
		snprintf(name, sizeof(name), "%s:%s:made_from", f->name, tag);
		if (s->marks[no].made_from[l])
			csv_value(&s->csv, str_of(name));
	}
}

static void head_write(struct sheet *s)
{
	if (!(s->e->flags & ENTITY_NO_CODE))
		csv_value(&s->csv, STR("code"));
	for (size_t i = 0; i < row_fields_n; i++) {
		char name[64];

		snprintf(name, sizeof(name), "%s%s",
			 svc_row_field_hidden(s->e, &row_fields[i]) ? "row."
			 : "", row_fields[i].name);
		csv_value(&s->csv, str_of(name));
	}
	for (size_t i = 0; i < s->e->fields_n; i++) {
		if (is_text(&s->e->fields[i]))
			text_heads(s, i);
		else
			csv_value(&s->csv, str_of(s->e->fields[i].name));
	}
	csv_line_end(&s->csv);
}

static void text_write(struct sheet *s, size_t no, const void *record)
{
	const struct text *t = field_text_in(&s->e->fields[no], record);

	for (enum lang l = 0; l < LANG_N; l++) {
		const struct text_body *b = &t->in[l];

		csv_value(&s->csv, b->body);
		if (s->marks[no].origin[l])
			csv_value(&s->csv, str_of(b->body.n ?
				text_origin_name(b->origin) : ""));
		if (s->marks[no].state[l])
			csv_value(&s->csv, str_of(b->body.n ?
				text_state_name(b->state) : ""));
		if (s->marks[no].made_from[l])
			csv_value(&s->csv, text_out_of_date(t, l) ?
				  STR("earlier") : STR(""));
	}
}

static void value_write(struct sheet *s, const struct field *f,
			const void *record)
{
	buf_reset(&s->value);
	field_print(f, record, &s->value);
	csv_value(&s->csv, buf_str(&s->value));
}

static void record_write(struct sheet *s, const void *record)
{
	if (!(s->e->flags & ENTITY_NO_CODE))
		csv_value(&s->csv, record_row_in(record)->code);
	for (size_t i = 0; i < row_fields_n; i++)
		value_write(s, &row_fields[i], record);
	for (size_t i = 0; i < s->e->fields_n; i++) {
		if (is_text(&s->e->fields[i]))
			text_write(s, i, record);
		else
			value_write(s, &s->e->fields[i], record);
	}
	csv_line_end(&s->csv);
	if (s->out.n > FLUSH_AT)
		flush(s);
}

static void progress(struct ctx *ctx, int64_t done)
{
	if (ctx->progress)
		ctx->progress(ctx->watcher, "progress.export", done, 0);
}

/* Everything of one entity; counts what was written. */
static enum err sheet_write(struct ctx *ctx, struct sheet *s,
			    struct export_result *out)
{
	struct arena mem[2];
	struct row last, *after = NULL;
	void *page[REPO_PAGE];
	size_t n, turn = 0;
	enum err err = ERR_OK;

	for (size_t i = 0; i < COUNT(mem); i++)
		arena_init(&mem[i], PAGE_MEMORY);
	head_write(s);
	do {
		/* The key of the page before lives in the other arena. */
		struct arena *a = &mem[turn++ % COUNT(mem)];

		arena_reset(a);
		err = repo_page(ctx->db, a, s->e, after, ctx->lang, page,
				&n);
		for (size_t i = 0; !err && i < n; i++) {
			if (record_row(page[i])->edition.v >
			    ctx->actor.edition)
				continue;
			record_write(s, page[i]);
			out->rows++;
		}
		if (n) {
			last = *record_row(page[n - 1]);
			after = &last;
		}
		progress(ctx, out->rows);
	} while (!err && !s->file->err && n == REPO_PAGE);
	flush(s);
	for (size_t i = 0; i < COUNT(mem); i++)
		arena_release(&mem[i]);
	return err ? err : s->file->err;
}

static enum err sheet_run(struct ctx *ctx, const struct entity *e,
			  struct os_file *file, struct export_result *out)
{
	struct sheet s = {
		.e = e, .file = file,
		.marks = arena_array(ctx->mem, e->fields_n + 1,
				     sizeof(*s.marks)),
	};
	enum err err = repo_text_marks(ctx->db, e, s.marks);

	buf_init(&s.out);
	buf_init(&s.value);
	csv_begin(&s.csv, &s.out, false);
	if (!err)
		err = sheet_write(ctx, &s, out);
	buf_release(&s.value);
	buf_release(&s.out);
	return err;
}

static enum err entity_export(struct ctx *ctx, const char *dir,
			      const struct entity *e,
			      struct export_result *out)
{
	int64_t before = out->rows;
	struct os_file file;
	enum err err, end;

	os_file_begin(&file, ctx->mem, arena_printf(ctx->mem, "%s/%s.csv",
						    dir, e->name).p);
	err = sheet_run(ctx, e, &file, out);
	/* A file without rows would only be in the way. */
	end = os_file_end(&file, !err && out->rows > before);
	out->files += !err && !end && out->rows > before;
	return err ? err : end;
}

static enum err manifest_export(struct ctx *ctx, const char *dir,
				struct export_result *out)
{
	struct stmt *st = db_stmt(ctx->db, SQL("SELECT key, value FROM "
					       "setting ORDER BY key"));
	struct csv_out csv;
	struct buf b;
	enum err err;

	buf_init(&b);
	csv_begin(&csv, &b, false);
	csv_value(&csv, STR("key"));
	csv_value(&csv, STR("value"));
	csv_line_end(&csv);
	while (stmt_step(st)) {
		if (!setting_known(col_str(st, 0)))
			continue;
		csv_value(&csv, col_str(st, 0));
		csv_value(&csv, col_str(st, 1));
		csv_line_end(&csv);
	}
	err = db_err(ctx->db);
	if (!err)
		err = os_write_file(arena_printf(ctx->mem, "%s/manifest.csv",
						 dir).p, buf_str(&b));
	buf_release(&b);
	out->files += !err;
	return err;
}

enum err svc_export(struct ctx *ctx, const struct export_ask *ask,
		    struct export_result *out)
{
	const struct entity *const *list = ask->entities;
	enum err err = os_make_dir(ask->dir);

	*out = (struct export_result){ 0 };
	for (size_t i = 0; !err && !list && i < entities_n; i++)
		err = entity_export(ctx, ask->dir, entities[i], out);
	for (; !err && list && *list; list++)
		err = entity_export(ctx, ask->dir, *list, out);
	if (!err && !ask->entities)
		err = manifest_export(ctx, ask->dir, out);
	return err;
}

enum err svc_export_fd(struct ctx *ctx, const struct entity *e, int fd,
		       struct export_result *out)
{
	struct os_file file;
	enum err err;

	*out = (struct export_result){ 0 };
	os_file_begin_fd(&file, fd);
	err = sheet_run(ctx, e, &file, out);
	out->files = !err;
	return err;
}
