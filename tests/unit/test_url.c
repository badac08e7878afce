/* floors: base */
#include "check.h"

#include "base/url.h"

static struct arena arena;

static int setup(void **state)
{
	(void)state;
	arena_init(&arena, 1024 * 1024);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static void test_build(void **state)
{
	struct str url;

	(void)state;
	assert_str(url_page(&arena, "ar", "pledges", NULL), "/ar/pledges");
	assert_str(url_page(&arena, "ar", "", NULL), "/ar");
	assert_str(url_page(&arena, "en", "pledges", "new"),
		   "/en/pledges/new");
	assert_str(url_record(&arena, "ar", "pledges", STR("IQ22-4"), NULL),
		   "/ar/pledges/IQ22-4");
	assert_str(url_record(&arena, "ar", "pledges", STR("a/b?c#d"), "edit"),
		   "/ar/pledges/a%2Fb%3Fc%23d/edit");
	url = url_with(&arena, STR("/ar/pledges"), "q", STR("هجرة & a"));
	assert_str(url, "/ar/pledges?q=%D9%87%D8%AC%D8%B1%D8%A9%20%26%20a");
	assert_str(url_with(&arena, STR("/x?a=1"), "b", STR("2=3")),
		   "/x?a=1&b=2%3D3");
}

static void test_outside(void **state)
{
	static const char *const refused[] = {
		"", "http://", "javascript:alert(1)", "data:text/html,x",
		"//evil.example", "/ar", "http:/x", "ftp://x.example",
		" http://x.example", "http://x.example/a b",
		"http://x.example/\n", "http://x.example/\xE2\x80\xAE",
		"http://x.example/\xFF", "http:///path", "JAVASCRIPT:x",
	};

	(void)state;
	assert_str(url_outside(STR("https://x.example/a?b=c#d")),
		   "https://x.example/a?b=c#d");
	assert_str(url_outside(STR("HTTP://X.example")), "HTTP://X.example");
	assert_str(url_outside(STR("https://x.example/تعهد")),
		   "https://x.example/تعهد");
	for (size_t i = 0; i < COUNT(refused); i++)
		assert_str(url_outside(str_of(refused[i])), "");
}

static void test_decode(void **state)
{
	static const char *const refused[] = {
		"%", "%4", "%zz", "%00", "a%0", "%FF", "%C0%80", "%ED%A0%80",
	};
	struct str out;

	(void)state;
	assert_true(url_decode(&arena, STR("%D9%87%2f+x"), false, &out));
	assert_str(out, "ه/+x");
	assert_true(url_decode(&arena, STR("a+b%2Bc"), true, &out));
	assert_str(out, "a b+c");
	assert_true(url_decode(&arena, STR(""), true, &out));
	assert_str(out, "");
	assert_false(url_decode(&arena, STR("a\0b"), true, &out));
	for (size_t i = 0; i < COUNT(refused); i++)
		assert_false(url_decode(&arena, str_of(refused[i]), true,
					&out));
}

/* Every byte that is text comes back as it went. */
static void test_round(void **state)
{
	struct str out;
	char all[127];

	(void)state;
	for (size_t i = 0; i < sizeof(all); i++)
		all[i] = (char)(i + 1);
	out = url_with(&arena, STR("/x"), "q", (struct str){ all, 127 });
	assert_true(url_decode(&arena, str_cut(out, 5, out.n), true, &out));
	assert_int_equal(out.n, 127);
	assert_memory_equal(out.p, all, 127);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_build),
		cmocka_unit_test(test_outside),
		cmocka_unit_test(test_decode),
		cmocka_unit_test(test_round),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
