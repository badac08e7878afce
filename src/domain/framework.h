/*
 * framework.h - a set of objectives that States agreed on
 *
 * The Global Compact, the Sustainable Development Goals, an index, a fund's
 * areas, a scale: whatever has provisions that records can answer.
 */
#ifndef DOMAIN_FRAMEWORK_H
#define DOMAIN_FRAMEWORK_H

#include "model/entity.h"

enum framework_kind {
	FRAMEWORK_COMPACT = 1,
	FRAMEWORK_GOALS,
	FRAMEWORK_INDEX,
	FRAMEWORK_FUND,
	FRAMEWORK_SCALE,
	FRAMEWORK_METHOD,
	FRAMEWORK_FORM,
};

struct framework {
	struct row row;
	struct text title;
	struct choice kind;
	struct date adopted_on;
	struct ref document;
	struct line aliases;	/* other names, separated by | */
	struct longtext description;
};

extern const struct entity framework_entity;

#endif
