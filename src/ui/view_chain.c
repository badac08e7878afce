/* view_chain.c - the chain of a record, drawn and read */

#include "ui/view_chain.h"

#include "domain/link.h"
#include "lang/words.h"
#include "report/picture_chain.h"
#include "report/svg.h"
#include "ui/piece.h"
#include "ui/view.h"

/* Names of the columns; the order of enum chain_place. */
static const char *const heads[CHAIN_PLACES] = {
	[CHAIN_PLEDGE] = "pledge",
	[CHAIN_PLAN] = "plan",
	[CHAIN_GOAL] = "goal",
	[CHAIN_ACTION] = "action",
	[CHAIN_MILESTONE] = "milestone",
	[CHAIN_UPDATE] = "update",
	[CHAIN_REVIEW] = "chain.review",
	[CHAIN_FORUM] = "chain.forum",
};

static bool is_inferred(const struct chain_node *n)
{
	return n->provenance.v == LINK_PROVENANCE_INFERRED;
}

static void part(struct buf *b, const char *words)
{
	if (b->n)
		buf_add_cstr(b, " · ");
	buf_add_cstr(b, words);
}

/* What stands above the title in a box: that it is no public record yet, that
 * we tied it, the day. */
static struct str small_line(struct ctx *ctx, const struct chain_node *n)
{
	struct buf b;

	buf_init(&b);
	if (n->draft)
		part(&b, word(ctx->lang, "row.stage.draft"));
	if (is_inferred(n))
		part(&b, word(ctx->lang, "ui.mark.inferred"));
	if (date_is_set(n->on))
		part(&b, "");
	date_words(&b, ctx->lang, n->on);
	return piece_plain(ctx, &b);
}

/* "Action A-001: title" as the name of the link. */
static struct str full_name(struct ctx *ctx, const struct chain_node *n)
{
	struct buf b;

	buf_init(&b);
	buf_add_cstr(&b, word(ctx->lang, n->entity->name));
	buf_add_char(&b, ' ');
	buf_add(&b, n->code);
	buf_add_cstr(&b, ": ");
	buf_add(&b, n->title);
	if (is_inferred(n)) {
		buf_add_cstr(&b, " · ");
		buf_add_cstr(&b, word(ctx->lang, "ui.mark.inferred"));
	}
	return piece_plain(ctx, &b);
}

static struct chain_box box_of(struct ctx *ctx, const struct chain_node *n)
{
	struct chain_box b = {
		.column = (int)n->place, .parent = n->parent,
		.look = CHAIN_LOOK_GAP, .title_lang = ctx->lang,
		.line = STR(""), .url = STR(""), .name = STR("") };

	if (n->gap) {
		b.title = str_of(word(ctx->lang, n->gap));
		return b;
	}
	b.look = n->self ? CHAIN_LOOK_SELF : CHAIN_LOOK_RECORD;
	b.inferred = is_inferred(n);
	b.title = n->title.n ? n->title : n->code;
	b.title_lang = n->title_lang;
	b.line = small_line(ctx, n);
	b.url = piece_record_url(ctx, n->entity, n->code, NULL);
	b.name = full_name(ctx, n);
	return b;
}

/* The whole chain in words, for who cannot see the picture. */
static struct str description(struct ctx *ctx, const struct chain *c)
{
	struct buf b;
	int64_t gaps = 0;

	for (size_t i = 0; i < c->n; i++)
		gaps += c->nodes[i].gap != NULL;
	buf_init(&b);
	text_word_n(&b, ctx->lang, "chain.n_records",
		    (int64_t)c->n - gaps, NULL, 0);
	buf_add_cstr(&b, word(ctx->lang, "ui.comma"));
	buf_add_char(&b, ' ');
	text_word_n(&b, ctx->lang, "chain.n_gaps", gaps, NULL, 0);
	return piece_plain(ctx, &b);
}

