// floors: store base
/*
 * test_migrate.c - the schema is brought up to date once
 */
#include "db_place.h"

static const char base_file[] =
	"CREATE TABLE thing (id @PK@, n @INT@, t @TEXT@, b @BLOB@, j @JSON@);"
	"INSERT INTO thing (t) VALUES ('a@b @X@');";
static const char more_file[] =
	"ALTER TABLE thing ADD extra @TEXT@; UPDATE thing SET extra = 'x';";
static const char third_file[] = "DROP TABLE thing";
static const char broken_file[] =
	"INSERT INTO thing (t) VALUES ('half');"
	"INSERT INTO nowhere VALUES (1)";
static const char changed_file[] = "CREATE TABLE thing (id @PK@)";

/* The first n of base, more, and a third one. */
static enum err migrate_first(struct db *db, size_t n, const char *first,
			   const char *third)
{
	const struct migration list[] = {
		{ STR("0001_base"), str_of(first) },
		{ STR("0002_more"), str_of(more_file) },
		{ STR("0003_third"), str_of(third) },
	};

	return migrate_apply(db, list, n);
}

static int64_t version(struct db *db)
{
	int64_t v = -1;

	assert_int_equal(migrate_version(db, &v), ERR_OK);
	return v;
}

static void test_migrate(void **state)
{
	struct place *p = place(state);
	struct db *db = p->db;
	const struct sql things = SQL("SELECT count(*) FROM thing");

	assert_int_equal(version(db), 0);
	assert_int_equal(migrate_first(db, 1, base_file, third_file),
			 ERR_OK);
	assert_int_equal(version(db), 1);
	assert_int_equal(migrate_first(db, 2, base_file, third_file),
			 ERR_OK);
	assert_int_equal(migrate_first(db, 2, base_file, third_file),
			 ERR_OK);
	assert_int_equal(version(db), 2);
	assert_int_equal(number(db, things), 1);
	struct stmt *st = db_stmt(db, SQL("SELECT t, extra FROM thing"));

	assert_true(stmt_step(st));
	str_is_equal(col_str(st, 0), STR("a@b @X@"));
	str_is_equal(col_str(st, 1), STR("x"));
	stmt_run(st);

	/* One that fails leaves nothing of itself. */
	assert_int_equal(migrate_first(db, 3, base_file, broken_file),
			 ERR_SYSTEM);
	assert_int_equal(version(db), 2);
	assert_int_equal(number(db, things), 1);

	assert_int_equal(migrate_first(db, 2, changed_file, third_file),
			 ERR_CORRUPT);
	assert_int_equal(migrate_first(db, 1, base_file, third_file),
			 ERR_NEWER);
	assert_int_equal(migrate_first(db, 3, base_file, third_file),
			 ERR_OK);
	assert_false(db_has_table(db, "thing"));
	struct db *reader = connection(p, DB_READ);

	assert_int_equal(version(reader), 3);
	db_close(reader);
}

/* Whichever statement fails, the next start completes it. */
static void test_migrate_failure_walk(void **state)
{
	struct db *db = place(state)->db;
	int failures = 0;

	for (int64_t n = 1; version(db) < 3; n++) {
		db_fail_at(db, n);
		enum err e = migrate_first(db, 3, base_file, third_file);
		db_fail_at(db, 0);
		assert_true(e == ERR_SYSTEM || e == ERR_OK);
		failures += e != ERR_OK;
		if (version(db) == 2)
			assert_int_equal(number(db, SQL("SELECT count(*) "
				"FROM thing WHERE extra = 'x'")), 1);
	}
	assert_true(failures > 5);
}

static void *migrate_all(void *arg)
{
	struct db *db;

	if (db_open(&db, ((struct place *)arg)->url, DB_WRITE) != ERR_OK)
		return "not opened";
	enum err e = migrate_first(db, 2, base_file, third_file);

	db_close(db);
	return e == ERR_OK ? NULL : "not migrated";
}

static void test_migrate_in_a_crowd(void **state)
{
	struct place *p = place(state);

	crowd(p, migrate_all);
	assert_int_equal(version(p->db), 2);
	assert_int_equal(number(p->db, SQL("SELECT count(*) FROM thing")), 1);
}

/* The files inside the program, twice, from nothing. */
static void test_migrate_own(void **state)
{
	struct db *db = place(state)->db;

	db_script(db, STR("DROP TABLE part; DROP TABLE item; DROP TABLE log"));
	assert_int_equal(migrate_run(db), ERR_OK);
	assert_int_equal(version(db), migrate_newest());
	assert_int_equal(migrate_run(db), ERR_OK);
}

static const struct plan plans[] = {
	{ "migrations", test_migrate, BOTH },
	{ "each statement of migrations fails once",
	  test_migrate_failure_walk, BOTH },
	{ "a crowd migrates", test_migrate_in_a_crowd, BOTH },
	{ "the program's own migrations", test_migrate_own, BOTH },
};

int main(void)
{
	return plans_run("migrate", plans, COUNT(plans));
}
