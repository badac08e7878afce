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
};

extern const struct words_row words_table[];
extern const size_t words_table_n;
/* How many plural forms a language has (nplurals of its .po file). */
extern const int words_plurals[LANG_N];

#endif
