/* extra_chain.c - the chain and the voices on the page of a commitment */

#include "domain/document.h"
#include "domain/organisation.h"
#include "domain/statement.h"
#include "domain/update.h"
#include "lang/words.h"
#include "store/report_queries.h"
#include "ui/extra_draw.h"
#include "ui/gathering.h"
#include "ui/markdown.h"
#include "ui/view_chain.h"

enum err extra_chain(const struct extra_ask *a)
{
	const struct view *v = a->view;

	return view_chain(v->ctx, v->out, v->entity, v->record, false);
}

static void source_cell(const struct view *v, const struct said *s,
			const struct entity *e)
{
	html(v->out, "<td>");
	if (s->document.id)
		gathering_link(v->ctx, v->out, &document_entity,
			       &s->document);
	html(v->out, " <small>");
	view_record(v->ctx, v->out, e, &(struct ref){ .code = s->of.code });
	html(v->out, "</small></td></tr>\n");
}

/* Long words, as paragraphs, in the language they are in. */
static void said_words(const struct view *v, const struct said *s)
{
	const struct lang_row *l = lang_row(s->words_lang);

	if (!s->words.n)
		return;
	html(v->out, "<div class=\"prose\" lang=\"%s\" dir=\"%s\">", l->tag,
	     l->dir);
	markdown_html(v->out, s->words);
	html(v->out, "</div>");
	if (s->rendering)
		view_mark(v->out, v->ctx->lang, "ui.mark.rendering");
}

/* An update is what its reporter says. */
static void update_row(const struct view *v, const struct said *s)
{
	struct ctx *ctx = v->ctx;
	const struct field *answer = entity_field(&update_entity,
						  STR("answer"));

	html(v->out, "<tr><th scope=\"row\">");
	if (s->by.id)
		gathering_link(ctx, v->out, &organisation_entity, &s->by);
	else
		html(v->out, "%s", word(ctx->lang, "chain.update_of_source"));
	html(v->out, "</th><td>");
	if (s->words.n)
		said_words(v, s);
	else
		gathering_link(ctx, v->out, &update_entity, &s->of);
	if (s->answer.v)
		html(v->out, "<p class=\"soft\">%s %s</p>",
		     view_label(ctx, &update_entity, answer),
		     view_choice(ctx, "update", answer, s->answer));
	html(v->out, "</td><td>");
	view_date(v->out, ctx->lang, s->on);
	html(v->out, "</td>");
	source_cell(v, s, &update_entity);
}

static void statement_row(const struct view *v, const struct said *s)
{
	struct ctx *ctx = v->ctx;
	const struct field *voice = entity_field(&statement_entity,
						 STR("voice"));
	const struct field *step = entity_field(&statement_entity,
						STR("step"));

	html(v->out, "<tr><th scope=\"row\">%s",
	     view_choice(ctx, "statement", voice, s->voice));
	if (s->by.id) {
		html(v->out, "<br>");
		gathering_link(ctx, v->out, &organisation_entity, &s->by);
	}
	html(v->out, "</th><td>");
	if (s->step.v)
		html(v->out, "<strong>%s</strong>",
		     view_choice(ctx, "statement", step, s->step));
	said_words(v, s);
	html(v->out, "</td><td>");
	view_date(v->out, ctx->lang, s->on);
	html(v->out, "</td>");
	source_cell(v, s, &statement_entity);
}

/* A voice of which nothing was found stands there all the same. */
static void silent_row(const struct view *v, int voice, const char *key)
{
	const struct field *f = entity_field(&statement_entity, STR("voice"));

	html(v->out, "<tr><th scope=\"row\">%s</th><td>",
	     view_choice(v->ctx, "statement", f,
			 (struct choice){ (uint8_t)voice }));
	html(v->out, "<span class=\"mark unknown\">%s</span>",
	     word(v->ctx->lang, key));
	html(v->out, "</td><td></td><td></td></tr>\n");
}

static void silences(const struct view *v, const struct said *said,
		     size_t n)
{
	static const struct {
		int voice;
		const char *key;
	} asked[] = {
		{ STATEMENT_VOICE_REGION, "chain.no_region" },
		{ STATEMENT_VOICE_NETWORK, "ui.unknown" },
	};

	for (size_t k = 0; k < COUNT(asked); k++) {
		bool heard = false;

		for (size_t i = 0; i < n; i++)
			heard = heard || said[i].voice.v == asked[k].voice;
		if (!heard)
			silent_row(v, asked[k].voice, asked[k].key);
	}
}

static void table_head(const struct view *v)
{
	enum lang l = v->ctx->lang;

	html(v->out, "<section id=\"voices\"><h2>%s</h2>"
	     "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
	     "aria-label=\"%s\"><table class=\"voices-table stack\">"
	     "<caption>%s</caption>"
	     "<thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
	     "<th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>"
	     "<tbody>\n", word(l, "chain.voices"), word(l, "chain.voices"),
	     word(l, "chain.voices.caption"), word(l, "statement.voice"),
	     word(l, "chain.announced"), word(l, "statement.on"),
	     word(l, "ui.sources"));
}

/* What the table has said need not be listed again. */
static void others_that_refer(const struct extra_ask *a)
{
	struct referring *rest = arena_array(a->view->ctx->mem,
					     a->referring_n + 1,
					     sizeof(*rest));
	size_t n = 0;

	for (size_t i = 0; i < a->referring_n; i++)
		if (a->referring[i].entity != &update_entity &&
		    a->referring[i].entity != &statement_entity)
			rest[n++] = a->referring[i];
	view_referring(a->view, rest, n);
}

enum err extra_voices(const struct extra_ask *a)
{
	const struct view *v = a->view;
	struct ctx *ctx = v->ctx;
	struct said *said;
	size_t n = query_said_about(ctx->db, ctx->mem, v->entity,
				    record_row_in(v->record)->id, ctx->lang,
				    &said);

	if (db_err(ctx->db))
		return db_err(ctx->db);
	table_head(v);
	for (size_t i = 0; i < n; i++) {
		if (said[i].voice.v)
			statement_row(v, &said[i]);
		else
			update_row(v, &said[i]);
	}
	if (!n)
		silent_row(v, STATEMENT_VOICE_OWNER, "ui.unknown");
	silences(v, said, n);
	html(v->out, "</tbody></table></div></section>\n");
	others_that_refer(a);
	return ERR_OK;
}
