/* holding.c - the field table and the rules of a holding */

#include "domain/document.h"
#include "domain/holding.h"
#include "domain/person.h"
#include "domain/seat.h"

static const struct field fields[] = {
	{ FIELD(struct holding, seat), .refers = &seat_entity,
	  .flags = REQUIRED | LISTED | HEADING },
	{ FIELD(struct holding, person), .refers = &person_entity,
	  .flags = REQUIRED | LISTED | HEADING },
	{ FIELD(struct holding, from_on) },
	{ FIELD(struct holding, to_on) },
	{ FIELD(struct holding, attested_on), .flags = LISTED },
	{ FIELD(struct holding, acting_for), .refers = &seat_entity },
	{ FIELD(struct holding, document), .refers = &document_entity },
};

static void holding_check(const void *now, const void *was, struct problems *ps)
{
	const struct holding *r = now;

	(void)was;
	if (date_is_set(r->from_on) && date_is_set(r->to_on) &&
	    date_before(r->to_on, r->from_on))
		problem_add(ps, "to_on", "ends_before_start");
}

const struct entity holding_entity = {
	.name = "holding",
	.path = "holdings",
	.prefix = "H-",
	.size = sizeof(struct holding),
	FIELDS(fields),
	.check = holding_check,
};
