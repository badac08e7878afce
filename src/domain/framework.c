/* framework.c - the field table of a framework */

#include <assert.h>

#include "domain/document.h"
#include "domain/framework.h"

static const struct choice_row kind_rows[] = {
	{ FRAMEWORK_COMPACT, "compact" },
	{ FRAMEWORK_GOALS, "goals" },
	{ FRAMEWORK_INDEX, "index" },
	{ FRAMEWORK_FUND, "fund" },
	{ FRAMEWORK_SCALE, "scale" },
	{ FRAMEWORK_METHOD, "method" },
	{ FRAMEWORK_FORM, "form" },
};
static_assert(COUNT(kind_rows) == FRAMEWORK_FORM,
	"a kind of a framework has no name");
static const struct choices kind_choices = {
	kind_rows, COUNT(kind_rows)
};

static const struct field fields[] = {
	{ FIELD(struct framework, title), .max = 300,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct framework, kind), .choices = &kind_choices,
	  .flags = LISTED },
	{ FIELD(struct framework, adopted_on), .flags = LISTED },
	{ FIELD(struct framework, document), .refers = &document_entity },
	{ FIELD(struct framework, aliases), .max = 1000, .flags = SEARCHED },
	{ FIELD(struct framework, description), .max = 20000 },
};

const struct entity framework_entity = {
	.name = "framework",
	.path = "frameworks",
	.prefix = "FW-",
	.size = sizeof(struct framework),
	FIELDS(fields),
	.flags = ENTITY_SOURCED_CODE,
};
