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

/* Every byte of v the same. */
static uint64_t bytes_of(uint8_t v)
{
	return v * 0x0101010101010101u;
}

/* Not 0 when a byte of v is c. */
static uint64_t has_byte(uint64_t v, uint8_t c)
{
	uint64_t x = v ^ bytes_of(c);

	return (x - bytes_of(0x01)) & ~x & bytes_of(0x80);
}

/* How many bytes stand for themselves: most texts have no other ones, so
 * eight are looked at together. & and ' differ in one bit, < and > too. */
static size_t plain_n(struct str s)
{
	size_t i = 0;

	for (; i + 8 <= s.n; i += 8) {
		uint64_t v;

		memcpy(&v, s.p + i, 8);
		if (has_byte(v, '"') | has_byte(v | bytes_of(1), '\'') |
		    has_byte(v | bytes_of(2), '>'))
			break;
	}
	while (i < s.n && !escapes[(unsigned char)s.p[i]].n)
		i++;
	return i;
}

void html_text(struct buf *out, struct str s)
{
	while (s.n) {
		size_t n = plain_n(s);

		buf_add(out, str_cut(s, 0, n));
		if (n == s.n)
			return;
		buf_add(out, escapes[(unsigned char)s.p[n]]);
		s = str_cut(s, n + 1, s.n);
	}
}

/* Inserts what the conversion at fmt asks for; returns what is behind it. */
static const char *insert(struct buf *out, const char *fmt, va_list *ap)
{
	int n;
	char c;

	switch (*fmt) {
	case 's':
		html_text(out, str_of(va_arg(*ap, const char *)));
		return fmt + 1;
	case '.':
		if (fmt[1] != '*' || fmt[2] != 's')
			break;
		n = va_arg(*ap, int);
		html_text(out, (struct str){ va_arg(*ap, const char *),
					     (size_t)n });
		return fmt + 3;
	case 'd':
		buf_add_int(out, va_arg(*ap, int));
		return fmt + 1;
	case 'u':
		buf_add_int(out, va_arg(*ap, unsigned));
		return fmt + 1;
	case 'z':
		if (fmt[1] != 'u')
			break;
		buf_add_int(out, (int64_t)va_arg(*ap, size_t));
		return fmt + 2;
	case 'l':
		if (fmt[1] != 'l' || fmt[2] != 'd')
			break;
		buf_add_int(out, va_arg(*ap, long long));
		return fmt + 3;
	case 'c':
		c = (char)va_arg(*ap, int);
		html_text(out, (struct str){ &c, 1 });
		return fmt + 1;
	case '%':
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
