/* extra_seats.c - seats and their holders, on the pages of organisations,
 * bodies and people */

#include "domain/document.h"
#include "domain/holding.h"
#include "domain/organisation.h"
#include "domain/person.h"
#include "domain/seat.h"
#include "lang/words.h"
#include "store/seat_queries.h"
#include "ui/extra_draw.h"
#include "ui/gathering.h"

/* Never "current": from when to when, or on which day a source attests. */
static void period(const struct view *v, const struct seated *s)
{
	struct ctx *ctx = v->ctx;

	if (date_is_set(s->from_on) || date_is_set(s->to_on)) {
		html(v->out, "<bdi>");
		date_range_words(v->out, ctx->lang, s->from_on, s->to_on);
		html(v->out, "</bdi>");
	}
	if (date_is_set(s->attested_on)) {
		html(v->out, " <span class=\"soft\">%s ",
		     word(ctx->lang, "holding.attested_on"));
		view_date(v->out, ctx->lang, s->attested_on);
		html(v->out, "</span>");
	}
}

static void holder(const struct view *v, const struct seated *s,
		   bool with_name)
{
	struct ctx *ctx = v->ctx;

	html(v->out, "<td>");
	if (!s->holding.n) {
		view_unknown(v->out, ctx->lang);
		html(v->out, "</td>");
		return;
	}
	if (with_name) {
		gathering_link(ctx, v->out, &person_entity, &s->person);
		html(v->out, " ");
	}
	period(v, s);
	if (s->document.id) {
		html(v->out, " <span class=\"soft\">");
		gathering_link(ctx, v->out, &document_entity, &s->document);
		html(v->out, "</span>");
	}
	html(v->out, " <small>");
	view_record(ctx, v->out, &holding_entity,
		    &(struct ref){ .code = s->holding });
	html(v->out, "</small></td>");
}

static void row(const struct view *v, const struct seated *s, bool with_name)
{
	struct ctx *ctx = v->ctx;

	html(v->out, "<tr><th scope=\"row\">");
	gathering_link(ctx, v->out, &seat_entity, &s->seat);
	html(v->out, "</th><td>");
	if (s->organisation.id)
		gathering_link(ctx, v->out, &organisation_entity,
			       &s->organisation);
	html(v->out, "</td><td>");
	if (s->body.id)
		gathering_link(ctx, v->out, &organisation_entity, &s->body);
	if (s->body.id && s->open)
		view_mark(v->out, ctx->lang, "seat.open");
	html(v->out, "</td>");
	holder(v, s, with_name);
	html(v->out, "</tr>\n");
}

static void table(const struct view *v, const struct seated *list, size_t n,
		  bool with_name)
{
	enum lang l = v->ctx->lang;

	if (!n)
		return;
	html(v->out, "<section id=\"seats\"><h2>%s</h2>"
	     "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
	     "aria-label=\"%s\"><table class=\"list\"><thead><tr>"
	     "<th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
	     "<th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>"
	     "<tbody>\n", word(l, "seat.held"), word(l, "seat.held"),
	     word(l, "seat"), word(l, "seat.organisation"),
	     word(l, "seat.body"), word(l, "seat.holder"));
	for (size_t i = 0; i < n; i++)
		row(v, &list[i], with_name);
	html(v->out, "</tbody></table></div></section>\n");
}

/* The table has said it of this kind of record; the others still refer. */
static void referring_but(const struct extra_ask *a, const struct entity *e)
{
	struct referring *rest = arena_array(a->view->ctx->mem,
					     a->referring_n + 1,
					     sizeof(*rest));
	size_t n = 0;

	for (size_t i = 0; i < a->referring_n; i++)
		if (a->referring[i].entity != e)
			rest[n++] = a->referring[i];
	view_referring(a->view, rest, n);
}

enum err extra_organisation_below(const struct extra_ask *a)
{
	const struct view *v = a->view;
	struct ctx *ctx = v->ctx;
	struct seated *list;
	size_t n = query_seats_of(ctx->db, ctx->mem,
				  record_row_in(v->record)->id, ctx->lang,
				  &list);

	table(v, list, n, true);
	referring_but(a, &seat_entity);
	return db_err(ctx->db);
}

enum err extra_person_below(const struct extra_ask *a)
{
	const struct view *v = a->view;
	struct ctx *ctx = v->ctx;
	struct seated *list;
	size_t n = query_seats_held(ctx->db, ctx->mem,
				    record_row_in(v->record)->id, ctx->lang,
				    &list);

	table(v, list, n, false);
	referring_but(a, &holding_entity);
	return db_err(ctx->db);
}
