/* picture.c - a drawing before it is drawn */

#include "report/picture.h"

#include <string.h>

#include "base/utf8.h"

void picture_init(struct picture *p, struct arena *mem, enum lang l,
		  int width)
{
	*p = (struct picture){ .mem = mem, .lang = l, .width = width,
			       .title = STR(""), .desc = STR("") };
}

/* Twice the room, with what was there. */
static void *grown(struct arena *mem, const void *list, size_t n,
		   size_t *room, size_t size)
{
	void *now;

	*room = *room ? *room * 2 : 32;
	now = arena_array(mem, *room, size);
	if (n)
		memcpy(now, list, n * size);
	return now;
}

static struct shape *shape_add(struct picture *p, enum shape_kind kind,
			       enum look look)
{
	struct shape *s;

	if (p->n == p->room)
		p->shapes = grown(p->mem, p->shapes, p->n, &p->room,
				  sizeof(*p->shapes));
	s = &p->shapes[p->n++];
	*s = (struct shape){ .kind = kind, .look = look, .text = STR(""),
			     .lang = p->lang, .group = p->group };
	return s;
}

void picture_group(struct picture *p, struct str url, struct str title)
{
	if (p->groups_n == p->groups_room)
		p->groups = grown(p->mem, p->groups, p->groups_n,
				  &p->groups_room, sizeof(*p->groups));
	p->groups[p->groups_n++] = (struct shape_group){ url, title };
	p->group = p->groups_n;
}

void picture_ungroup(struct picture *p)
{
	p->group = 0;
}

void picture_box(struct picture *p, enum look look, struct area at)
{
	struct shape *s = shape_add(p, SHAPE_BOX, look);

	s->x = at.x;
	s->y = at.y;
	s->w = at.w;
	s->h = at.h;
}

void picture_dot(struct picture *p, enum look look, int x, int y, int r)
{
	struct shape *s = shape_add(p, SHAPE_DOT, look);

	s->x = x;
	s->y = y;
	s->w = r;
}

void picture_line(struct picture *p, const struct stroke *k)
{
	struct shape *s = shape_add(p, SHAPE_LINE, k->look);

	s->x = k->from_x;
	s->y = k->from_y;
	s->w = k->to_x - k->from_x;
	s->h = k->to_y - k->from_y;
	s->bend = k->bend;
}

/*
 * Hundredths of the letter size, taken from the advance widths of the
 * typeface and rounded up. An Arabic letter is narrow inside a word and wide
 * at its end.
 */
struct letter {
	uint8_t inside, last;
};

static const struct letter letters[0x06D6 - 0x0620] = {
	[0x0621 - 0x0620] = { 41, 41 }, [0x0622 - 0x0620] = { 29, 29 },
	[0x0623 - 0x0620] = { 29, 29 }, [0x0624 - 0x0620] = { 47, 47 },
	[0x0625 - 0x0620] = { 29, 29 }, [0x0626 - 0x0620] = { 34, 76 },
	[0x0627 - 0x0620] = { 29, 29 }, [0x0628 - 0x0620] = { 34, 109 },
	[0x0629 - 0x0620] = { 49, 49 }, [0x062A - 0x0620] = { 37, 109 },
	[0x062B - 0x0620] = { 37, 109 }, [0x062C - 0x0620] = { 64, 65 },
	[0x062D - 0x0620] = { 64, 65 }, [0x062E - 0x0620] = { 64, 65 },
	[0x062F - 0x0620] = { 53, 53 }, [0x0630 - 0x0620] = { 53, 53 },
	[0x0631 - 0x0620] = { 40, 40 }, [0x0632 - 0x0620] = { 40, 40 },
	[0x0633 - 0x0620] = { 85, 127 }, [0x0634 - 0x0620] = { 85, 127 },
	[0x0635 - 0x0620] = { 95, 135 }, [0x0636 - 0x0620] = { 95, 135 },
	[0x0637 - 0x0620] = { 71, 83 }, [0x0638 - 0x0620] = { 71, 83 },
	[0x0639 - 0x0620] = { 52, 53 }, [0x063A - 0x0620] = { 52, 53 },
	[0x0641 - 0x0620] = { 50, 110 }, [0x0642 - 0x0620] = { 50, 81 },
	[0x0643 - 0x0620] = { 51, 92 }, [0x0644 - 0x0620] = { 30, 73 },
	[0x0645 - 0x0620] = { 58, 56 }, [0x0646 - 0x0620] = { 34, 73 },
	[0x0647 - 0x0620] = { 57, 49 }, [0x0648 - 0x0620] = { 47, 47 },
	[0x0649 - 0x0620] = { 34, 76 }, [0x064A - 0x0620] = { 37, 76 },
	[0x067E - 0x0620] = { 37, 109 }, [0x0686 - 0x0620] = { 64, 72 },
	[0x0695 - 0x0620] = { 40, 40 }, [0x0698 - 0x0620] = { 40, 40 },
	[0x06A4 - 0x0620] = { 50, 110 }, [0x06A9 - 0x0620] = { 51, 98 },
	[0x06AF - 0x0620] = { 51, 98 }, [0x06B5 - 0x0620] = { 30, 73 },
	[0x06BE - 0x0620] = { 57, 61 }, [0x06C6 - 0x0620] = { 47, 47 },
	[0x06CC - 0x0620] = { 37, 76 }, [0x06CE - 0x0620] = { 37, 76 },
	[0x06D5 - 0x0620] = { 49, 49 },
};

