/* arena.c - memory with one lifetime */

#include "base/arena.h"

#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

enum { CHUNK_SIZE = 64 * 1024, SPARE_MAX = 8 };

struct arena_chunk {
	struct arena_chunk *older;
	size_t size;			/* of bytes[] */
	max_align_t bytes[];
};

static atomic_size_t live;

void arena_init(struct arena *a, size_t ceiling)
{
	*a = (struct arena){ .ceiling = ceiling };
}

static void chunk_drop(struct arena *a, struct arena_chunk *c)
{
	size_t size = sizeof(*c) + c->size;

	a->total -= size;
	atomic_fetch_sub(&live, size);
	free(c);
}

static void chunk_use(struct arena *a, struct arena_chunk *c)
{
	c->older = a->chunk;
	a->chunk = c;
	a->used = 0;
}

static void chunk_add(struct arena *a, size_t least)
{
	size_t size = least > CHUNK_SIZE ? least : CHUNK_SIZE;
	struct arena_chunk *c = a->spare;

	if (c && size == CHUNK_SIZE) {
		a->spare = c->older;
		chunk_use(a, c);
		return;
	}
	if (a->total + size > a->ceiling)
		BUG("an arena reached its ceiling");
	c = malloc(sizeof(*c) + size);
	if (!c)
		BUG("no memory");
	c->size = size;
	chunk_use(a, c);
	a->total += sizeof(*c) + size;
	atomic_fetch_add(&live, sizeof(*c) + size);
}

void arena_reset(struct arena *a)
{
	size_t spare_n = 0;

	for (struct arena_chunk *c = a->spare; c; c = c->older)
		spare_n++;
	while (a->chunk) {
		struct arena_chunk *c = a->chunk;

		a->chunk = c->older;
		if (spare_n == SPARE_MAX || c->size != CHUNK_SIZE) {
			chunk_drop(a, c);
			continue;
		}
		c->older = a->spare;
		a->spare = c;
		spare_n++;
	}
	a->used = 0;
}

void arena_release(struct arena *a)
{
	while (a->chunk) {
		struct arena_chunk *c = a->chunk;

		a->chunk = c->older;
		chunk_drop(a, c);
	}
	while (a->spare) {
		struct arena_chunk *c = a->spare;

		a->spare = c->older;
		chunk_drop(a, c);
	}
	a->used = 0;
}

/* Room for n bytes, not cleared. */
static void *take(struct arena *a, size_t n)
{
	const size_t align = sizeof(max_align_t);
	char *p;

	if (n > a->ceiling)
		BUG("an arena was asked for more than its ceiling");
	n = (n + align - 1) / align * align;
	if (!a->chunk || a->chunk->size - a->used < n)
		chunk_add(a, n);
	p = (char *)a->chunk->bytes + a->used;
	a->used += n;
	return p;
}

void *arena_alloc(struct arena *a, size_t n)
{
	void *p = take(a, n);

	memset(p, 0, n);
	return p;
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
	size_t n;

	if (__builtin_mul_overflow(count, size, &n))
		BUG("an array is too large to count");
	return arena_alloc(a, n);
}

struct str arena_str(struct arena *a, struct str s)
{
	char *p;

	if (s.n == 0)
		return STR("");
	p = take(a, s.n + 1);
	memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return (struct str){ p, s.n };
}

const char *arena_cstr(struct arena *a, struct str s)
{
	return arena_str(a, s).p;
}

struct str arena_printf(struct arena *a, const char *fmt, ...)
{
	size_t room = a->chunk ? a->chunk->size - a->used : 0;
	char *left = room ? (char *)a->chunk->bytes + a->used : NULL;
	char *p;
	va_list ap;
	int n;

	/* What is left of the chunk is usually room enough. */
	va_start(ap, fmt);
	n = vsnprintf(left, room, fmt, ap);
	va_end(ap);
	if (n < 0)
		BUG("a format that cannot be printed");
	p = take(a, (size_t)n + 1);
	if (p != left) {
		va_start(ap, fmt);
		vsnprintf(p, (size_t)n + 1, fmt, ap);
		va_end(ap);
	}
	return (struct str){ p, (size_t)n };
}

size_t arena_live(void)
{
	return atomic_load(&live);
}
