/*
 * view_chain.h - the chain of a record, drawn and read
 *
 * The picture for the eye, and behind it the same as a nested list: for a
 * screen reader, for a narrow window, for whoever wants to copy it.
 */
#ifndef UI_VIEW_CHAIN_H
#define UI_VIEW_CHAIN_H

#include "base/buf.h"
#include "service/svc_chain.h"

/* A section with its heading. Of pledges, plans, goals and actions. */
enum err view_chain(struct ctx *ctx, struct buf *out, const struct entity *e,
		    const void *record, bool list_open);

#endif
