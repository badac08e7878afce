/*
 * view_years.h - the actions year by year, drawn and as a table
 *
 * What is counted and what is not known stands beside it in words: a year of
 * beginning that no source gives, an end that nobody announced.
 */
#ifndef UI_VIEW_YEARS_H
#define UI_VIEW_YEARS_H

#include "access/ctx.h"
#include "base/buf.h"

/* A section with its heading; nothing when no action has a date. */
enum err view_years(struct ctx *ctx, struct buf *out);

#endif
