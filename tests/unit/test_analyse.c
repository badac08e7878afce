/* floors: lang base */
#include "check.h"

#include "base/utf8.h"
#include "lang/analyse.h"
#include "lang/fold.h"

static struct arena mem;

static int open_mem(void **state)
{
	(void)state;
	arena_init(&mem, 256 * 1024 * 1024);
	return 0;
}

static int close_mem(void **state)
{
	(void)state;
	arena_release(&mem);
	return 0;
}

static struct analysed_word one(const char *word)
{
	struct analysed found = analyse(&mem, str_of(word), 10);

	if (found.n != 1)
		print_error("%s: %zu words\n", word, found.n);
	assert_int_equal(found.n, 1);
	return found.words[0];
}

/* True when both words have a stem in common. */
static bool meet(const char *a, const char *b)
{
	struct analysed_word x = one(a), y = one(b);

	for (size_t i = 0; i < x.stems_n; i++)
		for (size_t j = 0; j < y.stems_n; j++)
			if (str_eq(x.stems[i], y.stems[j]))
				return true;
	return false;
}

/* Forms of one word, separated by blanks: each meets the first. */
static void family(const char *forms)
{
	struct str rest = str_of(forms), form;
	char first[128], other[128];

	assert_true(str_split(&rest, ' ', &form));
	snprintf(first, sizeof(first), "%.*s", STR_ARG(form));
	while (str_split(&rest, ' ', &form)) {
		snprintf(other, sizeof(other), "%.*s", STR_ARG(form));
		if (!meet(first, other))
			print_error("%s does not meet %s\n", first, other);
		assert_true(meet(first, other));
	}
}

static void test_families(void **state)
{
	(void)state;
	family("التزام الالتزام الالتزامات والتزاماتها بالتزام للالتزامات");
	family("هجرة الهجرة الْهِجْرَةُ هجـــرة للهجرة والهجرة هجرتهم الهجره");
	family("سياسة سياسات السياسة سياستها وسياساتنا");
	family("إجراء إجراءات الإجراءات اجراءاته");
	family("لجنة اللجنة للجنة لجان لجنتان لجنتين واللجان");
	family("وثيقة وثائق الوثائق وثائقها للوثائق");
	family("جهة جهات الجهات جهتها والجهات");
	family("اتفاقية اتفاقيات الاتفاقيات");
	family("نازح نازحين النازحون للنازحين نازحة");
	family("وزارة وزارات ووزارة بالوزارة");
	family("كردستان كوردستان کوردستان كردستانية");
	family("ڕێکخراو ريكخراو ڕێکخراوی ڕێکخراوەکان ڕێکخراوەکانی");
	family("وەزارەت وه‌زاره‌ت وه‌زاره‌تی وەزارەتەکان وەزارەتەکە");
	family("commitment commitments Commitments");
	family("organisation organizations organization");
	family("2025 ٢٠٢٥ ۲۰۲۵");
}

static void apart(const char *a, const char *b)
{
	if (meet(a, b))
		print_error("%s meets %s\n", a, b);
	assert_false(meet(a, b));
}

static void test_apart(void **state)
{
	(void)state;
	apart("وزارة", "زيارة");
	apart("سياسة", "سياحة");
	apart("هجرة", "مهاجر");		/* a root is no stem */
	apart("وحدة", "حدود");
	apart("خطة", "خطوط");
	apart("بطاقة", "طاقة");
	apart("international", "internal");
}

static void test_root(void **state)
{
	static const char *const pairs[][2] = {
		{ "هجرة", "المهاجرين" }, { "هجرة", "تهجير" },
		{ "نازح", "نزوح" }, { "عودة", "العائدين" },
		{ "التزام", "ملتزم" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(pairs); i++) {
		struct str a = one(pairs[i][0]).root;

		assert_int_not_equal(a.n, 0);
		assert_true(str_eq(a, one(pairs[i][1]).root));
	}
	assert_int_equal(one("Migration").root.n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_families),
		cmocka_unit_test(test_apart),
		cmocka_unit_test(test_root),
	};

	return cmocka_run_group_tests(tests, open_mem, close_mem);
}
