/* ui_manual.c - the manual, served by the program it is about */

#include "lang/words.h"
#include "ui/manual.h"
#include "ui/markdown.h"
#include "ui/page.h"
#include "ui/piece.h"
#include "ui/ui_special.h"

static struct str address(struct ctx *ctx, struct str name)
{
	return piece_url(ctx, "manual", arena_cstr(ctx->mem, name));
}

enum err ui_manual(struct ctx *ctx, const struct request *rq,
		   struct response *rs, const struct match *m)
{
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs, .here = m->path,
			  .title = str_of(word(ctx->lang, "manual.title")) };
	struct chapter c;

	page_begin(&p);
	html(p.out, "<h1>%s</h1>\n<p class=\"lead\">%s</p>\n"
	     "<ol class=\"chapters\">\n", word(ctx->lang, "manual.title"),
	     word(ctx->lang, "manual.about"));
	for (size_t i = 0; manual_chapter_at(ctx->lang, i, &c); i++)
		html(p.out, "<li><a href=\"%.*s\">%.*s</a><p>%.*s</p></li>\n",
		     STR_ARG(address(ctx, c.name)), STR_ARG(c.title),
		     STR_ARG(c.about));
	html(p.out, "</ol>\n");
	page_end(&p);
	return ERR_OK;
}

static void step(struct page *p, const char *rel, const char *key,
		 const struct chapter *to)
{
	if (!to->name.n)
		return;
	html(p->out, "<a rel=\"%s\" href=\"%.*s\">%s: %.*s</a> ", rel,
	     STR_ARG(address(p->ctx, to->name)), word(p->ctx->lang, key),
	     STR_ARG(to->title));
}

enum err ui_chapter(struct ctx *ctx, const struct request *rq,
		    struct response *rs, const struct match *m)
{
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs, .here = "manual" };
	struct chapter before = { 0 }, c = { 0 }, next = { 0 };
	size_t i = 0;

	while (manual_chapter_at(ctx->lang, i, &c) && !str_eq(c.name, m->code)) {
		before = c;
		i++;
	}
	if (!str_eq(c.name, m->code))
		return ERR_MISSING;
	if (!manual_chapter_at(ctx->lang, i + 1, &next))
		next = (struct chapter){ 0 };
	p.title = c.title;
	page_begin(&p);
	page_crumbs(&p, (const struct crumb[]){
		{ str_of(word(ctx->lang, "manual.title")),
		  piece_url(ctx, "manual", NULL), ctx->lang },
		{ c.title, STR(""), ctx->lang } }, 2);
	html(p.out, "<article class=\"manual\">\n<h1>%.*s</h1>\n",
	     STR_ARG(c.title));
	markdown_chapter(p.out, c.text, piece_url(ctx, "manual", NULL),
			 ctx->mem);
	html(p.out, "</article>\n<p class=\"next\">");
	step(&p, "prev", "manual.before", &before);
	step(&p, "next", "manual.next", &next);
	html(p.out, "</p>\n");
	page_end(&p);
	return ERR_OK;
}
