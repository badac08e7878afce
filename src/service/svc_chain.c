/* svc_chain.c - from the promise to the proof, and back */

#include "service/svc_chain.h"

#include "domain/action.h"
#include "domain/document.h"
#include "domain/event.h"
#include "domain/goal.h"
#include "domain/link.h"
#include "domain/milestone.h"
#include "domain/plan.h"
#include "domain/pledge.h"
#include "domain/update.h"
#include "store/edges.h"

enum {
	NODES_MAX = 400,
	WAYS_MAX = 24,		/* from a record up to its pledges */
	WAY_MAX = 12,		/* steps of one way */
	FOLLOW_MAX = 8
};

static const struct {
	const struct entity *entity;
	enum chain_place place;
} places[] = {
	{ &pledge_entity, CHAIN_PLEDGE }, { &plan_entity, CHAIN_PLAN },
	{ &goal_entity, CHAIN_GOAL }, { &action_entity, CHAIN_ACTION },
	{ &milestone_entity, CHAIN_MILESTONE },
	{ &update_entity, CHAIN_UPDATE },
	{ &document_entity, CHAIN_REVIEW }, { &event_entity, CHAIN_FORUM },
};

static enum chain_place place_of(const struct entity *e)
{
	for (size_t i = 0; i < COUNT(places); i++)
		if (places[i].entity == e)
			return places[i].place;
	return CHAIN_PLACES;
}

struct builder {
	struct chain *chain;
	struct edges below;
	const struct edge *self;
};

/* Where the next node goes; the last place is given again when all is full,
 * which chain.cut tells. */
static size_t node_add(struct builder *b, size_t parent,
		       struct chain_node node)
{
	struct chain *c = b->chain;

	if (c->n == NODES_MAX) {
		c->cut = true;
		return c->n - 1;
	}
	node.parent = parent;
	node.depth = parent == c->n ? 0 : c->nodes[parent].depth + 1;
	c->nodes[c->n] = node;
	return c->n++;
}

static size_t gap_add(struct builder *b, size_t parent,
		      enum chain_place place, const char *gap)
{
	return node_add(b, parent, (struct chain_node){
		.place = place, .code = STR(""), .title = STR(""),
		.gap = gap });
}

static struct chain_node node_of(const struct edge *g)
{
	return (struct chain_node){
		.place = place_of(g->entity), .entity = g->entity,
		.code = g->of.code, .title = g->of.title,
		.title_lang = g->of.lang, .on = g->on,
		.provenance = g->provenance, .draft = g->draft };
}

/* Downwards */

static bool is_lower_end(const struct edge *g, const struct entity *e,
			 int64_t id)
{
	return g->entity == e && g->of.id == id;
}

static bool is_there(const struct builder *b, const struct entity *e,
		     int64_t id)
{
	if (is_lower_end(b->self, e, id))
		return true;
	for (size_t i = 0; i < b->below.n; i++)
		if (is_lower_end(&b->below.list[i], e, id))
			return true;
	return false;
}

static bool is_stated(const struct edge *g)
{
	return g->provenance.v <= LINK_PROVENANCE_STATED;
}

/* A record that serves several is drawn once, under the nearest: an action
 * under the goal rather than under the pledge. But what a source says comes
 * before what we inferred. */
static bool is_nearer(const struct edge *a, const struct edge *b)
{
	int pa = (int)place_of(a->to_entity), pb = (int)place_of(b->to_entity);

	if (is_stated(a) != is_stated(b))
		return is_stated(a);
	if (pa != pb)
		return pa > pb;
	return a->to < b->to;
}

/* The edge that the record at the lower end of list[i] is drawn by. */
static const struct edge *drawn_by(const struct builder *b, size_t i)
{
	const struct edge *of = &b->below.list[i], *best = NULL;

	for (size_t j = 0; j < b->below.n; j++) {
		const struct edge *g = &b->below.list[j];

		if (is_lower_end(g, of->entity, of->of.id) &&
		    is_there(b, g->to_entity, g->to) &&
		    (!best || is_nearer(g, best)))
			best = g;
	}
	return best;
}

