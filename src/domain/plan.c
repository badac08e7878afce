/* plan.c - the field table and the rules of a plan */

#include <assert.h>

#include "domain/document.h"
#include "domain/plan.h"

static const struct choice_row kind_rows[] = {
	{ PLAN_STRATEGY, "strategy" },
	{ PLAN_PLAN, "plan" },
	{ PLAN_POLICY, "policy" },
	{ PLAN_PROGRAMME, "programme" },
};
static_assert(COUNT(kind_rows) == PLAN_PROGRAMME,
	"a kind of a plan has no name");
static const struct choices kind_choices = {
	kind_rows, COUNT(kind_rows)
};

static const struct field fields[] = {
	{ FIELD(struct plan, title), .max = 300,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct plan, kind), .choices = &kind_choices,
	  .flags = REQUIRED | LISTED },
	{ FIELD(struct plan, parent), .refers = &plan_entity },
	{ FIELD(struct plan, aliases), .max = 1000, .flags = SEARCHED },
	{ FIELD(struct plan, from_on), .flags = LISTED },
	{ FIELD(struct plan, to_on), .flags = LISTED },
	{ FIELD(struct plan, adopted_on) },
	{ FIELD(struct plan, structure_known) },
	{ FIELD(struct plan, description), .max = 20000 },
	{ FIELD(struct plan, document), .refers = &document_entity },
};

static void plan_check(const void *now, const void *was, struct problems *ps)
{
	const struct plan *r = now;

	(void)was;
	if (date_is_set(r->from_on) && date_is_set(r->to_on) &&
	    date_before(r->to_on, r->from_on))
		problem_add(ps, "to_on", "ends_before_start");
}

const struct entity plan_entity = {
	.name = "plan",
	.path = "plans",
	.prefix = "PLAN-",
	.size = sizeof(struct plan),
	FIELDS(fields),
	.check = plan_check,
};
