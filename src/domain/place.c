/* place.c - the field table of a place */

#include <assert.h>

#include "domain/place.h"

static const struct choice_row kind_rows[] = {
	{ PLACE_COUNTRY, "country" },
	{ PLACE_REGION, "region" },
	{ PLACE_GOVERNORATE, "governorate" },
	{ PLACE_CITY, "city" },
	{ PLACE_ONLINE, "online" },
};
static_assert(COUNT(kind_rows) == PLACE_ONLINE,
	"a kind of a place has no name");
static const struct choices kind_choices = {
	kind_rows, COUNT(kind_rows)
};

static const struct field fields[] = {
	{ FIELD(struct place, name), .max = 300,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct place, kind), .choices = &kind_choices,
	  .flags = REQUIRED | LISTED },
	{ FIELD(struct place, parent), .refers = &place_entity,
	  .flags = LISTED },
	{ FIELD(struct place, aliases), .max = 1000, .flags = SEARCHED },
	{ FIELD(struct place, description), .max = 20000 },
};

const struct entity place_entity = {
	.name = "place",
	.path = "places",
	.prefix = "PL-",
	.size = sizeof(struct place),
	FIELDS(fields),
	.flags = ENTITY_SOURCED_CODE,
};
