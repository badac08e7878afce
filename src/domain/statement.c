/* statement.c - the field table of a statement */

#include <assert.h>

#include "domain/document.h"
#include "domain/organisation.h"
#include "domain/statement.h"

static const struct choice_row voice_rows[] = {
	{ STATEMENT_VOICE_OWNER, "owner" },
	{ STATEMENT_VOICE_REGION, "region" },
	{ STATEMENT_VOICE_NETWORK, "network" },
	{ STATEMENT_VOICE_OUTSIDE, "outside" },
	{ STATEMENT_VOICE_COMPUTED, "computed" },
	{ STATEMENT_VOICE_SOURCE, "source" },
};
static_assert(COUNT(voice_rows) == STATEMENT_VOICE_SOURCE,
	"a voice of a statement has no name");
static const struct choices voice_choices = {
	voice_rows, COUNT(voice_rows)
};

static const struct choice_row step_rows[] = {
	{ STATEMENT_STEP_NO_EVIDENCE, "no_evidence" },
	{ STATEMENT_STEP_NOT_STARTED, "not_started" },
	{ STATEMENT_STEP_LIMITED, "limited" },
	{ STATEMENT_STEP_SUBSTANTIAL, "substantial" },
	{ STATEMENT_STEP_COMPLETE, "complete" },
};
static_assert(COUNT(step_rows) == STATEMENT_STEP_COMPLETE,
	"a step of a statement has no name");
static const struct choices step_choices = {
	step_rows, COUNT(step_rows)
};

static const struct choice_row position_rows[] = {
	{ STATEMENT_POSITION_SUPPORTED, "supported" },
	{ STATEMENT_POSITION_NOTED, "noted" },
};
static_assert(COUNT(position_rows) == STATEMENT_POSITION_NOTED,
	"a position of a statement has no name");
static const struct choices position_choices = {
	position_rows, COUNT(position_rows)
};

static const struct field fields[] = {
	{ FIELD(struct statement, about),
	  .flags = REQUIRED | LISTED | FIXED | HEADING },
	{ FIELD(struct statement, voice), .choices = &voice_choices,
	  .flags = REQUIRED | LISTED },
	{ FIELD(struct statement, organisation),
	  .refers = &organisation_entity, .flags = LISTED },
	{ FIELD(struct statement, step), .choices = &step_choices,
	  .flags = LISTED },
	{ FIELD(struct statement, scale), .max = 60 },
	{ FIELD(struct statement, value), .max = 60 },
	{ FIELD(struct statement, position), .choices = &position_choices },
	{ FIELD(struct statement, on), .flags = REQUIRED | LISTED },
	{ FIELD(struct statement, reason), .max = 20000 },
	{ FIELD(struct statement, method), .max = 500 },
	{ FIELD(struct statement, inputs), .max = 2000 },
	{ FIELD(struct statement, document), .refers = &document_entity },
};

const struct entity statement_entity = {
	.name = "statement",
	.path = "statements",
	.prefix = "ST-",
	.size = sizeof(struct statement),
	FIELDS(fields),
};
