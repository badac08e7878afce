/*
 * relative.h - how far a day is from today, in words
 *
 * "قبل يومين", "بعد 3 أشهر", "in 2 years": by days up to a month, by whole
 * calendar months up to a year, then by years; never more exact than the
 * date itself, so that 2023 is not "two months ago". Rounded towards today.
 */
#ifndef LANG_RELATIVE_H
#define LANG_RELATIVE_H

#include "lang/date.h"

/* today must be a day. Nothing when d is not set. */
void relative_words(struct buf *out, enum lang l, struct date d,
		    struct date today);

#endif
