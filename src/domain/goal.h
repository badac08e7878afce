/*
 * goal.h - an objective inside a plan
 *
 * Goals form a tree inside their plan: pillar, objective, result.
 */
#ifndef DOMAIN_GOAL_H
#define DOMAIN_GOAL_H

#include "model/entity.h"

struct goal {
	struct row row;
	struct ref plan;
	struct ref parent;
	struct line number;
	struct text title;
	struct longtext description;
	struct longtext target;	/* how one would see that it is reached */
};

extern const struct entity goal_entity;

#endif
