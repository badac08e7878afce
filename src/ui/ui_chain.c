/* ui_chain.c - the chain of a record on a page of its own */

#include "base/url.h"
#include "lang/words.h"
#include "service/svc_record.h"
#include "ui/page.h"
#include "ui/piece.h"
#include "ui/ui_special.h"
#include "ui/view.h"
#include "ui/view_chain.h"

enum err ui_chain(struct ctx *ctx, const struct request *rq,
		  struct response *rs, const struct match *m)
{
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs, .here = m->path,
			  .code = m->code, .wide = true };
	const struct row *row;
	struct str url;
	void *record;
	enum err err = svc_load(ctx, m->entity, m->code, NULL, &record);

	if (err)
		return err;
	row = record_row(record);
	url = piece_record_url(ctx, m->entity, row->code, NULL);
	p.title = row->heading;
	page_begin(&p);
	page_crumbs(&p, (const struct crumb[]){
		{ str_of(word(ctx->lang, view_key(ctx->mem, m->entity->name,
						  "many", NULL))),
		  piece_url(ctx, m->path, NULL), ctx->lang },
		{ row->code, url, LANG_N },
		{ str_of(word(ctx->lang, "chain.title")), STR(""),
		  ctx->lang } }, 3);
	html(p.out, "<h1><a href=\"%.*s\">", STR_ARG(url));
	view_text(p.out, ctx->lang, row->heading, row->heading_lang);
	html(p.out, "</a></h1>\n<div class=\"actions\"><a href=\"%.*s\">%s"
	     "</a></div>\n",
	     STR_ARG(url_with(ctx->mem, piece_record_url(ctx, m->entity,
			row->code, "chain"), "format", STR("json"))),
	     word(ctx->lang, "ui.json"));
	err = view_chain(ctx, p.out, m->entity, record, true);
	if (err)
		return err;
	page_end(&p);
	return ERR_OK;
}
