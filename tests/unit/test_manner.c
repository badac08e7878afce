/* floors: lang base */
/* Dates, numbers and amounts in every manner an installation may choose. */
#include "check.h"

#include "base/arena.h"
#include "lang/date.h"
#include "lang/icu.h"
#include "lang/isolate.h"
#include "lang/manner.h"
#include "lang/money.h"
#include "lang/number.h"
#include "lang/relative.h"

static struct date iso(const char *s)
{
	struct date d = { 0 };

	if (*s)
		assert_true(date_from_iso(str_of(s), &d));
	return d;
}

/* Each test chooses its manner; the next begins with the plain one. */
static int plain(void **state)
{
	(void)state;
	manner_set((struct manner){ 0 });
	return 0;
}

static void date_is(enum lang l, const char *date, const char *wanted)
{
	struct buf b;

	buf_init(&b);
	date_words(&b, l, iso(date));
	date_beside(&b, l, iso(date));
	assert_buf(&b, wanted);
	buf_release(&b);
}

static void test_settings(void **state)
{
	static const char *const refused[][2] = {
		{ "months", "" }, { "months", "Gulf" }, { "digits", "0" },
		{ "digits", "arabic" }, { "hijri", "1" }, { "kurdish", "" },
	};
	struct manner m = { 0 };

	(void)state;
	assert_true(manner_read(&m, STR("months"), STR("maghreb")));
	assert_true(manner_read(&m, STR("digits"), STR("arabext")));
	assert_true(manner_read(&m, STR("hijri"), STR("yes")));
	assert_true(manner_read(&m, STR("kurdish"), STR("yes")));
	for (size_t i = 0; i < COUNT(refused); i++)
		assert_false(manner_read(&m, str_of(refused[i][0]),
					 str_of(refused[i][1])));
	manner_set(m);
	m = manner_now();
	assert_int_equal(m.months, MONTHS_MAGHREB);
	assert_int_equal(m.digits, DIGITS_ARABEXT);
	assert_true(m.hijri && m.kurdish);
	assert_true(manner_knows(STR("digits")));
	assert_false(manner_knows(STR("digit")));
}

static void test_months(void **state)
{
	(void)state;
	date_is(LANG_AR, "2022-05-10", "10 أيار 2022");
	manner_set((struct manner){ .months = MONTHS_GULF });
	date_is(LANG_AR, "2022-05-10", "10 مايو 2022");
	date_is(LANG_AR, "2022-01", "يناير 2022");
	date_is(LANG_AR, "2022-12", "ديسمبر 2022");
	date_is(LANG_CKB, "2022-05-10", "10ی ئایاری 2022");
	date_is(LANG_EN, "2022-05-10", "10 May 2022");
	manner_set((struct manner){ .months = MONTHS_MAGHREB });
	date_is(LANG_AR, "2022-08", "أوت 2022");
	date_is(LANG_CKB, "2022-12", "کانوونی یەکەمی 2022");
}

static void test_digits(void **state)
{
	(void)state;
	manner_set((struct manner){ .digits = DIGITS_ARAB });
	date_is(LANG_AR, "2022-05-10", "١٠ أيار ٢٠٢٢");
	date_is(LANG_AR, "2022", "٢٠٢٢");
	date_is(LANG_CKB, "2022-05-10", "١٠ی ئایاری ٢٠٢٢");
	date_is(LANG_EN, "2022-05-10", "10 May 2022");
	manner_set((struct manner){ .digits = DIGITS_ARABEXT });
	date_is(LANG_CKB, "2022-05-10", "۱۰ی ئایاری ۲۰۲۲");
}

/* Days that tables of the calendars give; the beginnings of Ramadan are
 * those that the authority of Umm al-Qura announced. */
