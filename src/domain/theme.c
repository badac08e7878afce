/* theme.c - the field table of a theme */

#include "domain/theme.h"

static const struct field fields[] = {
	{ FIELD(struct theme, title), .max = 300,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct theme, parent), .refers = &theme_entity },
	{ FIELD(struct theme, aliases), .max = 1000, .flags = SEARCHED },
	{ FIELD(struct theme, description), .max = 20000 },
};

const struct entity theme_entity = {
	.name = "theme",
	.path = "themes",
	.prefix = "TH-",
	.size = sizeof(struct theme),
	FIELDS(fields),
};
