/* form_texts.c - what a form says beside the words of a stored record */

#include "ui/form_texts.h"

#include "domain/term.h"
#include "lang/words.h"
#include "service/svc_terms.h"
#include "store/text_queries.h"
#include "ui/piece.h"
#include "ui/view.h"

enum { TERMS_SHOWN = 12 };

struct form_texts {
	const struct entity *entity;
	const void *record;
	struct instant *written;	/* see texts_written */
	struct term_bank bank;
};

const struct form_texts *form_texts_load(struct ctx *ctx,
					 const struct entity *e,
					 const void *record)
{
	struct form_texts *t;

	if (!record_row_in(record)->id)
		return NULL;
	t = arena_alloc(ctx->mem, sizeof(*t));
	t->entity = e;
	t->record = record;
	t->written = arena_array(ctx->mem, e->fields_n * LANG_N,
				 sizeof(*t->written));
	if (texts_written(ctx->db, e, record_row_in(record)->id, t->written) ||
	    svc_term_bank(ctx, &t->bank))
		return NULL;
	return t;
}

static struct instant source_since(const struct form_texts *texts,
				   const struct field *f, enum lang source)
{
	return texts->written[(size_t)(f - texts->entity->fields) * LANG_N +
			      source];
}

void form_text_state(struct ctx *ctx, struct buf *out,
		     const struct form_texts *texts, const struct field *f,
		     enum lang l)
{
	const struct text *t = field_text_in(f, texts->record);
	enum lang source = text_source(t);

	if (source == LANG_N || (f->flags & VERBATIM && l != source))
		return;
	html(out, " <span class=\"mark\">");
	if (l == source) {
		html(out, "%s", word(ctx->lang, "text.origin.source"));
	} else if (!t->in[l].body.n) {
		html(out, "%s", word(ctx->lang, "text.state.missing"));
	} else if (text_out_of_date(t, l)) {
		html(out, "%s, %s ", word(ctx->lang, "text.state.out_of_date"),
		     word(ctx->lang, "translation.since"));
		view_instant(ctx, out, source_since(texts, f, source));
	} else {
		html(out, "%s", word(ctx->lang, view_key(ctx->mem,
			"text.state", text_state_name(t->in[l].state), NULL)));
	}
	html(out, "</span>\n");
}

static void term(struct ctx *ctx, struct buf *out, const struct bank_term *t)
{
	struct str url = piece_record_url(ctx, &term_entity, t->code, NULL);
	bool more = false;

	html(out, "<li>");
	for (enum lang l = 0; l < LANG_N; l++) {
		const struct lang_row *row = lang_row(l);

		if (!t->title[l].n)
			continue;
		html(out, more ? " · <bdi lang=\"%s\" dir=\"%s\">%.*s</bdi>" :
		     "<bdi lang=\"%s\" dir=\"%s\">%.*s</bdi>", row->tag,
		     row->dir, STR_ARG(t->title[l]));
		more = true;
	}
	html(out, " <a href=\"%.*s\">", STR_ARG(url));
	view_code(out, t->code);
	html(out, "</a></li>\n");
}

void form_text_terms(struct ctx *ctx, struct buf *out,
		     const struct form_texts *texts, struct str words)
{
	const struct bank_term *found[TERMS_SHOWN];
	size_t n = svc_terms_in(ctx->mem, &texts->bank, words, found,
				TERMS_SHOWN);

	if (!n)
		return;
	html(out, "<div class=\"terms\"><p>%s</p><ul>\n",
	     word(ctx->lang, "form.terms"));
	for (size_t i = 0; i < n; i++)
		term(ctx, out, found[i]);
	html(out, "</ul></div>\n");
}
