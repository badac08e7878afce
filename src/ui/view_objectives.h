/*
 * view_objectives.h - the objectives by round table, drawn and as a table
 */
#ifndef UI_VIEW_OBJECTIVES_H
#define UI_VIEW_OBJECTIVES_H

#include "base/buf.h"
#include "service/svc_overview.h"

/* A section with its heading, legend and table. */
void view_objectives(struct ctx *ctx, struct buf *out,
		     const struct overview *o);

#endif
