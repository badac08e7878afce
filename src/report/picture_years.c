/* picture_years.c - how much was under way, year by year */

#include "report/picture_years.h"

#include "lang/number.h"

enum {
	BAR = 40, APART = 12, TALL = 160, TOP = 20, SIZE = 13,
	LEAST = 6,		/* so that one of many is still seen */
	EDGE = 4,
	USUAL = 12		/* columns for which there is always room */
};

static int total(const struct year_bar *b)
{
	return b->begun + b->running + b->unsure;
}

static struct str year_text(struct picture *p, int year)
{
	char room[NUMBER_ROOM];

	return arena_str(p->mem, number_plain(p->lang, year, room));
}

static struct str count_text(struct picture *p, int n)
{
	char room[NUMBER_ROOM];

	return arena_str(p->mem, number_grouped(p->lang, n, room));
}

static void words(struct picture *p, int x, int y, struct str text)
{
	struct place at = { .x = x, .y = y, .lines = 1, .size = SIZE,
			    .look = LOOK_SOFT, .anchor = ANCHOR_MIDDLE };

	picture_words(p, &at, text, p->lang);
}

/* One part of a column; gives how far up it reaches. */
static int part(struct picture *p, enum look look, struct area at, int n)
{
	if (!n)
		return at.y;
	at.h = at.h < LEAST ? LEAST : at.h;
	at.y -= at.h;
	picture_box(p, look, at);
	return at.y;
}

void picture_years(struct picture *p, const struct year_bar *bars, size_t n)
{
	int most = 1, base = TOP + TALL;

	if (n > YEARS_MAX)
		n = YEARS_MAX;
	for (size_t i = 0; i < n; i++)
		if (total(&bars[i]) > most)
			most = total(&bars[i]);
	/* A short time is not drawn larger than a long one. */
	p->width = 2 * EDGE + (int)(n < USUAL ? USUAL : n) * (BAR + APART) -
		   APART;
	p->height = base + SIZE * 3;
	for (size_t i = 0; i < n; i++) {
		const struct year_bar *b = &bars[i];
		int x = EDGE + (int)i * (BAR + APART), y = base;

		y = part(p, LOOK_STRONG, (struct area){ x, y, BAR,
			 b->begun * TALL / most }, b->begun);
		y = part(p, LOOK_PLAIN, (struct area){ x, y, BAR,
			 b->running * TALL / most }, b->running);
		y = part(p, LOOK_HATCHED, (struct area){ x, y, BAR,
			 b->unsure * TALL / most }, b->unsure);
		words(p, x + BAR / 2, y - SIZE / 2, count_text(p, total(b)));
		words(p, x + BAR / 2, base + SIZE + SIZE / 2,
		      year_text(p, b->year));
	}
	picture_line(p, &(struct stroke){ LOOK_FAINT, 0, base, p->width, base,
					  0 });
}
