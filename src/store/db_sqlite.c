/* db_sqlite.c - the driver for SQLite (the door to its library) */

#include <errno.h>
#include <pthread.h>
#include <sqlite3.h>
#include <string.h>

#include "base/log.h"
#include "base/os.h"
#include "store/db_driver.h"

struct sqlite_db {
	struct db db;
	sqlite3 *h;
	sqlite3_stmt *control[CONTROL_N];	/* prepared when first used */
	sqlite3_stmt *version;
};

struct sqlite_stmt {
	struct stmt stmt;
	sqlite3_stmt *h;
	int *param;		/* number in SQLite's order of $n */
	int columns;
};

static struct sqlite_db *own(struct db *db)
{
	return (struct sqlite_db *)db;
}

static struct sqlite_stmt *own_stmt(struct stmt *st)
{
	return (struct sqlite_stmt *)st;
}

/* What the last failed call on one of the two files said. */
static int errno_of(sqlite3 *h, int which)
{
	sqlite3_file *f = NULL;
	int n = 0;

	sqlite3_file_control(h, "main", which, &f);
	if (f && f->pMethods)
		f->pMethods->xFileControl(f, SQLITE_FCNTL_LAST_ERRNO, &n);
	return n;
}

/* A full disk has a code of its own; a quota or limit has only errno, which
 * the library has overwritten by the time we can ask for it. */
static enum err err_of_write(sqlite3 *h)
{
	static const int files[] = { SQLITE_FCNTL_JOURNAL_POINTER,
				     SQLITE_FCNTL_FILE_POINTER };

	for (size_t i = 0; i < COUNT(files); i++) {
		int n = errno_of(h, files[i]);

		if (n == EFBIG || n == EDQUOT || n == ENOSPC)
			return ERR_FULL;
		if (n == EROFS)
			return ERR_READ_ONLY;
	}
	return ERR_SYSTEM;
}

static enum err err_of(sqlite3 *h, int code)
{
	if (code == SQLITE_IOERR_WRITE)
		return err_of_write(h);
	switch (code & 0xff) {
	case SQLITE_OK:
	case SQLITE_ROW:
	case SQLITE_DONE:
		return ERR_OK;
	case SQLITE_FULL:
		return ERR_FULL;
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_CANTOPEN:
		return ERR_READ_ONLY;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_INTERRUPT:
		return ERR_BUSY;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return ERR_CORRUPT;
	case SQLITE_CONSTRAINT:
		return ERR_CONFLICT;
	case SQLITE_TOOBIG:
		return ERR_TOO_LARGE;
	default:
		return ERR_SYSTEM;
	}
}

static bool is_duplicate(int code)
{
	return code == SQLITE_CONSTRAINT_UNIQUE ||
	       code == SQLITE_CONSTRAINT_PRIMARYKEY ||
	       code == SQLITE_CONSTRAINT_ROWID ||
	       code == SQLITE_CONSTRAINT_FOREIGNKEY;
}

static enum err told(struct sqlite_db *d, int code, const char *text)
{
	enum err e = err_of(d->h, code);

	if (e == ERR_OK)
		return ERR_OK;
	if (is_duplicate(code))
		d->db.duplicate = true;
	/* A conflict is somebody's second attempt, nothing for operators. */
	if (e != ERR_CONFLICT || !is_duplicate(code))
		log_event("db.failed", "err=%s code=%d message=\"%s\" "
			  "sql=\"%.60s\"", err_row(e)->name, code,
			  sqlite3_extended_errcode(d->h) == code ?
			  sqlite3_errmsg(d->h) : sqlite3_errstr(code), text);
	return e;
}

/* Opening */

/* 1 MB of cache for a reader; the rest is read through mapped pages, which
 * all connections share. The order matters: WAL first, while nothing of the
 * file has been read. */
static const char setup_write[] =
	"PRAGMA journal_mode = WAL;"
	"PRAGMA journal_size_limit = 67108864;"
	"PRAGMA synchronous = FULL;"
	"PRAGMA cache_size = -4096;"
	"PRAGMA temp_store = MEMORY;"
	"PRAGMA mmap_size = 2147418112;";
static const char setup_read[] =
	"PRAGMA query_only = ON;"
	"PRAGMA cache_size = -1024;"
	"PRAGMA temp_store = MEMORY;"
	"PRAGMA mmap_size = 2147418112;";

