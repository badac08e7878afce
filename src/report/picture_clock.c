/* picture_clock.c - the years from forum to forum as a line */

#include "report/picture_clock.h"

enum {
	EDGE = 62,		/* free at both ends, for half a label */
	LABEL = 150,		/* as wide as one may be */
	ROWS = 2,		/* of labels above, and below */
	LINES = 3,		/* of a title */
	SIZE = 13, SMALL = 12,
	STEP = SMALL * PICTURE_LEADING / 100,
	OFF = 20,		/* from the line to the nearest label */
	GAP = 10
};

/* Where the labels of each row end so far; rows above, then below. */
struct rows {
	int end[2 * ROWS];
	int above, below;	/* that are used */
	int tall_above, tall_below;	/* height of one */
	int axis;		/* where the line is drawn */
};

static int place_of(const struct picture *p, const struct clock *c,
		    struct date d)
{
	struct date first = date_first(c->events[0].on);
	struct date last = date_last(c->events[c->n - 1].on);
	int64_t all, at;

	if (date_before(last, c->today))
		last = c->today;
	if (date_before(c->today, first))
		first = c->today;
	all = date_days_between(first, last);
	at = date_days_between(first, d);
	if (all <= 0)
		return p->width / 2;
	return EDGE + (int)(at * (p->width - 2 * EDGE) / all);
}

static int wider(int a, int b)
{
	return a > b ? a : b;
}

/* How wide a label is drawn: its widest line. */
static int label_width(struct picture *p, const struct clock_event *e)
{
	int title = text_width(e->title, SMALL);
	int date = text_width(picture_date(p, e->on), SIZE);
	int note = text_width(e->note, SMALL);
	int w = wider(wider(title < LABEL ? title : LABEL, date), note);

	return w < LABEL ? w : LABEL;
}

/* The first row where the label does not touch the one before it: near the
 * line before far from it, above before below. */
static int row_for(struct rows *rows, int from, int to)
{
	static const int order[2 * ROWS] = { 0, ROWS, 1, ROWS + 1 };
	int best = order[0];

	for (int i = 0; i < 2 * ROWS; i++) {
		int r = order[i];

		if (rows->end[r] + GAP <= from) {
			rows->end[r] = to;
			return r;
		}
		if (rows->end[r] < rows->end[best])
			best = r;
	}
	rows->end[best] = to;
	return best;
}

static int clamp(int v, int from, int to)
{
	return v < from ? from : v > to ? to : v;
}

/* Where one label goes: found for all before the first is drawn, as the
 * height of the picture follows from it. */
struct spot {
	struct clock_event event;
	int x, mid, row;
	bool is_today;
};

static struct place words_at(const struct spot *s)
{
	return (struct place){ .x = s->mid, .w = LABEL, .lines = LINES,
			       .size = SMALL, .look = LOOK_SOFT,
			       .anchor = ANCHOR_MIDDLE };
}

/* Lines below that of the date. */
static int lines_of(const struct spot *s)
{
	struct place at = words_at(s);

	return picture_lines(&at, s->event.title) +
	       picture_lines(&at, s->event.note);
}

static struct spot spot_of(struct picture *p, const struct clock *c,
			   const struct clock_event *e, struct rows *rows)
{
	struct spot s = { .event = *e, .x = place_of(p, c, e->on) };
	int half = label_width(p, e) / 2;
	int tall = SIZE + lines_of(&s) * STEP + GAP;

	s.mid = clamp(s.x, half, p->width - half);
	s.row = row_for(rows, s.mid - half, s.mid + half);
	if (s.row < ROWS && tall > rows->tall_above)
		rows->tall_above = tall;
	if (s.row >= ROWS && tall > rows->tall_below)
		rows->tall_below = tall;
	if (s.row < ROWS && s.row >= rows->above)
		rows->above = s.row + 1;
	if (s.row >= ROWS && s.row - ROWS >= rows->below)
		rows->below = s.row - ROWS + 1;
	return s;
}

static void label(struct picture *p, const struct spot *s,
		  const struct rows *rows)
{
	const struct clock_event *e = &s->event;
	bool above = s->row < ROWS;
	int far = above ? s->row : s->row - ROWS;
	int tall = above ? rows->tall_above : rows->tall_below;
	int off = OFF + far * tall, axis = rows->axis;
	struct place at = words_at(s);

	at.y = above ? axis - off - lines_of(s) * STEP : axis + off + SIZE;
	if (far)
		picture_line(p, &(struct stroke){ LOOK_FAINT, s->x, axis, s->x,
			above ? axis - off + 6 : axis + off - 2, 0 });
	at.size = SIZE;
	at.look = LOOK_PLAIN;
	picture_words(p, &at, picture_date(p, e->on), p->lang);
	at.size = SMALL;
	at.look = LOOK_SOFT;
	at.y += STEP;
	at.y += STEP * picture_words(p, &at, e->title, e->lang);
	picture_words(p, &at, e->note, p->lang);
}

static void axis(struct picture *p, const struct clock *c, int y)
{
	int start = place_of(p, c, date_first(c->events[0].on));
	int now = place_of(p, c, c->today);
	int end = place_of(p, c, c->events[c->n - 1].on);

	picture_line(p, &(struct stroke){ LOOK_FAINT, start, y, end, y, 0 });
	picture_line(p, &(struct stroke){ LOOK_STRONG, start, y,
					  clamp(now, start, end), y, 0 });
}

/* Events by date with today among them. */
static size_t spots(struct picture *p, const struct clock *c,
		    struct rows *rows, struct spot *out)
{
	struct clock_event now = { .title = c->today_words, .lang = p->lang,
				   .on = c->today, .url = STR(""),
				   .note = STR("") };
	bool drawn = !date_is_set(c->today);
	size_t n = 0;

	for (size_t i = 0; i <= c->n; i++) {
		if (!drawn && (i == c->n ||
			       date_before(c->today, c->events[i].on))) {
			out[n] = spot_of(p, c, &now, rows);
			out[n++].is_today = true;
			drawn = true;
		}
		if (i < c->n)
			out[n++] = spot_of(p, c, &c->events[i], rows);
	}
	return n;
}

void picture_clock(struct picture *p, const struct clock *c)
{
	struct rows rows = { .end = { -GAP, -GAP, -GAP, -GAP } };
	struct spot *list = arena_array(p->mem, c->n + 1, sizeof(*list));
	size_t n;

	if (!c->n) {
		p->height = 1;
		return;
	}
	n = spots(p, c, &rows, list);
	rows.axis = OFF + rows.above * rows.tall_above;
	p->height = rows.axis + OFF + rows.below * rows.tall_below;
	if (date_is_set(c->today))
		axis(p, c, rows.axis);
	for (size_t i = 0; i < n; i++) {
		const struct spot *s = &list[i];
		int y = rows.axis;

		picture_group(p, s->event.url, s->event.title);
		if (s->is_today)
			picture_line(p, &(struct stroke){ LOOK_PLAIN, s->x,
				y - 13, s->x, y + 13, 0 });
		else
			picture_dot(p, s->event.held ? LOOK_STRONG : LOOK_GAP,
				    s->x, y, s->event.main ? 9 : 6);
		label(p, s, &rows);
		picture_ungroup(p);
	}
}
