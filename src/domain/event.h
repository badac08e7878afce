/*
 * event.h - something that took place on a day
 *
 * An adoption, a forum, a regional review, a meeting, a briefing, a launch. It
 * may have parts; who convened, opened, presented and attended are attendances.
 */
#ifndef DOMAIN_EVENT_H
#define DOMAIN_EVENT_H

#include "model/entity.h"

enum event_kind {
	EVENT_ADOPTION = 1,
	EVENT_FORUM,
	EVENT_REGIONAL_REVIEW,
	EVENT_MEETING,
	EVENT_BRIEFING,
	EVENT_LAUNCH,
	EVENT_WORKSHOP,
	EVENT_TRAINING,
	EVENT_CONFERENCE,
	EVENT_HEARING,
	EVENT_REPORT,
	EVENT_DECLARATION,
	EVENT_PLEDGING,
	EVENT_MODALITIES,
	EVENT_ANNOUNCEMENT,
};

enum event_standing {
	EVENT_STANDING_HELD = 1,
	EVENT_STANDING_ANNOUNCED,	/* announced; that it took place is not attested */
	EVENT_STANDING_EXPECTED,	/* follows from a rule; no date was announced */
};

struct event {
	struct row row;
	struct text title;
	struct choice kind;
	struct ref cycle;
	struct date from_on;
	struct date to_on;
	struct ref place;
	struct text venue;	/* words for the place where no record is */
	struct choice standing;	/* what is known of its having taken place */
	struct text audience;	/* who was addressed, in the source's words */
	struct longtext purpose;
	struct longtext outcome;
	struct longtext description;
	struct ref document;
};

extern const struct entity event_entity;

#endif
