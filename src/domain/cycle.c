/* cycle.c - the field table and the rules of a cycle */

#include "domain/cycle.h"

static const struct field fields[] = {
	{ FIELD(struct cycle, title), .max = 300,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct cycle, from_on), .flags = REQUIRED | LISTED },
	{ FIELD(struct cycle, to_on), .flags = REQUIRED | LISTED },
	{ FIELD(struct cycle, description), .max = 20000 },
};

static void cycle_check(const void *now, const void *was, struct problems *ps)
{
	const struct cycle *r = now;

	(void)was;
	if (date_is_set(r->from_on) && date_is_set(r->to_on) &&
	    date_before(r->to_on, r->from_on))
		problem_add(ps, "to_on", "ends_before_start");
}

const struct entity cycle_entity = {
	.name = "cycle",
	.path = "cycles",
	.prefix = "C-",
	.size = sizeof(struct cycle),
	FIELDS(fields),
	.check = cycle_check,
};
