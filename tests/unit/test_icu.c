/* floors: lang base */
#include "check.h"

#include <pthread.h>

#include "lang/icu.h"

static struct arena arena;

static int setup(void **state)
{
	(void)state;
	arena_init(&arena, 4 * 1024 * 1024);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static void in_order(enum lang l, const char *const names[], size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct str a = collate_key(&arena, l, str_of(names[i - 1]));
		struct str b = collate_key(&arena, l, str_of(names[i]));

		if (str_cmp(a, b) >= 0)
			fail_msg("%s must stand before %s", names[i - 1],
				 names[i]);
	}
}

static void test_sorani(void **state)
{
	static const char *const alphabet[] = {
		"ئا", "ا", "ب", "پ", "ت", "ج", "چ", "ح", "خ", "د", "ر", "ڕ",
		"ز", "ژ", "س", "ش", "ع", "غ", "ف", "ڤ", "ق", "ک", "گ", "ل",
		"ڵ", "م", "ن", "و", "ۆ", "ھ", "ە", "ی", "ێ", "Erbil",
	};
	/* primary order decides before the second letter does */
	static const char *const names[] = {
		"رێکخراو", "ڕانیە", "زاخۆ", "کەلار", "کەڵار", "هەولێر",
		"هەولێر ٢", "هەولێر ١٠",
	};

	(void)state;
	in_order(LANG_CKB, alphabet, COUNT(alphabet));
	in_order(LANG_CKB, names, COUNT(names));
}

static void test_arabic(void **state)
{
	/* آ أ إ ا count alike: the letter behind them decides */
	static const char *const names[] = {
		"أب", "إت", "اث", "آج", "ارض", "أسد", "بغداد", "تكريت",
		"مواطن", "مؤتمر", "مؤيد", "وزارة الداخلية", "وزارة الهجرة",
		"Baghdad",
	};

	(void)state;
	in_order(LANG_AR, names, COUNT(names));
}

static void test_english(void **state)
{
	static const char *const names[] = {
		"Objective 2", "Objective 10", "resume", "Resume", "résumé",
		"Zoo", "بغداد",
	};

	(void)state;
	in_order(LANG_EN, names, COUNT(names));
}

static void test_shape(void **state)
{
	struct str key = collate_key(&arena, LANG_AR, STR("وزارة"));
	char name[1200];
	struct str again;

	(void)state;
	assert_true(key.n > 0 && key.n % 2 == 0);
	for (size_t i = 0; i < key.n; i++)
		assert_non_null(strchr("0123456789abcdef", key.p[i]));
	assert_int_equal(collate_key(&arena, LANG_AR, STR("")).n, 4);
	/* a long name is cut in its key and still in the right place */
	for (size_t i = 0; i < sizeof(name); i++)
		name[i] = (char)('a' + i % 26);
	key = collate_key(&arena, LANG_EN, (struct str){ name, 1200 });
	assert_int_equal(key.n, 240);
	name[50] = 'Z';
	again = collate_key(&arena, LANG_EN, (struct str){ name, 1200 });
	assert_int_equal(again.n, 240);
	assert_true(str_cmp(key, again) < 0);
}

static void *many_keys(void *arg)
{
	struct arena own;
	size_t wrong = 0;

	arena_init(&own, 4 * 1024 * 1024);
	for (int i = 0; i < 2000; i++) {
		struct str key = collate_key(&own, LANG_CKB, STR("ڕانیە"));

		wrong += !str_is(key, arg);
		arena_reset(&own);
	}
	arena_release(&own);
	return wrong ? arg : NULL;
}

static void test_threads(void **state)
{
	struct str key = collate_key(&arena, LANG_CKB, STR("ڕانیە"));
	pthread_t threads[4];

	(void)state;
	for (size_t i = 0; i < COUNT(threads); i++)
		assert_int_equal(pthread_create(&threads[i], NULL, many_keys,
						(void *)(uintptr_t)key.p), 0);
	for (size_t i = 0; i < COUNT(threads); i++) {
		void *result;

		pthread_join(threads[i], &result);
		assert_null(result);
	}
}

static void test_nfc(void **state)
{
	struct str fine = STR("أمانة résumé");

	(void)state;
	assert_ptr_equal(normalise_nfc(&arena, fine).p, fine.p);
	assert_str(normalise_nfc(&arena, STR("ا\u0654مر e\u0301")), "أمر é");
	/* one that grows: a note falls into its parts */
	assert_str(normalise_nfc(&arena, STR("\U0001D160")),
		   "\U0001D158\U0001D165\U0001D16E");
	assert_str(normalise_nfc(&arena, STR("")), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sorani),
		cmocka_unit_test(test_arabic),
		cmocka_unit_test(test_english),
		cmocka_unit_test(test_shape),
		cmocka_unit_test(test_threads),
		cmocka_unit_test(test_nfc),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
