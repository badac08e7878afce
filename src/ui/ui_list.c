/* ui_list.c - lists of records, bodies, all kinds */

#include <string.h>

#include "base/url.h"
#include "domain/organisation.h"
#include "lang/words.h"
#include "service/svc_list.h"
#include "service/svc_record.h"
#include "ui/page.h"
#include "ui/ui_record.h"
#include "ui/view.h"

static struct str query_of(const void *rq, const char *name)
{
	return request_query(rq, name);
}

static const char *many(struct ctx *ctx, const struct entity *e)
{
	return word(ctx->lang, view_key(ctx->mem, e->name, "many", NULL));
}

static struct str here(const struct page *p, const char *path)
{
	return url_page(p->ctx->mem, lang_row(p->ctx->lang)->tag, path, NULL);
}

/* The address of the list as it is seen, without the cursor. */
static struct str as_seen(const struct page *p, const char *path,
			  const struct list_ask *ask)
{
	struct str url = here(p, path);

	if (ask->way->filter)
		return url_with(p->ctx->mem, url, ask->way->filter,
				ask->filter_value);
	if (strcmp(ask->way->order, "title") != 0)
		return url_with(p->ctx->mem, url, "order",
				str_of(ask->way->order));
	return url;
}

/* One choice of a row of choices; the chosen one is not a link. */
static void chip(const struct page *p, struct str url, struct str name,
		 bool chosen)
{
	if (chosen)
		html(p->out, "<li><b aria-current=\"true\"><bdi>%.*s</bdi></b>"
		     "</li>", STR_ARG(name));
	else
		html(p->out, "<li><a href=\"%.*s\"><bdi>%.*s</bdi></a></li>",
		     STR_ARG(url), STR_ARG(name));
}

static const char *order_words(struct ctx *ctx, const struct list_way *w)
{
	if (strcmp(w->order, "title") == 0)
		return word(ctx->lang, "ui.order.title");
	if (strcmp(w->order, "changed") == 0)
		return word(ctx->lang, "ui.order.changed");
	return view_label(ctx, w->entity,
			  entity_field(w->entity, str_of(w->order)));
}

static void orders(const struct page *p, const struct match *m,
		   const struct list_ask *ask)
{
	const struct list_way *w;

	html(p->out, "<div class=\"ways\"><span>%s</span><ul>",
	     word(p->ctx->lang, "ui.order"));
	for (size_t i = 0; (w = list_way_at(i)); i++) {
		const struct list_ask other = { .way = w };

		if (w->entity == m->entity && !w->filter)
			chip(p, as_seen(p, m->path, &other),
			     str_of(order_words(p->ctx, w)), w == ask->way);
	}
	html(p->out, "</ul></div>\n");
}

static void choice_filter(const struct page *p, const struct match *m,
			  const struct list_ask *ask,
			  const struct list_way *w)
{
	const struct field *f = entity_field(m->entity, str_of(w->filter));

	html(p->out, "<ul>");
	chip(p, here(p, m->path), str_of(word(p->ctx->lang, "ui.all")),
	     ask->way != w);
	for (size_t i = 0; i < f->choices->n; i++) {
		const struct choice_row *c = &f->choices->rows[i];
		struct str url = url_with(p->ctx->mem, here(p, m->path),
					  f->name, str_of(c->name));

		chip(p, url, str_of(view_choice(p->ctx, m->entity->name, f,
						(struct choice){ c->v })),
		     ask->way == w && str_is(ask->filter_value, c->name));
	}
	html(p->out, "</ul>");
}

/* Where there are few to choose from, all of them. */
static bool ref_choices(const struct page *p, const struct match *m,
			const struct list_ask *ask, const struct list_way *w)
{
	enum { FEW = 12 };
	const struct field *f = entity_field(m->entity, str_of(w->filter));
	struct list_ask all = {
		.way = list_way_find(f->refers, STR(""), STR("title")),
		.limit = FEW,
	};
	struct list_page rows;

	if (!all.way || repo_count(p->ctx->db, f->refers) > FEW ||
	    svc_list(p->ctx, &all, &rows))
		return false;
	html(p->out, "<ul>");
	chip(p, here(p, m->path), str_of(word(p->ctx->lang, "ui.all")),
	     ask->way != w);
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *row = record_row(rows.records[i]);

		chip(p, url_with(p->ctx->mem, here(p, m->path), f->name,
				 row->code),
		     row->heading.n ? row->heading : row->code,
		     ask->way == w && str_eq(ask->filter_value, row->code));
	}
	html(p->out, "</ul>");
	return true;
}

