/*
 * attendance.h - who took part in an event, and as what
 *
 * Conveners, speakers, delegates and those present. Absence of a row proves
 * nothing where the list is not closed in the source.
 */
#ifndef DOMAIN_ATTENDANCE_H
#define DOMAIN_ATTENDANCE_H

#include "model/entity.h"

enum attendance_role {
	ATTENDANCE_ROLE_BRIEFS = 1,
	ATTENDANCE_ROLE_COORDINATES,
	ATTENDANCE_ROLE_INVITES,
	ATTENDANCE_ROLE_OPENS,
	ATTENDANCE_ROLE_CLOSES,
	ATTENDANCE_ROLE_PRESENTS,
	ATTENDANCE_ROLE_ATTENDS,
	ATTENDANCE_ROLE_LEADS_DELEGATION,
	ATTENDANCE_ROLE_DELEGATE,
	ATTENDANCE_ROLE_THANKS,	/* is thanked or congratulated */
	ATTENDANCE_ROLE_NAMED,	/* named with the event; as what, is not said */
};

struct attendance {
	struct row row;
	struct ref event;
	struct ref part;
	struct choice role;
	struct ref organisation;
	struct ref person;
	struct ref seat;
	struct ref on_behalf_of;	/* a larger one it stood for */
	struct ref alongside;	/* the group it was named with */
	struct count number;	/* order in the source */
	struct text words;	/* the source's own words */
};

extern const struct entity attendance_entity;

#endif
