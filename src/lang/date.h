/*
 * date.h - days, months and years as people write them
 *
 * A date is as precise as its source: a day, a month or a year. It is stored
 * as ISO 8601 text of length 10, 7 or 4; the last day it may mean stands
 * beside it for order and for "overdue". The calendar is Gregorian; months
 * are named as in Iraq (كانون الثاني … كانون الأول) unless the installation
 * chose other names (lang/manner.h), which also says in which digits.
 */
#ifndef LANG_DATE_H
#define LANG_DATE_H

#include "base/buf.h"
#include "lang/lang.h"

struct date {
	int16_t year;		/* 0: not set */
	uint8_t month;		/* 0: only the year is known */
	uint8_t day;		/* 0: only the month is known */
};

struct instant {
	int64_t ms;		/* UTC since 1970; 0: not set */
};

bool date_is_set(struct date d);
/* The last day that d may mean: 2023 gives 2023-12-31. */
struct date date_last(struct date d);
struct date date_first(struct date d);
/* Order by first day, then the less precise first: <0, 0, >0. */
int date_cmp(struct date a, struct date b);
/* Every day of a lies before every day of b. */
bool date_before(struct date a, struct date b);
bool date_eq(struct date a, struct date b);
/* Whole days from a to b, both taken at their last day; both must be set. */
int64_t date_days_between(struct date a, struct date b);
/* ISO 8601: 1 Monday to 7 Sunday, of the last day that d may mean. */
int date_weekday(struct date d);

enum { DATE_ISO = 11 };
/* "2022-05-10", "2022-05", "2022" or "". */
struct str date_iso(struct date d, char out[DATE_ISO]);
/* Strict ISO of the three lengths, ASCII digits; for files and columns. */
bool date_from_iso(struct str s, struct date *out);

enum date_fault {
	DATE_FINE,
	DATE_UNREADABLE,	/* no date can be seen in it */
	DATE_NO_SUCH_DAY,	/* 31.02.2024 */
	DATE_AMBIGUOUS,		/* 05/06/22: which is the year? */
	DATE_OUT_OF_RANGE	/* before 1900 or after 2200 */
};
/*
 * A date as typed: ISO, day.month.year with . / - or blanks, three digit
 * sets, month names of Iraq, the Gulf, the Levant, the Maghreb, Sorani and
 * English (٣١/١٢/٢٠٢٦, ١٠ أيار ٢٠٢٢, May 2022, 2023). Without a year of four
 * digits it is ambiguous. Empty gives "not set". typed must be valid UTF-8.
 */
enum date_fault date_read(struct str typed, struct date *out);

/* "10 أيار 2022", "أيار 2022", "2022"; nothing when not set. */
void date_words(struct buf *out, enum lang l, struct date d);
/* " (9 شوال 1443 هـ)": the same day in the other calendars of the
 * installation; nothing when it has none or the day is not known. */
void date_beside(struct buf *out, enum lang l, struct date d);
/* "17–20 أيار 2022", sharing what both have in common, isolated so that in
 * an Arabic line the first day stands first. to may be unset. */
void date_range_words(struct buf *out, enum lang l,
		      struct date from, struct date to);
/* The name of a month (1-12) as the installation writes it. */
struct str date_month_name(enum lang l, int month);
/* The name of a day of the week, 1 Monday to 7 Sunday. */
const char *date_weekday_name(enum lang l, int weekday);

/* The day of an instant in the zone of the installation (minutes east). */
struct date instant_day(struct instant t, int zone_minutes);
/* "2026-11-01T09:30:00Z", with ".250" when it is not a whole second; empty
 * when not set. */
struct str instant_iso(struct instant t, char out[32]);
/* RFC 3339 from 1900 to 2200, with Z or an offset; empty gives "not set". */
bool instant_from_iso(struct str s, struct instant *out);

#endif
