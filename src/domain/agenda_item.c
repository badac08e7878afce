/* agenda_item.c - the field table of an agenda item */

#include <assert.h>

#include "domain/agenda_item.h"
#include "domain/event.h"
#include "domain/event_part.h"
#include "domain/organisation.h"
#include "domain/person.h"
#include "domain/seat.h"

static const struct choice_row kind_rows[] = {
	{ AGENDA_ITEM_OPENING, "opening" },
	{ AGENDA_ITEM_PRESENTATION, "presentation" },
	{ AGENDA_ITEM_DISCUSSION, "discussion" },
	{ AGENDA_ITEM_DECISION, "decision" },
	{ AGENDA_ITEM_CLOSING, "closing" },
};
static_assert(COUNT(kind_rows) == AGENDA_ITEM_CLOSING,
	"a kind of an agenda item has no name");
static const struct choices kind_choices = {
	kind_rows, COUNT(kind_rows)
};

static const struct field fields[] = {
	{ FIELD(struct agenda_item, event), .refers = &event_entity,
	  .flags = REQUIRED | LISTED },
	{ FIELD(struct agenda_item, part), .refers = &event_part_entity,
	  .flags = LISTED },
	{ FIELD(struct agenda_item, number), .flags = LISTED },
	{ FIELD(struct agenda_item, kind), .choices = &kind_choices,
	  .flags = REQUIRED | LISTED },
	{ FIELD(struct agenda_item, title), .max = 600,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct agenda_item, presenter),
	  .refers = &organisation_entity, .flags = LISTED },
	{ FIELD(struct agenda_item, person), .refers = &person_entity },
	{ FIELD(struct agenda_item, seat), .refers = &seat_entity },
	{ FIELD(struct agenda_item, detailed) },
	{ FIELD(struct agenda_item, description), .max = 20000 },
};

const struct entity agenda_item_entity = {
	.name = "agenda_item",
	.path = "agenda",
	.prefix = "AG-",
	.size = sizeof(struct agenda_item),
	FIELDS(fields),
};
