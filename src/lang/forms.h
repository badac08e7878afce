/*
 * forms.h - words that no rule takes apart rightly
 *
 * words/forms.txt lists broken plurals and other spellings with the word they
 * belong to (وثيقة: وثائق), and words whose first or last letters look like a
 * particle or an ending and are none (= وزير). tools/forms2c makes a table of
 * it when the program is built; all forms in it are folded.
 */
#ifndef LANG_FORMS_H
#define LANG_FORMS_H

#include "lang/letters.h"

enum forms_found {
	FORMS_NONE,
	FORMS_WHOLE,	/* nothing of it is cut */
	FORMS_HEAD,	/* a word that has other forms */
	FORMS_OTHER,	/* one of these */
};

/* Private to forms.c and the generated table. */
struct forms_row {
	const uint16_t *from, *to;	/* to only of FORMS_OTHER */
	uint8_t from_n, to_n, what;
};

extern const struct forms_row forms_table[];
extern const size_t forms_table_n;
/* Where a form stands in forms_table, counted from 1, by its hash or in the
 * slots behind it; 0 is an empty slot. Their number is a power of two. */
extern const uint16_t forms_slots[];
extern const size_t forms_slots_n;

/* Another number when words/forms.txt says something else. */
extern const uint32_t forms_sum;

/* FNV-1a over letters. */
static inline uint32_t forms_hash(const uint16_t *p, size_t n)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < n; i++)
		h = (h ^ p[i]) * 16777619u;
	return h;
}

/* Looks w up; FORMS_OTHER: *head becomes the word that w is a form of. */
enum forms_found forms_find(const struct letters *w, struct letters *head);

#endif
