/* extra_document.c - what rests on a document */

#include "base/url.h"
#include "domain/document.h"
#include "lang/words.h"
#include "service/svc_record.h"
#include "ui/extra_draw.h"
#include "ui/view_fact.h"
#include "ui/piece.h"

enum {
	FACTS_ASKED = 300,	/* among which those with a title are sought */
	FACTS_SHOWN = 64
};

/* One row of the source: where it stands, what it says, which record of
 * ours it led to. */
static void fact_row(const struct view *v, const struct fact *fact)
{
	struct ctx *ctx = v->ctx;

	html(v->out, "<tr><td>");
	if (fact->locator.s.n)
		view_locator(ctx, v->out, fact->locator.s);
	html(v->out, "</td><th scope=\"row\">");
	view_record(ctx, v->out, &fact_entity, &(struct ref){
		.code = fact->row.code, .shown = fact->row.heading,
		.shown_lang = fact->row.heading_lang });
	view_provenance(v->out, ctx->lang, fact->kind);
	html(v->out, "</th><td>");
	view_record_coded(ctx, v->out, fact->about.entity, &fact->about.to);
	html(v->out, "</td></tr>\n");
}

/* Those that tell a sentence of the source before those that only back a
 * field; how many were drawn. */
static size_t fact_rows(const struct view *v, const struct list_page *facts,
			bool titled, size_t most)
{
	size_t n = 0;

	for (size_t i = 0; i < facts->n && n < most; i++) {
		const struct row *row = record_row_in(facts->records[i]);
		bool has_title = row->heading.n &&
				 !str_eq(row->heading, row->code);

		if (has_title != titled)
			continue;
		fact_row(v, facts->records[i]);
		n++;
	}
	return n;
}

enum err extra_document_below(const struct extra_ask *a)
{
	const struct view *v = a->view;
	struct ctx *ctx = v->ctx;
	const struct row *row = record_row_in(v->record);
	struct list_ask ask = {
		.way = list_way_find(&fact_entity, STR("document"),
				     STR("")),
		.filter_value = row->code, .gap_before = STR(""),
		.after = STR(""), .limit = FACTS_ASKED,
	};
	struct list_page facts;
	size_t shown;
	enum err err = svc_list(ctx, &ask, &facts);

	if (err || !facts.n)
		return err;
	html(v->out, "<section id=\"rests\"><h2>%s</h2>"
	     "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
	     "aria-label=\"%s\"><table class=\"list\"><thead><tr>"
	     "<th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
	     "<th scope=\"col\">%s</th></tr></thead><tbody>\n",
	     word(ctx->lang, "document.rests"),
	     word(ctx->lang, "document.rests"),
	     word(ctx->lang, "fact.locator"), word(ctx->lang, "fact"),
	     word(ctx->lang, "fact.about"));
	shown = fact_rows(v, &facts, true, FACTS_SHOWN);
	shown += fact_rows(v, &facts, false, FACTS_SHOWN - shown);
	html(v->out, "</tbody></table></div>\n");
	if (facts.next.n || shown < facts.n)
		html(v->out, "<p class=\"legend\">%s <a href=\"%.*s\">%s"
		     "</a></p>\n", word(ctx->lang, "document.more"),
		     STR_ARG(url_with(ctx->mem, piece_url(ctx, "facts", NULL),
				      "document", row->code)),
		     word(ctx->lang, "fact.many"));
	html(v->out, "</section>\n");
	return ERR_OK;
}
