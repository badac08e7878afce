/* words.c - the words of the interface, by key and language */

#include "lang/words.h"

#include <string.h>

#include "base/log.h"
#include "lang/number.h"
#include "lang/words_table.h"

static const struct words_row *row_find(const char *key)
{
	uint32_t hash = words_hash(key);

	for (size_t i = 0; i < words_slots_n; i++) {
		size_t no = words_slots[(hash + i) & (words_slots_n - 1)];

		if (!no)
			return NULL;
		if (strcmp(words_table[no - 1].key, key) == 0)
			return &words_table[no - 1];
	}
	return NULL;
}

static const char *form_at(const char *forms, int i)
{
	while (i-- > 0)
		forms += strlen(forms) + 1;
	return forms;
}

/* Whose forms stand in a row for language l. */
static enum lang lender(const struct words_row *row, enum lang l)
{
	return row->borrowed >> l & 1 ? (enum lang)WORDS_REFERENCE : l;
}

const char *word(enum lang l, const char *key)
{
	const struct words_row *row = row_find(key);

	if (!row || !row->text[l])
		return key;
	return row->counted ? form_at(row->text[l],
				      words_plurals[lender(row, l)] - 1)
			    : row->text[l];
}

bool word_known(enum lang l, const char *key)
{
	const struct words_row *row = row_find(key);

	return row && row->text[l] && lender(row, l) == l;
}

enum word_state word_state(enum lang l, const char *key)
{
	const struct words_row *row = row_find(key);

	if (!row || !row->text[l] || lender(row, l) != l)
		return WORD_MISSING;
	if (row->older >> l & 1)
		return WORD_OUT_OF_DATE;
	return row->unchecked >> l & 1 ? WORD_UNCHECKED : WORD_CHECKED;
}

int word_plural(enum lang l, int64_t n)
{
	return words_form(l, n < 0 ? 0 - (uint64_t)n : (uint64_t)n);
}

const char *word_n(enum lang l, const char *key, int64_t n)
{
	const struct words_row *row = row_find(key);

	if (!row || !row->text[l])
		return key;
	if (!row->counted)
		return row->text[l];
	return form_at(row->text[l], word_plural(lender(row, l), n));
}

static const struct hole *hole_find(const struct hole *holes, size_t n,
				    struct str name)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(name, holes[i].name))
			return &holes[i];
	BUG("a pattern has a hole that nobody fills");
}

/* Writes a piece of text of the pattern or of a hole. */
typedef void put_text(struct buf *out, struct str s);

static void put_hole(struct buf *out, const struct hole *h, put_text *put)
{
	if (put == html_text && h->markup.html.n)
		html_insert(out, h->markup);
	else
		put(out, h->text);
}

static void pattern(struct buf *out, const char *words, put_text *put,
		    const struct hole *holes, size_t n)
{
	struct str rest = str_of(words);

	for (;;) {
		size_t open = str_find_char(rest, '{');
		size_t close;

		put(out, str_cut(rest, 0, open));
		rest = str_cut(rest, open, rest.n);
		close = str_find_char(rest, '}');
		if (close == rest.n)
			break;
		put_hole(out, hole_find(holes, n, str_cut(rest, 1, close - 1)),
			 put);
		rest = str_cut(rest, close + 1, rest.n);
	}
	put(out, rest);
}

/* The caller's own {n} comes first: it may be marked up as a link. */
static void counted(struct buf *out, enum lang l, const char *words,
		    put_text *put, int64_t n, const struct hole *holes, size_t holes_n)
{
	enum { MOST = 16 };
	struct hole all[MOST];
	char room[NUMBER_ROOM];

	if (holes_n >= MOST)
		BUG("a pattern with too many holes");
	for (size_t i = 0; i < holes_n; i++)
		all[i] = holes[i];
	all[holes_n] = (struct hole){ .name = "n", .text = number_grouped(l, n, room) };
	pattern(out, words, put, all, holes_n + 1);
}

void html_word(struct buf *out, enum lang l, const char *key,
	       const struct hole *holes, size_t n)
{
	pattern(out, word(l, key), html_text, holes, n);
}

void html_word_n(struct buf *out, enum lang l, const char *key, int64_t n,
		 const struct hole *holes, size_t holes_n)
{
	counted(out, l, word_n(l, key, n), html_text, n, holes, holes_n);
}

void text_word(struct buf *out, enum lang l, const char *key,
	       const struct hole *holes, size_t n)
{
	pattern(out, word(l, key), buf_add, holes, n);
}

void text_word_n(struct buf *out, enum lang l, const char *key, int64_t n,
		 const struct hole *holes, size_t holes_n)
{
	counted(out, l, word_n(l, key, n), buf_add, n, holes, holes_n);
}

const char *word_key_at(size_t i)
{
	return i < words_table_n ? words_table[i].key : NULL;
}
