/* ui_search.c - records found by their words */

#include "base/url.h"
#include "base/utf8.h"
#include "domain/cycle.h"
#include "domain/organisation.h"
#include "domain/provision.h"
#include "lang/words.h"
#include "service/svc_record.h"
#include "service/svc_search.h"
#include "ui/page.h"
#include "ui/piece.h"
#include "ui/ui_record.h"
#include "ui/view.h"

static struct str query_of(const void *rq, const char *name)
{
	return request_query(rq, name);
}

/* The address of a page of results. */
static struct str results_url(struct ctx *ctx, const struct search_wish *w,
			      struct str words, int64_t page)
{
	const struct {
		const char *name;
		struct str value;
	} values[] = {
		{ "q", words }, { "kind", w->kind },
		{ "organisation", w->organisation },
		{ "objective", w->objective }, { "cycle", w->cycle },
	};
	struct str url = piece_url(ctx, "search", NULL);

	for (size_t i = 0; i < COUNT(values); i++)
		if (values[i].value.n)
			url = url_with(ctx->mem, url, values[i].name,
				       values[i].value);
	if (page > 1)
		url = url_with(ctx->mem, url, "page",
			       arena_printf(ctx->mem, "%lld",
					    (long long)page));
	return url;
}

/* ---- what is asked */

static void kinds(const struct page *p, const struct search_wish *w)
{
	enum lang l = p->ctx->lang;

	html(p->out, "<div class=\"field\"><label for=\"s-kind\">%s</label>"
	     "<select id=\"s-kind\" name=\"kind\"><option value=\"\">%s"
	     "</option>", word(l, "search.kind"), word(l, "ui.all"));
	for (size_t i = 0; i < entities_n; i++) {
		const struct entity *e = entities[i];

		if (!e->path)
			continue;
		html(p->out, str_is(w->kind, e->name)
		     ? "<option value=\"%s\" selected>%s</option>"
		     : "<option value=\"%s\">%s</option>", e->name,
		     word(l, view_key(p->ctx->mem, e->name, "many", NULL)));
	}
	html(p->out, "</select></div>\n");
}

/* A record to filter by: its code, or what is offered while one types. */
static void filter(const struct page *p, const char *name,
		   const struct entity *e, struct str value)
{
	struct str names = url_with(p->ctx->mem,
				    piece_url(p->ctx, "names", NULL),
				    "entity", str_of(e->name));

	html(p->out, "<div class=\"field\"><label for=\"s-%s\">%s</label>"
	     "<input id=\"s-%s\" name=\"%s\" value=\"%.*s\" dir=\"ltr\" "
	     "class=\"code\" list=\"l-%s\" data-names=\"%.*s\" "
	     "placeholder=\"%s\"><datalist id=\"l-%s\"></datalist></div>\n",
	     name, word(p->ctx->lang, view_key(p->ctx->mem, "search", name,
					       NULL)),
	     name, name, STR_ARG(value), name, STR_ARG(names),
	     word(p->ctx->lang, "row.code"), name);
}

static void form(const struct page *p, const struct search_wish *w)
{
	enum lang l = p->ctx->lang;
	bool filtered = w->kind.n || w->organisation.n || w->objective.n ||
			w->cycle.n;

	html(p->out, "<form class=\"search\" action=\"%.*s\">\n"
	     "<div class=\"asked\"><label for=\"s-q\">%s</label>"
	     "<input id=\"s-q\" type=\"search\" name=\"q\" value=\"%.*s\" "
	     "dir=\"auto\"><button class=\"main\">%s"
	     "</button></div>\n",
	     STR_ARG(piece_url(p->ctx, "search", NULL)),
	     word(l, "search.words"), STR_ARG(w->words),
	     word(l, "ui.find"));
	html(p->out, filtered ? "<details open>" : "<details>");
	html(p->out, "<summary>%s</summary>\n<div class=\"filters\">\n",
	     word(l, "search.filters"));
	kinds(p, w);
	filter(p, "organisation", &organisation_entity, w->organisation);
	filter(p, "objective", &provision_entity, w->objective);
	filter(p, "cycle", &cycle_entity, w->cycle);
	html(p->out, "</div></details></form>\n");
}

/* ---- what was found */

