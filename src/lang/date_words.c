/* date_words.c - dates as people read them */

#include "lang/date.h"

#include "base/log.h"
#include "lang/words.h"

const char *date_month_name(enum lang l, int month)
{
	static const char *const keys[] = {
		"month.1", "month.2", "month.3", "month.4", "month.5",
		"month.6", "month.7", "month.8", "month.9", "month.10",
		"month.11", "month.12",
	};

	if (month < 1 || month > 12)
		BUG("a month that no calendar has");
	return word(l, keys[month - 1]);
}

const char *date_weekday_name(enum lang l, int weekday)
{
	static const char *const keys[] = {
		"weekday.1", "weekday.2", "weekday.3", "weekday.4",
		"weekday.5", "weekday.6", "weekday.7",
	};

	if (weekday < 1 || weekday > 7)
		BUG("a day that no week has");
	return word(l, keys[weekday - 1]);
}

/* The digits of one number of a date. */
struct digits {
	char text[4];
};

static struct str digits_of(struct digits *d, int n)
{
	size_t at = sizeof(d->text);

	if (n < 0 || n > 9999)
		BUG("a part of a date that no calendar has");
	do {
		d->text[--at] = (char)('0' + n % 10);
		n /= 10;
	} while (n);
	return (struct str){ d->text + at, sizeof(d->text) - at };
}

/* Fills a pattern with the parts of one or two dates. */
static void pattern(struct buf *out, enum lang l, const char *key,
		    struct date a, struct date b)
{
	struct digits d, y, d2, y2;
	struct hole holes[] = {
		{ .name = "d", .text = digits_of(&d, a.day) },
		{ .name = "y", .text = digits_of(&y, a.year) },
		{ .name = "d2", .text = digits_of(&d2, b.day) },
		{ .name = "y2", .text = digits_of(&y2, b.year) },
		{ .name = "m", .text = STR("") },
		{ .name = "m2", .text = STR("") },
	};

	if (a.month)
		holes[4].text = str_of(date_month_name(l, a.month));
	if (b.month)
		holes[5].text = str_of(date_month_name(l, b.month));
	text_word(out, l, key, holes, COUNT(holes));
}

void date_words(struct buf *out, enum lang l, struct date d)
{
	if (d.day)
		pattern(out, l, "date.day", d, d);
	else if (d.month)
		pattern(out, l, "date.month", d, d);
	else if (d.year)
		buf_add_int(out, d.year);
}

/* Two dates of which neither says enough to share a word. */
static void range_apart(struct buf *out, enum lang l,
			struct date from, struct date to)
{
	struct buf first, second;

	buf_init(&first);
	buf_init(&second);
	date_words(&first, l, from);
	date_words(&second, l, to);
	text_word(out, l, "date.range", (struct hole[]){
		{ .name = "from", .text = buf_str(&first) },
		{ .name = "to", .text = buf_str(&second) },
	}, 2);
	buf_release(&first);
	buf_release(&second);
}

void date_range_words(struct buf *out, enum lang l,
		      struct date from, struct date to)
{
	bool same_year = from.year == to.year;

	if (!date_is_set(to) || date_eq(from, to))
		date_words(out, l, from);
	else if (!date_is_set(from))
		date_words(out, l, to);
	else if (!from.month && !to.month)
		pattern(out, l, "date.range_years", from, to);
	else if (same_year && from.day && to.day && from.month == to.month)
		pattern(out, l, "date.range_days", from, to);
	else if (same_year && from.day && to.day)
		pattern(out, l, "date.range_days_months", from, to);
	else if (same_year && from.month && to.month && !from.day && !to.day)
		pattern(out, l, "date.range_months", from, to);
	else
		range_apart(out, l, from, to);
}
