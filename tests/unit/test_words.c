/* floors: lang base */
#include "check.h"

#include "base/utf8.h"
#include "lang/words.h"

static void test_plural(void **state)
{
	static const struct {
		int64_t n;
		int form;
	} arabic[] = {
		{ 0, 0 }, { 1, 1 }, { 2, 2 }, { 3, 3 }, { 10, 3 }, { 11, 4 },
		{ 99, 4 }, { 100, 5 }, { 101, 5 }, { 102, 5 }, { 103, 3 },
		{ 110, 3 }, { 111, 4 }, { 199, 4 }, { 200, 5 }, { 1003, 3 },
		{ 1000000, 5 }, { -1, 1 }, { -4, 3 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(arabic); i++)
		assert_int_equal(word_plural(LANG_AR, arabic[i].n),
				 arabic[i].form);
	assert_int_equal(word_plural(LANG_CKB, 1), 0);
	assert_int_equal(word_plural(LANG_CKB, 0), 1);
	assert_int_equal(word_plural(LANG_EN, 1), 0);
	assert_int_equal(word_plural(LANG_EN, 2), 1);
	assert_int_equal(word_plural(LANG_EN, INT64_MIN), 1);
}

static void test_word(void **state)
{
	(void)state;
	assert_string_equal(word(LANG_AR, "month.5"), "أيار");
	assert_string_equal(word(LANG_CKB, "month.5"), "ئایار");
	assert_string_equal(word(LANG_EN, "month.5"), "May");
	assert_string_equal(word(LANG_EN, "no.such.key"), "no.such.key");
	assert_true(word_known(LANG_EN, "lang.ar"));
	assert_false(word_known(LANG_EN, "lang"));
	assert_false(word_known(LANG_EN, ""));
}

static void test_holes(void **state)
{
	struct hole holes[] = {
		{ .name = "to", .text = STR("<2>") },
		{ .name = "from", .text = STR("1"), .markup = { STR("<b>") } },
	};
	struct buf b;

	(void)state;
	buf_init(&b);
	text_word(&b, LANG_EN, "date.range", holes, COUNT(holes));
	assert_buf(&b, "1 – <2>");
	html_word(&b, LANG_EN, "date.range", holes, COUNT(holes));
	assert_buf(&b, "<b> – &lt;2&gt;");
	text_word(&b, LANG_EN, "a.missing.key", NULL, 0);
	assert_buf(&b, "a.missing.key");
	/* words that have no plural forms yet still say the number */
	text_word_n(&b, LANG_EN, "month.5", 3, NULL, 0);
	assert_buf(&b, "May");
	buf_release(&b);
}

/* Every key of one language has words in all, in NFC-safe UTF-8. */
static void test_whole(void **state)
{
	size_t missing = 0, n = 0;
	const char *before = "";

	(void)state;
	for (; word_key_at(n); n++) {
		const char *key = word_key_at(n);

		assert_true(strcmp(before, key) < 0);
		before = key;
		for (int l = 0; l < LANG_N; l++) {
			struct str s = str_of(word((enum lang)l, key));

			assert_int_equal(utf8_check(s), s.n);
			if (word_known((enum lang)l, key))
				continue;
			print_error("%s has no words in %s\n", key,
				    lang_row((enum lang)l)->tag);
			missing++;
		}
	}
	assert_true(n > 25);
	assert_int_equal(missing, 0);
}

static void test_lang(void **state)
{
	static const struct {
		const char *header;
		enum lang wanted;
	} accepted[] = {
		{ "", LANG_AR },
		{ "de", LANG_AR },
		{ "en", LANG_EN },
		{ "en-GB,en;q=0.9,ar;q=0.8", LANG_EN },
		{ "en;q=0.5, ar-IQ", LANG_AR },
		{ "fr, ku-IQ;q=0.9, en;q=0.8", LANG_CKB },
		{ "ku", LANG_CKB },
		{ "CKB", LANG_CKB },
		{ "ku-Latn-TR, en;q=0.1", LANG_EN },
		{ "en;q=0, ckb;q=0.001", LANG_CKB },
		{ "en;q=2", LANG_AR },
		{ "en;q=", LANG_AR },
		{ "*;q=0.9, en;q=0.3", LANG_AR },
		{ ",,;q=1,;;", LANG_AR },
		{ "en ; q=0.4 , ckb;q=0.5", LANG_CKB },
	};
	enum lang l;

	(void)state;
	for (size_t i = 0; i < COUNT(accepted); i++)
		assert_int_equal(lang_accepted(str_of(accepted[i].header)),
				 accepted[i].wanted);
	assert_true(lang_find(STR("ckb"), &l));
	assert_int_equal(l, LANG_CKB);
	assert_false(lang_find(STR("AR"), &l));
	assert_string_equal(lang_row(LANG_EN)->dir, "ltr");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plural),
		cmocka_unit_test(test_word),
		cmocka_unit_test(test_holes),
		cmocka_unit_test(test_whole),
		cmocka_unit_test(test_lang),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
