/* db.c - what both databases have in common */

#include "store/db.h"

#include <string.h>

#include "base/log.h"
#include "store/db_driver.h"

enum {
	/* Statements are a closed list of some hundreds, about 1 KB each. */
	DB_MEMORY = 16 * 1024 * 1024,
	TABLE_FIRST = 128
};

static const struct db_driver *driver_of(struct str url)
{
	if (str_starts(url, STR("sqlite:")))
		return &db_sqlite;
	if (str_starts(url, STR("postgresql://")) ||
	    str_starts(url, STR("postgres://")))
		return &db_pg;
	return NULL;
}

enum err db_open(struct db **out, struct str url, enum db_mode mode)
{
	const struct db_driver *driver = driver_of(url);

	*out = NULL;
	if (!driver || memchr(url.p, '\0', url.n)) {
		log_event("db.url", "message=\"the database is named by "
			  "sqlite:FILE or postgresql://...\"");
		return ERR_REQUEST;
	}

	struct arena mem;

	arena_init(&mem, DB_MEMORY);
	struct db *db = arena_alloc(&mem, driver->db_size);
	const char *name = arena_cstr(&mem, url);

	db->table_n = TABLE_FIRST;
	db->table = arena_array(&mem, db->table_n, sizeof(struct stmt *));
	db->driver = driver;
	db->mode = mode;
	db->mem = mem;
	enum err e = driver->open(db, name);

	/* The arena holds the struct that holds the arena. */
	mem = db->mem;
	if (e != ERR_OK)
		arena_release(&mem);
	else
		*out = db;
	return e;
}

void db_close(struct db *db)
{
	if (!db)
		return;
	for (size_t i = 0; i < db->table_n; i++)
		if (db->table[i])
			db->driver->drop(db->table[i]);
	db->driver->close(db);
	struct arena mem = db->mem;

	arena_release(&mem);
}

enum db_kind db_kind_of(const struct db *db)
{
	return db->driver->kind;
}

/* Failures */

static void fail(struct db *db, enum err e)
{
	if (e == ERR_OK || db->err != ERR_OK)
		return;
	db->err = e;
	db->err_depth = db->depth;
}

void db_fail(struct db *db, enum err e)
{
	fail(db, e);
}

/* What was sent without waiting is waited for. */
static void answers_await(struct db *db)
{
	if (db->unanswered)
		fail(db, db->driver->answers(db));
}

enum err db_err(struct db *db)
{
	if (!db->roomy)
		answers_await(db);
	return db->err;
}

bool db_err_is_duplicate(struct db *db)
{
	answers_await(db);
	return db->duplicate;
}

struct db_log_end *db_log_end(struct db *db)
{
	return &db->log_end;
}

void db_fail_at(struct db *db, int64_t n)
{
	db->fail_at = n;
}

/* Counts a statement that is about to run; the chosen one fails. */
static enum err toll(struct db *db)
{
	db->statements++;
	if (db->fail_at == 0 || --db->fail_at > 0)
		return ERR_OK;
	log_event("db.fail_at", "message=\"failed because a test asked\"");
	return ERR_SYSTEM;
}

/* The cache of statements */

static size_t slot_of(const struct db *db, const char *text, bool stream)
{
	/* Multiplied, because literals lie at even distances. */
	uint64_t h = (uint64_t)(uintptr_t)text * 0x9e3779b97f4a7c15u;
	size_t i = (size_t)(h >> 32) + stream;

	for (;; i++) {
		const struct stmt *st = db->table[i & (db->table_n - 1)];

		if (!st || (st->text == text && st->stream == stream))
			return i & (db->table_n - 1);
	}
}

static void table_grow(struct db *db)
{
	struct stmt **old = db->table;
	size_t old_n = db->table_n;

	db->table_n *= 2;
	db->table = arena_array(&db->mem, db->table_n, sizeof(*old));
	for (size_t i = 0; i < old_n; i++)
		if (old[i])
			db->table[slot_of(db, old[i]->text,
					  old[i]->stream)] = old[i];
}