static void test_other_calendars(void **state)
{
	(void)state;
	manner_set((struct manner){ .hijri = true });
	date_is(LANG_AR, "2022-05-10", "10 أيار 2022 (9 شوال 1443 هـ)");
	date_is(LANG_AR, "2023-03-23", "23 آذار 2023 (1 رمضان 1444 هـ)");
	date_is(LANG_AR, "2024-03-11", "11 آذار 2024 (1 رمضان 1445 هـ)");
	date_is(LANG_AR, "2024-07-07", "7 تموز 2024 (1 محرم 1446 هـ)");
	date_is(LANG_EN, "2025-03-01", "1 March 2025 (1 Ramadan 1446 AH)");
	date_is(LANG_CKB, "2024-07-07",
		"7ی تەمووزی 2024 (1ی موحەڕەمی 1446ی کۆچی)");
	/* only a day has a day beside it, and only in years that are known */
	date_is(LANG_AR, "2022-05", "أيار 2022");
	date_is(LANG_AR, "", "");
	date_is(LANG_AR, "2199-01-01", "1 كانون الثاني 2199");
	manner_set((struct manner){ .kurdish = true });
	date_is(LANG_CKB, "2024-03-20",
		"20ی ئازاری 2024 (1ی خاکەلێوەی 2724ی کوردی)");
	date_is(LANG_CKB, "2022-05-10",
		"10ی ئایاری 2022 (20ی گوڵانی 2722ی کوردی)");
	date_is(LANG_AR, "2022-05-10", "10 أيار 2022");
	manner_set((struct manner){ .kurdish = true, .hijri = true,
				    .digits = DIGITS_ARAB });
	date_is(LANG_CKB, "2022-05-10", "١٠ی ئایاری ٢٠٢٢ "
		"(٩ی شەوالی ١٤٤٣ی کۆچی · ٢٠ی گوڵانی ٢٧٢٢ی کوردی)");
}

/* In whatever manner a day is shown, it is read again. */
static void test_read_again(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b);
	for (unsigned i = 0; i < 3 * 3 * 12; i++) {
		struct date d = { 2024, (uint8_t)(i % 12 + 1), 29 };

		manner_set((struct manner){
			.months = (enum months)(i / 12 % 3),
			.digits = (enum digits)(i / 36),
		});
		for (int l = 0; l < LANG_N; l++) {
			struct date read = { 0 };

			buf_reset(&b);
			date_words(&b, (enum lang)l, d);
			assert_int_equal(date_read(buf_str(&b), &read),
					 DATE_FINE);
			assert_true(date_eq(d, read));
		}
	}
	buf_release(&b);
}

static void range_is(enum lang l, const char *from, const char *to,
		     const char *wanted)
{
	struct buf b;

	buf_init(&b);
	date_range_words(&b, l, iso(from), iso(to));
	assert_buf(&b, wanted);
	buf_release(&b);
}

static void test_ranges(void **state)
{
	(void)state;
	range_is(LANG_AR, "2022-05-17", "2022-05-20",
		 "\u206717–20 أيار 2022\u2069");
	range_is(LANG_AR, "2018", "2030", "\u20672018–2030\u2069");
	range_is(LANG_EN, "2018", "2030", "\u20662018–2030\u2069");
	range_is(LANG_AR, "2022-05-17", "", "17 أيار 2022");
	manner_set((struct manner){ .digits = DIGITS_ARAB,
				    .months = MONTHS_GULF });
	range_is(LANG_AR, "2022-05-17", "2023-01",
		 "\u2067١٧ مايو ٢٠٢٢ – يناير ٢٠٢٣\u2069");
}

static void number_is(enum lang l, int64_t n, const char *wanted)
{
	char room[NUMBER_ROOM];

	assert_str(number_grouped(l, n, room), wanted);
}

static void test_numbers(void **state)
{
	char room[NUMBER_ROOM];
	struct buf b;

	(void)state;
	number_is(LANG_EN, 0, "0");
	number_is(LANG_AR, 999, "999");
	number_is(LANG_AR, 1000, "1,000");
	number_is(LANG_EN, 1234567, "1,234,567");
	number_is(LANG_EN, -1000, "-1,000");
	number_is(LANG_EN, INT64_MIN, "-9,223,372,036,854,775,808");
	assert_str(number_plain(LANG_AR, 2022, room), "2022");
	assert_str(number_decimal(LANG_EN, 5, 3, room), "0.005");
	assert_str(number_decimal(LANG_EN, -123456, 2, room), "-1,234.56");
	assert_str(number_decimal(LANG_EN, 1234, 0, room), "1,234");
	manner_set((struct manner){ .digits = DIGITS_ARAB });
	number_is(LANG_AR, INT64_MAX, "٩٬٢٢٣٬٣٧٢٬٠٣٦٬٨٥٤٬٧٧٥٬٨٠٧");
	assert_str(number_decimal(LANG_CKB, 123456, 2, room), "١٬٢٣٤٫٥٦");
	buf_init(&b);
	number_digits(&b, LANG_AR, STR("09:30 A7"));
	assert_buf(&b, "٠٩:٣٠ A٧");
	number_digits(&b, LANG_EN, STR("09:30"));
	assert_buf(&b, "09:30");
	number_html(&b, LANG_AR, 12345);
	assert_buf(&b, "<bdi>١٢٬٣٤٥</bdi>");
	buf_release(&b);
}

