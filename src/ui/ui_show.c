/* ui_show.c - the page of one record, whatever its entity */

#include "base/url.h"
#include "lang/words.h"
#include "service/svc_record.h"
#include "ui/extras.h"
#include "ui/page.h"
#include "ui/ui_record.h"
#include "ui/view.h"
#include "ui/view_fact.h"

enum { REFERRING_MAX = 100 };

/* Everything the page shows of the record's surroundings. */
struct around {
	struct view view;
	struct linked *links;
	size_t links_n;
	struct referring *referring;
	size_t referring_n;
	struct fact_names names;
};

static enum err around_load(struct around *a)
{
	struct ctx *ctx = a->view.ctx;
	const struct entity *e = a->view.entity;
	int64_t id = record_row_in(a->view.record)->id;
	enum err err = repo_links(ctx->db, ctx->mem, e, id, ctx->lang,
				  &a->links, &a->links_n);

	if (err == ERR_OK)
		err = repo_facts(ctx->db, ctx->mem, e, id, ctx->lang,
				 &a->view.facts, &a->view.facts_n);
	if (err == ERR_OK)
		err = repo_referring(ctx->db, ctx->mem, e, id, ctx->lang,
				     REFERRING_MAX, &a->referring,
				     &a->referring_n);
	if (err)
		return err;
	fact_names_load(&a->view, a->links, a->links_n, &a->names);
	a->view.names = &a->names;
	return db_err(ctx->db);
}

static struct str address(const struct page *p, const struct match *m,
			  const char *verb)
{
	return url_record(p->ctx->mem, lang_row(p->ctx->lang)->tag, m->path,
			  m->code, verb);
}

static void top(const struct view *v, struct page *p, const struct match *m)
{
	struct ctx *ctx = p->ctx;
	const struct row *row = record_row_in(v->record);
	const struct field *f = entity_heading(v->entity);
	const struct crumb crumbs[] = {
		{ str_of(word(ctx->lang, view_key(ctx->mem, v->entity->name,
						  "many", NULL))),
		  url_page(ctx->mem, lang_row(ctx->lang)->tag, m->path,
			   NULL), ctx->lang },
		{ row->code, STR(""), LANG_N },
	};

	page_crumbs(p, crumbs, COUNT(crumbs));
	page_done(p, m->path, row);
	html(p->out, "<p class=\"kind\">%s</p><h1>",
	     word(ctx->lang, v->entity->name));
	if (f && f->kind == KIND_TEXT && !field_empty(f, v->record)) {
		view_words(ctx, p->out, field_text_in(f, v->record), false);
		view_heading_mark(v, f);
	} else if (row->heading.n) {
		view_text(p->out, ctx->lang, row->heading,
			  row->heading_lang);
	} else {
		view_code(p->out, row->code);
	}
	html(p->out, "</h1>\n");
}

/* A draft says so, and is published by one button. */
static void draft_note(struct page *p, const struct match *m,
		       const struct row *row, bool earlier)
{
	enum lang l = p->ctx->lang;

	html(p->out, "<div class=\"notice\"><p>%s</p>",
	     word(l, "ui.is_draft"));
	if (!earlier)
		html(p->out, "<form method=\"post\" action=\"%.*s\">"
		     "<input type=\"hidden\" name=\"version\" "
		     "value=\"%lld\"><input type=\"hidden\" name=\"stage\" "
		     "value=\"published\"><button>%s</button></form>",
		     STR_ARG(address(p, m, "edit")), (long long)row->version,
		     word(l, "ui.publish"));
	html(p->out, "</div>\n");
}

/* What stands in the way of taking the page for the record as it is. */
static void notes(struct page *p, const struct match *m,
		  const struct row *row, bool earlier)
{
	enum lang l = p->ctx->lang;

	if (earlier) {
		html(p->out, "<p class=\"notice\">%s ",
		     word(l, "ui.as_recorded"));
		view_instant(p->ctx, p->out, row->changed_at);
		html(p->out, " · ");
		number_html(p->out, p->ctx->lang, row->version);
		html(p->out, "</p>\n");
	}
	if (row->stage.v == STAGE_DRAFT)
		draft_note(p, m, row, earlier);
	if (row->stage.v == STAGE_WITHDRAWN) {
		html(p->out, "<p class=\"notice\">%s ",
		     word(l, "ui.is_withdrawn"));
		view_instant(p->ctx, p->out, row->changed_at);
		/* What undo withdrew bears no reason of a person. */
		if (svc_was_undone(row))
			html(p->out, ": %s</p>\n", word(l, "ui.undone"));
		else
			html(p->out, ": <bdi>%.*s</bdi></p>\n",
			     STR_ARG(row->reason.s));
	}
}

