/* event_part.c - the field table of a part of an event */

#include <assert.h>

#include "domain/event.h"
#include "domain/event_part.h"

static const struct choice_row kind_rows[] = {
	{ EVENT_PART_PART, "part" },
	{ EVENT_PART_ROUND_TABLE, "round_table" },
	{ EVENT_PART_POLICY_DEBATE, "policy_debate" },
	{ EVENT_PART_GENERAL_DEBATE, "general_debate" },
	{ EVENT_PART_HEARING, "hearing" },
	{ EVENT_PART_PLENARY, "plenary" },
};
static_assert(COUNT(kind_rows) == EVENT_PART_PLENARY,
	"a kind of a part of an event has no name");
static const struct choices kind_choices = {
	kind_rows, COUNT(kind_rows)
};

static const struct field fields[] = {
	{ FIELD(struct event_part, event), .refers = &event_entity,
	  .flags = REQUIRED | LISTED },
	{ FIELD(struct event_part, number), .flags = LISTED },
	{ FIELD(struct event_part, kind), .choices = &kind_choices,
	  .flags = LISTED },
	{ FIELD(struct event_part, title), .max = 300,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct event_part, on) },
	{ FIELD(struct event_part, list_closed) },
	{ FIELD(struct event_part, description), .max = 20000 },
};

const struct entity event_part_entity = {
	.name = "event_part",
	.path = "parts",
	.prefix = "EVP-",
	.size = sizeof(struct event_part),
	FIELDS(fields),
};
