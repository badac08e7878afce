/* ui_report_back.c - what the State can tell at the next forum, on a sheet */

#include "base/url.h"
#include "domain/document.h"
#include "domain/statement.h"
#include "domain/update.h"
#include "service/svc_overview.h"
#include "store/report_queries.h"
#include "ui/page.h"
#include "ui/piece.h"
#include "ui/ui_special.h"
#include "ui/view.h"
#include "ui/view_years.h"

enum { SOURCES_MAX = 60 };

/* Documents named on the sheet, once each, in the order of their naming. */
struct sources {
	struct ref list[SOURCES_MAX];
	size_t n;
	enum lang lang;			/* of the sheet */
};

/* What was said, of pledges or of objectives. */
struct told {
	struct said *list;
	size_t n;
};

/* The number of a document in the list; 0: none. */
static size_t source_no(struct sources *s, const struct ref *document)
{
	size_t i = 0;

	if (!document->code.n)
		return 0;
	while (i < s->n && s->list[i].id != document->id)
		i++;
	if (i == SOURCES_MAX)
		return 0;
	if (i == s->n)
		s->list[s->n++] = *document;
	return i + 1;
}

static void source_mark(struct buf *out, struct sources *s,
			const struct ref *document)
{
	size_t no = source_no(s, document);

	if (!no)
		return;
	html(out, " <span class=\"refs\"><a href=\"#source-%zu\">", no);
	number_add_plain(out, s->lang, (int64_t)no);
	html(out, "</a></span>");
}

static struct ref ref_of(const struct titled *t)
{
	return (struct ref){ .id = t->id, .code = t->code,
			     .shown = t->title, .shown_lang = t->lang };
}

/* A cell that can say what its column is, where columns do not fit. */
static void cell(struct ctx *ctx, struct buf *out, const char *head)
{
	html(out, "<td data-head=\"%s\">", word(ctx->lang, head));
}

static void promised(struct ctx *ctx, struct buf *out,
		     const struct pledge *p)
{
	cell(ctx, out, "report_back.promised");
	if (text_empty(&p->summary.text))
		view_mark(out, ctx->lang, "home.known.title_only");
	else
		view_words(ctx, out, &p->summary.text, true);
	html(out, "</td>");
}

/* "10 May 2022 · " */
static void day(struct ctx *ctx, struct buf *out, struct date on)
{
	if (!date_is_set(on))
		return;
	view_date(out, ctx->lang, on);
	html(out, " · ");
}

/* What was said, in its words if there are any. */
static void said_words(struct ctx *ctx, struct buf *out,
		       const struct said *s)
{
	if (!s->words.n) {
		struct ref to = ref_of(&s->of);

		view_record(ctx, out, &update_entity, &to);
		return;
	}
	view_text(out, ctx->lang, s->words, s->words_lang);
	if (s->rendering)
		view_mark(out, ctx->lang, "ui.mark.rendering");
}

/* The last thing known, and every update beside it. */
static void announced(struct ctx *ctx, struct buf *out, struct sources *s,
		      const struct pledge_line *line,
		      const struct told *updates)
{
	bool some = line->known == KNOWN_MILESTONE;

	cell(ctx, out, "report_back.announced");
	html(out, "<ul class=\"plain\">");
	if (some) {
		html(out, "<li>");
		day(ctx, out, line->on);
		view_record(ctx, out, line->entity, &(struct ref){
			.code = line->code, .shown = line->title,
			.shown_lang = line->title_lang });
		html(out, "</li>");
	}
	for (size_t i = 0; i < updates->n; i++) {
		const struct said *u = &updates->list[i];
		struct ref document = ref_of(&u->document);

		if (u->about.id != line->pledge->row.id)
			continue;
		html(out, "<li>");
		day(ctx, out, u->on);
		said_words(ctx, out, u);
		if (u->answer.v == UPDATE_ANSWER_NONE)
			view_mark(out, ctx->lang, "home.known.no_answer");
		html(out, " <small>");
		view_record(ctx, out, &update_entity,
			    &(struct ref){ .code = u->of.code });
		html(out, "</small>");
		source_mark(out, s, &document);
		html(out, "</li>");
		some = true;
	}
	if (!some)
		html(out, "<li><span class=\"mark\">%s</span></li>",
		     word(ctx->lang, "home.known.text"));
	html(out, "</ul></td>");
}

