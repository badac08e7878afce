/* ui_history.c - what was changed in a record, by whom, from what to what */

#include "base/url.h"
#include "domain/link.h"
#include "lang/relative.h"
#include "lang/words.h"
#include "service/svc_record.h"
#include "store/titles.h"
#include "ui/page.h"
#include "ui/ui_record.h"
#include "ui/view.h"

static const char *field_words(struct ctx *ctx, const struct entity *e,
			       struct str name)
{
	const struct field *f = entity_field(e, name);

	return f ? view_label(ctx, e, f) : arena_cstr(ctx->mem, name);
}

/* The records that changes name by their codes: the first so many. */
enum { NAMES_MAX = 4 * TITLES_MAX };

struct names {
	size_t n;
	struct str codes[NAMES_MAX];
	struct named of[NAMES_MAX];
};

static bool is_reference(const struct field *f)
{
	return f && (f->kind == KIND_REF || f->kind == KIND_ANYREF);
}

static const struct anyref *name_of(const struct names *names,
				    struct str code)
{
	for (size_t i = 0; i < names->n; i++)
		if (str_eq(names->codes[i], code))
			return &names->of[i].to;
	return NULL;
}

static void name_add(struct names *names, struct str code)
{
	if (code.n && names->n < NAMES_MAX && !name_of(names, code))
		names->codes[names->n++] = code;
}

static const struct entity *entity_of(const struct log_entry *log,
				      const struct entity *own)
{
	return str_is(log->entity, own->name) ? own : &link_entity;
}

static void names_load(struct ctx *ctx, const struct entity *own,
		       const struct log_entry *log, size_t n,
		       struct names *out)
{
	for (size_t i = 0; i < n; i++) {
		const struct entity *e = entity_of(&log[i], own);
		struct str rest = log[i].changes;
		struct log_change c;

		while (!log[i].erased && log_change_next(&rest, &c)) {
			if (!is_reference(entity_field(e, c.field)))
				continue;
			name_add(out, c.before);
			name_add(out, c.after);
		}
	}
	titles_of(ctx->db, ctx->mem, out->codes, out->n, ctx->lang, out->of);
}

/* What people read instead of the form of the log: a day, a name, the words
 * of a choice. */
static bool told_in_words(struct page *p, const struct entity *e,
			  const struct field *f, struct str text,
			  const struct names *names)
{
	struct ctx *ctx = p->ctx;
	struct choice chosen;
	struct date d;

	if (f && f->choices && choice_find(f->choices, text, &chosen)) {
		html(p->out, "%s", view_choice(ctx, entity_words(e, f), f,
					       chosen));
		return true;
	}
	if (is_reference(f)) {
		const struct anyref *to = name_of(names, text);

		if (to && to->entity)
			view_record(ctx, p->out, to->entity, &to->to);
		return to && to->entity;
	}
	if (f && f->kind == KIND_DATE && date_from_iso(text, &d)) {
		view_date(p->out, ctx->lang, d);
		return true;
	}
	if (f && f->kind == KIND_YESNO) {
		html(p->out, "%s", word(ctx->lang, str_is(text, "yes") ?
					"ui.yes" : "ui.no"));
		return true;
	}
	return false;
}

/* One side of a difference; its language is that of the change. */
static void side(struct page *p, const struct entity *e,
		 const struct log_change *c, struct str text,
		 const struct names *names)
{
	enum lang of = LANG_N;

	if (!text.n) {
		html(p->out, "<td class=\"none\">–</td>");
		return;
	}
	html(p->out, "<td>");
	if (!told_in_words(p, e, entity_field(e, c->field), text, names)) {
		lang_find(c->lang, &of);
		view_text(p->out, p->ctx->lang, text, of);
	}
	html(p->out, "</td>");
}

static bool of_row(struct str name)
{
	for (size_t i = 0; i < row_fields_n; i++)
		if (str_is(name, row_fields[i].name))
			return true;
	return false;
}

