/*
 * agenda_item.h - a point on the agenda of an event
 *
 * What was opened, presented, discussed or closed, by whom, in which part.
 */
#ifndef DOMAIN_AGENDA_ITEM_H
#define DOMAIN_AGENDA_ITEM_H

#include "model/entity.h"

enum agenda_item_kind {
	AGENDA_ITEM_OPENING = 1,
	AGENDA_ITEM_PRESENTATION,
	AGENDA_ITEM_DISCUSSION,
	AGENDA_ITEM_DECISION,
	AGENDA_ITEM_CLOSING,
};

struct agenda_item {
	struct row row;
	struct ref event;
	struct ref part;
	struct count number;
	struct choice kind;
	struct text title;
	struct ref presenter;
	struct ref person;	/* who spoke */
	struct ref seat;	/* in which seat */
	struct yesno detailed;	/* the source calls it detailed */
	struct longtext description;
};

extern const struct entity agenda_item_entity;

#endif
