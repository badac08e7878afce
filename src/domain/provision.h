/*
 * provision.h - one part of a framework
 *
 * An objective, a lettered action under it, a guiding principle, a target, a
 * pillar. Provisions form a tree inside their framework.
 */
#ifndef DOMAIN_PROVISION_H
#define DOMAIN_PROVISION_H

#include "model/entity.h"

enum provision_kind {
	PROVISION_OBJECTIVE = 1,
	PROVISION_ACTION,
	PROVISION_PRINCIPLE,
	PROVISION_TARGET,
	PROVISION_PILLAR,
	PROVISION_AXIS,
	PROVISION_INDICATOR,
	PROVISION_GRADE,
	PROVISION_METHOD,
	PROVISION_SECTION,
};

struct provision {
	struct row row;
	struct ref framework;
	struct ref parent;
	struct choice kind;
	struct line number;	/* as the framework counts: 21, b, 10.7 */
	struct count place_no;	/* order among its siblings */
	struct text title;
	struct text short_title;	/* a few words */
	struct longtext description;
	struct line paragraph;	/* of the framework's text */
	struct count round_table;	/* of the forum that reviews it, 1 to 4 */
	struct count step;	/* for grades: 0 no evidence … 4 complete */
	struct ref document;
};

extern const struct entity provision_entity;

#endif
