/* relative.c - how far a day is from today, in words */

#include "lang/relative.h"

#include "lang/words.h"

/* Whole months from a to b; a is not after b. */
static int64_t months_between(struct date a, struct date b)
{
	int64_t n = 12 * (b.year - a.year) + b.month - a.month;

	return n - (a.day && b.day && b.day < a.day);
}

static void in_days(struct buf *out, enum lang l, int64_t n, bool past)
{
	if (n == 0)
		text_word(out, l, "relative.today", NULL, 0);
	else if (n == 1)
		text_word(out, l, past ? "relative.yesterday"
				       : "relative.tomorrow", NULL, 0);
	else
		text_word_n(out, l, past ? "relative.days_ago"
					 : "relative.in_days", n, NULL, 0);
}

static void in_months(struct buf *out, enum lang l, int64_t n, bool past)
{
	if (n == 0)
		text_word(out, l, "relative.this_month", NULL, 0);
	else
		text_word_n(out, l, past ? "relative.months_ago"
					 : "relative.in_months", n, NULL, 0);
}

static void in_years(struct buf *out, enum lang l, int64_t n, bool past)
{
	if (n == 0)
		text_word(out, l, "relative.this_year", NULL, 0);
	else
		text_word_n(out, l, past ? "relative.years_ago"
					 : "relative.in_years", n, NULL, 0);
}

void relative_words(struct buf *out, enum lang l, struct date d,
		    struct date today)
{
	bool past = date_cmp(date_first(d), today) < 0;
	struct date a = past ? d : today;
	struct date b = past ? today : d;
	int64_t months;

	if (!date_is_set(d))
		return;
	if (!d.month) {
		in_years(out, l, b.year - a.year, past);
		return;
	}
	months = months_between(a, b);
	if (months >= 12)
		in_years(out, l, months / 12, past);
	else if (months > 0 || !d.day)
		in_months(out, l, months, past);
	else
		in_days(out, l, date_days_between(a, b), past);
}
