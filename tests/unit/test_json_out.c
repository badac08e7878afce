/* floors: format domain model lang base */
/* test_json_out.c - JSON, written as it comes */

#include "check.h"

#include "format/json_out.h"

static void is(struct buf *b, const char *wanted)
{
	assert_string_equal(b->data, wanted);
	buf_release(b);
}

static void test_nothing_in_it(void **state)
{
	struct json_out j;
	struct buf b;

	(void)state;
	buf_init(&b);
	json_begin(&j, &b);
	json_object(&j);
	json_object_end(&j);
	json_end(&j);
	is(&b, "{}\n");
}

static void test_commas_where_they_belong(void **state)
{
	struct json_out j;
	struct buf b;

	(void)state;
	buf_init(&b);
	json_begin(&j, &b);
	json_object(&j);
	json_member(&j, "a", STR("x"));
	json_member(&j, "left_out", STR(""));
	json_name(&j, "list");
	json_array(&j);
	json_int(&j, -7);
	json_bool(&j, true);
	json_null(&j);
	json_array(&j);
	json_array_end(&j);
	json_object(&j);
	json_object_end(&j);
	json_array_end(&j);
	json_name(&j, "z");
	json_cstr(&j, "");
	json_object_end(&j);
	json_end(&j);
	is(&b, "{\"a\":\"x\",\"list\":[-7,true,null,[],{}],\"z\":\"\"}\n");
}

static void test_strings_are_escaped(void **state)
{
	struct json_out j;
	struct buf b;

	(void)state;
	buf_init(&b);
	json_begin(&j, &b);
	json_str(&j, STR("\"\\\n\t\x01</script> \xd8\xaa"));
	json_end(&j);
	is(&b, "\"\\\"\\\\\\n\\u0009\\u0001\\u003c/script> \xd8\xaa\"\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing_in_it),
		cmocka_unit_test(test_commas_where_they_belong),
		cmocka_unit_test(test_strings_are_escaped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
