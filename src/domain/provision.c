/* provision.c - the field table of a provision */

#include <assert.h>

#include "domain/document.h"
#include "domain/framework.h"
#include "domain/provision.h"

static const struct choice_row kind_rows[] = {
	{ PROVISION_OBJECTIVE, "objective" },
	{ PROVISION_ACTION, "action" },
	{ PROVISION_PRINCIPLE, "principle" },
	{ PROVISION_TARGET, "target" },
	{ PROVISION_PILLAR, "pillar" },
	{ PROVISION_AXIS, "axis" },
	{ PROVISION_INDICATOR, "indicator" },
	{ PROVISION_GRADE, "grade" },
	{ PROVISION_METHOD, "method" },
	{ PROVISION_SECTION, "section" },
};
static_assert(COUNT(kind_rows) == PROVISION_SECTION,
	"a kind of a provision has no name");
static const struct choices kind_choices = {
	kind_rows, COUNT(kind_rows)
};

static const struct field fields[] = {
	{ FIELD(struct provision, framework), .refers = &framework_entity,
	  .flags = REQUIRED | LISTED },
	{ FIELD(struct provision, parent), .refers = &provision_entity },
	{ FIELD(struct provision, kind), .choices = &kind_choices,
	  .flags = REQUIRED | LISTED },
	{ FIELD(struct provision, number), .max = 40, .flags = LISTED },
	{ FIELD(struct provision, place_no) },
	{ FIELD(struct provision, title), .max = 1200,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct provision, short_title), .max = 300,
	  .flags = SEARCHED },
	{ FIELD(struct provision, description), .max = 20000 },
	{ FIELD(struct provision, paragraph), .max = 40 },
	{ FIELD(struct provision, round_table) },
	{ FIELD(struct provision, step) },
	{ FIELD(struct provision, document), .refers = &document_entity },
};

const struct entity provision_entity = {
	.name = "provision",
	.path = "provisions",
	.prefix = "PV-",
	.size = sizeof(struct provision),
	FIELDS(fields),
	.flags = ENTITY_SOURCED_CODE,
};
