/* ui_translation.c - the translators' page: what waits in one language */

#include <string.h>

#include "base/url.h"
#include "base/utf8.h"
#include "lang/words.h"
#include "service/svc_translation.h"
#include "ui/page.h"
#include "ui/piece.h"
#include "ui/ui_special.h"
#include "ui/view.h"

enum { ROWS = 50, BEGINNING = 240 };

static const char *state_key(struct ctx *ctx, enum wait_state s)
{
	return view_key(ctx->mem, "translation.state", wait_states[s], NULL);
}

/* The words of the interface say "unchecked" where texts say "draft". */
static const enum word_state word_states[WAIT_STATES] = {
	[WAIT_MISSING] = WORD_MISSING,
	[WAIT_OUT_OF_DATE] = WORD_OUT_OF_DATE,
	[WAIT_DRAFT] = WORD_UNCHECKED,
};

/* ?to=ckb, else the language of the page. */
static bool asked_for(struct ctx *ctx, const struct request *rq,
		      enum lang *to)
{
	struct str tag = request_query(rq, "to");

	*to = ctx->lang;
	return !tag.n || lang_find(tag, to);
}

static struct str url_to(struct ctx *ctx, enum lang to)
{
	return url_with(ctx->mem, piece_url(ctx, "translation", NULL), "to",
			str_of(lang_row(to)->tag));
}

static struct str url_state(struct ctx *ctx, const char *of, enum lang to,
			    enum wait_state s)
{
	struct str url = url_with(ctx->mem, url_to(ctx, to), "of",
				  str_of(of));

	return url_with(ctx->mem, url, "state", str_of(wait_states[s]));
}

/* ---- what waits, counted */

static void languages(struct page *p, enum lang to)
{
	html(p->out, "<div class=\"ways\"><span>%s</span><ul>",
	     word(p->ctx->lang, "translation.into"));
	for (enum lang l = 0; l < LANG_N; l++) {
		const struct lang_row *row = lang_row(l);

		if (l == to)
			html(p->out, "<li><b lang=\"%s\" aria-current=\"true\">"
			     "<bdi>%s</bdi></b></li>", row->tag, row->self);
		else
			html(p->out, "<li><a href=\"%.*s\"><bdi lang=\"%s\">%s"
			     "</bdi></a></li>",
			     STR_ARG(url_to(p->ctx, l)), row->tag,
			     row->self);
	}
	html(p->out, "</ul></div>\n");
}

static void number(struct page *p, const char *of, enum lang to,
		   enum wait_state s, int64_t n)
{
	html(p->out, "<td>");
	if (n)
		html(p->out, "<a href=\"%.*s\">",
		     STR_ARG(url_state(p->ctx, of, to, s)));
	number_html(p->out, p->ctx->lang, n);
	html(p->out, n ? "</a></td>" : "</td>");
}

static void table_head(struct page *p, const char *region,
		       const char *caption)
{
	struct ctx *ctx = p->ctx;

	html(p->out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
	     "aria-label=\"%s\"><table class=\"waits\"><thead><tr>"
	     "<th scope=\"col\">%s</th>", word(ctx->lang, region),
	     word(ctx->lang, caption));
	for (int s = 0; s < WAIT_STATES; s++)
		html(p->out, "<th scope=\"col\">%s</th>",
		     word(ctx->lang, state_key(ctx, (enum wait_state)s)));
	html(p->out, "</tr></thead><tbody>\n");
}

static void texts(struct page *p, const struct text_waits *w, enum lang to)
{
	struct ctx *ctx = p->ctx;

	html(p->out, "<h2>%s</h2>\n", word(ctx->lang, "translation.texts"));
	if (!w->n) {
		html(p->out, "<p class=\"empty\">%s</p>\n",
		     word(ctx->lang, "translation.none"));
		return;
	}
	table_head(p, "translation.texts", "translation.kind");
	for (size_t i = 0; i < w->n; i++) {
		const struct entity *e = w->list[i].entity;

		html(p->out, "<tr><th scope=\"row\">%s</th>",
		     word(ctx->lang, view_key(ctx->mem, e->name, "many",
					      NULL)));
		for (int s = 0; s < WAIT_STATES; s++)
			number(p, e->name, to, (enum wait_state)s,
			       w->list[i].count.n[s]);
		html(p->out, "</tr>\n");
	}
	html(p->out, "</tbody></table></div>\n");
	if (w->cut) {
		html(p->out, "<p class=\"legend\">");
		html_word_n(p->out, ctx->lang, "translation.counted",
			    WAIT_COUNTED, NULL, 0);
		html(p->out, "</p>\n");
	}
}

