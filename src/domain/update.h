/*
 * update.h - what was reported, once
 *
 * Updates are append-only: one is corrected by a new one, or withdrawn. Each
 * says whether it answers the target of what it is about.
 */
#ifndef DOMAIN_UPDATE_H
#define DOMAIN_UPDATE_H

#include "model/entity.h"

enum update_answer {
	UPDATE_ANSWER_FULL = 1,
	UPDATE_ANSWER_PARTLY,
	UPDATE_ANSWER_NONE,
	UPDATE_ANSWER_NO_TARGET,	/* there is no target to answer */
};

struct update {
	struct row row;
	struct anyref about;
	struct text title;
	struct longtext body;
	struct date on;
	struct choice answer;	/* does it answer the target? */
	struct ref organisation;	/* who reports */
	struct ref corrects;
	struct url address;
	struct ref document;
};

extern const struct entity update_entity;

#endif
