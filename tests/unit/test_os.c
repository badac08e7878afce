/* floors: base */
#include "check.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/os.h"

struct place {
	struct arena arena;
	char folder[64];
};

static int setup(void **state)
{
	static struct place place;
	const char *tmp = getenv("TMPDIR");

	arena_init(&place.arena, 8 * 1024 * 1024);
	snprintf(place.folder, sizeof(place.folder), "%.40s/mithaq-os-XXXXXX",
		 tmp ? tmp : "/tmp");
	*state = &place;
	return mkdtemp(place.folder) ? 0 : -1;
}

static const char *in(struct place *p, const char *name)
{
	return arena_printf(&p->arena, "%s/%s", p->folder, name).p;
}

static int teardown(void **state)
{
	struct place *p = *state;
	struct str *names;
	size_t n = 0;

	os_list_dir(&p->arena, p->folder, &names, &n);
	for (size_t i = 0; i < n; i++)
		remove(in(p, names[i].p));
	remove(p->folder);
	arena_release(&p->arena);
	return 0;
}

static void test_files(void **state)
{
	struct place *p = *state;
	const char *path = in(p, "b");
	struct str out = STR("untouched");

	assert_int_equal(os_read_file(&p->arena, path, 10, &out), ERR_MISSING);
	assert_str(out, "untouched");
	assert_false(os_exists(path));
	assert_int_equal(os_write_file(path, STR("one\0two")), ERR_OK);
	assert_int_equal(os_read_file(&p->arena, path, 7, &out), ERR_OK);
	assert_int_equal(out.n, 7);
	assert_memory_equal(out.p, "one\0two", 7);
	assert_int_equal(os_read_file(&p->arena, path, 6, &out),
			 ERR_TOO_LARGE);
	assert_int_equal(os_write_file(path, STR("")), ERR_OK);
	assert_int_equal(os_read_file(&p->arena, path, 6, &out), ERR_OK);
	assert_int_equal(out.n, 0);
	assert_int_equal(os_write_file(in(p, "no/such"), STR("x")),
			 ERR_MISSING);
	assert_true(os_exists(path));
	assert_false(os_is_dir(path));
}

static void test_folders(void **state)
{
	struct place *p = *state;
	struct str *names;
	size_t n;

	assert_int_equal(os_write_file(in(p, "b"), STR("x")), ERR_OK);
	assert_int_equal(os_write_file(in(p, "a"), STR("x")), ERR_OK);
	assert_int_equal(os_make_dir(in(p, "c")), ERR_OK);
	assert_int_equal(os_make_dir(in(p, "c")), ERR_OK);
	assert_int_not_equal(os_make_dir(in(p, "a")), ERR_OK);
	assert_true(os_is_dir(in(p, "c")));
	/* sorted, and nothing half written is left beside them */
	assert_int_equal(os_list_dir(&p->arena, p->folder, &names, &n),
			 ERR_OK);
	assert_int_equal(n, 3);
	assert_str(names[0], "a");
	assert_str(names[1], "b");
	assert_str(names[2], "c");
	for (int i = 0; i < 40; i++)
		os_write_file(in(p, arena_printf(&p->arena, "f%02d", i).p),
			      STR(""));
	assert_int_equal(os_list_dir(&p->arena, p->folder, &names, &n),
			 ERR_OK);
	assert_int_equal(n, 43);
	assert_str(names[42], "f39");
	assert_int_equal(os_list_dir(&p->arena, in(p, "none"), &names, &n),
			 ERR_MISSING);
}

/* In a process that may write 10 bytes: the old file stays as it was. */
static void test_full(void **state)
{
	struct place *p = *state;
	const char *path = in(p, "full");
	struct str out;
	pid_t child;
	int status;

	assert_int_equal(os_write_file(path, STR("old")), ERR_OK);
	child = fork();
	if (child == 0) {
		struct rlimit limit = { 10, 10 };

		setrlimit(RLIMIT_FSIZE, &limit);
		signal(SIGXFSZ, SIG_IGN);
		_exit((int)os_write_file(path,
					 STR("far too many bytes")));
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), ERR_FULL);
	assert_int_equal(os_read_file(&p->arena, path, 99, &out), ERR_OK);
	assert_str(out, "old");
}

static void test_pipe(void **state)
{
	struct place *p = *state;
	struct str out;
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], "abc", 3), 3);
	close(ends[1]);
	assert_false(os_is_terminal(ends[0]));
	assert_int_equal(os_read_fd(&p->arena, ends[0], 3, &out), ERR_OK);
	assert_str(out, "abc");
	close(ends[0]);
	assert_int_equal(os_read_fd(&p->arena, ends[0], 3, &out), ERR_SYSTEM);
}

static void test_small(void **state)
{
	int64_t ticks = os_ticks_ms();

	(void)state;
	assert_true(os_ticks_ms() >= ticks);
	assert_true(os_now_ms() > INT64_C(1600000000000));
	assert_int_equal(os_err(0), ERR_OK);
	assert_int_equal(os_err(ENOENT), ERR_MISSING);
	assert_int_equal(os_err(ENOSPC), ERR_FULL);
	assert_int_equal(os_err(EROFS), ERR_READ_ONLY);
	assert_int_equal(os_err(EIO), ERR_SYSTEM);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_files, setup, teardown),
		cmocka_unit_test_setup_teardown(test_folders, setup, teardown),
		cmocka_unit_test_setup_teardown(test_full, setup, teardown),
		cmocka_unit_test_setup_teardown(test_pipe, setup, teardown),
		cmocka_unit_test(test_small),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
