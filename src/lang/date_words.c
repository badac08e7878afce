/* date_words.c - dates as people read them */

#include "lang/date.h"

#include "base/log.h"
#include "lang/icu.h"
#include "lang/isolate.h"
#include "lang/manner.h"
#include "lang/number.h"
#include "lang/words.h"

/* Which names the months have, where an installation chose others. */
static struct str name_in_list(enum lang l, const char *key, int month)
{
	struct str rest = str_of(word(l, key));
	struct str name = STR("");

	while (month-- > 0)
		str_split(&rest, '|', &name);
	return name;
}

struct str date_month_name(enum lang l, int month)
{
	static const char *const keys[] = {
		"month.1", "month.2", "month.3", "month.4", "month.5",
		"month.6", "month.7", "month.8", "month.9", "month.10",
		"month.11", "month.12",
	};

	if (month < 1 || month > 12)
		BUG("a month that no calendar has");
	switch (manner_now().months) {
	case MONTHS_GULF:
		return name_in_list(l, "months.gulf", month);
	case MONTHS_MAGHREB:
		return name_in_list(l, "months.maghreb", month);
	case MONTHS_LEVANT:
		break;
	}
	return str_of(word(l, keys[month - 1]));
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

/* Fills a pattern with the parts of one date. */
static void one_date(struct buf *out, enum lang l, const char *key,
		     struct date a)
{
	char d[NUMBER_ROOM], y[NUMBER_ROOM];
	struct hole holes[] = {
		{ .name = "d", .text = number_plain(l, a.day, d) },
		{ .name = "m", .text = date_month_name(l, a.month) },
		{ .name = "y", .text = number_plain(l, a.year, y) },
	};

	text_word(out, l, key, holes, COUNT(holes));
}

/* Fills a pattern with the parts of two dates. */
static void two_dates(struct buf *out, enum lang l, const char *key,
		      struct date a, struct date b)
{
	char d[NUMBER_ROOM], y[NUMBER_ROOM], d2[NUMBER_ROOM], y2[NUMBER_ROOM];
	struct hole holes[] = {
		{ .name = "d", .text = number_plain(l, a.day, d) },
		{ .name = "y", .text = number_plain(l, a.year, y) },
		{ .name = "d2", .text = number_plain(l, b.day, d2) },
		{ .name = "y2", .text = number_plain(l, b.year, y2) },
		{ .name = "m", .text = STR("") },
		{ .name = "m2", .text = STR("") },
	};

	if (a.month)
		holes[4].text = date_month_name(l, a.month);
	if (b.month)
		holes[5].text = date_month_name(l, b.month);
	text_word(out, l, key, holes, COUNT(holes));
}

static void year_words(struct buf *out, enum lang l, int year)
{
	char room[NUMBER_ROOM];

	buf_add(out, number_plain(l, year, room));
}

void date_words(struct buf *out, enum lang l, struct date d)
{
	if (d.day)
		one_date(out, l, "date.day", d);
	else if (d.month)
		one_date(out, l, "date.month", d);
	else if (d.year)
		year_words(out, l, d.year);
}

/* A day of another calendar; its months by a list of names. */
static void other_day(struct buf *out, enum lang l, const char *key,
		      const char *months, struct date day)
{
	char d[NUMBER_ROOM], y[NUMBER_ROOM];

	text_word(out, l, key, (struct hole[]){
		{ .name = "d", .text = number_plain(l, day.day, d) },
		{ .name = "m", .text = name_in_list(l, months, day.month) },
		{ .name = "y", .text = number_plain(l, day.year, y) },
	}, 3);
}

enum { KURDISH_ERA = 1321 };	/* its year 1 is 700 BC */

static void other_days(struct buf *out, enum lang l, struct manner m,
		       struct date d)
{
	struct date other;

	if (m.hijri && calendar_day(CALENDAR_HIJRI, d, &other))
		other_day(out, l, "date.hijri", "months.hijri", other);
	if (m.kurdish && l == LANG_CKB &&
	    calendar_day(CALENDAR_SOLAR, d, &other)) {
		if (out->n)
			buf_add_cstr(out, " · ");
		other.year = (int16_t)(other.year + KURDISH_ERA);
		other_day(out, l, "date.kurdish", "months.kurdish", other);
	}
}

void date_beside(struct buf *out, enum lang l, struct date d)
{
	struct manner m = manner_now();
	struct buf days;

	if ((!m.hijri && !m.kurdish) || !d.day)
		return;
	buf_init(&days);
	other_days(&days, l, m, d);
	if (days.n)
		text_word(out, l, "date.beside", (struct hole[]){
			{ .name = "dates", .text = buf_str(&days) },
		}, 1);
	buf_release(&days);
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

static void range_words(struct buf *out, enum lang l,
			struct date from, struct date to)
{
	bool same_year = from.year == to.year;

	if (!from.month && !to.month)
		two_dates(out, l, "date.range_years", from, to);
	else if (same_year && from.day && to.day && from.month == to.month)
		two_dates(out, l, "date.range_days", from, to);
	else if (same_year && from.day && to.day)
		two_dates(out, l, "date.range_days_months", from, to);
	else if (same_year && from.month && to.month && !from.day && !to.day)
		two_dates(out, l, "date.range_months", from, to);
	else
		range_apart(out, l, from, to);
}

void date_range_words(struct buf *out, enum lang l,
		      struct date from, struct date to)
{
	if (!date_is_set(to) || date_eq(from, to)) {
		date_words(out, l, from);
	} else if (!date_is_set(from)) {
		date_words(out, l, to);
	} else {
		isolate_open(out, l);
		range_words(out, l, from, to);
		isolate_close(out);
	}
}
