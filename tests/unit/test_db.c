// floors: store base
/*
 * test_db.c - connections, transactions and migrations
 *
 * Everything runs on SQLite, and on PostgreSQL when MITHAQ_TEST_PG names a
 * server whose database may be emptied (see script/with-postgres).
 */
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/log.h"
#include "store/migrate.h"

static const struct sql insert_item = {
	"INSERT INTO item (id, name, data) VALUES ($1, $2, $3)" };
static const struct sql count_items = { "SELECT count(*) FROM item" };

/* One fresh database and a connection that may write. */
struct place {
	enum db_kind kind;
	char dir[64];
	struct str url;
	char url_bytes[256];
	struct db *db;
};

static struct db *connection(const struct place *p, enum db_mode mode)
{
	struct db *db;

	assert_int_equal(db_open(&db, p->url, mode), ERR_OK);
	return db;
}

static int place_make(struct place *p)
{
	const char *pg = getenv("MITHAQ_TEST_PG");

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

static int place_open(void **state)
{
	struct place *p = *state;

	return place_make(p);
}

static int place_close(void **state)
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

static struct place *place(void **state)
{
	struct place *p = *state;

	if (!p->db)
		skip();
	return p;
}

static void add(struct db *db, int64_t id, struct str name)
{
	struct stmt *st = db_stmt(db, insert_item);

	bind_int(st, 1, id);
	bind_str(st, 2, name);
	bind_bytes_null(st, 3);
	stmt_run(st);
}

static int64_t number(struct db *db, struct sql sql)
{
	struct stmt *st = db_stmt(db, sql);
	int64_t n = stmt_step(st) ? col_int(st, 0) : -1;

	stmt_run(st);
	return n;
}

static void str_is_equal(struct str a, struct str b)
{
	assert_int_equal(a.n, b.n);
	assert_memory_equal(a.p, b.p, a.n);
}

/* What is put in comes out, whatever it is. */
static void test_values(void **state)
{
	struct db *db = place(state)->db;
	const int64_t numbers[] = { INT64_MIN, -1, 0, 1, INT64_MAX };
	struct stmt *st;

	for (size_t i = 0; i < COUNT(numbers); i++) {
		st = db_stmt(db, SQL("SELECT $1"));
		bind_int(st, 1, numbers[i]);
		assert_true(stmt_step(st));
		assert_int_equal(col_int(st, 0), numbers[i]);
		assert_false(stmt_step(st));
		assert_false(stmt_step(st));
	}
	st = db_stmt(db, insert_item);
	bind_int(st, 1, 7);
	bind_str(st, 2, STR("تعهّد «العراق» 'x' $1 \\"));
	bind_bytes(st, 3, STR("\0\xff\x80 \\x00\0"));
	stmt_run(st);
	assert_int_equal(stmt_changed(st), 1);
	st = db_stmt(db, insert_item);
	bind_int(st, 1, 8);
	bind_str_null(st, 2);
	bind_bytes(st, 3, STR(""));
	stmt_run(st);

	st = db_stmt(db, SQL("SELECT name, data, name IS NULL, id FROM item "
			     "ORDER BY id"));
	assert_true(stmt_step(st));
	struct str name = col_str(st, 0), data = col_str(st, 1);

	str_is_equal(name, STR("تعهّد «العراق» 'x' $1 \\"));
	str_is_equal(data, STR("\0\xff\x80 \\x00\0"));
	assert_int_equal(col_int(st, 2), 0);
	str_is_equal(col_str(st, 3), STR("7"));
	assert_true(stmt_step(st));
	assert_true(col_null(st, 0));
	str_is_equal(col_str(st, 0), STR(""));
	assert_int_equal(col_int(st, 0), 0);
	assert_false(col_null(st, 1));
	assert_int_equal(col_int(st, 2), 1);
	assert_false(stmt_step(st));
	assert_int_equal(db_err(db), ERR_OK);
}

/* The number counts, not the place, and one may be used twice. */
static void test_parameters(void **state)
{
	struct db *db = place(state)->db;
	struct stmt *st = db_stmt(db, SQL(
		"SELECT $3 || $1 || $3, $2, $4 IS NULL"));

	bind_str(st, 1, STR("a"));
	bind_int(st, 2, 2);
	bind_str(st, 3, STR("c"));
	bind_str_null(st, 4);
	assert_true(stmt_step(st));
	str_is_equal(col_str(st, 0), STR("cac"));
	assert_int_equal(col_int(st, 1), 2);
	assert_int_equal(col_int(st, 2), 1);
	/* Bound again from nothing, and with another kind of value. */
	st = db_stmt(db, SQL("SELECT $1 IS NULL"));
	bind_int_null(st, 1);
	assert_true(stmt_step(st) && col_int(st, 0) == 1);
	st = db_stmt(db, SQL("SELECT $1 IS NULL"));
	bind_str(st, 1, STR(""));
	assert_true(stmt_step(st) && col_int(st, 0) == 0);
	stmt_run(st);
}

static void test_transaction(void **state)
{
	struct place *p = place(state);
	struct db *reader = connection(p, DB_READ);

	assert_int_equal(db_begin(p->db, DB_WRITE), ERR_OK);
	add(p->db, 1, STR("one"));
	assert_int_equal(number(p->db, count_items), 1);
	assert_int_equal(number(reader, count_items), 0);
	db_rollback(p->db);
	assert_int_equal(number(p->db, count_items), 0);

	assert_int_equal(db_begin(p->db, DB_WRITE), ERR_OK);
	db_lock_log(p->db);
	add(p->db, 1, STR("one"));
	assert_int_equal(db_commit(p->db), ERR_OK);
	assert_int_equal(number(reader, count_items), 1);
	db_close(reader);
}

/* One snapshot, whatever others commit meanwhile. */
static void test_snapshot(void **state)
{
	struct place *p = place(state);
	struct db *reader = connection(p, DB_READ);

	assert_int_equal(db_begin(reader, DB_READ), ERR_OK);
	assert_int_equal(number(reader, count_items), 0);
	add(p->db, 1, STR("one"));
	assert_int_equal(number(reader, count_items), 0);
	assert_int_equal(db_commit(reader), ERR_OK);
	assert_int_equal(number(reader, count_items), 1);
	db_close(reader);
}

/* A statement left in the middle holds nothing after the transaction. */
static void test_left_in_the_middle(void **state)
{
	struct place *p = place(state);
	struct db *reader = connection(p, DB_READ);

	add(p->db, 1, STR("one"));
	add(p->db, 2, STR("two"));
	assert_int_equal(db_begin(reader, DB_READ), ERR_OK);
	struct stmt *st = db_stmt(reader, SQL("SELECT id FROM item"));

	assert_true(stmt_step(st));
	assert_int_equal(db_commit(reader), ERR_OK);
	assert_int_equal(col_int(st, 0), 0);
	add(p->db, 3, STR("three"));
	assert_int_equal(db_begin(reader, DB_READ), ERR_OK);
	assert_int_equal(number(reader, count_items), 3);
	assert_int_equal(db_commit(reader), ERR_OK);
	db_close(reader);
}

static void test_failure_sticks(void **state)
{
	struct db *db = place(state)->db;

	assert_int_equal(db_begin(db, DB_WRITE), ERR_OK);
	add(db, 1, STR("one"));
	add(db, 1, STR("again"));
	assert_int_equal(db_err(db), ERR_CONFLICT);
	assert_true(db_err_is_duplicate(db));
	add(db, 2, STR("two"));
	assert_int_equal(number(db, count_items), -1);
	struct stmt *st = db_stmt(db, SQL("SELECT 1"));

	assert_false(stmt_step(st));
	str_is_equal(col_str(st, 0), STR(""));
	db_lock_log(db);
	assert_int_equal(db_commit(db), ERR_CONFLICT);
	assert_true(db_err_is_duplicate(db));
	assert_int_equal(db_err(db), ERR_OK);
	assert_int_equal(number(db, count_items), 0);

	/* Another key's row is missing. */
	assert_int_equal(db_begin(db, DB_WRITE), ERR_OK);
	assert_false(db_err_is_duplicate(db));
	stmt_run(db_stmt(db, SQL("INSERT INTO part VALUES (1, 99)")));
	assert_true(db_err_is_duplicate(db));
	assert_int_equal(db_commit(db), ERR_CONFLICT);

	/* A check is not a duplicate. */
	assert_int_equal(db_begin(db, DB_WRITE), ERR_OK);
	add(db, -1, STR("minus"));
	assert_false(db_err_is_duplicate(db));
	assert_int_equal(db_commit(db), ERR_CONFLICT);

	/* What the caller found wrong counts as well. */
	assert_int_equal(db_begin(db, DB_WRITE), ERR_OK);
	add(db, 3, STR("three"));
	db_fail(db, ERR_PROBLEMS);
	db_fail(db, ERR_SYSTEM);
	assert_int_equal(db_commit(db), ERR_PROBLEMS);
	assert_int_equal(number(db, count_items), 0);
}

/* SQL that cannot be prepared, outside and inside a transaction. */
static void test_wrong_sql(void **state)
{
	struct db *db = place(state)->db;

	stmt_run(db_stmt(db, SQL("SELECT thing FROM nowhere")));
	assert_int_equal(db_err(db), ERR_SYSTEM);
	assert_int_equal(number(db, count_items), -1);
	db_rollback(db);
	assert_int_equal(number(db, count_items), 0);
	assert_int_equal(db_begin(db, DB_WRITE), ERR_OK);
	stmt_run(db_stmt(db, SQL("SELECT thing FROM nowhere")));
	assert_int_equal(db_commit(db), ERR_SYSTEM);
	/* The same statement works once there is such a table. */
	db_script(db, STR("CREATE TABLE nowhere (thing BIGINT)"));
	stmt_run(db_stmt(db, SQL("SELECT thing FROM nowhere")));
	assert_int_equal(db_err(db), ERR_OK);
}

static void test_savepoints(void **state)
{
	struct db *db = place(state)->db;

	assert_int_equal(db_begin(db, DB_WRITE), ERR_OK);
	db_savepoint(db);
	add(db, 1, STR("kept"));
	db_savepoint_end(db, true);
	db_savepoint(db);
	add(db, 2, STR("undone"));
	db_savepoint_end(db, false);
	db_savepoint(db);
	add(db, 3, STR("lost with its fellow"));
	add(db, 1, STR("duplicate"));
	assert_int_equal(db_err(db), ERR_CONFLICT);
	db_savepoint_end(db, true);
	assert_int_equal(db_err(db), ERR_OK);
	db_savepoint(db);
	add(db, 4, STR("outer"));
	db_savepoint(db);
	add(db, 5, STR("inner"));
	db_fail(db, ERR_PROBLEMS);
	db_savepoint_end(db, false);
	db_savepoint_end(db, true);
	assert_int_equal(db_commit(db), ERR_OK);
	assert_int_equal(number(db, SQL("SELECT sum(id) FROM item")), 1 + 4);

	/* An older failure is not cleared by a younger savepoint. */
	assert_int_equal(db_begin(db, DB_WRITE), ERR_OK);
	add(db, 1, STR("duplicate"));
	db_savepoint(db);
	add(db, 9, STR("nine"));
	db_savepoint_end(db, false);
	assert_int_equal(db_err(db), ERR_CONFLICT);
	assert_int_equal(db_commit(db), ERR_CONFLICT);
	assert_int_equal(number(db, count_items), 2);
}

/* A batch of two requests; says which of them were kept. */
static enum err batch(struct db *db, bool kept[2])
{
	enum err e = db_begin(db, DB_WRITE);

	if (e != ERR_OK)
		return e;
	for (int i = 0; i < 2; i++) {
		db_savepoint(db);
		db_lock_log(db);
		add(db, 10 * i, STR("first"));
		add(db, 10 * i + 1, STR("second"));
		kept[i] = db_err(db) == ERR_OK;
		db_savepoint_end(db, kept[i]);
	}
	return db_commit(db);
}

/* Whichever statement fails: the database is as before or as after, and
 * what was said to be kept is what is there. */
static void test_failure_walk(void **state)
{
	struct db *db = place(state)->db;
	int failures = 0;

	for (int64_t n = 1;; n++) {
		bool kept[2] = { false, false };

		db_fail_at(db, n);
		enum err e = batch(db, kept);
		db_fail_at(db, 0);
		bool all = e == ERR_OK;

		assert_true(e == ERR_OK || e == ERR_SYSTEM);
		assert_int_equal(number(db, SQL("SELECT count(*) FROM item "
						"WHERE id < 10")),
				 all && kept[0] ? 2 : 0);
		assert_int_equal(number(db, SQL("SELECT count(*) FROM item "
						"WHERE id >= 10")),
				 all && kept[1] ? 2 : 0);
		if (all && kept[0] && kept[1])
			break;
		failures++;
		stmt_run(db_stmt(db, SQL("DELETE FROM item")));
	}
	/* begin, commit and two savepoints of two statements. */
	assert_true(failures >= 2 + 2 * (2 + 2));
}

static void test_reading_only(void **state)
{
	struct place *p = place(state);
	struct db *reader = connection(p, DB_READ);

	add(reader, 1, STR("one"));
	assert_int_equal(db_err(reader), ERR_READ_ONLY);
	db_rollback(reader);
	assert_int_equal(number(reader, count_items), 0);
	db_close(reader);

	assert_int_equal(db_begin(p->db, DB_READ), ERR_OK);
	add(p->db, 1, STR("one"));
	assert_int_equal(db_commit(p->db), ERR_READ_ONLY);
	assert_int_equal(db_begin(p->db, DB_WRITE), ERR_OK);
	add(p->db, 1, STR("one"));
	assert_int_equal(db_commit(p->db), ERR_OK);
}

static void many(struct db *db, int n)
{
	assert_int_equal(db_begin(db, DB_WRITE), ERR_OK);
	for (int i = 0; i < n; i++)
		add(db, i, STR("many"));
	assert_int_equal(db_commit(db), ERR_OK);
}

static void test_streams(void **state)
{
	struct db *db = place(state)->db;
	const struct sql all = SQL("SELECT id FROM item WHERE id >= $1 "
				   "ORDER BY id");

	many(db, 1000);
	assert_int_equal(db_begin(db, DB_READ), ERR_OK);
	for (int64_t first = 0; first < 3; first++) {
		struct stmt *st = db_stmt_stream(db, all);
		int64_t due = first;

		bind_int(st, 1, first);
		while (stmt_step(st)) {
			assert_int_equal(col_int(st, 0), due++);
			/* Others run between the rows. */
			if (due % 100 == 0)
				assert_int_equal(number(db, count_items),
						 1000);
			if (first == 1 && due == 600)
				break;
		}
		assert_int_equal(due, first == 1 ? 600 : 1000);
	}
	struct stmt *st = db_stmt_stream(db, all);

	bind_int(st, 1, 5000);
	assert_false(stmt_step(st));
	st = db_stmt_stream(db, all);
	bind_int(st, 1, 0);
	assert_true(stmt_step(st));
	assert_int_equal(db_commit(db), ERR_OK);
}

static void test_generation(void **state)
{
	struct place *p = place(state);
	struct db *reader = connection(p, DB_READ);
	int64_t before = db_generation(reader), own = db_generation(p->db);

	assert_int_equal(db_generation(reader), before);
	stmt_run(db_stmt(p->db, SQL("INSERT INTO log VALUES (1)")));
	int64_t after = db_generation(reader);

	assert_int_not_equal(after, before);
	assert_int_not_equal(db_generation(p->db), own);
	assert_int_equal(db_generation(reader), after);
	assert_int_equal(db_begin(reader, DB_READ), ERR_OK);
	assert_int_equal(db_generation(reader), after);
	assert_int_equal(db_commit(reader), ERR_OK);
	db_close(reader);
}

static void test_has_table(void **state)
{
	struct db *db = place(state)->db;

	assert_true(db_has_table(db, "item"));
	assert_false(db_has_table(db, "items"));
	assert_int_equal(db_err(db), ERR_OK);
}

static void test_nul_is_refused(void **state)
{
	struct db *db = place(state)->db;

	assert_int_equal(db_begin(db, DB_WRITE), ERR_OK);
	add(db, 1, STR("a\0b"));
	assert_int_equal(db_commit(db), ERR_REQUEST);
	assert_int_equal(number(db, count_items), 0);
}

/* More statements than the first table of the cache holds. */
static void test_many_statements(void **state)
{
	struct db *db = place(state)->db;
	struct arena mem;
	struct sql sqls[500];

	arena_init(&mem, 1024 * 1024);
	for (int i = 0; i < 500; i++)
		sqls[i].text = arena_printf(&mem, "SELECT %d", i).p;
	db_cost_reset(db);
	for (int round = 0; round < 2; round++)
		for (int i = 0; i < 500; i++)
			assert_int_equal(number(db, sqls[i]), i);
	assert_ptr_equal(db_stmt(db, sqls[0]), db_stmt(db, sqls[0]));
	assert_int_equal(db_cost(db).statements, 1000);
	db_close(db);
	struct place *p = *state;

	p->db = connection(p, DB_WRITE);
	arena_release(&mem);
}

/* Somebody else has the lock for longer than we are ready to wait. */
static void test_busy(void **state)
{
	struct place *p = place(state);
	struct db *other = connection(p, DB_WRITE);

	db_script(other, p->kind == DB_SQLITE
		  ? STR("PRAGMA busy_timeout = 20")
		  : STR("SET lock_timeout TO '20ms'"));
	assert_int_equal(db_begin(p->db, DB_WRITE), ERR_OK);
	db_lock_log(p->db);
	enum err e = db_begin(other, DB_WRITE);

	if (e == ERR_OK) {
		db_lock_log(other);
		e = db_commit(other);
	}
	assert_int_equal(e, ERR_BUSY);
	assert_int_equal(db_commit(p->db), ERR_OK);
	assert_int_equal(db_begin(other, DB_WRITE), ERR_OK);
	db_lock_log(other);
	assert_int_equal(db_commit(other), ERR_OK);
	db_close(other);
}

enum { CROWD = 4, EACH = 25 };

static void *next_entries(void *arg)
{
	struct db *db;

	if (db_open(&db, ((struct place *)arg)->url, DB_WRITE) != ERR_OK)
		return "not opened";
	for (int i = 0; i < EACH; i++) {
		if (db_begin(db, DB_WRITE) != ERR_OK)
			return "not begun";
		db_lock_log(db);
		struct stmt *st = db_stmt(db, SQL("SELECT count(*) FROM log"));
		int64_t n = stmt_step(st) ? col_int(st, 0) : -1;

		st = db_stmt(db, SQL("INSERT INTO log VALUES ($1)"));
		bind_int(st, 1, n);
		stmt_run(st);
		if (db_commit(db) != ERR_OK)
			return "not committed";
	}
	db_close(db);
	return NULL;
}

static void crowd(struct place *p, void *work(void *))
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

/* Appending to the log in a crowd: no number twice, none left out. */
static void test_lock_of_the_log(void **state)
{
	struct place *p = place(state);

	crowd(p, next_entries);
	assert_int_equal(number(p->db, SQL("SELECT count(*) FROM log")),
			 CROWD * EACH);
	assert_int_equal(number(p->db, SQL("SELECT max(seq) FROM log")),
			 CROWD * EACH - 1);
}

static _Noreturn void write_until_killed(const struct place *p, int out)
{
	struct db *db;

	if (db_open(&db, p->url, DB_WRITE) != ERR_OK)
		_exit(1);
	for (int64_t id = 0;; id++) {
		if (db_begin(db, DB_WRITE) != ERR_OK)
			_exit(2);
		add(db, id, STR("survives"));
		if (db_commit(db) != ERR_OK ||
		    write(out, &id, sizeof(id)) != sizeof(id))
			_exit(3);
	}
}

/* Every write that was acknowledged is there after kill -9. */
static void test_killed(void **state)
{
	struct place *p = place(state);
	int64_t last = -1;
	int ends[2], status;

	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();

	if (child == 0)
		write_until_killed(p, ends[1]);
	close(ends[1]);
	while (last < 60 &&
	       read(ends[0], &last, sizeof(last)) == sizeof(last))
		;
	kill(child, SIGKILL);
	while (read(ends[0], &last, sizeof(last)) == sizeof(last))
		;
	waitpid(child, &status, 0);
	close(ends[0]);
	assert_true(WIFSIGNALED(status));
	assert_true(last >= 60);
	assert_true(number(p->db, count_items) > last);
}

/* Bugs of ours stop the program. */
static void unbound(struct db *db)
{
	stmt_run(db_stmt(db, SQL("SELECT $1")));
}

static void no_such_parameter(struct db *db)
{
	bind_int(db_stmt(db, SQL("SELECT $1")), 2, 0);
}

static void no_such_column(struct db *db)
{
	struct stmt *st = db_stmt(db, SQL("SELECT 1"));

	if (stmt_step(st))
		col_int(st, 1);
}

static void gap_in_parameters(struct db *db)
{
	db_stmt(db, SQL("SELECT $1, $3"));
}

static void commit_of_nothing(struct db *db)
{
	db_commit(db);
}

static void begin_twice(struct db *db)
{
	db_begin(db, DB_READ);
	db_begin(db, DB_READ);
}

static void test_bugs(void **state)
{
	void (*const bugs[])(struct db *db) = {
		unbound, no_such_parameter, no_such_column,
		gap_in_parameters, commit_of_nothing, begin_twice
	};
	struct place *p = place(state);

	for (size_t i = 0; i < COUNT(bugs); i++) {
		int status;
		pid_t child = fork();

		if (child == 0) {
			struct db *db;

			if (!freopen("/dev/null", "w", stderr) ||
			    db_open(&db, p->url, DB_READ) != ERR_OK)
				_exit(1);
			signal(SIGABRT, SIG_DFL);
			bugs[i](db);
			_exit(0);
		}
		waitpid(child, &status, 0);
		assert_true(WIFSIGNALED(status));
		assert_int_equal(WTERMSIG(status), SIGABRT);
	}
}

/* Migrations */

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
static enum err migrate_to(struct db *db, size_t n, const char *first,
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
	assert_int_equal(migrate_to(db, 1, base_file, third_file),
			 ERR_OK);
	assert_int_equal(version(db), 1);
	assert_int_equal(migrate_to(db, 2, base_file, third_file),
			 ERR_OK);
	assert_int_equal(migrate_to(db, 2, base_file, third_file),
			 ERR_OK);
	assert_int_equal(version(db), 2);
	assert_int_equal(number(db, things), 1);
	struct stmt *st = db_stmt(db, SQL("SELECT t, extra FROM thing"));

	assert_true(stmt_step(st));
	str_is_equal(col_str(st, 0), STR("a@b @X@"));
	str_is_equal(col_str(st, 1), STR("x"));
	stmt_run(st);

	/* One that fails leaves nothing of itself. */
	assert_int_equal(migrate_to(db, 3, base_file, broken_file),
			 ERR_SYSTEM);
	assert_int_equal(version(db), 2);
	assert_int_equal(number(db, things), 1);

	assert_int_equal(migrate_to(db, 2, changed_file, third_file),
			 ERR_CORRUPT);
	assert_int_equal(migrate_to(db, 1, base_file, third_file),
			 ERR_NEWER);
	assert_int_equal(migrate_to(db, 3, base_file, third_file),
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
		enum err e = migrate_to(db, 3, base_file, third_file);
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
	enum err e = migrate_to(db, 2, base_file, third_file);

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

/* What only one of the two can do */

static void test_away(void **state)
{
	struct place *p = place(state);
	struct db *other = connection(p, DB_WRITE);
	const struct sql me = SQL("SELECT pg_backend_pid()");
	const struct sql hang_up = SQL("SELECT pg_terminate_backend("
				       "CAST($1 AS INTEGER), 5000)");
	struct stmt *st;

	/* Inside a transaction it is lost as a whole. */
	add(p->db, 1, STR("one"));
	assert_int_equal(db_begin(p->db, DB_WRITE), ERR_OK);
	add(p->db, 2, STR("two"));
	st = db_stmt(other, hang_up);
	bind_int(st, 1, number(p->db, me));
	stmt_run(st);
	add(p->db, 3, STR("three"));
	assert_int_equal(db_err(p->db), ERR_AWAY);
	assert_int_equal(db_commit(p->db), ERR_AWAY);
	/* The next one connects anew, and prepares what it needs anew. */
	assert_int_equal(db_begin(p->db, DB_WRITE), ERR_OK);
	add(p->db, 4, STR("four"));
	assert_int_equal(db_commit(p->db), ERR_OK);
	assert_int_equal(number(p->db, SQL("SELECT sum(id) FROM item")), 5);

	/* Between two transactions nobody notices. */
	st = db_stmt(other, hang_up);
	bind_int(st, 1, number(p->db, me));
	stmt_run(st);
	assert_int_equal(db_begin(p->db, DB_READ), ERR_OK);
	assert_int_equal(number(p->db, count_items), 2);
	assert_int_equal(db_commit(p->db), ERR_OK);

	/* Without one, the statement fails and the next one is well. */
	st = db_stmt(other, hang_up);
	bind_int(st, 1, number(p->db, me));
	stmt_run(st);
	assert_int_equal(db_generation(p->db), -1);
	assert_int_equal(db_generation(p->db), 0);
	db_close(other);
}

/* A statement prepared before others changed the schema. */
static void test_plan_outgrown(void **state)
{
	struct place *p = place(state);
	struct db *other = connection(p, DB_WRITE);
	const struct sql all = SQL("SELECT * FROM log");

	number(p->db, all);
	db_script(other, STR("ALTER TABLE log ADD note TEXT"));
	number(p->db, all);
	db_rollback(p->db);
	stmt_run(db_stmt(p->db, all));
	assert_int_equal(db_err(p->db), ERR_OK);
	db_close(other);
}

static void test_nobody_there(void **state)
{
	struct db *db;

	(void)state;
	assert_int_equal(db_open(&db, STR("postgresql://nobody@/none?host="
					  "/nonexistent"), DB_READ), ERR_AWAY);
	assert_null(db);
	assert_int_equal(db_open(&db, STR("postgresql://x?y=z"), DB_READ),
			 ERR_REQUEST);
}

static void test_disk_full(void **state)
{
	struct db *db = place(state)->db;
	enum err e = ERR_OK;
	int64_t id = 0;

	many(db, 10);
	db_script(db, STR("PRAGMA max_page_count = 20"));
	assert_int_equal(db_begin(db, DB_WRITE), ERR_OK);
	for (id = 10; id < 100000 && db_err(db) == ERR_OK; id++)
		add(db, id, STR("a longer text that fills the last pages"));
	/* A savepoint cannot save what lost its transaction. */
	assert_int_equal(db_err(db), ERR_FULL);
	e = db_commit(db);
	assert_int_equal(e, ERR_FULL);
	assert_int_equal(number(db, count_items), 10);
	db_script(db, STR("PRAGMA max_page_count = 100000"));
	many(db, 0);
	add(db, 10, STR("well again"));
	assert_int_equal(number(db, count_items), 11);
}

static void test_costs(void **state)
{
	struct db *db = place(state)->db;
	struct stmt *st;

	many(db, 100);
	db_cost_reset(db);
	st = db_stmt(db, SQL("SELECT name FROM item WHERE id = $1"));
	bind_int(st, 1, 50);
	stmt_run(st);
	struct db_cost c = db_cost(db);

	assert_int_equal(c.statements, 1);
	assert_int_equal(c.full_scans, 0);
	assert_int_equal(c.sorts, 0);
	assert_true(c.vm_steps > 0 && c.vm_steps < 50);
	stmt_run(db_stmt(db, SQL("SELECT id FROM item ORDER BY data")));
	c = db_cost(db);
	assert_int_equal(c.statements, 2);
	assert_true(c.full_scans >= 99);
	assert_int_equal(c.sorts, 1);
	db_cost_reset(db);
	c = db_cost(db);
	assert_int_equal(c.statements + c.vm_steps + c.full_scans + c.sorts,
			 0);
}

static void file_write(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static enum err open_at(const char *path, enum db_mode mode)
{
	char url[256];
	struct db *db;

	snprintf(url, sizeof(url), "sqlite:%s", path);
	enum err e = db_open(&db, str_of(url), mode);

	db_close(db);
	return e;
}

/* Root may write anywhere, so an ordinary user tries. */
static enum err open_as_nobody(const char *path, enum db_mode mode)
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		if (geteuid() == 0 && setuid(65534) != 0)
			_exit(255);
		_exit((int)open_at(path, mode));
	}
	waitpid(child, &status, 0);
	assert_true(WIFEXITED(status));
	return (enum err)WEXITSTATUS(status);
}

static void test_files(void **state)
{
	struct place *p = place(state);
	const char *own = p->url_bytes + strlen("sqlite:");
	char path[128], rm[160];
	struct db *db;

	assert_int_equal(db_open(&db, STR("mysql://x"), DB_READ), ERR_REQUEST);
	assert_int_equal(db_open(&db, STR("sqlite:"), DB_READ), ERR_REQUEST);
	assert_int_equal(db_open(&db, STR(""), DB_READ), ERR_REQUEST);
	snprintf(path, sizeof(path), "%s/none.db", p->dir);
	assert_int_equal(open_at(path, DB_READ), ERR_MISSING);
	snprintf(path, sizeof(path), "%s/none/none.db", p->dir);
	assert_int_equal(open_at(path, DB_WRITE), ERR_MISSING);
	snprintf(path, sizeof(path), "%s/text.db", p->dir);
	file_write(path, "This is a letter and no database, however long it "
		   "may be: it does not begin as one of those would begin, "
		   "and must therefore be refused and left as it is.\n");
	assert_int_equal(open_at(path, DB_WRITE), ERR_CORRUPT);
	assert_int_equal(open_at(path, DB_READ), ERR_CORRUPT);

	/* A file that may not be written, in a folder that may not either. */
	many(p->db, 1);
	snprintf(rm, sizeof(rm), "chmod 444 '%s' && chmod 555 '%s'", own,
		 p->dir);
	assert_int_equal(system(rm), 0);
	assert_int_equal(open_as_nobody(own, DB_WRITE), ERR_READ_ONLY);
	snprintf(rm, sizeof(rm), "chmod 755 '%s'", p->dir);
	assert_int_equal(system(rm), 0);
}


enum { SQLITE = 1, PG = 2, BOTH = SQLITE | PG };

static const struct plan {
	const char *name;
	CMUnitTestFunction test;
	int on;
} plans[] = {
	{ "values come out as they went in", test_values, BOTH },
	{ "parameters go by number", test_parameters, BOTH },
	{ "commit and rollback", test_transaction, BOTH },
	{ "a reader has one snapshot", test_snapshot, BOTH },
	{ "a statement left alone holds nothing", test_left_in_the_middle,
	  BOTH },
	{ "a failure sticks until the end", test_failure_sticks, BOTH },
	{ "SQL that is wrong", test_wrong_sql, BOTH },
	{ "savepoints keep and undo", test_savepoints, BOTH },
	{ "each statement of a batch fails once", test_failure_walk, BOTH },
	{ "readers cannot write", test_reading_only, BOTH },
	{ "streams with others between", test_streams, BOTH },
	{ "the generation tells of changes", test_generation, BOTH },
	{ "tables are found", test_has_table, BOTH },
	{ "U+0000 is refused", test_nul_is_refused, BOTH },
	{ "five hundred statements are kept", test_many_statements, BOTH },
	{ "a lock that is not free in time", test_busy, BOTH },
	{ "a crowd appends to the log", test_lock_of_the_log, BOTH },
	{ "killed while writing", test_killed, BOTH },
	{ "bugs stop the program", test_bugs, BOTH },
	{ "migrations", test_migrate, BOTH },
	{ "each statement of migrations fails once",
	  test_migrate_failure_walk, BOTH },
	{ "a crowd migrates", test_migrate_in_a_crowd, BOTH },
	{ "the program's own migrations", test_migrate_own, BOTH },
	{ "a server that went away", test_away, PG },
	{ "a plan that the schema outgrew", test_plan_outgrown, PG },
	{ "a server that is not there", test_nobody_there, PG },
	{ "a full disk", test_disk_full, SQLITE },
	{ "costs are counted", test_costs, SQLITE },
	{ "files that cannot be opened", test_files, SQLITE },
};

int main(void)
{
	struct place places[] = { { .kind = DB_SQLITE }, { .kind = DB_PG } };
	static const char *const kinds[] = { "SQLite", "PostgreSQL" };
	static char names[2 * COUNT(plans)][80];
	struct CMUnitTest tests[2 * COUNT(plans)];
	size_t n = 0;

	for (size_t i = 0; i < COUNT(plans); i++)
		for (int k = 0; k < 2; k++) {
			if (!(plans[i].on & 1 << k))
				continue;
			snprintf(names[n], sizeof(names[n]), "%s: %s",
				 kinds[k], plans[i].name);
			tests[n] = (struct CMUnitTest){
				names[n], plans[i].test, place_open,
				place_close, &places[k] };
			n++;
		}
	return _cmocka_run_group_tests("db", tests, n, NULL, NULL);
}
