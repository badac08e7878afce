/*
 * gaps.h - where the chain is broken, kept with the data
 *
 * A gap is a row (kind, record): this pledge has no action known to us. What
 * counts as one is said in one SQL text per entity (gaps.c), which serves a
 * single record after a change and the whole database after a bulk load. A
 * withdrawn record, and a link from or to one, is as if it were not there.
 * Gaps that age (nothing heard since …) bear the day; the others an empty
 * one. Tallies beside them keep the counts as cheap as one look-up.
 */
#ifndef STORE_GAPS_H
#define STORE_GAPS_H

#include "model/record.h"
#include "store/db.h"

/*
 * Finds anew the gaps of a record and, as far as the change reaches them, of
 * the records that hang on it: what it serves above it, what serves it
 * below. After the change, inside its transaction, when the twin of the
 * version before is written. For a link that is there: of both ends. A
 * failure sticks to db.
 */
void gaps_touch(struct db *db, const struct entity *e, int64_t id);
/* Whether a change of these fields can move a gap at all. */
bool gaps_ask(const struct entity *e, const struct difference *list,
	      size_t n);
/* The same as gaps_touch for a link that was taken away. */
void gaps_unlinked(struct db *db, const struct anyref *from,
		   const struct anyref *to);
/* All gaps and all tallies anew, by few statements: after imports, and when
 * a setting changes. */
void gaps_rebuild(struct db *db);

/* How many gaps of a kind are open; of a kind that ages those open since a
 * day before `before` (ISO), which may be empty for all. */
int64_t gaps_count(struct db *db, struct str kind, struct str before);

/* A gap's count in gaps_all(). */
struct gap_tally {
	struct str kind;
	int64_t n;
};
/* The counts of all kinds that have a gap, those that age among them in
 * full; two statements at most. Returns how many were written. */
size_t gaps_all(struct db *db, struct arena *mem, struct gap_tally *out,
		size_t room);

/* Adds to a kept count: "entity:pledge" by stage, "gap:KIND" by month. */
void tally_add(struct db *db, struct str name, struct str bucket,
	       int64_t delta);

#endif
