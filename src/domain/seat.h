/*
 * seat.h - an office that acts, whoever holds it
 *
 * Duties and rights belong to a seat: the chair of a body, the focal point of a
 * ministry. A seat in a body makes its organisation a member of the body.
 */
#ifndef DOMAIN_SEAT_H
#define DOMAIN_SEAT_H

#include "model/entity.h"

enum seat_role {
	SEAT_ROLE_CHAIR = 1,
	SEAT_ROLE_DEPUTY_CHAIR,
	SEAT_ROLE_MEMBER,
	SEAT_ROLE_SECRETARY,
	SEAT_ROLE_FOCAL_POINT,
	SEAT_ROLE_ALTERNATE,
	SEAT_ROLE_COORDINATOR,
	SEAT_ROLE_HEAD,
	SEAT_ROLE_MINISTER,
	SEAT_ROLE_DEPUTY_MINISTER,
	SEAT_ROLE_DIRECTOR_GENERAL,
	SEAT_ROLE_REPRESENTATIVE,
};

struct seat {
	struct row row;
	struct text title;
	struct ref organisation;	/* whose office it is */
	struct ref body;	/* the body it sits in, if any */
	struct choice role;
	struct yesno confirmed;	/* no: that it sits in the body is left open by the source */
	struct longtext description;
};

extern const struct entity seat_entity;

#endif
