/*
 * plan.h - a national strategy, plan or policy
 *
 * What the State means to do over some years. A plan has goals; where its inner
 * structure is not known, that is said.
 */
#ifndef DOMAIN_PLAN_H
#define DOMAIN_PLAN_H

#include "model/entity.h"

enum plan_kind {
	PLAN_STRATEGY = 1,
	PLAN_PLAN,
	PLAN_POLICY,
	PLAN_PROGRAMME,
};

struct plan {
	struct row row;
	struct text title;
	struct choice kind;
	struct ref parent;
	struct line aliases;	/* other names, separated by | */
	struct date from_on;
	struct date to_on;
	struct date adopted_on;
	struct yesno structure_known;	/* no: its goals were not found */
	struct longtext description;
	struct ref document;
};

extern const struct entity plan_entity;

#endif
