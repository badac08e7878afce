/* search_guess.c - one wrong letter */

#include "service/search_asked.h"

#include "base/utf8.h"
#include "lang/stop_words.h"

/*
 * All words that are one letter away are asked for at once; what the records
 * found really say decides. The work is bounded by the length of a word.
 */
enum {
	LETTERS_LEAST = 3, LETTERS_MOST = 14,
	WORDS_ROOM = 4000,
	TEXT_WORDS = 300,
	RESULTS_LOOKED = 5,
	MATCHES_LOOKED = 60,
	NEAREST = 1000
};

/* As lang/fold.h leaves them. */
static const uint32_t arabic[] = {
	0x0621, 0x0627, 0x0628, 0x062A, 0x062B, 0x062C, 0x062D, 0x062E,
	0x062F, 0x0630, 0x0631, 0x0632, 0x0633, 0x0634, 0x0635, 0x0636,
	0x0637, 0x0638, 0x0639, 0x063A, 0x0641, 0x0642, 0x0643, 0x0644,
	0x0645, 0x0646, 0x0647, 0x0648, 0x064A, 0x067E, 0x0686, 0x0698,
	0x06AF,
};

struct letters {
	uint32_t c[LETTERS_MOST + 2];
	size_t n;
};

static bool letters_of(struct str word, struct letters *out)
{
	out->n = 0;
	for (size_t at = 0; at < word.n; ) {
		if (out->n == LETTERS_MOST)
			return false;
		out->c[out->n++] = utf8_next(word, &at);
	}
	return out->n >= LETTERS_LEAST;
}

/* Words to be asked for, each as an analysed word with one key. */
struct guesses {
	struct arena *mem;
	struct search_way *ways;
	size_t n;
	bool stem;
};

static void guess_add(struct guesses *g, const struct letters *l)
{
	struct analysed_word *w;
	char *bytes;
	size_t n = 0;

	if (g->n == WORDS_ROOM)
		return;
	bytes = arena_alloc(g->mem, 4 * l->n + 1);
	for (size_t i = 0; i < l->n; i++)
		n += utf8_put(bytes + n, l->c[i]);
	w = arena_alloc(g->mem, sizeof(*w));
	w->exact = w->root = STR("");
	if (g->stem)
		w->stems[w->stems_n++] = (struct str){ bytes, n };
	else
		w->exact = (struct str){ bytes, n };
	g->ways[g->n++] = (struct search_way){ w, 1, false };
}

static uint32_t letter_at(size_t i, bool of_arabic)
{
	return of_arabic ? arabic[i] : 'a' + (uint32_t)i;
}

static void letters_out_and_turned(struct guesses *g, const struct letters *l)
{
	for (size_t i = 0; i < l->n; i++) {
		struct letters less = { .n = 0 }, turned = *l;

		for (size_t k = 0; k < l->n; k++)
			if (k != i)
				less.c[less.n++] = l->c[k];
		guess_add(g, &less);
		if (i + 1 == l->n)
			continue;
		turned.c[i] = l->c[i + 1];
		turned.c[i + 1] = l->c[i];
		guess_add(g, &turned);
	}
}

static void letters_in_and_other(struct guesses *g, const struct letters *l)
{
	bool of_arabic = l->c[0] >= 0x0600 && l->c[0] <= 0x06FF;
	size_t letters_n = of_arabic ? COUNT(arabic) : 26;

	for (size_t i = 0; i <= l->n; i++)
		for (size_t k = 0; k < letters_n; k++) {
			uint32_t c = letter_at(k, of_arabic);
			struct letters more = { .n = l->n + 1 }, other = *l;

			for (size_t m = 0; m < more.n; m++)
				more.c[m] = m < i ? l->c[m] :
					    m > i ? l->c[m - 1] : c;
			guess_add(g, &more);
			if (i == l->n || l->c[i] == c)
				continue;
			other.c[i] = c;
			guess_add(g, &other);
		}
}

static void guesses_make(struct guesses *g, struct str key, bool stem)
{
	struct letters l;

	if (!letters_of(key, &l))
		return;
	g->stem = stem;
	letters_out_and_turned(g, &l);
	letters_in_and_other(g, &l);
}

/* One letter more, less, other, or two neighbours turned round. */
static bool one_away(struct str a, struct str b)
{
	struct letters x, y;
	size_t head = 0, tail = 0;

	if (!letters_of(a, &x) || !letters_of(b, &y) || str_eq(a, b))
		return false;
	if (x.n > y.n + 1 || y.n > x.n + 1)
		return false;
	while (head < x.n && head < y.n && x.c[head] == y.c[head])
		head++;
	while (tail < x.n - head && tail < y.n - head &&
	       x.c[x.n - 1 - tail] == y.c[y.n - 1 - tail])
		tail++;
	if (x.n - head - tail <= 1 && y.n - head - tail <= 1)
		return true;
	return x.n == y.n && x.n - head - tail == 2 &&
	       x.c[head] == y.c[head + 1] && x.c[head + 1] == y.c[head];
}

/* Bytes at both ends that two words have in common. */
static int likeness(struct str a, struct str b)
{
	size_t least = a.n < b.n ? a.n : b.n, head = 0, tail = 0;

	while (head < least && a.p[head] == b.p[head])
		head++;
	while (tail < least - head &&
	       a.p[a.n - 1 - tail] == b.p[b.n - 1 - tail])
		tail++;
	return (int)(head + tail);
}

