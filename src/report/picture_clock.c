/* picture_clock.c - the years from forum to forum as a line */

#include "report/picture_clock.h"

enum {
	EDGE = 62,		/* free at both ends, for half a label */
	LABEL = 150,		/* as wide as one may be */
	ROWS = 2,		/* of labels above, and below */
	ROW = 66,		/* height of one */
	AXIS = ROWS * ROW + 22,
	SIZE = 13, SMALL = 12,
	GAP = 10
};

/* Where the labels of each row end so far; rows above, then below. */
struct rows {
	int end[2 * ROWS];
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

static void label(struct picture *p, const struct clock_event *e, int x,
		  struct rows *rows)
{
	int half = label_width(p, e) / 2;
	int mid = clamp(x, half, p->width - half);
	int row = row_for(rows, mid - half, mid + half);
	bool above = row < ROWS;
	int far = above ? row : row - ROWS;
	struct place at = { .x = mid, .w = LABEL, .lines = 2, .size = SMALL,
			    .look = LOOK_SOFT, .anchor = ANCHOR_MIDDLE };
	int lines = picture_lines(&at, e->title), step;
	int notes = e->note.n ? 1 : 0;

	step = SMALL * PICTURE_LEADING / 100;
	at.y = above ? AXIS - 20 - far * ROW - (lines + notes) * step
		     : AXIS + 32 + far * ROW;
	if (far)
		picture_line(p, &(struct stroke){ LOOK_FAINT, x, AXIS, x,
			above ? AXIS - 14 - far * ROW
			      : AXIS + 18 + far * ROW, 0 });
	at.size = SIZE;
	at.look = LOOK_PLAIN;
	picture_words(p, &at, picture_date(p, e->on), p->lang);
	at.size = SMALL;
	at.look = LOOK_SOFT;
	at.y += step;
	at.y += step * picture_words(p, &at, e->title, e->lang);
	at.lines = 1;
	if (notes)
		picture_words(p, &at, e->note, p->lang);
}

static void today(struct picture *p, const struct clock *c,
		  struct rows *rows)
{
	struct clock_event e = { .title = c->today_words, .lang = p->lang,
				 .on = c->today, .note = STR("") };
	int x = place_of(p, c, c->today);

	picture_group(p, STR(""), c->today_words);
	picture_line(p, &(struct stroke){ LOOK_PLAIN, x, AXIS - 13, x,
					  AXIS + 13, 0 });
	label(p, &e, x, rows);
	picture_ungroup(p);
}

static void axis(struct picture *p, const struct clock *c)
{
	int start = place_of(p, c, date_first(c->events[0].on));
	int now = place_of(p, c, c->today);
	int end = place_of(p, c, c->events[c->n - 1].on);

	picture_line(p, &(struct stroke){ LOOK_FAINT, start, AXIS, end, AXIS,
					  0 });
	picture_line(p, &(struct stroke){ LOOK_STRONG, start, AXIS,
					  clamp(now, start, end), AXIS, 0 });
}

void picture_clock(struct picture *p, const struct clock *c)
{
	struct rows rows = { { -GAP, -GAP, -GAP, -GAP } };
	bool now_drawn = !date_is_set(c->today);

	p->height = AXIS + ROWS * ROW + 16;
	if (!c->n)
		return;
	if (!now_drawn)
		axis(p, c);
	for (size_t i = 0; i < c->n; i++) {
		const struct clock_event *e = &c->events[i];
		int x = place_of(p, c, e->on);

		if (!now_drawn && date_before(c->today, e->on)) {
			today(p, c, &rows);
			now_drawn = true;
		}
		picture_group(p, e->url, e->title);
		picture_dot(p, e->held ? LOOK_STRONG : LOOK_GAP, x, AXIS,
			    e->main ? 9 : 6);
		label(p, e, x, &rows);
		picture_ungroup(p);
	}
	if (!now_drawn)
		today(p, c, &rows);
}
