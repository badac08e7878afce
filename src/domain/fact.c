/* fact.c - the field table of a fact */

#include <assert.h>

#include "domain/document.h"
#include "domain/fact.h"

static const struct choice_row kind_rows[] = {
	{ FACT_STATED, "stated" },
	{ FACT_INFERRED, "inferred" },
	{ FACT_RENDERING, "rendering" },
	{ FACT_COMPUTED, "computed" },
};
static_assert(COUNT(kind_rows) == FACT_COMPUTED,
	"a kind of a fact has no name");
static const struct choices kind_choices = {
	kind_rows, COUNT(kind_rows)
};

static const struct field fields[] = {
	{ FIELD(struct fact, about), .flags = REQUIRED | LISTED | FIXED },
	{ FIELD(struct fact, field), .max = 120, .flags = LISTED },
	{ FIELD(struct fact, value), .max = 500, .flags = LISTED },
	{ FIELD(struct fact, kind), .choices = &kind_choices,
	  .flags = REQUIRED | LISTED },
	{ FIELD(struct fact, document), .refers = &document_entity,
	  .flags = LISTED },
	{ FIELD(struct fact, locator), .max = 120, .flags = LISTED },
	{ FIELD(struct fact, attested_on) },
	{ FIELD(struct fact, title), .max = 600,
	  .flags = SEARCHED | HEADING },
	{ FIELD(struct fact, words), .max = 20000, .flags = VERBATIM },
	{ FIELD(struct fact, note), .max = 20000 },
	{ FIELD(struct fact, preferred) },
};

const struct entity fact_entity = {
	.name = "fact",
	.path = "facts",
	.prefix = "F-",
	.size = sizeof(struct fact),
	FIELDS(fields),
};
