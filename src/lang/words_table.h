/*
 * words_table.h - what tools/po2c makes of words/TAG.po
 *
 * Private to words.c and to the generated table. The rows are sorted by key
 * in byte order. The forms of a counted thing stand one after the other,
 * each ended by NUL, in the order of the .po file.
 */
#ifndef LANG_WORDS_TABLE_H
#define LANG_WORDS_TABLE_H

#include "lang/lang.h"

struct words_row {
	const char *key;
	bool counted;			/* has plural forms */
	const char *text[LANG_N];	/* NULL: no words in this language */
	unsigned borrowed;		/* bit l: those of the language of
					 * reference, marked */
	unsigned older, unchecked;	/* bit l: see enum word_state */
};

/* Which language lends its words where another has none. */
enum { WORDS_REFERENCE = LANG_EN };

extern const struct words_row words_table[];
extern const size_t words_table_n;
/* Where a key stands in words_table, counted from 1, by its hash or in the
 * slots behind it; 0 is an empty slot. Their number is a power of two. */
extern const uint16_t words_slots[];
extern const size_t words_slots_n;
/* How many plural forms a language has (nplurals of its .po file). */
extern const int words_plurals[LANG_N];
/* Which of them n has: the rule "plural=" of its .po file. */
int words_form(enum lang l, uint64_t n);

/* FNV-1a (Fowler, Noll, Vo). */
static inline uint32_t words_hash(const char *key)
{
	uint32_t h = 2166136261u;

	while (*key)
		h = (h ^ (unsigned char)*key++) * 16777619u;
	return h;
}

#endif
