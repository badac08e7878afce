/* svg.c - a picture as part of a page */

#include "report/svg.h"

#include <stdlib.h>

static const char *const looks[] = {
	[LOOK_PLAIN] = "plain",
	[LOOK_STRONG] = "strong",
	[LOOK_INVERSE] = "inverse",
	[LOOK_SOFT] = "soft",
	[LOOK_INFERRED] = "inferred",
	[LOOK_GAP] = "gap",
	[LOOK_HATCHED] = "hatched",
	[LOOK_FAINT] = "faint",
};

enum { CORNER = 6, TURN = 8 };

static bool is_mirrored(const struct picture *p)
{
	return lang_row(p->lang)->rtl;
}

/* From reading order to the sheet. */
static int across(const struct picture *p, int x)
{
	return is_mirrored(p) ? p->width - x : x;
}

static void box_write(struct buf *out, const struct picture *p,
		      const struct shape *s, const char *id)
{
	int x = is_mirrored(p) ? p->width - s->x - s->w : s->x;

	html(out, "<rect class=\"b %s\" x=\"%d\" y=\"%d\" width=\"%d\" "
	     "height=\"%d\" rx=\"%d\"", looks[s->look], x, s->y, s->w, s->h,
	     CORNER);
	if (s->look == LOOK_HATCHED)
		html(out, " fill=\"url(#%s-hatch)\"", id);
	html(out, "/>");
}

static void dot_write(struct buf *out, const struct picture *p,
		      const struct shape *s)
{
	html(out, "<circle class=\"b %s\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>",
	     looks[s->look], across(p, s->x), s->y, s->w);
}

/* Right angles with the corner taken off. */
static void line_write(struct buf *out, const struct picture *p,
		       const struct shape *s)
{
	int from = across(p, s->x), to = across(p, s->x + s->w);
	int turn = across(p, s->x + s->bend);
	int way = from < to ? 1 : -1, down = s->h < 0 ? -1 : 1;
	int r = abs(s->h) / 2 < TURN ? abs(s->h) / 2 : TURN;

	html(out, "<path class=\"l %s\" d=\"M%d %d", looks[s->look], from,
	     s->y);
	if (s->bend && s->h)
		html(out, "H%dQ%d %d %d %dV%dQ%d %d %d %dH%d",
		     turn - way * r, turn, s->y, turn, s->y + down * r,
		     s->y + s->h - down * r, turn, s->y + s->h,
		     turn + way * r, s->y + s->h, to);
	else
		html(out, "L%d %d", to, s->y + s->h);
	html(out, "\"/>");
}

/* The start of a line of text is where its own language begins. */
static const char *anchor_of(const struct picture *p, const struct shape *s)
{
	bool same = lang_row(s->lang)->rtl == is_mirrored(p);

	if (s->anchor == ANCHOR_MIDDLE)
		return "middle";
	return (s->anchor == ANCHOR_START) == same ? "start" : "end";
}

static void text_write(struct buf *out, const struct picture *p,
		       const struct shape *s)
{
	const struct lang_row *l = lang_row(s->lang);

	html(out, "<text class=\"t %s s%d\" x=\"%d\" y=\"%d\" "
	     "text-anchor=\"%s\" direction=\"%s\"", looks[s->look], s->h,
	     across(p, s->x), s->y, anchor_of(p, s), l->dir);
	if (s->lang != p->lang)
		html(out, " lang=\"%s\"", l->tag);
	html(out, ">%.*s</text>", STR_ARG(s->text));
}

static void shape_write(struct buf *out, const struct picture *p,
			const struct shape *s, const char *id)
{
	switch (s->kind) {
	case SHAPE_BOX:
		box_write(out, p, s, id);
		return;
	case SHAPE_DOT:
		dot_write(out, p, s);
		return;
	case SHAPE_LINE:
		line_write(out, p, s);
		return;
	case SHAPE_TEXT:
		text_write(out, p, s);
		return;
	}
}

static void group_begin(struct buf *out, const struct shape_group *g)
{
	if (g->url.n)
		html(out, "\n<a href=\"%.*s\">", STR_ARG(g->url));
	else
		html(out, "\n<g>");
	if (g->title.n)
		html(out, "<title>%.*s</title>", STR_ARG(g->title));
}

static void group_end(struct buf *out, const struct shape_group *g)
{
	html(out, g->url.n ? "</a>" : "</g>");
}

static bool has_links(const struct picture *p)
{
	for (size_t i = 0; i < p->groups_n; i++)
		if (p->groups[i].url.n)
			return true;
	return false;
}

static bool has_hatches(const struct picture *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->shapes[i].look == LOOK_HATCHED)
			return true;
	return false;
}

void svg_write(struct buf *out, const struct picture *p, const char *id,
	       const char *style)
{
	size_t open = 0;

	html(out, "<svg class=\"pic %s\" viewBox=\"0 0 %d %d\" role=\"%s\" "
	     "aria-labelledby=\"%s-t %s-d\"><title id=\"%s-t\">%.*s</title>"
	     "<desc id=\"%s-d\">%.*s</desc>", style, p->width, p->height,
	     has_links(p) ? "group" : "img", id, id, id, STR_ARG(p->title),
	     id, STR_ARG(p->desc));
	if (has_hatches(p))
		html(out, "<defs><pattern id=\"%s-hatch\" width=\"6\" "
		     "height=\"6\" patternUnits=\"userSpaceOnUse\" "
		     "patternTransform=\"rotate(45)\"><rect class=\"hatch\" "
		     "width=\"2.5\" height=\"6\"/></pattern></defs>", id);
	for (size_t i = 0; i < p->n; i++) {
		const struct shape *s = &p->shapes[i];

		if (s->group != open && open)
			group_end(out, &p->groups[open - 1]);
		if (s->group != open && s->group)
			group_begin(out, &p->groups[s->group - 1]);
		open = s->group;
		shape_write(out, p, s, id);
	}
	if (open)
		group_end(out, &p->groups[open - 1]);
	html(out, "</svg>\n");
}
