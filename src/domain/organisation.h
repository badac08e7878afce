/*
 * organisation.h - ministries, agencies, States, partners and bodies
 *
 * An organisation promises, leads, supports or attends. A body (working group,
 * task force, network, initiative) is an organisation too: it has seats, and
 * whoever holds one is its member. An office of a larger one names its parent.
 */
#ifndef DOMAIN_ORGANISATION_H
#define DOMAIN_ORGANISATION_H

#include "model/entity.h"

enum organisation_kind {
	ORGANISATION_MINISTRY = 1,
	ORGANISATION_AGENCY,
	ORGANISATION_GOVERNMENT,
	ORGANISATION_REGIONAL_GOVERNMENT,
	ORGANISATION_LOCAL_AUTHORITY,
	ORGANISATION_PARLIAMENT,
	ORGANISATION_STATE,
	ORGANISATION_INTERGOVERNMENTAL,
	ORGANISATION_UN_AGENCY,
	ORGANISATION_UN_NETWORK,
	ORGANISATION_INTERNATIONAL,
	ORGANISATION_REGIONAL,
	ORGANISATION_DELEGATION,
	ORGANISATION_DIRECTORATE,
	ORGANISATION_FUND,
	ORGANISATION_CSO,	/* civil society organisation */
	ORGANISATION_GROUP,	/* a group of stakeholders, not one organisation */
	ORGANISATION_BODY,
	ORGANISATION_TASK_FORCE,
	ORGANISATION_NETWORK,
	ORGANISATION_INITIATIVE,
};

struct organisation {
	struct row row;
	struct text name;
	struct choice kind;
	struct ref parent;	/* what it is part of */
	struct line aliases;	/* other spellings, separated by | */
	struct yesno donor;	/* gives money to others' work */
	struct longtext description;
};

extern const struct entity organisation_entity;

#endif
