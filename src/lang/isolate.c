/* isolate.c - what keeps its own direction inside a line */

#include "lang/isolate.h"

#include <string.h>

#include "base/utf8.h"

enum {
	DIGITS_LEAST = 7,
	DIGITS_MOST = 15	/* ITU-T E.164, 6 */
};

void isolate_open(struct buf *out, enum lang l)
{
	buf_add_cstr(out, lang_row(l)->rtl ? "\u2067" : "\u2066");
}

void isolate_close(struct buf *out)
{
	buf_add_cstr(out, "\u2069");
}

void isolate_text(struct buf *out, struct str s)
{
	buf_add_cstr(out, "\u2068");
	buf_add(out, s);
	isolate_close(out);
}

enum run { RUN_NONE, RUN_LEFT, RUN_RIGHT, RUN_ISOLATED };

/* Of the scripts that our languages are written in (UAX 9, P2). */
static enum run run_of(struct str s)
{
	for (size_t at = 0; at < s.n; ) {
		uint32_t c = utf8_next(s, &at);

		if (c >= 0x2066 && c <= 0x2068)
			return RUN_ISOLATED;
		if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
		    (c >= 0xC0 && c <= 0x24F))
			return RUN_LEFT;
		if ((c >= 0x620 && c <= 0x64A) || (c >= 0x671 && c <= 0x6D5))
			return RUN_RIGHT;
	}
	return RUN_NONE;
}

struct str isolate_foreign(struct arena *mem, enum lang l, struct str s)
{
	enum run other = lang_row(l)->rtl ? RUN_LEFT : RUN_RIGHT;

	return run_of(s) != other ? s :
	       arena_printf(mem, "\u2068%.*s\u2069", STR_ARG(s));
}

/* The length of the digit at s, of any of the three sets; *value is it. */
static size_t digit_at(struct str s, int *value)
{
	unsigned char a = s.n ? (unsigned char)s.p[0] : 0;
	unsigned char b = s.n > 1 ? (unsigned char)s.p[1] : 0;

	*value = a - '0';
	if (a >= '0' && a <= '9')
		return 1;
	/* U+0660-0669 is D9 A0-A9, U+06F0-06F9 is DB B0-B9 */
	*value = b - (a == 0xD9 ? 0xA0 : 0xB0);
	return (a == 0xD9 || a == 0xDB) && *value >= 0 && *value <= 9 ? 2 : 0;
}

static bool joins(char c)
{
	return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')';
}

/* One digit further than the last: groups are joined by few signs. */
static size_t joined_digit(struct str s, int *value)
{
	size_t i = 0;
	size_t n;

	while (i < 2 && i < s.n && joins(s.p[i]))
		i++;
	n = digit_at(str_cut(s, i, s.n), value);
	return n ? i + n : 0;
}

/*
 * The length of the telephone number that s begins with, or 0. Without "+"
 * it begins with 0 and a group of three or more: 05.06.2022 is a day. One
 * run of digits alone stays whole by itself.
 */
static size_t phone_at(struct str s)
{
	bool plus = s.n && s.p[0] == '+';
	size_t at = plus;
	size_t digits = 1;
	size_t first_group = 0;
	int value;
	size_t n = digit_at(str_cut(s, at, s.n), &value);

	if (!n || (!plus && value != 0))
		return 0;
	for (at += n; (n = joined_digit(str_cut(s, at, s.n), &value));
	     at += n) {
		if (!first_group && joins(s.p[at]))
			first_group = digits;
		digits++;
	}
	return (plus || first_group >= 3) && digits >= DIGITS_LEAST &&
	       digits <= DIGITS_MOST ? at : 0;
}

/* Can nothing begin here because the letter before belongs to it? */
static bool inside_word(struct str s, size_t at)
{
	unsigned char c = at ? (unsigned char)s.p[at - 1] : ' ';

	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	       (c >= 'a' && c <= 'z') || c == '-' || c == '.' || c == '/' ||
	       c >= 0x80;
}

/*
 * What a number can begin with: "+" or a zero of one of the three sets, the
 * two-byte ones by their last byte. Long texts pass here on every page, so
 * the next of each is looked for by memchr and remembered.
 */
static const struct starter {
	unsigned char last, before;
} starters[] = {
	{ '+', 0 }, { '0', 0 }, { 0xA0, 0xD9 }, { 0xB0, 0xDB },
};

struct finder {
	struct str s;
	size_t next[COUNT(starters)];	/* s.n when there is no more */
};

/* The next place, from `at` on, where this starter ends. */
static size_t ending_find(struct str s, size_t at, struct starter of)
{
	const char *hit;

	while (at < s.n && (hit = memchr(s.p + at, of.last, s.n - at))) {
		size_t found = (size_t)(hit - s.p);

		if (!of.before ||
		    (found && (unsigned char)hit[-1] == of.before))
			return found;
		at = found + 1;
	}
	return s.n;
}

static void finder_open(struct finder *f, struct str s)
{
	f->s = s;
	for (size_t i = 0; i < COUNT(starters); i++)
		f->next[i] = ending_find(s, 0, starters[i]);
}

/* The first of them that ends at `at` or later begins here. */
static size_t starter_find(struct finder *f, size_t at)
{
	size_t first = f->s.n;

	for (size_t i = 0; i < COUNT(starters); i++) {
		size_t begin;

		if (f->next[i] < at)
			f->next[i] = ending_find(f->s, at, starters[i]);
		if (f->next[i] == f->s.n)
			continue;
		begin = f->next[i] - (starters[i].before != 0);
		if (begin < first)
			first = begin;
	}
	return first;
}

/* Where the next number begins, and how long it is; s.n when nowhere. */
static size_t phone_find(struct finder *f, size_t from, size_t *n)
{
	size_t at = starter_find(f, from);

	while (at < f->s.n) {
		*n = inside_word(f->s, at) ? 0 :
		     phone_at(str_cut(f->s, at, f->s.n));
		if (*n)
			return at;
		at = starter_find(f, at + 1 + (f->s.p[at] & 0x80 ? 1 : 0));
	}
	return f->s.n;
}

/* Digits of the two Arabic sets fall into groups from the right even where
 * the line runs from the left: a mark (U+200E) behind each joint keeps them. */
static void phone_add(struct buf *out, struct str phone)
{
	bool joint = false;

	buf_add_cstr(out, "\u2066");
	for (size_t i = 0; i < phone.n; i++) {
		if (joint && (phone.p[i] & 0x80))
			buf_add_cstr(out, "\u200E");
		joint = joins(phone.p[i]);
		buf_add_char(out, phone.p[i]);
	}
	isolate_close(out);
}

struct str isolate_phones(struct arena *mem, struct str s)
{
	size_t n = 0, done = 0, at;
	struct finder f;
	struct str out;
	struct buf b;

	finder_open(&f, s);
	at = phone_find(&f, 0, &n);
	if (at == s.n)
		return s;
	buf_init(&b);
	for (; at < s.n; at = phone_find(&f, done, &n)) {
		buf_add(&b, str_cut(s, done, at - done));
		phone_add(&b, str_cut(s, at, n));
		done = at + n;
	}
	buf_add(&b, str_cut(s, done, s.n));
	out = arena_str(mem, buf_str(&b));
	buf_release(&b);
	return out;
}
