/* floors: base */
#include "check.h"

#include <stdlib.h>

static void test_add(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b);
	assert_str(buf_str(&b), "");
	assert_int_equal(b.data[0], '\0');
	buf_add(&b, STR("a"));
	buf_add_char(&b, 'b');
	buf_add_cstr(&b, "c");
	buf_addf(&b, "%d", 12);
	assert_buf(&b, "abc12");
	buf_add_int(&b, INT64_MIN);
	assert_buf(&b, "-9223372036854775808");
	buf_add_int(&b, 0);
	assert_buf(&b, "0");
	for (int i = 0; i < 5000; i++)
		buf_addf(&b, "%d,", i);
	assert_true(str_ends(buf_str(&b), STR(",4998,4999,")));
	assert_int_equal(b.data[b.n], '\0');
	buf_release(&b);
}

static void test_limit(void **state)
{
	struct buf b;

	(void)state;
	buf_init_limit(&b, 4);
	buf_reserve(&b, 100);
	assert_false(b.full);
	buf_add(&b, STR("abcd"));
	assert_false(b.full);
	buf_add(&b, STR("e"));
	assert_true(b.full);
	assert_str(buf_str(&b), "abcd");
	buf_reset(&b);
	assert_false(b.full);
	/* what does not fit is dropped whole, and so is all behind it */
	buf_add(&b, STR("12345"));
	buf_add(&b, STR("x"));
	assert_str(buf_str(&b), "");
	assert_true(b.full);
	buf_release(&b);
}

static void test_take(void **state)
{
	struct buf b;
	char *data;
	size_t n;

	(void)state;
	buf_init(&b);
	buf_add(&b, STR("mine"));
	data = buf_take(&b, &n);
	assert_int_equal(n, 4);
	assert_string_equal(data, "mine");
	free(data);
	assert_str(buf_str(&b), "");
	data = buf_take(&b, &n);
	assert_int_equal(n, 0);
	assert_string_equal(data, "");
	free(data);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_add),
		cmocka_unit_test(test_limit),
		cmocka_unit_test(test_take),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
