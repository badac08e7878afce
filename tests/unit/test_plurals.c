/* floors: lang base */
/* Counted words, with a small table of its own in place of the real one. */
#include "check.h"

#include "lang/words.h"
#include "lang/words_table.h"

const struct words_row words_table[] = {
	{ "a.n_pledges", true, {
		"لا تعهدات" "\0" "تعهد واحد" "\0" "تعهدان" "\0" "{n} تعهدات"
		"\0" "{n} تعهداً" "\0" "{n} تعهد",
		"{n} بەڵێن" "\0" "{n} بەڵێن",
		"one pledge of {who}" "\0" "{n} pledges of {who}" }, 0,
		0, 1 << LANG_CKB },
	{ "b.only_english", false, { NULL, NULL, "plain" }, 0, 1 << LANG_EN, 1 << LANG_EN },
	{ "c.lent", true, {
		"[en] {n} part" "\0" "[en] {n} parts",
		"[en] {n} part" "\0" "[en] {n} parts",
		"{n} part" "\0" "{n} parts" }, 1 << LANG_AR | 1 << LANG_CKB,
		0, 0 },
	{ "number.group", false, { ",", ",", "," }, 0, 0, 0 },
	{ "number.minus", false, { "-", "-", "-" }, 0, 0, 0 },
};
const size_t words_table_n = COUNT(words_table);
/* Five keys, wherever one begins to look. */
const uint16_t words_slots[] = { 1, 2, 3, 4, 5, 5, 5, 5 };
const size_t words_slots_n = COUNT(words_slots);
const int words_plurals[LANG_N] = { 6, 2, 2 };

/* In the program tools/po2c writes this. */
int words_form(enum lang l, uint64_t n)
{
	if (l != LANG_AR)
		return n != 1;
	return n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 :
	       n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5;
}

static void test_forms(void **state)
{
	static const struct {
		int64_t n;
		const char *words;
	} arabic[] = {
		{ 0, "لا تعهدات" }, { 1, "تعهد واحد" }, { 2, "تعهدان" },
		{ 3, "{n} تعهدات" }, { 26, "{n} تعهداً" }, { 100, "{n} تعهد" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(arabic); i++)
		assert_string_equal(word_n(LANG_AR, "a.n_pledges",
					   arabic[i].n), arabic[i].words);
	assert_string_equal(word_n(LANG_EN, "a.n_pledges", 1),
			    "one pledge of {who}");
	assert_string_equal(word_n(LANG_EN, "a.n_pledges", 0),
			    "{n} pledges of {who}");
	/* without a number: the form for any */
	assert_string_equal(word(LANG_AR, "a.n_pledges"), "{n} تعهد");
}

static void test_filled(void **state)
{
	struct hole who = { .name = "who", .text = STR("A&B") };
	struct hole own = { .name = "n", .markup = { STR("<b>7</b>") } };
	struct hole both[] = { who, own };
	struct buf b;

	(void)state;
	buf_init(&b);
	html_word_n(&b, LANG_EN, "a.n_pledges", 7, &who, 1);
	assert_buf(&b, "7 pledges of A&amp;B");
	html_word_n(&b, LANG_EN, "a.n_pledges", 7, both, 2);
	assert_buf(&b, "<b>7</b> pledges of A&amp;B");
	text_word_n(&b, LANG_EN, "a.n_pledges", 1, &who, 1);
	assert_buf(&b, "one pledge of A&B");
	text_word_n(&b, LANG_AR, "a.n_pledges", -5, NULL, 0);
	assert_buf(&b, "-5 تعهدات");
	buf_release(&b);
}

static void test_missing(void **state)
{
	(void)state;
	assert_string_equal(word(LANG_EN, "b.only_english"), "plain");
	assert_string_equal(word(LANG_AR, "b.only_english"), "b.only_english");
	assert_string_equal(word_n(LANG_AR, "b.only_english", 3),
			    "b.only_english");
	assert_true(word_known(LANG_EN, "b.only_english"));
	assert_false(word_known(LANG_AR, "b.only_english"));
	assert_string_equal(word_key_at(1), "b.only_english");
	assert_string_equal(word_key_at(4), "number.minus");
	assert_null(word_key_at(5));
}

/* Where a language has no words yet, it counts as the lender does. */
static void test_borrowed(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b);
	assert_false(word_known(LANG_AR, "c.lent"));
	assert_true(word_known(LANG_EN, "c.lent"));
	assert_string_equal(word(LANG_AR, "c.lent"), "[en] {n} parts");
	text_word_n(&b, LANG_AR, "c.lent", 1, NULL, 0);
	assert_buf(&b, "[en] 1 part");
	text_word_n(&b, LANG_AR, "c.lent", 12345, NULL, 0);
	assert_buf(&b, "[en] 12,345 parts");
	buf_release(&b);
}

static void test_states(void **state)
{
	(void)state;
	assert_int_equal(word_state(LANG_AR, "a.n_pledges"), WORD_CHECKED);
	assert_int_equal(word_state(LANG_CKB, "a.n_pledges"), WORD_UNCHECKED);
	assert_int_equal(word_state(LANG_EN, "b.only_english"),
			 WORD_OUT_OF_DATE);
	assert_int_equal(word_state(LANG_AR, "b.only_english"), WORD_MISSING);
	/* what is lent is not there */
	assert_int_equal(word_state(LANG_AR, "c.lent"), WORD_MISSING);
	assert_int_equal(word_state(LANG_EN, "c.lent"), WORD_CHECKED);
	assert_int_equal(word_state(LANG_EN, "no.such"), WORD_MISSING);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_filled),
		cmocka_unit_test(test_missing),
		cmocka_unit_test(test_borrowed),
		cmocka_unit_test(test_states),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