static void interface(struct page *p, enum lang to)
{
	struct ctx *ctx = p->ctx;

	html(p->out, "<h2>%s</h2>\n<p>%s</p>\n",
	     word(ctx->lang, "translation.words"),
	     word(ctx->lang, "translation.words.help"));
	table_head(p, "translation.words", "translation.into");
	html(p->out, "<tr><th scope=\"row\" lang=\"%s\">%s</th>",
	     lang_row(to)->tag, lang_row(to)->self);
	for (int s = 0; s < WAIT_STATES; s++)
		number(p, "words", to, (enum wait_state)s,
		       svc_word_count(to, word_states[s]));
	html(p->out, "</tr>\n</tbody></table></div>\n");
}

static enum err overview(struct page *p, enum lang to)
{
	struct ctx *ctx = p->ctx;
	struct text_waits waits;
	enum err err = svc_text_waits(ctx, to, &waits);

	if (err)
		return err;
	p->title = str_of(word(ctx->lang, "translation.title"));
	page_begin(p);
	html(p->out, "<h1>%s</h1>\n<p class=\"lead\">%s</p>\n",
	     word(ctx->lang, "translation.title"),
	     word(ctx->lang, "translation.about"));
	languages(p, to);
	view_downloads(ctx, p->out, url_to(ctx, to));
	texts(p, &waits, to);
	interface(p, to);
	page_end(p);
	return ERR_OK;
}

/* ---- one list */

struct listed {
	struct page p;
	const char *what;		/* an entity's name, or "words" */
	const char *name;		/* in words */
	enum lang to;
	enum wait_state state;
};

static void list_begin(struct listed *l)
{
	struct ctx *ctx = l->p.ctx;

	l->p.title = str_of(l->name);
	page_begin(&l->p);
	page_crumbs(&l->p, (const struct crumb[]){
		{ str_of(word(ctx->lang, "translation.title")),
		  url_to(ctx, l->to), ctx->lang },
		{ str_of(l->name), STR(""), ctx->lang } }, 2);
	html(l->p.out, "<h1>%s</h1>\n<p class=\"lead\">%s "
	     "<bdi lang=\"%s\">%s</bdi></p>\n<div class=\"ways\"><span>%s"
	     "</span><ul>", l->name, word(ctx->lang, "translation.into"),
	     lang_row(l->to)->tag, lang_row(l->to)->self,
	     word(ctx->lang, "translation.state"));
	for (int s = 0; s < WAIT_STATES; s++) {
		const char *name = word(ctx->lang,
					state_key(ctx, (enum wait_state)s));

		if ((enum wait_state)s == l->state)
			html(l->p.out, "<li><b aria-current=\"true\">%s</b>"
			     "</li>", name);
		else
			html(l->p.out, "<li><a href=\"%.*s\">%s</a></li>",
			     STR_ARG(url_state(ctx, l->what, l->to,
					       (enum wait_state)s)), name);
	}
	html(l->p.out, "</ul></div>\n");
	view_downloads(ctx, l->p.out, url_state(ctx, l->what, l->to, l->state));
}

static void list_end(struct listed *l, struct str next)
{
	struct ctx *ctx = l->p.ctx;

	if (next.n)
		html(l->p.out, "<p class=\"next\"><a rel=\"next\" "
		     "href=\"%.*s\">%s</a></p>\n",
		     STR_ARG(url_with(ctx->mem,
			url_state(ctx, l->what, l->to, l->state), "after",
			next)), word(ctx->lang, "ui.next"));
	page_end(&l->p);
}

/* Enough of a text to know what it is, and whole letters. */
static void beginning(struct ctx *ctx, struct buf *out, struct str words,
		      enum lang of)
{
	struct str s = words;

