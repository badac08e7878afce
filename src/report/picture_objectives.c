/* picture_objectives.c - the objectives of a framework at a glance */

#include "report/picture_objectives.h"

enum {
	SIDE = 46, TALL = 40, GAP = 8, SIZE = 15, NAME = 12,
	NAMES = 150		/* as wide as a name may be on one line */
};

static int names_width(const struct objectives *o)
{
	int w = 0;

	for (size_t i = 0; i < o->rows_n; i++) {
		int name = text_width(o->rows[i], NAME);

		if (name > w)
			w = name;
	}
	return (w < NAMES ? w : NAMES) + GAP * 2;
}

static enum look look_of(enum objective_state state)
{
	static const enum look looks[] = {
		[OBJECTIVE_EMPTY] = LOOK_GAP,
		[OBJECTIVE_INFERRED] = LOOK_HATCHED,
		[OBJECTIVE_KNOWN] = LOOK_STRONG,
	};

	return looks[state];
}

static void box(struct picture *p, const struct objective_box *b, int x,
		int y)
{
	struct place at = { .x = x + SIDE / 2, .y = y + TALL / 2 + SIZE / 3,
			    .lines = 1, .size = SIZE,
			    .look = b->state == OBJECTIVE_KNOWN ?
				    LOOK_INVERSE : LOOK_PLAIN,
			    .anchor = ANCHOR_MIDDLE };

	/* Hatches end where the number is, so that it can be read. */
	if (b->state == OBJECTIVE_INFERRED)
		at.look = LOOK_HATCHED;
	picture_group(p, b->url, b->title);
	picture_box(p, look_of(b->state), (struct area){ x, y, SIDE, TALL });
	picture_words(p, &at, b->number, p->lang);
	picture_ungroup(p);
}

void picture_objectives(struct picture *p, const struct objectives *o)
{
	int names = names_width(o), most = 0;

	for (size_t r = 0; r < o->rows_n; r++) {
		int y = (int)r * (TALL + GAP) + 1, k = 0;
		struct place at = { .x = 0, .y = y + TALL / 2 + NAME / 3,
				    .w = NAMES, .lines = 2, .size = NAME,
				    .look = LOOK_SOFT };

		/* Two lines stand where one would, a line apart. */
		if (picture_lines(&at, o->rows[r]) > 1)
			at.y -= NAME * PICTURE_LEADING / 200;
		picture_words(p, &at, o->rows[r], p->lang);
		for (size_t i = 0; i < o->n; i++)
			if (o->boxes[i].row == (int)r)
				box(p, &o->boxes[i],
				    names + k++ * (SIDE + GAP), y);
		if (k > most)
			most = k;
	}
	p->width = names + most * (SIDE + GAP) - GAP + 1;
	p->height = (int)o->rows_n * (TALL + GAP) - GAP + 2;
}
