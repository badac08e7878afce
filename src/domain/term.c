/* term.c - the field table of a term */

#include "domain/document.h"
#include "domain/term.h"

static const struct field fields[] = {
	{ FIELD(struct term, title), .max = 300,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct term, aliases), .max = 2000,
	  .flags = LISTED | SEARCHED },
	{ FIELD(struct term, description), .max = 20000 },
	{ FIELD(struct term, document), .refers = &document_entity },
};

const struct entity term_entity = {
	.name = "term",
	.path = "terms",
	.prefix = "T-",
	.size = sizeof(struct term),
	FIELDS(fields),
};