/* Words side by side are marked as one: a name stays a name. */
static size_t mark_end(const struct search_piece *piece, size_t *i)
{
	size_t end = piece->marks[*i].at + piece->marks[*i].n;

	while (*i + 1 < piece->marks_n &&
	       piece->marks[*i + 1].at == end + 1 &&
	       piece->text.p[end] == ' ') {
		++*i;
		end = piece->marks[*i].at + piece->marks[*i].n;
	}
	return end;
}

static void marked(struct buf *out, const struct search_piece *piece)
{
	size_t at = 0;

	for (size_t i = 0; i < piece->marks_n; i++) {
		size_t from = piece->marks[i].at, end = mark_end(piece, &i);

		html_text(out, str_cut(piece->text, at, from - at));
		html(out, "<mark>%.*s</mark>",
		     STR_ARG(str_cut(piece->text, from, end - from)));
		at = end;
	}
	html_text(out, str_cut(piece->text, at, piece->text.n));
}

/* The words stand in their own language and direction. */
static void piece_begin(const struct page *p, const char *element,
			enum lang of)
{
	const struct lang_row *row = lang_row(of);

	if (of == p->ctx->lang)
		html(p->out, "<%s>", element);
	else
		html(p->out, "<%s lang=\"%s\" dir=\"%s\">", element,
		     row->tag, row->dir);
}

static void result(const struct page *p, const struct search_result *r)
{
	struct ctx *ctx = p->ctx;
	const struct anyref *to = &r->row.to;
	struct str url = piece_record_url(ctx, to->entity, to->to.code, NULL);

	html(p->out, "<li><p class=\"kind\">%s ",
	     word(ctx->lang, to->entity->name));
	view_code(p->out, to->to.code);
	if (r->row.stage.v == STAGE_DRAFT)
		view_mark(p->out, ctx->lang, "row.stage.draft");
	html(p->out, "</p>\n<h2><a href=\"%.*s\">", STR_ARG(url));
	piece_begin(p, "bdi", r->heading.lang);
	marked(p->out, &r->heading);
	html(p->out, "</bdi></a></h2>\n");
	if (r->body.text.n) {
		piece_begin(p, "p", r->body.lang);
		html(p->out, r->body.cut_before ? "… " : "");
		marked(p->out, &r->body);
		html(p->out, r->body.cut_after ? " …</p>\n" : "</p>\n");
	}
	html(p->out, "</li>\n");
}

static void note(const struct page *p, const char *key, struct safe markup)
{
	const struct hole hole = { .name = "words", .markup = markup };

	html(p->out, "<p class=\"note\">");
	html_word(p->out, p->ctx->lang, key, &hole, 1);
	html(p->out, "</p>\n");
}

static struct safe isolated(struct ctx *ctx, struct str url, struct str s)
{
	struct buf b;

	buf_init(&b);
	if (url.n)
		html(&b, "<a href=\"%.*s\">", STR_ARG(url));
	html(&b, "<bdi dir=\"auto\">%.*s</bdi>", STR_ARG(s));
	if (url.n)
		html(&b, "</a>");
	return piece_made(ctx, &b);
}

static void counted(const struct page *p, const struct search_answer *a)
{
	html(p->out, "<p class=\"count\" role=\"status\">");
	if (a->more)
		html(p->out, "%s", word(p->ctx->lang, "search.more"));
	else
		html_word_n(p->out, p->ctx->lang, "search.count", a->count,
			    NULL, 0);
	html(p->out, "</p>\n");
}

static void told(const struct page *p, const struct search_wish *w,
		 const struct search_answer *a)
{
	struct ctx *ctx = p->ctx;
	struct safe none = { STR("") };

	if (a->unknown.n)
		note(p, "search.unknown",
		     isolated(ctx, STR(""), a->unknown));
	if (a->some_words)
		note(p, "search.some", none);
	if (a->words_left_out)
		note(p, "search.left_out", none);
	if (a->first_name.n)
		note(p, "search.also", isolated(ctx, STR(""), a->first_name));
	if (a->meant.n)
		note(p, "search.meant", isolated(ctx,
			results_url(ctx, w, a->meant, 1), a->meant));
}