/* How many parameters a text has. PostgreSQL wants all from $1 on. */
static int params_of(const char *text)
{
	bool seen[STMT_PARAMS + 1] = { false };
	int most = 0;

	for (const char *p = text; *p; p++) {
		int n = 0;

		if (*p != '$' || p[1] < '0' || p[1] > '9')
			continue;
		while (p[1] >= '0' && p[1] <= '9' && n <= STMT_PARAMS)
			n = n * 10 + (*++p - '0');
		if (n < 1 || n > STMT_PARAMS)
			BUG("a statement has too many parameters");
		seen[n] = true;
		most = n > most ? n : most;
	}
	for (int n = 1; n <= most; n++)
		if (!seen[n])
			BUG("the parameters of a statement have a gap");
	return most;
}

static bool is_silent(const char *text)
{
	struct str s = str_of(text);

	return (str_starts(s, STR("INSERT")) || str_starts(s, STR("UPDATE")) ||
		str_starts(s, STR("DELETE"))) &&
	       str_find(s, STR("RETURNING")) == s.n;
}

static struct stmt *stmt_new(struct db *db, const char *text, bool stream)
{
	struct stmt *st = arena_alloc(&db->mem, db->driver->stmt_size);

	st->db = db;
	st->text = text;
	st->stream = stream;
	st->params = params_of(text);
	st->silent = is_silent(text);
	if (++db->stmts_n * 2 > db->table_n)
		table_grow(db);
	db->table[slot_of(db, text, stream)] = st;
	return st;
}

static void running_leave(struct stmt *st)
{
	if (st->before)
		st->before->next = st->next;
	else
		st->db->running = st->next;
	if (st->next)
		st->next->before = st->before;
	st->next = st->before = NULL;
}

static void running_enter(struct stmt *st)
{
	st->next = st->db->running;
	if (st->next)
		st->next->before = st;
	st->db->running = st;
}

static void stmt_reset(struct stmt *st)
{
	if (st->state == STMT_RUNNING)
		running_leave(st);
	if (st->prepared)
		st->db->driver->reset(st);
	st->state = STMT_READY;
}

/* A statement left in the middle of its rows would hold its snapshot. */
static void running_end(struct db *db)
{
	while (db->running)
		stmt_reset(db->running);
}

static struct stmt *stmt_for(struct db *db, struct sql sql, bool stream)
{
	struct stmt *st = db->table[slot_of(db, sql.text, stream)];

	if (!st)
		st = stmt_new(db, sql.text, stream);
	stmt_reset(st);
	memset(st->bound, BIND_NONE, sizeof(st->bound));
	st->changed = 0;
	if (!st->prepared && db->err == ERR_OK) {
		enum err e = db->driver->prepare(st);

		st->prepared = e == ERR_OK;
		fail(db, e);
	}
	return st;
}

struct stmt *db_stmt(struct db *db, struct sql sql)
{
	return stmt_for(db, sql, false);
}

struct stmt *db_stmt_stream(struct db *db, struct sql sql)
{
	if (!db->in_transaction)
		BUG("rows are streamed inside a transaction only");
	return stmt_for(db, sql, db->driver->kind == DB_PG);
}

/* Binding */

static void bind(struct stmt *st, int at, struct bound v)
{
	if (at < 1 || at > st->params)
		BUG("a statement has no such parameter");
	if (st->db->err != ERR_OK)
		return;
	if (st->state != STMT_READY)
		BUG("a statement was bound while it runs");
	/* Every door refuses U+0000; this is the wall behind the doors. */
	if (v.type == BIND_TEXT && v.s.n && memchr(v.s.p, '\0', v.s.n)) {
		log_event("db.text", "message=\"a text holds U+0000\" "
			  "sql=\"%.60s\"", st->text);
		fail(st->db, ERR_REQUEST);
		return;
	}
	st->bound[at] = (uint8_t)v.type;
	st->db->driver->bind(st, at, &v);
}

void bind_int(struct stmt *st, int at, int64_t v)
{
	bind(st, at, (struct bound){ .type = BIND_INT, .n = v });
}

void bind_str(struct stmt *st, int at, struct str v)
{
	/* An all-zero record holds an empty str as NULL; it is not SQL's. */
	if (!v.p)
		v.p = "";
	bind(st, at, (struct bound){ .type = BIND_TEXT, .s = v });
}

