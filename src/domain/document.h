/*
 * document.h - a source, a report, a piece of evidence
 *
 * A document is what a fact rests on: a press release, a resolution, a page of
 * a register, a review. How far it can be trusted is said beside it.
 */
#ifndef DOMAIN_DOCUMENT_H
#define DOMAIN_DOCUMENT_H

#include "model/entity.h"

enum document_kind {
	DOCUMENT_PRESS_RELEASE = 1,
	DOCUMENT_RESOLUTION,
	DOCUMENT_DECLARATION,
	DOCUMENT_REVIEW,
	DOCUMENT_REPORT,
	DOCUMENT_WEB_PAGE,
	DOCUMENT_NEWS,
	DOCUMENT_DATASET,
	DOCUMENT_FORM,
	DOCUMENT_LETTER,
	DOCUMENT_OTHER,
};

enum document_confidence {
	DOCUMENT_CONFIDENCE_HIGH = 1,
	DOCUMENT_CONFIDENCE_MEDIUM,
	DOCUMENT_CONFIDENCE_LOW,
};

struct document {
	struct row row;
	struct text title;
	struct choice kind;
	struct line publisher;
	struct line symbol;	/* its own number, as A/RES/73/195 */
	struct url address;
	struct date issued_on;
	struct choice confidence;	/* how far its content may be trusted */
	struct line language;	/* BCP 47 tags, separated by blanks */
	struct ref place;	/* where it is dated from */
	struct longtext description;
};

extern const struct entity document_entity;

#endif
