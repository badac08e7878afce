/*
 * svc_list.h - what a list was asked for, from the names in an address
 *
 * Pages and data ask alike, so that the rows of a list, of its CSV and of its
 * JSON are the same rows: `?kind=individual`, `?order=due_on`, `?after=…`.
 */
#ifndef SERVICE_SVC_LIST_H
#define SERVICE_SVC_LIST_H

#include "access/ctx.h"
#include "store/repo.h"

/* The value of a name of the address; empty when there is none. */
typedef struct str svc_query(const void *from, const char *name);

/*
 * Fills way, filter value, cursor and limit. ERR_REQUEST when no list of the
 * entity goes that way, when two filters are asked at once, or when a choice
 * has no such value.
 */
enum err svc_list_asked(const struct entity *e, svc_query *query,
			const void *from, struct list_ask *out);

/* One name of such an address and its value: false, with a problem in
 * ctx->problems that names it and what would be right, when the lists of this
 * entity know no such name, or the name no such value. */
bool svc_list_check(struct ctx *ctx, const struct entity *e, struct str name,
		    struct str value);

#endif
