/* document.c - the field table of a document */

#include <assert.h>

#include "domain/document.h"
#include "domain/place.h"

static const struct choice_row kind_rows[] = {
	{ DOCUMENT_PRESS_RELEASE, "press_release" },
	{ DOCUMENT_RESOLUTION, "resolution" },
	{ DOCUMENT_DECLARATION, "declaration" },
	{ DOCUMENT_REVIEW, "review" },
	{ DOCUMENT_REPORT, "report" },
	{ DOCUMENT_WEB_PAGE, "web_page" },
	{ DOCUMENT_NEWS, "news" },
	{ DOCUMENT_DATASET, "dataset" },
	{ DOCUMENT_FORM, "form" },
	{ DOCUMENT_LETTER, "letter" },
	{ DOCUMENT_OTHER, "other" },
};
static_assert(COUNT(kind_rows) == DOCUMENT_OTHER,
	"a kind of a document has no name");
static const struct choices kind_choices = {
	kind_rows, COUNT(kind_rows)
};

static const struct choice_row confidence_rows[] = {
	{ DOCUMENT_CONFIDENCE_HIGH, "high" },
	{ DOCUMENT_CONFIDENCE_MEDIUM, "medium" },
	{ DOCUMENT_CONFIDENCE_LOW, "low" },
};
static_assert(COUNT(confidence_rows) == DOCUMENT_CONFIDENCE_LOW,
	"a confidence of a document has no name");
static const struct choices confidence_choices = {
	confidence_rows, COUNT(confidence_rows)
};

static const struct field fields[] = {
	{ FIELD(struct document, title), .max = 300,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct document, kind), .choices = &kind_choices,
	  .flags = REQUIRED | LISTED },
	{ FIELD(struct document, publisher), .max = 500, .flags = LISTED },
	{ FIELD(struct document, symbol), .max = 500 },
	{ FIELD(struct document, address), .max = 1000 },
	{ FIELD(struct document, issued_on), .flags = LISTED },
	{ FIELD(struct document, confidence),
	  .choices = &confidence_choices },
	{ FIELD(struct document, language), .max = 500 },
	{ FIELD(struct document, place), .refers = &place_entity },
	{ FIELD(struct document, description), .max = 20000 },
};

const struct entity document_entity = {
	.name = "document",
	.path = "documents",
	.prefix = "D-",
	.size = sizeof(struct document),
	FIELDS(fields),
};