	if (s.n > BEGINNING) {
		s = str_cut(s, 0, BEGINNING);
		s = str_cut(s, 0, utf8_check(s));
	}
	view_text(out, ctx->lang, s, of);
	if (s.n < words.n)
		html(out, "…");
}

static void source_words(struct ctx *ctx, struct buf *out,
			 const struct waiting *w)
{
	beginning(ctx, out, w->words, w->source);
	if (w->source != ctx->lang && (unsigned)w->source < LANG_N)
		view_mark(out, ctx->lang,
			  view_key(ctx->mem, "lang",
				   lang_row(w->source)->tag, NULL));
}

/* The form, at the words that are wanted. */
static struct str form_url(struct ctx *ctx, const struct entity *e,
			   const struct waiting *w, enum lang to)
{
	struct str url = piece_record_url(ctx, e, w->code, "edit");

	if (!url.n)
		return url;
	if (to == ctx->lang)
		return arena_printf(ctx->mem, "%.*s#%s", STR_ARG(url),
				    w->field->name);
	return arena_printf(ctx->mem, "%.*s#%s:%s", STR_ARG(url),
			    w->field->name, lang_row(to)->tag);
}

static void text_row(struct listed *l, const struct entity *e,
		     const struct waiting *w)
{
	struct ctx *ctx = l->p.ctx;
	struct buf *out = l->p.out;
	struct str form = form_url(ctx, e, w, l->to);
	struct ref to = { .code = w->code, .shown = w->heading,
			  .shown_lang = w->heading_lang };

	html(out, "<tr><th scope=\"row\">");
	if (e->path)
		view_record_coded(ctx, out, e, &to);
	else
		view_text(out, ctx->lang, w->heading, w->heading_lang);
	html(out, "</th><td data-head=\"%s\">%s",
	     word(ctx->lang, "translation.field"),
	     view_label(ctx, e, w->field));
	if (l->state == WAIT_OUT_OF_DATE) {
		html(out, "<br><small>%s ",
		     word(ctx->lang, "translation.since"));
		view_instant(ctx, out, w->since);
		html(out, "</small>");
	}
	html(out, "</td><td data-head=\"%s\">",
	     word(ctx->lang, "translation.source"));
	source_words(ctx, out, w);
	if (l->state != WAIT_MISSING) {
		html(out, "</td><td data-head=\"%s\">",
		     lang_row(l->to)->self);
		beginning(ctx, out, w->now, l->to);
	}
	html(out, "</td><td>");
	if (form.n)
		html(out, "<a href=\"%.*s\">%s</a>", STR_ARG(form),
		     word(ctx->lang, "translation.edit"));
	html(out, "</td></tr>\n");
}

static void text_rows(struct listed *l, const struct entity *e,
		      const struct waits_page *page)
{
	struct ctx *ctx = l->p.ctx;

	if (!page->n) {
		html(l->p.out, "<p class=\"empty\">%s</p>\n", word(ctx->lang,
		     page->next.n ? "translation.looked_on"
				  : "translation.none"));
		return;
	}
	html(l->p.out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
	     "aria-label=\"%s\"><table class=\"stack\"><thead><tr>"
	     "<th scope=\"col\">%s</th>", l->name,
	     word(ctx->lang, e->name));
	html(l->p.out, "<th scope=\"col\">%s</th><th scope=\"col\">%s</th>",
	     word(ctx->lang, "translation.field"),
	     word(ctx->lang, "translation.source"));
	if (l->state != WAIT_MISSING)
		html(l->p.out, "<th scope=\"col\" lang=\"%s\">%s</th>",
		     lang_row(l->to)->tag, lang_row(l->to)->self);
	html(l->p.out, "<th scope=\"col\">%s</th></tr></thead><tbody>\n",
	     word(ctx->lang, "translation.edit"));
	for (size_t i = 0; i < page->n; i++)
		text_row(l, e, &page->list[i]);
	html(l->p.out, "</tbody></table></div>\n");
}

/* Arabic is what the others are made from; it is itself read beside
 * English. */
static enum lang beside(enum lang to)
{
	return to == LANG_AR ? LANG_EN : LANG_AR;
}

