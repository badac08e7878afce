/* floors: lang base */
#include "check.h"

#include "base/utf8.h"
#include "lang/fold.h"

static void test_same(void **state)
{
	static const struct {
		const char *a, *b;
	} same[] = {
		{ "الْهِجْرَةُ", "الهجره" },		/* tashkil, ta marbuta */
		{ "هجـــرة", "هجرة" },			/* tatweel */
		{ "أمانة إدارة آلية", "امانة ادارة الية" },
		{ "شؤون", "شوون" },
		{ "هيئة", "هييه" },
		{ "مستشفى", "مستشفي" },
		{ "کوردستان", "كوردستان" },
		{ "ڕێکخراوی", "ريكخراوي" },	/* an Arabic keyboard */
		{ "وه\u200Cزاره\u200Cت", "وەزارەت" },
		{ "ھەولێر", "هەولێر" },
		{ "٢٠٢٥", "2025" },
		{ "۲۰۲۵", "2025" },
		{ "  a \t\u00A0 b\n", "A B" },
		{ "\u200Fabc\u202C", "abc" },
		{ "Élan Žižek Øre", "elan zizek ore" },
		{ "e\u0301lan", "élan" },
		{ "Straße", "STRASSE" },
		{ "\uFEE3\uFEF4\uFE9C\uFE8E\uFED5", "ميثاق" },
		{ "\uFEFB", "لا" },
		{ "\u0627\u0654\u0645\u0631", "أمر" },	/* hamza set apart */
	};
	struct buf a, b;

	(void)state;
	buf_init(&a);
	buf_init(&b);
	for (size_t i = 0; i < COUNT(same); i++) {
		buf_reset(&a);
		buf_reset(&b);
		fold(&a, str_of(same[i].a));
		fold(&b, str_of(same[i].b));
		assert_string_equal(a.data, b.data);
	}
	buf_release(&a);
	buf_release(&b);
}

static void test_kept(void **state)
{
	static const struct {
		const char *text, *folded;
	} kept[] = {
		{ "", "" },
		{ " \u200F ", "" },
		{ "IQ22-4", "iq22-4" },
		{ "پ چ ژ گ", "پ چ ژ گ" },
		{ "2×3÷1", "2×3÷1" },
		{ "日本", "日本" },
		{ "\U0001F600", "\U0001F600" },
		{ "هجرة، ونزوح؟", "هجره، ونزوح؟" },
	};
	struct buf b;

	(void)state;
	buf_init(&b);
	for (size_t i = 0; i < COUNT(kept); i++) {
		fold(&b, str_of(kept[i].text));
		assert_buf(&b, kept[i].folded);
	}
	/* a fold goes behind what is there and does not join it */
	buf_add(&b, STR("x|"));
	fold(&b, STR(" a "));
	assert_buf(&b, "x|a");
	buf_release(&b);
}

/* Every code point folds to valid text, and a fold folds to itself. */
static void test_stable(void **state)
{
	struct buf once, twice;

	(void)state;
	buf_init(&once);
	buf_init(&twice);
	for (uint32_t c = 1; c < 0x20000; c++) {
		char bytes[4];

		if (c >= 0xD800 && c <= 0xDFFF)
			continue;
		buf_reset(&once);
		buf_reset(&twice);
		fold(&once, (struct str){ bytes, utf8_put(bytes, c) });
		assert_int_equal(utf8_check(buf_str(&once)), once.n);
		fold(&twice, buf_str(&once));
		assert_string_equal(once.data, twice.data);
	}
	buf_release(&once);
	buf_release(&twice);
}

static void test_digits(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b);
	fold_digits(&b, STR("٣١/١٢ ۴۵۶ 7 أ"));
	assert_buf(&b, "31/12 456 7 أ");
	buf_release(&b);
}

static void test_code(void **state)
{
	struct str plain = STR("IQ22-4");
	struct arena mem;

	(void)state;
	arena_init(&mem, 64 * 1024);
	assert_ptr_equal(fold_code(&mem, plain).p, plain.p);
	assert_str(fold_code(&mem, STR("IQ٢٢-٤")), "IQ22-4");
	assert_str(fold_code(&mem, STR("IQ۲۲-۴")), "IQ22-4");
	assert_str(fold_code(&mem, STR("\u200FIQ22-4\u200E ")), "IQ22-4");
	assert_str(fold_code(&mem, STR("\u2068IQ22-4\u2069")), "IQ22-4");
	assert_str(fold_code(&mem, STR("تعهد ٤")), "تعهد 4");
	assert_str(fold_code(&mem, STR("IQ\xD9")), "IQ\xD9");
	arena_release(&mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_kept),
		cmocka_unit_test(test_stable),
		cmocka_unit_test(test_digits),
		cmocka_unit_test(test_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
