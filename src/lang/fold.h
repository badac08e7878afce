/*
 * fold.h - when two spellings are the same name
 *
 * Folding drops what people leave out or write differently: tashkil,
 * tatweel, hamza seats, alef and ya forms, ta marbuta, Sorani and Persian
 * letter forms, the presentation forms of old PDFs, digits of three sets,
 * case and accents of Latin letters, joiners, bidirectional marks, doubled
 * blanks. Two texts with equal folds are one name. Full search has more to
 * it and comes with its own issue.
 */
#ifndef LANG_FOLD_H
#define LANG_FOLD_H

#include "base/buf.h"

/* Written when the rules change, so that stored folds are made anew. */
enum { FOLD_RULES = 1 };

/* s must be valid UTF-8. */
void fold(struct buf *out, struct str s);
/* Only the three digit sets to ASCII; everything else unchanged. */
void fold_digits(struct buf *out, struct str s);

#endif
