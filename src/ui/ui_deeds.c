/* ui_deeds.c - linking, unlinking, withdrawing, undoing */

#include "base/url.h"
#include "domain/document.h"
#include "domain/link.h"
#include "domain/link_kinds.h"
#include "lang/words.h"
#include "service/svc_record.h"
#include "ui/page.h"
#include "ui/record_form.h"
#include "ui/ui_record.h"
#include "ui/view.h"

static struct str address(struct ctx *ctx, const struct match *m,
			  const char *verb)
{
	return url_record(ctx->mem, lang_row(ctx->lang)->tag, m->path,
			  m->code, verb);
}

/* To the record, which says what was done and offers to take it back. */
static void leave(struct ctx *ctx, struct response *rs,
		  const struct match *m, const char *done, int64_t link)
{
	struct str url = url_with(ctx->mem, address(ctx, m, NULL), "done",
				  str_of(done));

	if (link)
		url = url_with(ctx->mem, url, "link",
			       arena_printf(ctx->mem, "%lld",
					    (long long)link));
	response_redirect(rs, url);
}

/* A record that was withdrawn is neither linked nor withdrawn again. */
static enum err standing_load(struct ctx *ctx, const struct match *m,
			      void **record)
{
	enum err err = svc_load(ctx, m->entity, m->code, NULL, record);

	if (err)
		return err;
	return record_row(*record)->stage.v == STAGE_WITHDRAWN ? ERR_GONE
							       : ERR_OK;
}

/* After a refusal or a failure of the database the form is shown once more,
 * with what was typed; what nobody can put right here is passed on. */
static bool again(enum err err)
{
	return err == ERR_PROBLEMS || err_row(err)->status >= 500;
}

/* The head of a form page about one record; err: why it comes once more. */
static void begin(struct page *p, const struct match *m, const char *title,
		  const struct row *row, enum err err)
{
	struct ctx *ctx = p->ctx;

	p->title = arena_printf(ctx->mem, "%s: %.*s", title,
				STR_ARG(m->code));
	p->here = m->path;
	p->code = m->code;
	p->wrong = err != ERR_OK;
	if (err)
		p->rs->status = err_row(err)->status;
	page_begin(p);
	page_crumbs(p, (const struct crumb[]){
		{ str_of(word(ctx->lang, view_key(ctx->mem, m->entity->name,
						  "many", NULL))),
		  url_page(ctx->mem, lang_row(ctx->lang)->tag, m->path,
			   NULL), ctx->lang },
		{ m->code, address(ctx, m, NULL), LANG_N },
	}, 2);
	html(p->out, "<h1>%s: ", title);
	view_text(p->out, ctx->lang, row->heading.n ? row->heading : row->code,
		  row->heading_lang);
	html(p->out, "</h1>\n");
}

/* Why the form comes once more. */
static void told(struct page *p, const struct entity *e, enum err err)
{
	if (err == ERR_PROBLEMS)
		record_form_problems(p->ctx, p->out, e);
	else if (err == ERR_CONFLICT)
		html(p->out, "<p class=\"notice\" role=\"alert\">%s</p>\n",
		     word(p->ctx->lang, "ui.conflict.withdraw"));
	else if (err)
		page_failure(p, err);
}

static void form_begin(struct page *p, const struct match *m,
		       const char *verb, const struct row *row)
{
	html(p->out, "<form class=\"record\" method=\"post\" "
	     "action=\"%.*s\" novalidate>"
	     "<input type=\"hidden\" name=\"version\" value=\"%lld\">\n",
	     STR_ARG(address(p->ctx, m, verb)), (long long)row->version);
}

static void form_end(struct page *p, const struct match *m, const char *key)
{
	html(p->out, "<p class=\"buttons\"><button class=\"main\">%s</button> "
	     "<a href=\"%.*s\">%s</a></p></form>\n", word(p->ctx->lang, key),
	     STR_ARG(address(p->ctx, m, NULL)),
	     word(p->ctx->lang, "ui.cancel"));
}

/* ---- linking */

/* "serves:out" and "serves:in": what may be said of this entity. */
static void kind_options(struct page *p, const struct match *m,
			 struct str now)
{
	const struct link_kind *k;

	for (size_t i = 0; (k = link_kind_at(i)); i++)
		for (int out = 1; out >= 0; out--) {
			const char *side = out ? "out" : "in";
			struct str value = arena_printf(p->ctx->mem, "%s:%s",
							k->name, side);

			if (!link_end_allowed(out ? k->from : k->to,
					      m->entity))
				continue;
			html(p->out, "<option value=\"%.*s\"%s>%s</option>",
			     STR_ARG(value),
			     str_eq(value, now) ? " selected" : "",
			     word(p->ctx->lang,
				  view_key(p->ctx->mem, "link", k->name,
					   side)));
		}
}

