/* svc_list.c - what a list was asked for */

#include "service/svc_list.h"

enum { LIMIT = 50, LIMIT_MAX = 500 };

/* The one filter of the address, if any. */
static enum err filter_asked(const struct entity *e, svc_query *query,
			     const void *from, struct list_ask *out)
{
	const struct list_way *w;

	for (size_t i = 0; (w = list_way_at(i)); i++) {
		const struct field *f;
		struct str value;
		struct choice c;

		if (w->entity != e || !w->filter)
			continue;
		value = query(from, w->filter);
		if (!value.n)
			continue;
		if (out->way)
			return ERR_REQUEST;
		f = entity_field(e, str_of(w->filter));
		if (f->kind == KIND_CHOICE &&
		    !choice_find(f->choices, value, &c))
			return ERR_REQUEST;
		out->way = w;
		out->filter_value = value;
	}
	return ERR_OK;
}

enum err svc_list_asked(const struct entity *e, svc_query *query,
			const void *from, struct list_ask *out)
{
	struct str order = query(from, "order");
	int64_t limit = LIMIT;
	enum err err;

	*out = (struct list_ask){ .after = query(from, "after") };
	if (query(from, "limit").n &&
	    (!str_int(query(from, "limit"), &limit) || limit < 1 ||
	     limit > LIMIT_MAX))
		return ERR_REQUEST;
	out->limit = (int)limit;
	err = filter_asked(e, query, from, out);
	if (err)
		return err;
	if (!out->way)
		out->way = list_way_find(e, STR(""), order.n ? order :
					 STR("title"));
	else if (order.n && !str_is(order, out->way->order))
		return ERR_REQUEST;
	return out->way ? ERR_OK : ERR_REQUEST;
}

/* Names that are no filters; how a record was just saved is told by two. */
static bool is_beside(struct str name)
{
	static const char *const names[] = {
		"after", "limit", "format", "done", "link",
	};

	for (size_t i = 0; i < COUNT(names); i++)
		if (str_is(name, names[i]))
			return true;
	return false;
}

static void listed(struct arena *mem, struct str *all, const char *name)
{
	*all = arena_printf(mem, "%.*s%s%s", STR_ARG(*all),
			    all->n ? ", " : "", name);
}

/* Filters, or orders, of the lists of an entity. */
static struct str ways_list(struct arena *mem, const struct entity *e,
			    bool orders)
{
	const struct list_way *w;
	struct str all = STR("");

	for (size_t i = 0; (w = list_way_at(i)); i++)
		if (w->entity == e && orders == !w->filter)
			listed(mem, &all, orders ? w->order : w->filter);
	return all;
}

static struct str choices_list(struct arena *mem, const struct field *f)
{
	struct str all = STR("");

	for (size_t i = 0; i < f->choices->n; i++)
		listed(mem, &all, f->choices->rows[i].name);
	return all;
}

bool svc_list_check(struct ctx *ctx, const struct entity *e, struct str name,
		    struct str value)
{
	const struct field *f = entity_field(e, name);
	const struct list_way *w;
	struct choice c;
	bool filters = false;

	if (is_beside(name) || !value.n)
		return true;
	if (str_is(name, "order")) {
		if (list_way_find(e, STR(""), value))
			return true;
		problem_add_value(&ctx->problems, "order", "unknown_order",
				  value, ways_list(ctx->mem, e, true));
		return false;
	}
	for (size_t i = 0; (w = list_way_at(i)); i++)
		filters |= w->entity == e && w->filter &&
			   str_is(name, w->filter);
	if (!filters)
		problem_add_value(&ctx->problems, "", "unknown_filter", name,
				  ways_list(ctx->mem, e, false));
	else if (f->kind == KIND_CHOICE && !choice_find(f->choices, value, &c))
		problem_add_value(&ctx->problems, f->name, "not_a_choice",
				  value, choices_list(ctx->mem, f));
	else
		return true;
	return false;
}
