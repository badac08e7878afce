/*
 * event_part.h - a part of an event
 *
 * A round table, a debate, the second half of a briefing. Whether the list of
 * those present is closed in the source is said here.
 */
#ifndef DOMAIN_EVENT_PART_H
#define DOMAIN_EVENT_PART_H

#include "model/entity.h"

enum event_part_kind {
	EVENT_PART_PART = 1,
	EVENT_PART_ROUND_TABLE,
	EVENT_PART_POLICY_DEBATE,
	EVENT_PART_GENERAL_DEBATE,
	EVENT_PART_HEARING,
	EVENT_PART_PLENARY,
};

struct event_part {
	struct row row;
	struct ref event;
	struct count number;
	struct choice kind;
	struct text title;
	struct date on;
	struct yesno list_closed;	/* no: the source said "including" */
	struct longtext description;
};

extern const struct entity event_part_entity;

#endif