static void code_input(struct page *p, const char *name, const char *label,
		       const struct entity *e)
{
	struct str names = url_page(p->ctx->mem,
				    lang_row(p->ctx->lang)->tag, "names",
				    NULL);

	if (e)
		names = url_with(p->ctx->mem, names, "entity",
				 str_of(e->name));
	html(p->out, "<div class=\"field\"><label for=\"%s\">%s</label>"
	     "<p class=\"hint\">%s</p><input id=\"%s\" name=\"%s\" "
	     "dir=\"ltr\" class=\"code\" autocomplete=\"off\" "
	     "list=\"names-%s\" data-names=\"%.*s\" value=\"%.*s\">"
	     "<datalist id=\"names-%s\"></datalist></div>\n", name,
	     word(p->ctx->lang, label), word(p->ctx->lang, "ui.code.hint"),
	     name, name, name, STR_ARG(names),
	     STR_ARG(request_form(p->rq, name)), name);
}

static void provenance_input(struct page *p)
{
	const struct field *f = entity_field(&link_entity,
					     STR("provenance"));
	struct str now = request_form(p->rq, "provenance");

	html(p->out, "<div class=\"field\"><label for=\"provenance\">%s"
	     "</label><select id=\"provenance\" name=\"provenance\">",
	     view_label(p->ctx, &link_entity, f));
	for (size_t i = 0; i < f->choices->n; i++) {
		const struct choice_row *c = &f->choices->rows[i];

		html(p->out, "<option value=\"%s\"%s>%s</option>", c->name,
		     str_is(now, c->name) ? " selected" : "",
		     view_choice(p->ctx, "link", f, (struct choice){ c->v }));
	}
	html(p->out, "</select></div>\n");
}

static void link_form(struct page *p, const struct match *m,
		      const struct row *row)
{
	enum lang l = p->ctx->lang;

	form_begin(p, m, "link", row);
	html(p->out, "<div class=\"field\"><label for=\"kind\">%s</label>"
	     "<select id=\"kind\" name=\"kind\">", word(l, "link.kind"));
	kind_options(p, m, request_form(p->rq, "kind"));
	html(p->out, "</select></div>\n<span id=\"from\"></span>");
	code_input(p, "to", "ui.link.to", NULL);
	html(p->out, "<div class=\"field\"><label for=\"note\">%s</label>"
	     "<input id=\"note\" name=\"note\" value=\"%.*s\"></div>\n",
	     word(l, "link.note"), STR_ARG(request_form(p->rq, "note")));
	provenance_input(p);
	code_input(p, "document", "link.document", &document_entity);
	form_end(p, m, "ui.link.add");
}

/* The links that stand, each with a button that takes it away. */
static enum err links_standing(struct page *p, const struct match *m,
			       const struct row *row)
{
	struct ctx *ctx = p->ctx;
	struct linked *links;
	size_t n;
	enum err err = repo_links(ctx->db, ctx->mem, m->entity, row->id,
				  ctx->lang, &links, &n);

	if (err || !n)
		return err;
	html(p->out, "<h2>%s</h2><ul class=\"removable\">\n",
	     word(ctx->lang, "ui.links"));
	for (size_t i = 0; i < n; i++) {
		const struct linked *k = &links[i];
		const char *name = link_kind_of(k->kind)->name;

		html(p->out, "<li><form method=\"post\" action=\"%.*s\">"
		     "<input type=\"hidden\" name=\"version\" value=\"%lld\">"
		     "<input type=\"hidden\" name=\"link\" value=\"%lld\">"
		     "<span>%s: ", STR_ARG(address(ctx, m, "unlink")),
		     (long long)row->version, (long long)k->link_id,
		     word(ctx->lang, view_key(ctx->mem, "link", name,
					      k->out ? "out" : "in")));
		view_record(ctx, p->out, k->other.entity, &k->other.to);
		view_provenance(p->out, ctx->lang, k->provenance);
		html(p->out, "</span> <button>%s</button></form></li>\n",
		     word(ctx->lang, "ui.unlink"));
	}
	html(p->out, "</ul>\n");
	return ERR_OK;
}

