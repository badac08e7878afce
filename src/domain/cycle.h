/*
 * cycle.h - the four years from one forum to the next
 *
 * Pledges belong to a cycle: they are made at its forum or on the way to it.
 */
#ifndef DOMAIN_CYCLE_H
#define DOMAIN_CYCLE_H

#include "model/entity.h"

struct cycle {
	struct row row;
	struct text title;
	struct date from_on;
	struct date to_on;
	struct longtext description;
};

extern const struct entity cycle_entity;

#endif
