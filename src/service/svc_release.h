/*
 * svc_release.h - the press release of an event, written from its records
 *
 * Built by rules: who briefed, coordinated, invited; who opened; what was
 * presented, by whom; who attended, in both parts; who led the delegation;
 * the quotes; the outcome. No sentence is stored; each knows the records it
 * was made from.
 */
#ifndef SERVICE_SVC_RELEASE_H
#define SERVICE_SVC_RELEASE_H

#include "access/ctx.h"
#include "report/doc.h"

/* ERR_MISSING when the event does not exist or is none. */
enum err svc_release(struct ctx *ctx, struct str event_code,
		     struct doc **out);

#endif
