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
	uint32_t c;
	uint8_t inside, last;
};

static const struct letter letters[] = {
	{ 0x0621, 41, 41 }, { 0x0622, 29, 29 }, { 0x0623, 29, 29 },
	{ 0x0624, 47, 47 }, { 0x0625, 29, 29 }, { 0x0626, 34, 76 },
	{ 0x0627, 29, 29 }, { 0x0628, 34, 109 }, { 0x0629, 49, 49 },
	{ 0x062A, 37, 109 }, { 0x062B, 37, 109 }, { 0x062C, 64, 65 },
	{ 0x062D, 64, 65 }, { 0x062E, 64, 65 }, { 0x062F, 53, 53 },
	{ 0x0630, 53, 53 }, { 0x0631, 40, 40 }, { 0x0632, 40, 40 },
	{ 0x0633, 85, 127 }, { 0x0634, 85, 127 }, { 0x0635, 95, 135 },
	{ 0x0636, 95, 135 }, { 0x0637, 71, 83 }, { 0x0638, 71, 83 },
	{ 0x0639, 52, 53 }, { 0x063A, 52, 53 }, { 0x0641, 50, 110 },
	{ 0x0642, 50, 81 }, { 0x0643, 51, 92 }, { 0x0644, 30, 73 },
	{ 0x0645, 58, 56 }, { 0x0646, 34, 73 }, { 0x0647, 57, 49 },
	{ 0x0648, 47, 47 }, { 0x0649, 34, 76 }, { 0x064A, 37, 76 },
	{ 0x067E, 37, 109 }, { 0x0686, 64, 72 }, { 0x0695, 40, 40 },
	{ 0x0698, 40, 40 }, { 0x06A4, 50, 110 }, { 0x06A9, 51, 98 },
	{ 0x06AF, 51, 98 }, { 0x06B5, 30, 73 }, { 0x06BE, 57, 61 },
	{ 0x06C6, 47, 47 }, { 0x06CC, 37, 76 }, { 0x06CE, 37, 76 },
	{ 0x06D5, 49, 49 },
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
	size_t from = 0, to = COUNT(letters);

	if (c >= 0x20 && c < 0x7F)
		return latin[c - 0x20];
	if (is_mark(c))
		return 0;
	while (from < to) {
		size_t mid = (from + to) / 2;

		if (letters[mid].c == c)
			return last ? letters[mid].last
				    : letters[mid].inside;
		if (letters[mid].c < c)
			from = mid + 1;
		else
			to = mid;
	}
	return c < 0x0600 ? 62 : 80;
}

static bool ends_word(uint32_t c)
{
	return c < 0x0620 || (c > 0x06D5 && !is_mark(c));
}

int text_width(struct str text, int size)
{
	size_t at = 0;
	uint32_t c = 0;
	long sum = 0;

	while (at < text.n) {
		uint32_t next = utf8_next(text, &at);

		if (c)
			sum += letter_width(c, ends_word(next));
		c = next;
	}
	if (c)
		sum += letter_width(c, true);
	return (int)((sum * size + 99) / 100);
}

/* Where the next line ends: behind the last word that fits; a word that is
 * longer than a line is taken whole, and cut by the caller. */
static size_t line_end(struct str text, int w, int size)
{
	size_t fits = 0, at = 0;

	while (at < text.n) {
		size_t word = at + str_find_char(str_cut(text, at, text.n),
						 ' ');

		if (fits && text_width(str_cut(text, 0, word), size) > w)
			break;
		fits = word;
		at = word + 1;
	}
	return fits;
}

/* text with "…" so that both fit: at a word if one fits, else anywhere. */
static struct str cut(struct arena *mem, struct str text, int w, int size)
{
	int room = w - text_width(STR("…"), size);
	size_t at = 0, fits = 0, word = 0;

	while (at < text.n) {
		utf8_next(text, &at);
		if (text_width(str_cut(text, 0, at), size) > room)
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
