/* floors: lang base */
/* Words lie in the text one behind the other, their keys are whole, and a
 * word has the same keys wherever it stands. */
#include <stdlib.h>

#include "base/utf8.h"
#include "lang/analyse.h"
#include "lang/charset.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
	if (!holds)
		abort();
}

static void check_key(struct str key)
{
	check(key.n > 0 && key.n <= ANALYSE_WORD_MAX);
	check(utf8_check(key) == key.n);
}

static void check_word(const struct analysed_word *w)
{
	check_key(w->exact);
	check(w->stems_n >= 1 && w->stems_n <= ANALYSE_STEMS);
	for (size_t i = 0; i < w->stems_n; i++) {
		check_key(w->stems[i]);
		for (size_t j = 0; j < i; j++)
			check(!str_eq(w->stems[i], w->stems[j]));
	}
	if (!str_empty(w->root)) {
		check_key(w->root);
		check(utf8_count(w->root) == 3);
	}
}

static void check_same(const struct analysed_word *a,
		       const struct analysed_word *b)
{
	check(str_eq(a->exact, b->exact));
	check(str_eq(a->root, b->root));
	check(a->stems_n == b->stems_n);
	for (size_t i = 0; i < a->stems_n; i++)
		check(str_eq(a->stems[i], b->stems[i]));
}

static void all_words(struct arena *mem, struct str text)
{
	struct analysed all = analyse(mem, text, text.n), some;
	size_t end = 0;

	check(!all.cut);
	for (size_t i = 0; i < all.n; i++) {
		const struct analysed_word *w = &all.words[i];

		check(w->at >= end && w->n > 0 && w->n <= text.n - w->at);
		end = w->at + w->n;
		check_word(w);
		/* Each word again would make a long text slow. */
		if (i >= 2)
			continue;
		some = analyse(mem, str_cut(text, w->at, w->n), 2);
		check(some.n == 1);
		check_same(w, &some.words[0]);
	}
	some = analyse(mem, text, all.n / 2);
	check(some.n == all.n / 2 && some.cut == (all.n > some.n));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str s = { (const char *)data, size }, text;
	const char *name;
	struct arena a;
	size_t bad_at;

	if (size > 4096)
		return 0;
	arena_init(&a, 64 * 1024 * 1024);
	if (utf8_check(s) == s.n)
		all_words(&a, s);
	else if (charset_to_utf8(&a, s, &text, &name, &bad_at))
		all_words(&a, text);
	arena_release(&a);
	return 0;
}
