/*
 * html.h - markup that cannot be injected
 *
 * Pages and pictures are written by html(): the format must be a literal
 * (the compiler insists by -Wformat-nonliteral), and whatever is inserted is
 * escaped for text and for quoted attributes. Attributes are always written
 * in double quotes. Addresses come from the builders of url.h and are
 * inserted like any other text.
 *
 * A piece of markup made earlier travels as struct safe, which only
 * html_safe() makes from a buf that html() wrote.
 */
#ifndef BASE_HTML_H
#define BASE_HTML_H

#include "base/buf.h"

struct safe {
	struct str html;
};

/*
 * Understands %s (const char *), %.*s (STR_ARG), %c, %d, %u, %zu,
 * %lld (long long) and %%. Anything else is a bug.
 */
void html(struct buf *out, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* Text of data, escaped; the same as html(out, "%.*s", STR_ARG(s)). */
void html_text(struct buf *out, struct str s);
/* Markup made by html() before. */
void html_insert(struct buf *out, struct safe s);
/* What out holds from byte `from` on, as markup; good until out changes. */
struct safe html_safe(const struct buf *out, size_t from);

#endif
