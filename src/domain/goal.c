/* goal.c - the field table of a goal */

#include "domain/goal.h"
#include "domain/plan.h"

static const struct field fields[] = {
	{ FIELD(struct goal, plan), .refers = &plan_entity,
	  .flags = REQUIRED | LISTED },
	{ FIELD(struct goal, parent), .refers = &goal_entity },
	{ FIELD(struct goal, number), .max = 40, .flags = LISTED },
	{ FIELD(struct goal, title), .max = 600,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct goal, description), .max = 20000 },
	{ FIELD(struct goal, target), .max = 20000 },
};

const struct entity goal_entity = {
	.name = "goal",
	.path = "goals",
	.prefix = "G-",
	.size = sizeof(struct goal),
	FIELDS(fields),
};
