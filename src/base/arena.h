/*
 * arena.h - memory with one lifetime
 *
 * Everything made for one request, command or imported row comes from one
 * arena and is dropped together: nobody frees a single piece, nobody tests
 * for NULL. An arena has a ceiling; readers of outside data have limits far
 * below it, so reaching it is a bug of ours and stops the program loudly.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/str.h"

struct arena_chunk;

struct arena {
	struct arena_chunk *chunk;	/* the newest; older ones behind it */
	struct arena_chunk *spare;	/* kept by arena_reset */
	size_t used;			/* bytes used of the newest chunk */
	size_t total;			/* bytes held from the system */
	size_t ceiling;
};

/* Nothing is taken from the system before the first allocation. */
void arena_init(struct arena *a, size_t ceiling);
/* Empties the arena and keeps a few chunks, half a megabyte at most, for the
 * next use. */
void arena_reset(struct arena *a);
void arena_release(struct arena *a);

/* n bytes, all zero, aligned for any type. Never NULL. */
void *arena_alloc(struct arena *a, size_t n);
/* count elements of size bytes; a product that overflows is a bug. */
void *arena_array(struct arena *a, size_t count, size_t size);
/* A copy of s that lives as long as the arena and ends in NUL. */
struct str arena_str(struct arena *a, struct str s);
const char *arena_cstr(struct arena *a, struct str s);
/* Text made by a format; ends in NUL. */
struct str arena_printf(struct arena *a, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Bytes held by all arenas of the process: zero when all are released. */
size_t arena_live(void);

#endif
