/* floors: base */
#include "check.h"

static void test_of(void **state)
{
	(void)state;
	assert_int_equal(str_of(NULL).n, 0);
	assert_non_null(str_of(NULL).p);
	assert_int_equal(STR("سلام").n, 8);
	assert_true(str_empty(STR("")));
	assert_false(str_empty(STR(" ")));
	assert_true(str_eq(STR("a"), str_of("a")));
	assert_false(str_eq(STR("a"), STR("ab")));
	assert_true(str_is(STR("ab"), "ab"));
}

static void test_ends(void **state)
{
	(void)state;
	assert_true(str_starts(STR("pledge"), STR("pl")));
	assert_false(str_starts(STR("p"), STR("pl")));
	assert_true(str_ends(STR("pledge"), STR("dge")));
	assert_false(str_ends(STR("e"), STR("ge")));
	assert_str(str_trim(STR(" \t a b\r\n")), "a b");
	assert_str(str_trim(STR("  ")), "");
}

static void test_order(void **state)
{
	(void)state;
	assert_true(str_cmp(STR("a"), STR("b")) < 0);
	assert_true(str_cmp(STR("a"), STR("ab")) < 0);
	assert_true(str_cmp(STR("ab"), STR("a")) > 0);
	assert_int_equal(str_cmp(STR("ab"), STR("ab")), 0);
	/* bytes, not chars: a letter beyond ASCII is greater */
	assert_true(str_cmp(STR("z"), STR("\xC3\xA9")) < 0);
}

static void test_find(void **state)
{
	(void)state;
	assert_int_equal(str_find(STR("aabaac"), STR("aac")), 3);
	assert_int_equal(str_find(STR("aab"), STR("c")), 3);
	assert_int_equal(str_find(STR("aab"), STR("")), 0);
	assert_int_equal(str_find(STR("a"), STR("aa")), 1);
	assert_int_equal(str_find_char(STR("a=b"), '='), 1);
	assert_int_equal(str_find_char(STR(""), '='), 0);
}

static void test_cut(void **state)
{
	(void)state;
	assert_str(str_cut(STR("pledge"), 2, 3), "edg");
	assert_str(str_cut(STR("pledge"), 4, 30), "ge");
	assert_str(str_cut(STR("pledge"), 9, 1), "");
}

static void test_split(void **state)
{
	struct str rest = STR("a,,b"), part;

	(void)state;
	assert_true(str_split(&rest, ',', &part));
	assert_str(part, "a");
	assert_true(str_split(&rest, ',', &part));
	assert_str(part, "");
	assert_true(str_split(&rest, ',', &part));
	assert_str(part, "b");
	assert_false(str_split(&rest, ',', &part));
	rest = STR("");
	assert_true(str_split(&rest, ',', &part));
	assert_str(part, "");
	assert_false(str_split(&rest, ',', &part));
}

static void test_int(void **state)
{
	int64_t n = 7;

	(void)state;
	assert_true(str_int(STR("-120"), &n));
	assert_int_equal(n, -120);
	assert_true(str_int(STR("007"), &n));
	assert_int_equal(n, 7);
	assert_false(str_int(STR(""), &n));
	assert_false(str_int(STR("-"), &n));
	assert_false(str_int(STR("1 "), &n));
	assert_false(str_int(STR("+1"), &n));
	assert_false(str_int(STR("99999999999999999999"), &n));
	assert_int_equal(n, 7);
}

static void test_nocase(void **state)
{
	(void)state;
	assert_true(str_eq_nocase(STR("Content-Type"), STR("content-tYPE")));
	assert_false(str_eq_nocase(STR("a"), STR("ab")));
	assert_false(str_eq_nocase(STR("@"), STR("`")));
	assert_true(str_hash(STR("")) == 0xcbf29ce484222325u);
	assert_true(str_hash(STR("a")) == 0xaf63dc4c8601ec8cu);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_of),
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_split),
		cmocka_unit_test(test_int),
		cmocka_unit_test(test_nocase),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
