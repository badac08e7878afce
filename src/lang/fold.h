/*
 * fold.h - when two spellings are the same name
 *
 * Folding drops what people leave out or write differently: tashkil,
 * tatweel, hamza seats, alef and ya forms, ta marbuta, Sorani and Persian
 * letter forms, the presentation forms of old PDFs, digits of three sets,
 * case and accents of Latin letters, joiners, bidirectional marks, doubled
 * blanks. Two texts with equal folds are one name. Words as search sees them
 * (analyse.h) begin with a fold.
 */
#ifndef LANG_FOLD_H
#define LANG_FOLD_H

#include "base/arena.h"
#include "base/buf.h"

/* Written when the rules change, so that stored folds are made anew. */
enum { FOLD_RULES = 1 };

/* s must be valid UTF-8. */
void fold(struct buf *out, struct str s);
/* Only the three digit sets to ASCII; everything else unchanged. */
void fold_digits(struct buf *out, struct str s);

/* A code as people type or paste it: its digits as ASCII, without the marks
 * of direction that came along. Pure ASCII is given back as it is; else the
 * text lives in mem. */
struct str fold_code(struct arena *mem, struct str typed);

/* Code points that no fold has: tashkil, tatweel, joiners, direction. */
bool fold_drops(uint32_t c);
/* What one letter of Arabic script folds to; any other c stays. The four
 * shapes of lam with alef (U+FEF5 to U+FEFC) are not known here. */
uint32_t fold_letter(uint32_t c);

#endif
