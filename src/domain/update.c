/* update.c - the field table of an update */

#include <assert.h>

#include "domain/document.h"
#include "domain/organisation.h"
#include "domain/update.h"

static const struct choice_row answer_rows[] = {
	{ UPDATE_ANSWER_FULL, "full" },
	{ UPDATE_ANSWER_PARTLY, "partly" },
	{ UPDATE_ANSWER_NONE, "none" },
	{ UPDATE_ANSWER_NO_TARGET, "no_target" },
};
static_assert(COUNT(answer_rows) == UPDATE_ANSWER_NO_TARGET,
	"an answer of an update has no name");
static const struct choices answer_choices = {
	answer_rows, COUNT(answer_rows)
};

static const struct field fields[] = {
	{ FIELD(struct update, about), .flags = REQUIRED | LISTED | FIXED },
	{ FIELD(struct update, title), .max = 400,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct update, body), .max = 20000 },
	{ FIELD(struct update, on), .flags = REQUIRED | LISTED },
	{ FIELD(struct update, answer), .choices = &answer_choices,
	  .flags = LISTED },
	{ FIELD(struct update, organisation),
	  .refers = &organisation_entity, .flags = LISTED },
	{ FIELD(struct update, corrects), .refers = &update_entity },
	{ FIELD(struct update, address), .max = 1000 },
	{ FIELD(struct update, document), .refers = &document_entity },
};

const struct entity update_entity = {
	.name = "update",
	.path = "updates",
	.prefix = "U-",
	.size = sizeof(struct update),
	FIELDS(fields),
};
