/* search_asked.c - a query, taken apart */

#include "service/search_asked.h"

#include "base/utf8.h"
#include "domain/term.h"
#include "lang/fold.h"
#include "lang/stop_words.h"

enum {
	TYPED_MAX = 4000,	/* bytes that are looked at */
	WORDS_SEEN = 40,
	PHRASE_WORDS = 8,
	VARIANT_WORDS = 12,
	WAYS_MAX = 12
};

/* Some words one behind the other that may be the name of a term. */
struct phrase {
	size_t from, n;			/* words of asked.all */
	int64_t term;			/* 0: none */
};

static struct str folded(struct arena *mem, struct str s)
{
	struct buf b;
	struct str made;

	buf_init(&b);
	fold(&b, s);
	made = arena_str(mem, buf_str(&b));
	buf_release(&b);
	return made;
}

/* The query as typed, from one word to another. */
static struct str phrase_text(const struct search_asked *a,
			      const struct phrase *p)
{
	const struct analysed_word *first = &a->all.words[p->from];
	const struct analysed_word *last = first + p->n - 1;

	return str_cut(a->text, first->at, last->at + last->n - first->at);
}

/* The whole query, then phrases from short to long. */
static size_t phrases_make(const struct search_asked *a, struct phrase *out)
{
	size_t n = 0, longest = a->all.n;

	out[n++] = (struct phrase){ 0, a->all.n, 0 };
	if (longest > PHRASE_WORDS)
		longest = PHRASE_WORDS;
	for (size_t length = 1; length <= longest; length++)
		for (size_t i = 0; i + length <= a->all.n; i++)
			if (n < SEARCH_NAMES && length < a->all.n)
				out[n++] = (struct phrase){ i, length, 0 };
	return n;
}

static enum err names_find(struct search_asked *a, struct phrase *phrases,
			   size_t n)
{
	struct arena *mem = a->ctx->mem;
	struct str names[SEARCH_NAMES];
	enum err err;

	for (size_t i = 0; i < n; i++)
		names[i] = folded(mem, phrase_text(a, &phrases[i]));
	a->whole = names[0];
	err = search_named(a->ctx->db, mem, names, n, &a->named, &a->named_n);
	for (size_t i = 0; i < a->named_n; i++)
		for (size_t k = 0; k < n; k++)
			if (a->named[i].entity == &term_entity &&
			    str_eq(a->named[i].folded, names[k]))
				phrases[k].term = a->named[i].row_id;
	return err;
}

static void known_add(struct search_asked *a, const struct search_way *way)
{
	for (size_t i = 0; i < way->n; i++) {
		if (a->known_n == SEARCH_KNOWN_MAX)
			return;
		a->by_root[a->known_n] = way->roots;
		a->known[a->known_n++] = &way->words[i];
	}
}

static void way_add(struct search_asked *a, struct search_part *part,
		    struct search_way way)
{
	if (!way.n || part->n == WAYS_MAX)
		return;
	part->ways[part->n++] = way;
	known_add(a, &way);
}

/* Words without those that say nothing, unless nothing else is there. */
static struct search_way way_of(struct arena *mem,
				const struct analysed_word *words, size_t n,
				bool roots)
{
	struct analysed_word *kept = arena_array(mem, n + 1, sizeof(*kept));
	struct search_way way = { .words = kept, .roots = roots };

	for (size_t i = 0; i < n; i++)
		if (!stop_word(words[i].exact))
			kept[way.n++] = words[i];
	return way;
}

static void variants_add(struct search_asked *a, struct search_part *part,
			 const struct phrase *p,
			 const struct search_variant *list, size_t n)
{
	struct arena *mem = a->ctx->mem;
	struct str own = folded(mem, phrase_text(a, p));

	for (size_t i = 0; i < n; i++) {
		struct analysed other;

		if (list[i].term != p->term ||
		    str_eq(folded(mem, list[i].name), own))
			continue;
		other = analyse(mem, list[i].name, VARIANT_WORDS);
		way_add(a, part, way_of(mem, other.words, other.n, false));
		if (!a->out->first_name.n)
			a->out->first_name = list[i].name;
	}
}

/* The longest phrase from a word on that names a term. */
static const struct phrase *term_at(const struct phrase *phrases, size_t n,
				    size_t from)
{
	const struct phrase *best = NULL;

	for (size_t i = 0; i < n; i++)
		if (phrases[i].term && phrases[i].from == from &&
		    (!best || phrases[i].n > best->n))
			best = &phrases[i];
	return best;
}

static struct search_part *part_new(struct search_asked *a)
{
	struct search_part *part = &a->parts[a->n++];

	part->ways = arena_array(a->ctx->mem, WAYS_MAX, sizeof(*part->ways));
	return part;
}

static void parts_make(struct search_asked *a, const struct phrase *phrases,
		       size_t n, const struct search_variant *variants,
		       size_t variants_n)
{
	struct arena *mem = a->ctx->mem;
	size_t step, i;
	bool all_stop = way_of(mem, a->all.words, a->all.n, true).n == 0;

	for (i = 0; i < a->all.n && a->n < SEARCH_WORDS_MAX; i += step) {
		const struct phrase *p = term_at(phrases, n, i);
		const struct analysed_word *w = &a->all.words[i];
		struct search_part *part;

		step = p ? p->n : 1;
		if (!p && !all_stop && stop_word(w->exact))
			continue;
		part = part_new(a);
		if (p && !all_stop)
			way_add(a, part, way_of(mem, w, p->n, true));
		else
			way_add(a, part, (struct search_way){ w, step, true });
		if (p)
			variants_add(a, part, p, variants, variants_n);
		if (!part->n)
			a->n--;
	}
	a->out->words_left_out = i < a->all.n || a->all.cut;
}

enum err search_take_apart(struct search_asked *a)
{
	struct arena *mem = a->ctx->mem;
	struct phrase phrases[SEARCH_NAMES];
	struct search_variant *variants = NULL;
	int64_t terms[SEARCH_PAGE];
	size_t n, terms_n = 0, variants_n = 0;
	enum err err;

	a->text = utf8_head(a->text, TYPED_MAX);
	a->all = analyse(mem, a->text, WORDS_SEEN);
	if (!a->all.n)
		return ERR_OK;
	n = phrases_make(a, phrases);
	err = names_find(a, phrases, n);
	for (size_t i = 0; i < n; i++)
		if (phrases[i].term && terms_n < COUNT(terms))
			terms[terms_n++] = phrases[i].term;
	if (err == ERR_OK && terms_n)
		err = search_variants(a->ctx->db, mem, terms, terms_n,
				      &variants, &variants_n);
	if (err == ERR_OK)
		parts_make(a, phrases, n, variants, variants_n);
	return err;
}
