/*
 * queries.h - the questions that no field table can answer
 *
 * What the home page tells, what a release of an event is written from: each
 * is one statement, whatever it finds, with the titles already in the
 * reader's language. What is withdrawn is left out.
 * Strings live in mem. A failure sticks to db; what was found so far is
 * given back.
 */
#ifndef STORE_QUERIES_H
#define STORE_QUERIES_H

#include "domain/event.h"
#include "domain/pledge.h"
#include "store/db.h"

/* A record as a title: for links and sentences. */
struct titled {
	int64_t id;			/* 0: there is none */
	struct str code;
	struct str title;
	enum lang lang;			/* of title */
};

/* A record by its code; id 0 when there is none. */
struct titled query_titled(struct db *db, struct arena *mem, struct str code,
			   enum lang l);

/* Adoption, regional reviews and forums, and the events of these codes, in
 * no order; without their long texts. */
size_t query_clock(struct db *db, struct arena *mem, enum lang l,
		   const struct str codes[3], struct event ***out);

/* The pledges of a cycle, the first that were recorded, with all texts; cut:
 * there are more. */
enum { PLEDGES_SHOWN = 40 };
size_t query_pledges(struct db *db, struct arena *mem, int64_t cycle,
		     enum lang l, struct pledge ***out, bool *cut);

/* Everything that was heard of the same pledges, HEARD_MAX rows at most: by
 * links that a source states, and in their own track only. A pledge without a
 * track is told of by the federal one. cut: there is more, so that what comes
 * here may not be the newest. */
enum { HEARD_MAX = 2000 };
struct heard {
	int64_t pledge;
	const struct entity *entity;	/* update or milestone */
	struct titled of;
	struct date on;
	struct str last;		/* its last day, ISO */
	struct choice answer;		/* of an update */
};
size_t query_heard(struct db *db, struct arena *mem, int64_t cycle,
		   enum lang l, struct heard **out, bool *cut);

/* The objectives of a framework, and whether a pledge answers each or an
 * action under it. */
enum answered { ANSWERED_NO, ANSWERED_INFERRED, ANSWERED_STATED };
struct objective {
	struct titled of;
	struct str number, short_title;
	int64_t place_no, round_table;
	enum answered answered;
};
size_t query_objectives(struct db *db, struct arena *mem,
			struct str framework, enum lang l,
			struct objective **out);

#endif
