/* page.c - what stands around every page */

#include "ui/page.h"

#include <string.h>

#include "base/asset.h"
#include "base/log.h"
#include "base/url.h"
#include "lang/manner.h"
#include "lang/words.h"
#include "ui/manual.h"
#include "ui/view.h"

/* The places of the navigation, behind the language; key of their words. */
static const struct {
	const char *path;
	const char *key;
} places[] = {
	{ "", "ui.nav.home" },
	{ "/pledges", "pledge.many" },
	{ "/plans", "plan.many" },
	{ "/bodies", "body.many" },
	{ "/events", "event.many" },
	{ "/gaps", "ui.nav.gaps" },
	{ "/report-back", "ui.nav.report_back" },
};

/* "/assets/0123456789abcdef-mithaq.css": may be cached for ever. name is the
 * file's name behind "assets/". */
static void asset_link(struct page *p, const char *name)
{
	enum { FOLDER = sizeof("assets/") - 1 };
	const struct asset *a = asset_find(name);

	if (!a)
		BUG("a page asks for an asset that is not there");
	html(p->out, "/assets/%s-%s", a->hash, name + FOLDER);
}

static const char *tag(const struct page *p)
{
	return lang_row(p->ctx->lang)->tag;
}

static const char *words(const struct page *p, const char *key)
{
	return word(p->ctx->lang, key);
}

static void head(struct page *p)
{
	const struct lang_row *l = lang_row(p->ctx->lang);

	html(p->out, "<!doctype html>\n<html lang=\"%s\" dir=\"%s\"", l->tag,
	     l->dir);
	if (manner_digits(l->lang))
		html(p->out, " data-digits=\"%s\"", manner_digits(l->lang));
	html(p->out, ">\n<head><meta charset=\"utf-8\"><title>");
	if (p->wrong)
		html(p->out, "%s: ", words(p, "ui.error"));
	if (p->title.n)
		html(p->out, "%.*s · ", STR_ARG(p->title));
	html(p->out, "%s</title>\n<meta name=\"viewport\" "
	     "content=\"width=device-width, initial-scale=1\">"
	     "<meta name=\"robots\" content=\"noindex\">"
	     "<meta name=\"description\" content=\"%s\">\n"
	     "<link rel=\"stylesheet\" href=\"",
	     words(p, "ui.name"), words(p, "ui.described"));
	asset_link(p, "assets/mithaq.css");
	html(p->out, "\"><link rel=\"icon\" type=\"image/svg+xml\" "
	     "href=\"");
	asset_link(p, "assets/icon.svg");
	html(p->out, "\"><script defer src=\"");
	asset_link(p, "assets/mithaq.js");
	html(p->out, "\"></script></head>\n<body>\n"
	     "<a class=\"skip\" href=\"#main\">%s</a>\n",
	     words(p, "ui.skip"));
}

/* What stands behind "/ar" in the address of this page, the same in every
 * language. */
static struct str behind_language(const struct page *p)
{
	struct arena *mem = p->ctx->mem;
	struct str path = p->rq->path, query = p->rq->query_raw, url;
	enum lang l;
	size_t slash;

	path = str_cut(path, 1, path.n);
	slash = str_find_char(path, '/');
	if (!lang_find(str_cut(path, 0, slash), &l))
		return STR("");
	path = str_cut(path, slash + 1, path.n);
	url = url_page(mem, tag(p), arena_cstr(mem, path), NULL);
	url = str_cut(url, 1 + strlen(tag(p)), url.n);
	/* After a save the other language need not say so again. */
	if (!query.n || request_query(p->rq, "done").n)
		return url;
	return arena_printf(mem, "%.*s?%.*s", STR_ARG(url), STR_ARG(query));
}

static void languages(struct page *p)
{
	struct str behind = behind_language(p);

	html(p->out, "<nav class=\"langs\" aria-label=\"%s\">",
	     words(p, "ui.languages"));
	for (enum lang l = 0; l < LANG_N; l++) {
		const struct lang_row *row = lang_row(l);

		if (l == p->ctx->lang)
			html(p->out, " <span lang=\"%s\" aria-current=\"true\">"
			     "%s</span>", row->tag, row->self);
		else
			html(p->out, " <a lang=\"%s\" dir=\"%s\" hreflang="
			     "\"%s\" href=\"/%s%.*s\">%s</a>", row->tag,
			     row->dir, row->tag, row->tag, STR_ARG(behind),
			     row->self);
	}
	html(p->out, "</nav>");
}

