/*
 * link_kinds.h - which records a link of a kind may join
 *
 * One row a kind. The words are "link.KIND.out" (said of the record the link
 * goes out from) and "link.KIND.in" (said of the one it comes in to).
 */
#ifndef DOMAIN_LINK_KINDS_H
#define DOMAIN_LINK_KINDS_H

#include "domain/link.h"

enum { LINK_ENDS_MAX = 6 };

struct link_kind {
	enum link_kind_value kind;
	const char *name;
	/* NULL-ended; an empty list means any entity with a code. */
	const struct entity *from[LINK_ENDS_MAX + 1];
	const struct entity *to[LINK_ENDS_MAX + 1];
};

const struct link_kind *link_kind_of(struct choice kind);
const struct link_kind *link_kind_by_name(struct str name);
const struct link_kind *link_kind_at(size_t i);	/* NULL after the last */
/* True when e may stand at that end: k->from or k->to. */
bool link_end_allowed(const struct entity *const *end,
		      const struct entity *e);
bool link_allowed(const struct link_kind *k, const struct entity *from,
		  const struct entity *to);

#endif
