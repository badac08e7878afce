/* html.c - markup that cannot be injected */

#include "base/html.h"

#include <stdarg.h>
#include <string.h>

#include "base/log.h"

/* What a byte becomes in text or in a double-quoted attribute. */
static const struct str escapes[256] = {
	['&'] = { "&amp;", 5 },
	['<'] = { "&lt;", 4 },
	['>'] = { "&gt;", 4 },
	['"'] = { "&quot;", 6 },
	['\''] = { "&#39;", 5 },
};

void html_text(struct buf *out, struct str s)
{
	size_t from = 0;

	if (s.n == 0)
		return;
	buf_reserve(out, s.n);
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		/* All of ASCII that is escaped lies below; letters of other
		 * scripts are passed over without a look at the table. */
		if (c > '>' || !escapes[c].n)
			continue;
		buf_add(out, (struct str){ s.p + from, i - from });
		buf_add(out, escapes[c]);
		from = i + 1;
	}
	buf_add(out, (struct str){ s.p + from, s.n - from });
}

/* Inserts what the conversion at fmt asks for; returns what is behind it. */
static const char *insert(struct buf *out, const char *fmt, va_list *ap)
{
	if (strncmp(fmt, "s", 1) == 0) {
		html_text(out, str_of(va_arg(*ap, const char *)));
		return fmt + 1;
	}
	if (strncmp(fmt, ".*s", 3) == 0) {
		int n = va_arg(*ap, int);
		const char *p = va_arg(*ap, const char *);

		html_text(out, (struct str){ p, (size_t)n });
		return fmt + 3;
	}
	if (strncmp(fmt, "d", 1) == 0) {
		buf_add_int(out, va_arg(*ap, int));
		return fmt + 1;
	}
	if (strncmp(fmt, "u", 1) == 0) {
		buf_add_int(out, va_arg(*ap, unsigned));
		return fmt + 1;
	}
	if (strncmp(fmt, "zu", 2) == 0) {
		buf_add_int(out, (int64_t)va_arg(*ap, size_t));
		return fmt + 2;
	}
	if (strncmp(fmt, "lld", 3) == 0) {
		buf_add_int(out, va_arg(*ap, long long));
		return fmt + 3;
	}
	if (strncmp(fmt, "c", 1) == 0) {
		char c = (char)va_arg(*ap, int);

		html_text(out, (struct str){ &c, 1 });
		return fmt + 1;
	}
	if (strncmp(fmt, "%", 1) == 0) {
		buf_add_char(out, '%');
		return fmt + 1;
	}
	BUG("html() does not know this conversion");
}

void html(struct buf *out, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	for (;;) {
		const char *percent = strchr(fmt, '%');

		if (!percent)
			break;
		buf_add(out, (struct str){ fmt, (size_t)(percent - fmt) });
		fmt = insert(out, percent + 1, &ap);
	}
	buf_add_cstr(out, fmt);
	va_end(ap);
}

void html_insert(struct buf *out, struct safe s)
{
	buf_add(out, s.html);
}

struct safe html_safe(const struct buf *out, size_t from)
{
	return (struct safe){ str_cut(buf_str(out), from, out->n) };
}
