/* milestone.c - the field table of a milestone */

#include "domain/action.h"
#include "domain/document.h"
#include "domain/milestone.h"
#include "domain/place.h"

static const struct field fields[] = {
	{ FIELD(struct milestone, action), .refers = &action_entity,
	  .flags = REQUIRED | LISTED },
	{ FIELD(struct milestone, number) },
	{ FIELD(struct milestone, title), .max = 600,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct milestone, due_on), .flags = LISTED },
	{ FIELD(struct milestone, reached_on), .flags = LISTED },
	{ FIELD(struct milestone, place), .refers = &place_entity },
	{ FIELD(struct milestone, description), .max = 20000 },
	{ FIELD(struct milestone, document), .refers = &document_entity },
};

const struct entity milestone_entity = {
	.name = "milestone",
	.path = "milestones",
	.prefix = "M-",
	.size = sizeof(struct milestone),
	FIELDS(fields),
};
