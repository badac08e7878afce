/* view_objectives.c - the objectives by round table, drawn and as a table */

#include "ui/view_objectives.h"

#include "report/picture_objectives.h"
#include "report/svg.h"
#include "ui/piece.h"
#include "ui/view.h"

enum { TABLES_MAX = 12 };

static const char *state_key(const struct objective_mark *m)
{
	static const char *const keys[] = {
		[ANSWERED_NO] = "home.objective.none",
		[ANSWERED_INFERRED] = "home.objective.inferred",
		[ANSWERED_STATED] = "home.objective.known",
	};

	return keys[m->answered];
}

static enum objective_state state_of(const struct objective_mark *m)
{
	static const enum objective_state states[] = {
		[ANSWERED_NO] = OBJECTIVE_EMPTY,
		[ANSWERED_INFERRED] = OBJECTIVE_INFERRED,
		[ANSWERED_STATED] = OBJECTIVE_KNOWN,
	};

	return states[m->answered];
}

/* "21: title · what is known". */
static struct str full_name(struct ctx *ctx, const struct objective_mark *m)
{
	return arena_printf(ctx->mem, "%.*s: %.*s · %s", STR_ARG(m->number),
			    STR_ARG(m->title),
			    word(ctx->lang, state_key(m)));
}

static struct str table_name(struct ctx *ctx, int64_t no)
{
	struct hole hole = { .name = "n" };
	char room[NUMBER_ROOM];
	struct buf b;

	if (!no)
		return str_of(word(ctx->lang, "home.no_round_table"));
	hole.text = number_plain(ctx->lang, no, room);
	buf_init(&b);
	text_word(&b, ctx->lang, "home.round_table", &hole, 1);
	return piece_plain(ctx, &b);
}

/* The round tables there are, by number, those without one at the end. */
static size_t tables_of(const struct overview *o, int64_t *tables)
{
	size_t n = 0;
	bool without = false;

	for (size_t i = 0; i < o->objectives_n; i++) {
		int64_t no = o->objectives[i].round_table;
		size_t k = 0;

		without = without || !no;
		while (k < n && tables[k] != no)
			k++;
		if (!no || k < n || n + 1 == TABLES_MAX)
			continue;
		for (k = n++; k > 0 && tables[k - 1] > no; k--)
			tables[k] = tables[k - 1];
		tables[k] = no;
	}
	if (without)
		tables[n++] = 0;
	return n;
}

static void drawn(struct ctx *ctx, struct buf *out, const struct overview *o)
{
	struct objective_box *boxes = arena_array(ctx->mem, o->objectives_n,
						  sizeof(*boxes));
	int64_t tables[TABLES_MAX];
	struct str names[TABLES_MAX];
	size_t tables_n = tables_of(o, tables);
	struct picture p;

	for (size_t r = 0; r < tables_n; r++)
		names[r] = table_name(ctx, tables[r]);
	for (size_t i = 0; i < o->objectives_n; i++) {
		const struct objective_mark *m = &o->objectives[i];

		boxes[i] = (struct objective_box){
			.state = state_of(m), .number = m->number,
			.title = full_name(ctx, m),
			.url = piece_record_url(ctx, &provision_entity,
						m->code, NULL) };
		for (size_t r = 0; r < tables_n; r++)
			if (tables[r] == m->round_table)
				boxes[i].row = (int)r;
	}
	picture_init(&p, ctx->mem, ctx->lang, 0);
	p.title = str_of(word(ctx->lang, "home.objectives"));
	p.desc = str_of(word(ctx->lang, "home.objectives.legend"));
	picture_objectives(&p, &(struct objectives){
		.boxes = boxes, .n = o->objectives_n, .rows = names,
		.rows_n = tables_n });
	svg_write(out, &p, "objectives", "objectives");
}

static void table(struct ctx *ctx, struct buf *out, const struct overview *o)
{
	html(out, "<details class=\"as-list\"><summary>%s</summary>\n"
	     "<table><thead><tr><th scope=\"col\">%s</th>"
	     "<th scope=\"col\">%s</th></tr></thead><tbody>\n",
	     word(ctx->lang, "home.objectives.table"),
	     word(ctx->lang, "provision.kind.objective"), word(ctx->lang, "pledge.many"));
	for (size_t i = 0; i < o->objectives_n; i++) {
		const struct objective_mark *m = &o->objectives[i];

		html(out, "<tr><th scope=\"row\">");
		view_record_coded(ctx, out, &provision_entity, &(struct ref){
			.code = m->code, .shown = m->title,
			.shown_lang = m->title_lang });
		html(out, "</th><td>%s</td></tr>\n",
		     word(ctx->lang, state_key(m)));
	}
	html(out, "</tbody></table></details>\n");
}

void view_objectives(struct ctx *ctx, struct buf *out,
		     const struct overview *o)
{
	html(out, "<section id=\"objectives\"><h2>%s</h2>\n",
	     word(ctx->lang, "home.objectives"));
	if (!o->objectives_n) {
		html(out, "<p>");
		view_unknown(out, ctx->lang);
		html(out, "</p></section>\n");
		return;
	}
	html(out, "<figure>");
	drawn(ctx, out, o);
	html(out, "<figcaption><ul class=\"key\"><li class=\"known\">%s</li>"
	     "<li class=\"inferred\">%s</li><li class=\"none\">%s</li></ul>"
	     "%s</figcaption></figure>\n",
	     word(ctx->lang, "home.objective.known"),
	     word(ctx->lang, "home.objective.inferred"),
	     word(ctx->lang, "home.objective.none"),
	     word(ctx->lang, "home.objectives.legend"));
	table(ctx, out, o);
	html(out, "</section>\n");
}
