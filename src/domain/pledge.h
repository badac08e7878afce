/*
 * pledge.h - a promise the State has made in public
 *
 * A pledge is made at a forum or on the way to one, answers objectives of a
 * framework, and is carried out by plans and actions. Whether it was kept is
 * never a column: see statement.h.
 */
#ifndef DOMAIN_PLEDGE_H
#define DOMAIN_PLEDGE_H

#include "model/entity.h"

enum pledge_kind {
	PLEDGE_INDIVIDUAL = 1,
	PLEDGE_COMMON,
	PLEDGE_PARTNERSHIP,
	PLEDGE_MATCHING,
};

enum pledge_form {
	PLEDGE_FORM_FINANCIAL = 1,
	PLEDGE_FORM_HUMAN_RESOURCES,
	PLEDGE_FORM_PROCESS,
	PLEDGE_FORM_POLICY,
};

enum pledge_scope {
	PLEDGE_SCOPE_WITHIN = 1,
	PLEDGE_SCOPE_PARTLY_OUTSIDE,
	PLEDGE_SCOPE_OUTSIDE,
};

struct pledge {
	struct row row;
	struct text title;
	struct text other_title;	/* the title in another source */
	struct longtext summary;
	struct ref cycle;
	struct ref pledgor;	/* the State or actor that promises */
	struct count number;	/* in the source's list */
	struct choice kind;
	struct choice form;
	struct date committed_on;
	struct date submitted_on;
	struct date due_on;
	struct longtext target;	/* measurable: how one would see that it is kept */
	struct choice scope;	/* is all of it within the framework? */
	struct url address;
	struct ref document;
};

extern const struct entity pledge_entity;

#endif
