/* ui_gaps.c - where the chain is broken */

#include "base/url.h"
#include "lang/words.h"
#include "service/svc_gaps.h"
#include "ui/page.h"
#include "ui/piece.h"
#include "ui/ui_special.h"
#include "ui/view.h"

enum { ROWS = 50 };

static const char *words_of(struct ctx *ctx, const struct gap_kind *k,
			    const char *more)
{
	return word(ctx->lang, view_key(ctx->mem, "gap", k->name, more));
}

enum err ui_gaps(struct ctx *ctx, const struct request *rq,
		 struct response *rs, const struct match *m)
{
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs, .here = m->path,
			  .title = str_of(word(ctx->lang, "gaps.title")) };
	struct gap_count *list;
	size_t n;
	enum err err = svc_gap_counts(ctx, &list, &n);

	if (err)
		return err;
	page_begin(&p);
	html(p.out, "<h1>%s</h1>\n<p class=\"lead\">%s</p>\n",
	     word(ctx->lang, "gaps.title"), word(ctx->lang, "gaps.intro"));
	view_downloads(ctx, p.out, piece_url(ctx, "gaps", NULL));
	html(p.out, "<ul class=\"gaps all\">\n");
	for (size_t i = 0; i < n; i++) {
		const struct gap_kind *k = list[i].kind;

		html(p.out, "<li><a href=\"%.*s\"><b>",
		     STR_ARG(piece_url(ctx, "gaps", k->name)));
		number_add(p.out, ctx->lang, list[i].n);
		html(p.out, "</b> <span>%s</span></a><p>%s</p></li>\n",
		     words_of(ctx, k, NULL), words_of(ctx, k, "help"));
	}
	html(p.out, "</ul>\n<p class=\"legend\">%s</p>\n",
	     word(ctx->lang, "gaps.legend"));
	page_end(&p);
	return ERR_OK;
}

static enum err count_of(struct ctx *ctx, const struct gap_kind *k,
			 int64_t *out)
{
	struct gap_count *list;
	size_t n;
	enum err err = svc_gap_counts(ctx, &list, &n);

	for (size_t i = 0; err == ERR_OK && i < n; i++)
		if (list[i].kind == k)
			*out = list[i].n;
	return err;
}

static void gap_top(struct page *p, const struct gap_kind *k, int64_t count)
{
	struct ctx *ctx = p->ctx;
	const struct crumb crumbs[] = {
		{ str_of(word(ctx->lang, "gaps.title")),
		  piece_url(ctx, "gaps", NULL), ctx->lang },
		{ p->title, STR(""), ctx->lang },
	};

	page_crumbs(p, crumbs, COUNT(crumbs));
	html(p->out, "<h1>%s</h1>\n<p class=\"lead\">%s</p>\n"
	     "<p class=\"count\">", words_of(ctx, k, NULL),
	     words_of(ctx, k, "help"));
	html_word_n(p->out, ctx->lang,
		    view_key(ctx->mem, k->entity->name, "count", NULL),
		    count, NULL, 0);
	html(p->out, "</p>\n");
	view_downloads(ctx, p->out, piece_url(ctx, "gaps", k->name));
}

enum err ui_gap(struct ctx *ctx, const struct request *rq,
		struct response *rs, const struct match *m)
{
	const struct gap_kind *k = gap_kind_find(m->code);
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs, .here = "gaps",
			  .wide = true };
	struct list_page rows;
	int64_t count = 0;
	enum err err;

	if (!k)
		return ERR_MISSING;
	err = svc_gap_list(ctx, k, request_query(rq, "after"), ROWS, &rows);
	if (err == ERR_OK)
		err = count_of(ctx, k, &count);
	if (err)
		return err;
	p.title = str_of(words_of(ctx, k, NULL));
	page_begin(&p);
	gap_top(&p, k, count);
	if (rows.n)
		view_list(ctx, p.out, k->entity, k->entity->path, &rows);
	else
		html(p.out, "<p class=\"empty\">%s</p>\n",
		     word(ctx->lang, "gaps.empty"));
	if (rows.next.n)
		html(p.out, "<p class=\"next\"><a rel=\"next\" href=\"%.*s\">"
		     "%s</a></p>\n", STR_ARG(url_with(ctx->mem,
			piece_url(ctx, "gaps", k->name), "after", rows.next)),
		     word(ctx->lang, "ui.next"));
	page_end(&p);
	return ERR_OK;
}