/* What the records do not say of a pledge, each in its own words. */
static void unknowns(struct ctx *ctx, struct buf *out,
		     const struct pledge_line *line)
{
	static const char *const names[] = {
		"summary", "committed_on", "due_on", "target",
	};
	bool some = false;

	cell(ctx, out, "report_back.unknown");
	html(out, "<ul class=\"plain soft\">");
	for (size_t i = 0; i < COUNT(names); i++) {
		const struct field *f = entity_field(&pledge_entity,
						     str_of(names[i]));

		if (!field_empty(f, line->pledge))
			continue;
		html(out, "<li>%s</li>", view_label(ctx, &pledge_entity, f));
		some = true;
	}
	if (line->known < KNOWN_MILESTONE)
		html(out, "<li>%s</li>",
		     word(ctx->lang, "report_back.since"));
	else if (line->answer.v == UPDATE_ANSWER_NONE)
		html(out, "<li>%s</li>",
		     word(ctx->lang, "report_back.reached"));
	else if (!some)
		html(out, "<li>–</li>");
	html(out, "</ul></td>");
}

static void sheet(struct ctx *ctx, struct buf *out, struct sources *s,
		  const struct overview *o, const struct told *updates)
{
	enum lang l = ctx->lang;

	html(out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
	     "aria-label=\"%s\"><table class=\"sheet stack\"><thead><tr>"
	     "<th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
	     "<th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>"
	     "<tbody>\n", word(l, "report_back.title"), word(l, "pledge"),
	     word(l, "report_back.promised"), word(l, "report_back.announced"),
	     word(l, "report_back.unknown"));
	for (size_t i = 0; i < o->pledges_n; i++) {
		const struct pledge_line *line = &o->pledges[i];
		const struct row *row = &line->pledge->row;

		html(out, "<tr><th scope=\"row\">");
		view_record_coded(ctx, out, &pledge_entity, &(struct ref){
			.code = row->code, .shown = row->heading,
			.shown_lang = row->heading_lang });
		view_stage(out, ctx->lang, row->stage);
		source_mark(out, s, &line->pledge->document);
		html(out, "<p><a class=\"soft\" href=\"%.*s\">%s</a></p></th>",
		     STR_ARG(piece_record_url(ctx, &pledge_entity, row->code,
					      "chain")),
		     word(ctx->lang, "report_back.chain"));
		promised(ctx, out, line->pledge);
		announced(ctx, out, s, line, updates);
		unknowns(ctx, out, line);
		html(out, "</tr>\n");
	}
	html(out, "</tbody></table></div>\n");
	/* What does not stand on the sheet is said to be missing. */
	if (o->pledges_cut)
		html(out, "<p class=\"legend\">%s</p>\n",
		     word(l, "home.pledges_cut"));
	if (o->heard_cut)
		html(out, "<p class=\"legend\">%s</p>\n",
		     word(l, "home.heard_cut"));
}