static void changes(struct page *p, const struct entity *e, struct str rest,
		    const struct names *names)
{
	struct ctx *ctx = p->ctx;
	struct buf *out = p->out;
	struct log_change c;
	size_t n = 0;

	while (log_change_next(&rest, &c)) {
		enum lang of;

		/* Of a link only what it joins and why is told. */
		if (e == &link_entity && of_row(c.field))
			continue;
		if (!n++)
			html(out, "<div class=\"scroll\"><table><thead><tr>"
			     "<th scope=\"col\">%s</th><th scope=\"col\">%s"
			     "</th><th scope=\"col\">%s</th></tr></thead>"
			     "<tbody>\n", word(ctx->lang, "ui.field"),
			     word(ctx->lang, "ui.before"),
			     word(ctx->lang, "ui.after"));
		html(out, "<tr><th scope=\"row\">%s",
		     field_words(ctx, e, c.field));
		if (lang_find(c.lang, &of))
			html(out, " · <bdi lang=\"%s\">%s</bdi>",
			     lang_row(of)->tag, lang_row(of)->self);
		html(out, "</th>");
		side(p, e, &c, c.before, names);
		side(p, e, &c, c.after, names);
		html(out, "</tr>\n");
	}
	if (n)
		html(out, "</tbody></table></div>\n");
}

/* " (قبل يومين)"; nothing when a clock was ahead of today. */
static void long_ago(struct ctx *ctx, struct buf *out, struct instant at)
{
	struct date day = instant_day(at, ctx->settings->zone_minutes);

	if (date_before(ctx->today, day))
		return;
	html(out, " (");
	relative_words(out, ctx->lang, day, ctx->today);
	html(out, ")");
}

static void entry(struct page *p, const struct match *m,
		  const struct log_entry *log, const struct names *names)
{
	struct ctx *ctx = p->ctx;
	bool own = str_is(log->entity, m->entity->name);
	char iso[32];
	struct str at = instant_iso(log->at, iso);
	struct str then = url_record(ctx->mem, lang_row(ctx->lang)->tag,
				     m->path, m->code, NULL);

	html(p->out, "<li><h2>%s</h2><p class=\"soft\">",
	     word(ctx->lang, view_key(ctx->mem, "log.verb",
				      arena_cstr(ctx->mem, log->verb),
				      NULL)));
	view_instant(ctx, p->out, log->at);
	long_ago(ctx, p->out, log->at);
	html(p->out, " · ");
	view_actor(ctx, p->out, log->actor);
	if (own) {
		html(p->out, " · <a href=\"%.*s\">%s ",
		     STR_ARG(url_with(ctx->mem, then, "at", at)),
		     word(ctx->lang, "row.version"));
		number_html(p->out, ctx->lang, log->version);
		html(p->out, "</a>");
	}
	html(p->out, " · <bdi dir=\"ltr\">#%lld</bdi></p>\n",
	     (long long)log->seq);
	if (log->erased)
		html(p->out, "<p>%s</p>", word(ctx->lang, "ui.erased"));
	else
		changes(p, entity_of(log, m->entity), log->changes, names);
	html(p->out, "</li>\n");
}

enum err ui_history(struct ctx *ctx, const struct request *rq,
		    struct response *rs, const struct match *m)
{
	struct page p = { .ctx = ctx, .rq = rq, .rs = rs, .here = m->path,
			  .code = m->code };
	struct names *names = arena_alloc(ctx->mem, sizeof(*names));
	struct log_entry *log;
	struct row *row;
	void *record;
	size_t n;
	enum err err = svc_load(ctx, m->entity, m->code, NULL, &record);

	if (err == ERR_OK)
		err = svc_history(ctx, m->entity, m->code, &log, &n);
	if (err)
		return err;
	names->n = 0;
	names_load(ctx, m->entity, log, n, names);
	row = record_row(record);
	p.title = arena_printf(ctx->mem, "%s: %.*s",
			       word(ctx->lang, "ui.history"),
			       STR_ARG(row->code));
	page_begin(&p);
	page_crumbs(&p, (const struct crumb[]){
		{ str_of(word(ctx->lang, view_key(ctx->mem, m->entity->name,
						  "many", NULL))),
		  url_page(ctx->mem, lang_row(ctx->lang)->tag, m->path,
			   NULL), ctx->lang },
		{ row->code, url_record(ctx->mem, lang_row(ctx->lang)->tag,
					m->path, row->code, NULL), LANG_N },
		{ str_of(word(ctx->lang, "ui.history")), STR(""),
		  ctx->lang },
	}, 3);
	html(p.out, "<h1>%s: ", word(ctx->lang, "ui.history"));
	view_text(p.out, ctx->lang, row->heading.n ? row->heading : row->code,
		  row->heading_lang);
	html(p.out, "</h1>\n<ol class=\"log\">\n");
	for (size_t i = 0; i < n; i++)
		entry(&p, m, &log[i], names);
	html(p.out, "</ol>\n");
	page_end(&p);
	return ERR_OK;
}