/* Which end the record stands at is in the name of the kind. */
static enum err link_save(struct ctx *ctx, const struct request *rq,
			  const struct match *m, int64_t *id)
{
	struct str kind = request_form(rq, "kind"), name;
	struct str other = str_trim(request_form(rq, "to"));
	bool out;

	str_split(&kind, ':', &name);
	out = !str_is(kind, "in");
	return svc_link(ctx, &(const struct link_ask){
		.kind = name,
		.from = out ? m->code : other,
		.to = out ? other : m->code,
		.note = request_form(rq, "note"),
		.provenance = request_form(rq, "provenance"),
		.document = request_form(rq, "document"),
	}, id);
}

enum err ui_link(struct ctx *ctx, const struct request *rq,
		 struct response *rs, const struct match *m)
{
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs };
	int64_t id = 0;
	void *record;
	enum err err = standing_load(ctx, m, &record);

	if (err)
		return err;
	if (rq->method == METHOD_POST) {
		err = link_save(ctx, rq, m, &id);
		if (err == ERR_OK)
			leave(ctx, rs, m, "link", id);
		if (!again(err))
			return err;
	}
	begin(&p, m, word(ctx->lang, "ui.link"), record_row(record), err);
	told(&p, &link_entity, err);
	link_form(&p, m, record_row(record));
	/* A database that has just failed is not asked for more. */
	if (!err || err == ERR_PROBLEMS)
		err = links_standing(&p, m, record_row(record));
	else
		err = ERR_OK;
	if (err)
		return err;
	page_end(&p);
	return ERR_OK;
}

enum err ui_unlink(struct ctx *ctx, const struct request *rq,
		   struct response *rs, const struct match *m)
{
	struct linked *links;
	int64_t id = 0;
	void *record;
	size_t n;
	enum err err = svc_load(ctx, m->entity, m->code, NULL, &record);

	if (err == ERR_OK)
		err = repo_links(ctx->db, ctx->mem, m->entity,
				 record_row(record)->id, ctx->lang, &links,
				 &n);
	if (err)
		return err;
	if (!str_int(request_form(rq, "link"), &id))
		return ERR_REQUEST;
	for (size_t i = 0; i < n; i++) {
		if (links[i].link_id != id)
			continue;
		err = svc_unlink(ctx, id);
		if (err == ERR_OK)
			leave(ctx, rs, m, "unlink", id);
		return err;
	}
	return ERR_MISSING;
}

/* ---- withdrawing and undoing */

static void withdraw_page(struct page *p, const struct match *m,
			  const struct row *row, enum err err)
{
	enum lang l = p->ctx->lang;

	begin(p, m, word(l, "ui.withdraw"), row, err);
	told(p, m->entity, err);
	html(p->out, "<p class=\"lead\">%s</p>\n",
	     word(l, "ui.withdraw.help"));
	form_begin(p, m, "withdraw", row);
	html(p->out, "<div class=\"field\"><label for=\"reason\">%s</label>"
	     "<textarea id=\"reason\" name=\"reason\" rows=\"3\" "
	     "dir=\"auto\">\n%.*s</textarea></div>\n", word(l, "row.reason"),
	     STR_ARG(request_form(p->rq, "reason")));
	form_end(p, m, "ui.withdraw");
	page_end(p);
}

enum err ui_withdraw(struct ctx *ctx, const struct request *rq,
		     struct response *rs, const struct match *m)
{
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs };
	int64_t version = 0;
	void *record;
	enum err err = standing_load(ctx, m, &record);

	if (err)
		return err;
	if (rq->method == METHOD_POST) {
		if (!str_int(request_form(rq, "version"), &version))
			return ERR_REQUEST;
		err = svc_withdraw(ctx, m->entity, m->code, version,
				   request_form(rq, "reason"));
		if (err == ERR_OK)
			leave(ctx, rs, m, "withdraw", 0);
		if (err != ERR_CONFLICT && !again(err))
			return err;
	}
	withdraw_page(&p, m, record_row(record), err);
	return ERR_OK;
}

enum err ui_undo(struct ctx *ctx, const struct request *rq,
		 struct response *rs, const struct match *m)
{
	int64_t version = 0, link = 0;
	enum err err;

	if (request_has_form(rq, "link")) {
		if (!str_int(request_form(rq, "link"), &link))
			return ERR_REQUEST;
		err = svc_relink(ctx, m->entity, m->code, link);
	} else {
		if (!str_int(request_form(rq, "version"), &version))
			return ERR_REQUEST;
		err = svc_undo(ctx, m->entity, m->code, version);
	}
	if (err == ERR_OK)
		leave(ctx, rs, m, "undo", 0);
	return err;
}