/* What those who act have named as their priorities. */
static void priorities(struct ctx *ctx, struct buf *out, struct sources *s,
		       const struct told *said)
{
	html(out, "<section id=\"priorities\"><h2>%s</h2>"
	     "<p class=\"legend\">%s</p>\n",
	     word(ctx->lang, "report_back.priorities"),
	     word(ctx->lang, "report_back.priorities.help"));
	if (!said->n) {
		html(out, "<p>");
		view_unknown(out, ctx->lang);
		html(out, "</p></section>\n");
		return;
	}
	html(out, "<ul class=\"plain\">\n");
	for (size_t i = 0; i < said->n; i++) {
		const struct said *t = &said->list[i];
		struct ref about = ref_of(&t->about);
		struct ref document = ref_of(&t->document);

		html(out, "<li>");
		view_record_coded(ctx, out, &provision_entity, &about);
		html(out, "<br>");
		day(ctx, out, t->on);
		view_text(out, ctx->lang, t->words, t->words_lang);
		if (t->rendering)
			view_mark(out, ctx->lang, "ui.mark.rendering");
		html(out, " <small>");
		view_record(ctx, out, &statement_entity,
			    &(struct ref){ .code = t->of.code });
		html(out, "</small>");
		source_mark(out, s, &document);
		html(out, "</li>\n");
	}
	html(out, "</ul></section>\n");
}

static void sources_list(struct ctx *ctx, struct buf *out,
			 const struct sources *s)
{
	if (!s->n)
		return;
	html(out, "<section id=\"sources\"><h2>%s</h2><ol class=\"sources\">\n",
	     word(ctx->lang, "ui.sources"));
	for (size_t i = 0; i < s->n; i++) {
		html(out, "<li id=\"source-%zu\">", i + 1);
		view_record_coded(ctx, out, &document_entity, &s->list[i]);
		html(out, "</li>\n");
	}
	html(out, "</ol></section>\n");
}

/* Under the heading: from which forum to which, and on which day. */
static void between(struct ctx *ctx, struct buf *out,
		    const struct overview *o)
{
	struct hole holes[3] = { { .name = "forum" }, { .name = "next" },
				 { .name = "date" } };
	struct buf b;

	if (!o->forum)
		return;
	buf_init(&b);
	view_date(&b, ctx->lang, ctx->today);
	holes[2].markup = piece_made(ctx, &b);
	holes[0].markup = piece_text(ctx, piece_record_url(ctx, &event_entity,
			o->forum->row.code, NULL), o->forum->row.heading,
			o->forum->row.heading_lang);
	if (o->next_forum)
		holes[1].markup = piece_text(ctx, piece_record_url(ctx,
			&event_entity, o->next_forum->row.code, NULL),
			o->next_forum->row.heading,
			o->next_forum->row.heading_lang);
	else
		holes[1].text = str_of(word(ctx->lang, "ui.unknown"));
	html(out, "<p class=\"lead\">");
	html_word(out, ctx->lang, "report_back.intro", holes, COUNT(holes));
	html(out, "</p>\n");
}

enum err ui_report_back(struct ctx *ctx, const struct request *rq,
			struct response *rs, const struct match *m)
{
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs, .here = m->path,
			  .wide = true,
			  .title = str_of(word(ctx->lang,
					       "report_back.title")) };
	struct sources s = { .lang = ctx->lang };
	struct told updates = { 0 }, said = { 0 };
	struct overview o;
	enum err err = svc_overview_pledges(ctx, &o);

	if (err)
		return err;
	if (o.forum)
		updates.n = query_updates_said(ctx->db, ctx->mem,
					       o.forum->cycle.id, ctx->lang,
					       &updates.list);
	said.n = query_priorities_said(ctx->db, ctx->mem, ctx->lang,
				       &said.list);
	if (db_err(ctx->db))
		return db_err(ctx->db);
	page_begin(&p);
	html(p.out, "<h1>%s</h1>\n", word(ctx->lang, "report_back.title"));
	between(ctx, p.out, &o);
	sheet(ctx, p.out, &s, &o, &updates);
	priorities(ctx, p.out, &s, &said);
	err = view_years(ctx, p.out);
	if (err)
		return err;
	sources_list(ctx, p.out, &s);
	html(p.out, "<p class=\"legend\">%s</p>\n",
	     word(ctx->lang, "ui.legend"));
	page_end(&p);
	return ERR_OK;
}
