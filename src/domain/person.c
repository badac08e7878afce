/* person.c - the field table of a person */

#include <assert.h>

#include "domain/person.h"

static const struct choice_row gender_rows[] = {
	{ PERSON_GENDER_WOMAN, "woman" },
	{ PERSON_GENDER_MAN, "man" },
};
static_assert(COUNT(gender_rows) == PERSON_GENDER_MAN,
	"a gender of a person has no name");
static const struct choices gender_choices = {
	gender_rows, COUNT(gender_rows)
};

static const struct field fields[] = {
	{ FIELD(struct person, name), .max = 300,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct person, honorific), .max = 300 },
	{ FIELD(struct person, gender), .choices = &gender_choices },
	{ FIELD(struct person, aliases), .max = 1000, .flags = SEARCHED },
	{ FIELD(struct person, description), .max = 20000 },
};

const struct entity person_entity = {
	.name = "person",
	.path = "people",
	.prefix = "P-",
	.size = sizeof(struct person),
	FIELDS(fields),
};
