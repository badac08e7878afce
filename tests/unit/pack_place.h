/*
 * pack_place.h - a database with the pack of the story in it
 *
 * Loaded once for each database; each test changes records inside a
 * transaction that is taken back. PostgreSQL takes part when there is one.
 */
#ifndef TESTS_UNIT_PACK_PLACE_H
#define TESTS_UNIT_PACK_PLACE_H

#include "check.h"

#include <stdlib.h>
#include <unistd.h>

#include "model/record.h"
#include "pg_database.h"
#include "service/svc_pack.h"
#include "store/migrate.h"
#include "store/repo.h"

static const struct save how = {
	.verb = "change", .actor = { "tester", 6 }, .at = { 1 }, .log = true,
};

struct place {
	enum db_kind kind;
	char dir[64];
	struct db *db;
	struct arena mem;
	struct settings settings;
	struct ctx ctx;
};

static inline int place_open(void **state)
{
	struct place *p = *state;
	const char *pg = p->kind == DB_PG ? pg_database() : NULL;
	struct import_result result;
	char url[320];

	if (p->kind == DB_PG && !pg)
		return 0;
	snprintf(p->dir, sizeof(p->dir), "/tmp/mithaq-test.XXXXXX");
	if (!mkdtemp(p->dir))
		return -1;
	snprintf(url, sizeof(url), "sqlite:%s/t.db", p->dir);
	arena_init(&p->mem, 1024 * 1024 * 1024);
	repo_start();
	if (db_open(&p->db, str_of(pg ? pg : url), DB_WRITE) ||
	    (pg && db_script(p->db, STR("DROP SCHEMA public CASCADE; "
					"CREATE SCHEMA public"))) ||
	    migrate_run(p->db))
		return -1;
	p->ctx = (struct ctx){ .db = p->db, .mem = &p->mem,
		.settings = &p->settings, .actor = { STR("tester"),
		EDITION_GOVERNMENT }, .data_dir = p->dir };
	problems_init(&p->ctx.problems, &p->mem);
	date_from_iso(STR("2026-11-01"), &p->ctx.today);
	if (svc_pack_load(&p->ctx, STR("iraq"), &result))
		return -1;
	return settings_load(p->db, &p->mem, &p->settings) != ERR_OK;
}

static inline int place_close(void **state)
{
	struct place *p = *state;
	char rm[128];

	if (!p->db)
		return 0;
	db_close(p->db);
	arena_release(&p->mem);
	snprintf(rm, sizeof(rm), "rm -rf '%s'", p->dir);
	return system(rm);
}

static inline struct place *begin(void **state)
{
	struct place *p = *state;

	if (!p->db)
		skip();
	assert_int_equal(db_begin(p->db, DB_WRITE), ERR_OK);
	return p;
}

static inline void *load(struct place *p, const char *code)
{
	struct anyref to;
	void *record;

	assert_int_equal(repo_find_code(p->db, str_of(code), &to), ERR_OK);
	assert_int_equal(repo_load(p->db, &p->mem, to.entity, to.to.id,
				   LANG_AR, &record), ERR_OK);
	return record;
}

static inline void save(struct place *p, const struct entity *e, void *record)
{
	assert_int_equal(repo_save(p->db, &p->mem, e, record, &how), ERR_OK);
}

static inline void withdraw(struct place *p, const char *code)
{
	struct anyref to;
	struct row *row = load(p, code);

	assert_int_equal(repo_find_code(p->db, str_of(code), &to), ERR_OK);
	row->stage.v = STAGE_WITHDRAWN;
	row->reason.s = STR("test");
	save(p, to.entity, row);
}

static inline int take_back(void **state)
{
	struct place *p = *state;

	if (p->db)
		db_rollback(p->db);
	return 0;
}

/* Runs the tests, whose initial state is left open, on each database. */
static inline int pack_tests_run(const char *group, struct CMUnitTest *tests,
				 size_t n)
{
	struct place places[] = { { .kind = DB_SQLITE }, { .kind = DB_PG } };
	int failed = 0;

	for (size_t i = 0; i < COUNT(places); i++) {
		void *at = &places[i];
		char title[80];

		snprintf(title, sizeof(title), "%s (%s)", group,
			 i ? "pg" : "sqlite");
		for (size_t j = 0; j < n; j++) {
			tests[j].teardown_func = take_back;
			tests[j].initial_state = at;
		}
		if (place_open(&at))
			failed++;
		failed += _cmocka_run_group_tests(title, tests, n, NULL,
						  NULL);
		failed += place_close(&at);
	}
	return failed;
}

#endif
