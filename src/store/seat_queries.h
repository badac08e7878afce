/*
 * seat_queries.h - seats and who is attested to have held them
 *
 * One statement for a body, an organisation or a person. What is withdrawn
 * is left out. Strings live in mem; a failure sticks to db.
 */
#ifndef STORE_SEAT_QUERIES_H
#define STORE_SEAT_QUERIES_H

#include "store/queries.h"

/* A seat with one of its holders; a seat of which none is known comes once,
 * without one. */
struct seated {
	struct titled seat;
	struct titled organisation;	/* whose office it is */
	struct titled body;		/* in which it sits, if in any */
	bool open;			/* the source leaves open whether it
					 * sits there */
	struct str holding;		/* code; empty: nobody is known */
	struct titled person;
	struct date from_on, to_on, attested_on;
	struct titled document;		/* that attests it */
};
enum { SEATED_MAX = 300 };

/* Seats in a body and seats of an organisation, by id. */
size_t query_seats_of(struct db *db, struct arena *mem, int64_t organisation,
		      enum lang l, struct seated **out);
/* Seats that a person is attested to have held. */
size_t query_seats_held(struct db *db, struct arena *mem, int64_t person,
			enum lang l, struct seated **out);

#endif