static void ref_filter(const struct page *p, const struct match *m,
		       const struct list_ask *ask, const struct list_way *w)
{
	struct str url = here(p, m->path);
	struct str names = url_page(p->ctx->mem, lang_row(p->ctx->lang)->tag,
				    "names", NULL);
	const struct field *f = entity_field(m->entity, str_of(w->filter));
	struct str now = ask->way == w ? ask->filter_value : STR("");

	names = url_with(p->ctx->mem, names, "entity",
			 str_of(f->refers->name));
	html(p->out, "<form action=\"%.*s\"><input name=\"%s\" dir=\"ltr\" "
	     "class=\"code\" aria-label=\"%s\" placeholder=\"%s\" "
	     "data-names=\"%.*s\" list=\"names-%s\" value=\"%.*s\">"
	     "<datalist id=\"names-%s\"></datalist><button>%s</button></form>",
	     STR_ARG(url), f->name, view_label(p->ctx, m->entity, f),
	     word(p->ctx->lang, "row.code"), STR_ARG(names), f->name,
	     STR_ARG(now), f->name, word(p->ctx->lang, "ui.filter"));
}

static void filters(const struct page *p, const struct match *m,
		    const struct list_ask *ask)
{
	const struct list_way *w;

	for (size_t i = 0; (w = list_way_at(i)); i++) {
		const struct field *f;

		if (w->entity != m->entity || !w->filter)
			continue;
		f = entity_field(m->entity, str_of(w->filter));
		html(p->out, "<div class=\"ways\"><span>%s</span>",
		     view_label(p->ctx, m->entity, f));
		if (f->kind == KIND_CHOICE)
			choice_filter(p, m, ask, w);
		else if (!ref_choices(p, m, ask, w))
			ref_filter(p, m, ask, w);
		html(p->out, "</div>\n");
	}
}

static void list_actions(const struct page *p, const struct match *m,
			 struct str seen)
{
	struct arena *mem = p->ctx->mem;
	struct str add = url_page(mem, lang_row(p->ctx->lang)->tag, m->path,
				  "new");
	struct str csv = url_with(mem, seen, "format", STR("csv"));
	struct str json = url_with(mem, seen, "format", STR("json"));

	html(p->out, "<div class=\"actions\"><a class=\"main\" "
	     "href=\"%.*s\">%s</a><a href=\"%.*s\" download>%s</a>"
	     "<a href=\"%.*s\">%s</a></div>\n", STR_ARG(add),
	     word(p->ctx->lang, view_key(mem, m->entity->name, "new", NULL)),
	     STR_ARG(csv), word(p->ctx->lang, "ui.csv"), STR_ARG(json),
	     word(p->ctx->lang, "ui.json"));
}

static void list_top(const struct page *p, const struct match *m,
		     int64_t count)
{
	struct arena *mem = p->ctx->mem;
	const char *about = view_key(mem, m->entity->name, "intro", NULL);

	html(p->out, "<h1>%s</h1>\n", many(p->ctx, m->entity));
	if (word_known(p->ctx->lang, about))
		html(p->out, "<p class=\"lead\">%s</p>\n",
		     word(p->ctx->lang, about));
	html(p->out, "<p class=\"count\">");
	html_word_n(p->out, p->ctx->lang,
		    view_key(mem, m->entity->name, "count", NULL), count,
		    NULL, 0);
	html(p->out, "</p>\n");
}

