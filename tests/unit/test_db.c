// floors: store base
/*
 * test_db.c - statements, transactions, snapshots and streams
 */
#include <signal.h>
#include <sys/wait.h>

#include "db_place.h"

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

/* What changes rows is sent without waiting; what it did, or why it could
 * not, is known as soon as somebody asks. */
static void test_sent(void **state)
{
	struct db *db = place(state)->db;
	struct stmt *st;

	assert_int_equal(db_begin(db, DB_WRITE), ERR_OK);
	db_cost_reset(db);
	for (int i = 1; i <= 1000; i++)
		add(db, i, STR("one of many"));
	assert_int_equal(number(db, count_items), 1000);
	assert_in_range(db_cost(db).waits, 1, 8);

	st = db_stmt(db, SQL("UPDATE item SET name = $1 WHERE id <= $2"));
	bind_str(st, 1, STR("few"));
	bind_int(st, 2, 7);
	stmt_run(st);
	assert_int_equal(stmt_changed(st), 7);
	assert_int_equal(db_commit(db), ERR_OK);

	/* A failure among others takes the savepoint it was sent in. */
	assert_int_equal(db_begin(db, DB_WRITE), ERR_OK);
	add(db, 2001, STR("before"));
	db_savepoint(db);
	add(db, 2002, STR("good"));
	add(db, 7, STR("there already"));
	add(db, 2003, STR("behind it"));
	db_savepoint_end(db, true);
	assert_int_equal(db_err(db), ERR_OK);
	add(db, 2004, STR("after"));
	assert_int_equal(db_commit(db), ERR_OK);
	assert_int_equal(number(db, count_items), 1002);

	/* In a long load nobody waits to hear of it before the end. */
	assert_int_equal(db_begin(db, DB_WRITE), ERR_OK);
	db_roomy(db, true);
	db_cost_reset(db);
	for (int i = 1; i <= 10; i++) {
		add(db, i, STR("there already"));
		assert_int_equal(db_err(db), ERR_OK);
	}
	assert_int_equal(db_cost(db).waits, 0);
	assert_int_equal(db_commit(db), ERR_CONFLICT);
	db_roomy(db, false);
	assert_int_equal(number(db, count_items), 1002);
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

static const struct plan plans[] = {
	{ "values come out as they went in", test_values, BOTH },
	{ "parameters go by number", test_parameters, BOTH },
	{ "commit and rollback", test_transaction, BOTH },
	{ "a reader has one snapshot", test_snapshot, BOTH },
	{ "a statement left alone holds nothing", test_left_in_the_middle,
	  BOTH },
	{ "a failure sticks until the end", test_failure_sticks, BOTH },
	{ "SQL that is wrong", test_wrong_sql, BOTH },
	{ "savepoints keep and undo", test_savepoints, BOTH },
	{ "readers cannot write", test_reading_only, BOTH },
	{ "streams with others between", test_streams, BOTH },
	{ "the generation tells of changes", test_generation, BOTH },
	{ "tables are found", test_has_table, BOTH },
	{ "U+0000 is refused", test_nul_is_refused, BOTH },
	{ "five hundred statements are kept", test_many_statements, BOTH },
	{ "bugs stop the program", test_bugs, BOTH },
	{ "costs are counted", test_costs, SQLITE },
	{ "changes are sent without waiting", test_sent, PG },
};

int main(void)
{
	return plans_run("db", plans, COUNT(plans));
}
