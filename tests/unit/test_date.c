/* floors: lang base */
#include "check.h"

#include "lang/date.h"

static struct date iso(const char *s)
{
	struct date d = { 0 };

	if (*s)
		assert_true(date_from_iso(str_of(s), &d));
	return d;
}

static void assert_iso(struct date d, const char *wanted)
{
	char out[DATE_ISO];

	assert_str(date_iso(d, out), wanted);
}

static void test_iso(void **state)
{
	static const char *const refused[] = {
		"", "22", "2022-", "2022-5", "2022-13", "2022-00", "2022-02-30",
		"2023-02-29", "2022-05-00", "2022/05/10", "2022-05-10 ",
		"٢٠٢٢", "+022", "0000", "2022-05-1O",
	};
	struct date d = { 0 };

	(void)state;
	assert_iso(iso("2022-05-10"), "2022-05-10");
	assert_iso(iso("2022-05"), "2022-05");
	assert_iso(iso("2022"), "2022");
	assert_iso(iso("2024-02-29"), "2024-02-29");
	assert_iso(d, "");
	for (size_t i = 0; i < COUNT(refused); i++)
		assert_false(date_from_iso(str_of(refused[i]), &d));
	assert_false(date_is_set(d));
}

static void test_span(void **state)
{
	(void)state;
	assert_iso(date_last(iso("2023")), "2023-12-31");
	assert_iso(date_last(iso("2024-02")), "2024-02-29");
	assert_iso(date_last(iso("1900-02")), "1900-02-28");
	assert_iso(date_last(iso("2022-05-10")), "2022-05-10");
	assert_iso(date_first(iso("2023")), "2023-01-01");
	assert_iso(date_first(iso("2023-04")), "2023-04-01");
	assert_iso(date_last(iso("")), "");
	assert_iso(date_first(iso("")), "");
}

static void test_order(void **state)
{
	static const char *const sorted[] = {
		"", "2021-12-31", "2022", "2022-01", "2022-01-01",
		"2022-01-02", "2022-02", "2022-12-31", "2023",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(sorted); i++)
		for (size_t j = 0; j < COUNT(sorted); j++) {
			int order = date_cmp(iso(sorted[i]), iso(sorted[j]));

			assert_int_equal((order > 0) - (order < 0),
					 (i > j) - (i < j));
			assert_int_equal(date_eq(iso(sorted[i]),
						 iso(sorted[j])), i == j);
		}
	assert_true(date_before(iso("2022"), iso("2023-01-01")));
	assert_true(date_before(iso("2022-05"), iso("2022-06-01")));
	assert_false(date_before(iso("2022"), iso("2022-12-31")));
	assert_false(date_before(iso("2022-05-10"), iso("2022-05")));
	assert_false(date_before(iso(""), iso("2022")));
	assert_false(date_before(iso("2022"), iso("")));
}

static void test_days(void **state)
{
	(void)state;
	assert_int_equal(date_days_between(iso("2024-02-28"),
					   iso("2024-03-01")), 2);
	assert_int_equal(date_days_between(iso("2023"), iso("2024")), 366);
	assert_int_equal(date_days_between(iso("2024-03-01"),
					   iso("2024-02-28")), -2);
	assert_int_equal(date_days_between(iso("1970-01-01"),
					   iso("2000-01-01")), 10957);
	assert_int_equal(date_weekday(iso("1970-01-01")), 4);
	assert_int_equal(date_weekday(iso("2026-11-01")), 7);
	assert_int_equal(date_weekday(iso("2026-11-02")), 1);
	assert_int_equal(date_weekday(iso("1900-01-01")), 1);
}

