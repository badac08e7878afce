/*
 * piece.h - markup made aside, to go into the hole of a pattern
 *
 * Sentences of a page are patterns of words/TAG.po; what is a link, a date
 * or a name in them is made here first. Everything lives in the arena of the
 * request.
 */
#ifndef UI_PIECE_H
#define UI_PIECE_H

#include "access/ctx.h"
#include "lang/words.h"

/* "/ar/PATH/REST"; rest may be NULL. */
struct str piece_url(struct ctx *ctx, const char *path, const char *rest);
/* The address of a record's page, or of one of its verbs. */
struct str piece_record_url(struct ctx *ctx, const struct entity *e,
			    struct str code, const char *verb);
/* Words of data, isolated, as a link when url is not empty. */
struct safe piece_text(struct ctx *ctx, struct str url, struct str text,
		       enum lang of);
/* A counted thing ("pledge.count") as a link to exactly those. */
struct safe piece_count(struct ctx *ctx, struct str url, const char *key,
			int64_t n);
/* "A, B and C", as the words of the page's language join them. */
struct safe piece_list(struct ctx *ctx, const struct safe *item, size_t n);
struct safe piece_dates(struct ctx *ctx, struct date from, struct date to);

/* What was written into b goes into the arena; b is released. */
struct safe piece_made(struct ctx *ctx, struct buf *b);
/* The same for plain text, as a title. */
struct str piece_plain(struct ctx *ctx, struct buf *b);

#endif
