/* action.c - the field table and the rules of an action */

#include <assert.h>

#include "domain/action.h"
#include "domain/document.h"

static const struct choice_row kind_rows[] = {
	{ ACTION_ACTIVITY, "activity" },
	{ ACTION_PROJECT, "project" },
	{ ACTION_PROGRAMME, "programme" },
	{ ACTION_TRAINING, "training" },
	{ ACTION_REFORM, "reform" },
	{ ACTION_SERVICE, "service" },
	{ ACTION_STUDY, "study" },
};
static_assert(COUNT(kind_rows) == ACTION_STUDY,
	"a kind of an action has no name");
static const struct choices kind_choices = {
	kind_rows, COUNT(kind_rows)
};

static const struct choice_row scope_rows[] = {
	{ ACTION_SCOPE_WITHIN, "within" },
	{ ACTION_SCOPE_PARTLY_OUTSIDE, "partly_outside" },
	{ ACTION_SCOPE_OUTSIDE, "outside" },
};
static_assert(COUNT(scope_rows) == ACTION_SCOPE_OUTSIDE,
	"a scope of an action has no name");
static const struct choices scope_choices = {
	scope_rows, COUNT(scope_rows)
};

static const struct field fields[] = {
	{ FIELD(struct action, title), .max = 600,
	  .flags = REQUIRED | LISTED | SEARCHED | HEADING },
	{ FIELD(struct action, kind), .choices = &kind_choices,
	  .flags = LISTED },
	{ FIELD(struct action, description), .max = 20000 },
	{ FIELD(struct action, from_on), .flags = LISTED },
	{ FIELD(struct action, to_on) },
	{ FIELD(struct action, due_on), .flags = LISTED },
	{ FIELD(struct action, target), .max = 20000 },
	{ FIELD(struct action, scope), .choices = &scope_choices },
	{ FIELD(struct action, document), .refers = &document_entity },
};

static void action_check(const void *now, const void *was, struct problems *ps)
{
	const struct action *r = now;

	(void)was;
	if (date_is_set(r->from_on) && date_is_set(r->to_on) &&
	    date_before(r->to_on, r->from_on))
		problem_add(ps, "to_on", "ends_before_start");
}

const struct entity action_entity = {
	.name = "action",
	.path = "actions",
	.prefix = "A-",
	.size = sizeof(struct action),
	FIELDS(fields),
	.check = action_check,
};