static bool comes_before(const struct edge *a, const struct edge *b)
{
	enum chain_place pa = place_of(a->entity), pb = place_of(b->entity);
	int days = date_cmp(a->on, b->on);

	if (pa != pb)
		return pa < pb;
	/* What has no day yet comes last. */
	if (date_is_set(a->on) != date_is_set(b->on))
		return date_is_set(a->on);
	if (days)
		return days < 0;
	return str_cmp(a->of.code, b->of.code) < 0;
}

/* The next child of a record behind `last`, in order; NULL when no more. */
static const struct edge *child_after(const struct edge *const *drawn,
				      size_t n, const struct edge *parent,
				      const struct edge *last)
{
	const struct edge *next = NULL;

	for (size_t i = 0; i < n; i++) {
		const struct edge *g = drawn[i];

		if (!g || g->to_entity != parent->entity ||
		    g->to != parent->of.id)
			continue;
		if (last && !comes_before(last, g))
			continue;
		if (!next || comes_before(g, next))
			next = g;
	}
	return next;
}

/* A field joins a goal to its plan, but a link may have brought it here:
 * then it is as sure as that link. */
static struct choice provenance_of(const struct builder *b,
				   const struct edge *drawn)
{
	const struct edge *surest = NULL;

	if (drawn->linked)
		return drawn->provenance;
	for (size_t i = 0; i < b->below.n; i++) {
		const struct edge *g = &b->below.list[i];

		if (g->linked && is_lower_end(g, drawn->entity,
					      drawn->of.id) &&
		    (!surest || g->provenance.v < surest->provenance.v))
			surest = g;
	}
	return surest ? surest->provenance : (struct choice){ 0 };
}

static void draw(struct builder *b, const struct edge *const *drawn,
		 const struct edge *record, size_t at)
{
	const struct edge *child = NULL;
	bool goals = false, marks = false;

	if (b->chain->nodes[at].depth > WAY_MAX * 2)
		return;
	while ((child = child_after(drawn, b->below.n, record, child))) {
		struct chain_node node = node_of(child);

		node.provenance = provenance_of(b, child);
		goals = goals || child->entity == &goal_entity;
		marks = marks || child->entity == &milestone_entity;
		draw(b, drawn, child, node_add(b, at, node));
		if (b->chain->cut)
			return;
	}
	if (record->entity == &plan_entity && !goals)
		gap_add(b, at, CHAIN_GOAL, "chain.gap.NO_GOAL");
	if (record->entity == &action_entity && !marks)
		gap_add(b, at, CHAIN_MILESTONE, "chain.gap.NO_MILESTONE");
}

static bool has_below(const struct builder *b, const struct entity *e)
{
	for (size_t i = 0; i < b->below.n; i++)
		if (b->below.list[i].entity == e)
			return true;
	return b->self->entity == e;
}

static void draw_below(struct ctx *ctx, struct builder *b, size_t at)
{
	const struct edge **drawn = arena_array(ctx->mem, b->below.n + 1,
						sizeof(*drawn));

	/* Each record once: the edge it is drawn by, at its first place. */
	for (size_t i = 0; i < b->below.n; i++) {
		const struct edge *g = &b->below.list[i];
		bool first = true;

		for (size_t j = 0; j < i && first; j++)
			first = !is_lower_end(&b->below.list[j], g->entity,
					      g->of.id);
		drawn[i] = first ? drawn_by(b, i) : NULL;
	}
	if (b->self->entity == &pledge_entity && !has_below(b, &plan_entity))
		gap_add(b, at, CHAIN_PLAN, "chain.gap.NO_PLAN");
	draw(b, drawn, b->self, at);
	if (!has_below(b, &action_entity))
		gap_add(b, at, CHAIN_ACTION, "chain.gap.NO_ACTION");
	if (!has_below(b, &update_entity))
		gap_add(b, at, CHAIN_UPDATE, "chain.gap.NO_UPDATE");
}

/* Upwards */

/* From the record up: step[0] leads to what it serves, and so on. */
struct way {
	const struct edge *step[WAY_MAX];
	size_t n;
};
struct ways {
	struct way list[WAYS_MAX];
	size_t n;
};

static bool way_passes(const struct way *w, const struct entity *e,
		       int64_t id)
{
	for (size_t i = 0; i < w->n; i++)
		if (is_lower_end(w->step[i], e, id))
			return true;
	return false;
}