static void test_typed_numbers(void **state)
{
	static const struct {
		const char *typed;
		int64_t n;
	} read[] = {
		{ "0", 0 }, { "12", 12 }, { " 1204 ", 1204 },
		{ "١٬٢٠٤٬٠٠٠", 1204000 }, { "۱۲۰۴", 1204 },
		{ "١،٢٠٤", 1204 }, { "1,204,000", 1204000 },
		{ "1\u00A0204", 1204 }, { "1 204 000", 1204000 },
		{ "12\u202F000", 12000 }, { "\u200E-5", -5 },
		{ "\u22121,000", -1000 }, { "\u2067١٢٣\u2069", 123 },
	};
	static const char *const refused[] = {
		"", "-", "1,2", "1,20", "1,2040", "1,204 000", ",204",
		"1,204,", "1.5", "١٫٥", "1,,204", "1234,567", "--1", "12a",
		"9999999999999999999", "٤٪",
	};
	int64_t n, seed = 1;
	char room[NUMBER_ROOM];

	(void)state;
	for (size_t i = 0; i < COUNT(read); i++) {
		assert_true(number_read(str_of(read[i].typed), &n));
		assert_int_equal(n, read[i].n);
	}
	for (size_t i = 0; i < COUNT(refused); i++)
		assert_false(number_read(str_of(refused[i]), &n));
	/* whatever is shown is read again */
	for (int i = 0; i < 10000; i++) {
		enum lang l = (enum lang)(i % LANG_N);

		seed = seed * 48271 % 2147483647;
		manner_set((struct manner){ .digits = (enum digits)(i / 3 % 3) });
		assert_true(number_read(number_grouped(l, seed >> i % 31,
						       room), &n));
		assert_int_equal(n, seed >> i % 31);
	}
}

static void money_is(enum lang l, int64_t amount, const char *currency,
		     const char *wanted)
{
	struct buf b;

	buf_init(&b);
	money_words(&b, l, amount, str_of(currency));
	assert_buf(&b, wanted);
	buf_release(&b);
}

static void test_money(void **state)
{
	(void)state;
	money_is(LANG_AR, 1204000, "IQD", "\u20671,204,000\u00A0د.ع.\u2069");
	money_is(LANG_CKB, 500, "IQD", "\u2067500\u00A0د.ع.\u2069");
	money_is(LANG_EN, 1204000, "IQD", "\u2066IQD\u00A01,204,000\u2069");
	money_is(LANG_EN, 120400, "USD", "\u2066US$1,204.00\u2069");
	money_is(LANG_EN, 120400, "KWD", "\u2066KWD\u00A0120.400\u2069");
	money_is(LANG_AR, 120, "CHF", "\u20671.20\u00A0CHF\u2069");
	manner_set((struct manner){ .digits = DIGITS_ARAB });
	money_is(LANG_AR, 1204000, "IQD", "\u2067١٬٢٠٤٬٠٠٠\u00A0د.ع.\u2069");
	assert_int_equal(money_decimals(STR("IQD")), 0);
	assert_int_equal(money_decimals(STR("")), 2);
}

static void relative_is(enum lang l, const char *date, const char *wanted)
{
	struct buf b;

	buf_init(&b);
	relative_words(&b, l, iso(date), iso("2026-11-01"));
	assert_buf(&b, wanted);
	buf_release(&b);
}

