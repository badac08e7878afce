/* gap_fields.c - what a gap asks of a record */

#include "store/gaps.h"

/* Every field that a statement of gaps.c reads, by entity. A change of others
 * moves no gap, and most changes are of others. */
static const struct {
	const char *entity;
	const char *fields[6];
} asked[] = {
	{ "pledge", { "stage", "committed_on", "due_on", "summary",
		      "target" } },
	{ "plan", { "stage" } },
	{ "goal", { "stage", "plan", "parent" } },
	{ "action", { "stage" } },
	{ "milestone", { "stage", "action", "reached_on" } },
	{ "update", { "stage", "about", "on", "answer", "corrects" } },
	{ "provision", { "stage", "kind", "parent", "framework" } },
	{ "link", { "stage", "kind", "from", "to" } },
};

bool gaps_ask(const struct entity *e, const struct difference *list,
	      size_t n)
{
	for (size_t i = 0; i < COUNT(asked); i++) {
		if (!str_is(str_of(e->name), asked[i].entity))
			continue;
		for (const char *const *f = asked[i].fields; *f; f++)
			for (size_t k = 0; k < n; k++)
				if (str_is(str_of(list[k].field->name), *f))
					return true;
	}
	return false;
}
