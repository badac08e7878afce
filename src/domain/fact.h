/*
 * fact.h - where a public statement of ours comes from
 *
 * A fact ties one field or link of a record to the document that says it, in its
 * words, and tells what is stated from what we inferred, rendered or computed.
 * Two facts on one field are both shown; the preferred one fills the column.
 */
#ifndef DOMAIN_FACT_H
#define DOMAIN_FACT_H

#include "model/entity.h"

enum fact_kind {
	FACT_STATED = 1,
	FACT_INFERRED,
	FACT_RENDERING,
	FACT_COMPUTED,
};

struct fact {
	struct row row;
	struct anyref about;
	struct line field;	/* its name, or link:KIND:CODE; empty: the record */
	struct line value;	/* in the form of exports, where sources differ */
	struct choice kind;
	struct ref document;
	struct line locator;	/* where in the document: a sentence, a page */
	struct date attested_on;
	struct text title;	/* what is said, in a line */
	struct longtext words;	/* the words of the source */
	struct longtext note;	/* of the editor; never the source's */
	struct yesno preferred;	/* fills the column */
};

extern const struct entity fact_entity;

#endif
