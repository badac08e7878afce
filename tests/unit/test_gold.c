// floors: format model lang base
/*
 * test_gold.c - whether search finds what it should, on the gold set
 *
 * What the columns mean and what is counted stands in tests/gold/README.md.
 * The misses of the half for judging are told only when MITHAQ_GOLD_MISSES
 * is set, so that nobody writes rules for them by accident.
 */
#include "check.h"

#include <stdlib.h>

#include "base/os.h"
#include "format/csv_in.h"
#include "lang/analyse.h"

enum key { KEY_NONE, KEY_ROOT, KEY_STEM, KEY_EXACT };
enum kind { KIND_SAME, KIND_INFLECTED, KIND_VARIANT, KIND_ROOT, KIND_NONE };

static const char *const kinds[] = {
	"same", "inflected", "variant", "root", "none"
};
static const char *const langs[] = { "ar", "ckb", "en" };

enum { RECALL_PERCENT = 95, PRECISION_PERCENT = 90 };
/* Of 10,000 pairs of words of different families, so many may meet. */
enum { STRANGERS_MOST = 10, WORDS_MAX = 2000 };

struct tally {
	int pairs[COUNT(kinds)];
	int strong[COUNT(kinds)];	/* by exact form or stem */
	int weak[COUNT(kinds)];		/* by root only */
};

/* A word that the set calls one of its family. */
struct member {
	struct str family;
	size_t lang;
	struct analysed_word word;
};

struct half {
	struct arena mem;
	struct tally of[COUNT(langs)];
	struct tally all;
	struct member members[WORDS_MAX];
	size_t members_n;
};

static enum key word_shares(const struct analysed_word *a,
			    const struct analysed_word *b)
{
	if (str_eq(a->exact, b->exact))
		return KEY_EXACT;
	for (size_t i = 0; i < a->stems_n; i++)
		for (size_t k = 0; k < b->stems_n; k++)
			if (str_eq(a->stems[i], b->stems[k]))
				return KEY_STEM;
	if (!str_empty(a->root) && str_eq(a->root, b->root))
		return KEY_ROOT;
	return KEY_NONE;
}

/* The weakest of what the query's words find, each at its best. */
static enum key text_finds(struct arena *mem, struct str query,
			   struct str document)
{
	struct analysed q = analyse(mem, query, 100);
	struct analysed d = analyse(mem, document, 100);
	enum key weakest = q.n ? KEY_EXACT : KEY_NONE;

	for (size_t i = 0; i < q.n; i++) {
		enum key best = KEY_NONE;

		for (size_t k = 0; k < d.n; k++) {
			enum key now = word_shares(&q.words[i], &d.words[k]);

			best = now > best ? now : best;
		}
		weakest = best < weakest ? best : weakest;
	}
	return weakest;
}

static size_t place_in(const char *const names[], size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(name, names[i]))
			return i;
	fail_msg("%.*s is not one of the words of its column", STR_ARG(name));
	return 0;
}

static void tally_add(struct tally *t, enum kind kind, enum key found)
{
	t->pairs[kind]++;
	t->strong[kind] += found >= KEY_STEM;
	t->weak[kind] += found == KEY_ROOT;
}

static void member_add(struct half *h, struct str text, struct str family,
		       size_t lang)
{
	struct analysed a = analyse(&h->mem, text, 2);

	if (a.n != 1 || h->members_n == WORDS_MAX)
		return;
	for (size_t i = 0; i < h->members_n; i++)
		if (str_eq(h->members[i].word.exact, a.words[0].exact))
			return;
	h->members[h->members_n++] = (struct member){
		.family = family, .lang = lang, .word = a.words[0],
	};
}

/* How many words of different families share an exact form or a stem. */
static void strangers_meet(const struct half *h, const char *name, bool tell)
{
	long pairs = 0, met = 0;

	for (size_t i = 0; i < h->members_n; i++)
		for (size_t k = i + 1; k < h->members_n; k++) {
			const struct member *a = &h->members[i];
			const struct member *b = &h->members[k];

			if (a->lang != b->lang || str_eq(a->family, b->family))
				continue;
			pairs++;
			if (word_shares(&a->word, &b->word) < KEY_STEM)
				continue;
			met++;
			if (tell)
				printf("# %s: %.*s meets %.*s\n",
				       langs[a->lang], STR_ARG(a->word.exact),
				       STR_ARG(b->word.exact));
		}
	printf("# %s: %ld of %ld pairs across families share a stem\n", name,
	       met, pairs);
	assert_true(pairs > 10000);
	assert_true(met * 10000 <= pairs * STRANGERS_MOST);
}

