/*
 * svc_chain.h - from the promise to the proof, and back
 *
 * pledge → plan → goal → action → milestone → update → review → next forum.
 * The chain of a record is a tree: what it serves above it, what serves it
 * below. Where a link of the chain is missing, a node of kind "gap" stands in
 * its place, so that the hole can be drawn and read.
 *
 * A plan, goal or action may serve several pledges: then there are several
 * roots, each with the way from it to the record; what is below the record
 * hangs only on the first.
 */
#ifndef SERVICE_SVC_CHAIN_H
#define SERVICE_SVC_CHAIN_H

#include "access/ctx.h"

enum chain_place {			/* the column a node stands in */
	CHAIN_PLEDGE, CHAIN_PLAN, CHAIN_GOAL, CHAIN_ACTION, CHAIN_MILESTONE,
	CHAIN_UPDATE, CHAIN_REVIEW, CHAIN_FORUM, CHAIN_PLACES
};

struct chain_node {
	enum chain_place place;
	const struct entity *entity;	/* NULL: a gap */
	struct str code;		/* empty: a gap */
	struct str title;		/* in the reader's language */
	enum lang title_lang;
	struct date on;			/* its main date, may be unset */
	struct choice provenance;	/* of the link that led here; 0 stated */
	const char *gap;		/* words key "chain.gap.NAME", or NULL */
	bool self;			/* the record that was asked for */
	bool draft;			/* not published yet */
	size_t parent;			/* index of the node it hangs on; a
					 * root hangs on itself */
	size_t depth;			/* 0: a root */
};

struct chain {
	struct chain_node *nodes;	/* parents come before children */
	size_t n;
	bool cut;			/* there was more than fits: 400 nodes */
};

/* Of a pledge, plan, goal or action; others: ERR_MISSING. */
enum err svc_chain(struct ctx *ctx, const struct entity *e, int64_t id,
		   struct chain *out);
/* The same of a record that was loaded already. */
enum err svc_chain_of(struct ctx *ctx, const struct entity *e,
		      const void *record, struct chain *out);

#endif
