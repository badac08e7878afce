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

static void apart(const char *a, const char *b)
{
	if (meet(a, b))
		print_error("%s meets %s\n", a, b);
	assert_false(meet(a, b));
}

static void test_arabic(void **state)
{
	(void)state;
	family("التزام الالتزام الالتزامات والتزاماتها بالتزام للالتزامات");
	family("هجرة الهجرة الْهِجْرَةُ هجـــرة للهجرة والهجرة هجرتهم الهجره");
	family("سياسة سياسات السياسة سياستها وسياساتنا");
	family("إجراء إجراءات الإجراءات اجراءاته");
	family("لجنة اللجنة للجنة لجان لجنتان لجنتين واللجان");
	family("وثيقة وثائق الوثائق وثائقها للوثائق");
	family("جهة جهات الجهات جهتها والجهات وجهة جهتان");
	family("اتفاقية اتفاقيات الاتفاقيات");
	family("نازح نازحين النازحون للنازحين نازحة");
	family("وزارة وزارات ووزارة بالوزارة");
	family("كردستان كوردستان کوردستان كردستانية");
	/* what stands on a hamza, and a last alef */
	family("بناء بنائها البناء");
	family("أعضاء عضو أعضائه الأعضاء عضواً");
	family("شخص شخصاً الأشخاص شخصان");
	family("منتدى منتداها المنتديات");
	family("أزمة لأزمة للأزمات ولأزمات");
	family("آلية بآلياتها الآليات آليتها اليات");
	/* construct plurals and duals */
	family("ممثل ممثلي ممثلو الممثلين");
	family("محافظة محافظتي المحافظات");
	/* two letters */
	family("حق بالحق حقوقهم وحق حقه حقين");
	/* verbs with their person */
	family("نشر ينشر تنشر نشرت");
	/* a word that looks like a plural */
	family("استبيان استبيانات الاستبيان");
	family("تعيين تعيينات التعيين");
	family("تعاون والتعاون تعاونهم");
}

/* Broken plurals that the table need not name, by their measure. */
static void test_measures(void **state)
{
	(void)state;
	family("مطعم المطاعم");
	family("محصول المحاصيل");
	family("ضريبة ضرائب الضرائب ضرائبها");
	family("خسارة الخسائر");
	family("جثمان الجثامين");
	family("جانب جوانبها");
	family("قاموس القواميس");
	family("سلاح الأسلحة أسلحتهم");
	family("فندق الفنادق");
	family("عالم العلماء");
	family("صديق أصدقاء");
	family("صوت الأصوات");
}

static void test_sorani(void **state)
{
	(void)state;
	family("ڕێکخراو ريكخراو ڕێکخراوی ڕێکخراوەکان ڕێکخراوەکانی");
	family("وەزارەت وه‌زاره‌ت وه‌زاره‌تی وەزارەتەکان وەزارەتەکە وەزارەتەکانە");
	family("کۆچبەر کۆچبەران کۆچبەرانیان کۆچبەرە");
	family("پڕۆژە پرۆژەیەکی پڕۆژەکانی");
	family("گەڕانەوە گەڕانەوەی گەڕانەوەکەی گەڕانەوەدا");
	family("سەرۆک سەرۆکان سەرۆکەکان");
	family("ڕێگا ڕێگاکان ڕێگای");
	family("حکومەت حکوومەتی حکوومەتەکان");
	family("وڵات ولات وڵاتاندا");
	family("سنوور سنوورەکان سنووردا");
	family("ئامانج ئامانجەکان ئامانجدا");
	family("دەوڵەت دەوڵەتان دەوڵەتانەوە");
	apart("یاسا", "ئاسایش");
	apart("فەرمان", "فەرمی");
}

