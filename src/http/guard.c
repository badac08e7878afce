/* guard.c - strict where the parser is lenient */

#include "http/guard.h"

#include <arpa/inet.h>
#include <string.h>

#include "base/utf8.h"

enum { HOST_MAX = 255 };

/* RFC 9110, 5.6.2: the characters of a token. */
static const unsigned char token_chars[256] = {
	['!'] = 1, ['#'] = 1, ['$'] = 1, ['%'] = 1, ['&'] = 1, ['\''] = 1,
	['*'] = 1, ['+'] = 1, ['-'] = 1, ['.'] = 1, ['^'] = 1, ['_'] = 1,
	['`'] = 1, ['|'] = 1, ['~'] = 1,
	['0'] = 1, ['1'] = 1, ['2'] = 1, ['3'] = 1, ['4'] = 1, ['5'] = 1,
	['6'] = 1, ['7'] = 1, ['8'] = 1, ['9'] = 1,
	['A'] = 1, ['B'] = 1, ['C'] = 1, ['D'] = 1, ['E'] = 1, ['F'] = 1,
	['G'] = 1, ['H'] = 1, ['I'] = 1, ['J'] = 1, ['K'] = 1, ['L'] = 1,
	['M'] = 1, ['N'] = 1, ['O'] = 1, ['P'] = 1, ['Q'] = 1, ['R'] = 1,
	['S'] = 1, ['T'] = 1, ['U'] = 1, ['V'] = 1, ['W'] = 1, ['X'] = 1,
	['Y'] = 1, ['Z'] = 1,
	['a'] = 1, ['b'] = 1, ['c'] = 1, ['d'] = 1, ['e'] = 1, ['f'] = 1,
	['g'] = 1, ['h'] = 1, ['i'] = 1, ['j'] = 1, ['k'] = 1, ['l'] = 1,
	['m'] = 1, ['n'] = 1, ['o'] = 1, ['p'] = 1, ['q'] = 1, ['r'] = 1,
	['s'] = 1, ['t'] = 1, ['u'] = 1, ['v'] = 1, ['w'] = 1, ['x'] = 1,
	['y'] = 1, ['z'] = 1,
};

void guard_init(struct guard *g, struct pair *list)
{
	*g = (struct guard){ .list = list, .host = STR(""),
			     .origin = STR(""), .site = STR(""),
			     .type = STR("") };
}

static bool is_token(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!token_chars[(unsigned char)s.p[i]])
			return false;
	return s.n > 0;
}

/*
 * Eight bytes at once, since this runs over every header of every request:
 * a high bit stays where a byte is below 0x20, is 0x7F or above. A carry can
 * only call a plain text not plain, and then each byte is looked at.
 */
static bool is_plain(struct str s)
{
	const uint64_t ones = 0x0101010101010101u;
	uint64_t bad = 0, eight;
	size_t i = 0;

	for (; i + 8 <= s.n; i += 8) {
		memcpy(&eight, s.p + i, 8);
		bad |= (eight - ones * 0x20) | (eight + ones) | eight;
	}
	for (; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		bad |= (uint64_t)(c < ' ' || c >= 0x7F) << 7;
	}
	return (bad & ones << 7) == 0;
}

static bool is_value(struct str s)
{
	bool wide = false;

	if (is_plain(s))
		return true;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if ((c < ' ' && c != '\t') || c == 0x7F)
			return false;
		wide |= c >= 0x80;
	}
	return !wide || utf8_check(s) == s.n;
}

/* Digits only: str_int would let a sign pass. */
static bool read_length(struct str s, uint64_t *out)
{
	int64_t n;

	if (!str_int(s, &n) || s.p[0] == '-')
		return false;
	*out = (uint64_t)n;
	return true;
}

/* What only one header of a request may say. */
static void take(struct guard *g, struct str *field, struct str value)
{
	if (!str_empty(*field))
		g->malformed = true;
	*field = value;
}