/* What is this page? One sentence, and the chapter that says more. */
static void help(struct page *p)
{
	struct help h = manual_help(p->rq->path);
	struct str more = url_page(p->ctx->mem, tag(p), "manual", h.chapter);
	const struct entity *e = h.list.n ? entity_by_path(h.list) : NULL;
	const char *about = e ? view_key(p->ctx->mem, e->name, "intro", NULL) :
			    h.about;

	html(p->out, "<details class=\"help\"><summary>%s</summary><div>"
	     "<p><b>%s</b></p>", words(p, "ui.help"),
	     words(p, "about.what"));
	if (about)
		html(p->out, "<p>%s</p>", words(p, about));
	html(p->out, "<p><a rel=\"help\" href=\"%.*s\">%s</a></p></div>"
	     "</details>", STR_ARG(more), words(p, "about.more"));
}

static void band(struct page *p)
{
	static const char *const keys[] = {
		[DEMO_SOURCES] = "ui.demo.sources",
		[DEMO_FICTIONAL] = "ui.demo.fictional",
	};
	enum demo demo = p->ctx->settings->demo;

	html(p->out, "<header><div class=\"band\"><div class=\"wrap\"><span>%s"
	     "</span>", demo ? words(p, keys[demo]) : "");
	help(p);
	languages(p);
	html(p->out, "</div></div>\n");
}

static void top(struct page *p)
{
	/* Every address here begins with the language's own. */
	struct str home = url_page(p->ctx->mem, tag(p), "", NULL);

	html(p->out, "<div class=\"top\"><div class=\"wrap\">"
	     "<a class=\"name\" href=\"%.*s\">%s</a>"
	     "<nav class=\"main\" aria-label=\"%s\"><ul>",
	     STR_ARG(home), words(p, "ui.name"), words(p, "ui.nav"));
	for (size_t i = 0; i < COUNT(places); i++) {
		const char *path = places[i].path;
		bool here = p->here &&
			    strcmp(p->here, path + (*path == '/')) == 0;

		html(p->out, here ? "<li><a class=\"here\" href=\"%.*s%s\">"
		     "%s</a></li>" : "<li><a href=\"%.*s%s\">%s</a></li>",
		     STR_ARG(home), path, words(p, places[i].key));
	}
	html(p->out, "</ul></nav><form class=\"find\" role=\"search\" "
	     "action=\"%.*s/search\"><input type=\"search\" name=\"q\" "
	     "aria-label=\"%s\" placeholder=\"%s\" value=\"%.*s\">"
	     "<button>%s</button></form></div></div></header>\n",
	     STR_ARG(home), words(p, "ui.find"), words(p, "ui.find.hint"),
	     STR_ARG(request_query(p->rq, "q")), words(p, "ui.find"));
}

void page_begin(struct page *p)
{
	p->out = &p->rs->body;
	p->rs->type = "text/html; charset=utf-8";
	buf_reserve(p->out, 32 * 1024);
	head(p);
	band(p);
	top(p);
	html(p->out, "<main id=\"main\" class=\"wrap%s\">\n",
	     p->wide ? " wide" : "");
}

void page_end(struct page *p)
{
	struct str home = url_page(p->ctx->mem, tag(p), "", NULL);

	html(p->out, "</main>\n<footer><div class=\"wrap\">"
	     "<p><a href=\"%.*s/records\">%s</a></p>"
	     "<p><a href=\"%.*s/translation\">%s</a></p>"
	     "<p><a href=\"%.*s/keys\">%s</a></p>",
	     STR_ARG(home), words(p, "ui.all_records"), STR_ARG(home),
	     words(p, "translation.title"), STR_ARG(home),
	     words(p, "keys.title"));
	if (p->code.n)
		html(p->out, "<p>%s <bdi dir=\"ltr\">/r/%.*s</bdi></p>",
		     words(p, "ui.short_address"), STR_ARG(p->code));
	if (lang_row(p->ctx->lang)->unreviewed)
		html(p->out, "<p>%s</p>", words(p, "ui.unreviewed"));
	html(p->out, "</div></footer>\n</body></html>\n");
}

void page_hidden(struct buf *out, const char *name, struct str value)
{
	html(out, "<input type=\"hidden\" name=\"%s\" value=\"%.*s\">", name,
	     STR_ARG(value));
}

/* What can be said to have been done, and what takes it back. */
static const struct {
	const char *verb;
	const char *key;
	const char *back;		/* last part of the address */
} deeds[] = {
	{ "create", "ui.done.create", "undo" },
	{ "change", "ui.done.change", "undo" },
	{ "withdraw", "ui.done.withdraw", "undo" },
	{ "undo", "ui.done.undo", NULL },
	{ "link", "ui.done.link", "unlink" },
	{ "unlink", "ui.done.unlink", "undo" },
};

