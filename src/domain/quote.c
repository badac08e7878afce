/* quote.c - the field table of a quote */

#include <assert.h>

#include "domain/document.h"
#include "domain/event.h"
#include "domain/person.h"
#include "domain/quote.h"
#include "domain/seat.h"

static const struct choice_row moment_rows[] = {
	{ QUOTE_MOMENT_DURING, "during" },
	{ QUOTE_MOMENT_OPENING, "opening" },
	{ QUOTE_MOMENT_CLOSING, "closing" },
};
static_assert(COUNT(moment_rows) == QUOTE_MOMENT_CLOSING,
	"a moment of a quote has no name");
static const struct choices moment_choices = {
	moment_rows, COUNT(moment_rows)
};

static const struct field fields[] = {
	{ FIELD(struct quote, event), .refers = &event_entity,
	  .flags = REQUIRED | LISTED | HEADING },
	{ FIELD(struct quote, person), .refers = &person_entity,
	  .flags = REQUIRED | LISTED | HEADING },
	{ FIELD(struct quote, seat), .refers = &seat_entity },
	{ FIELD(struct quote, second_seat), .refers = &seat_entity },
	{ FIELD(struct quote, number), .flags = LISTED },
	{ FIELD(struct quote, moment), .choices = &moment_choices },
	{ FIELD(struct quote, words), .max = 20000,
	  .flags = REQUIRED | SEARCHED | VERBATIM },
	{ FIELD(struct quote, reported), .max = 20000 },
	{ FIELD(struct quote, continues), .refers = &quote_entity },
	{ FIELD(struct quote, document), .refers = &document_entity },
};

const struct entity quote_entity = {
	.name = "quote",
	.path = "quotes",
	.prefix = "Q-",
	.size = sizeof(struct quote),
	FIELDS(fields),
};