void guard_header(struct guard *g, struct str name, struct str value)
{
	g->bytes += name.n + value.n + 4;
	if (!is_token(name) || !is_value(value))
		g->malformed = true;
	if (g->list && g->n < REQUEST_HEADERS_MAX)
		g->list[g->n] = (struct pair){ name, value };
	g->n++;
	switch (name.n) {
	case 4:
		if (str_eq_nocase(name, STR("Host"))) {
			g->hosts++;
			g->host = value;
		}
		break;
	case 6:
		if (str_eq_nocase(name, STR("Origin")))
			take(g, &g->origin, value);
		break;
	case 12:
		if (str_eq_nocase(name, STR("Content-Type")))
			take(g, &g->type, value);
		break;
	case 14:
		if (str_eq_nocase(name, STR("Sec-Fetch-Site"))) {
			take(g, &g->site, value);
		} else if (str_eq_nocase(name, STR("Content-Length"))) {
			g->lengths++;
			if (!read_length(value, &g->length))
				g->malformed = true;
		}
		break;
	case 17:
		if (str_eq_nocase(name, STR("Transfer-Encoding")))
			g->codings++;
		break;
	default:
		break;
	}
}

static bool is_literal(int family, struct str s)
{
	unsigned char address[16];
	char text[64];

	if (s.n >= sizeof(text))
		return false;
	memcpy(text, s.p, s.n);
	text[s.n] = '\0';
	return inet_pton(family, text, address) == 1;
}

/* "name", "name:port", "[address]:port"; false when it is none of them. */
static bool read_host(struct str host, struct str *name, int64_t *port)
{
	size_t end = host.n;

	if (str_starts(host, STR("["))) {
		end = str_find_char(host, ']');
		if (end == host.n)
			return false;
		end++;
	} else {
		end = str_find_char(host, ':');
	}
	*name = str_cut(host, 0, end);
	host = str_cut(host, end, host.n);
	*port = -1;
	if (str_empty(host))
		return name->n > 0 && name->n <= HOST_MAX;
	return name->n > 0 && name->n <= HOST_MAX && host.p[0] == ':' &&
	       str_int(str_cut(host, 1, host.n), port) && *port >= 0;
}

static bool is_ours(struct str name, int64_t port,
		    const struct guard_place *place)
{
	if (!str_empty(place->public_name) &&
	    str_eq_nocase(name, place->public_name))
		return true;
	if (port < 0)
		port = place->tls ? 443 : 80;
	if (port != place->port)
		return false;
	if (str_starts(name, STR("[")))
		return is_literal(AF_INET6, str_cut(name, 1, name.n - 2));
	return str_eq_nocase(name, STR("localhost")) ||
	       is_literal(AF_INET, name);
}

/* Fetch metadata where the browser sends it, and the origin where it does:
 * together they cover every browser that can post a form at all. */
static bool is_foreign(const struct guard *g, struct str host,
		       const struct guard_place *place)
{
	struct str from = g->origin;

	if (!str_empty(g->site) && !str_is(g->site, "same-origin") &&
	    !str_is(g->site, "none"))
		return true;
	if (str_empty(from))
		return false;
	if (str_starts(from, STR("http://")))
		from = str_cut(from, 7, from.n);
	else if (str_starts(from, STR("https://")))
		from = str_cut(from, 8, from.n);
	else
		return true;
	return !str_eq_nocase(from, host) &&
	       (str_empty(place->public_name) ||
		!str_eq_nocase(from, place->public_name));
}

/* The largest body of this type. */
static uint64_t body_max(struct str content_type)
{
	const struct str multipart = STR("multipart/form-data");

	if (str_eq_nocase(str_cut(content_type, 0, multipart.n), multipart))
		return REQUEST_UPLOAD_MAX;
	return REQUEST_FORM_MAX;
}

int guard_verdict(const struct guard *g, enum method method,
		  struct str authority, const struct guard_place *place)
{
	bool reads = method == METHOD_GET || method == METHOD_HEAD;
	struct str host, name;
	int64_t port;

	if (g->n > REQUEST_HEADERS_MAX || g->bytes > REQUEST_HEAD_MAX)
		return 431;
	if (g->malformed || g->hosts != 1 || g->lengths > 1 ||
	    g->codings > 1 || (g->codings && g->lengths))
		return 400;
	host = str_empty(authority) ? g->host : authority;
	if (!read_host(host, &name, &port))
		return 400;
	if (!is_ours(name, port, place))
		return 421;
	/* A body where none belongs is the other half of smuggling. */
	if (method != METHOD_POST && (g->codings || g->length))
		return 400;
	/* No browser sends a chunked form: the parser of chunks, the most
	 * lenient part of all, is never reached. */
	if (g->codings)
		return 411;
	if (!reads && is_foreign(g, host, place))
		return 403;
	if (g->length > body_max(g->type))
		return 413;
	return 200;
}