static void word_cell(struct buf *out, enum lang l, const char *key)
{
	const struct lang_row *row = lang_row(l);

	html(out, "<td data-head=\"%s\" lang=\"%s\" dir=\"%s\">%s</td>",
	     row->self, row->tag, row->dir,
	     word_known(l, key) ? word(l, key) : "–");
}

static void word_row(struct listed *l, const char *key)
{
	struct ctx *ctx = l->p.ctx;
	struct word_place at = svc_word_place(key);

	html(l->p.out, "<tr><th scope=\"row\"><bdi class=\"code\">%s</bdi>"
	     "</th>", key);
	word_cell(l->p.out, beside(l->to), key);
	word_cell(l->p.out, l->to, key);
	html(l->p.out, "<td data-head=\"%s\">",
	     word(ctx->lang, "translation.seen"));
	if (at.path)
		html(l->p.out, "<a href=\"%.*s\"><bdi dir=\"ltr\">/%s</bdi></a>",
		     STR_ARG(piece_url(ctx, at.path, NULL)), at.path);
	else
		html(l->p.out, "%s", word(ctx->lang, at.key));
	html(l->p.out, "</td></tr>\n");
}

static enum err word_list(struct listed *l, struct str after)
{
	struct ctx *ctx = l->p.ctx;
	enum word_state state = word_states[l->state];
	const char *key = svc_word_next(l->to, state, after);
	struct str next = STR("");

	l->name = word(ctx->lang, "translation.words");
	list_begin(l);
	if (!key)
		html(l->p.out, "<p class=\"empty\">%s</p>\n",
		     word(ctx->lang, "translation.none"));
	else
		html(l->p.out, "<div class=\"scroll\" tabindex=\"0\" "
		     "role=\"region\" aria-label=\"%s\"><table class=\"stack\">"
		     "<thead><tr><th scope=\"col\">%s</th><th scope=\"col\" "
		     "lang=\"%s\">%s</th><th scope=\"col\" lang=\"%s\">%s</th>"
		     "<th scope=\"col\">%s</th></tr></thead><tbody>\n",
		     l->name, word(ctx->lang, "translation.key"),
		     lang_row(beside(l->to))->tag,
		     lang_row(beside(l->to))->self, lang_row(l->to)->tag,
		     lang_row(l->to)->self,
		     word(ctx->lang, "translation.seen"));
	for (int i = 0; key && i < ROWS; i++) {
		const char *more = svc_word_next(l->to, state, str_of(key));

		word_row(l, key);
		if (i == ROWS - 1 && more)
			next = str_of(key);
		if (i == ROWS - 1 || !more)
			html(l->p.out, "</tbody></table></div>\n");
		key = more;
	}
	list_end(l, next);
	return ERR_OK;
}

static enum err text_list(struct listed *l, const struct entity *e,
			  struct str after)
{
	struct ctx *ctx = l->p.ctx;
	struct wait_ask ask = { .to = l->to, .entity = e, .state = l->state,
				.after = after, .limit = ROWS };
	struct waits_page page;
	enum err err = svc_text_list(ctx, &ask, &page);

	if (err)
		return err;
	l->name = word(ctx->lang, view_key(ctx->mem, e->name, "many", NULL));
	list_begin(l);
	text_rows(l, e, &page);
	list_end(l, page.next);
	return ERR_OK;
}

enum err ui_translation(struct ctx *ctx, const struct request *rq,
			struct response *rs, const struct match *m)
{
	struct str of = request_query(rq, "of");
	struct str state = request_query(rq, "state");
	struct str after = request_query(rq, "after");
	const struct entity *e = entity_by_name(of);
	struct listed l = {
		.p = { .ctx = ctx, .rq = rq, .rs = rs, .here = m->path },
		.what = e ? e->name : "words",
	};

	if (!asked_for(ctx, rq, &l.to) ||
	    (state.n && !wait_state_find(state, &l.state)) ||
	    (of.n && !e && !str_is(of, "words")))
		return ERR_REQUEST;
	if (!of.n)
		return overview(&l.p, l.to);
	l.p.wide = true;
	return e ? text_list(&l, e, after) : word_list(&l, after);
}
