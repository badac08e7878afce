/*
 * db_place.h - the same test on SQLite and on PostgreSQL, below the records
 *
 * Each test gets a fresh database with three small tables and a connection
 * that may write. PostgreSQL takes part when there is one (pg_database.h).
 */
#ifndef TESTS_UNIT_DB_PLACE_H
#define TESTS_UNIT_DB_PLACE_H

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "pg_database.h"

static const struct sql insert_item = {
	"INSERT INTO item (id, name, data) VALUES ($1, $2, $3)" };
static const struct sql count_items = { "SELECT count(*) FROM item" };

/* One fresh database and a connection that may write. */
struct place {
	enum db_kind kind;
	char dir[64];
	struct str url;
	char url_bytes[320];
	struct db *db;
};

static inline struct db *connection(const struct place *p, enum db_mode mode)
{
	struct db *db;

	assert_int_equal(db_open(&db, p->url, mode), ERR_OK);
	return db;
}

static inline int place_open(void **state)
{
	struct place *p = *state;
	const char *pg = p->kind == DB_PG ? pg_database() : NULL;

	if (p->kind == DB_PG && !pg)
		return 0;
	snprintf(p->dir, sizeof(p->dir), "/tmp/mithaq-db.XXXXXX");
	if (!mkdtemp(p->dir))
		return -1;
	if (p->kind == DB_SQLITE)
		snprintf(p->url_bytes, sizeof(p->url_bytes),
			 "sqlite:%s/test.db", p->dir);
	else
		snprintf(p->url_bytes, sizeof(p->url_bytes), "%s", pg);
	p->url = str_of(p->url_bytes);
	p->db = connection(p, DB_WRITE);
	if (p->kind == DB_PG)
		db_script(p->db, STR("DROP SCHEMA public CASCADE;"
				     "CREATE SCHEMA public"));
	return db_script(p->db, STR(
		"CREATE TABLE item (id BIGINT PRIMARY KEY, name TEXT,"
		" data BYTEA CHECK (id >= 0));"
		"CREATE TABLE part (id BIGINT PRIMARY KEY,"
		" item BIGINT REFERENCES item (id));"
		"CREATE TABLE log (seq BIGINT PRIMARY KEY)")) != ERR_OK;
}

static inline int place_close(void **state)
{
	struct place *p = *state;
	char rm[128];

	if (!p->db)
		return 0;
	db_close(p->db);
	p->db = NULL;
	assert_int_equal(arena_live(), 0);
	snprintf(rm, sizeof(rm), "rm -rf '%s'", p->dir);
	return system(rm);
}

static inline struct place *place(void **state)
{
	struct place *p = *state;

	if (!p->db)
		skip();
	return p;
}

static inline void add(struct db *db, int64_t id, struct str name)
{
	struct stmt *st = db_stmt(db, insert_item);

	bind_int(st, 1, id);
	bind_str(st, 2, name);
	bind_bytes_null(st, 3);
	stmt_run(st);
}

static inline int64_t number(struct db *db, struct sql sql)
{
	struct stmt *st = db_stmt(db, sql);
	int64_t n = stmt_step(st) ? col_int(st, 0) : -1;

	stmt_run(st);
	return n;
}

static inline void str_is_equal(struct str a, struct str b)
{
	assert_int_equal(a.n, b.n);
	assert_memory_equal(a.p, b.p, a.n);
}

static inline void many(struct db *db, int n)
{
	assert_int_equal(db_begin(db, DB_WRITE), ERR_OK);
	for (int i = 0; i < n; i++)
		add(db, i, STR("many"));
	assert_int_equal(db_commit(db), ERR_OK);
}

enum { CROWD = 4 };

/* The same work in several threads at once; it returns what went wrong. */
static inline void crowd(struct place *p, void *work(void *))
{
	pthread_t threads[CROWD];
	void *failure;

	for (int i = 0; i < CROWD; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, work, p), 0);
	for (int i = 0; i < CROWD; i++) {
		pthread_join(threads[i], &failure);
		if (failure)
			fail_msg("%s", (const char *)failure);
	}
}

/* Which databases a test is for. */
enum { SQLITE = 1 << DB_SQLITE, PG = 1 << DB_PG, BOTH = SQLITE | PG };

struct plan {
	const char *name;
	CMUnitTestFunction test;
	int on;
};

enum { PLANS_MAX = 64 };

static inline int plans_run(const char *group, const struct plan *plans,
			    size_t n)
{
	static const char *const kinds[] = { "SQLite", "PostgreSQL" };
	struct place places[] = { { .kind = DB_SQLITE }, { .kind = DB_PG } };
	struct CMUnitTest tests[PLANS_MAX];
	char names[PLANS_MAX][80];
	size_t all = 0;

	for (size_t i = 0; i < 2 * n; i++) {
		const struct plan *p = &plans[i / 2];
		size_t kind = i % 2;

		if (!(p->on & 1 << kind))
			continue;
		assert_true(all < PLANS_MAX);
		snprintf(names[all], sizeof(names[all]), "%s: %s",
			 kinds[kind], p->name);
		tests[all] = (struct CMUnitTest){
			names[all], p->test, place_open, place_close,
			&places[kind] };
		all++;
	}
	return _cmocka_run_group_tests(group, tests, all, NULL, NULL);
}

#endif
