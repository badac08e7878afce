/* view_years.c - the actions year by year, drawn and as a table */

#include "ui/view_years.h"

#include "base/html.h"
#include "lang/number.h"
#include "lang/words.h"
#include "report/picture_years.h"
#include "report/svg.h"
#include "store/report_queries.h"

enum { SHOWN = 12 };			/* years, the newest */

struct years {
	struct year_bar bars[SHOWN];
	size_t n;
	int64_t undated;		/* actions whose beginning is not known */
};

static void count_in(struct year_bar *b, const struct lasting *a)
{
	bool from = date_is_set(a->from), to = date_is_set(a->to);

	if (from && a->from.year == b->year)
		b->begun++;
	else if (from && a->from.year < b->year && !to)
		b->unsure++;
	else if (from && a->from.year < b->year && a->to.year >= b->year)
		b->running++;
	else if (!from && to && a->to.year == b->year)
		b->running++;
}

static struct years years_of(const struct lasting *list, size_t n, int now)
{
	struct years y = { .n = 0 };
	int first = now + 1;

	for (size_t i = 0; i < n; i++) {
		y.undated += !date_is_set(list[i].from);
		if (date_is_set(list[i].from) && list[i].from.year < first)
			first = list[i].from.year;
	}
	if (first <= now - SHOWN)
		first = now - SHOWN + 1;
	for (int year = first; year <= now; year++) {
		struct year_bar *b = &y.bars[y.n++];

		*b = (struct year_bar){ .year = year };
		for (size_t i = 0; i < n; i++)
			count_in(b, &list[i]);
	}
	return y;
}

static void drawn(struct ctx *ctx, struct buf *out, const struct years *y)
{
	enum lang l = ctx->lang;
	struct picture p;

	picture_init(&p, ctx->mem, l, 0);
	p.title = str_of(word(l, "years.title"));
	p.desc = str_of(word(l, "years.about"));
	picture_years(&p, y->bars, y->n);
	html(out, "<figure><div class=\"scroll\" tabindex=\"0\" "
	     "role=\"region\" aria-label=\"%s\">", word(l, "years.title"));
	svg_write(out, &p, "years", "years");
	html(out, "</div><figcaption><ul class=\"key\">"
	     "<li class=\"known\">%s</li><li class=\"plain\">%s</li>"
	     "<li class=\"inferred\">%s</li></ul>%s",
	     word(l, "years.begun"), word(l, "years.running"),
	     word(l, "years.unsure"), word(l, "years.about"));
	if (y->undated) {
		html(out, " ");
		html_word_n(out, l, "years.undated", y->undated, NULL, 0);
	}
	html(out, "</figcaption></figure>\n");
}

static void table(struct ctx *ctx, struct buf *out, const struct years *y)
{
	static const char *const heads[] = { "years.year", "years.begun",
		"years.running", "years.unsure" };

	html(out, "<details class=\"as-list\"><summary>%s</summary>\n"
	     "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
	     "aria-label=\"%s\"><table><thead><tr>",
	     word(ctx->lang, "years.table"), word(ctx->lang, "years.table"));
	for (size_t i = 0; i < COUNT(heads); i++)
		html(out, "<th scope=\"col\">%s</th>",
		     word(ctx->lang, heads[i]));
	html(out, "</tr></thead><tbody>\n");
	for (size_t i = 0; i < y->n; i++) {
		const struct year_bar *b = &y->bars[i];

		html(out, "<tr><th scope=\"row\">");
		number_add_plain(out, ctx->lang, b->year);
		html(out, "</th><td>");
		number_add(out, ctx->lang, b->begun);
		html(out, "</td><td>");
		number_add(out, ctx->lang, b->running);
		html(out, "</td><td>");
		number_add(out, ctx->lang, b->unsure);
		html(out, "</td></tr>\n");
	}
	html(out, "</tbody></table></div></details>\n");
}

enum err view_years(struct ctx *ctx, struct buf *out)
{
	struct lasting *list;
	size_t n = query_actions_lasting(ctx->db, ctx->mem, &list);
	struct years y = years_of(list, n, ctx->today.year);

	if (db_err(ctx->db))
		return db_err(ctx->db);
	if (!y.n)
		return ERR_OK;
	html(out, "<section id=\"years\"><h2>%s</h2>\n",
	     word(ctx->lang, "years.title"));
	drawn(ctx, out, &y);
	table(ctx, out, &y);
	if (n == LASTING_MAX)
		html(out, "<p class=\"legend\">%s</p>\n",
		     word(ctx->lang, "years.newest"));
	html(out, "</section>\n");
	return ERR_OK;
}
