/*
 * quote.h - words that a person said
 *
 * Quotes stay in their source language, to the letter; in other languages they
 * are reported speech marked as our rendering.
 */
#ifndef DOMAIN_QUOTE_H
#define DOMAIN_QUOTE_H

#include "model/entity.h"

enum quote_moment {
	QUOTE_MOMENT_DURING = 1,
	QUOTE_MOMENT_OPENING,
	QUOTE_MOMENT_CLOSING,
};

struct quote {
	struct row row;
	struct ref event;
	struct ref person;
	struct ref seat;	/* in which seat */
	struct ref second_seat;	/* and in which further one */
	struct count number;
	struct choice moment;	/* where in the event it belongs */
	struct longtext words;
	struct longtext reported;	/* reported speech, for other languages */
	struct ref continues;	/* a quote that goes on from another */
	struct ref document;
};

extern const struct entity quote_entity;

#endif
