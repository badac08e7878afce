/* event.c - the field table and the rules of an event */

#include <assert.h>

#include "domain/cycle.h"
#include "domain/document.h"
#include "domain/event.h"
#include "domain/place.h"

static const struct choice_row kind_rows[] = {
	{ EVENT_ADOPTION, "adoption" },
	{ EVENT_FORUM, "forum" },
	{ EVENT_REGIONAL_REVIEW, "regional_review" },
	{ EVENT_MEETING, "meeting" },
	{ EVENT_BRIEFING, "briefing" },
	{ EVENT_LAUNCH, "launch" },
	{ EVENT_WORKSHOP, "workshop" },
	{ EVENT_TRAINING, "training" },
	{ EVENT_CONFERENCE, "conference" },
	{ EVENT_HEARING, "hearing" },
	{ EVENT_REPORT, "report" },
	{ EVENT_DECLARATION, "declaration" },
	{ EVENT_PLEDGING, "pledging" },
	{ EVENT_MODALITIES, "modalities" },
	{ EVENT_ANNOUNCEMENT, "announcement" },
};
static_assert(COUNT(kind_rows) == EVENT_ANNOUNCEMENT,
	"a kind of an event has no name");
static const struct choices kind_choices = {
	kind_rows, COUNT(kind_rows)
};

static const struct choice_row standing_rows[] = {
	{ EVENT_STANDING_HELD, "held" },
	{ EVENT_STANDING_ANNOUNCED, "announced" },
	{ EVENT_STANDING_EXPECTED, "expected" },
};
static_assert(COUNT(standing_rows) == EVENT_STANDING_EXPECTED,
	"a standing of an event has no name");
static const struct choices standing_choices = {
	standing_rows, COUNT(standing_rows)
};

static const struct field fields[] = {
	{ FIELD(struct event, title), .max = 400,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct event, kind), .choices = &kind_choices,
	  .flags = REQUIRED | LISTED },
	{ FIELD(struct event, cycle), .refers = &cycle_entity,
	  .flags = LISTED },
	{ FIELD(struct event, from_on), .flags = LISTED },
	{ FIELD(struct event, to_on) },
	{ FIELD(struct event, place), .refers = &place_entity,
	  .flags = LISTED },
	{ FIELD(struct event, venue), .max = 300 },
	{ FIELD(struct event, standing), .choices = &standing_choices },
	{ FIELD(struct event, audience), .max = 300 },
	{ FIELD(struct event, purpose), .max = 20000 },
	{ FIELD(struct event, outcome), .max = 20000 },
	{ FIELD(struct event, description), .max = 20000 },
	{ FIELD(struct event, document), .refers = &document_entity },
};

static void event_check(const void *now, const void *was, struct problems *ps)
{
	const struct event *r = now;

	(void)was;
	if (date_is_set(r->from_on) && date_is_set(r->to_on) &&
	    date_before(r->to_on, r->from_on))
		problem_add(ps, "to_on", "ends_before_start");
}

const struct entity event_entity = {
	.name = "event",
	.path = "events",
	.prefix = "EV-",
	.size = sizeof(struct event),
	FIELDS(fields),
	.check = event_check,
};
