/* date.c - days, months and years, and instants */

#include "lang/date.h"

#include <stdio.h>

#include "base/log.h"

enum { MS_OF_DAY = 24 * 60 * 60 * 1000 };

bool date_is_set(struct date d)
{
	return d.year != 0;
}

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_of_month(int year, int month)
{
	static const uint8_t days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
	};

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

struct date date_first(struct date d)
{
	if (date_is_set(d) && d.month == 0)
		d.month = 1;
	if (date_is_set(d) && d.day == 0)
		d.day = 1;
	return d;
}

struct date date_last(struct date d)
{
	if (date_is_set(d) && d.month == 0)
		d.month = 12;
	if (date_is_set(d) && d.day == 0)
		d.day = (uint8_t)days_of_month(d.year, d.month);
	return d;
}

/* Days since 1970-01-01; the year is counted from March, so that the day
 * that comes and goes stands at its end. */
static int64_t days_of(struct date d)
{
	int64_t year = d.year - (d.month <= 2);
	int64_t month = (d.month + 9) % 12;
	int64_t day = (153 * month + 2) / 5 + d.day - 1;

	return 365 * year + year / 4 - year / 100 + year / 400 + day - 719468;
}

/* The inverse, for days from year 1 on. */
static struct date date_of(int64_t days)
{
	int64_t z = days + 719468;
	int64_t era = z / 146097;
	int64_t rest = z % 146097;
	int64_t year = (rest - rest / 1460 + rest / 36524 - rest / 146096) / 365;
	int64_t day = rest - (365 * year + year / 4 - year / 100);
	int64_t month = (5 * day + 2) / 153;
	struct date d;

	d.day = (uint8_t)(day - (153 * month + 2) / 5 + 1);
	d.month = (uint8_t)(month < 10 ? month + 3 : month - 9);
	d.year = (int16_t)(era * 400 + year + (d.month <= 2));
	return d;
}

/* How much is known: 0 nothing, 1 the year, 2 the month, 3 the day. */
static int precision(struct date d)
{
	return (d.year != 0) + (d.month != 0) + (d.day != 0);
}

