/*
 * buf.h - growing bytes
 *
 * A buf owns its bytes until it is released or taken. It always ends in NUL
 * (not counted in n), so data is never NULL. It has a limit: what would pass
 * it is dropped and `full` says so from then on; the one who made the buf
 * asks once, at the end.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/str.h"

struct buf {
	char *data;
	size_t n;
	size_t room;		/* bytes allocated, private */
	size_t limit;
	bool full;		/* something did not fit and is missing */
};

enum { BUF_LIMIT = 64 * 1024 * 1024 };

void buf_init(struct buf *b);			/* limit BUF_LIMIT */
void buf_init_limit(struct buf *b, size_t limit);
void buf_reset(struct buf *b);			/* empty, keeps its room */
void buf_release(struct buf *b);
/* Makes room for n more bytes in one go. */
void buf_reserve(struct buf *b, size_t n);

void buf_add(struct buf *b, struct str s);
void buf_add_char(struct buf *b, char c);
void buf_add_cstr(struct buf *b, const char *s);
void buf_add_int(struct buf *b, int64_t n);
void buf_addf(struct buf *b, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* What is in b, good until b changes. */
struct str buf_str(const struct buf *b);
/* Hands the bytes over: the caller frees them with free(). b is empty. */
char *buf_take(struct buf *b, size_t *n);

#endif
