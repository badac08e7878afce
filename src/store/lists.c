/*
 * lists.c - the ways a list may be asked for
 *
 * Each way has its index in db/migrations: no other combination of filter
 * and order exists, so no list can become slow with the data.
 */

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
#include "store/repo_parts.h"

#include <string.h>

/* entity, filter, order, newest first */
static const struct list_way ways[] = {
	{ &place_entity, NULL, "title", false },
	{ &place_entity, NULL, "changed", true },
	{ &place_entity, "kind", "made", false },
	{ &organisation_entity, NULL, "title", false },
	{ &organisation_entity, NULL, "changed", true },
	{ &organisation_entity, "kind", "made", false },
	{ &document_entity, NULL, "title", false },
	{ &document_entity, NULL, "changed", true },
	{ &document_entity, NULL, "issued_on", true },
	{ &document_entity, "kind", "made", false },
	{ &person_entity, NULL, "title", false },
	{ &person_entity, NULL, "changed", true },
	{ &term_entity, NULL, "title", false },
	{ &term_entity, NULL, "changed", true },
	{ &theme_entity, NULL, "title", false },
	{ &theme_entity, NULL, "changed", true },
	{ &framework_entity, NULL, "title", false },
	{ &framework_entity, NULL, "changed", true },
	{ &provision_entity, NULL, "title", false },
	{ &provision_entity, NULL, "changed", true },
	{ &provision_entity, "framework", "made", false },
	{ &cycle_entity, NULL, "title", false },
	{ &cycle_entity, NULL, "changed", true },
	{ &cycle_entity, NULL, "from_on", true },
	{ &event_entity, NULL, "title", false },
	{ &event_entity, NULL, "changed", true },
	{ &event_entity, NULL, "from_on", true },
	{ &event_entity, "kind", "made", false },
	{ &event_entity, "cycle", "made", false },
	{ &event_part_entity, NULL, "title", false },
	{ &event_part_entity, NULL, "changed", true },
	{ &event_part_entity, "event", "made", false },
	{ &seat_entity, NULL, "title", false },
	{ &seat_entity, NULL, "changed", true },
	{ &seat_entity, "body", "made", false },
	{ &holding_entity, NULL, "title", false },
	{ &holding_entity, NULL, "changed", true },
	{ &holding_entity, "seat", "made", false },
	{ &agenda_item_entity, NULL, "title", false },
	{ &agenda_item_entity, NULL, "changed", true },
	{ &agenda_item_entity, "event", "made", false },
	{ &attendance_entity, NULL, "title", false },
	{ &attendance_entity, NULL, "changed", true },
	{ &attendance_entity, "event", "made", false },
	{ &quote_entity, NULL, "title", false },
	{ &quote_entity, NULL, "changed", true },
	{ &quote_entity, "event", "made", false },
	{ &plan_entity, NULL, "title", false },
	{ &plan_entity, NULL, "changed", true },
	{ &plan_entity, NULL, "from_on", true },
	{ &plan_entity, "kind", "made", false },
	{ &goal_entity, NULL, "title", false },
	{ &goal_entity, NULL, "changed", true },
	{ &goal_entity, "plan", "made", false },
	{ &pledge_entity, NULL, "title", false },
	{ &pledge_entity, NULL, "changed", true },
	{ &pledge_entity, NULL, "committed_on", true },
	{ &pledge_entity, NULL, "due_on", true },
	{ &pledge_entity, "cycle", "made", false },
	{ &pledge_entity, "kind", "made", false },
	{ &action_entity, NULL, "title", false },
	{ &action_entity, NULL, "changed", true },
	{ &action_entity, NULL, "from_on", true },
	{ &action_entity, "kind", "made", false },
	{ &milestone_entity, NULL, "title", false },
	{ &milestone_entity, NULL, "changed", true },
	{ &milestone_entity, NULL, "reached_on", true },
	{ &milestone_entity, "action", "made", false },
	{ &update_entity, NULL, "title", false },
	{ &update_entity, NULL, "changed", true },
	{ &update_entity, NULL, "on", true },
	{ &update_entity, "answer", "made", false },
	{ &statement_entity, NULL, "title", false },
	{ &statement_entity, NULL, "changed", true },
	{ &statement_entity, NULL, "on", true },
	{ &statement_entity, "voice", "made", false },
	{ &fact_entity, NULL, "title", false },
	{ &fact_entity, NULL, "changed", true },
	{ &fact_entity, "document", "made", false },
};

const struct list_way *list_way_at(size_t i)
{
	return i < COUNT(ways) ? &ways[i] : NULL;
}

size_t list_way_no(const struct list_way *way)
{
	return (size_t)(way - ways);
}

const struct list_way *list_way_find(const struct entity *e,
				     struct str filter, struct str order)
{
	for (size_t i = 0; i < COUNT(ways); i++) {
		const struct list_way *w = &ways[i];

		if (w->entity == e &&
		    str_eq(str_of(w->filter), filter) &&
		    (order.n == 0 || str_is(order, w->order)))
			return w;
	}
	return NULL;
}