static void nothing(const struct page *p, const struct search_answer *a)
{
	static const char *const helps[] = {
		"search.help.fewer", "search.help.other", "search.help.code",
	};

	html(p->out, "<p class=\"empty\">%s</p>\n<ul>\n",
	     word(p->ctx->lang, a->asked ? "ui.find.nothing"
					 : "search.no_word"));
	for (size_t i = 0; i < COUNT(helps); i++)
		html(p->out, "<li>%s</li>\n",
		     word(p->ctx->lang, helps[i]));
	html(p->out, "</ul>\n");
}

/* What begins like the words, when no word of it was found. */
static enum err beginnings(const struct page *p, struct str words, size_t *n)
{
	enum { MOST = 12 };
	struct named *found;
	enum err err = repo_names(p->ctx->db, p->ctx->mem, words,
				  p->ctx->lang, MOST, &found, n);

	if (err || !*n)
		return err;
	html(p->out, "<h2>%s</h2>\n<ul class=\"plain\">\n",
	     word(p->ctx->lang, "ui.find.names"));
	for (size_t i = 0; i < *n; i++) {
		html(p->out, "<li>");
		view_record_coded(p->ctx, p->out, found[i].to.entity,
				  &found[i].to.to);
		html(p->out, " <span class=\"soft\">%s</span></li>\n",
		     word(p->ctx->lang, found[i].to.entity->name));
	}
	html(p->out, "</ul>\n");
	return err;
}

static void turning(const struct page *p, const struct search_wish *w,
		    const struct search_answer *a)
{
	struct ctx *ctx = p->ctx;

	if (a->pages < 2)
		return;
	html(p->out, "<p class=\"next\">");
	if (a->page > 1)
		html(p->out, "<a rel=\"prev\" href=\"%.*s\">%s</a> ",
		     STR_ARG(results_url(ctx, w, w->words, a->page - 1)),
		     word(ctx->lang, "search.previous"));
	if (a->page < a->pages)
		html(p->out, "<a rel=\"next\" href=\"%.*s\">%s</a>",
		     STR_ARG(results_url(ctx, w, w->words, a->page + 1)),
		     word(ctx->lang, "ui.next"));
	html(p->out, "</p>\n");
}

static enum err answered(const struct page *p, const struct search_wish *w,
			 const struct search_answer *a)
{
	size_t named = 0;
	enum err err = ERR_OK;

	if (a->asked && !a->unknown.n)
		counted(p, a);
	told(p, w, a);
	if (a->n) {
		html(p->out, "<ol class=\"results\">\n");
		for (size_t i = 0; i < a->n; i++)
			result(p, &a->results[i]);
		html(p->out, "</ol>\n");
		turning(p, w, a);
		return ERR_OK;
	}
	if (a->asked && !a->unknown.n)
		err = beginnings(p, w->words, &named);
	if (err == ERR_OK && !named)
		nothing(p, a);
	return err;
}

enum err ui_search(struct ctx *ctx, const struct request *rq,
		   struct response *rs, const struct match *m)
{
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs, .here = m->path,
			  .title = str_of(word(ctx->lang, "ui.find")) };
	struct search_answer *a = arena_alloc(ctx->mem, sizeof(*a));
	struct search_wish w;
	struct anyref at;
	enum err err = ERR_OK;

	svc_search_asked(query_of, rq, &w);
	if (w.words.n && repo_find_code(ctx->db, w.words, &at) == ERR_OK &&
	    at.entity->path) {
		response_redirect(rs, piece_record_url(ctx, at.entity,
						       w.words, NULL));
		return ERR_OK;
	}
	if (w.words.n)
		err = svc_search(ctx, &w, a);
	if (err)
		return err;
	if (w.words.n)
		p.title = arena_printf(ctx->mem, "%.*s · %.*s",
				       STR_ARG(utf8_head(w.words, 60)),
				       STR_ARG(p.title));
	page_begin(&p);
	html(p.out, "<h1>%s</h1>\n", word(ctx->lang, "ui.find"));
	form(&p, &w);
	if (w.words.n)
		err = answered(&p, &w, a);
	else
		html(p.out, "<p class=\"lead\">%s</p>\n",
		     word(ctx->lang, "ui.find.how"));
	page_end(&p);
	return err;
}
