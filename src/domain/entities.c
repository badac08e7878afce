/* entities.c - the list of all entities */

#include "domain/action.h"
#include "domain/agenda_item.h"
#include "domain/attendance.h"
#include "domain/cycle.h"
#include "domain/document.h"
#include "domain/event.h"
#include "domain/event_part.h"
#include "domain/fact.h"
#include "domain/framework.h"
#include "domain/goal.h"
#include "domain/holding.h"
#include "domain/link.h"
#include "domain/milestone.h"
#include "domain/organisation.h"
#include "domain/person.h"
#include "domain/place.h"
#include "domain/plan.h"
#include "domain/pledge.h"
#include "domain/provision.h"
#include "domain/quote.h"
#include "domain/seat.h"
#include "domain/statement.h"
#include "domain/term.h"
#include "domain/theme.h"
#include "domain/update.h"

/* What others refer to comes first. */
const struct entity *const entities[] = {
	&place_entity,
	&organisation_entity,
	&document_entity,
	&person_entity,
	&term_entity,
	&theme_entity,
	&framework_entity,
	&provision_entity,
	&cycle_entity,
	&event_entity,
	&event_part_entity,
	&seat_entity,
	&holding_entity,
	&agenda_item_entity,
	&attendance_entity,
	&quote_entity,
	&plan_entity,
	&goal_entity,
	&pledge_entity,
	&action_entity,
	&milestone_entity,
	&update_entity,
	&statement_entity,
	&link_entity,
	&fact_entity,
};
const size_t entities_n = COUNT(entities);

/* The part of struct row that people set. */
const struct field row_fields[] = {
	{ FIELD(struct row, stage), .choices = &stage_choices,
	  .flags = REQUIRED },
	{ FIELD(struct row, edition), .choices = &edition_choices,
	  .flags = REQUIRED },
	{ FIELD(struct row, track), .choices = &track_choices,
	  .flags = REQUIRED },
	{ FIELD(struct row, owner), .refers = &organisation_entity },
	{ FIELD(struct row, reason), .max = 500 },
};
const size_t row_fields_n = COUNT(row_fields);
