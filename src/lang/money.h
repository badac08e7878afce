/*
 * money.h - amounts, as people read them
 *
 * An amount is a whole number of the smallest unit in use, so that sums are
 * exact. How many decimals a currency has in use is that of CLDR
 * (supplemental data, currencyData), which differs from ISO 4217 where small
 * coins are gone: the dinar IQD has none.
 */
#ifndef LANG_MONEY_H
#define LANG_MONEY_H

#include "base/buf.h"
#include "lang/lang.h"

/* 0, 2 or 3; 2 for a code that is unknown. */
int money_decimals(struct str currency);

/* "1,204,000 د.ع.", "IQD 1,204,000", isolated as one thing. currency is a
 * code of ISO 4217; one without a sign of its own is written as its code. */
void money_words(struct buf *out, enum lang l, int64_t amount,
		 struct str currency);

#endif