static void climb(struct ways *ws, const struct edges *above,
		  const struct edge *from, const struct edge *self,
		  struct way *w)
{
	bool higher = false;

	for (size_t i = 0; i < above->n && w->n < WAY_MAX; i++) {
		const struct edge *g = &above->list[i];

		if (g->to_entity != from->entity || g->to != from->of.id ||
		    is_lower_end(g, self->entity, self->of.id) ||
		    way_passes(w, g->entity, g->of.id))
			continue;
		higher = true;
		w->step[w->n++] = g;
		climb(ws, above, g, self, w);
		w->n--;
	}
	if (!higher && ws->n < WAYS_MAX)
		ws->list[ws->n++] = *w;
}

/* The straight way to a pledge says nothing that a way to the same pledge
 * through a plan does not. */
static bool is_within(const struct way *a, const struct way *b)
{
	if (a->n >= b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!way_passes(b, a->step[i]->entity, a->step[i]->of.id))
			return false;
	return true;
}

static bool way_is_stated(const struct way *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (!is_stated(w->step[i]))
			return false;
	return true;
}

/* A stated way is no shortcut of one that we inferred. */
static bool is_shortcut(const struct ways *ws, size_t at)
{
	bool stated = way_is_stated(&ws->list[at]);

	for (size_t i = 0; i < ws->n; i++)
		if (i != at && is_within(&ws->list[at], &ws->list[i]) &&
		    (!stated || way_is_stated(&ws->list[i])))
			return true;
	return false;
}

static size_t node_under(struct builder *b, size_t parent, bool root,
			 struct chain_node node)
{
	const struct chain *c = b->chain;

	for (size_t i = 0; i < c->n; i++)
		if ((root ? c->nodes[i].parent == i
			  : c->nodes[i].parent == parent) &&
		    c->nodes[i].entity == node.entity && !c->nodes[i].self &&
		    str_eq(c->nodes[i].code, node.code))
			return i;
	return node_add(b, root ? c->n : parent, node);
}

/* Draws one way from its top down to the record, and tells where that is.
 * An upper node is joined to nothing above it, so its own provenance is that
 * of the step below, kept there. */
static size_t draw_way(struct builder *b, const struct way *w)
{
	size_t at = b->chain->n;
	bool root = true;
	struct chain_node node;
	struct choice joined = { 0 };

	if (!w->n || w->step[w->n - 1]->entity != &pledge_entity) {
		at = node_under(b, at, true, (struct chain_node){
			.place = CHAIN_PLEDGE, .code = STR(""),
			.title = STR(""), .gap = "chain.gap.NO_PLEDGE" });
		root = false;
	}
	for (size_t i = w->n; i-- > 0;) {
		node = node_of(w->step[i]);
		node.provenance = joined;
		joined = w->step[i]->provenance;
		at = node_under(b, at, root, node);
		root = false;
	}
	node = node_of(b->self);
	node.provenance = joined;
	node.self = true;
	return node_add(b, root ? b->chain->n : at, node);
}

/* What is stated first, then in the order of days: the databases give rows
 * as they come. */
static void sort_above(struct edges *above)
{
	for (size_t i = 1; i < above->n; i++)
		for (size_t j = i; j > 0; j--) {
			struct edge *a = &above->list[j - 1], *b = a + 1;
			struct edge swap = *a;

			if (is_stated(a) == is_stated(b)
			    ? !comes_before(b, a) : is_stated(a))
				break;
			*a = *b;
			*b = swap;
		}
}

/* The pledge the chain goes on from to the next forum; 0: none. */
static int64_t draw_above(struct ctx *ctx, struct builder *b)
{
	struct ways *ws = arena_alloc(ctx->mem, sizeof(*ws));
	struct edges above = query_above(ctx->db, ctx->mem, b->self->entity,
					 b->self->of.id, ctx->lang);
	struct way none = { 0 };
	int64_t pledge = 0;
	bool first = true;

	sort_above(&above);
	climb(ws, &above, b->self, b->self, &none);
	/* Ways to a pledge come first, so that the record hangs on one. */
	for (int to_pledge = 1; to_pledge >= 0; to_pledge--)
		for (size_t i = 0; i < ws->n; i++) {
			const struct way *w = &ws->list[i];
			const struct edge *top = w->n ? w->step[w->n - 1]
						      : NULL;
			bool is_pledge = top &&
					 top->entity == &pledge_entity;
			size_t at;

			if (is_pledge != to_pledge || is_shortcut(ws, i))
				continue;
			at = draw_way(b, w);
			if (first)
				draw_below(ctx, b, at);
			if (first && is_pledge)
				pledge = top->of.id;
			first = false;
		}
	return pledge;
}

