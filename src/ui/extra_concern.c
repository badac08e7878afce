/* extra_concern.c - what concerns a provision, a place or a theme, kind by
 * kind; a term in all its languages */

#include "domain/action.h"
#include "domain/document.h"
#include "domain/event.h"
#include "domain/goal.h"
#include "domain/link_kinds.h"
#include "domain/milestone.h"
#include "domain/organisation.h"
#include "domain/plan.h"
#include "domain/pledge.h"
#include "domain/provision.h"
#include "domain/update.h"
#include "lang/words.h"
#include "ui/extra_draw.h"

/* What a reader looks for first. What is not named here comes after. */
static const struct entity *const first[] = {
	&pledge_entity, &plan_entity, &goal_entity, &action_entity,
	&milestone_entity, &update_entity, &event_entity,
	&organisation_entity, &document_entity,
};

/* Links of one kind and direction to records of one entity. */
struct sieve {
	const struct entity *e;
	const struct link_kind *kind;
	bool out;
};

static size_t sifted(const struct extra_ask *a, const struct sieve *s,
		     struct linked *some)
{
	size_t n = 0;

	for (size_t i = 0; i < a->links_n; i++) {
		const struct linked *l = &a->links[i];

		if (l->other.entity == s->e && l->out == s->out &&
		    l->kind.v == s->kind->kind)
			some[n++] = *l;
	}
	return n;
}

static void one_way(const struct extra_ask *a, const struct sieve *s,
		    struct linked *some)
{
	const struct view *v = a->view;
	size_t n = sifted(a, s, some);

	if (!n)
		return;
	html(v->out, "<dt>%s</dt><dd>",
	     word(v->ctx->lang, view_key(v->ctx->mem, "link", s->kind->name,
					 s->out ? "out" : "in")));
	view_links_of(v, some, n, s->kind->name, s->out);
	html(v->out, "</dd>\n");
}

/* All that ties the record to records of one entity, under their name. */
static void of_entity(const struct extra_ask *a, const struct entity *e)
{
	const struct view *v = a->view;
	struct linked *some;
	const struct link_kind *k;
	size_t n = 0;

	for (size_t i = 0; i < a->links_n; i++)
		n += a->links[i].other.entity == e;
	if (!n)
		return;
	some = arena_array(v->ctx->mem, n, sizeof(*some));
	html(v->out, "<section><h2>%s <small>",
	     word(v->ctx->lang, view_key(v->ctx->mem, e->name, "many", NULL)));
	number_add(v->out, v->ctx->lang, (int64_t)n);
	html(v->out, "</small></h2><dl class=\"fact links\">\n");
	for (size_t i = 0; (k = link_kind_at(i)); i++) {
		one_way(a, &(struct sieve){ e, k, false }, some);
		one_way(a, &(struct sieve){ e, k, true }, some);
	}
	html(v->out, "</dl></section>\n");
}

static bool comes_first(const struct entity *e)
{
	for (size_t i = 0; i < COUNT(first); i++)
		if (first[i] == e)
			return true;
	return false;
}

/* An objective that no pledge answers says so, before all else. */
static void unanswered(const struct extra_ask *a)
{
	const struct view *v = a->view;
	const struct provision *p;

	if (v->entity != &provision_entity)
		return;
	p = v->record;
	if (p->kind.v != PROVISION_OBJECTIVE)
		return;
	for (size_t i = 0; i < a->links_n; i++)
		if (a->links[i].other.entity == &pledge_entity)
			return;
	html(v->out, "<p><span class=\"mark unknown\">%s</span></p>\n",
	     word(v->ctx->lang, "home.objective.none"));
}

void extra_concern_links(const struct extra_ask *a)
{
	unanswered(a);
	for (size_t i = 0; i < COUNT(first); i++)
		of_entity(a, first[i]);
	for (size_t i = 0; i < entities_n; i++)
		if (!comes_first(entities[i]))
			of_entity(a, entities[i]);
}

static void term_row(const struct view *v, const struct text *t, enum lang l)
{
	const struct text_body *b = &t->in[l];
	const struct lang_row *row = lang_row(l);

	html(v->out, "<tr><th scope=\"row\" lang=\"%s\">%s</th><td>",
	     row->tag, row->self);
	if (!b->body.n) {
		view_unknown(v->out, v->ctx->lang);
		html(v->out, "</td><td></td></tr>\n");
		return;
	}
	html(v->out, "<strong>");
	view_text(v->out, v->ctx->lang, b->body, l);
	html(v->out, "</strong></td><td>%s",
	     word(v->ctx->lang, view_key(v->ctx->mem, "text.origin",
					 text_origin_name(b->origin), NULL)));
	if (b->state == TEXT_DRAFT)
		view_mark(v->out, v->ctx->lang, "ui.mark.draft");
	html(v->out, "</td></tr>\n");
}

void extra_term_links(const struct extra_ask *a)
{
	const struct view *v = a->view;
	const struct field *f = entity_heading(v->entity);
	enum lang l = v->ctx->lang;

	html(v->out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
	     "aria-label=\"%s\"><table class=\"term\"><caption>%s</caption>"
	     "<thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
	     "<th scope=\"col\">%s</th></tr></thead><tbody>\n",
	     word(l, "term.languages"), word(l, "term.languages"),
	     word(l, "term.language"), word(l, "term"),
	     word(l, "text.origin"));
	for (enum lang of = 0; of < LANG_N; of++)
		term_row(v, field_text_in(f, v->record), of);
	html(v->out, "</tbody></table></div>\n");
	view_links(v, a->links, a->links_n);
}
