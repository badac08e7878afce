/*
 * theme.h - a topic that runs across records
 *
 * A subject of cooperation that no single provision covers.
 */
#ifndef DOMAIN_THEME_H
#define DOMAIN_THEME_H

#include "model/entity.h"

struct theme {
	struct row row;
	struct text title;
	struct ref parent;
	struct line aliases;	/* other spellings, separated by | */
	struct longtext description;
};

extern const struct entity theme_entity;

#endif
