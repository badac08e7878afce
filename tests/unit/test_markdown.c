/* floors: ui lang base */
#include "check.h"

#include "ui/markdown.h"

static void made(struct buf *b, const char *text)
{
	markdown_html(b, str_of(text));
}

static void test_paragraphs(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b);
	made(&b, "تعهد أول\nسطر ثان\n\nفقرة \"أخرى\"");
	assert_buf(&b, "<p>تعهد أول\nسطر ثان</p>\n<p>فقرة &quot;أخرى&quot;"
		   "</p>\n");
	made(&b, "# Title\n\n- a\n- *b*");
	assert_buf(&b, "<h3>Title</h3>\n<ul>\n<li>a</li>\n<li><em>b</em>"
		   "</li>\n</ul>\n");
	buf_release(&b);
}

/* A chapter leads to others by their files, and to pages. */
static void test_chapter(void **state)
{
	struct arena mem;
	struct buf b;

	(void)state;
	arena_init(&mem, 1 << 20);
	buf_init(&b);
	markdown_chapter(&b, STR("## Two\n[a](05-add.md) [b](/ar/gaps) "
		"[c](https://example.org/) `mithaq x` [d](x/05-add.md)"),
		STR("/ar/manual"), &mem);
	assert_buf(&b, "<h2>Two</h2>\n<p><a href=\"/ar/manual/add\">a</a> "
		   "<a href=\"/ar/gaps\">b</a> "
		   "<a href=\"https://example.org/\">c</a> "
		   "<code>mithaq x</code> <a href=\"x/05-add.md\">d</a></p>\n");
	markdown_chapter(&b, STR("<script>x</script>"), STR("/ar/manual"),
			 &mem);
	assert_null(strstr(b.data, "<script"));
	buf_release(&b);
	arena_release(&mem);
}

/* Whatever somebody writes, a page loads nothing and runs nothing of it. */
static void test_tamed(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b);
	made(&b, "[a](javascript:alert(1)) [b](data:text/html,x) "
	     "[c](//example.org) [d](/ar) [*e*](vbscript:x)");
	assert_buf(&b, "<p>a b c d <em>e</em></p>\n");
	made(&b, "[f](https://example.org/?a=1&b=2)");
	assert_buf(&b, "<p><a href=\"https://example.org/?a=1&amp;b=2\">f</a>"
		   "</p>\n");
	made(&b, "![g](https://example.org/g.png) ![](x.png) [![h](i)](j)");
	assert_buf(&b, "<p>g  h</p>\n");
	made(&b, "[![k](l)](https://example.org/)");
	assert_buf(&b, "<p><a href=\"https://example.org/\">k</a></p>\n");
	made(&b, "<javascript:alert(1)> <https://example.org/>");
	assert_buf(&b, "<p>javascript:alert(1) "
		   "<a href=\"https://example.org/\">https://example.org/</a>"
		   "</p>\n");
	made(&b, "m <b onclick=\"x\">n</b>\n\n<script>o</script>\n");
	assert_null(strstr(b.data, "<b"));
	assert_null(strstr(b.data, "<script"));
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_paragraphs),
		cmocka_unit_test(test_tamed),
		cmocka_unit_test(test_chapter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
