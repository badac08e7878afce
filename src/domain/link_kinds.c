/* link_kinds.c - the table of links */

#include "domain/link_kinds.h"

#include <assert.h>

#include "domain/action.h"
#include "domain/document.h"
#include "domain/goal.h"
#include "domain/organisation.h"
#include "domain/person.h"
#include "domain/place.h"
#include "domain/plan.h"
#include "domain/pledge.h"
#include "domain/provision.h"
#include "domain/theme.h"

static const struct link_kind kinds[] = {
	/* A plan whose inner structure is not known still serves a pledge,
	 * and an action still serves the plan. */
	{ LINK_SERVES, "serves",
	  { &plan_entity, &goal_entity, &action_entity },
	  { &pledge_entity, &goal_entity, &plan_entity } },
	{ LINK_ANSWERS, "answers",
	  { &pledge_entity, &plan_entity, &goal_entity, &action_entity },
	  { &provision_entity } },
	{ LINK_LEADS, "leads", { &organisation_entity },
	  { &pledge_entity, &plan_entity, &goal_entity, &action_entity } },
	{ LINK_PARTNERS, "partners", { &organisation_entity },
	  { &pledge_entity, &plan_entity, &goal_entity, &action_entity } },
	{ LINK_SUPPORTS, "supports", { &organisation_entity },
	  { &pledge_entity, &plan_entity, &goal_entity, &action_entity,
	    &organisation_entity } },
	{ LINK_MEMBER, "member", { &organisation_entity, &person_entity },
	  { &organisation_entity } },
	{ LINK_ABOUT, "about", { NULL },
	  { &theme_entity, &provision_entity, &pledge_entity,
	    &plan_entity } },
	{ LINK_IN, "in", { NULL }, { &place_entity } },
	{ LINK_EVIDENCES, "evidences", { &document_entity }, { NULL } },
	{ LINK_MATCHES, "matches", { &pledge_entity }, { &pledge_entity } },
	{ LINK_MAPS_TO, "maps_to", { &provision_entity },
	  { &provision_entity } },
	{ LINK_CITES, "cites", { NULL }, { NULL } },
	{ LINK_ENABLED, "enabled", { NULL }, { NULL } },
};
static_assert(COUNT(kinds) == LINK_ENABLED, "a kind of link has no row");

const struct link_kind *link_kind_of(struct choice kind)
{
	if (kind.v < 1 || kind.v > COUNT(kinds))
		return NULL;
	return &kinds[kind.v - 1];
}

const struct link_kind *link_kind_by_name(struct str name)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (str_is(name, kinds[i].name))
			return &kinds[i];
	return NULL;
}

const struct link_kind *link_kind_at(size_t i)
{
	return i < COUNT(kinds) ? &kinds[i] : NULL;
}

bool link_end_allowed(const struct entity *const *end,
		      const struct entity *e)
{
	if (!*end)
		return true;
	for (; *end; end++)
		if (*end == e)
			return true;
	return false;
}

bool link_allowed(const struct link_kind *k, const struct entity *from,
		  const struct entity *to)
{
	return link_end_allowed(k->from, from) && link_end_allowed(k->to, to);
}
