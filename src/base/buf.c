/* buf.c - growing bytes */

#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

/* The data of a buf without room; nobody writes to it. */
static const char nothing[1];

void buf_init(struct buf *b)
{
	buf_init_limit(b, BUF_LIMIT);
}

void buf_init_limit(struct buf *b, size_t limit)
{
	*b = (struct buf){ .data = (char *)(uintptr_t)nothing,
			   .limit = limit };
}

void buf_reset(struct buf *b)
{
	b->n = 0;
	b->full = false;
	if (b->room)
		b->data[0] = '\0';
}

void buf_release(struct buf *b)
{
	if (b->room)
		free(b->data);
	buf_init_limit(b, b->limit);
}

/* True when n more bytes and the NUL fit. */
static bool grow(struct buf *b, size_t n)
{
	size_t need, room;
	char *data;

	if (b->full || n > b->limit || b->n > b->limit - n) {
		b->full = true;
		return false;
	}
	need = b->n + n + 1;
	if (need <= b->room)
		return true;
	room = b->room ? b->room : 512;
	while (room < need)
		room *= 2;
	if (room - 1 > b->limit)
		room = b->limit + 1;
	data = realloc(b->room ? b->data : NULL, room);
	if (!data)
		BUG("no memory");
	if (!b->room)
		data[0] = '\0';
	b->data = data;
	b->room = room;
	return true;
}

/* The usual case, without a call: what has room is below the limit. */
static inline bool fits(const struct buf *b, size_t n)
{
	return !b->full && n < b->room - b->n;
}

void buf_reserve(struct buf *b, size_t n)
{
	bool was_full = b->full;

	/* A wish that passes the limit is not yet something missing. */
	if (n <= b->limit && b->n <= b->limit - n)
		grow(b, n);
	b->full = was_full;
}

void buf_add(struct buf *b, struct str s)
{
	if (s.n == 0 || (!fits(b, s.n) && !grow(b, s.n)))
		return;
	memcpy(b->data + b->n, s.p, s.n);
	b->n += s.n;
	b->data[b->n] = '\0';
}

void buf_add_char(struct buf *b, char c)
{
	if (!fits(b, 1) && !grow(b, 1))
		return;
	b->data[b->n++] = c;
	b->data[b->n] = '\0';
}

void buf_add_cstr(struct buf *b, const char *s)
{
	buf_add(b, str_of(s));
}

void buf_add_int(struct buf *b, int64_t n)
{
	char digits[24];
	size_t at = sizeof(digits);
	uint64_t rest = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;

	do {
		digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest);
	if (n < 0)
		digits[--at] = '-';
	buf_add(b, (struct str){ digits + at, sizeof(digits) - at });
}

void buf_addf(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	int n;

	/* What is there is usually room enough. */
	va_start(ap, fmt);
	n = b->full || !b->room ? vsnprintf(NULL, 0, fmt, ap) :
	    vsnprintf(b->data + b->n, b->room - b->n, fmt, ap);
	va_end(ap);
	if (n < 0)
		BUG("a format that cannot be printed");
	if (!fits(b, (size_t)n)) {
		if (b->room)
			b->data[b->n] = '\0';
		if (!grow(b, (size_t)n))
			return;
		va_start(ap, fmt);
		vsnprintf(b->data + b->n, (size_t)n + 1, fmt, ap);
		va_end(ap);
	}
	b->n += (size_t)n;
}

struct str buf_str(const struct buf *b)
{
	return (struct str){ b->data, b->n };
}

char *buf_take(struct buf *b, size_t *n)
{
	char *data;

	grow(b, 0);
	if (!b->room) {		/* a full buf that never held anything */
		data = calloc(1, 1);
		if (!data)
			BUG("no memory");
	} else {
		data = b->data;
	}
	*n = b->n;
	buf_init_limit(b, b->limit);
	return data;
}
