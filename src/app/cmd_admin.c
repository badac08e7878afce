/* cmd_admin.c - verify, check, describe, version, and what tests ask */

#include "app/cmd.h"

#include "base/asset.h"
#include "base/os.h"
#include "format/json_out.h"
#include "lang/words.h"
#include "service/svc_backup.h"
#include "store/log_chain.h"
#include "store/migrate.h"
#include "store/search.h"
#include "store/sql.h"

enum { STDIN_MAX = 4 * 1024 * 1024 };

static void verify_progress(void *watcher, int64_t done, int64_t all)
{
	struct cli *c = watcher;

	if (c->ctx.progress)
		c->ctx.progress(c->ctx.watcher, "cli.verifying", done, all);
}

/* What was noted of the log: "1513:0a4f…", or a backup that says it. */
static enum err noted_read(struct cli *c, struct log_head *out)
{
	struct str noted = cli_option(c, "expect");

	if (log_head_read(noted, out))
		return ERR_OK;
	return svc_backup_head(arena_cstr(&c->mem, noted), out);
}

static void verdict_json(struct cli *c, const struct log_verdict *v,
			 struct str head)
{
	struct json_out j;

	json_begin(&j, &c->out);
	json_object(&j);
	json_name(&j, "checked");
	json_int(&j, v->checked);
	json_name(&j, "broken_seq");
	json_int(&j, v->broken_seq);
	json_member(&j, "why", str_of(v->why));
	json_member(&j, "head", head);
	json_object_end(&j);
	json_end(&j);
}

static void verdict_words(struct cli *c, const struct log_verdict *v,
			  struct str head)
{
	struct hole holes[] = {
		{ .name = "seq", .text = arena_printf(&c->mem, "%lld",
						(long long)v->broken_seq) },
		{ .name = "n", .text = arena_printf(&c->mem, "%lld",
						(long long)v->checked) },
		{ .name = "head", .text = head },
	};
	struct str key = arena_printf(&c->mem, "verify.%s",
				      v->why ? v->why : "whole");

	text_word(&c->out, c->ctx.lang, key.p, holes, COUNT(holes));
	buf_add_char(&c->out, '\n');
	if (v->why)
		return;
	text_word(&c->out, c->ctx.lang, "verify.head", holes, COUNT(holes));
	buf_add_char(&c->out, '\n');
}

int cmd_verify(struct cli *c)
{
	struct log_head noted = { 0 }, now;
	struct log_verdict v;
	struct str head;
	enum err err = ERR_OK;

	if (cli_flag(c, "expect"))
		err = noted_read(c, &noted);
	if (err == ERR_MISSING)
		return cli_wrong(c, "expect", cli_option(c, "expect"));
	if (!err)
		err = log_verify(c->ctx.db, &v, verify_progress, c);
	if (!err)
		err = log_head_get(c->ctx.db, &now);
	if (err)
		return cli_fail(c, err);
	if (!v.broken_seq) {
		v.why = log_head_fault(c->ctx.db, &noted);
		v.broken_seq = !v.why ? 0 : v.checked < noted.seq
			     ? v.checked + 1 : noted.seq;
	}
	head = log_head_text(&c->mem, &now);
	if (cli_format(c) == CLI_JSON)
		verdict_json(c, &v, head);
	else
		verdict_words(c, &v, head);
	return v.broken_seq ? err_row(ERR_CORRUPT)->exit : 0;
}

/* One line of the audit: good or bad, and what to do. */
static bool finding(struct cli *c, bool good, const char *key)
{
	struct str full = arena_printf(&c->mem, "check.%s%s", key,
				       good ? "" : ".bad");

	buf_addf(&c->out, "%s %s\n", good ? "✓" : "✗",
		 word(c->ctx.lang, full.p));
	return good;
}

/* Every record has its headings, every heading its record. */
static bool headings_whole(struct db *db)
{
	struct stmt *st = db_stmt(db, SQL("SELECT count(*) FROM code c WHERE "
		"(SELECT count(*) FROM heading h WHERE h.entity = c.entity "
		"AND h.row_id = c.row_id) <> $1"));
	int64_t n = 1;

	bind_int(st, 1, LANG_N);
	if (stmt_step(st))
		n = col_int(st, 0);
	return n == 0;
}

static bool audit_database(struct cli *c)
{
	struct log_verdict v = { 0 };
	int64_t version = 0;
	bool good;

	good = finding(c, migrate_version(c->ctx.db, &version) == ERR_OK &&
			  version == migrate_newest(), "schema");
	good &= finding(c, db_begin(c->ctx.db, DB_READ) == ERR_OK &&
			   headings_whole(c->ctx.db), "headings");
	good &= finding(c, search_is_current(c->ctx.db) &&
			   search_missing(c->ctx.db) == 0, "search");
	good &= finding(c, log_verify(c->ctx.db, &v, verify_progress, c) ==
			   ERR_OK && v.broken_seq == 0, "log");
	db_rollback(c->ctx.db);
	return good;
}