/* The word itself is one letter away, or, weaker, its stem is; then the
 * likest word is meant. 0: neither. */
static int nearness(const struct analysed_word *typed,
		    const struct analysed_word *w)
{
	if (one_away(typed->exact, w->exact))
		return NEAREST;
	for (size_t i = 0; i < typed->stems_n; i++)
		for (size_t k = 0; k < w->stems_n; k++)
			if (one_away(typed->stems[i], w->stems[k]))
				return 1 + likeness(typed->exact, w->exact);
	return 0;
}

static void text_look(struct arena *mem, const struct analysed_word *typed,
		      struct str text, int *best, struct str *out)
{
	struct analysed t = analyse(mem, text, TEXT_WORDS);

	for (size_t i = 0; i < t.n && *best < NEAREST; i++) {
		int near = nearness(typed, &t.words[i]);

		if (near <= *best)
			continue;
		*best = near;
		*out = str_cut(text, t.words[i].at, t.words[i].n);
	}
}

static struct str word_in(struct arena *mem, const struct analysed_word *typed,
			  const struct search_row *rows, size_t n)
{
	struct str found = STR("");
	int best = 0;

	for (size_t i = 0; i < n && best < NEAREST; i++) {
		text_look(mem, typed, rows[i].to.to.shown, &best, &found);
		for (size_t k = 0; k < rows[i].texts_n && best < NEAREST; k++)
			text_look(mem, typed, rows[i].texts[k].body, &best,
				  &found);
	}
	return found;
}

/* True when a result on the page shows the word: then it is no mistake. */
static bool on_page(const struct search_asked *a,
		    const struct analysed_word *w)
{
	struct search_asked *only = arena_alloc(a->ctx->mem, sizeof(*only));
	const struct search_answer *out = a->out;
	struct search_span span;

	only->ctx = a->ctx;
	only->memory = a->memory;
	only->known[0] = w;
	only->by_root[0] = true;
	only->known_n = 1;
	for (size_t i = 0; i < out->n && i < RESULTS_LOOKED; i++)
		if (search_spans(only, out->results[i].heading.text, &span, 1) ||
		    search_spans(only, out->results[i].body.text, &span, 1))
			return true;
	return false;
}

/* The word that no record has: the longest of them. */
static enum err lost_word(struct search_asked *a, const struct search_ask *ask,
			  const struct analysed_word **out)
{
	const struct analysed_word *lost = NULL;
	struct search_way way = { .n = 1, .roots = true };
	struct search_part part = { &way, 1 };
	struct search_ask one = *ask;
	struct search_hit *hits;
	size_t n;
	enum err err;

	*out = NULL;
	for (size_t i = 0; i < a->all.n && i < SEARCH_WORDS_MAX; i++) {
		const struct analysed_word *w = &a->all.words[i];

		if ((!lost || w->exact.n > lost->exact.n) &&
		    !stop_word(w->exact) && !on_page(a, w))
			lost = w;
	}
	if (!lost)
		return ERR_OK;
	way.words = lost;
	one.parts = &part;
	one.n = 1;
	one.limit = 1;
	err = search_find(a->ctx->db, a->ctx->mem, &one, &hits, &n);
	if (n == 0)
		*out = lost;
	return err;
}

static int by_score(const struct search_hit *a, const struct search_hit *b)
{
	return a->score != b->score ? a->score > b->score : a->doc > b->doc;
}

/* The heaviest, most of a page, found without sorting all. */
static size_t heaviest(struct search_hit *hits, size_t n, int64_t *docs)
{
	size_t taken = 0;

	while (taken < SEARCH_PAGE && taken < n) {
		size_t best = taken;
		struct search_hit swap;

		for (size_t i = taken + 1; i < n; i++)
			if (by_score(&hits[i], &hits[best]))
				best = i;
		swap = hits[taken];
		hits[taken] = hits[best];
		hits[best] = swap;
		docs[taken] = hits[taken].doc;
		taken++;
	}
	return taken;
}

enum err search_guess(struct search_asked *a, const struct search_ask *ask,
		      struct str *meant)
{
	struct arena *mem = a->ctx->mem;
	struct guesses g = { .mem = mem };
	struct search_part part;
	struct search_ask near = *ask;
	struct search_row rows[SEARCH_PAGE];
	const struct analysed_word *lost;
	struct search_hit *hits;
	int64_t docs[SEARCH_PAGE];
	struct str word;
	size_t n;
	enum err err = lost_word(a, ask, &lost);

	if (err || !lost)
		return err;
	g.ways = arena_array(mem, WORDS_ROOM, sizeof(*g.ways));
	guesses_make(&g, lost->exact, false);
	if (lost->stems_n)
		guesses_make(&g, lost->stems[0], true);
	if (!g.n)
		return ERR_OK;
	part = (struct search_part){ g.ways, g.n };
	near.parts = &part;
	near.n = 1;
	near.limit = MATCHES_LOOKED;
	err = search_find(a->ctx->db, mem, &near, &hits, &n);
	if (err || !n)
		return err;
	n = heaviest(hits, n, docs);
	err = search_rows(a->ctx->db, mem, docs, n, a->ctx->lang, rows);
	word = err ? STR("") : word_in(mem, lost, rows, n);
	if (word.n)
		*meant = arena_printf(mem, "%.*s%.*s%.*s",
			STR_ARG(str_cut(a->text, 0, lost->at)), STR_ARG(word),
			STR_ARG(str_cut(a->text, lost->at + lost->n,
					a->text.n)));
	return err;
}
