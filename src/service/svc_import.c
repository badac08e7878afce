/* svc_import.c - files of records, applied whole or not at all */

#include "service/svc_import_parts.h"

#include <string.h>

#include "base/log.h"
#include "lang/charset.h"
#include "store/gaps.h"
#include "store/search.h"

enum {
	BULK_FROM = 500,	/* rows; above, gaps are found once at the end */
	ROOMY_FROM = 1000,	/* rows; above, the database gets more memory */
	TELL_EVERY = 500,
	ROW_MEMORY = 256 * 1024 * 1024
};
static const size_t WHOLE_MEMORY = (size_t)16 * 1024 * 1024 * 1024;

const char *import_fate_name(enum import_fate fate)
{
	static const char *const names[] = {
		[IMPORT_SAME] = "same", [IMPORT_NEW] = "new",
		[IMPORT_CHANGED] = "changed", [IMPORT_KEPT] = "kept",
		[IMPORT_REFUSED] = "refused",
	};

	return names[fate];
}

void import_fault(struct import *im, struct import_at at, const char *key,
		  struct str value, struct str right)
{
	struct problems *ps = &im->ctx.problems;

	problem_add_value(ps, at.field, key, value, right);
	if (ps->n && !ps->missed)
		im->problem_column[ps->n - 1] = at.column;
}

void import_tell(struct import *im, struct import_row *row)
{
	const struct problems *ps = &im->ctx.problems;
	struct problems *all = &im->caller->problems;
	struct import_problem *list = NULL;

	if (ps->n)
		list = arena_array(&im->row_mem, ps->n, sizeof(*list));
	for (size_t i = 0; i < ps->n; i++) {
		const struct problem *p = &ps->list[i];

		list[i] = (struct import_problem){
			.problem = *p, .column = im->problem_column[i],
		};
		list[i].problem.row = row->row;
		if (row->fate != IMPORT_REFUSED)
			continue;
		all->row = row->row;
		problem_add_value(all, p->field, p->key, p->value, p->right);
		all->row = 0;
	}
	if (row->fate == IMPORT_REFUSED)
		all->missed += ps->missed;
	row->problems = list;
	row->problems_n = ps->n;
	if (im->ask->row)
		im->ask->row(im->ask->watcher, row);
	problems_init(&im->ctx.problems, &im->row_mem);
}

void import_file_refuse(struct import *im, struct str name,
			const struct entity *e, int64_t at)
{
	struct import_row row = {
		.file = name, .entity = e, .row = at,
		.fate = IMPORT_REFUSED, .code = STR(""),
	};

	im->out->n[IMPORT_REFUSED]++;
	import_tell(im, &row);
}

void import_batch_begin(struct import *im)
{
	struct db *db = im->ctx.db;
	struct stmt *st;

	if (im->how.batch || db_err(db))
		return;
	st = db_stmt(db, SQL("INSERT INTO batch (at, actor, what, rows_n) "
			     "VALUES ($1, $2, $3, 0) RETURNING id"));
	bind_int(st, 1, im->how.at.ms);
	bind_str(st, 2, im->how.actor);
	bind_str(st, 3, im->ask->what);
	if (stmt_step(st))
		im->how.batch = col_int(st, 0);
	stmt_run(st);
}

/* One entry says what the batch was; its records have entries of theirs. */
static void batch_end(struct import *im)
{
	static const struct field what = { .name = "what" };
	static const struct field rows = { .name = "rows" };
	struct db *db = im->ctx.db;
	int64_t n = im->out->n[IMPORT_NEW] + im->out->n[IMPORT_CHANGED];
	struct difference list[COUNT(im->settings) + 2] = {
		{ .field = &what, .lang = LANG_N, .before = STR(""),
		  .after = im->ask->what },
		{ .field = &rows, .lang = LANG_N, .before = STR(""),
		  .after = arena_printf(&im->row_mem, "%lld",
					(long long)n) },
	};
	struct log_entry entry = {
		.at = im->how.at, .actor = im->how.actor,
		.verb = str_of(im->how.verb), .entity = STR("batch"),
		.row_id = im->how.batch, .version = 1,
		.batch = im->how.batch,
	};
	struct stmt *st;

	if (!im->how.batch)
		return;
	st = db_stmt(db, SQL("UPDATE batch SET rows_n = $1 WHERE id = $2"));
	bind_int(st, 1, n);
	bind_int(st, 2, im->how.batch);
	stmt_run(st);
	for (size_t i = 0; i < im->settings_n; i++)
		list[i + 2] = im->settings[i];
	entry.changes = log_changes(&im->row_mem, list, im->settings_n + 2);
	log_append(db, &im->row_mem, &entry);
	im->out->batch = im->how.batch;
}

/* "…/pledge.csv" holds pledges. */
static const struct entity *entity_of_name(struct str name)
{
	for (size_t i = 0; i < name.n; i++)
		if (name.p[i] == '/')
			return entity_of_name(str_cut(name, i + 1, name.n));
	name.n = str_find_char(name, '.');
	return entity_by_name(name);
}

static struct str entity_names(struct arena *mem)
{
	struct str all = STR("");

	for (size_t i = 0; i < entities_n; i++)
		all = arena_printf(mem, "%.*s%s%s", STR_ARG(all),
				   i ? ", " : "", entities[i]->name);
	return all;
}

static bool sheet_open(struct import *im, const struct import_file *file,
		       struct import_sheet *s)
{
	struct str text;
	const char *charset;
	size_t bad_at;

