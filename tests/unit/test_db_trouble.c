// floors: store base
/*
 * test_db_trouble.c - connections when the world fails them
 */
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "db_place.h"

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
	assert_int_equal(db_err(p->db), ERR_OK);
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

enum { EACH = 25 };

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

/* A limit of the system is met by write(), where max_page_count is not. */
static void test_file_limit(void **state)
{
	struct place *p = place(state);
	int status;

	many(p->db, 10);
	pid_t child = fork();

	if (child == 0) {
		const struct rlimit limit = { 256 * 1024, 256 * 1024 };
		struct db *db;

		signal(SIGXFSZ, SIG_IGN);
		if (db_open(&db, p->url, DB_WRITE) != ERR_OK ||
		    setrlimit(RLIMIT_FSIZE, &limit) != 0 ||
		    db_begin(db, DB_WRITE) != ERR_OK)
			_exit(255);
		for (int64_t id = 10; id < 20000; id++)
			add(db, id, STR("a longer text that fills pages"));
		enum err e = db_commit(db);

		/* It is well enough to go on with what still fits. */
		_exit(number(db, count_items) == 10 ? (int)e : 254);
	}
	waitpid(child, &status, 0);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), ERR_FULL);
	assert_int_equal(number(p->db, count_items), 10);
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

static const struct plan plans[] = {
	{ "each statement of a batch fails once", test_failure_walk, BOTH },
	{ "a lock that is not free in time", test_busy, BOTH },
	{ "a crowd appends to the log", test_lock_of_the_log, BOTH },
	{ "killed while writing", test_killed, BOTH },
	{ "a server that went away", test_away, PG },
	{ "a plan that the schema outgrew", test_plan_outgrown, PG },
	{ "a server that is not there", test_nobody_there, PG },
	{ "a full disk", test_disk_full, SQLITE },
	{ "a limit on the size of files", test_file_limit, SQLITE },
	{ "files that cannot be opened", test_files, SQLITE },
};

int main(void)
{
	return plans_run("db_trouble", plans, COUNT(plans));
}
