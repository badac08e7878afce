/* extra_chain.c - the chain and the voices on the page of a commitment */

#include "domain/document.h"
#include "domain/organisation.h"
#include "domain/pledge.h"
#include "domain/statement.h"
#include "domain/update.h"
#include "lang/words.h"
#include "ui/extra_draw.h"
#include "ui/view_chain.h"

enum err extra_chain(const struct extra_ask *a)
{
	const struct view *v = a->view;

	return view_chain(v->ctx, v->out, v->entity,
			  record_row_in(v->record)->id, false);
}

static void source_cell(const struct view *v, const struct ref *document,
			const struct entity *e, struct str code)
{
	html(v->out, "<td>");
	if (document->code.n)
		view_record(v->ctx, v->out, &document_entity, document);
	html(v->out, " <small>");
	view_record(v->ctx, v->out, e, &(struct ref){ .code = code });
	html(v->out, "</small></td></tr>\n");
}

/* An update is what its reporter says. */
static void update_row(const struct view *v, const struct update *u)
{
	struct ctx *ctx = v->ctx;
	const struct field *answer = entity_field(&update_entity,
						  STR("answer"));

	html(v->out, "<tr><th scope=\"row\">");
	if (u->organisation.id)
		view_record(ctx, v->out, &organisation_entity,
			    &u->organisation);
	else
		html(v->out, "%s", word(ctx->lang, "chain.update_of_source"));
	html(v->out, "</th><td>");
	if (text_empty(&u->body.text))
		view_words(ctx, v->out, &u->title, false);
	else
		view_words(ctx, v->out, &u->body.text, true);
	if (u->answer.v)
		html(v->out, "<p class=\"soft\">%s: %s</p>",
		     view_label(ctx, &update_entity, answer),
		     view_choice(ctx, "update", answer, u->answer));
	html(v->out, "</td><td>");
	view_date(v->out, ctx->lang, u->on);
	html(v->out, "</td>");
	source_cell(v, &u->document, &update_entity, u->row.code);
}

static void statement_row(const struct view *v, const struct statement *s)
{
	struct ctx *ctx = v->ctx;
	const struct field *voice = entity_field(&statement_entity,
						 STR("voice"));
	const struct field *step = entity_field(&statement_entity,
						STR("step"));

	html(v->out, "<tr><th scope=\"row\">%s",
	     view_choice(ctx, "statement", voice, s->voice));
	if (s->organisation.id) {
		html(v->out, "<br>");
		view_record(ctx, v->out, &organisation_entity,
			    &s->organisation);
	}
	html(v->out, "</th><td>");
	if (s->step.v)
		html(v->out, "<strong>%s</strong>",
		     view_choice(ctx, "statement", step, s->step));
	if (!text_empty(&s->reason.text))
		view_words(ctx, v->out, &s->reason.text, true);
	html(v->out, "</td><td>");
	view_date(v->out, ctx->lang, s->on);
	html(v->out, "</td>");
	source_cell(v, &s->document, &statement_entity, s->row.code);
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

static void silences(const struct view *v, void **said, size_t n)
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

		for (size_t i = 0; i < n; i++) {
			const struct statement *s = said[i];

			heard = heard || s->voice.v == asked[k].voice;
		}
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

enum err extra_voices(const struct extra_ask *a)
{
	const struct view *v = a->view;
	struct ctx *ctx = v->ctx;
	struct anyref about = { v->entity,
		{ .id = record_row_in(v->record)->id } };
	void **updates, **said;
	size_t updates_n, said_n;
	enum err err = repo_about(ctx->db, ctx->mem, &update_entity, &about,
				  ctx->lang, &updates, &updates_n);

	if (err == ERR_OK)
		err = repo_about(ctx->db, ctx->mem, &statement_entity, &about,
				 ctx->lang, &said, &said_n);
	if (err)
		return err;
	table_head(v);
	for (size_t i = 0; i < updates_n; i++)
		if (record_row_in(updates[i])->stage.v != STAGE_WITHDRAWN)
			update_row(v, updates[i]);
	for (size_t i = 0; i < said_n; i++)
		if (record_row_in(said[i])->stage.v != STAGE_WITHDRAWN)
			statement_row(v, said[i]);
	if (!updates_n && !said_n)
		silent_row(v, STATEMENT_VOICE_OWNER, "ui.unknown");
	silences(v, said, said_n);
	html(v->out, "</tbody></table></div></section>\n");
	return ERR_OK;
}
