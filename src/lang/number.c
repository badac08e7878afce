/* number.c - numbers as people read them */

#include "lang/number.h"

#include <string.h>

#include "base/log.h"
#include "base/utf8.h"
#include "lang/fold.h"
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

/* U+060C and U+066C are typed as well as printed; U+00A0, U+202F, U+2009 and
 * U+2019 come with what is pasted. */
static bool is_group_mark(uint32_t c)
{
	return c == ',' || c == ' ' || c == 0x060C || c == 0x066C ||
	       c == 0x00A0 || c == 0x202F || c == 0x2009 || c == 0x2019;
}

/* Where the digits of a group end that begins at `at`. */
static size_t group_end(struct str s, size_t at)
{
	while (at < s.n && s.p[at] >= '0' && s.p[at] <= '9')
		at++;
	return at;
}

/* Takes the marks away; false when they stand where none does. */
static bool ungroup(struct buf *out, struct str s)
{
	uint32_t mark = 0;
	size_t end = group_end(s, 0);
	size_t first = end;

	buf_add(out, str_cut(s, 0, end));
	while (end < s.n) {
		size_t at = end;
		uint32_t c = utf8_next(s, &at);

		end = group_end(s, at);
		if (!is_group_mark(c) || (mark && c != mark) ||
		    end - at != 3 || first == 0 || first > 3)
			return false;
		mark = c;
		buf_add(out, str_cut(s, at, 3));
	}
	return true;
}

bool number_read(struct str typed, int64_t *out)
{
	struct buf ascii, bare;
	struct str s;
	bool minus, read;

	buf_init(&ascii);
	buf_init(&bare);
	for (size_t at = 0; at < typed.n; ) {
		size_t from = at;
		uint32_t c = utf8_next(typed, &at);

		if (c == 0x2212)
			buf_add_char(&ascii, '-');
		else if (!utf8_is_bidi(c))
			fold_digits(&ascii, str_cut(typed, from, at - from));
	}
	s = str_trim(buf_str(&ascii));
	minus = s.n && s.p[0] == '-';
	if (minus)
		buf_add_char(&bare, '-');
	read = ungroup(&bare, str_cut(s, minus, s.n)) &&
	       str_int(buf_str(&bare), out);
	buf_release(&ascii);
	buf_release(&bare);
	return read;
}
