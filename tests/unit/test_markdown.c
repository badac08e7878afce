/* floors: ui service access store http report format domain model lang base */
/* test_markdown.c - long texts become paragraphs, and never script */

#include "check.h"

#include "ui/markdown.h"

static void is(struct str text, const char *wanted)
{
	struct buf b;

	buf_init(&b);
	markdown_html(&b, text);
	assert_string_equal(b.data, wanted);
	buf_release(&b);
}

static void test_plain(void **state)
{
	(void)state;
	is(STR(""), "");
	is(STR("one"), "<p>one</p>\n");
	is(STR("one\ntwo\n\n\nthree"),
	   "<p>one\ntwo</p>\n<p>three</p>\n");
	is(STR("a > \"b\""), "<p>a &gt; &quot;b&quot;</p>\n");
}

static void test_marked_up(void **state)
{
	(void)state;
	is(STR("so *it* is"), "<p>so <em>it</em> is</p>\n");
	is(STR("- a\n- b"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
	/* Below the h1 and h2 of the page. */
	is(STR("# head"), "<h3>head</h3>\n");
	is(STR("###### head"), "<h6>head</h6>\n");
}

static void test_no_script(void **state)
{
	(void)state;
	is(STR("<script>x</script>"), "<!-- raw HTML omitted -->\n");
	is(STR("[x](javascript:alert)"), "<p><a href=\"\">x</a></p>\n");
	is(STR("a & b"), "<p>a &amp; b</p>\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_marked_up),
		cmocka_unit_test(test_no_script),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
