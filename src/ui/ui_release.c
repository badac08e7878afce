/* ui_release.c - the press release of an event, as a page */

#include "domain/event.h"
#include "lang/words.h"
#include "service/svc_release.h"
#include "ui/page.h"
#include "ui/piece.h"
#include "ui/ui_special.h"
#include "ui/view.h"

enum err ui_release(struct ctx *ctx, const struct request *rq,
		    struct response *rs, const struct match *m)
{
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs, .here = "events",
			  .code = m->code };
	struct doc *doc;
	enum err err = svc_release(ctx, m->code, &doc);

	if (err)
		return err;
	p.title = str_of(word(ctx->lang, "release.page.title"));
	page_begin(&p);
	page_crumbs(&p, (const struct crumb[]){
		{ str_of(word(ctx->lang, "event.many")),
		  piece_url(ctx, "events", NULL), ctx->lang },
		{ m->code, piece_record_url(ctx, &event_entity, m->code,
					    NULL), LANG_N },
		{ p.title, STR(""), ctx->lang } }, 3);
	html(p.out, "<h1 class=\"quiet\">%s</h1>\n<p class=\"legend\">%s</p>\n"
	     "<div class=\"release\">\n",
	     word(ctx->lang, "release.page.title"),
	     word(ctx->lang, "release.page.intro"));
	doc_html(doc, p.out);
	html(p.out, "</div>\n<p class=\"legend\">%s</p>\n",
	     word(ctx->lang, "release.page.legend"));
	page_end(&p);
	return ERR_OK;
}
