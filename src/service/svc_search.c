/* svc_search.c - records found by their words */

#include "service/svc_search.h"

#include <stdlib.h>

#include "domain/cycle.h"
#include "domain/organisation.h"
#include "domain/provision.h"
#include "service/search_asked.h"
#include "service/svc_record.h"

enum { PAGE_MAX = SEARCH_NEWEST / SEARCH_PAGE };

void svc_search_asked(struct str (*get)(const void *from, const char *name),
		      const void *from, struct search_wish *out)
{
	*out = (struct search_wish){
		.words = str_trim(get(from, "q")),
		.kind = str_trim(get(from, "kind")),
		.organisation = str_trim(get(from, "organisation")),
		.objective = str_trim(get(from, "objective")),
		.cycle = str_trim(get(from, "cycle")),
		.page = 1,
	};
	if (!str_int(get(from, "page"), &out->page) || out->page < 1)
		out->page = 1;
	if (out->page > PAGE_MAX)
		out->page = PAGE_MAX;
}

/* A filter that names nothing finds nothing, and is told. */
static enum err about_take(struct search_asked *a, struct str code,
			   const struct entity *e, struct anyref *out)
{
	enum err err;

	if (!code.n)
		return ERR_OK;
	err = repo_find_code(a->ctx->db, code, out);
	if (err != ERR_OK && err != ERR_MISSING)
		return err;
	if (err == ERR_MISSING || out->entity != e) {
		out->entity = NULL;
		a->out->unknown = code;
	}
	return ERR_OK;
}

static enum err filters_take(struct search_asked *a,
			     const struct search_wish *wish,
			     struct search_ask *ask)
{
	enum err err;

	if (wish->kind.n) {
		ask->kind = entity_by_name(wish->kind);
		if (!ask->kind)
			a->out->unknown = wish->kind;
	}
	err = about_take(a, wish->organisation, &organisation_entity,
			 &ask->about[0]);
	if (err == ERR_OK)
		err = about_take(a, wish->objective, &provision_entity,
				 &ask->about[1]);
	if (err == ERR_OK)
		err = about_take(a, wish->cycle, &cycle_entity,
				 &ask->about[2]);
	return err;
}

/* What bears exactly the name that was typed comes before all others. */
static void names_lift(const struct search_asked *a, struct search_hit *hits,
		       size_t n)
{
	enum { LIFT = 1000000 };

	for (size_t i = 0; i < a->named_n; i++) {
		if (!str_eq(a->named[i].folded, a->whole))
			continue;
		for (size_t k = 0; k < n; k++)
			if (hits[k].doc == a->named[i].doc &&
			    hits[k].score < LIFT)
				hits[k].score += LIFT;
	}
}

/* The heaviest first; of equals the newest. */
static int by_weight(const void *a, const void *b)
{
	const struct search_hit *x = a, *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return x->doc > y->doc ? -1 : x->doc < y->doc;
}

static enum err page_fill(struct search_asked *a,
			  const struct search_hit *hits, size_t n,
			  int64_t page)
{
	struct search_answer *out = a->out;
	struct search_row rows[SEARCH_PAGE];
	int64_t docs[SEARCH_PAGE];
	size_t from = (size_t)(page - 1) * SEARCH_PAGE, k = 0;
	enum err err;

	while (k < SEARCH_PAGE && from + k < n) {
		docs[k] = hits[from + k].doc;
		k++;
	}
	if (!k)
		return ERR_OK;
	err = search_rows(a->ctx->db, a->ctx->mem, docs, k, a->ctx->lang,
			  rows);
	for (size_t i = 0; err == ERR_OK && i < k; i++) {
		struct search_result *r = &out->results[out->n];

		if (!rows[i].to.entity)
			continue;
		r->row = rows[i];
		r->score = hits[from + i].score;
		search_pieces(a, r);
		out->n++;
	}
	return err;
}

static enum err answer_find(struct search_asked *a,
			    const struct search_wish *wish,
			    struct search_ask *ask)
{
	struct search_answer *out = a->out;
	struct search_hit *hits;
	size_t n;
	enum err err;

	ask->parts = a->parts;
	ask->n = a->n;
	ask->edition = a->ctx->actor.edition;
	err = search_find(a->ctx->db, a->ctx->mem, ask, &hits, &n);
	if (err == ERR_OK && !n && a->n > 1) {
		ask->any = true;
		err = search_find(a->ctx->db, a->ctx->mem, ask, &hits, &n);
		out->some_words = n > 0;
	}
	if (err)
		return err;
	out->more = n > SEARCH_NEWEST;
	if (out->more)
		n = SEARCH_NEWEST;
	out->count = (int64_t)n;
	out->pages = ((int64_t)n + SEARCH_PAGE - 1) / SEARCH_PAGE;
	names_lift(a, hits, n);
	if (n)
		qsort(hits, n, sizeof(*hits), by_weight);
	err = page_fill(a, hits, n, wish->page);
	if (err == ERR_OK && (!n || out->some_words) && wish->page == 1)
		err = search_guess(a, ask, &out->meant);
	return err;
}

enum err svc_search(struct ctx *ctx, const struct search_wish *wish,
		    struct search_answer *out)
{
	struct search_asked *a = arena_alloc(ctx->mem, sizeof(*a));
	struct search_ask ask = { 0 };
	enum err err;

	*out = (struct search_answer){
		.unknown = STR(""), .meant = STR(""), .first_name = STR(""),
		.page = wish->page,
	};
	a->ctx = ctx;
	a->memory = ctx->known ? ctx->known : analyse_memory_new(ctx->mem);
	a->text = wish->words;
	a->out = out;
	err = search_take_apart(a);
	out->asked = a->n > 0;
	if (err == ERR_OK && a->n)
		err = filters_take(a, wish, &ask);
	if (err == ERR_OK && a->n && !out->unknown.n)
		err = answer_find(a, wish, &ask);
	return err;
}

static void told(void *watcher, int64_t done, int64_t all)
{
	struct ctx *ctx = watcher;

	if (ctx->progress)
		ctx->progress(ctx->watcher, "progress.reindex", done, all);
}

enum err svc_reindex(struct ctx *ctx, int64_t *rows)
{
	struct search_watch watch = { told, ctx };
	enum err err = svc_begin(ctx);

	*rows = 0;
	if (err)
		return err;
	db_roomy(ctx->db, true);
	err = search_rebuild(ctx->db, &watch, rows);
	err = svc_end(ctx, err);
	db_roomy(ctx->db, false);
	return err;
}
