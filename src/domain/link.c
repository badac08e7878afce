/* link.c - the field table of a link */

#include <assert.h>

#include "domain/document.h"
#include "domain/link.h"

static const struct choice_row kind_rows[] = {
	{ LINK_SERVES, "serves" },
	{ LINK_ANSWERS, "answers" },
	{ LINK_LEADS, "leads" },
	{ LINK_PARTNERS, "partners" },
	{ LINK_SUPPORTS, "supports" },
	{ LINK_MEMBER, "member" },
	{ LINK_ABOUT, "about" },
	{ LINK_IN, "in" },
	{ LINK_EVIDENCES, "evidences" },
	{ LINK_MATCHES, "matches" },
	{ LINK_MAPS_TO, "maps_to" },
	{ LINK_CITES, "cites" },
	{ LINK_ENABLED, "enabled" },
};
static_assert(COUNT(kind_rows) == LINK_ENABLED,
	"a kind of a link has no name");
static const struct choices kind_choices = {
	kind_rows, COUNT(kind_rows)
};

static const struct choice_row strength_rows[] = {
	{ LINK_STRENGTH_CORE, "core" },
	{ LINK_STRENGTH_SUPPORTING, "supporting" },
};
static_assert(COUNT(strength_rows) == LINK_STRENGTH_SUPPORTING,
	"a strength of a link has no name");
static const struct choices strength_choices = {
	strength_rows, COUNT(strength_rows)
};

static const struct choice_row provenance_rows[] = {
	{ LINK_PROVENANCE_STATED, "stated" },
	{ LINK_PROVENANCE_INFERRED, "inferred" },
	{ LINK_PROVENANCE_RENDERING, "rendering" },
	{ LINK_PROVENANCE_COMPUTED, "computed" },
};
static_assert(COUNT(provenance_rows) == LINK_PROVENANCE_COMPUTED,
	"a provenance of a link has no name");
static const struct choices provenance_choices = {
	provenance_rows, COUNT(provenance_rows)
};

static const struct field fields[] = {
	{ FIELD(struct link, kind), .choices = &kind_choices,
	  .flags = REQUIRED | LISTED | NATURAL | FIXED },
	{ FIELD(struct link, from),
	  .flags = REQUIRED | LISTED | NATURAL | FIXED },
	{ FIELD(struct link, to),
	  .flags = REQUIRED | LISTED | NATURAL | FIXED },
	{ FIELD(struct link, strength), .choices = &strength_choices },
	{ FIELD(struct link, from_on) },
	{ FIELD(struct link, to_on) },
	{ FIELD(struct link, note), .max = 300 },
	{ FIELD(struct link, provenance), .choices = &provenance_choices,
	  .flags = LISTED },
	{ FIELD(struct link, document), .refers = &document_entity },
};

const struct entity link_entity = {
	.name = "link",
	.size = sizeof(struct link),
	FIELDS(fields),
	.flags = ENTITY_NO_CODE,
};

const char *link_provenance_name(struct choice provenance)
{
	if (!provenance.v)
		provenance.v = LINK_PROVENANCE_STATED;
	return choice_name(&provenance_choices, provenance);
}