void bind_bytes(struct stmt *st, int at, struct str v)
{
	bind(st, at, (struct bound){ .type = BIND_BYTES, .s = v });
}

void bind_int_null(struct stmt *st, int at)
{
	bind(st, at, (struct bound){ .type = BIND_INT, .null = true });
}

void bind_str_null(struct stmt *st, int at)
{
	bind(st, at, (struct bound){ .type = BIND_TEXT, .null = true });
}

void bind_bytes_null(struct stmt *st, int at)
{
	bind(st, at, (struct bound){ .type = BIND_BYTES, .null = true });
}

/* Running */

static bool stmt_due(struct stmt *st)
{
	for (int at = 1; at <= st->params; at++)
		if (st->bound[at] == BIND_NONE)
			BUG("a parameter was not bound");
	enum err e = toll(st->db);

	fail(st->db, e);
	return e == ERR_OK;
}

static bool stmt_start(struct stmt *st)
{
	if (!stmt_due(st))
		return false;
	st->state = STMT_RUNNING;
	running_enter(st);
	return true;
}

bool stmt_step(struct stmt *st)
{
	struct db *db = st->db;
	bool row = false;

	if (db->err != ERR_OK || st->state == STMT_DONE)
		return false;
	if (st->state == STMT_READY && !stmt_start(st))
		return false;
	enum err e = db->driver->step(st, &row);

	if (e == ERR_OK && row)
		return true;
	running_leave(st);
	st->state = STMT_DONE;
	fail(db, e);
	return false;
}

static void stmt_send(struct stmt *st)
{
	if (st->db->err != ERR_OK || !stmt_due(st))
		return;
	st->state = STMT_DONE;
	fail(st->db, st->db->driver->send(st));
}

void stmt_run(struct stmt *st)
{
	if (st->silent && st->state == STMT_READY &&
	    st->db->in_transaction && st->db->driver->send) {
		stmt_send(st);
		return;
	}
	while (stmt_step(st))
		;
}

int64_t stmt_changed(struct stmt *st)
{
	answers_await(st->db);
	return st->db->err == ERR_OK ? st->changed : 0;
}

int64_t col_int(struct stmt *st, int at)
{
	if (st->state != STMT_RUNNING)
		return 0;
	return st->db->driver->col_int(st, at);
}

struct str col_str(struct stmt *st, int at)
{
	if (st->state != STMT_RUNNING)
		return STR("");
	return st->db->driver->col_str(st, at);
}

bool col_null(struct stmt *st, int at)
{
	if (st->state != STMT_RUNNING)
		return true;
	return st->db->driver->col_null(st, at);
}

/* Transactions */

static enum err control(struct db *db, enum db_control what)
{
	enum err e = toll(db);

	return e == ERR_OK ? db->driver->control(db, what) : e;
}

enum err db_begin(struct db *db, enum db_mode mode)
{
	if (db->in_transaction)
		BUG("a transaction inside a transaction");
	if (mode == DB_WRITE && db->mode == DB_READ)
		BUG("a connection for reading was asked to write");
	running_end(db);
	db->err = ERR_OK;
	db->duplicate = false;
	enum err e = control(db, mode == DB_WRITE ? CONTROL_BEGIN_WRITE
						  : CONTROL_BEGIN_READ);

	if (e != ERR_OK)
		return e;
	db->in_transaction = true;
	db->transaction = mode;
	db->depth = 0;
	db->log_end.known = false;
	return ERR_OK;
}

/* Rolling back is neither counted nor failed: it is what failures lead to. */
static void roll_back(struct db *db)
{
	running_end(db);
	db->driver->control(db, CONTROL_ROLLBACK);
	db->in_transaction = false;
	db->depth = 0;
	db->err = ERR_OK;
}

enum err db_commit(struct db *db)
{
	if (!db->in_transaction)
		BUG("a commit without a transaction");
	if (db->depth)
		BUG("a commit inside a savepoint");
	running_end(db);
	answers_await(db);
	enum err e = db->err;

