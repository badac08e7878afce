/*
 * routes.h - which address leads where
 *
 * Behind the language ("/ar/…") the path is looked up in two tables: the
 * pages of their own, and the verbs that every entity with a path has.
 */
#ifndef APP_ROUTES_H
#define APP_ROUTES_H

#include "access/match.h"
#include "http/request.h"

struct route {
	enum method method;
	/* Behind the language: "gaps", "events/{code}/release". In the table
	 * of verbs, behind the entity's path: "", "new", "{code}/edit". */
	const char *pattern;
	page_fn *page;
	page_fn *data;		/* answers ?format=csv|json; or NULL */
	bool kept;		/* may be kept while nothing changes */
	/* Of pages of their own about one record: which entity. */
	const struct entity *entity;
};

/* The tables; NULL after the last. */
const struct route *route_page_at(size_t i);
const struct route *route_verb_at(size_t i);

struct routed {
	const struct route *route;
	struct match match;
	/* The path exists, but not for this method: those it exists for. */
	bool get, post;
};

/* path: behind "/ar", without the slash in front ("" is home). The code in
 * match points into path. route is NULL when there is no such page. */
struct routed route_find(enum method method, struct str path);

#endif
