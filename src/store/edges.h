/*
 * edges.h - the steps of the chain, and what stands above and below a record
 *
 * A step joins a record to the one it serves (a link), belongs to (a goal to
 * its plan or parent, a milestone to its action) or tells of (an update). It
 * is a row of `edge`, kept with the data, so that a walk reads one table:
 * each question here is one statement, however long the chain. What is
 * withdrawn is left out, and what only hangs on it. Strings live in mem. A
 * failure sticks to db; what was found so far is given back.
 */
#ifndef STORE_EDGES_H
#define STORE_EDGES_H

#include "store/queries.h"

/* Keeps the steps that start at a record: was is NULL when it is new, now
 * when it is gone. Inside the transaction that saves it. */
void edges_save(struct db *db, const struct entity *e, const void *was,
		const void *now);

/* One step between two records; `of` is the lower one, the one that serves,
 * belongs to or tells of the other. */
struct edge {
	const struct entity *entity;
	struct titled of;
	struct date on;			/* its main date */
	const struct entity *to_entity;
	int64_t to;
	struct choice provenance;	/* enum link_provenance; 0: a field */
	bool linked;			/* by a link, not by a field */
	bool draft;			/* the record is not published yet */
};
enum { EDGES_MAX = 2000 };
struct edges {
	struct edge *list;		/* no two alike, in no order */
	size_t n;
	bool cut;
};

/* The record itself, as an edge that leads nowhere. */
bool query_self(struct db *db, struct arena *mem, const struct entity *e,
		int64_t id, enum lang l, struct edge *out);

/* All that serves a pledge, plan or goal, or happens in an action. */
struct edges query_below(struct db *db, struct arena *mem,
			 const struct entity *e, int64_t id, enum lang l);

/* What a plan, goal or action serves. Here an edge tells of the upper end:
 * `of` is what is served, `to` the lower record. */
struct edges query_above(struct db *db, struct arena *mem,
			 const struct entity *e, int64_t id, enum lang l);

/* The reviews and the forum that follow the forum of a pledge. */
struct follow {
	const struct entity *entity;	/* document or event */
	struct titled of;
	struct date on;
};
size_t query_following(struct db *db, struct arena *mem, int64_t pledge,
		       enum lang l, struct follow *out, size_t room);

#endif
