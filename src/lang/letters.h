/*
 * letters.h - a word as letters, while the analyser takes it apart
 *
 * Private to analyse*.c and forms.c. The letters are folded (fold.h); beside
 * each stands what was written, because a rule may ask: ة where the fold says
 * ه, ئ where it says ي. What was written may only take readings away that a
 * careless spelling would leave, never make one that it would not have.
 */
#ifndef LANG_LETTERS_H
#define LANG_LETTERS_H

#include "base/str.h"

/* Letters of a word that counts ANALYSE_WORD_MAX bytes. */
enum { LETTERS_MAX = 48 };

/* Code points of the Arabic block and below: all fit 16 bits. */
struct letters {
	size_t n;
	uint16_t p[LETTERS_MAX];
	uint16_t raw[LETTERS_MAX];
};

/* Readings of a word, the likelier first; what does not fit is dropped. */
enum { READINGS_MAX = 8 };

struct readings {
	size_t n;
	struct letters of[READINGS_MAX];
};

/* How long affix is when w begins (ends) with it and has more letters than
 * that, else 0. affix is u"…". */
size_t letters_start(const struct letters *w, const uint16_t *affix);
size_t letters_end(const struct letters *w, const uint16_t *affix);
/* Without the first n letters. */
struct letters letters_behind(const struct letters *w, size_t n);
/* Copies the letters that are there, not the room. */
void letters_copy(struct letters *to, const struct letters *from);
bool letters_eq(const struct letters *a, const struct letters *b);
/* The last letter, folded; w is never empty. */
uint16_t letters_last(const struct letters *w);

/* Empty; the places are not written before they are used. */
void readings_init(struct readings *r);
/* Adds w unless it is there; false when it is or there is no room. */
bool readings_add(struct readings *r, const struct letters *w);

#endif