int cmd_check(struct cli *c)
{
	bool good;

	good = finding(c, asset_find("assets/mithaq.css") != NULL &&
			  asset_find("migrations/0001_base.sql") != NULL,
		       "program");
	good &= finding(c, os_is_dir(c->ctx.data_dir), "data");
	if (finding(c, db_open(&c->ctx.db, c->url, DB_READ) == ERR_OK,
		    "database"))
		good &= audit_database(c);
	else
		good = false;
	return good ? 0 : err_row(ERR_SYSTEM)->exit;
}

static const char *const kind_names[] = {
	[KIND_TEXT] = "text", [KIND_LONGTEXT] = "longtext",
	[KIND_LINE] = "line", [KIND_DATE] = "date",
	[KIND_INSTANT] = "instant", [KIND_COUNT] = "count",
	[KIND_YESNO] = "yesno", [KIND_CHOICE] = "choice",
	[KIND_REF] = "ref", [KIND_ANYREF] = "anyref", [KIND_URL] = "url",
};

static struct str values_of(struct cli *c, const struct field *f)
{
	struct str s = STR("");

	if (f->refers)
		return str_of(f->refers->name);
	for (size_t i = 0; f->choices && i < f->choices->n; i++)
		s = arena_printf(&c->mem, "%.*s%s%s", STR_ARG(s),
				 i ? "|" : "", f->choices->rows[i].name);
	return s;
}

static void describe_entity(struct cli *c, const struct entity *e,
			    struct table *t)
{
	for (size_t i = 0; i < e->fields_n; i++) {
		const struct field *f = &e->fields[i];
		struct str key = arena_printf(&c->mem, "%s.%s", e->name,
					      f->name);

		table_cell(t, key);
		table_cell(t, str_of(kind_names[f->kind]));
		table_cell(t, str_of(f->flags & REQUIRED ? "required" : ""));
		table_cell(t, values_of(c, f));
		table_cell(t, str_of(word(c->ctx.lang, key.p)));
	}
}

int cmd_describe(struct cli *c)
{
	struct table *t = table_new(&c->mem, 5);
	const struct entity *only = NULL;

	if (cli_flag(c, "sql")) {
		sql_describe(&c->out);
		return 0;
	}
	if (c->args_n) {
		only = entity_by_name(c->args[0]);
		if (!only)
			return cli_wrong(c, "no_such_entity", c->args[0]);
	}
	for (size_t i = 0; i < entities_n; i++)
		if (!only || entities[i] == only)
			describe_entity(c, entities[i], t);
	table_print(t, &c->out);
	return 0;
}

int cmd_version(struct cli *c)
{
	buf_addf(&c->out, "mithaq 0.1.0, schema %lld\n",
		 (long long)migrate_newest());
	return 0;
}

/* Prepares every statement given, one a line, and all built ones: a text
 * that one of the databases does not understand is found here. */
static bool prepares(struct cli *c, struct str text)
{
	struct buf b;
	enum err err;

	buf_init(&b);
	if (db_kind_of(c->ctx.db) == DB_PG)
		buf_addf(&b, "PREPARE trial AS %.*s; DEALLOCATE trial",
			 STR_ARG(text));
	else
		buf_addf(&b, "EXPLAIN %.*s", STR_ARG(text));
	err = db_script(c->ctx.db, buf_str(&b));
	buf_release(&b);
	if (err) {
		buf_addf(&c->out, "not understood: %.*s\n", STR_ARG(text));
		db_rollback(c->ctx.db);
		db_begin(c->ctx.db, DB_READ);
	}
	return err == ERR_OK;
}

int cmd_test_prepare(struct cli *c)
{
	struct str text, line;
	size_t bad = 0, all = 0;
	enum err err = os_read_fd(&c->mem, 0, STDIN_MAX, &text);

	if (err)
		return cli_fail(c, err);
	while (str_split(&text, '\n', &line)) {
		line = str_trim(line);
		if (line.n) {
			all++;
			bad += !prepares(c, line);
		}
	}
	for (size_t i = 0; sql_at(i); i++) {
		all++;
		bad += !prepares(c, str_of(sql_at(i)));
	}
	buf_addf(&c->out, "%zu statements, %zu not understood\n", all, bad);
	return bad ? 1 : 0;
}

/* The live schema in the form of `describe --sql`. */
int cmd_test_columns(struct cli *c)
{
	struct stmt *st = db_kind_of(c->ctx.db) == DB_PG
		? db_stmt(c->ctx.db, SQL("SELECT table_name, column_name, "
			"data_type FROM information_schema.columns WHERE "
			"table_schema = current_schema()"))
		: db_stmt(c->ctx.db, SQL("SELECT m.name, p.name, p.type "
			"FROM sqlite_master m JOIN pragma_table_info(m.name) "
			"p WHERE m.type = 'table'"));

	while (stmt_step(st)) {
		bool integer = str_is(col_str(st, 2), "bigint") ||
			       str_is(col_str(st, 2), "INTEGER");

		if (!entity_by_name(col_str(st, 0)))
			continue;
		buf_addf(&c->out, "%.*s %.*s %s\n", STR_ARG(col_str(st, 0)),
			 STR_ARG(col_str(st, 1)), integer ? "int" : "text");
	}
	return 0;
}
