/*
 * str.h - a borrowed slice of UTF-8
 *
 * A str points at bytes that somebody else owns (an arena, a literal, a
 * request buffer) and says how many there are. It need not end in NUL. An
 * empty str points at "", never at NULL, so that no caller must ask.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str {
	const char *p;
	size_t n;
};

/* A str of a string literal; anything else does not compile. */
#define STR(lit) ((struct str){ "" lit "", sizeof(lit) - 1 })
/* The two arguments of "%.*s". */
#define STR_ARG(s) (int)(s).n, (s).p
/* The number of elements of an array. */
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* A str of a NUL-ended string; NULL gives the empty str. */
struct str str_of(const char *cstr);
bool str_empty(struct str s);
bool str_eq(struct str a, struct str b);
/* True when s equals the NUL-ended string. */
bool str_is(struct str s, const char *cstr);
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
/* Byte order, shorter first; for sorting and binary search. */
int str_cmp(struct str a, struct str b);
/* The place of the first needle in s, or s.n when there is none. */
size_t str_find(struct str s, struct str needle);
size_t str_find_char(struct str s, char c);
/* s from byte `from` on, at most n bytes; out of range gives less. */
struct str str_cut(struct str s, size_t from, size_t n);
/* Without ASCII blanks, tabs and line ends at both ends. */
struct str str_trim(struct str s);
/*
 * The part of *rest before sep; *rest then begins behind sep. When there is
 * no more, returns false. "a,,b" gives "a", "", "b"; "" gives one "".
 */
bool str_split(struct str *rest, char sep, struct str *part);
/* A decimal number, ASCII digits with an optional '-'; false if not one. */
bool str_int(struct str s, int64_t *out);
/* ASCII only: for codes, header names and keywords. */
bool str_eq_nocase(struct str a, struct str b);
/* FNV-1a, for tables in memory; never stored. */
uint64_t str_hash(struct str s);

#endif
