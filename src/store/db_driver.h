/*
 * db_driver.h - what a database must be able to do (private to the drivers)
 *
 * db.c keeps what both databases share: the cache of statements, the failure
 * that sticks, transactions, the count of costs. A driver is one table of
 * functions that speak to its library and report with enum err; it opens its
 * own larger structs with struct db and struct stmt.
 */
#ifndef STORE_DB_DRIVER_H
#define STORE_DB_DRIVER_H

#include "store/db.h"

enum {
	STMT_PARAMS = 99,	/* most $n of one statement */
	DB_WAIT_MS = 5000	/* how long one waits for another's lock */
};

enum stmt_state {
	STMT_READY,		/* being bound */
	STMT_RUNNING,		/* executed; rows may follow */
	STMT_DONE		/* at its end, or failed */
};

enum bind_type { BIND_NONE, BIND_INT, BIND_TEXT, BIND_BYTES };

/* What is bound to one parameter. */
struct bound {
	enum bind_type type;
	bool null;
	int64_t n;		/* BIND_INT */
	struct str s;		/* BIND_TEXT, BIND_BYTES; borrowed */
};

/* What a driver says and has no parameters, in its own words. */
enum db_control {
	CONTROL_BEGIN_READ,
	CONTROL_BEGIN_WRITE,
	CONTROL_COMMIT,
	CONTROL_ROLLBACK,	/* also when nothing is left to roll back */
	CONTROL_SAVEPOINT,
	CONTROL_SAVEPOINT_BACK,
	CONTROL_SAVEPOINT_END,
	CONTROL_LOCK_LOG,
	CONTROL_N
};

struct db {
	const struct db_driver *driver;
	struct arena mem;	/* this struct and every statement */
	enum db_mode mode;
	bool in_transaction;
	enum db_mode transaction;	/* while in_transaction */
	int depth;		/* of savepoints */
	enum err err;		/* the failure that stuck */
	int err_depth;		/* the depth it happened at */
	bool duplicate;		/* set by the driver, cleared by db.c */
	struct stmt *running;
	struct stmt **table;	/* by address of the text; has holes */
	size_t table_n;		/* a power of two */
	size_t stmts_n;
	int64_t statements;
	int64_t waits;		/* counted by the driver */
	int64_t fail_at;	/* 0: never */
	size_t unanswered;	/* sent by send() and not yet waited for */
	bool roomy;		/* see db_roomy */
	bool measured;		/* since then */
	struct db_log_end log_end;
};

struct stmt {
	struct db *db;
	const char *text;
	bool stream;
	enum stmt_state state;
	bool prepared;
	bool silent;		/* changes rows and gives none back */
	int params;		/* $1 to $params, without gaps */
	uint8_t bound[STMT_PARAMS + 1];		/* enum bind_type of each */
	int64_t changed;
	struct stmt *next, *before;	/* in db.running */
};

/* Failures return what they mean and are logged by the driver. */
struct db_driver {
	enum db_kind kind;
	size_t db_size, stmt_size;
	/* On failure the driver has let go of everything it took. */
	enum err (*open)(struct db *db, const char *url);
	void (*close)(struct db *db);
	enum err (*control)(struct db *db, enum db_control what);
	enum err (*script)(struct db *db, const char *text);
	bool (*has_table)(struct db *db, const char *name);
	int64_t (*generation)(struct db *db);
	/* Called again after a failure. May put work off to the first step. */
	enum err (*prepare)(struct stmt *st);
	void (*drop)(struct stmt *st);
	void (*bind)(struct stmt *st, int at, const struct bound *v);
	/* The first one executes. At the end, *row false: st->changed is set
	 * and nothing of the result is held any more. */
	enum err (*step)(struct stmt *st, bool *row);
	/* Both NULL where nothing is gained. send() runs a silent statement
	 * without waiting for the answer; answers() waits for all answers, and
	 * sets st->changed of those who asked. Every other function waits for
	 * them first, or gets them with its own answer. */
	enum err (*send)(struct stmt *st);
	enum err (*answers)(struct db *db);
	/* Ends what runs and forgets what was bound. */
	void (*reset)(struct stmt *st);
	int64_t (*col_int)(struct stmt *st, int at);
	struct str (*col_str)(struct stmt *st, int at);
	bool (*col_null)(struct stmt *st, int at);
	/* Adds what st has cost to sum; and forgets it when asked to. */
	void (*cost)(struct stmt *st, struct db_cost *sum, bool forget);
};

extern const struct db_driver db_sqlite, db_pg;

#endif
