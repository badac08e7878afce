/* ui_edit.c - the forms that add and change a record */

#include "base/url.h"
#include "lang/words.h"
#include "service/svc_record.h"
#include "ui/page.h"
#include "ui/record_form.h"
#include "ui/ui_record.h"
#include "ui/view.h"

static struct str address(struct ctx *ctx, const struct match *m,
			  struct str code, const char *verb)
{
	return url_record(ctx->mem, lang_row(ctx->lang)->tag, m->path, code,
			  verb);
}

/* After a save: to the record, which says what was done. */
static void leave(struct ctx *ctx, struct response *rs,
		  const struct match *m, struct str code, const char *done)
{
	struct str url = address(ctx, m, code, NULL);

	response_redirect(rs, url_with(ctx->mem, url, "done",
				       str_of(done)));
}

/* The record in a form: what is stored, or a new one. */
struct edit {
	struct ctx *ctx;
	const struct request *rq;
	struct response *rs;
	const struct match *match;
	void *was;		/* as stored; NULL for a new one */
	void *now;		/* with what was typed */
	bool typed;		/* the form was sent */
	bool conflict;		/* and somebody else had saved before */
	enum err failed;	/* or could not be stored just now */
};

static void form(const struct edit *e, struct buf *out)
{
	struct ctx *ctx = e->ctx;
	const struct match *m = e->match;
	/* The version that was read goes on being sent until both versions
	 * have been seen side by side. */
	bool again = e->typed && !e->conflict;
	struct str version = arena_printf(ctx->mem, "%lld",
		e->was ? (long long)record_row(e->was)->version : 0);
	struct str url = e->was ? address(ctx, m, m->code, "edit") :
		url_page(ctx->mem, lang_row(ctx->lang)->tag, m->path, "new");
	struct str back = e->was ? address(ctx, m, m->code, NULL) :
		url_page(ctx->mem, lang_row(ctx->lang)->tag, m->path, NULL);

	html(out, "<form class=\"record\" method=\"post\" action=\"%.*s\" "
	     "novalidate>\n", STR_ARG(url));
	page_hidden(out, "version", again ? request_form(e->rq, "version") :
		    version);
	record_form_write(ctx, out, m->entity, e->now,
			  e->typed ? e->rq : NULL);
	html(out, "<p class=\"buttons\"><button class=\"main\">%s</button> "
	     "<a href=\"%.*s\">%s</a></p></form>\n",
	     word(ctx->lang, e->conflict ? "ui.save_over" : "ui.save"),
	     STR_ARG(back), word(ctx->lang, "ui.cancel"));
}

static void both_sides(const struct edit *e, struct buf *out)
{
	struct ctx *ctx = e->ctx;
	struct difference *d;
	size_t n = record_differences(e->match->entity, ctx->mem, e->was,
				      e->now, &d);

	html(out, "<div class=\"notice conflict\" role=\"alert\"><h2>%s</h2>"
	     "<p>%s ", word(ctx->lang, "ui.conflict"),
	     word(ctx->lang, "ui.conflict.help"));
	view_actor(ctx, out, record_row(e->was)->changed_by);
	html(out, " · ");
	view_instant(ctx, out, record_row(e->was)->changed_at);
	html(out, "</p></div>\n<div class=\"scroll\"><table><thead><tr>"
	     "<th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
	     "<th scope=\"col\">%s</th></tr></thead><tbody>\n",
	     word(ctx->lang, "ui.field"), word(ctx->lang, "ui.stands_now"),
	     word(ctx->lang, "ui.you_typed"));
	for (size_t i = 0; i < n; i++) {
		html(out, "<tr><th scope=\"row\">%s",
		     view_label(ctx, e->match->entity, d[i].field));
		if (d[i].lang != LANG_N)
			html(out, " · <bdi lang=\"%s\">%s</bdi>",
			     lang_row(d[i].lang)->tag,
			     lang_row(d[i].lang)->self);
		html(out, "</th><td>");
		view_text(out, ctx->lang, d[i].before, d[i].lang);
		html(out, "</td><td>");
		view_text(out, ctx->lang, d[i].after, d[i].lang);
		html(out, "</td></tr>\n");
	}
	html(out, "</tbody></table></div>\n");
}