static void test_english(void **state)
{
	(void)state;
	family("commitment commitments Commitments");
	family("organisation organizations organization organised");
	family("country countries country's COUNTRY’S");
	family("co-operation cooperation");
	family("crisis crises");
	family("meeting meetings met");
	family("programme programs");
	family("Qur’an Quran");
	family("2025 ٢٠٢٥ ۲۰۲۵");
	apart("international", "internal");
	apart("organs", "organisations");
	apart("authority", "author");
	apart("minority", "minor");
	apart("policy", "police");
	apart("2025", "2052");
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
	apart("اتحاد", "تحديات");
	apart("العليا", "على");
	apart("مدرسة", "درس");
	apart("جمهورية", "جمهور");
	apart("أخيرة", "خيار");
}

static void check_words(const char *text, const char *const *words, size_t n)
{
	struct analysed found = analyse(&mem, str_of(text), 100);

	assert_int_equal(found.n, n);
	assert_false(found.cut);
	for (size_t i = 0; i < n; i++)
		assert_str(found.words[i].exact, words[i]);
}

static void test_words(void **state)
{
	static const char *const mixed[] = {
		"iq22", "4", "2022", "م", "الهجره", "iom", "ab", "cd",
	};
	static const char *const numbers[] = {
		"1500", "1500", "2018", "2019", "1", "50", "12", "3456",
		"1234567",
	};
	const char *text = "الهجرة والنزوح، 2025";
	struct analysed found;

	(void)state;
	check_words("IQ22-4 2022م (الهجرة)IOM ab,cd.", mixed, COUNT(mixed));
	check_words("1,500 ١٬٥٠٠ 2018,2019 1,50 12,3456 1,234,567,", numbers,
		    COUNT(numbers));
	check_words("", NULL, 0);
	check_words("ًٌَ ـــ \u202E 😀 …؟! ( * \" OR", (const char *const[]){ "or" },
		    1);
	found = analyse(&mem, str_of(text), 2);
	assert_int_equal(found.n, 2);
	assert_true(found.cut);
	assert_str(str_cut(str_of(text), found.words[1].at, found.words[1].n),
		   "والنزوح");
	assert_str(found.words[1].exact, "والنزوح");
}

/* No key is longer than the limit, and a cut letter is dropped whole. */
static void test_long(void **state)
{
	static char text[4000];
	struct analysed_word w;

	(void)state;
	for (size_t i = 0; i + 1 < sizeof(text); i++)
		text[i] = i % 2 ? (char)0x87 : (char)0xD9;
	text[sizeof(text) - 2] = 0;
	w = one(text);
	assert_true(w.exact.n <= ANALYSE_WORD_MAX && w.exact.n > 90);
	assert_int_equal(utf8_check(w.exact), w.exact.n);
	memset(text, 'a', sizeof(text) - 1);
	assert_int_equal(one(text).exact.n, ANALYSE_WORD_MAX);
}

/* A word has the same keys wherever it stands. */
static void test_alone(void **state)
{
	const char *text = "ولجنة وزارات commitments ڕێکخراوەکان";
	struct analysed all = analyse(&mem, str_of(text), 10);

	(void)state;
	assert_int_equal(all.n, 4);
	for (size_t i = 0; i < all.n; i++) {
		struct analysed single = analyse(&mem, str_cut(str_of(text),
				all.words[i].at, all.words[i].n), 10);

		assert_int_equal(single.n, 1);
		assert_int_equal(single.words[0].stems_n, all.words[i].stems_n);
		for (size_t j = 0; j < all.words[i].stems_n; j++)
			assert_true(str_eq(single.words[0].stems[j],
					   all.words[i].stems[j]));
	}
}

static void test_root(void **state)
{
	static const char *const pairs[][2] = {
		{ "هجرة", "المهاجرين" }, { "هجرة", "تهجير" },
		{ "نازح", "نزوح" }, { "عودة", "العائدين" },
		{ "التزام", "ملتزم" }, { "التزام", "تلتزم" },
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
		cmocka_unit_test(test_arabic),
		cmocka_unit_test(test_measures),
		cmocka_unit_test(test_sorani),
		cmocka_unit_test(test_english),
		cmocka_unit_test(test_apart),
		cmocka_unit_test(test_root),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_alone),
	};

	return cmocka_run_group_tests(tests, open_mem, close_mem);
}
