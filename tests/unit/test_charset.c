/* floors: lang base */
#include "check.h"

#include "lang/charset.h"

static struct arena arena;

static int setup(void **state)
{
	(void)state;
	arena_init(&arena, 4 * 1024 * 1024);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static void reads(struct str bytes, const char *charset, const char *text)
{
	const char *name = "";
	struct str out;
	size_t bad_at;

	assert_true(charset_to_utf8(&arena, bytes, &out, &name, &bad_at));
	assert_string_equal(name, charset);
	assert_str(out, text);
}

static void refuses(struct str bytes, size_t at)
{
	const char *name;
	struct str out;
	size_t bad_at = 999;

	assert_false(charset_to_utf8(&arena, bytes, &out, &name, &bad_at));
	assert_int_equal(bad_at, at);
}

static void test_reads(void **state)
{
	(void)state;
	reads(STR(""), "utf-8", "");
	reads(STR("\xEF\xBB\xBF" "a,تعهد"), "utf-8", "a,تعهد");
	reads(STR("a,ڕێکخراو"), "utf-8", "a,ڕێکخراو");
	reads(STR("\xFF\xFE" "a\0\x2A\x06\x3D\xD8\x00\xDE"), "utf-16le",
	      "aت\U0001F600");
	reads(STR("\xFE\xFF" "\0a\x06\x2A"), "utf-16be", "aت");
	/* وزارة الهجرة، گ چ */
	reads(STR("\xE6\xD2\xC7\xD1\xC9 \xC7\xE1\xE5\xCC\xD1\xC9\xA1 \x90 \x8D"),
	      "windows-1256", "وزارة الهجرة، گ چ");
	reads(STR("caf\xE9"), "windows-1256", "café");
}

static void test_refuses(void **state)
{
	(void)state;
	refuses(STR("ab\0c"), 2);
	refuses(STR("\xFF\xFE" "a\0b"), 4);
	refuses(STR("\xFF\xFE" "\x00\xDE"), 2);
	refuses(STR("\xFF\xFE" "a\0\x3D\xD8" "a\0"), 4);
	refuses(STR("\xFF\xFE" "a\0\0\0"), 4);
	/* UTF-8 with one letter cut in half is not Windows-1256 */
	refuses(STR("وزارة \xD8 الهجرة"), 11);
}

/* More than one piece of the converter. */
static void test_long(void **state)
{
	char bytes[20000];
	const char *name;
	struct str out;
	size_t bad_at;

	(void)state;
	memset(bytes, '\xC8', sizeof(bytes));
	assert_true(charset_to_utf8(&arena,
				    (struct str){ bytes, sizeof(bytes) },
				    &out, &name, &bad_at));
	assert_int_equal(out.n, 40000);
	assert_true(str_ends(out, STR("بببب")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reads),
		cmocka_unit_test(test_refuses),
		cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
