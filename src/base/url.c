/* url.c - addresses, built and never pasted together */

#include "base/url.h"

#include <string.h>

#include "base/utf8.h"

/* RFC 3986, 2.3. */
static bool is_unreserved(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
	       c == '~';
}

/* An address that is being built, in room that was counted before. */
struct address {
	char *p;
	size_t n;
};

static void add(struct address *u, char c)
{
	u->p[u->n++] = c;
}

static void add_str(struct address *u, struct str s)
{
	memcpy(u->p + u->n, s.p, s.n);
	u->n += s.n;
}

/* Room for s when every byte of it must be encoded. */
static size_t room_of(struct str s)
{
	return 3 * s.n + 1;
}

/* Encodes s; keep stands for itself as well. */
static void encode(struct address *u, struct str s, char keep)
{
	static const char hex[] = "0123456789ABCDEF";

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (is_unreserved(c) || (c && c == keep)) {
			add(u, c);
			continue;
		}
		add(u, '%');
		add(u, hex[(unsigned char)c >> 4]);
		add(u, hex[(unsigned char)c & 15]);
	}
}

static struct address begin(struct arena *a, size_t room)
{
	return (struct address){ arena_alloc(a, room + 1), 0 };
}

static struct str finish(const struct address *u)
{
	return (struct str){ u->p, u->n };
}

static void page(struct address *u, struct str lang, struct str path)
{
	add(u, '/');
	encode(u, lang, '\0');
	if (path.n) {
		add(u, '/');
		encode(u, path, '/');
	}
}

struct str url_page(struct arena *a, const char *lang, const char *path,
		    const char *rest)
{
	struct str l = str_of(lang), p = str_of(path), r = str_of(rest);
	struct address u = begin(a, room_of(l) + room_of(p) + room_of(r));

	page(&u, l, p);
	if (rest) {
		add(&u, '/');
		encode(&u, r, '/');
	}
	return finish(&u);
}

struct str url_record(struct arena *a, const char *lang, const char *path,
		      struct str code, const char *verb)
{
	struct str l = str_of(lang), p = str_of(path), v = str_of(verb);
	struct address u = begin(a, room_of(l) + room_of(p) +
				    room_of(code) + room_of(v));

	page(&u, l, p);
	add(&u, '/');
	encode(&u, code, '\0');
	if (verb) {
		add(&u, '/');
		encode(&u, v, '/');
	}
	return finish(&u);
}

struct str url_with(struct arena *a, struct str url, const char *name,
		    struct str value)
{
	bool first = str_find_char(url, '?') == url.n;
	struct str key = str_of(name);
	struct address u = begin(a, url.n + room_of(key) + room_of(value));

	add_str(&u, url);
	add(&u, first ? '?' : '&');
	encode(&u, key, '\0');
	add(&u, '=');
	encode(&u, value, '\0');
	return finish(&u);
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
