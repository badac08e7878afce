/*
 * link.h - an edge between two records
 *
 * What serves, implements, answers, evidences, supports what. The chain and the
 * gap finder walk these. Which kinds may join which entities, and in which
 * words, is the table link_kinds.
 */
#ifndef DOMAIN_LINK_H
#define DOMAIN_LINK_H

#include "model/entity.h"

enum link_kind_value {
	LINK_SERVES = 1,
	LINK_ANSWERS,
	LINK_LEADS,
	LINK_PARTNERS,
	LINK_SUPPORTS,
	LINK_MEMBER,
	LINK_ABOUT,
	LINK_IN,
	LINK_EVIDENCES,
	LINK_MATCHES,
	LINK_MAPS_TO,
	LINK_CITES,
	LINK_ENABLED,
};

enum link_strength {
	LINK_STRENGTH_CORE = 1,
	LINK_STRENGTH_SUPPORTING,
};

enum link_provenance {
	LINK_PROVENANCE_STATED = 1,
	LINK_PROVENANCE_INFERRED,
	LINK_PROVENANCE_RENDERING,
	LINK_PROVENANCE_COMPUTED,
};

struct link {
	struct row row;
	struct choice kind;
	struct anyref from;
	struct anyref to;
	struct choice strength;
	struct date from_on;
	struct date to_on;
	struct text note;	/* how, in which role */
	struct choice provenance;	/* what kind of fact it is */
	struct ref document;	/* where it is said */
};

extern const struct entity link_entity;

/* A link without a provenance, and a ref, was stated. */
const char *link_provenance_name(struct choice provenance);

#endif