static void test_read(void **state)
{
	static const struct {
		const char *typed, *wanted;
	} fine[] = {
		{ "", "" }, { "  ", "" }, { "2022-05-10", "2022-05-10" },
		{ "2022/5/10", "2022-05-10" }, { "10.5.2022", "2022-05-10" },
		{ "10-05-2022", "2022-05-10" }, { "10 5 2022", "2022-05-10" },
		{ "٣١/١٢/٢٠٢٦", "2026-12-31" }, { "۳۱/۱۲/۲۰۲۶", "2026-12-31" },
		{ "\u200F٣١/١٢/٢٠٢٦\u200F", "2026-12-31" },
		{ "٢٠٢٦-١٢-٣١", "2026-12-31" }, { "2023", "2023" },
		{ "٢٠٢٣", "2023" }, { "2023م", "2023" }, { "عام 2023", "2023" },
		{ "5/2022", "2022-05" }, { "2022-05", "2022-05" },
		{ "29.2.2024", "2024-02-29" },
		{ "10 أيار 2022", "2022-05-10" },
		{ "١٠ أيار ٢٠٢٢", "2022-05-10" },
		{ "10 ايار، 2022", "2022-05-10" },
		{ "10 من أيار 2022", "2022-05-10" },
		{ "تموز 2024", "2024-07" }, { "شهر تموز 2024", "2024-07" },
		{ "مايو 2022", "2022-05" }, { "ماي 2022", "2022-05" },
		{ "أيار/مايو 2022", "2022-05" },
		{ "10 أيار (مايو) 2022", NULL },
		{ "31 كانون الأول 2024", "2024-12-31" },
		{ "1 كانون الثاني 2024", "2024-01-01" },
		{ "تشرين الثاني 2026", "2026-11" },
		{ "تشرين الاول 2026", "2026-10" },
		{ "٢٠ أغسطس ٢٠٢٣", "2023-08-20" },
		{ "کانوونی دووەم 2022", "2022-01" },
		{ "شوبات 2022", "2022-02" }, { "ئازار 2022", "2022-03" },
		{ "نیسان 2022", "2022-04" }, { "ئایار 2022", "2022-05" },
		{ "حوزەیران 2022", "2022-06" }, { "تەمووز 2022", "2022-07" },
		{ "ئاب 2022", "2022-08" }, { "ئەیلوول 2022", "2022-09" },
		{ "تشرینی یەکەم 2022", "2022-10" },
		{ "تشرینی دووەم 2022", "2022-11" },
		{ "کانوونی یەکەم 2022", "2022-12" },
		{ "10ی ئایاری 2022", "2022-05-10" },
		{ "20ی کانوونی یەکەمی 2022", "2022-12-20" },
		{ "ئازاری ٢٠٢٢", "2022-03" },
		{ "May 10, 2022", "2022-05-10" },
		{ "10 May 2022", "2022-05-10" }, { "May 2022", "2022-05" },
		{ "10th of MAY 2022", "2022-05-10" },
		{ "Sept. 1st, 2022", "2022-09-01" },
		{ "2022 May 10", "2022-05-10" }, { "10-May-2022", "2022-05-10" },
		{ "10 – 5 – 2022", "2022-05-10" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(fine); i++) {
		struct date d = { 1, 1, 1 };
		enum date_fault fault = date_read(str_of(fine[i].typed), &d);
		char out[DATE_ISO];

		if (!fine[i].wanted) {
			assert_int_equal(fault, DATE_UNREADABLE);
			continue;
		}
		if (fault || !str_is(date_iso(d, out), fine[i].wanted))
			fail_msg("%s gives fault %d, %s", fine[i].typed, fault,
				 out);
	}
}

static void test_faults(void **state)
{
	static const struct {
		const char *typed;
		enum date_fault fault;
	} bad[] = {
		{ "31.02.2024", DATE_NO_SUCH_DAY },
		{ "٣١/٠٢/٢٠٢٤", DATE_NO_SUCH_DAY },
		{ "29 February 2023", DATE_NO_SUCH_DAY },
		{ "2022-13-01", DATE_NO_SUCH_DAY },
		{ "05/25/2022", DATE_NO_SUCH_DAY },
		{ "0.5.2022", DATE_NO_SUCH_DAY },
		{ "0/2022", DATE_NO_SUCH_DAY },
		{ "0 أيار 2022", DATE_NO_SUCH_DAY },
		{ "05/06/22", DATE_AMBIGUOUS }, { "05/06", DATE_AMBIGUOUS },
		{ "10 أيار 22", DATE_AMBIGUOUS }, { "10 أيار", DATE_AMBIGUOUS },
		{ "أيار", DATE_AMBIGUOUS }, { "May 22", DATE_AMBIGUOUS },
		{ "1899", DATE_OUT_OF_RANGE }, { "2201", DATE_OUT_OF_RANGE },
		{ "1/1/1443", DATE_OUT_OF_RANGE },
		{ "0000", DATE_OUT_OF_RANGE },
		{ "10", DATE_UNREADABLE }, { "soon", DATE_UNREADABLE },
		{ "قريبا", DATE_UNREADABLE }, { "44691", DATE_UNREADABLE },
		{ "2022-2023", DATE_UNREADABLE }, { "2022-", DATE_UNREADABLE },
		{ "-2022", DATE_UNREADABLE }, { "5//2022", DATE_UNREADABLE },
		{ "10 5 6 2022", DATE_UNREADABLE },
		{ "5 2022 10", DATE_UNREADABLE },
		{ "10 5 May 2022", DATE_UNREADABLE },
		{ "May June 2022", DATE_UNREADABLE },
		{ "2022-05-10 12:30", DATE_UNREADABLE },
		{ "/", DATE_UNREADABLE }, { "م", DATE_UNREADABLE },
		{ "99999999999999999999", DATE_UNREADABLE },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct date d = { 0 };
		enum date_fault fault = date_read(str_of(bad[i].typed), &d);

		if (fault != bad[i].fault)
			fail_msg("%s gives fault %d, not %d", bad[i].typed,
				 fault, bad[i].fault);
		assert_false(date_is_set(d));
	}
}

static void test_words(void **state)
{
	static const char *const days[] = { "2022-05-10", "2022-05", "2022", "" };
	static const char *const wanted[LANG_N][4] = {
		{ "10 أيار 2022", "أيار 2022", "2022", "" },
		{ "10ی ئایاری 2022", "ئایاری 2022", "2022", "" },
		{ "10 May 2022", "May 2022", "2022", "" },
	};
	struct buf b;

	(void)state;
	buf_init(&b);
	for (int l = 0; l < LANG_N; l++)
		for (size_t i = 0; i < COUNT(days); i++) {
			date_words(&b, (enum lang)l, iso(days[i]));
			assert_buf(&b, wanted[l][i]);
		}
	buf_release(&b);
	assert_str(date_month_name(LANG_AR, 1), "كانون الثاني");
	assert_str(date_month_name(LANG_AR, 12), "كانون الأول");
	assert_string_equal(date_weekday_name(LANG_EN, 1), "Monday");
	assert_string_equal(date_weekday_name(LANG_AR, 5), "الجمعة");
}

static void test_ranges(void **state)
{
	static const struct {
		const char *from, *to, *en;
	} ranges[] = {
		{ "2022-05-17", "2022-05-20", "\u206617–20 May 2022\u2069" },
		{ "2022-05-30", "2022-06-02", "\u206630 May – 2 June 2022\u2069" },
		{ "2022-12-30", "2023-01-02",
		  "\u206630 December 2022 – 2 January 2023\u2069" },
		{ "2022-05", "2022-07", "\u2066May – July 2022\u2069" },
		{ "2022", "2025", "\u20662022–2025\u2069" },
		{ "2022-05", "2023", "\u2066May 2022 – 2023\u2069" },
		{ "2022", "2022-05", "\u20662022 – May 2022\u2069" },
		{ "2022-05-17", "", "17 May 2022" },
		{ "2022-05-17", "2022-05-17", "17 May 2022" },
		{ "", "2022", "2022" },
		{ "", "", "" },
	};
	struct buf b;

	(void)state;
	buf_init(&b);
	for (size_t i = 0; i < COUNT(ranges); i++) {
		date_range_words(&b, LANG_EN, iso(ranges[i].from),
				 iso(ranges[i].to));
		assert_buf(&b, ranges[i].en);
	}
	date_range_words(&b, LANG_AR, iso("2022-05-17"), iso("2022-05-20"));
	assert_buf(&b, "\u206717–20 أيار 2022\u2069");
	date_range_words(&b, LANG_CKB, iso("2022-05-17"), iso("2022-05-20"));
	assert_buf(&b, "\u206717–20ی ئایاری 2022\u2069");
	buf_release(&b);
}

/* Every day of three languages is read as it is shown. */
static void test_round(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b);
	for (int64_t day = 0; day < 800; day++) {
		struct instant t = { (19000 + day) * 86400000 };
		struct date d = instant_day(t, 0), read = { 0 };

		for (int l = 0; l < LANG_N; l++) {
			buf_reset(&b);
			date_words(&b, (enum lang)l, d);
			assert_int_equal(date_read(buf_str(&b), &read),
					 DATE_FINE);
			assert_true(date_eq(d, read));
		}
		d.day = 0;
		for (int l = 0; l < LANG_N; l++) {
			buf_reset(&b);
			date_words(&b, (enum lang)l, d);
			assert_int_equal(date_read(buf_str(&b), &read),
					 DATE_FINE);
			assert_true(date_eq(d, read));
		}
	}
	buf_release(&b);
}

