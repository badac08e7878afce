/* floors: base */
#include "check.h"

#include <signal.h>
#include <stdalign.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

static void test_alloc(void **state)
{
	struct arena a;
	size_t before = arena_live();

	(void)state;
	arena_init(&a, 1024 * 1024);
	assert_int_equal(arena_live(), before);
	for (size_t i = 1; i < 300; i++) {
		unsigned char *p = arena_alloc(&a, i);

		assert_int_equal((uintptr_t)p % alignof(max_align_t), 0);
		for (size_t j = 0; j < i; j++)
			assert_int_equal(p[j], 0);
		memset(p, 0xAA, i);
	}
	assert_true(arena_live() > before);
	arena_release(&a);
	assert_int_equal(arena_live(), before);
}

/* What was used before must come back as zeros. */
static void test_reset(void **state)
{
	struct arena a;
	char *p;

	(void)state;
	arena_init(&a, 1024 * 1024);
	memset(arena_alloc(&a, 1000), 0xAA, 1000);
	memset(arena_alloc(&a, 200000), 0xAA, 200000);
	assert_true(a.total > 200000);
	arena_reset(&a);
	assert_true(a.total < 200000);
	p = arena_alloc(&a, 1000);
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(p[i], 0);
	arena_release(&a);
}

static void test_text(void **state)
{
	struct arena a;
	char source[] = "pledge and more";
	struct str s;

	(void)state;
	arena_init(&a, 1024 * 1024);
	s = arena_str(&a, (struct str){ source, 6 });
	source[0] = 'x';
	assert_str(s, "pledge");
	assert_int_equal(s.p[s.n], '\0');
	assert_string_equal(arena_cstr(&a, STR("")), "");
	assert_str(arena_printf(&a, "%d-%s", 7, "x"), "7-x");
	arena_release(&a);
}

/* Runs what must abort in a child, without its words. */
static bool aborts(void (*run)(void))
{
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		signal(SIGABRT, SIG_DFL);
		close(STDERR_FILENO);
		run();
		_exit(0);
	}
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static void below_ceiling(void)
{
	struct arena a;

	arena_init(&a, 100 * 1024);
	arena_alloc(&a, 60 * 1024);
	arena_release(&a);
}

static void above_ceiling(void)
{
	struct arena a;

	arena_init(&a, 100 * 1024);
	arena_alloc(&a, 60 * 1024);
	arena_alloc(&a, 60 * 1024);
}

static void uncountable(void)
{
	struct arena a;

	arena_init(&a, 100 * 1024);
	arena_array(&a, SIZE_MAX / 2, 4);
}

static void test_ceiling(void **state)
{
	(void)state;
	assert_false(aborts(below_ceiling));
	assert_true(aborts(above_ceiling));
	assert_true(aborts(uncountable));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_alloc),
		cmocka_unit_test(test_reset),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_ceiling),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
