/* extras.c - what the page of an entity shows beyond its table */

#include "ui/extras.h"

#include "domain/action.h"
#include "domain/document.h"
#include "domain/event.h"
#include "domain/goal.h"
#include "domain/organisation.h"
#include "domain/person.h"
#include "domain/plan.h"
#include "domain/place.h"
#include "domain/pledge.h"
#include "domain/provision.h"
#include "domain/term.h"
#include "domain/theme.h"
#include "ui/extra_draw.h"

/* Ended by an empty row. */
static const struct extra extras[] = {
	{ .entity = &pledge_entity, .above = extra_chain,
	  .below = extra_voices, .refers_itself = true },
	{ .entity = &plan_entity, .above = extra_chain,
	  .below = extra_voices, .refers_itself = true },
	{ .entity = &goal_entity, .above = extra_chain },
	{ .entity = &action_entity, .above = extra_chain,
	  .below = extra_voices, .refers_itself = true },
	{ .entity = &event_entity, .above = extra_event_above,
	  .below = extra_event_below, .refers_itself = true },
	{ .entity = &document_entity, .below = extra_document_below },
	{ .entity = &organisation_entity, .below = extra_organisation_below,
	  .refers_itself = true },
	{ .entity = &person_entity, .below = extra_person_below,
	  .refers_itself = true },
	{ .entity = &provision_entity, .links = extra_concern_links },
	{ .entity = &place_entity, .links = extra_concern_links },
	{ .entity = &theme_entity, .links = extra_concern_links },
	{ .entity = &term_entity, .links = extra_term_links },
	{ 0 },
};

const struct extra *extra_of(const struct entity *e)
{
	for (const struct extra *x = extras; x->entity; x++)
		if (x->entity == e)
			return x;
	return NULL;
}
