/*
 * holding.h - who held a seat, and when
 *
 * A person holds a seat for a period, perhaps acting for another. Where only a
 * day is attested by a source, that day stands here and the period is empty.
 */
#ifndef DOMAIN_HOLDING_H
#define DOMAIN_HOLDING_H

#include "model/entity.h"

struct holding {
	struct row row;
	struct ref seat;
	struct ref person;
	struct date from_on;
	struct date to_on;
	struct date attested_on;
	struct ref acting_for;	/* the seat on whose behalf */
	struct ref document;	/* that attests it */
};

extern const struct entity holding_entity;

#endif