static void test_instant(void **state)
{
	static const char *const same[] = {
		"2026-11-01T09:30:00Z", "1969-12-31T23:59:59.999Z",
		"2026-11-01T00:00:00.250Z", "1900-01-01T00:00:00Z", "",
	};
	static const char *const refused[] = {
		"2026-11-01", "2026-11-01T09:30Z", "2026-11-01T09:30:00",
		"2026-11-01T24:00:00Z", "2026-11-01T09:30:60Z",
		"2026-11-31T09:30:00Z", "2026-11-01 09:30:00Z",
		"2026-11-01T09:30:00.Z", "2026-11-01T09:30:00Zx",
		"2026-11-01T09:30:00+0300", "0001-01-01T00:00:00Z",
		"2026-11T09:30:00Z", "2026-11-01T09:30:00+03:60",
	};
	struct instant t;
	char out[32];

	(void)state;
	for (size_t i = 0; i < COUNT(same); i++) {
		assert_true(instant_from_iso(str_of(same[i]), &t));
		assert_str(instant_iso(t, out), same[i]);
	}
	for (size_t i = 0; i < COUNT(refused); i++)
		assert_false(instant_from_iso(str_of(refused[i]), &t));
	assert_true(instant_from_iso(STR("2026-11-01T01:30:00.5+03:00"), &t));
	assert_str(instant_iso(t, out), "2026-10-31T22:30:00.500Z");
	assert_iso(instant_day(t, 0), "2026-10-31");
	assert_iso(instant_day(t, 180), "2026-11-01");
	assert_iso(instant_day(t, -23 * 60), "2026-10-30");
	assert_iso(instant_day((struct instant){ 0 }, 180), "");
	assert_true(instant_from_iso(STR("2000-02-29T00:00:00Z"), &t));
	assert_int_equal(t.ms, 951782400000);
	assert_iso(instant_day(t, 0), "2000-02-29");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_iso),
		cmocka_unit_test(test_span),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_faults),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_ranges),
		cmocka_unit_test(test_round),
		cmocka_unit_test(test_instant),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
