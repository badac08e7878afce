/* number.c - numbers as people read them */

#include "lang/number.h"

#include <string.h>

#include "base/log.h"
#include "lang/manner.h"
#include "lang/words.h"

/* What a set of digits brings with it (CLDR, numbers of "ar"). */
static const struct digit_set {
	const char *zero;	/* two bytes of UTF-8; the others follow it */
	const char *group, *decimal;
	const char *minus;	/* with the mark that keeps it in front */
} sets[] = {
	[DIGITS_ARAB] = { "\u0660", "\u066C", "\u066B", "\u061C-" },
	[DIGITS_ARABEXT] = { "\u06F0", "\u066C", "\u066B", "\u200E-\u200E" },
};

static enum digits digits_in(enum lang l)
{
	return lang_row(l)->rtl ? manner_now().digits : DIGITS_LATN;
}

/* Written from its end, as numbers are made. */
struct backwards {
	char *at;
	const char *first;
};

static void put(struct backwards *b, const char *s)
{
	size_t n = strlen(s);

	if ((size_t)(b->at - b->first) < n)
		BUG("a number with more marks than room");
	b->at -= n;
	memcpy(b->at, s, n);
}

static void put_digit(struct backwards *b, enum digits d, unsigned value)
{
	char text[3] = { (char)('0' + value) };

	if (d != DIGITS_LATN) {
		text[0] = sets[d].zero[0];
		text[1] = (char)(sets[d].zero[1] + (char)value);
	}
	put(b, text);
}

/* What stands between and before digits in one language. */
struct marks {
	const char *group;	/* NULL: not grouped */
	const char *decimal;
	int decimals;
};

static struct str write(enum lang l, int64_t n, struct marks m,
			char out[NUMBER_ROOM])
{
	struct backwards b = { out + NUMBER_ROOM, out };
	enum digits d = digits_in(l);
	uint64_t rest = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
	int place = -m.decimals;

	do {
		if (place == 0 && m.decimals)
			put(&b, m.decimal);
		if (place > 0 && place % 3 == 0 && m.group)
			put(&b, m.group);
		put_digit(&b, d, (unsigned)(rest % 10));
		rest /= 10;
		place++;
	} while (rest || place <= 0);
	if (n < 0)
		put(&b, d ? sets[d].minus : word(l, "number.minus"));
	return (struct str){ b.at, (size_t)(out + NUMBER_ROOM - b.at) };
}

/* Most numbers are small and in our digits; lists are full of them. */
static struct str write_small(int64_t n, char out[NUMBER_ROOM])
{
	char *at = out + NUMBER_ROOM;

	do {
		*--at = (char)('0' + n % 10);
		n /= 10;
	} while (n);
	return (struct str){ at, (size_t)(out + NUMBER_ROOM - at) };
}

static bool is_small(enum lang l, int64_t n, int64_t most)
{
	return n >= 0 && n <= most && digits_in(l) == DIGITS_LATN;
}

struct str number_plain(enum lang l, int64_t n, char out[NUMBER_ROOM])
{
	if (is_small(l, n, INT64_MAX))
		return write_small(n, out);
	return write(l, n, (struct marks){ 0 }, out);
}

/* Words are looked up only for a number that has such a mark. */
static const char *group_of(enum lang l)
{
	enum digits d = digits_in(l);

	return d ? sets[d].group : word(l, "number.group");
}

struct str number_grouped(enum lang l, int64_t n, char out[NUMBER_ROOM])
{
	struct marks m = { 0 };

	if (is_small(l, n, 999))
		return write_small(n, out);
	if (n > 999 || n < -999)
		m.group = group_of(l);
	return write(l, n, m, out);
}

struct str number_decimal(enum lang l, int64_t value, int decimals,
			  char out[NUMBER_ROOM])
{
	enum digits d = digits_in(l);
	struct marks m = {
		.group = group_of(l), .decimals = decimals,
		.decimal = d ? sets[d].decimal : word(l, "number.decimal"),
	};

	if (decimals < 0 || decimals > 4)
		BUG("a number with decimals that nobody counts");
	return write(l, value, m, out);
}

void number_digits(struct buf *out, enum lang l, struct str s)
{
	enum digits d = digits_in(l);

	if (d == DIGITS_LATN) {
		buf_add(out, s);
		return;
	}
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9') {
			buf_add_char(out, s.p[i]);
			continue;
		}
		buf_add_char(out, sets[d].zero[0]);
		buf_add_char(out, (char)(sets[d].zero[1] + (s.p[i] - '0')));
	}
}

void number_add(struct buf *out, enum lang l, int64_t n)
{
	char room[NUMBER_ROOM];

	buf_add(out, number_grouped(l, n, room));
}

void number_add_plain(struct buf *out, enum lang l, int64_t n)
{
	char room[NUMBER_ROOM];

	buf_add(out, number_plain(l, n, room));
}

void number_html(struct buf *out, enum lang l, int64_t n)
{
	html(out, "<bdi>");
	number_add(out, l, n);
	html(out, "</bdi>");
}
