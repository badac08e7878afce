/*
 * db.h - one connection to a database, SQLite or PostgreSQL
 *
 * The same SQL serves both: parameters are $1, $2 …; no LIKE for search, no
 * arrays, booleans as 0/1, days as text, instants as BIGINT. The drivers
 * db_sqlite.c and db_pg.c are the only files that include a database library.
 *
 * Failures stick: after the first one every step says "no row" until the
 * transaction is rolled back, and db_commit() returns what went wrong. Code
 * between BEGIN and COMMIT therefore need not ask after each statement.
 *
 * A connection belongs to one thread at a time.
 */
#ifndef STORE_DB_H
#define STORE_DB_H

#include "base/arena.h"
#include "base/err.h"

/* A statement of the closed list: a literal, or built from the entity
 * tables at start by store/sql.c. It must live as long as the program. */
struct sql {
	const char *text;
};
#define SQL(lit) ((struct sql){ "" lit "" })

enum db_kind { DB_SQLITE, DB_PG };
enum db_mode { DB_READ, DB_WRITE };

struct db;
struct stmt;

/* url: "sqlite:FILE", "postgresql://…"; DB_WRITE creates a SQLite file that
 * is not there. The message of a failure is in the log. */
enum err db_open(struct db **out, struct str url, enum db_mode mode);
void db_close(struct db *db);
enum db_kind db_kind_of(const struct db *db);

/* The prepared statement of sql, reset and without bindings. Statements are
 * kept per connection. */
struct stmt *db_stmt(struct db *db, struct sql sql);
/* The same for exports of many rows, inside a transaction: PostgreSQL sends
 * them in portions instead of all at once. */
struct stmt *db_stmt_stream(struct db *db, struct sql sql);
/* Every parameter must be bound before the first step. What is bound is
 * copied. A text with U+0000 fails as ERR_REQUEST. */
void bind_int(struct stmt *st, int at, int64_t v);
void bind_str(struct stmt *st, int at, struct str v);
void bind_bytes(struct stmt *st, int at, struct str v);
void bind_int_null(struct stmt *st, int at);
void bind_str_null(struct stmt *st, int at);
void bind_bytes_null(struct stmt *st, int at);
/* The next row; false at the end and after a failure. */
bool stmt_step(struct stmt *st);
/* Runs to the end, for statements whose rows nobody wants. Inside a
 * transaction a change may travel with the next statement that is waited
 * for: its failure sticks then, at the latest when db_err is asked. */
void stmt_run(struct stmt *st);
/* Rows changed by the last run, known after its last row. */
int64_t stmt_changed(struct stmt *st);
/* Columns count from 0. A str is good until the next step: keep it with
 * arena_str. NULL reads as 0 and as "". */
int64_t col_int(struct stmt *st, int at);
struct str col_str(struct stmt *st, int at);
bool col_null(struct stmt *st, int at);

/* DB_READ: one consistent snapshot. DB_WRITE: takes the write lock at once
 * (BEGIN IMMEDIATE); ERR_BUSY when it cannot be had in time. A transaction
 * and a savepoint end every statement that still runs. */
enum err db_begin(struct db *db, enum db_mode mode);
/* The first failure since db_begin; then everything is rolled back. After
 * ERR_AWAY on PostgreSQL it is not known whether the commit arrived. */
enum err db_commit(struct db *db);
void db_rollback(struct db *db);
/* One request inside a batch: db_savepoint_end keeps or undoes it, and
 * clears the failure. What failed is undone whatever keep says, so ask
 * db_err before. A failure that took the whole transaction stays. */
void db_savepoint(struct db *db);
void db_savepoint_end(struct db *db, bool keep);
/* The failure that stuck, ERR_OK if none. While db_roomy is on, one that is
 * still on its way is told later, by db_commit at the latest. */
enum err db_err(struct db *db);
/* A unique or foreign key was violated by the failed statement; known until
 * the next db_begin or db_savepoint. */
bool db_err_is_duplicate(struct db *db);
void db_fail(struct db *db, enum err e);
/* Nothing else may append to the log until the transaction ends. Needed on
 * PostgreSQL, where it travels like a change (stmt_run); the write lock of
 * SQLite is that lock. */
void db_lock_log(struct db *db);
/* The newest entry of the log, as this transaction left it: known from the
 * first append until its end, or until a savepoint takes something back. */
struct db_log_end {
	bool known;
	int64_t seq;
	char leaf[65];
};
struct db_log_end *db_log_end(struct db *db);
/* Runs several statements separated by ";": migrations only. */
enum err db_script(struct db *db, struct str text);
/* Much will be written in one go: on SQLite, more memory for pages until it
 * is turned off; PostgreSQL is waited for as rarely as can be, and then looks
 * at what it has become (ANALYZE). */
void db_roomy(struct db *db, bool on);
/* The same look, in the middle of such a load: what follows goes through all
 * that was written, and is planned for it. */
void db_measure(struct db *db);
/* Until the end of the transaction a statement is planned for the values it
 * is given: worth it where they span a whole table. */
void db_plan_anew(struct db *db);
bool db_has_table(struct db *db, const char *name);
/* Changes whenever another connection committed something: a cheap test for
 * kept pages, with changes of its own counted too. On PostgreSQL it asks for
 * the newest log entry. -1 when it cannot be told. */
int64_t db_generation(struct db *db);

/* For tests and `--stats`: what this connection has cost since
 * db_cost_reset. */
struct db_cost {
	int64_t statements;	/* executed */
	int64_t vm_steps;	/* SQLite only */
	int64_t full_scans;	/* SQLite: rows stepped in full scans */
	int64_t sorts;		/* SQLite: temporary sorts */
	int64_t waits;		/* PostgreSQL: ways there and back */
};
struct db_cost db_cost(const struct db *db);
void db_cost_reset(struct db *db);
/* The n-th statement from now on fails as if the disk had; 0: never. */
void db_fail_at(struct db *db, int64_t n);

#endif
