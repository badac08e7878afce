/*
 * isolate.h - what keeps its own direction inside a line
 *
 * Ranges, amounts and telephone numbers fall apart when the bidirectional
 * algorithm (UAX 9) reads them together with what stands beside them: in an
 * Arabic line "+964 770 123" comes out as "123 770 964+". In a page markup
 * isolates; these marks do it wherever there is none, as in mail, in CSV and
 * in the text of a release. A page may carry them as well.
 */
#ifndef LANG_ISOLATE_H
#define LANG_ISOLATE_H

#include "base/arena.h"
#include "base/buf.h"
#include "lang/lang.h"

/* Around words of language l: U+2067 or U+2066, then U+2069. */
void isolate_open(struct buf *out, enum lang l);
void isolate_close(struct buf *out);
/* Around data of a language nobody knows: U+2068 … U+2069. */
void isolate_text(struct buf *out, struct str s);

/* s isolated when its first letter runs the other way than l does, as a name
 * that nobody has put into that language yet; else s itself. */
struct str isolate_foreign(struct arena *mem, enum lang l, struct str s);

/*
 * s with its telephone numbers read from the left (U+2066 … U+2069): "+" or
 * 0 before at least seven digits of any of the three sets, in groups joined
 * by blanks, hyphens, points or parentheses; Arabic digits get a U+200E before
 * each further group. s itself when there is none;
 * else in mem. Dates, years and codes are left alone.
 */
struct str isolate_phones(struct arena *mem, struct str s);

#endif
