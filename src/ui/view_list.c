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

static void cell(struct ctx *ctx, struct buf *out, const struct entity *e,
		 const struct field *f, const void *record,
		 const struct fact_names *names)
{
	html(out, "<td>");
	if (e == &fact_entity && f->kind == KIND_LINE)
		view_fact_line(ctx, out, f, record, names);
	else
		view_value(ctx, out, e, f, record);
	html(out, "</td>");
}

static void list_row(struct ctx *ctx, struct buf *out,
		     const struct entity *e, const char *path,
		     const void *record, const struct fact_names *names)
{
	const struct row *row = record_row_in(record);
	struct str url = url_record(ctx->mem, lang_row(ctx->lang)->tag, path,
				    row->code, NULL);

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
		cell(ctx, out, e, f, record, names);
	}
	html(out, "</tr>\n");
}

void view_list(struct ctx *ctx, struct buf *out, const struct entity *e,
	       const char *path, const struct list_page *page)
{
	struct fact_names names = { .n = 0 };

	if (e == &fact_entity)
		fact_names_of(ctx, page->records, page->n, &names);
	html(out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
	     "aria-label=\"%s\"><table class=\"list\">\n",
	     word(ctx->lang, view_key(ctx->mem, e->name, "many", NULL)));
	list_head(ctx, out, e);
	html(out, "<tbody>\n");
	for (size_t i = 0; i < page->n; i++)
		list_row(ctx, out, e, path, page->records[i], &names);
	html(out, "</tbody></table></div>\n<p class=\"legend\">– %s</p>\n",
	     word(ctx->lang, "ui.unknown"));
}