static const uint8_t latin[95] = {
	26, 27, 41, 65, 57, 83, 73, 22, 30, 30, 55, 57, 27, 32, 27, 37, 57,
	57, 57, 57, 57, 57, 57, 57, 57, 57, 27, 27, 57, 57, 57, 43, 90, 64,
	65, 63, 73, 56, 52, 73, 74, 34, 27, 62, 52, 91, 76, 78, 60, 78, 62,
	55, 56, 73, 60, 93, 59, 57, 57, 33, 37, 33, 57, 44, 28, 56, 62, 48,
	62, 56, 34, 62, 62, 26, 26, 53, 26, 94, 62, 60, 62, 62, 41, 48, 36,
	62, 51, 79, 53, 51, 47, 38, 55, 38, 57,
};

static bool is_mark(uint32_t c)
{
	return (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
	       (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2066 && c <= 0x2069);
}

static int letter_width(uint32_t c, bool last)
{
	const struct letter *l;

	if (c >= 0x20 && c < 0x7F)
		return latin[c - 0x20];
	if (is_mark(c))
		return 0;
	if (c < 0x0620 || c - 0x0620 >= COUNT(letters))
		return c < 0x0600 ? 62 : 80;
	l = &letters[c - 0x0620];
	return !l->last ? 80 : last ? l->last : l->inside;
}

static bool ends_word(uint32_t c)
{
	return c < 0x0620 || (c > 0x06D5 && !is_mark(c));
}

/* A line that is measured letter by letter: how wide a letter is depends on
 * the one behind it. */
struct measure {
	long sum;			/* of the letters before the newest */
	uint32_t newest;		/* 0: none yet */
};

static void measure_add(struct measure *m, uint32_t c)
{
	if (m->newest)
		m->sum += letter_width(m->newest, ends_word(c));
	m->newest = c;
}

/* As if the line ended here. */
static int measured(const struct measure *m, int size)
{
	long sum = m->sum;

	if (m->newest)
		sum += letter_width(m->newest, true);
	return (int)((sum * size + 99) / 100);
}

int text_width(struct str text, int size)
{
	struct measure m = { 0 };
	size_t at = 0;

	while (at < text.n)
		measure_add(&m, utf8_next(text, &at));
	return measured(&m, size);
}

/* Where the next line ends: behind the last word that fits; a word that is
 * longer than a line is taken whole, and cut by the caller. */
static size_t line_end(struct str text, int w, int size)
{
	struct measure m = { 0 };
	size_t fits = 0, at = 0;

	while (at < text.n) {
		size_t before = at;
		uint32_t c = utf8_next(text, &at);

		if (c == ' ') {
			if (fits && measured(&m, size) > w)
				return fits;
			fits = before;
		}
		measure_add(&m, c);
	}
	return fits && measured(&m, size) > w ? fits : text.n;
}

/* text with "…" so that both fit: at a word if one fits, else anywhere. */
static struct str cut(struct arena *mem, struct str text, int w, int size)
{
	int room = w - text_width(STR("…"), size);
	struct measure m = { 0 };
	size_t at = 0, fits = 0, word = 0;

	while (at < text.n) {
		measure_add(&m, utf8_next(text, &at));
		if (measured(&m, size) > room)
			break;
		fits = at;
		if (at < text.n && text.p[at] == ' ')
			word = at;
	}
	/* At least half of the line is kept, even if a word is broken. */
	if (word * 2 > fits)
		fits = word;
	return arena_printf(mem, "%.*s…", STR_ARG(str_cut(text, 0, fits)));
}

static void one_line(struct picture *p, const struct place *at, int y,
		     struct str text, enum lang of)
{
	struct shape *s = shape_add(p, SHAPE_TEXT, at->look);

	s->x = at->x;
	s->y = y;
	s->h = at->size;
	s->text = text;
	s->lang = of;
	s->anchor = at->anchor;
}

int picture_words(struct picture *p, const struct place *at, struct str text,
		  enum lang of)
{
	int n = 0;

	text = str_trim(text);
	while (text.n) {
		int y = at->y + n * at->size * PICTURE_LEADING / 100;
		size_t end = at->w ? line_end(text, at->w, at->size)
				   : text.n;
		bool final = ++n >= at->lines;
		struct str line = final ? text : str_cut(text, 0, end);

		if (at->w && text_width(line, at->size) > at->w)
			line = cut(p->mem, line, at->w, at->size);
		one_line(p, at, y, line, of);
		if (final)
			break;
		text = str_trim(str_cut(text, end, text.n));
	}
	return n;
}

int picture_lines(const struct place *at, struct str text)
{
	int n = 0;

	text = str_trim(text);
	while (text.n && n < at->lines) {
		size_t end = at->w ? line_end(text, at->w, at->size)
				   : text.n;

		n++;
		text = str_trim(str_cut(text, end, text.n));
	}
	return n;
}

struct str picture_date(struct picture *p, struct date d)
{
	struct buf b;
	struct str s;

	buf_init(&b);
	date_words(&b, p->lang, d);
	s = arena_str(p->mem, buf_str(&b));
	buf_release(&b);
	return s;
}
