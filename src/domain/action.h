/*
 * action.h - what an organisation undertakes
 *
 * An action serves pledges and goals; it has milestones, and updates tell of it.
 * An announced fact is an action only as far as its source supports it.
 */
#ifndef DOMAIN_ACTION_H
#define DOMAIN_ACTION_H

#include "model/entity.h"

enum action_kind {
	ACTION_ACTIVITY = 1,
	ACTION_PROJECT,
	ACTION_PROGRAMME,
	ACTION_TRAINING,
	ACTION_REFORM,
	ACTION_SERVICE,
	ACTION_STUDY,
};

enum action_scope {
	ACTION_SCOPE_WITHIN = 1,
	ACTION_SCOPE_PARTLY_OUTSIDE,
	ACTION_SCOPE_OUTSIDE,
};

struct action {
	struct row row;
	struct text title;
	struct choice kind;
	struct longtext description;
	struct date from_on;
	struct date to_on;
	struct date due_on;
	struct longtext target;
	struct choice scope;
	struct ref document;
};

extern const struct entity action_entity;

#endif
