/* routes.c - which address leads where */

#include "app/routes.h"

#include <string.h>

#include "api/api_record.h"
#include "api/api_search.h"
#include "api/api_special.h"
#include "domain/action.h"
#include "domain/event.h"
#include "domain/goal.h"
#include "domain/organisation.h"
#include "domain/plan.h"
#include "domain/pledge.h"
#include "ui/ui_record.h"
#include "ui/ui_special.h"

/* Pages of their own, behind "/ar/". Ended by an empty row. */
static const struct route page_routes[] = {
	{ METHOD_GET, "", ui_home, NULL, true, NULL },
	{ METHOD_GET, "gaps", ui_gaps, api_gaps, true, NULL },
	{ METHOD_GET, "gaps/{code}", ui_gap, api_gap, true, NULL },
	{ METHOD_GET, "report-back", ui_report_back, NULL, true, NULL },
	{ METHOD_GET, "events/{code}/release", ui_release, NULL, true,
	  &event_entity },
	{ METHOD_GET, "pledges/{code}/chain", ui_chain, api_chain, true,
	  &pledge_entity },
	{ METHOD_GET, "plans/{code}/chain", ui_chain, api_chain, true,
	  &plan_entity },
	{ METHOD_GET, "goals/{code}/chain", ui_chain, api_chain, true,
	  &goal_entity },
	{ METHOD_GET, "actions/{code}/chain", ui_chain, api_chain, true,
	  &action_entity },
	{ METHOD_GET, "manual", ui_manual, NULL, true, NULL },
	{ METHOD_GET, "manual/{code}", ui_chapter, NULL, true, NULL },
	{ METHOD_GET, "translation", ui_translation, api_translation, true,
	  NULL },
	{ METHOD_GET, "keys", ui_keys, NULL, true, NULL },
	{ METHOD_GET, "dev/components", ui_components, NULL, false, NULL },
	{ METHOD_GET, "dev/components/{code}", ui_components, NULL, false,
	  NULL },
	{ METHOD_GET, "records", ui_records, NULL, true, NULL },
	{ METHOD_GET, "bodies", ui_bodies, NULL, true, NULL },
	{ METHOD_GET, "search", ui_search, api_search, false, NULL },
	{ METHOD_GET, "names", api_names, NULL, false, NULL },
	{ METHOD_GET, "suggest", api_suggest, NULL, false, NULL },
	{ 0 },
};

/* What every entity with a path has, behind "/ar/pledges". */
static const struct route verb_routes[] = {
	{ METHOD_GET, "", ui_list, api_list, true, NULL },
	{ METHOD_GET, "new", ui_new, NULL, false, NULL },
	{ METHOD_POST, "new", ui_new, NULL, false, NULL },
	{ METHOD_GET, "{code}", ui_show, api_show, false, NULL },
	{ METHOD_GET, "{code}/history", ui_history, NULL, false, NULL },
	{ METHOD_GET, "{code}/edit", ui_edit, NULL, false, NULL },
	{ METHOD_POST, "{code}/edit", ui_edit, NULL, false, NULL },
	{ METHOD_GET, "{code}/link", ui_link, NULL, false, NULL },
	{ METHOD_POST, "{code}/link", ui_link, NULL, false, NULL },
	{ METHOD_POST, "{code}/unlink", ui_unlink, NULL, false, NULL },
	{ METHOD_GET, "{code}/withdraw", ui_withdraw, NULL, false, NULL },
	{ METHOD_POST, "{code}/withdraw", ui_withdraw, NULL, false, NULL },
	{ METHOD_POST, "{code}/undo", ui_undo, NULL, false, NULL },
	{ 0 },
};

const struct route *route_page_at(size_t i)
{
	return i + 1 < COUNT(page_routes) ? &page_routes[i] : NULL;
}

const struct route *route_verb_at(size_t i)
{
	return i + 1 < COUNT(verb_routes) ? &verb_routes[i] : NULL;
}

/* Segment by segment; {code} takes any one that is not empty. */
static bool matches(const char *pattern, struct str path, struct str *code)
{
	struct str left = str_of(pattern), wanted, given;
	bool more, fits;

	do {
		more = str_split(&left, '/', &wanted);
		if (more != str_split(&path, '/', &given))
			return false;
		if (!more)
			return true;
		fits = str_eq(wanted, given);
		if (!fits && str_is(wanted, "{code}") && given.n) {
			*code = given;
			fits = true;
		}
	} while (fits);
	return false;
}

static void look(const struct route *table, enum method method,
		 struct str path, struct routed *out)
{
	for (const struct route *r = table; r->page; r++) {
		struct str code = STR("");

		if (!matches(r->pattern, path, &code))
			continue;
		out->get |= r->method == METHOD_GET;
		out->post |= r->method == METHOD_POST;
		/* "new" stands before {code} and is no code. */
		if (out->route || r->method != method)
			continue;
		out->route = r;
		out->match.code = code;
	}
}

/* Bodies are organisations under a path of their own. */
static const struct entity *entity_at(struct str first, const char **path)
{
	const struct entity *e = entity_by_path(first);

	*path = "bodies";
	if (str_is(first, *path))
		return &organisation_entity;
	if (e)
		*path = e->path;
	return e;
}

struct routed route_find(enum method method, struct str path)
{
	struct routed out = { .match = { .code = STR(""), .path = "" } };
	size_t slash = str_find_char(path, '/');
	const struct entity *e;
	const char *base;

	if (method == METHOD_HEAD)
		method = METHOD_GET;
	look(page_routes, method, path, &out);
	if (out.route) {
		e = out.route->entity;
		out.match.entity = e;
		out.match.path = e ? e->path : out.route->pattern;
		return out;
	}
	e = entity_at(str_cut(path, 0, slash), &base);
	/* "pledges/" is not "pledges". */
	if (!e || slash + 1 == path.n)
		return out;
	look(verb_routes, method, str_cut(path, slash + 1, path.n), &out);
	out.match.entity = e;
	out.match.path = base;
	return out;
}