void page_done(struct page *p, const char *path, const struct row *row)
{
	struct str done = request_query(p->rq, "done");
	struct str link = request_query(p->rq, "link");

	for (size_t i = 0; i < COUNT(deeds); i++) {
		struct str url;

		if (!str_is(done, deeds[i].verb))
			continue;
		html(p->out, "<div class=\"done\" role=\"status\"><p>%s</p>",
		     words(p, deeds[i].key));
		if (deeds[i].back) {
			url = url_record(p->ctx->mem, tag(p), path, row->code,
					 deeds[i].back);
			html(p->out, "<form method=\"post\" action=\"%.*s\">"
			     "<input type=\"hidden\" name=\"version\" "
			     "value=\"%lld\">", STR_ARG(url),
			     (long long)row->version);
			if (link.n)
				page_hidden(p->out, "link", link);
			html(p->out, "<button>%s</button></form>",
			     words(p, "ui.undo"));
		}
		html(p->out, "</div>\n");
	}
}

void page_crumbs(struct page *p, const struct crumb *crumbs, size_t n)
{
	html(p->out, "<nav class=\"crumbs\" aria-label=\"%s\"><ol>",
	     words(p, "ui.crumbs"));
	for (size_t i = 0; i < n; i++) {
		html(p->out, "<li>");
		if (crumbs[i].url.n)
			html(p->out, "<a href=\"%.*s\">",
			     STR_ARG(crumbs[i].url));
		view_text(p->out, p->ctx->lang, crumbs[i].words,
			  crumbs[i].lang);
		html(p->out, crumbs[i].url.n ? "</a></li>" : "</li>");
	}
	html(p->out, "</ol></nav>\n");
}

void page_failure(struct page *p, enum err e)
{
	struct arena *mem = p->ctx->mem;
	const char *name = err_row(e)->name;

	html(p->out, "<div class=\"problems\" role=\"alert\" tabindex=\"-1\">"
	     "<h2>%s</h2><p>%s</p></div>\n",
	     words(p, view_key(mem, "err", name, NULL)),
	     words(p, view_key(mem, "err", name, "help")));
}

/* What was sent goes with the page, to be seen, copied and sent again. */
static void sent_again(const struct page *p)
{
	const struct pairs *form = &p->rq->form;
	enum lang l = p->ctx->lang;

	html(p->out, "<h2>%s</h2>\n<form class=\"record\" method=\"post\" "
	     "action=\"%.*s\">\n", word(l, "ui.you_typed"),
	     STR_ARG(p->rq->path));
	for (size_t i = 0; i < form->n; i++) {
		const struct pair *f = &form->list[i];

		if (f->value.n)
			html(p->out, "<div class=\"field\"><label for=\"s%zu\">"
			     "<bdi>%.*s</bdi></label><textarea id=\"s%zu\" "
			     "name=\"%.*s\" rows=\"2\" dir=\"auto\">\n%.*s"
			     "</textarea></div>\n", i, STR_ARG(f->name), i,
			     STR_ARG(f->name), STR_ARG(f->value));
	}
	html(p->out, "<p class=\"buttons\"><button class=\"main\">%s</button>"
	     "</p></form>\n", word(l, "ui.send_again"));
}

void page_error(struct ctx *ctx, const struct request *rq,
		struct response *rs, enum err e)
{
	const struct err_row *row = err_row(e);
	const char *title = word(ctx->lang, view_key(ctx->mem, "err",
						     row->name, NULL));
	const char *help = word(ctx->lang, view_key(ctx->mem, "err",
						    row->name, "help"));
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs, .wrong = true,
			  .title = str_of(title) };

	rs->status = row->status;
	if (row->status == 503)
		response_header(rs, "Retry-After", STR("5"));
	page_begin(&p);
	html(p.out, "<h1>%s</h1>\n<p class=\"lead\">%s</p>\n", title, help);
	for (size_t i = 0; i < ctx->problems.n; i++)
		html(p.out, "<p>%.*s</p>\n", STR_ARG(problem_words(ctx->mem,
			ctx->lang, &ctx->problems.list[i],
			ctx->problems.list[i].field)));
	if (rq->method == METHOD_POST && rq->form.n && row->status >= 500)
		sent_again(&p);
	html(p.out, "<p><a href=\"%.*s\">%s</a></p>\n",
	     STR_ARG(url_page(ctx->mem, tag(&p), "", NULL)),
	     word(ctx->lang, "ui.nav.home"));
	page_end(&p);
}