static void half_read(struct half *h, const char *path, bool tell)
{
	struct str text;
	struct csv_in c;

	arena_init(&h->mem, 64 * 1024 * 1024);
	assert_int_equal(os_read_file(&h->mem, path, 1024 * 1024, &text),
			 ERR_OK);
	csv_open(&c, &h->mem, text);
	assert_true(csv_next(&c, &h->mem));
	assert_str(c.cells[2], "expected");
	while (csv_next(&c, &h->mem)) {
		assert_int_equal(c.cells_n, 6);
		enum kind kind = (enum kind)place_in(kinds, COUNT(kinds),
						     c.cells[2]);
		size_t lang = place_in(langs, COUNT(langs), c.cells[3]);
		enum key found = text_finds(&h->mem, c.cells[0], c.cells[1]);

		tally_add(&h->of[lang], kind, found);
		tally_add(&h->all, kind, found);
		member_add(h, c.cells[0], c.cells[5], lang);
		if (kind < KIND_ROOT)
			member_add(h, c.cells[1], c.cells[5], lang);
		if (tell && (kind == KIND_NONE ? found >= KEY_STEM :
			     kind != KIND_ROOT && found < KEY_STEM))
			printf("# %s: %.*s %s %.*s (%.*s)\n", langs[lang],
			       STR_ARG(c.cells[0]),
			       kind == KIND_NONE ? "finds" : "misses",
			       STR_ARG(c.cells[1]), STR_ARG(c.cells[2]));
	}
	assert_int_equal(c.fault, CSV_FINE);
}

static int wanted_of(const struct tally *t)
{
	return t->pairs[KIND_SAME] + t->pairs[KIND_INFLECTED] +
	       t->pairs[KIND_VARIANT];
}

static int found_of(const struct tally *t)
{
	return t->strong[KIND_SAME] + t->strong[KIND_INFLECTED] +
	       t->strong[KIND_VARIANT];
}

static double part(int some, int all)
{
	return all ? 100.0 * some / all : 100.0;
}

static void tally_tell(const char *half, const char *lang,
		       const struct tally *t)
{
	int found = found_of(t);

	printf("# %s %s: recall %d/%d %.1f %%, precision %d/%d %.1f %%\n",
	       half, lang, found, wanted_of(t), part(found, wanted_of(t)),
	       found, found + t->strong[KIND_NONE],
	       part(found, found + t->strong[KIND_NONE]));
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (t->pairs[i])
			printf("#   %s: %d of %d by form or stem, "
			       "%d more by root\n", kinds[i], t->strong[i],
			       t->pairs[i], t->weak[i]);
}

static void half_tell(const struct half *h, const char *name)
{
	for (size_t i = 0; i < COUNT(langs); i++)
		tally_tell(name, langs[i], &h->of[i]);
	tally_tell(name, "all", &h->all);
}

/* Each language by itself: the many Arabic pairs carry nobody else. */
static void half_holds(const struct half *h)
{
	for (size_t i = 0; i < COUNT(langs); i++) {
		const struct tally *t = &h->of[i];
		int found = found_of(t), none = t->strong[KIND_NONE];

		assert_true(wanted_of(t) > 0);
		assert_true(found * 100 >= wanted_of(t) * RECALL_PERCENT);
		assert_true(found * 100 >=
			    (found + none) * PRECISION_PERCENT);
	}
}

static void the_set_is_what_it_says(void **state)
{
	static struct half tune, judge;

	(void)state;
	half_read(&tune, "tests/gold/tune.csv", false);
	half_read(&judge, "tests/gold/judge.csv", false);
	const struct tally *halves[] = { &tune.all, &judge.all };

	for (size_t i = 0; i < COUNT(halves); i++) {
		int none = halves[i]->pairs[KIND_NONE];

		assert_true(wanted_of(halves[i]) + none >= 360);
		assert_true(none * 3 >= wanted_of(halves[i]) + none);
	}
	for (size_t i = 0; i < tune.members_n; i++)
		for (size_t k = 0; k < judge.members_n; k++)
			if (tune.members[i].lang == judge.members[k].lang &&
			    str_eq(tune.members[i].family,
				   judge.members[k].family))
				fail_msg("%.*s is in both halves",
					 STR_ARG(tune.members[i].family));
	arena_release(&tune.mem);
	arena_release(&judge.mem);
}

static void what_the_rules_were_tuned_on(void **state)
{
	static struct half tune;

	(void)state;
	half_read(&tune, "tests/gold/tune.csv", true);
	half_tell(&tune, "tune");
	strangers_meet(&tune, "tune", true);
	half_holds(&tune);
	arena_release(&tune.mem);
}

static void what_they_are_judged_by(void **state)
{
	static struct half judge;

	(void)state;
	half_read(&judge, "tests/gold/judge.csv",
		  getenv("MITHAQ_GOLD_MISSES") != NULL);
	half_tell(&judge, "judge");
	strangers_meet(&judge, "judge",
		       getenv("MITHAQ_GOLD_MISSES") != NULL);
	half_holds(&judge);
	arena_release(&judge.mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_set_is_what_it_says),
		cmocka_unit_test(what_the_rules_were_tuned_on),
		cmocka_unit_test(what_they_are_judged_by),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
