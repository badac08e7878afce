/*
 * svc_bulk.h - many records that mean nothing, for measuring
 *
 * Always the same for the same number: pledges, plans, goals, actions,
 * milestones, updates, statements and links, half of them in Arabic, half in
 * English, with texts of about 600 characters. Nothing in them is real.
 */
#ifndef SERVICE_SVC_BULK_H
#define SERVICE_SVC_BULK_H

#include "access/ctx.h"

/* About n rows of entities, into an empty database; one log entry per 1,000
 * rows. Progress: "progress.bulk". ERR_CONFLICT when there are records. */
enum err svc_bulk(struct ctx *ctx, int64_t n, int64_t *made);

#endif
