/* floors: base */
#include "check.h"

#include "base/html.h"

static void test_escape(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b);
	html(&b, "<p title=\"%s\">", "<a href='x'>\"&");
	assert_buf(&b, "<p title=\"&lt;a href=&#39;x&#39;&gt;&quot;&amp;\">");
	html(&b, "%.*s|%c|%d|%u|%zu|%lld|%%", 1, "<x", '<', -3, 4u,
	     (size_t)5, 6ll);
	assert_buf(&b, "&lt;|&lt;|-3|4|5|6|%");
	html_text(&b, STR("تعهد <1>"));
	assert_buf(&b, "تعهد &lt;1&gt;");
	buf_release(&b);
}

static void test_safe(void **state)
{
	struct buf page, piece;

	(void)state;
	buf_init(&page);
	buf_init(&piece);
	html(&piece, "before<b>%s</b>", "&");
	html(&page, "<p>");
	html_insert(&page, html_safe(&piece, 6));
	html(&page, "</p>");
	assert_buf(&page, "<p><b>&amp;</b></p>");
	buf_release(&page);
	buf_release(&piece);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_escape),
		cmocka_unit_test(test_safe),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