static void actions(struct page *p, const struct match *m,
		    const struct row *row)
{
	static const struct {
		const char *verb;
		const char *key;
	} all[] = {
		{ "edit", "ui.edit" },
		{ "link", "ui.link" },
		{ "history", "ui.history" },
		{ "withdraw", "ui.withdraw" },
	};
	struct str json = url_with(p->ctx->mem, address(p, m, NULL),
				   "format", STR("json"));

	html(p->out, "<div class=\"actions\">");
	for (size_t i = 0; i < COUNT(all); i++) {
		bool withdrawn = row->stage.v == STAGE_WITHDRAWN;

		if (withdrawn && i != 2)
			continue;
		html(p->out, "<a href=\"%.*s\">%s</a>",
		     STR_ARG(address(p, m, all[i].verb)),
		     word(p->ctx->lang, all[i].key));
	}
	html(p->out, "<a href=\"%.*s\">%s</a></div>\n", STR_ARG(json),
	     word(p->ctx->lang, "ui.json"));
}

/* What the log says of the record, in one line. */
static void record_line(struct page *p, const struct row *row)
{
	enum lang l = p->ctx->lang;

	html(p->out, "<p class=\"record\">%s ", word(l, "row.version"));
	number_html(p->out, l, row->version);
	html(p->out, " · %s ", word(l, "row.changed_at"));
	view_instant(p->ctx, p->out, row->changed_at);
	html(p->out, " · ");
	view_actor(p->ctx, p->out, row->changed_by);
	html(p->out, " · %s</p>\n",
	     word(l, view_key(p->ctx->mem, "row.edition",
			      choice_name(&edition_choices, row->edition),
			      NULL)));
}

static struct extra_ask asked(const struct around *a,
			      const struct request *rq)
{
	return (struct extra_ask){
		.view = &a->view, .rq = rq,
		.links = a->links, .links_n = a->links_n,
		.referring = a->referring, .referring_n = a->referring_n,
	};
}

/* One of the three places where an entity adds what is its own. */
static enum err extra(enum err (*draw)(const struct extra_ask *),
		      const struct around *a, const struct request *rq)
{
	const struct extra_ask ask = asked(a, rq);

	return draw ? draw(&ask) : ERR_OK;
}

static void links(const struct extra *x, const struct around *a,
		  const struct request *rq)
{
	const struct extra_ask ask = asked(a, rq);

	if (x->links)
		x->links(&ask);
	else
		view_links(&a->view, a->links, a->links_n);
}

static enum err body(struct page *p, const struct around *a)
{
	static const struct extra none;
	const struct view *v = &a->view;
	const struct extra *x = extra_of(v->entity);
	enum err err;

	/* What an entity adds is of today. */
	if (!x || request_query(p->rq, "at").n)
		x = &none;
	err = extra(x->above, a, p->rq);
	if (err)
		return err;
	html(p->out, "<div class=\"two\"><div>\n");
	view_longtexts(v, NULL);
	links(x, a, p->rq);
	html(p->out, "</div><div class=\"card\"><h2>%s</h2>\n",
	     word(p->ctx->lang, "ui.card"));
	view_fields(v, NULL);
	err = extra(x->aside, a, p->rq);
	if (err)
		return err;
	html(p->out, "</div></div>\n");
	err = extra(x->below, a, p->rq);
	if (err)
		return err;
	if (!x->refers_itself)
		view_referring(v, a->referring, a->referring_n);
	view_facts(v);
	html(p->out, "<p class=\"legend\">%s</p>\n",
	     word(p->ctx->lang, "ui.legend"));
	return ERR_OK;
}

/* The record as it is, or as it was recorded at ?at=. */
static enum err show_load(struct ctx *ctx, const struct request *rq,
			  const struct match *m, void **out)
{
	struct str at = request_query(rq, "at");
	struct instant when;

	if (!at.n)
		return svc_load(ctx, m->entity, m->code, NULL, out);
	if (!instant_from_iso(at, &when))
		return ERR_REQUEST;
	return svc_load_at(ctx, m->entity, m->code, when, out);
}

enum err ui_show(struct ctx *ctx, const struct request *rq,
		 struct response *rs, const struct match *m)
{
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs, .here = m->path,
			  .code = m->code };
	struct around a = {
		.view = { .ctx = ctx, .out = &rs->body, .path = m->path,
			  .entity = m->entity },
	};
	const struct row *row;
	void *record;
	enum err err = show_load(ctx, rq, m, &record);

	if (err)
		return err;
	a.view.record = record;
	row = record_row(record);
	/* What surrounded an earlier version is not what surrounds it now. */
	if (!request_query(rq, "at").n)
		err = around_load(&a);
	if (err)
		return err;
	p.title = row->heading.n ? row->heading : row->code;
	if (row->stage.v == STAGE_WITHDRAWN)
		rs->status = 410;
	page_begin(&p);
	top(&a.view, &p, m);
	notes(&p, m, row, request_query(rq, "at").n > 0);
	actions(&p, m, row);
	err = body(&p, &a);
	if (err)
		return err;
	record_line(&p, row);
	page_end(&p);
	return ERR_OK;
}
