/* attendance.c - the field table and the rules of an attendance */

#include <assert.h>

#include "domain/attendance.h"
#include "domain/event.h"
#include "domain/event_part.h"
#include "domain/organisation.h"
#include "domain/person.h"
#include "domain/seat.h"

static const struct choice_row role_rows[] = {
	{ ATTENDANCE_ROLE_BRIEFS, "briefs" },
	{ ATTENDANCE_ROLE_COORDINATES, "coordinates" },
	{ ATTENDANCE_ROLE_INVITES, "invites" },
	{ ATTENDANCE_ROLE_OPENS, "opens" },
	{ ATTENDANCE_ROLE_CLOSES, "closes" },
	{ ATTENDANCE_ROLE_PRESENTS, "presents" },
	{ ATTENDANCE_ROLE_ATTENDS, "attends" },
	{ ATTENDANCE_ROLE_LEADS_DELEGATION, "leads_delegation" },
	{ ATTENDANCE_ROLE_DELEGATE, "delegate" },
	{ ATTENDANCE_ROLE_THANKS, "thanks" },
	{ ATTENDANCE_ROLE_NAMED, "named" },
};
static_assert(COUNT(role_rows) == ATTENDANCE_ROLE_NAMED,
	"a role of an attendance has no name");
static const struct choices role_choices = {
	role_rows, COUNT(role_rows)
};

static const struct field fields[] = {
	{ FIELD(struct attendance, event), .refers = &event_entity,
	  .flags = REQUIRED | LISTED | HEADING },
	{ FIELD(struct attendance, part), .refers = &event_part_entity,
	  .flags = LISTED },
	{ FIELD(struct attendance, role), .choices = &role_choices,
	  .flags = REQUIRED | LISTED },
	{ FIELD(struct attendance, organisation),
	  .refers = &organisation_entity, .flags = LISTED | HEADING },
	{ FIELD(struct attendance, person), .refers = &person_entity,
	  .flags = LISTED | HEADING },
	{ FIELD(struct attendance, seat), .refers = &seat_entity },
	{ FIELD(struct attendance, on_behalf_of),
	  .refers = &organisation_entity },
	{ FIELD(struct attendance, alongside),
	  .refers = &organisation_entity },
	{ FIELD(struct attendance, number) },
	{ FIELD(struct attendance, words), .max = 300, .flags = VERBATIM },
};

static void attendance_check(const void *now, const void *was,
			     struct problems *ps)
{
	const struct attendance *a = now;

	(void)was;
	if (!a->organisation.id && str_empty(a->organisation.code) &&
	    !a->person.id && str_empty(a->person.code))
		problem_add(ps, "organisation", "attendance.nobody");
}

const struct entity attendance_entity = {
	.name = "attendance",
	.path = "attendance",
	.prefix = "AT-",
	.size = sizeof(struct attendance),
	FIELDS(fields),
	.check = attendance_check,
};
