/* view_list.c - the rows of a list as a table */

#include "ui/view.h"

#include "base/url.h"
#include "lang/words.h"
#include "ui/view_fact.h"

/* Columns behind the heading; a list carries no texts beside it. */
static bool is_column(const struct field *f)
{
	return f->flags & LISTED && f->kind != KIND_TEXT &&
	       f->kind != KIND_LONGTEXT;
}

static void list_head(struct ctx *ctx, struct buf *out,
		      const struct entity *e)
{
	html(out, "<thead><tr><th scope=\"col\">%s</th>"
	     "<th scope=\"col\">%s</th>", word(ctx->lang, "row.code"),
	     word(ctx->lang, e->name));
	for (size_t i = 0; i < e->fields_n; i++)
		if (is_column(&e->fields[i]))
			html(out, "<th scope=\"col\">%s</th>",
			     view_label(ctx, e, &e->fields[i]));
	html(out, "</tr></thead>\n");
}

/* What all rows of a list have in common. */
struct rows {
	struct ctx *ctx;
	struct buf *out;
	const struct entity *entity;
	const char *path;
	struct fact_names names;	/* in a list of facts */
};

static void cell(const struct rows *r, const struct field *f,
		 const void *record)
{
	html(r->out, "<td>");
	if (r->entity == &fact_entity && f->kind == KIND_LINE)
		view_fact_line(r->ctx, r->out, f, record, &r->names);
	else
		view_value(r->ctx, r->out, r->entity, f, record);
	html(r->out, "</td>");
}

static void list_row(const struct rows *r, const void *record)
{
	struct ctx *ctx = r->ctx;
	struct buf *out = r->out;
	const struct entity *e = r->entity;
	const struct row *row = record_row_in(record);
	struct str url = url_record(ctx->mem, lang_row(ctx->lang)->tag,
				    r->path, row->code, NULL);

	html(out, "<tr><td><bdi class=\"code\">%.*s</bdi></td>"
	     "<th scope=\"row\"><a href=\"%.*s\">", STR_ARG(row->code),
	     STR_ARG(url));
	if (row->heading.n)
		view_text(out, ctx->lang, row->heading, row->heading_lang);
	else
		view_code(out, row->code);
	html(out, "</a>");
	/* Words of another language than the page's say which it is. */
	if (row->heading.n && row->heading_lang != ctx->lang)
		view_mark(out, ctx->lang,
			  view_key(ctx->mem, "lang",
				   lang_row(row->heading_lang)->tag, NULL));
	view_stage(out, ctx->lang, row->stage);
	html(out, "</th>");
	for (size_t i = 0; i < e->fields_n; i++) {
		const struct field *f = &e->fields[i];

		if (!is_column(f))
			continue;
		if (field_empty(f, record)) {
			html(out, "<td class=\"none\">–</td>");
			continue;
		}
		cell(r, f, record);
	}
	html(out, "</tr>\n");
}

void view_list(struct ctx *ctx, struct buf *out, const struct entity *e,
	       const char *path, const struct list_page *page)
{
	struct rows r = { .ctx = ctx, .out = out, .entity = e,
			  .path = path };

	if (e == &fact_entity)
		fact_names_of(ctx, page->records, page->n, &r.names);
	html(out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
	     "aria-label=\"%s\"><table class=\"list\">\n",
	     word(ctx->lang, view_key(ctx->mem, e->name, "many", NULL)));
	list_head(ctx, out, e);
	html(out, "<tbody>\n");
	for (size_t i = 0; i < page->n; i++)
		list_row(&r, page->records[i]);
	html(out, "</tbody></table></div>\n<p class=\"legend\">– %s</p>\n",
	     word(ctx->lang, "ui.unknown"));
}
