/* seat.c - the field table of a seat */

#include <assert.h>

#include "domain/organisation.h"
#include "domain/seat.h"

static const struct choice_row role_rows[] = {
	{ SEAT_ROLE_CHAIR, "chair" },
	{ SEAT_ROLE_DEPUTY_CHAIR, "deputy_chair" },
	{ SEAT_ROLE_MEMBER, "member" },
	{ SEAT_ROLE_SECRETARY, "secretary" },
	{ SEAT_ROLE_FOCAL_POINT, "focal_point" },
	{ SEAT_ROLE_ALTERNATE, "alternate" },
	{ SEAT_ROLE_COORDINATOR, "coordinator" },
	{ SEAT_ROLE_HEAD, "head" },
	{ SEAT_ROLE_MINISTER, "minister" },
	{ SEAT_ROLE_DEPUTY_MINISTER, "deputy_minister" },
	{ SEAT_ROLE_DIRECTOR_GENERAL, "director_general" },
	{ SEAT_ROLE_REPRESENTATIVE, "representative" },
};
static_assert(COUNT(role_rows) == SEAT_ROLE_REPRESENTATIVE,
	"a role of a seat has no name");
static const struct choices role_choices = {
	role_rows, COUNT(role_rows)
};

static const struct field fields[] = {
	{ FIELD(struct seat, title), .max = 300,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct seat, organisation), .refers = &organisation_entity,
	  .flags = REQUIRED | LISTED },
	{ FIELD(struct seat, body), .refers = &organisation_entity,
	  .flags = LISTED },
	{ FIELD(struct seat, role), .choices = &role_choices,
	  .flags = LISTED },
	{ FIELD(struct seat, confirmed) },
	{ FIELD(struct seat, description), .max = 20000 },
};

const struct entity seat_entity = {
	.name = "seat",
	.path = "seats",
	.prefix = "S-",
	.size = sizeof(struct seat),
	FIELDS(fields),
};
