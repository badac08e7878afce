/* cmd_exchange.c - init, import, export, backup, restore */

#include "app/cmd.h"

#include "lang/words.h"
#include "service/svc_backup.h"
#include "service/svc_bulk.h"
#include "service/svc_export.h"
#include "service/svc_pack.h"
#include "store/log_chain.h"

enum { BULK_DEFAULT = 100000, FLUSH_AT = 64 * 1024 };

static bool pack_known(struct cli *c, struct str name)
{
	struct str *names;
	size_t n = svc_pack_names(&c->mem, &names);

	for (size_t i = 0; i < n; i++)
		if (str_eq(names[i], name))
			return true;
	return false;
}

int cmd_init(struct cli *c)
{
	struct str demo = cli_option(c, "demo");
	struct import_result result;
	int64_t made;
	enum err err = ERR_OK;

	if (log_newest(c->ctx.db) > 0) {
		cli_say(c, "exists", c->url);
		return err_row(ERR_CONFLICT)->exit;
	}
	if (str_is(demo, "bulk"))
		err = svc_bulk(&c->ctx, cli_number(c, "records",
						   BULK_DEFAULT), &made);
	else if (demo.n && !pack_known(c, demo))
		return cli_wrong(c, "no_such_demo", demo);
	else if (demo.n)
		err = svc_pack_load(&c->ctx, demo, &result);
	if (err)
		return cli_fail(c, err);
	cli_say(c, "made", c->url);
	return 0;
}

static void differences_print(struct cli *c, const struct import_row *row)
{
	for (size_t i = 0; i < row->differences_n; i++) {
		const struct difference *d = &row->differences[i];

		buf_addf(&c->out, "    %s%s%s: %.*s → %.*s\n",
			 d->field->name, d->lang == LANG_N ? "" : ":",
			 d->lang == LANG_N ? "" : lang_row(d->lang)->tag,
			 STR_ARG(d->before), STR_ARG(d->after));
	}
}

static void problems_print(struct cli *c, const struct import_row *row)
{
	for (size_t i = 0; i < row->problems_n; i++) {
		const struct import_problem *p = &row->problems[i];
		buf_addf(&c->out, "    %.*s:%lld:%zu %s: ",
			 STR_ARG(row->file), (long long)p->problem.row,
			 p->column, p->problem.field);
		buf_add(&c->out, problem_words(&c->mem, c->ctx.lang,
					       &p->problem, p->problem.field));
		buf_add_char(&c->out, '\n');
	}
}

/* Told of each row. What stays the same is only counted. */
static void row_print(void *watcher, const struct import_row *row)
{
	struct cli *c = watcher;
	struct str key;

	if (row->fate == IMPORT_SAME && !row->problems_n)
		return;
	key = arena_printf(&c->mem, "import.%s", import_fate_name(row->fate));
	buf_addf(&c->out, "%.*s:%lld %s %s %.*s\n", STR_ARG(row->file),
		 (long long)row->row, word(c->ctx.lang, key.p),
		 row->entity ? row->entity->name :
		 !str_is(row->file, "manifest.csv") ? "" :
		 word(c->ctx.lang, "import.setting"), STR_ARG(row->code));
	if (row->fate == IMPORT_CHANGED || row->fate == IMPORT_KEPT)
		differences_print(c, row);
	problems_print(c, row);
	if (c->out.n > FLUSH_AT)
		cli_flush(c);
}

/* What is seldom is not counted aloud when there is none. */
static void count_print(struct cli *c, const char *key, int64_t n)
{
	if (n)
		buf_addf(&c->out, "%s %lld\n", word(c->ctx.lang, key),
			 (long long)n);
}

int cmd_import(struct cli *c)
{
	struct import_path ask = {
		.dry_run = cli_flag(c, "dry-run"),
		.row = row_print,
		.watcher = c,
	};
	struct str entity = cli_option(c, "entity");
	struct import_result result = { 0 };
	enum err err;

	ask.path = arena_cstr(&c->mem, c->args[0]);
	if (entity.n) {
		ask.entity = entity_by_name(entity);
		if (!ask.entity)
			return cli_wrong(c, "no_such_entity", entity);
	}
	err = svc_import_path(&c->ctx, &ask, &result);
	for (int fate = 0; fate < IMPORT_FATES; fate++) {
		struct str key = arena_printf(&c->mem, "import.%s",
			import_fate_name((enum import_fate)fate));

		buf_addf(&c->out, "%s %lld\n", word(c->ctx.lang, key.p),
			 (long long)result.n[fate]);
	}
	count_print(c, "import.settings", result.settings);
	count_print(c, "import.settings_kept", result.settings_kept);
	if (result.batch)
		buf_addf(&c->out, "%s %lld\n",
			 word(c->ctx.lang, "import.batch"),
			 (long long)result.batch);
	if (ask.dry_run)
		cli_say(c, "dry", STR(""));
	return err ? cli_fail_at(c, err, c->args[0]) : 0;
}

int cmd_export(struct cli *c)
{
	const struct entity *only[] = { NULL, NULL };
	struct export_ask ask = { 0 };
	struct export_result result;
	struct str entity = cli_option(c, "entity");
	enum err err;

	if (entity.n) {
		only[0] = entity_by_name(entity);
		if (!only[0])
			return cli_wrong(c, "no_such_entity", entity);
		ask.entities = only;
	}
	if (entity.n && c->args_n == 0) {
		err = svc_export_fd(&c->ctx, only[0], 1, &result);
		return err ? cli_fail(c, err) : 0;
	}
	if (c->args_n == 0)
		return cli_misused(c);
	ask.dir = arena_cstr(&c->mem, c->args[0]);
	err = svc_export(&c->ctx, &ask, &result);
	if (err)
		return cli_fail(c, err);
	buf_addf(&c->out, "%lld %lld\n", (long long)result.files,
		 (long long)result.rows);
	return 0;
}

static int packed(struct cli *c, enum err err, const struct backup_result *r)
{
	if (err)
		return cli_fail_at(c, err, c->args[0]);
	buf_addf(&c->out, "%lld %lld %lld %lld\n", (long long)r->tables,
		 (long long)r->rows, (long long)r->files,
		 (long long)r->bytes);
	cli_say(c, "head", log_head_text(&c->mem, &r->head));
	return 0;
}

int cmd_backup(struct cli *c)
{
	struct backup_result result = { 0 };

	return packed(c, svc_backup(&c->ctx, arena_cstr(&c->mem, c->args[0]),
				    &result), &result);
}

int cmd_restore(struct cli *c)
{
	struct backup_result result = { 0 };

	return packed(c, svc_restore(&c->ctx, arena_cstr(&c->mem,
							 c->args[0]),
				     &result), &result);
}