static void edit_page(const struct edit *e)
{
	struct ctx *ctx = e->ctx;
	const struct entity *entity = e->match->entity;
	const struct row *row = record_row_in(e->was ? e->was : e->now);
	const char *title = e->was ? word(ctx->lang, "ui.edit") :
		word(ctx->lang, view_key(ctx->mem, entity->name, "new",
					 NULL));
	struct page p = { .ctx = ctx, .rq = e->rq, .rs = e->rs,
			  .here = e->match->path, .title = str_of(title),
			  .wrong = ctx->problems.n || e->conflict ||
				   e->failed };

	if (ctx->problems.n)
		e->rs->status = 422;
	if (e->conflict)
		e->rs->status = 409;
	if (e->failed)
		e->rs->status = err_row(e->failed)->status;
	page_begin(&p);
	record_form_problems(ctx, p.out, entity);
	if (e->failed)
		page_failure(&p, e->failed);
	html(p.out, "<h1>%s", title);
	if (e->was) {
		html(p.out, ": ");
		view_text(p.out, ctx->lang, row->heading, row->heading_lang);
	}
	html(p.out, "</h1>\n");
	if (e->conflict)
		both_sides(e, p.out);
	form(e, p.out);
	page_end(&p);
}

/* The form once more after a refusal: what was typed is not lost, whether
 * it was wrong or the database could not take it. */
static enum err answer(struct edit *e, enum err err)
{
	if (err != ERR_PROBLEMS && err_row(err)->status < 500)
		return err;
	e->failed = err == ERR_PROBLEMS ? ERR_OK : err;
	edit_page(e);
	return ERR_OK;
}

enum err ui_new(struct ctx *ctx, const struct request *rq,
		struct response *rs, const struct match *m)
{
	struct edit e = {
		.ctx = ctx, .rq = rq, .rs = rs, .match = m,
		.now = record_new(m->entity, ctx->mem),
		.typed = rq->method == METHOD_POST,
	};
	enum err err = ERR_PROBLEMS;

	if (e.typed) {
		record_form_read(ctx, m->entity, rq, e.now);
		err = svc_save(ctx, m->entity, e.now, NULL);
		if (err == ERR_OK) {
			leave(ctx, rs, m, record_row(e.now)->code, "create");
			return ERR_OK;
		}
		record_row(e.now)->id = 0;
	}
	return answer(&e, err);
}

/* The form as it was sent against what is stored by now. */
static enum err conflict(struct edit *e)
{
	enum err err = svc_load(e->ctx, e->match->entity, e->match->code,
				NULL, &e->was);

	e->conflict = true;
	if (err)
		return err;
	/* Codes that were typed become records, to be compared with those
	 * that stand; what is wrong with them is told as well. */
	err = svc_resolve(e->ctx, e->match->entity, e->now, e->was);
	if (err && err != ERR_PROBLEMS)
		return err;
	edit_page(e);
	return ERR_OK;
}

enum err ui_edit(struct ctx *ctx, const struct request *rq,
		 struct response *rs, const struct match *m)
{
	struct edit e = {
		.ctx = ctx, .rq = rq, .rs = rs, .match = m,
		.typed = rq->method == METHOD_POST,
	};
	int64_t version = 0;
	enum err err = svc_load(ctx, m->entity, m->code, NULL, &e.was);

	if (err)
		return err;
	if (record_row(e.was)->stage.v == STAGE_WITHDRAWN)
		return ERR_GONE;
	e.now = record_copy(m->entity, ctx->mem, e.was);
	if (!e.typed) {
		edit_page(&e);
		return ERR_OK;
	}
	if (!str_int(request_form(rq, "version"), &version))
		return ERR_REQUEST;
	record_form_read(ctx, m->entity, rq, e.now);
	/* The mistakes are told first; the version is asked again anyway. */
	if (version != record_row(e.was)->version && !ctx->problems.n)
		return conflict(&e);
	record_row(e.now)->version = version;
	err = svc_save(ctx, m->entity, e.now, e.was);
	if (err == ERR_OK) {
		leave(ctx, rs, m, m->code, "change");
		return ERR_OK;
	}
	if (err == ERR_CONFLICT)
		return conflict(&e);
	return answer(&e, err);
}
