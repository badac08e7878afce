/*
 * place.h - countries, governorates, cities
 *
 * Where something happened or is meant to happen. Codes follow ISO 3166.
 */
#ifndef DOMAIN_PLACE_H
#define DOMAIN_PLACE_H

#include "model/entity.h"

enum place_kind {
	PLACE_COUNTRY = 1,
	PLACE_REGION,
	PLACE_GOVERNORATE,
	PLACE_CITY,
	PLACE_ONLINE,
};

struct place {
	struct row row;
	struct text name;
	struct choice kind;
	struct ref parent;
	struct line aliases;	/* other spellings, separated by | */
	struct longtext description;
};

extern const struct entity place_entity;

#endif
