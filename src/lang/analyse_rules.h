/*
 * analyse_rules.h - how the words of each language are taken apart
 *
 * Private to analyse*.c. Each adds to `out` the stems that a word can have,
 * the likelier first; the same word always has the same stems, whatever text
 * it stands in. Work is bounded by the length of the word.
 */
#ifndef LANG_ANALYSE_RULES_H
#define LANG_ANALYSE_RULES_H

#include "lang/letters.h"

/* Particles before, then endings behind (Ryding, A Reference Grammar of
 * Modern Standard Arabic, 2005, chapters 5 to 8; order after Larkey's light
 * stemmers, 2002). */
void arabic_stems(struct readings *out, const struct letters *w);
/* The three letters of the root of a stem; false when no pattern fits. Weak
 * letters (و ي ا ء inside or last) are one letter. */
bool arabic_root(struct letters *root, const struct letters *stem);

/* Endings of Sorani: enclitics, article and number, linking vowel (Thackston,
 * Sorani Kurdish, 2006). */
void sorani_stems(struct readings *out, const struct letters *w);
/* True when a letter or an ending is there that only Sorani has. */
bool sorani_seen(const struct letters *w);
/* True when the letters could be Sorani as well as Arabic. */
bool sorani_possible(const struct letters *w);

/* English, by libstemmer (the door to it). One is opened for a text when
 * its first Latin word comes. */
struct english;
struct english *english_open(void);
void english_close(struct english *e);
/* The stem of a folded word; good until the next one. */
struct str english_stem(struct english *e, struct str word);

#endif