static void test_relative(void **state)
{
	(void)state;
	relative_is(LANG_AR, "2026-11-01", "اليوم");
	relative_is(LANG_AR, "2026-10-31", "أمس");
	relative_is(LANG_AR, "2026-11-02", "غداً");
	relative_is(LANG_AR, "2026-10-30", "قبل يومين");
	relative_is(LANG_AR, "2026-10-29", "قبل 3 أيام");
	relative_is(LANG_AR, "2026-10-21", "قبل 11 يوماً");
	relative_is(LANG_AR, "2026-11-03", "بعد يومين");
	relative_is(LANG_AR, "2026-10-02", "قبل 30 يوماً");
	relative_is(LANG_AR, "2026-10-01", "قبل شهر");
	relative_is(LANG_AR, "2026-08-31", "قبل شهرين");
	relative_is(LANG_AR, "2025-11-02", "قبل 11 شهراً");
	relative_is(LANG_AR, "2025-11-01", "قبل سنة");
	relative_is(LANG_AR, "2022-05-10", "قبل 4 سنوات");
	relative_is(LANG_AR, "2030-05-10", "بعد 3 سنوات");
	relative_is(LANG_CKB, "2026-10-29", "پێش 3 ڕۆژ");
	relative_is(LANG_CKB, "2027-02-01", "دوای 3 مانگ");
	relative_is(LANG_EN, "2026-12-01", "in 1 month");
	relative_is(LANG_EN, "2026-11-30", "in 29 days");
	/* no more exact than what is known */
	relative_is(LANG_EN, "2026-11", "this month");
	relative_is(LANG_EN, "2026-09", "2 months ago");
	relative_is(LANG_EN, "2026", "this year");
	relative_is(LANG_EN, "2024", "2 years ago");
	relative_is(LANG_EN, "2030", "in 4 years");
	relative_is(LANG_EN, "", "");
}

static void phones(const char *text, const char *wanted)
{
	struct arena mem;

	arena_init(&mem, 64 * 1024);
	assert_str(isolate_phones(&mem, str_of(text)), wanted);
	arena_release(&mem);
}

static void test_phones(void **state)
{
	static const char *const left_alone[] = {
		"", "+", "0", "2022", "في 05.06.2022", "05-06-2022",
		"05 06 2022", "2022-05-10", "IQ22-4", "0.5 من 1000",
		"+5 أعضاء", "A/RES/73/195", "ISBN 978-0-306-40615-7",
		"1 234 567", "+1234567890123456", "100+200",
	};

	(void)state;
	phones("هاتف: +964 770 123 4567", "هاتف: \u2066+964 770 123 4567\u2069");
	phones("٠٧٧٠ ١٢٣ ٤٥٦٧ للاتصال", "\u2066٠٧٧٠ \u200E١٢٣ \u200E٤٥٦٧\u2069 للاتصال");
	phones("۰۷۷۰-۱۲۳-۴۵۶۷", "\u2066۰۷۷۰-\u200E۱۲۳-\u200E۴۵۶۷\u2069");
	phones("00964 770 123 4567.", "\u206600964 770 123 4567\u2069.");
	phones("+9647701234567", "\u2066+9647701234567\u2069");
	phones("+964 (770) 123 4567, +44 20 7946 0958",
	       "\u2066+964 (770) 123 4567\u2069, "
	       "\u2066+44 20 7946 0958\u2069");
	for (size_t i = 0; i < COUNT(left_alone); i++)
		phones(left_alone[i], left_alone[i]);
}

static void test_isolate(void **state)
{
	struct str own = STR("مؤسسة IOM");
	struct arena mem;
	struct buf b;

	(void)state;
	buf_init(&b);
	isolate_text(&b, STR("IQ22-4"));
	assert_buf(&b, "\u2068IQ22-4\u2069");
	buf_release(&b);
	arena_init(&mem, 64 * 1024);
	assert_ptr_equal(isolate_foreign(&mem, LANG_AR, own).p, own.p);
	assert_str(isolate_foreign(&mem, LANG_EN, own),
		   "\u2068مؤسسة IOM\u2069");
	assert_str(isolate_foreign(&mem, LANG_CKB, STR("2 Élan")),
		   "\u20682 Élan\u2069");
	assert_str(isolate_foreign(&mem, LANG_AR, STR("2022")), "2022");
	assert_str(isolate_foreign(&mem, LANG_AR, STR("\u2068IOM\u2069")),
		   "\u2068IOM\u2069");
	arena_release(&mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_settings, plain),
		cmocka_unit_test_setup(test_months, plain),
		cmocka_unit_test_setup(test_digits, plain),
		cmocka_unit_test_setup(test_other_calendars, plain),
		cmocka_unit_test_setup(test_read_again, plain),
		cmocka_unit_test_setup(test_ranges, plain),
		cmocka_unit_test_setup(test_numbers, plain),
		cmocka_unit_test_setup(test_typed_numbers, plain),
		cmocka_unit_test_setup(test_money, plain),
		cmocka_unit_test_setup(test_relative, plain),
		cmocka_unit_test_setup(test_phones, plain),
		cmocka_unit_test_setup(test_isolate, plain),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
