/*
 * svc_gaps.h - where the chain is broken
 *
 * Each kind of gap has its rows kept with the data (table gap), so that the
 * counts on the home page, the list, its CSV and its JSON are the same rows.
 */
#ifndef SERVICE_SVC_GAPS_H
#define SERVICE_SVC_GAPS_H

#include "access/ctx.h"
#include "store/repo.h"

struct gap_kind {
	const char *name;		/* "pledge_no_action": words gap.NAME */
	const struct entity *entity;
	bool ages;			/* counts only when `since` is old */
};

enum { GAP_QUIET_DAYS = 365 };

const struct gap_kind *gap_kind_at(size_t i);	/* NULL after the last */
const struct gap_kind *gap_kind_find(struct str name);

struct gap_count {
	const struct gap_kind *kind;
	int64_t n;
};
/* All kinds, in the order of the table. */
enum err svc_gap_counts(struct ctx *ctx, struct gap_count **out, size_t *n);
enum err svc_gap_list(struct ctx *ctx, const struct gap_kind *kind,
		      struct str after, int limit, struct list_page *out);

#endif
