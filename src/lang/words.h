/*
 * words.h - the words of the interface, by key and language
 *
 * All words people read live in words/{ar,ckb,en}.po and are compiled into
 * the program by tools/po2c. A key is short and dotted ("pledge.due_on").
 * Patterns name their holes: "{n} تعهدات حتى {date}". A missing key is shown
 * as the key itself, and a test refuses it. A language that has no words for
 * a key yet shows the English ones behind "[en]".
 *
 * Plurals follow the rule in each .po file, which is that of CLDR: Arabic
 * zero, one, two, few, many, other; Sorani and English one, other.
 */
#ifndef LANG_WORDS_H
#define LANG_WORDS_H

#include "base/html.h"
#include "lang/lang.h"

/* The words of a key; NUL-ended and never NULL. */
const char *word(enum lang l, const char *key);
/* True when the key has words of that language itself. */
bool word_known(enum lang l, const char *key);
/* How far the words of a key are in a language; the first that is true. */
enum word_state {
	WORD_MISSING,
	WORD_OUT_OF_DATE,	/* the Arabic changed since: "#, fuzzy" */
	WORD_UNCHECKED,		/* nobody read it who speaks the language */
	WORD_CHECKED,
	WORD_STATES
};
enum word_state word_state(enum lang l, const char *key);
/* The form of a counted thing: key's plural form for n. */
const char *word_n(enum lang l, const char *key, int64_t n);
/* Which plural form n has, by the order of the .po file; -n as n. */
int word_plural(enum lang l, int64_t n);

/* A hole of a pattern and what goes in: plain text or made markup. */
struct hole {
	const char *name;
	struct str text;	/* escaped when it goes into a page */
	struct safe markup;	/* used instead of text when not empty */
};
/* The pattern of key with its holes filled, as page text. */
void html_word(struct buf *out, enum lang l, const char *key,
	       const struct hole *holes, size_t n);
/* The same for a counted thing; {n} is filled with the number, grouped and
 * in the digits of the installation. */
void html_word_n(struct buf *out, enum lang l, const char *key, int64_t n,
		 const struct hole *holes, size_t holes_n);
/* As plain text, for the terminal and for reports; markup is ignored. */
void text_word(struct buf *out, enum lang l, const char *key,
	       const struct hole *holes, size_t n);
void text_word_n(struct buf *out, enum lang l, const char *key, int64_t n,
		 const struct hole *holes, size_t holes_n);

/* Walks all keys, for the tests of words; NULL after the last. */
const char *word_key_at(size_t i);

#endif
