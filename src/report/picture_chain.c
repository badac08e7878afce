/* picture_chain.c - the stream from promise to proof */

#include "report/picture_chain.h"

enum {
	TOP = 30,		/* of the first box, below the heads */
	BETWEEN = 24,		/* between two columns */
	APART = 12,		/* between two boxes of a column */
	INSET = 10,
	WIDEST = 240,		/* a box of a chain with few columns */
	LINE = 11, SIZE = 13, LINES = 3,
	STEP = LINE * PICTURE_LEADING / 100,
	LEAD = SIZE * PICTURE_LEADING / 100
};

struct layout {
	struct picture *p;
	const struct chain_drawing *d;
	size_t n;			/* boxes that are drawn */
	int x[CHAIN_COLUMNS_MAX];	/* of each column; -1: left out */
	int w;				/* of a box */
	int free[CHAIN_COLUMNS_MAX];	/* the next free place */
	int mid[CHAIN_BOXES_MAX];
	int h[CHAIN_BOXES_MAX];
};

static void columns(struct layout *l)
{
	size_t used = 0, k = 0;

	for (size_t c = 0; c < l->d->heads_n; c++) {
		l->x[c] = -1;
		l->free[c] = TOP;
		for (size_t i = 0; i < l->n && l->x[c] < 0; i++)
			if (l->d->boxes[i].column == (int)c)
				l->x[c] = 0;
		used += l->x[c] == 0;
	}
	if (!used)
		return;
	l->w = (l->p->width - 2 - (int)(used - 1) * BETWEEN) / (int)used;
	if (l->w > WIDEST)
		l->w = WIDEST;
	for (size_t c = 0; c < l->d->heads_n; c++)
		if (l->x[c] == 0)
			l->x[c] = 1 + (int)k++ * (l->w + BETWEEN);
}

static struct place title_place(const struct layout *l)
{
	return (struct place){ .w = l->w - 2 * INSET, .lines = LINES,
			       .size = SIZE };
}

/* The day, which is never cut: a name of a month may need a second line. */
static struct place line_place(const struct layout *l)
{
	return (struct place){ .w = l->w - 2 * INSET, .lines = 2,
			       .size = LINE };
}

static void heights(struct layout *l)
{
	struct place at = title_place(l), line = line_place(l);

	for (size_t i = 0; i < l->n; i++) {
		const struct chain_box *b = &l->d->boxes[i];

		l->h[i] = 2 * INSET + picture_lines(&at, b->title) * LEAD;
		l->h[i] += picture_lines(&line, b->line) * STEP;
	}
}

static bool is_child(const struct layout *l, size_t i, size_t of)
{
	return i != of && l->d->boxes[i].parent == of;
}

static void shift(struct layout *l, size_t at, int by)
{
	l->mid[at] += by;
	for (size_t i = at + 1; i < l->n; i++)
		if (is_child(l, i, at))
			shift(l, i, by);
}

/* The columns a box and the line to it take: behind its parent's. */
static int first_column(const struct layout *l, size_t at)
{
	const struct chain_box *b = &l->d->boxes[at];

	return b->parent == at ? 0 : l->d->boxes[b->parent].column + 1;
}

/*
 * As high as its columns are free; a box stands in the middle of what hangs
 * on it. Children are placed first; when a tall box then reaches above what
 * is free, all of it moves down.
 */
static void settle(struct layout *l, size_t at, int top)
{
	int column = l->d->boxes[at].column, low = -1, high = -1, over;

	for (int c = first_column(l, at); c <= column; c++)
		if (l->free[c] > top)
			top = l->free[c];
	for (size_t i = at + 1; i < l->n; i++) {
		if (!is_child(l, i, at))
			continue;
		settle(l, i, top);
		if (high < 0)
			high = l->mid[i];
		low = l->mid[i];
	}
	l->mid[at] = high < 0 ? top + l->h[at] / 2 : (high + low) / 2;
	over = top - (l->mid[at] - l->h[at] / 2);
	if (over > 0) {
		shift(l, at, over);
		for (size_t c = (size_t)column + 1; c < l->d->heads_n; c++)
			l->free[c] += over;
	}
	for (int c = first_column(l, at); c <= column; c++) {
		int end = l->mid[at] + l->h[at] / 2 + APART;

		if (end > l->free[c])
			l->free[c] = end;
	}
}

/* What leads to a hole or out of one is a hole as well. */
static enum look line_look(const struct layout *l, const struct chain_box *b)
{
	if (b->look == CHAIN_LOOK_GAP ||
	    l->d->boxes[b->parent].look == CHAIN_LOOK_GAP)
		return LOOK_GAP;
	return b->inferred ? LOOK_INFERRED : LOOK_STRONG;
}

static void lines(const struct layout *l)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct chain_box *b = &l->d->boxes[i];
		size_t up = b->parent;

		if (up == i)
			continue;
		picture_line(l->p, &(struct stroke){
			.look = line_look(l, b),
			.from_x = l->x[l->d->boxes[up].column] + l->w,
			.from_y = l->mid[up],
			.to_x = l->x[b->column], .to_y = l->mid[i],
			.bend = BETWEEN / 2 });
	}
}

static enum look box_look(const struct chain_box *b)
{
	if (b->look == CHAIN_LOOK_GAP)
		return LOOK_GAP;
	if (b->look == CHAIN_LOOK_SELF)
		return LOOK_STRONG;
	return b->inferred ? LOOK_INFERRED : LOOK_PLAIN;
}

static void box(const struct layout *l, size_t i)
{
	const struct chain_box *b = &l->d->boxes[i];
	bool self = b->look == CHAIN_LOOK_SELF;
	int x = l->x[b->column], y = l->mid[i] - l->h[i] / 2;
	struct place at = title_place(l);

	picture_group(l->p, b->url, b->name);
	picture_box(l->p, box_look(b), (struct area){ x, y, l->w, l->h[i] });
	at.x = x + INSET;
	at.y = y + INSET + LINE;
	at.look = self ? LOOK_INVERSE : LOOK_SOFT;
	if (b->line.n) {
		struct place line = line_place(l);

		line.x = at.x;
		line.y = at.y;
		line.look = at.look;
		at.y += 2 + STEP * picture_words(l->p, &line, b->line,
						 l->p->lang);
	}
	if (b->look == CHAIN_LOOK_RECORD)
		at.look = LOOK_PLAIN;
	picture_words(l->p, &at, b->title, b->title_lang);
	picture_ungroup(l->p);
}

void picture_chain(struct picture *p, const struct chain_drawing *d)
{
	struct layout l = { .p = p, .d = d, .n = d->n };
	int end = TOP;

	if (l.n > CHAIN_BOXES_MAX)
		l.n = CHAIN_BOXES_MAX;
	columns(&l);
	heights(&l);
	for (size_t i = 0; i < l.n; i++)
		if (d->boxes[i].parent == i)
			settle(&l, i, TOP);
	for (size_t c = 0; c < d->heads_n; c++) {
		struct place at = { .x = l.x[c], .y = LINE + 3, .w = l.w,
				    .lines = 1, .size = LINE + 1,
				    .look = LOOK_SOFT };

		if (l.x[c] >= 0)
			picture_words(p, &at, d->heads[c], p->lang);
		if (l.free[c] > end)
			end = l.free[c];
	}
	lines(&l);
	for (size_t i = 0; i < l.n; i++)
		box(&l, i);
	p->height = end - APART + 2;
}
