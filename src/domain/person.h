/*
 * person.h - a person, as sources name them
 *
 * People appear as attested by a source on a date, never as "current", and
 * without contacts. One person has many spellings.
 */
#ifndef DOMAIN_PERSON_H
#define DOMAIN_PERSON_H

#include "model/entity.h"

enum person_gender {
	PERSON_GENDER_WOMAN = 1,
	PERSON_GENDER_MAN,
};

struct person {
	struct row row;
	struct text name;
	struct text honorific;	/* Mr, Dr: as the source writes it */
	struct choice gender;	/* for the agreement of words */
	struct line aliases;	/* other spellings, separated by | */
	struct longtext description;
};

extern const struct entity person_entity;

#endif
