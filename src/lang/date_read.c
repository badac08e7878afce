/* date_read.c - dates as people type them */

#include "lang/date.h"

#include "lang/fold.h"

/*
 * Spellings that are read, in any script; both sides are folded before they
 * are compared, so hamza seats and letter forms need no rows of their own.
 */
static const struct month_name {
	int month;
	const char *name;
} names[] = {
	/* Iraq and the Levant */
	{ 1, "كانون الثاني" }, { 1, "كانون ثاني" }, { 2, "شباط" },
	{ 3, "آذار" }, { 4, "نيسان" }, { 5, "أيار" }, { 5, "ايّار" },
	{ 6, "حزيران" }, { 7, "تموز" }, { 8, "آب" }, { 9, "أيلول" },
	{ 10, "تشرين الأول" }, { 10, "تشرين أول" }, { 11, "تشرين الثاني" },
	{ 11, "تشرين ثاني" }, { 12, "كانون الأول" }, { 12, "كانون أول" },
	/* Egypt and the Gulf */
	{ 1, "يناير" }, { 2, "فبراير" }, { 3, "مارس" }, { 4, "أبريل" },
	{ 4, "إبريل" }, { 5, "مايو" }, { 6, "يونيو" }, { 6, "يونية" },
	{ 7, "يوليو" }, { 7, "يولية" }, { 8, "أغسطس" }, { 9, "سبتمبر" },
	{ 10, "أكتوبر" }, { 11, "نوفمبر" }, { 12, "ديسمبر" },
	/* the Maghreb */
	{ 1, "جانفي" }, { 2, "فيفري" }, { 4, "أفريل" }, { 5, "ماي" },
	{ 6, "جوان" }, { 7, "جويلية" }, { 7, "يوليوز" }, { 8, "أوت" },
	{ 8, "غشت" }, { 9, "شتنبر" }, { 11, "نونبر" }, { 12, "دجنبر" },
	/* Sorani */
	{ 1, "کانوونی دووەم" }, { 1, "کانونی دووەم" }, { 2, "شوبات" },
	{ 3, "ئازار" }, { 3, "ئادار" }, { 4, "نیسان" }, { 5, "ئایار" },
	{ 6, "حوزەیران" }, { 6, "حوزه‌یران" }, { 7, "تەمووز" },
	{ 7, "تەممووز" }, { 7, "تەموز" }, { 8, "ئاب" }, { 9, "ئەیلوول" },
	{ 9, "ئەیلول" }, { 10, "تشرینی یەکەم" }, { 11, "تشرینی دووەم" },
	{ 12, "کانوونی یەکەم" }, { 12, "کانونی یەکەم" },
	/* English */
	{ 1, "january" }, { 1, "jan" }, { 2, "february" }, { 2, "feb" },
	{ 3, "march" }, { 3, "mar" }, { 4, "april" }, { 4, "apr" },
	{ 5, "may" }, { 6, "june" }, { 6, "jun" }, { 7, "july" },
	{ 7, "jul" }, { 8, "august" }, { 8, "aug" }, { 9, "september" },
	{ 9, "sept" }, { 9, "sep" }, { 10, "october" }, { 10, "oct" },
	{ 11, "november" }, { 11, "nov" }, { 12, "december" }, { 12, "dec" },
};

/* Words beside a date that change nothing in it. */
static const char *const fillers[] = {
	"st", "nd", "rd", "th", "of", "ی", "من", "في", "يوم", "شهر", "سنة",
	"عام", "م", "مانگی", "ساڵی",
};

enum {
	TYPED_MOST = 100,	/* bytes; longer is a sentence, not a date */
	PARTS_MOST = 8
};

/* What was typed, cut into numbers and words. */
struct part {
	struct str text;	/* folded */
	bool number;
};

struct parts {
	struct part part[PARTS_MOST];
	size_t n;
};

static bool folds_to(struct str folded, const char *spelling)
{
	struct buf b;
	bool same;

	buf_init(&b);
	fold(&b, str_of(spelling));
	same = str_eq(folded, buf_str(&b));
	buf_release(&b);
	return same;
}

static bool is_filler(struct str folded)
{
	for (size_t i = 0; i < COUNT(fillers); i++)
		if (folds_to(folded, fillers[i]))
			return true;
	return false;
}

static int month_exactly(struct str folded)
{
	for (size_t i = 0; i < COUNT(names); i++)
		if (folds_to(folded, names[i].name))
			return names[i].month;
	return 0;
}

