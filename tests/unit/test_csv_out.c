/* floors: format domain model lang base */
/* test_csv_out.c - comma-separated values as RFC 4180 has them */

#include "check.h"

#include "format/csv_out.h"

static void one(struct str value, const char *wanted)
{
	struct csv_out c;
	struct buf b;

	buf_init(&b);
	csv_begin(&c, &b, false);
	csv_value(&c, value);
	assert_string_equal(b.data, wanted);
	buf_release(&b);
}

static void test_lines(void **state)
{
	struct csv_out c;
	struct buf b;

	(void)state;
	buf_init(&b);
	csv_begin(&c, &b, true);
	csv_value(&c, STR("code"));
	csv_value(&c, STR(""));
	csv_value(&c, STR("x"));
	csv_line_end(&c);
	csv_value(&c, STR("1"));
	csv_line_end(&c);
	assert_string_equal(b.data, "\xEF\xBB\xBF" "code,,x\n1\n");
	buf_release(&b);
}

static void test_quotes(void **state)
{
	(void)state;
	one(STR("plain"), "plain");
	one(STR("a,b"), "\"a,b\"");
	one(STR("say \"no\""), "\"say \"\"no\"\"\"");
	one(STR("two\nlines"), "\"two\nlines\"");
	one(STR(" kept "), "\" kept \"");
	one(STR("\"\""), "\"\"\"\"\"\"");
}

static void test_formulas_are_disarmed(void **state)
{
	(void)state;
	one(STR("=1+1"), "'=1+1");
	one(STR("@SUM(A1)"), "'@SUM(A1)");
	one(STR("+964 770"), "'+964 770");
	one(STR("-cmd|x"), "'-cmd|x");
	one(STR("=a,b"), "\"'=a,b\"");
	one(STR("-12.5"), "-12.5");
	one(STR("-"), "'-");
	one(STR("a=b"), "a=b");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_quotes),
		cmocka_unit_test(test_formulas_are_disarmed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