	*s = (struct import_sheet){
		.name = file->name, .entity = file->entity,
	};
	if (!s->entity)
		s->entity = entity_of_name(file->name);
	if (!s->entity)
		import_fault(im, import_at(0, ""), "unknown_entity", file->name,
			     entity_names(&im->row_mem));
	else if (!charset_to_utf8(&im->mem, file->bytes, &text, &charset,
				  &bad_at))
		import_fault(im, import_at(0, ""), "encoding",
			     arena_printf(&im->row_mem, "%zu", bad_at),
			     STR(""));
	if (im->ctx.problems.n) {
		import_file_refuse(im, s->name, s->entity, 0);
		return false;
	}
	csv_open(&s->csv, &im->mem, text);
	return import_header(im, s);
}

static size_t entity_no(const struct entity *e)
{
	size_t no = 0;

	while (no < entities_n && entities[no] != e)
		no++;
	/* Links join what all other files bring, and nothing names them:
	 * last, they are made in the order of their file. */
	return e->flags & ENTITY_NO_CODE ? entities_n : no;
}

/* In the order in which records can be made; files of one entity as given. */
static void sheets_plan(struct import *im)
{
	for (size_t no = 0; no <= entities_n; no++)
		for (size_t i = 0; i < im->sheets_n; i++)
			if (entity_no(im->sheets[i].entity) == no)
				import_rows_plan(im, &im->sheets[i]);
}

static void progress(struct import *im, size_t done)
{
	struct ctx *ctx = im->caller;

	if (ctx->progress && (done % TELL_EVERY == 0 || done == im->work.n))
		ctx->progress(ctx->watcher, "progress.import",
			      (int64_t)done, (int64_t)im->work.n);
}

/* Round by round, until no row waits for another. */
static void rounds_do(struct import *im, struct import_places work,
		      size_t *done)
{
	struct import_places again = { 0 };

	while (work.n && !db_err(im->ctx.db)) {
		struct import_places waiting = { 0 };

		for (size_t i = 0; i < work.n && !db_err(im->ctx.db); i++) {
			if (!import_row_do(im, &work.list[i], &again))
				import_place_add(im, &waiting, work.list[i]);
			else
				progress(im, ++*done);
		}
		im->ring = waiting.n == work.n;
		work = waiting;
	}
	im->ring = false;
	for (size_t i = 0; i < again.n && !db_err(im->ctx.db); i++)
		import_row_do(im, &again.list[i], &again);
}

static void rows_do(struct import *im)
{
	struct import_places coded = im->work, links = im->work;
	size_t done = 0;

	im->how.bulk = im->work.n > BULK_FROM || im->ask->dry_run;
	if (im->how.bulk)
		im->how.indexed = search_bulk_begin(im->ctx.db);
	im->how.known = analyse_memory_new(&im->mem);
	coded.n = 0;
	while (coded.n < im->work.n &&
	       !(coded.list[coded.n].sheet->entity->flags & ENTITY_NO_CODE))
		coded.n++;
	links.list += coded.n;
	links.n -= coded.n;
	rounds_do(im, coded, &done);
	rounds_do(im, links, &done);
}

static void import_run(struct import *im)
{
	const struct import_ask *ask = im->ask;

	im->sheets = arena_array(&im->mem, ask->files_n + 1,
				 sizeof(*im->sheets));
	for (size_t i = 0; i < ask->files_n; i++)
		if (sheet_open(im, &ask->files[i],
			       &im->sheets[im->sheets_n]))
			im->sheets_n++;
	sheets_plan(im);
	if (im->work.n > ROOMY_FROM)
		db_roomy(im->ctx.db, true);
	rows_do(im);
	import_manifest(im);
	if (im->out->n[IMPORT_REFUSED] || ask->dry_run)
		return;
	batch_end(im);
	if (im->how.bulk)
		search_bulk_end(im->ctx.db, im->how.indexed);
	if (im->work.n > ROOMY_FROM && im->how.batch)
		db_measure(im->ctx.db);
	if ((im->how.bulk && im->how.batch) || im->settings_n)
		gaps_rebuild(im->ctx.db);
}

static void import_init(struct import *im, struct ctx *ctx,
			const struct import_ask *ask,
			struct import_result *out)
{
	*im = (struct import){
		.caller = ctx, .ctx = *ctx, .ask = ask, .out = out,
		.how = svc_how(ctx, "import"),
	};
	*out = (struct import_result){ 0 };
	arena_init(&im->mem, WHOLE_MEMORY);
	arena_init(&im->row_mem, ROW_MEMORY);
	arena_init(&im->window.mem, ROW_MEMORY);
	im->ctx.mem = &im->row_mem;
	problems_init(&im->ctx.problems, &im->row_mem);
	im->codes = arena_array(&im->mem, IMPORT_BUCKETS,
				sizeof(*im->codes));
}

enum err svc_import(struct ctx *ctx, const struct import_ask *ask,
		    struct import_result *out)
{
	struct import im;
	enum err err;

	import_init(&im, ctx, ask, out);
	err = svc_begin(ctx);
	if (err == ERR_OK) {
		import_run(&im);
		err = db_err(ctx->db);
		if (err == ERR_OK && out->n[IMPORT_REFUSED])
			err = ERR_PROBLEMS;
		/* A dry run is taken back like a failure. */
		if (err == ERR_OK && ask->dry_run)
			svc_end(ctx, ERR_PROBLEMS);
		else
			err = svc_end(ctx, err);
		if (im.work.n > ROOMY_FROM)
			db_roomy(ctx->db, false);
	}
	if (err || ask->dry_run)
		out->batch = 0;
	arena_release(&im.window.mem);
	arena_release(&im.row_mem);
	arena_release(&im.mem);
	return err;
}
