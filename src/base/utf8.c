/* utf8.c - UTF-8 as RFC 3629 has it */

#include "base/utf8.h"

/* The length a first byte promises, 0 when no character begins so. */
static size_t length_of(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first >= 0xC2 && first <= 0xDF)
		return 2;
	if (first >= 0xE0 && first <= 0xEF)
		return 3;
	if (first >= 0xF0 && first <= 0xF4)
		return 4;
	return 0;
}

static bool is_next(unsigned char c)
{
	return (c & 0xC0) == 0x80;
}

/* The second byte is where overlong forms and surrogates show. */
static bool second_fits(unsigned char first, unsigned char second)
{
	switch (first) {
	case 0xE0: return second >= 0xA0;
	case 0xED: return second <= 0x9F;
	case 0xF0: return second >= 0x90;
	case 0xF4: return second <= 0x8F;
	default: return true;
	}
}

size_t utf8_check(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t at = 0;

	while (at < s.n) {
		size_t n = length_of(p[at]);

		if (n == 0 || n > s.n - at)
			return at;
		for (size_t i = 1; i < n; i++)
			if (!is_next(p[at + i]))
				return at;
		if (n > 1 && !second_fits(p[at], p[at + 1]))
			return at;
		at += n;
	}
	return s.n;
}

uint32_t utf8_next(struct str s, size_t *at)
{
	static const unsigned char lead_bits[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
	const unsigned char *p = (const unsigned char *)s.p + *at;
	size_t n = length_of(*p);
	uint32_t c;

	/* A caller that did not check must still not read past the end. */
	if (n == 0 || n > s.n - *at) {
		*at += 1;
		return 0xFFFD;
	}
	c = *p & lead_bits[n];
	for (size_t i = 1; i < n; i++)
		c = c << 6 | (p[i] & 0x3F);
	*at += n;
	return c;
}

size_t utf8_count(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += !is_next((unsigned char)s.p[i]);
	return n;
}

struct str utf8_head(struct str s, size_t n)
{
	for (size_t i = 0; i < s.n; i++) {
		if (is_next((unsigned char)s.p[i]))
			continue;
		if (n-- == 0)
			return str_cut(s, 0, i);
	}
	return s;
}

size_t utf8_put(char out[4], uint32_t c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

bool utf8_is_control(uint32_t c)
{
	if (c == '\t' || c == '\n')
		return false;
	return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

bool utf8_is_bidi(uint32_t c)
{
	return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
	       c == 0x200E || c == 0x200F || c == 0x061C;
}