static int cmp_days(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

int date_cmp(struct date a, struct date b)
{
	int order = cmp_days(date_first(a), date_first(b));

	return order ? order : precision(a) - precision(b);
}

bool date_before(struct date a, struct date b)
{
	return date_is_set(a) && date_is_set(b) &&
	       cmp_days(date_last(a), date_first(b)) < 0;
}

bool date_eq(struct date a, struct date b)
{
	return cmp_days(a, b) == 0;
}

int64_t date_days_between(struct date a, struct date b)
{
	if (!date_is_set(a) || !date_is_set(b))
		BUG("days are counted from or to a date that is not set");
	return days_of(date_last(b)) - days_of(date_last(a));
}

int date_weekday(struct date d)
{
	if (!date_is_set(d))
		BUG("the day of the week of a date that is not set");
	/* 1970-01-01 was a Thursday; 700,000 days are whole weeks. */
	return (int)((days_of(date_last(d)) + 700000 + 3) % 7) + 1;
}

static void digits_write(char *out, int value, int n)
{
	while (n-- > 0) {
		out[n] = (char)('0' + value % 10);
		value /= 10;
	}
}

struct str date_iso(struct date d, char out[DATE_ISO])
{
	size_t n = !d.year ? 0 : !d.month ? 4 : !d.day ? 7 : 10;

	if (d.year < 0 || d.year > 9999 || d.month > 12 || d.day > 31)
		BUG("a date that no calendar has");
	digits_write(out, d.year, 4);
	out[4] = out[7] = '-';
	digits_write(out + 5, d.month, 2);
	digits_write(out + 8, d.day, 2);
	out[n] = '\0';
	return (struct str){ out, n };
}

/* n ASCII digits of s at `at`. */
static bool digits_read(struct str s, size_t at, size_t n, int *out)
{
	int value = 0;

	if (at + n > s.n)
		return false;
	for (size_t i = at; i < at + n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		value = value * 10 + (s.p[i] - '0');
	}
	*out = value;
	return true;
}

static bool char_is(struct str s, size_t at, char c)
{
	return at < s.n && s.p[at] == c;
}

bool date_from_iso(struct str s, struct date *out)
{
	int year, month = 0, day = 0;

	if (s.n != 4 && s.n != 7 && s.n != 10)
		return false;
	if (!digits_read(s, 0, 4, &year) || year == 0)
		return false;
	if (s.n > 4 && (!char_is(s, 4, '-') ||
			!digits_read(s, 5, 2, &month) ||
			month < 1 || month > 12))
		return false;
	if (s.n > 7 && (!char_is(s, 7, '-') || !digits_read(s, 8, 2, &day) ||
			day < 1 || day > days_of_month(year, month)))
		return false;
	*out = (struct date){ (int16_t)year, (uint8_t)month, (uint8_t)day };
	return true;
}

/* Whole days and the rest, also before 1970. */
static int64_t day_of_ms(int64_t ms, int64_t *rest)
{
	int64_t day = ms / MS_OF_DAY;

	if (day < -719162 || day > 2932896)
		BUG("an instant outside the years 1 to 9999");
	if (ms % MS_OF_DAY < 0)
		day--;
	*rest = ms - day * MS_OF_DAY;
	return day;
}

struct date instant_day(struct instant t, int zone_minutes)
{
	int64_t rest;

	if (!t.ms)
		return (struct date){ 0 };
	return date_of(day_of_ms(t.ms + zone_minutes * INT64_C(60000), &rest));
}

struct str instant_iso(struct instant t, char out[32])
{
	char day[DATE_ISO];
	int64_t rest;
	int seconds, n;

	out[0] = '\0';
	if (!t.ms)
		return (struct str){ out, 0 };
	date_iso(date_of(day_of_ms(t.ms, &rest)), day);
	seconds = (int)(rest / 1000);
	n = snprintf(out, 32, "%s%c%02d:%02d:%02d", day, 'T',
		     seconds / 3600, seconds / 60 % 60, seconds % 60);
	if (rest % 1000)
		n += snprintf(out + n, 32 - (size_t)n, ".%03d",
			      (int)(rest % 1000));
	n += snprintf(out + n, 32 - (size_t)n, "Z");
	return (struct str){ out, (size_t)n };
}

/* "", ".5", ".250": milliseconds; *at moves behind. */
static bool fraction_read(struct str s, size_t *at, int *ms)
{
	int place = 100;
	size_t from;

	*ms = 0;
	if (!char_is(s, *at, '.'))
		return true;
	from = ++*at;
	for (; *at < s.n && s.p[*at] >= '0' && s.p[*at] <= '9'; ++*at) {
		*ms += (s.p[*at] - '0') * place;
		place /= 10;
	}
	return *at > from;
}

/* "Z", "+03:00": minutes east, to the end of s. */
static bool zone_read(struct str s, size_t at, int *minutes)
{
	int hour, minute;

	*minutes = 0;
	if (char_is(s, at, 'Z') && at + 1 == s.n)
		return true;
	if (!char_is(s, at, '+') && !char_is(s, at, '-'))
		return false;
	if (at + 6 != s.n || !digits_read(s, at + 1, 2, &hour) ||
	    !char_is(s, at + 3, ':') || !digits_read(s, at + 4, 2, &minute) ||
	    hour > 23 || minute > 59)
		return false;
	*minutes = (s.p[at] == '-' ? -1 : 1) * (hour * 60 + minute);
	return true;
}

bool instant_from_iso(struct str s, struct instant *out)
{
	int hour, minute, second, ms, zone;
	struct date d;
	size_t at = 19;

	if (s.n == 0) {
		*out = (struct instant){ 0 };
		return true;
	}
	if (!date_from_iso(str_cut(s, 0, 10), &d) || d.day == 0 ||
	    d.year < 1900 || d.year > 2200 ||
	    !char_is(s, 10, 'T') || !digits_read(s, 11, 2, &hour) ||
	    !char_is(s, 13, ':') || !digits_read(s, 14, 2, &minute) ||
	    !char_is(s, 16, ':') || !digits_read(s, 17, 2, &second) ||
	    hour > 23 || minute > 59 || second > 59 ||
	    !fraction_read(s, &at, &ms) || !zone_read(s, at, &zone))
		return false;
	out->ms = days_of(d) * MS_OF_DAY +
		  ((hour * 60 + minute - zone) * 60 + second) * INT64_C(1000) +
		  ms;
	return true;
}
