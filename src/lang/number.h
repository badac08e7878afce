/*
 * number.h - numbers as people read them
 *
 * Thousands are grouped as the language does it (1,204,000), with the digits
 * of the installation where the page is written from the right (١٬٢٠٤٬٠٠٠).
 * A number that is a name of something (a year, a version, a place in a
 * list) is not grouped. Compared with CLDR in tests/golden/intl.t.
 */
#ifndef LANG_NUMBER_H
#define LANG_NUMBER_H

#include "base/html.h"
#include "lang/lang.h"

/* The longest number with its marks, in bytes. */
enum { NUMBER_ROOM = 80 };

/*
 * A number as typed: digits of three sets, thousands grouped or not by any of
 * the marks that people use (1,204 · 1 204 · ١٬٢٠٤), a minus before it. False
 * when it is none, or when its groups are not of three: "1,2" may be meant as
 * a fraction. typed must be valid UTF-8.
 */
bool number_read(struct str typed, int64_t *out);

/* Both write into out and give what they wrote; not ended by NUL. */
struct str number_plain(enum lang l, int64_t n, char out[NUMBER_ROOM]);
struct str number_grouped(enum lang l, int64_t n, char out[NUMBER_ROOM]);

/* value / 10^decimals with exactly so many decimals (0 to 4), grouped. */
struct str number_decimal(enum lang l, int64_t value, int decimals,
			  char out[NUMBER_ROOM]);

/* s with its ASCII digits in those of the installation ("09:30"). */
void number_digits(struct buf *out, enum lang l, struct str s);

/* The same, written where it stands: into a page or plain text. */
void number_add(struct buf *out, enum lang l, int64_t n);	/* grouped */
void number_add_plain(struct buf *out, enum lang l, int64_t n);
/* In a page: isolated, so that it keeps its place beside other scripts. */
void number_html(struct buf *out, enum lang l, int64_t n);

#endif
