/*
 * two_databases.h - the same tests on SQLite and on PostgreSQL
 *
 * Each test gets a fresh, migrated database and an arena. PostgreSQL takes
 * part when there is one (pg_database.h).
 */
#ifndef TESTS_UNIT_TWO_DATABASES_H
#define TESTS_UNIT_TWO_DATABASES_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pg_database.h"
#include "store/migrate.h"
#include "store/repo.h"

struct database_test {
	const char *name;
	void (*run)(struct db *db, struct arena *mem);
};

struct database_case {
	const struct database_test *test;
	enum db_kind kind;
};

static inline void database_case_run(void **state)
{
	const struct database_case *c = *state;
	char dir[] = "/tmp/mithaq-test.XXXXXX", path[64], url[320];
	const char *pg = c->kind == DB_PG ? pg_database() : NULL;
	struct arena mem;
	struct db *db;

	if (c->kind == DB_PG && !pg) {
		skip();
		return;
	}
	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/t.db", dir);
	if (c->kind == DB_PG)
		snprintf(url, sizeof(url), "%s", pg);
	else
		snprintf(url, sizeof(url), "sqlite:%s", path);
	arena_init(&mem, 256 * 1024 * 1024);
	repo_start();
	assert_int_equal(db_open(&db, str_of(url), DB_WRITE), ERR_OK);
	if (c->kind == DB_PG)
		assert_int_equal(db_script(db, STR("DROP SCHEMA public "
			"CASCADE; CREATE SCHEMA public")), ERR_OK);
	assert_int_equal(migrate_run(db), ERR_OK);
	c->test->run(db, &mem);
	db_close(db);
	arena_release(&mem);
	unlink(path);
	snprintf(path, sizeof(path), "%s/t.db-wal", dir);
	unlink(path);
	snprintf(path, sizeof(path), "%s/t.db-shm", dir);
	unlink(path);
	rmdir(dir);
}

static inline int database_tests_run(const char *group,
				     const struct database_test *tests,
				     size_t n)
{
	struct CMUnitTest *all = calloc(n * 2, sizeof(*all));
	struct database_case *cases = calloc(n * 2, sizeof(*cases));
	char (*names)[160] = calloc(n * 2, sizeof(*names));
	int failed;

	for (size_t i = 0; i < n * 2; i++) {
		cases[i].test = &tests[i / 2];
		cases[i].kind = i % 2 ? DB_PG : DB_SQLITE;
		snprintf(names[i], sizeof(names[i]), "%s (%s)",
			 tests[i / 2].name, i % 2 ? "pg" : "sqlite");
		all[i].name = names[i];
		all[i].test_func = database_case_run;
		all[i].initial_state = &cases[i];
	}
	failed = _cmocka_run_group_tests(group, all, n * 2, NULL, NULL);
	free(names);
	free(cases);
	free(all);
	return failed;
}

#endif
