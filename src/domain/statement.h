/*
 * statement.h - how far something has come, as one voice sees it
 *
 * A status is never a column: it is what a voice said on a date, for a reason,
 * by a method, with evidence. "No evidence" is its own value, never zero.
 */
#ifndef DOMAIN_STATEMENT_H
#define DOMAIN_STATEMENT_H

#include "model/entity.h"

enum statement_voice {
	STATEMENT_VOICE_OWNER = 1,
	STATEMENT_VOICE_REGION,
	STATEMENT_VOICE_NETWORK,
	STATEMENT_VOICE_OUTSIDE,
	STATEMENT_VOICE_COMPUTED,
	STATEMENT_VOICE_SOURCE,
};

enum statement_step {
	STATEMENT_STEP_NO_EVIDENCE = 1,
	STATEMENT_STEP_NOT_STARTED,
	STATEMENT_STEP_LIMITED,
	STATEMENT_STEP_SUBSTANTIAL,
	STATEMENT_STEP_COMPLETE,
};

enum statement_position {
	STATEMENT_POSITION_SUPPORTED = 1,
	STATEMENT_POSITION_NOTED,
};

struct statement {
	struct row row;
	struct anyref about;
	struct choice voice;
	struct ref organisation;	/* who speaks */
	struct choice step;
	struct line scale;	/* the scale the voice used, if any */
	struct line value;	/* its value on that scale */
	struct choice position;	/* of a State on a recommendation; no step */
	struct date on;
	struct longtext reason;	/* in words, or the words of the source */
	struct line method;
	struct line inputs;	/* what a computation rested on */
	struct ref document;
};

extern const struct entity statement_entity;

#endif
