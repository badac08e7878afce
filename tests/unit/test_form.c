/* floors: http base */
#include "check.h"

#include "http/request.h"

static struct arena arena;

static int setup(void **state)
{
	(void)state;
	arena_init(&arena, 64 * 1024 * 1024);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static void test_values(void **state)
{
	struct pairs p;

	(void)state;
	assert_int_equal(form_decode(&arena, STR("a=1&b=two+words&&c&d=&=x"),
				     &p), ERR_OK);
	assert_int_equal(p.n, 5);
	assert_str(p.list[0].name, "a");
	assert_str(p.list[0].value, "1");
	assert_str(p.list[1].value, "two words");
	assert_str(p.list[2].name, "c");
	assert_str(p.list[2].value, "");
	assert_str(p.list[3].value, "");
	assert_str(p.list[4].name, "");
	assert_str(p.list[4].value, "x");
	assert_int_equal(form_decode(&arena, STR("title%3Aar=%D9%87%d8%AC"
						 "&x=a%3Db%26c%2B=="), &p),
			 ERR_OK);
	assert_int_equal(p.n, 2);
	assert_str(p.list[0].name, "title:ar");
	assert_str(p.list[0].value, "هج");
	assert_str(p.list[1].value, "a=b&c+==");
	assert_int_equal(form_decode(&arena, STR(""), &p), ERR_OK);
	assert_int_equal(p.n, 0);
}

static void test_malformed(void **state)
{
	static const char *const bad[] = {
		"a=%", "a=%4", "a=%zz", "%=1", "a=%00", "%00=a", "a=%ff",
		"a=%C0%AF", "a=%ED%A0%80", "a=\xff", "b=1&a=%F5%80%80%80",
	};
	struct pairs p;

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		if (form_decode(&arena, str_of(bad[i]), &p) != ERR_REQUEST)
			fail_msg("taken: %s", bad[i]);
	assert_int_equal(form_decode(&arena, (struct str){ "a=\0b", 4 }, &p),
			 ERR_REQUEST);
}

static void test_limits(void **state)
{
	struct buf b;
	struct pairs p;

	(void)state;
	buf_init(&b);
	buf_add(&b, STR("a"));
	for (int i = 1; i < REQUEST_FIELDS_MAX; i++)
		buf_add(&b, STR("&a"));
	assert_int_equal(form_decode(&arena, buf_str(&b), &p), ERR_OK);
	assert_int_equal(p.n, REQUEST_FIELDS_MAX);
	buf_add(&b, STR("&a"));
	assert_int_equal(form_decode(&arena, buf_str(&b), &p),
			 ERR_TOO_LARGE);
	buf_reset(&b);
	while (b.n < REQUEST_FORM_MAX)
		buf_add_char(&b, 'x');
	assert_int_equal(form_decode(&arena, buf_str(&b), &p), ERR_OK);
	buf_add_char(&b, 'x');
	assert_int_equal(form_decode(&arena, buf_str(&b), &p),
			 ERR_TOO_LARGE);
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_values, setup, teardown),
		cmocka_unit_test_setup_teardown(test_malformed, setup,
						teardown),
		cmocka_unit_test_setup_teardown(test_limits, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
