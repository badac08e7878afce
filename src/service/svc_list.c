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
