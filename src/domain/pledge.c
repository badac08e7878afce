/* pledge.c - the field table and the rules of a pledge */

#include <assert.h>

#include "domain/cycle.h"
#include "domain/document.h"
#include "domain/organisation.h"
#include "domain/pledge.h"

static const struct choice_row kind_rows[] = {
	{ PLEDGE_INDIVIDUAL, "individual" },
	{ PLEDGE_COMMON, "common" },
	{ PLEDGE_PARTNERSHIP, "partnership" },
	{ PLEDGE_MATCHING, "matching" },
};
static_assert(COUNT(kind_rows) == PLEDGE_MATCHING,
	"a kind of a pledge has no name");
static const struct choices kind_choices = {
	kind_rows, COUNT(kind_rows)
};

static const struct choice_row form_rows[] = {
	{ PLEDGE_FORM_FINANCIAL, "financial" },
	{ PLEDGE_FORM_HUMAN_RESOURCES, "human_resources" },
	{ PLEDGE_FORM_PROCESS, "process" },
	{ PLEDGE_FORM_POLICY, "policy" },
};
static_assert(COUNT(form_rows) == PLEDGE_FORM_POLICY,
	"a form of a pledge has no name");
static const struct choices form_choices = {
	form_rows, COUNT(form_rows)
};

static const struct choice_row scope_rows[] = {
	{ PLEDGE_SCOPE_WITHIN, "within" },
	{ PLEDGE_SCOPE_PARTLY_OUTSIDE, "partly_outside" },
	{ PLEDGE_SCOPE_OUTSIDE, "outside" },
};
static_assert(COUNT(scope_rows) == PLEDGE_SCOPE_OUTSIDE,
	"a scope of a pledge has no name");
static const struct choices scope_choices = {
	scope_rows, COUNT(scope_rows)
};

static const struct field fields[] = {
	{ FIELD(struct pledge, title), .max = 400,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct pledge, other_title), .max = 400, .flags = SEARCHED },
	{ FIELD(struct pledge, summary), .max = 20000, .flags = SEARCHED },
	{ FIELD(struct pledge, cycle), .refers = &cycle_entity,
	  .flags = REQUIRED | LISTED },
	{ FIELD(struct pledge, pledgor), .refers = &organisation_entity,
	  .flags = LISTED },
	{ FIELD(struct pledge, number) },
	{ FIELD(struct pledge, kind), .choices = &kind_choices,
	  .flags = LISTED },
	{ FIELD(struct pledge, form), .choices = &form_choices },
	{ FIELD(struct pledge, committed_on), .flags = LISTED },
	{ FIELD(struct pledge, submitted_on) },
	{ FIELD(struct pledge, due_on), .flags = LISTED },
	{ FIELD(struct pledge, target), .max = 20000 },
	{ FIELD(struct pledge, scope), .choices = &scope_choices },
	{ FIELD(struct pledge, address), .max = 1000 },
	{ FIELD(struct pledge, document), .refers = &document_entity },
};

static void pledge_check(const void *now, const void *was,
			 struct problems *ps)
{
	const struct pledge *p = now;

	(void)was;
	if (date_is_set(p->due_on) && date_is_set(p->committed_on) &&
	    date_before(p->due_on, p->committed_on))
		problem_add(ps, "due_on", "pledge.due_before_committed");
}

const struct entity pledge_entity = {
	.name = "pledge",
	.path = "pledges",
	.prefix = "PG-",
	.size = sizeof(struct pledge),
	FIELDS(fields),
	.check = pledge_check,
};