enum err ui_list(struct ctx *ctx, const struct request *rq,
		 struct response *rs, const struct match *m)
{
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs, .here = m->path,
			  .title = str_of(many(ctx, m->entity)),
			  .wide = true };
	struct list_page rows;
	struct list_ask ask;
	struct str seen;
	enum err err = svc_list_asked(m->entity, query_of, rq, &ask);

	for (size_t i = 0; i < rq->query.n; i++)
		if (!svc_list_check(ctx, m->entity, rq->query.list[i].name,
				    rq->query.list[i].value)) {
			page_error(ctx, rq, rs, ERR_REQUEST);
			return ERR_OK;
		}
	if (err == ERR_OK)
		err = svc_list(ctx, &ask, &rows);
	if (err)
		return err;
	page_begin(&p);
	list_top(&p, m, repo_count(ctx->db, m->entity));
	seen = as_seen(&p, m->path, &ask);
	list_actions(&p, m, seen);
	orders(&p, m, &ask);
	filters(&p, m, &ask);
	if (rows.n)
		view_list(ctx, p.out, m->entity, m->path, &rows);
	else
		html(p.out, "<p class=\"empty\">%s</p>\n",
		     word(ctx->lang, view_key(ctx->mem, m->entity->name,
					      "empty", NULL)));
	if (rows.next.n)
		html(p.out, "<p class=\"next\"><a rel=\"next\" "
		     "href=\"%.*s\">%s</a></p>\n",
		     STR_ARG(url_with(ctx->mem, seen, "after", rows.next)),
		     word(ctx->lang, "ui.next"));
	page_end(&p);
	return ERR_OK;
}

/* Bodies are organisations in which others sit. */
static const char *const body_kinds[] = {
	"body", "task_force", "network", "initiative",
};

enum err ui_bodies(struct ctx *ctx, const struct request *rq,
		   struct response *rs, const struct match *m)
{
	enum { EACH = 100 };
	const struct field *kind = entity_field(&organisation_entity,
						STR("kind"));
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs, .here = m->path,
			  .title = str_of(word(ctx->lang,
					       "body.many")) };

	page_begin(&p);
	html(p.out, "<h1>%s</h1>\n<p class=\"lead\">%s</p>\n"
	     "<div class=\"actions\"><a href=\"%.*s\">%s</a></div>\n",
	     word(ctx->lang, "body.many"), word(ctx->lang, "body.intro"),
	     STR_ARG(here(&p, "organisations")),
	     many(ctx, &organisation_entity));
	for (size_t i = 0; i < COUNT(body_kinds); i++) {
		struct list_ask ask = {
			.way = list_way_find(&organisation_entity,
					     STR("kind"), STR("")),
			.filter_value = str_of(body_kinds[i]),
			.limit = EACH,
		};
		struct list_page rows;
		struct choice c = { 0 };
		enum err err = svc_list(ctx, &ask, &rows);

		if (err)
			return err;
		if (!rows.n)
			continue;
		choice_find(kind->choices, ask.filter_value, &c);
		html(p.out, "<h2>%s</h2>\n<ul class=\"plain\">",
		     view_choice(ctx, "organisation", kind, c));
		for (size_t j = 0; j < rows.n; j++) {
			const struct row *row = record_row(rows.records[j]);
			struct str url = url_record(ctx->mem,
				lang_row(ctx->lang)->tag, m->path, row->code,
				NULL);

			html(p.out, "<li><a href=\"%.*s\">", STR_ARG(url));
			view_text(p.out, ctx->lang, row->heading,
				  row->heading_lang);
			html(p.out, "</a> ");
			view_code(p.out, row->code);
			html(p.out, "</li>\n");
		}
		html(p.out, "</ul>\n");
	}
	page_end(&p);
	return ERR_OK;
}

enum err ui_records(struct ctx *ctx, const struct request *rq,
		    struct response *rs, const struct match *m)
{
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs,
			  .title = str_of(word(ctx->lang,
					       "ui.all_records")) };

	int64_t *counts = arena_array(ctx->mem, entities_n, sizeof(*counts));

	(void)m;
	repo_counts(ctx->db, counts);
	page_begin(&p);
	html(p.out, "<h1>%s</h1>\n<dl class=\"kinds\">\n",
	     word(ctx->lang, "ui.all_records"));
	for (size_t i = 0; i < entities_n; i++) {
		const struct entity *e = entities[i];

		if (!e->path)
			continue;
		html(p.out, "<div><dt><a href=\"%.*s\">%s</a></dt><dd><b>",
		     STR_ARG(here(&p, e->path)), many(ctx, e));
		number_add(p.out, ctx->lang, counts[i]);
		html(p.out, "</b> %s</dd></div>\n",
		     word(ctx->lang, view_key(ctx->mem, e->name, "intro",
					      NULL)));
	}
	html(p.out, "</dl>\n");
	page_end(&p);
	return ERR_OK;
}
