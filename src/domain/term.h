/*
 * term.h - an official term with its variants
 *
 * The term bank: how a thing is called in each language, and what else it is
 * called in the sources.
 */
#ifndef DOMAIN_TERM_H
#define DOMAIN_TERM_H

#include "model/entity.h"

struct term {
	struct row row;
	struct text title;
	struct line aliases;	/* variants, separated by | */
	struct longtext description;
	struct ref document;	/* where the term is attested */
};

extern const struct entity term_entity;

#endif
