/*
 * milestone.h - a point that an action means to reach
 *
 * Reached means: a source says so, and on which day.
 */
#ifndef DOMAIN_MILESTONE_H
#define DOMAIN_MILESTONE_H

#include "model/entity.h"

struct milestone {
	struct row row;
	struct ref action;
	struct count number;
	struct text title;
	struct date due_on;
	struct date reached_on;
	struct ref place;
	struct longtext description;
	struct ref document;
};

extern const struct entity milestone_entity;

#endif
