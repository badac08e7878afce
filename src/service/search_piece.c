/* search_piece.c - where in its texts a record says what was asked */

#include "service/search_asked.h"

#include "base/utf8.h"

enum {
	TEXT_WORDS = 1500,	/* of one text that are looked at */
	BEFORE = 60,		/* characters before the first word found */
	WHOLE = 260,		/* of a piece */
	SPANS_MAX = 400,
	ALL_BYTES = 16000	/* of the texts of one record */
};

static bool one_of(struct str key, const struct str *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(key, list[i]))
			return true;
	return false;
}

/* Two words match when they share a key, as in the index. */
static bool same_word(const struct analysed_word *asked,
		      const struct analysed_word *w, bool roots)
{
	if (asked->exact.n && str_eq(asked->exact, w->exact))
		return true;
	for (size_t i = 0; i < asked->stems_n; i++)
		if (str_eq(asked->stems[i], w->exact) ||
		    one_of(asked->stems[i], w->stems, w->stems_n))
			return true;
	return roots && asked->root.n && str_eq(asked->root, w->root);
}

static bool was_asked(const struct search_asked *a,
		      const struct analysed_word *w)
{
	for (size_t i = 0; i < a->known_n; i++)
		if (same_word(a->known[i], w, a->by_root[i]))
			return true;
	return false;
}

size_t search_spans(const struct search_asked *a, struct str text,
		    struct search_span *out, size_t most)
{
	struct analysed t = analyse_again(a->memory, a->ctx->mem, text,
					  TEXT_WORDS);
	size_t n = 0;

	for (size_t i = 0; i < t.n && n < most; i++)
		if (was_asked(a, &t.words[i]))
			out[n++] = (struct search_span){
				t.words[i].at, t.words[i].n,
			};
	return n;
}

/* The span from which on most spans fit into one piece. */
static size_t densest(const struct search_span *spans, size_t n)
{
	size_t best = 0, best_n = 0;

	for (size_t i = 0; i < n; i++) {
		size_t k = i;

		while (k < n && spans[k].at < spans[i].at + WHOLE)
			k++;
		if (k - i > best_n) {
			best = i;
			best_n = k - i;
		}
	}
	return best;
}

/* Back by some characters, to the beginning of a word. */
static size_t back(struct str text, size_t at, size_t characters)
{
	size_t from = at;

	while (from > 0 && characters > 0) {
		from--;
		characters -= (text.p[from] & 0xC0) != 0x80;
	}
	if (from == 0)
		return 0;
	while (from < at && text.p[from] != ' ' && text.p[from] != '\n')
		from++;
	while (from < at && (text.p[from] == ' ' || text.p[from] == '\n'))
		from++;
	return from;
}

static size_t piece_end(struct str text, size_t from)
{
	size_t end = from + utf8_head(str_cut(text, from, text.n), WHOLE).n;
	size_t cut = end;

	if (end >= text.n)
		return text.n;
	while (cut > from && text.p[cut] != ' ' && text.p[cut] != '\n')
		cut--;
	return cut > from ? cut : end;
}

static void piece_make(struct search_piece *p, struct str text, enum lang l,
		       const struct search_span *spans, size_t n)
{
	size_t first = densest(spans, n);
	size_t from = n ? back(text, spans[first].at, BEFORE) : 0;
	size_t end = piece_end(text, from);

	p->text = str_cut(text, from, end - from);
	p->lang = l;
	p->cut_before = from > 0;
	p->cut_after = end < text.n;
	p->marks_n = 0;
	for (size_t i = first; i < n && p->marks_n < SEARCH_PIECE_MARKS; i++)
		if (spans[i].at >= from && spans[i].at + spans[i].n <= end)
			p->marks[p->marks_n++] = (struct search_span){
				spans[i].at - from, spans[i].n,
			};
}

/* The reader's own language first, then as they come; the heading last: it
 * is on the page already. */
static int turn_of(const struct search_asked *a, const struct search_row *r,
		   const struct search_text *t)
{
	bool own = t->lang == a->ctx->lang;

	if (t->field == entity_heading(r->to.entity))
		return t->lang == r->to.to.shown_lang ? -1 : 2;
	return own ? 0 : 1;
}

static bool body_find(const struct search_asked *a, struct search_result *r,
		      int turn, size_t *looked)
{
	struct search_span spans[SPANS_MAX];

	for (size_t i = 0; i < r->row.texts_n; i++) {
		const struct search_text *t = &r->row.texts[i];
		size_t n;

		if (turn_of(a, &r->row, t) != turn || *looked > ALL_BYTES)
			continue;
		*looked += t->body.n;
		n = search_spans(a, t->body, spans, SPANS_MAX);
		if (!n)
			continue;
		piece_make(&r->body, t->body, t->lang, spans, n);
		return true;
	}
	return false;
}

/* Nothing to mark: how the first text of the reader's language begins. */
static void body_begin(const struct search_asked *a, struct search_result *r)
{
	for (int turn = 0; turn < 2; turn++)
		for (size_t i = 0; i < r->row.texts_n; i++) {
			const struct search_text *t = &r->row.texts[i];

			if (turn_of(a, &r->row, t) == turn) {
				piece_make(&r->body, t->body, t->lang, NULL,
					   0);
				return;
			}
		}
}

void search_pieces(const struct search_asked *a, struct search_result *r)
{
	struct search_piece *h = &r->heading;
	size_t looked = 0;

	h->text = r->row.to.to.shown;
	h->lang = r->row.to.to.shown_lang;
	h->marks_n = search_spans(a, h->text, h->marks, SEARCH_PIECE_MARKS);
	for (int turn = 0; turn < 3; turn++)
		if (body_find(a, r, turn, &looked))
			return;
	body_begin(a, r);
}