	if (e == ERR_OK)
		e = control(db, CONTROL_COMMIT);
	if (e != ERR_OK)
		roll_back(db);
	db->in_transaction = false;
	return e;
}

void db_rollback(struct db *db)
{
	if (db->in_transaction)
		roll_back(db);
	db->err = ERR_OK;
}

void db_savepoint(struct db *db)
{
	if (!db->in_transaction)
		BUG("a savepoint without a transaction");
	answers_await(db);
	if (db->err == ERR_OK) {
		db->duplicate = false;
		fail(db, control(db, CONTROL_SAVEPOINT));
	}
	db->depth++;
}

void db_savepoint_end(struct db *db, bool keep)
{
	if (db->depth == 0)
		BUG("the end of a savepoint that was not set");
	answers_await(db);
	/* What failed before the savepoint is not cleared by its end. */
	if (db->err != ERR_OK && db->err_depth < db->depth) {
		db->depth--;
		return;
	}
	running_end(db);
	bool undo = !keep || db->err != ERR_OK;
	enum err e = ERR_OK;

	if (undo) {
		db->log_end.known = false;
		e = db->driver->control(db, CONTROL_SAVEPOINT_BACK);
		if (e == ERR_OK)
			e = db->driver->control(db, CONTROL_SAVEPOINT_END);
	} else {
		e = control(db, CONTROL_SAVEPOINT_END);
	}
	db->depth--;
	db->err_depth = db->depth;
	/* When it cannot be ended the whole transaction is lost. */
	if (e == ERR_OK)
		db->err = ERR_OK;
	else
		fail(db, e);
}

void db_lock_log(struct db *db)
{
	if (db->err == ERR_OK)
		fail(db, control(db, CONTROL_LOCK_LOG));
}

enum err db_script(struct db *db, struct str text)
{
	if (db->err != ERR_OK)
		return db->err;
	struct arena mem;

	arena_init(&mem, 2 * text.n + 1024 * 1024);
	enum err e = toll(db);

	if (e == ERR_OK)
		e = db->driver->script(db, arena_cstr(&mem, text));
	arena_release(&mem);
	fail(db, e);
	return e;
}

void db_roomy(struct db *db, bool on)
{
	db->roomy = on;
	if (db->err != ERR_OK)
		return;
	/* KiB; what is usual stands in db_sqlite.c. */
	/* What a page may take is too little for all gaps of a long load. */
	if (db_kind_of(db) == DB_PG && on)
		db_script(db, STR("SET LOCAL statement_timeout TO 0"));
	if (!on && !db->measured)
		db_measure(db);
	db->measured = false;
	if (db_kind_of(db) == DB_SQLITE)
		db_script(db, on ? STR("PRAGMA cache_size = -131072")
				 : STR("PRAGMA cache_size = -4096"));
}

void db_measure(struct db *db)
{
	if (db->err == ERR_OK && db_kind_of(db) == DB_PG)
		db_script(db, STR("ANALYZE"));
	db->measured = true;
}

void db_plan_anew(struct db *db)
{
	if (db->err == ERR_OK && db_kind_of(db) == DB_PG)
		db_script(db, STR("SET LOCAL plan_cache_mode TO auto"));
}

bool db_has_table(struct db *db, const char *name)
{
	return db->err == ERR_OK && db->driver->has_table(db, name);
}

int64_t db_generation(struct db *db)
{
	if (db->err != ERR_OK)
		return -1;
	int64_t n = db->driver->generation(db);

	if (db->err == ERR_OK)
		return n;
	/* Outside a transaction nobody would clear what stuck. */
	if (!db->in_transaction)
		db->err = ERR_OK;
	return -1;
}

/* Costs */

static struct db_cost cost_sum(const struct db *db, bool forget)
{
	struct db_cost sum = {
		.statements = db->statements, .waits = db->waits,
	};

	for (size_t i = 0; i < db->table_n; i++)
		if (db->table[i] && db->table[i]->prepared)
			db->driver->cost(db->table[i], &sum, forget);
	return sum;
}

struct db_cost db_cost(const struct db *db)
{
	return cost_sum(db, false);
}

void db_cost_reset(struct db *db)
{
	cost_sum(db, true);
	db->statements = db->waits = 0;
}