static void drawn(struct ctx *ctx, struct buf *out, const struct chain *c)
{
	struct chain_box *boxes = arena_array(ctx->mem, c->n + 1,
					      sizeof(*boxes));
	struct str names[CHAIN_PLACES];
	struct picture p;

	for (size_t i = 0; i < c->n; i++)
		boxes[i] = box_of(ctx, &c->nodes[i]);
	for (size_t i = 0; i < CHAIN_PLACES; i++)
		names[i] = str_of(word(ctx->lang, heads[i]));
	picture_init(&p, ctx->mem, ctx->lang, 1120);
	p.title = str_of(word(ctx->lang, "chain.title"));
	p.desc = description(ctx, c);
	picture_chain(&p, &(struct chain_drawing){
		.boxes = boxes, .n = c->n, .heads = names,
		.heads_n = CHAIN_PLACES });
	html(out, "<figure class=\"pic-wide\"><div class=\"scroll\">");
	svg_write(out, &p, "chain", "chain");
	html(out, "</div><figcaption>%s</figcaption></figure>\n",
	     word(ctx->lang, "chain.legend"));
}

static void list_item(struct ctx *ctx, struct buf *out,
		      const struct chain_node *n)
{
	if (n->gap) {
		html(out, "<span class=\"mark unknown\">%s</span>",
		     word(ctx->lang, n->gap));
		return;
	}
	html(out, "<span class=\"soft\">%s</span> ",
	     word(ctx->lang, n->entity->name));
	if (n->self)
		html(out, "<strong>");
	view_record_coded(ctx, out, n->entity, &(struct ref){
		.code = n->code, .shown = n->title,
		.shown_lang = n->title_lang });
	if (n->self)
		html(out, "</strong>");
	if (date_is_set(n->on)) {
		html(out, " · ");
		view_date(out, ctx->lang, n->on);
	}
	if (n->draft)
		view_mark(out, ctx->lang, "row.stage.draft");
	view_provenance(out, ctx->lang, n->provenance);
}

/* The children of a node; roots when root. */
static void list_under(struct ctx *ctx, struct buf *out,
		       const struct chain *c, size_t parent, bool root)
{
	bool some = false;

	for (size_t i = root ? 0 : parent + 1; i < c->n; i++) {
		const struct chain_node *n = &c->nodes[i];

		if (root ? n->parent != i : n->parent != parent || i == parent)
			continue;
		html(out, some ? "<li class=\"%s\">"
			       : "<ul><li class=\"%s\">",
		     n->gap ? "gap" : is_inferred(n) ? "inferred" : "known");
		some = true;
		list_item(ctx, out, n);
		list_under(ctx, out, c, i, false);
		html(out, "</li>\n");
	}
	if (some)
		html(out, "</ul>");
}

static void chain_list(struct ctx *ctx, struct buf *out,
		       const struct chain *chain)
{
	html(out, "<div class=\"chain-list\">");
	list_under(ctx, out, chain, 0, true);
	html(out, "</div>\n");
}

enum err view_chain(struct ctx *ctx, struct buf *out, const struct entity *e,
		    const void *record, bool list_open)
{
	struct chain chain;
	enum err err = svc_chain_of(ctx, e, record, &chain);

	if (err)
		return err;
	html(out, "<section id=\"the-chain\"><h2>%s</h2>\n",
	     word(ctx->lang, "chain.title"));
	drawn(ctx, out, &chain);
	html(out, list_open ? "<details class=\"as-list of-chain\" open><summary>%s"
			      "</summary>\n"
			    : "<details class=\"as-list of-chain\"><summary>%s"
			      "</summary>\n",
	     word(ctx->lang, "chain.as_list"));
	chain_list(ctx, out, &chain);
	html(out, "</details>\n");
	if (chain.cut || chain.n > CHAIN_BOXES_MAX)
		html(out, "<p class=\"legend\">%s</p>\n",
		     word(ctx->lang, "chain.cut"));
	html(out, "</section>\n");
	return ERR_OK;
}
