/* url.c - addresses, built and never pasted together */

#include "base/url.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

/* RFC 3986, 2.3. */
static bool is_unreserved(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
	       c == '~';
}

/* Encodes s; the bytes in `keep` stand for themselves. */
static void encode(struct buf *out, struct str s, const char *keep)
{
	static const char hex[] = "0123456789ABCDEF";
	size_t from = 0;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (is_unreserved(c) || (c && strchr(keep, c)))
			continue;
		buf_add(out, (struct str){ s.p + from, i - from });
		from = i + 1;
		buf_add_char(out, '%');
		buf_add_char(out, hex[(unsigned char)c >> 4]);
		buf_add_char(out, hex[(unsigned char)c & 15]);
	}
	buf_add(out, (struct str){ s.p + from, s.n - from });
}

static struct str finish(struct arena *a, struct buf *b)
{
	struct str url = arena_str(a, buf_str(b));

	buf_release(b);
	return url;
}

static void page(struct buf *b, const char *lang, const char *path)
{
	buf_add_char(b, '/');
	encode(b, str_of(lang), "");
	if (*path) {
		buf_add_char(b, '/');
		encode(b, str_of(path), "/");
	}
}

struct str url_page(struct arena *a, const char *lang, const char *path,
		    const char *rest)
{
	struct buf b;

	buf_init(&b);
	page(&b, lang, path);
	if (rest) {
		buf_add_char(&b, '/');
		encode(&b, str_of(rest), "/");
	}
	return finish(a, &b);
}

struct str url_record(struct arena *a, const char *lang, const char *path,
		      struct str code, const char *verb)
{
	struct buf b;

	buf_init(&b);
	page(&b, lang, path);
	buf_add_char(&b, '/');
	encode(&b, code, "");
	if (verb) {
		buf_add_char(&b, '/');
		encode(&b, str_of(verb), "/");
	}
	return finish(a, &b);
}

struct str url_with(struct arena *a, struct str url, const char *name,
		    struct str value)
{
	bool first = str_find_char(url, '?') == url.n;
	struct buf b;

	buf_init(&b);
	buf_add(&b, url);
	buf_add_char(&b, first ? '?' : '&');
	encode(&b, str_of(name), "");
	buf_add_char(&b, '=');
	encode(&b, value, "");
	return finish(a, &b);
}

static bool has_scheme(struct str address, struct str scheme)
{
	return str_eq_nocase(str_cut(address, 0, scheme.n), scheme) &&
	       address.n > scheme.n && address.p[scheme.n] != '/';
}

struct str url_outside(struct str address)
{
	if (!has_scheme(address, STR("http://")) &&
	    !has_scheme(address, STR("https://")))
		return STR("");
	if (utf8_check(address) != address.n)
		return STR("");
	for (size_t at = 0; at < address.n; ) {
		uint32_t c = utf8_next(address, &at);

		if (c <= ' ' || utf8_is_control(c) || utf8_is_bidi(c))
			return STR("");
	}
	return address;
}

/* The value of a hex digit, or -1. */
static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

bool url_decode(struct arena *a, struct str in, bool plus, struct str *out)
{
	char *text = arena_alloc(a, in.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < in.n; i++) {
		char c = in.p[i];

		if (c == '+' && plus) {
			c = ' ';
		} else if (c == '%') {
			int high, low;

			if (in.n - i < 3)
				return false;
			high = hex_value(in.p[i + 1]);
			low = hex_value(in.p[i + 2]);
			if (high < 0 || low < 0)
				return false;
			c = (char)(high << 4 | low);
			i += 2;
		}
		if (c == '\0')
			return false;
		text[n++] = c;
	}
	*out = (struct str){ text, n };
	return utf8_check(*out) == n;
}
