/* organisation.c - the field table of an organisation */

#include <assert.h>

#include "domain/organisation.h"

static const struct choice_row kind_rows[] = {
	{ ORGANISATION_MINISTRY, "ministry" },
	{ ORGANISATION_AGENCY, "agency" },
	{ ORGANISATION_GOVERNMENT, "government" },
	{ ORGANISATION_REGIONAL_GOVERNMENT, "regional_government" },
	{ ORGANISATION_LOCAL_AUTHORITY, "local_authority" },
	{ ORGANISATION_PARLIAMENT, "parliament" },
	{ ORGANISATION_STATE, "state" },
	{ ORGANISATION_INTERGOVERNMENTAL, "intergovernmental" },
	{ ORGANISATION_UN_AGENCY, "un_agency" },
	{ ORGANISATION_UN_NETWORK, "un_network" },
	{ ORGANISATION_INTERNATIONAL, "international" },
	{ ORGANISATION_REGIONAL, "regional" },
	{ ORGANISATION_DELEGATION, "delegation" },
	{ ORGANISATION_DIRECTORATE, "directorate" },
	{ ORGANISATION_FUND, "fund" },
	{ ORGANISATION_CSO, "cso" },
	{ ORGANISATION_GROUP, "group" },
	{ ORGANISATION_BODY, "body" },
	{ ORGANISATION_TASK_FORCE, "task_force" },
	{ ORGANISATION_NETWORK, "network" },
	{ ORGANISATION_INITIATIVE, "initiative" },
};
static_assert(COUNT(kind_rows) == ORGANISATION_INITIATIVE,
	"a kind of an organisation has no name");
static const struct choices kind_choices = {
	kind_rows, COUNT(kind_rows)
};

static const struct field fields[] = {
	{ FIELD(struct organisation, name), .max = 300,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct organisation, kind), .choices = &kind_choices,
	  .flags = REQUIRED | LISTED },
	{ FIELD(struct organisation, parent),
	  .refers = &organisation_entity, .flags = LISTED },
	{ FIELD(struct organisation, aliases), .max = 1000,
	  .flags = SEARCHED },
	{ FIELD(struct organisation, donor) },
	{ FIELD(struct organisation, description), .max = 20000 },
};

const struct entity organisation_entity = {
	.name = "organisation",
	.path = "organisations",
	.prefix = "ORG-",
	.size = sizeof(struct organisation),
	FIELDS(fields),
	.flags = ENTITY_SOURCED_CODE,
};