static void sort_following(struct follow *list, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t j = i; j > 0 && str_cmp(list[j].of.code,
				list[j - 1].of.code) < 0; j--) {
			struct follow swap = list[j];

			list[j] = list[j - 1];
			list[j - 1] = swap;
		}
}

/* Onwards: the review that tells of it, and the forum it is told at. */
static void draw_following(struct ctx *ctx, struct builder *b,
			   int64_t pledge)
{
	struct follow follow[FOLLOW_MAX];
	size_t n = query_following(ctx->db, ctx->mem, pledge, ctx->lang,
				   follow, FOLLOW_MAX);
	const struct follow *forum = NULL;
	size_t review = NODES_MAX;

	sort_following(follow, n);
	for (size_t i = 0; i < n; i++) {
		struct edge g = { .entity = follow[i].entity,
				  .of = follow[i].of, .on = follow[i].on };
		size_t at;

		if (follow[i].entity == &event_entity) {
			forum = &follow[i];
			continue;
		}
		at = node_add(b, 0, node_of(&g));
		if (review == NODES_MAX)
			review = at;
	}
	if (review == NODES_MAX)
		review = gap_add(b, 0, CHAIN_REVIEW, "chain.gap.NO_REVIEW");
	if (forum)
		node_add(b, review, node_of(&(struct edge){
			.entity = forum->entity, .of = forum->of,
			.on = forum->on }));
	else
		gap_add(b, review, CHAIN_FORUM, "chain.gap.NO_FORUM");
}

static enum err draw_all(struct ctx *ctx, const struct edge *self,
			 struct chain *out)
{
	const struct entity *e = self->entity;
	int64_t id = self->of.id, pledge = id;
	struct builder b = { .chain = out, .self = self };

	out->nodes = arena_array(ctx->mem, NODES_MAX, sizeof(*out->nodes));
	b.below = query_below(ctx->db, ctx->mem, e, id, ctx->lang);
	out->cut = b.below.cut;
	if (e == &pledge_entity) {
		struct chain_node node = node_of(self);

		node.self = true;
		draw_below(ctx, &b, node_add(&b, 0, node));
	} else {
		pledge = draw_above(ctx, &b);
	}
	if (pledge)
		draw_following(ctx, &b, pledge);
	return db_err(ctx->db);
}

enum err svc_chain(struct ctx *ctx, const struct entity *e, int64_t id,
		   struct chain *out)
{
	struct edge self = { 0 };

	*out = (struct chain){ 0 };
	if (place_of(e) > CHAIN_ACTION)
		return ERR_MISSING;
	if (!query_self(ctx->db, ctx->mem, e, id, ctx->lang, &self))
		return db_err(ctx->db) ? db_err(ctx->db) : ERR_MISSING;
	return draw_all(ctx, &self, out);
}

/* The day that stands on a record's place in the chain. */
static struct date main_day(const struct entity *e, const void *record)
{
	const struct action *a = record;

	if (e == &pledge_entity)
		return ((const struct pledge *)record)->committed_on;
	if (e == &plan_entity)
		return ((const struct plan *)record)->from_on;
	if (e != &action_entity)
		return (struct date){ 0 };
	return date_is_set(a->from_on) ? a->from_on : a->due_on;
}

enum err svc_chain_of(struct ctx *ctx, const struct entity *e,
		      const void *record, struct chain *out)
{
	const struct row *row = record_row_in(record);
	struct edge self = {
		.entity = e, .on = main_day(e, record),
		.of = { row->id, row->code, row->heading,
			row->heading_lang } };

	*out = (struct chain){ 0 };
	if (place_of(e) > CHAIN_ACTION)
		return ERR_MISSING;
	return draw_all(ctx, &self, out);
}
