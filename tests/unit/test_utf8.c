/* floors: base */
#include "check.h"

#include "base/utf8.h"

static void test_check(void **state)
{
	static const struct {
		const char *bytes;
		size_t bad_at;
	} bad[] = {
		{ "ab\x80", 2 },		/* a continuation alone */
		{ "\xC0\x80", 0 },		/* overlong */
		{ "\xC1\xBF", 0 },
		{ "\xE0\x9F\xBF", 0 },
		{ "\xF0\x8F\xBF\xBF", 0 },
		{ "a\xED\xA0\x80", 1 },		/* a surrogate */
		{ "\xF4\x90\x80\x80", 0 },	/* above U+10FFFF */
		{ "\xF5\x80\x80\x80", 0 },
		{ "\xFF", 0 },
		{ "سل\xD8", 4 },		/* cut off */
		{ "\xE2\x82", 0 },
		{ "\xD8x", 0 },
	};
	struct str fine = STR("aسۆ\xE2\x82\xAC\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF"
			      "\xED\x9F\xBF\xEE\x80\x80");

	(void)state;
	assert_int_equal(utf8_check(fine), fine.n);
	assert_int_equal(utf8_check(STR("")), 0);
	assert_int_equal(utf8_check(STR("a\0b")), 3);
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_int_equal(utf8_check(str_of(bad[i].bytes)),
				 bad[i].bad_at);
}

/* Every code point comes back as it was written, and is valid. */
static void test_round(void **state)
{
	(void)state;
	for (uint32_t c = 0; c <= 0x10FFFF; c++) {
		char bytes[4];
		struct str s = { bytes, utf8_put(bytes, c) };
		size_t at = 0;

		if (c >= 0xD800 && c <= 0xDFFF) {
			assert_int_equal(utf8_check(s), 0);
			continue;
		}
		assert_int_equal(utf8_check(s), s.n);
		assert_int_equal(utf8_next(s, &at), c);
		assert_int_equal(at, s.n);
	}
}

static void test_count(void **state)
{
	(void)state;
	assert_int_equal(utf8_count(STR("سلام a")), 6);
	assert_str(utf8_head(STR("سلام"), 2), "سل");
	assert_str(utf8_head(STR("سلام"), 0), "");
	assert_str(utf8_head(STR("سلام"), 9), "سلام");
}

static void test_kinds(void **state)
{
	(void)state;
	assert_true(utf8_is_control(0));
	assert_true(utf8_is_control(0x1B));
	assert_true(utf8_is_control(0x85));
	assert_false(utf8_is_control('\n'));
	assert_false(utf8_is_control('\t'));
	assert_false(utf8_is_control(' '));
	assert_true(utf8_is_bidi(0x202E));
	assert_true(utf8_is_bidi(0x2067));
	assert_true(utf8_is_bidi(0x061C));
	assert_false(utf8_is_bidi(0x200C));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_check),
		cmocka_unit_test(test_round),
		cmocka_unit_test(test_count),
		cmocka_unit_test(test_kinds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
