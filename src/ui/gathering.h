/*
 * gathering.h - who came together at an event, and as what
 *
 * Attendances and parts of one event, loaded at once, shown as a few lines
 * on a card or in full on the page of the event. A list that the source did
 * not close says so: absence from it proves nothing.
 */
#ifndef UI_GATHERING_H
#define UI_GATHERING_H

#include "access/ctx.h"
#include "base/buf.h"
#include "store/event_queries.h"

struct gathering {
	struct presence *present;
	size_t present_n;
	struct told_part *parts;
	size_t parts_n;
};

enum err gathering_load(struct ctx *ctx, int64_t event_id,
			struct gathering *out);
/* Who called it, who opened it, who came to each part: a list of names. */
void gathering_summary(struct ctx *ctx, struct buf *out,
		       const struct gathering *g);
/* Those of one part (0: of the whole event), role by role, with links. */
void gathering_roles(struct ctx *ctx, struct buf *out,
		     const struct gathering *g, int64_t part);
/* A title as a link to its record. */
void gathering_link(struct ctx *ctx, struct buf *out, const struct entity *e,
		    const struct titled *to);
/* The mark of a part whose list the source left open; else nothing. */
void gathering_open_mark(struct ctx *ctx, struct buf *out,
			 const struct told_part *part);

#endif