/* The month of a name, 0 when it is none; Sorani may hang ی behind it. */
static int month_of(struct str folded)
{
	struct str ending = STR("ي");
	int month = month_exactly(folded);

	if (!month && str_ends(folded, ending))
		month = month_exactly(str_cut(folded, 0,
					      folded.n - ending.n));
	return month;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The length of the mark at s between two parts, 0 when there is none. */
static size_t mark_at(struct str s)
{
	static const char *const marks[] = {
		".", "/", "-", ",", "،", "؍", "–", "‐", "‑", "−",
	};

	for (size_t i = 0; i < COUNT(marks); i++)
		if (str_starts(s, str_of(marks[i])))
			return str_of(marks[i]).n;
	return 0;
}

/* Blanks with at most one mark among them. */
static bool skip_between(struct str *rest)
{
	bool mark_allowed = true;

	/* "2022." ends a sentence, "2022-" begins a range. */
	if (mark_at(*rest) == rest->n && !str_is(*rest, "."))
		return rest->n == 0;
	while (rest->n) {
		size_t n = mark_at(*rest);

		if (n && !mark_allowed)
			return false;
		if (!n && rest->p[0] != ' ')
			break;
		mark_allowed = mark_allowed && !n;
		*rest = str_cut(*rest, n ? n : 1, rest->n);
	}
	return true;
}

static struct part part_take(struct str *rest)
{
	struct part p = { .number = is_digit(rest->p[0]) };
	size_t n = 0;

	while (n < rest->n && rest->p[n] != ' ' &&
	       is_digit(rest->p[n]) == p.number &&
	       !mark_at(str_cut(*rest, n, rest->n)))
		n++;
	p.text = str_cut(*rest, 0, n);
	*rest = str_cut(*rest, n, rest->n);
	return p;
}

static bool parts_cut(struct parts *parts, struct str folded)
{
	if (mark_at(folded))
		return false;
	while (folded.n) {
		struct part p = part_take(&folded);

		if (!skip_between(&folded))
			return false;
		if (!p.number && is_filler(p.text))
			continue;
		if (parts->n == PARTS_MOST)
			return false;
		parts->part[parts->n++] = p;
	}
	return true;
}

/* The month named at part i, of one word or two; *taken says how many. */
static int month_at(const struct parts *parts, size_t i, size_t *taken)
{
	const struct part *p = &parts->part[i];

	if (i + 1 < parts->n && !p[1].number) {
		struct buf b;
		int month;

		buf_init(&b);
		buf_add(&b, p[0].text);
		buf_add_char(&b, ' ');
		buf_add(&b, p[1].text);
		month = month_of(buf_str(&b));
		buf_release(&b);
		*taken = 2;
		if (month)
			return month;
	}
	*taken = 1;
	return month_of(p->text);
}

/* The numbers of a date in the order they were typed, and its named month. */
struct seen {
	int number[3];
	size_t digits[3];
	size_t n;
	int month;
};

static bool parts_see(const struct parts *parts, struct seen *seen)
{
	for (size_t i = 0; i < parts->n; ) {
		const struct part *p = &parts->part[i];
		size_t taken = 1;
		int64_t value;
		int month;

		if (p->number) {
			if (seen->n == COUNT(seen->number) ||
			    p->text.n == 3 || p->text.n > 4 ||
			    !str_int(p->text, &value))
				return false;
			seen->digits[seen->n] = p->text.n;
			seen->number[seen->n++] = (int)value;
		} else {
			month = month_at(parts, i, &taken);
			/* "أيار/مايو" names one month twice. */
			if (!month || (seen->month && seen->month != month))
				return false;
			seen->month = month;
		}
		i += taken;
	}
	return seen->n > 0 || seen->month;
}

/* Year first, or year last: what stands in between is told by its place. */
static enum date_fault arrange(const struct seen *seen, int *month, int *day,
			       int *year)
{
	size_t last = seen->n - 1;
	bool year_first = seen->n && seen->digits[0] == 4;
	bool year_last = seen->n > 1 && seen->digits[last] == 4;
	size_t years = 0;

	for (size_t i = 0; i < seen->n; i++)
		years += seen->digits[i] == 4;
	if (seen->n + (seen->month != 0) > 3 || years > 1)
		return DATE_UNREADABLE;
	if (years == 0)
		return seen->n + (seen->month != 0) > 1 || seen->month
			? DATE_AMBIGUOUS : DATE_UNREADABLE;
	if (!year_first && !year_last)
		return DATE_UNREADABLE;
	*year = seen->number[year_first ? 0 : last];
	*month = seen->month;
	*day = 0;
	if (seen->month && seen->n == 2)
		*day = seen->number[year_first ? 1 : 0];
	else if (seen->n == 2)
		*month = seen->number[year_first ? 1 : 0];
	else if (seen->n == 3) {
		*month = seen->number[1];
		*day = seen->number[year_first ? 2 : 0];
	}
	return DATE_FINE;
}

static enum date_fault settle(const struct seen *seen, struct date *out)
{
	int year = 0, month = 0, day = 0;
	bool names_month = seen->month || seen->n > 1;
	bool names_day = seen->n + (seen->month != 0) == 3;
	enum date_fault fault = arrange(seen, &month, &day, &year);
	struct date d;

	if (fault)
		return fault;
	if (year < 1900 || year > 2200)
		return DATE_OUT_OF_RANGE;
	if ((names_month && (month < 1 || month > 12)) ||
	    (names_day && day < 1))
		return DATE_NO_SUCH_DAY;
	d = (struct date){ (int16_t)year, (uint8_t)month, 0 };
	if (day > date_last(d).day)
		return DATE_NO_SUCH_DAY;
	d.day = (uint8_t)day;
	*out = d;
	return DATE_FINE;
}

enum date_fault date_read(struct str typed, struct date *out)
{
	struct parts parts = { .n = 0 };
	struct seen seen = { .n = 0 };
	enum date_fault fault = DATE_UNREADABLE;
	struct buf b;

	buf_init(&b);
	fold(&b, typed);
	if (b.n == 0) {
		*out = (struct date){ 0 };
		fault = DATE_FINE;
	} else if (b.n <= TYPED_MOST && parts_cut(&parts, buf_str(&b)) &&
		   parts_see(&parts, &seen)) {
		fault = settle(&seen, out);
	}
	buf_release(&b);
	return fault;
}