static int harden(sqlite3 *h)
{
	static const struct { int op, on; } settings[] = {
		{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_DQS_DDL, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
	};
	int code = SQLITE_OK;

	for (size_t i = 0; i < COUNT(settings) && code == SQLITE_OK; i++)
		code = sqlite3_db_config(h, settings[i].op, settings[i].on,
					 NULL);
	return code;
}

/*
 * search_score(search, COUNTS): what a match weighs (store/search.h). A key
 * counts once, at the heaviest of its columns; the n-th letter of COUNTS is 0
 * when the n-th key was there before, and marks behind them do not count.
 */
static void search_score(const Fts5ExtensionApi *api, Fts5Context *fts,
			 sqlite3_context *out, int n, sqlite3_value **args)
{
	static const int weights[] = { 20, 10, 8, 5, 0, 0 };
	const char *counts = n ? (const char *)sqlite3_value_text(args[0])
			       : NULL;
	int phrases = api->xPhraseCount(fts), sum = 0;

	for (int i = 0; counts && i < phrases && counts[i]; i++) {
		Fts5PhraseIter at;
		int column, best = 0;

		if (counts[i] != '1' ||
		    api->xPhraseFirstColumn(fts, i, &at, &column))
			continue;
		while (column >= 0) {
			if (column < (int)COUNT(weights) &&
			    weights[column] > best)
				best = weights[column];
			api->xPhraseNextColumn(fts, &at, &column);
		}
		sum += best;
	}
	sqlite3_result_int(out, sum);
}

static int search_set_up(sqlite3 *h)
{
	sqlite3_stmt *st = NULL;
	fts5_api *api = NULL;
	int code = sqlite3_prepare_v2(h, "SELECT fts5($1)", -1, &st, NULL);

	if (code == SQLITE_OK)
		code = sqlite3_bind_pointer(st, 1, (void *)&api,
					    "fts5_api_ptr", NULL);
	if (code == SQLITE_OK)
		sqlite3_step(st);
	if (code == SQLITE_OK)
		code = sqlite3_finalize(st);
	if (code == SQLITE_OK)
		code = api->xCreateFunction(api, "search_score", NULL,
					    search_score, NULL);
	return code;
}

static int set_up(struct sqlite_db *d)
{
	/* Before the first statement: even reading a new WAL file waits. */
	int code = sqlite3_busy_timeout(d->h, DB_WAIT_MS);

	if (code == SQLITE_OK)
		code = sqlite3_extended_result_codes(d->h, 1);
	if (code == SQLITE_OK)
		code = harden(d->h);
	if (code == SQLITE_OK)
		code = search_set_up(d->h);
	if (code == SQLITE_OK && d->db.mode == DB_WRITE &&
	    sqlite3_db_readonly(d->h, "main") == 1)
		code = SQLITE_READONLY;
	if (code == SQLITE_OK)
		code = sqlite3_exec(d->h, d->db.mode == DB_WRITE
				    ? setup_write : setup_read,
				    NULL, NULL, NULL);
	/* The pragmas read little: this sees that the file is a database. */
	if (code == SQLITE_OK)
		code = sqlite3_exec(d->h, "SELECT count(*) FROM sqlite_master",
				    NULL, NULL, NULL);
	return code;
}

/* Nobody asks the library how much memory it holds, and to count it all
 * threads would take turns. */
static void library_set_up(void)
{
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static pthread_once_t library_once = PTHREAD_ONCE_INIT;

static enum err sqlite_open(struct db *db, const char *url)
{
	struct sqlite_db *d = own(db);
	const char *path = url + strlen("sqlite:");
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;

	if (!*path)
		return ERR_REQUEST;
	pthread_once(&library_once, library_set_up);
	/* ":memory:" and "file:" would mean something else to the library. */
	if (*path != '/')
		path = arena_printf(&db->mem, "./%s", path).p;
	if (db->mode == DB_WRITE)
		flags |= SQLITE_OPEN_CREATE;
	else if (!os_exists(path))
		return ERR_MISSING;
	int code = sqlite3_open_v2(path, &d->h, flags, NULL);

	if (code == SQLITE_OK)
		code = set_up(d);
	if (code == SQLITE_OK)
		return ERR_OK;
	enum err e = told(d, code, "(open)");

	if ((code & 0xff) == SQLITE_CANTOPEN &&
	    sqlite3_system_errno(d->h) == ENOENT)
		e = ERR_MISSING;
	sqlite3_close_v2(d->h);
	return e;
}

static void sqlite_close(struct db *db)
{
	struct sqlite_db *d = own(db);

	for (size_t i = 0; i < COUNT(d->control); i++)
		sqlite3_finalize(d->control[i]);
	sqlite3_finalize(d->version);
	if (sqlite3_close(d->h) != SQLITE_OK)
		BUG("a statement outlived its connection");
}

/* Transactions */

static const char *const control_text[CONTROL_N] = {
	[CONTROL_BEGIN_READ] = "BEGIN",
	[CONTROL_BEGIN_WRITE] = "BEGIN IMMEDIATE",
	[CONTROL_COMMIT] = "COMMIT",
	[CONTROL_ROLLBACK] = "ROLLBACK",
	[CONTROL_SAVEPOINT] = "SAVEPOINT inner",
	[CONTROL_SAVEPOINT_BACK] = "ROLLBACK TO inner",
	[CONTROL_SAVEPOINT_END] = "RELEASE inner",
	[CONTROL_LOCK_LOG] = NULL,	/* BEGIN IMMEDIATE has it */
};

static enum err sqlite_control(struct db *db, enum db_control what)
{
	struct sqlite_db *d = own(db);
	sqlite3_stmt **h = &d->control[what];
	int code = SQLITE_OK;

	if (!control_text[what])
		return ERR_OK;
	/* A full disk or failed write has ended the transaction already. */
	if (what != CONTROL_BEGIN_READ && what != CONTROL_BEGIN_WRITE &&
	    sqlite3_get_autocommit(d->h))
		return what == CONTROL_ROLLBACK ? ERR_OK : ERR_SYSTEM;
	if (!*h)
		code = sqlite3_prepare_v3(d->h, control_text[what], -1,
					  SQLITE_PREPARE_PERSISTENT, h, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_step(*h);
	enum err e = told(d, code, control_text[what]);

	sqlite3_reset(*h);
	return e;
}

static enum err sqlite_script(struct db *db, const char *text)
{
	return told(own(db), sqlite3_exec(own(db)->h, text, NULL, NULL, NULL),
		    text);
}

/* Asked of the file: what the library knows of the schema may be old. */
static bool sqlite_has_table(struct db *db, const char *name)
{
	struct stmt *st = db_stmt(db, (struct sql){
		"SELECT count(*) FROM sqlite_master WHERE type = 'table' "
		"AND name = $1" });

	bind_str(st, 1, str_of(name));
	bool is = stmt_step(st) && col_int(st, 0) > 0;

	stmt_run(st);
	return is;
}

/* Both counters only grow, so their sum cannot repeat. The version leaves
 * out what came through this connection. */
static int64_t sqlite_generation(struct db *db)
{
	struct sqlite_db *d = own(db);
	int code = SQLITE_OK;
	int64_t n = 0;

	if (!d->version)
		code = sqlite3_prepare_v3(d->h, "PRAGMA data_version", -1,
					  SQLITE_PREPARE_PERSISTENT,
					  &d->version, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_step(d->version);
	if (code == SQLITE_ROW)
		n = sqlite3_column_int64(d->version, 0);
	enum err e = told(d, code, "PRAGMA data_version");

	sqlite3_reset(d->version);
	if (e != ERR_OK)
		db_fail(db, e);
	return n + sqlite3_total_changes64(d->h);
}

/* Statements */

static enum err sqlite_prepare(struct stmt *st)
{
	struct sqlite_stmt *s = own_stmt(st);
	int code = sqlite3_prepare_v3(own(st->db)->h, st->text, -1,
				      SQLITE_PREPARE_PERSISTENT, &s->h, NULL);

	if (code != SQLITE_OK)
		return told(own(st->db), code, st->text);
	if (!s->h)
		BUG("a statement is empty");
	s->columns = sqlite3_column_count(s->h);
	/* $n is a name to SQLite: numbered as it is first met. */
	if (!s->param)
		s->param = arena_array(&st->db->mem, (size_t)st->params + 1,
				       sizeof(*s->param));
	for (int at = 1; at <= st->params; at++) {
		char name[8] = "$";

		sqlite3_snprintf(sizeof(name), name, "$%d", at);
		s->param[at] = sqlite3_bind_parameter_index(s->h, name);
	}
	return ERR_OK;
}

static void sqlite_drop(struct stmt *st)
{
	sqlite3_finalize(own_stmt(st)->h);
}

static void sqlite_bind(struct stmt *st, int at, const struct bound *v)
{
	struct sqlite_stmt *s = own_stmt(st);
	int i = s->param[at];
	int code;

	if (v->null)
		code = sqlite3_bind_null(s->h, i);
	else if (v->type == BIND_INT)
		code = sqlite3_bind_int64(s->h, i, v->n);
	else if (v->type == BIND_TEXT)
		code = sqlite3_bind_text64(s->h, i, v->s.p, v->s.n,
					   SQLITE_TRANSIENT, SQLITE_UTF8);
	else
		code = sqlite3_bind_blob64(s->h, i, v->s.p, v->s.n,
					   SQLITE_TRANSIENT);
	if (code != SQLITE_OK)
		db_fail(st->db, told(own(st->db), code, st->text));
}

static enum err sqlite_step(struct stmt *st, bool *row)
{
	struct sqlite_db *d = own(st->db);
	struct sqlite_stmt *s = own_stmt(st);
	bool writes = !sqlite3_stmt_readonly(s->h);

	/* PostgreSQL refuses it as well. */
	if (writes && st->db->in_transaction &&
	    st->db->transaction == DB_READ) {
		log_event("db.failed", "message=\"a write in a transaction "
			  "for reading\" sql=\"%.60s\"", st->text);
		return ERR_READ_ONLY;
	}
	int code = sqlite3_step(s->h);

	if (code == SQLITE_ROW) {
		*row = true;
		return ERR_OK;
	}
	enum err e = told(d, code, st->text);

	if (writes && e == ERR_OK)
		st->changed = sqlite3_changes64(d->h);
	sqlite3_reset(s->h);
	return e;
}

static void sqlite_reset(struct stmt *st)
{
	sqlite3_reset(own_stmt(st)->h);
	sqlite3_clear_bindings(own_stmt(st)->h);
}

/* Columns */

static sqlite3_stmt *with_column(struct stmt *st, int at)
{
	if (at < 0 || at >= own_stmt(st)->columns)
		BUG("a row has no such column");
	return own_stmt(st)->h;
}

static int64_t sqlite_col_int(struct stmt *st, int at)
{
	return sqlite3_column_int64(with_column(st, at), at);
}

static struct str sqlite_col_str(struct stmt *st, int at)
{
	sqlite3_stmt *h = with_column(st, at);
	/* Of a text its own bytes; of a number its digits. */
	const char *p = sqlite3_column_blob(h, at);

	if (!p)
		return STR("");
	return (struct str){ p, (size_t)sqlite3_column_bytes(h, at) };
}

static bool sqlite_col_null(struct stmt *st, int at)
{
	return sqlite3_column_type(with_column(st, at), at) == SQLITE_NULL;
}

static void sqlite_cost(struct stmt *st, struct db_cost *sum, bool forget)
{
	sqlite3_stmt *h = own_stmt(st)->h;

	sum->vm_steps += sqlite3_stmt_status(h, SQLITE_STMTSTATUS_VM_STEP,
					     forget);
	sum->full_scans += sqlite3_stmt_status(
		h, SQLITE_STMTSTATUS_FULLSCAN_STEP, forget);
	sum->sorts += sqlite3_stmt_status(h, SQLITE_STMTSTATUS_SORT, forget);
}

const struct db_driver db_sqlite = {
	.kind = DB_SQLITE,
	.db_size = sizeof(struct sqlite_db),
	.stmt_size = sizeof(struct sqlite_stmt),
	.open = sqlite_open,
	.close = sqlite_close,
	.control = sqlite_control,
	.script = sqlite_script,
	.has_table = sqlite_has_table,
	.generation = sqlite_generation,
	.prepare = sqlite_prepare,
	.drop = sqlite_drop,
	.bind = sqlite_bind,
	.step = sqlite_step,
	.reset = sqlite_reset,
	.col_int = sqlite_col_int,
	.col_str = sqlite_col_str,
	.col_null = sqlite_col_null,
	.cost = sqlite_cost,
};
