/* api_chain.c - the chain of a record as a tree */

#include "api/api_special.h"

#include "domain/link.h"
#include "format/json_out.h"
#include "http/response.h"
#include "lang/words.h"
#include "service/svc_chain.h"
#include "service/svc_record.h"

static void node_put(struct ctx *ctx, struct json_out *j,
		     const struct chain *c, size_t at);

static void children_put(struct ctx *ctx, struct json_out *j,
			 const struct chain *c, size_t at)
{
	json_name(j, "children");
	json_array(j);
	for (size_t i = at + 1; i < c->n; i++)
		if (c->nodes[i].parent == at)
			node_put(ctx, j, c, i);
	json_array_end(j);
}

static void node_put(struct ctx *ctx, struct json_out *j,
		     const struct chain *c, size_t at)
{
	const struct chain_node *n = &c->nodes[at];
	char iso[DATE_ISO];

	json_object(j);
	json_member(j, "kind", n->gap ? STR("gap") : str_of(n->entity->name));
	if (n->gap) {
		json_name(j, "code");
		json_null(j);
		json_member(j, "title", str_of(word(ctx->lang, n->gap)));
		json_name(j, "provenance");
		json_null(j);
		json_member(j, "gap", str_of(n->gap));
	} else {
		json_member(j, "code", n->code);
		json_member(j, "title", n->title);
		json_member(j, "provenance",
			    str_of(link_provenance_name(n->provenance)));
		json_member(j, "on", date_iso(n->on, iso));
	}
	children_put(ctx, j, c, at);
	json_object_end(j);
}

/* One tree, even where a record serves several pledges: then the record
 * itself stands on top of the ways that lead to it. */
static void tree_put(struct ctx *ctx, struct json_out *j,
		     const struct entity *e, const struct row *row,
		     const struct chain *c)
{
	size_t roots = 0;

	for (size_t i = 0; i < c->n; i++)
		roots += c->nodes[i].parent == i;
	if (roots == 1) {
		node_put(ctx, j, c, 0);
		return;
	}
	json_object(j);
	json_member(j, "kind", str_of(e->name));
	json_member(j, "code", row->code);
	json_member(j, "title", row->heading);
	json_member(j, "provenance", STR("stated"));
	json_name(j, "children");
	json_array(j);
	for (size_t i = 0; i < c->n; i++)
		if (c->nodes[i].parent == i)
			node_put(ctx, j, c, i);
	json_array_end(j);
	json_object_end(j);
}

enum err api_chain(struct ctx *ctx, const struct request *rq,
		   struct response *rs, const struct match *m)
{
	struct chain chain;
	struct json_out j;
	void *record;
	enum err err;

	if (!str_is(request_query(rq, "format"), "json"))
		return ERR_REQUEST;
	err = svc_load(ctx, m->entity, m->code, NULL, &record);
	if (err == ERR_OK)
		err = svc_chain(ctx, m->entity, record_row(record)->id,
				&chain);
	if (err)
		return err;
	rs->type = "application/json";
	json_begin(&j, &rs->body);
	tree_put(ctx, &j, m->entity, record_row(record), &chain);
	json_end(&j);
	return ERR_OK;
}
