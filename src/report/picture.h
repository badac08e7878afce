/*
 * picture.h - a drawing before it is drawn
 *
 * Geometry without a renderer: boxes, dots, lines and texts on a sheet
 * measured in units that are pixels at full size. Places count from where a
 * line of the reader's language begins: x = 0 is the right edge of an Arabic
 * sheet and the left edge of an English one, so whoever lays out a picture
 * never thinks of mirrors. svg.h turns a picture into markup; PDF will come
 * from the same shapes.
 *
 * All words are borrowed from the arena of the picture or live longer.
 */
#ifndef REPORT_PICTURE_H
#define REPORT_PICTURE_H

#include "base/arena.h"
#include "lang/date.h"
#include "lang/lang.h"

enum shape_kind { SHAPE_BOX, SHAPE_DOT, SHAPE_LINE, SHAPE_TEXT };

/* What a shape says, never its colour: the page's style decides that. */
enum look {
	LOOK_PLAIN,
	LOOK_STRONG,		/* what the picture is about */
	LOOK_INVERSE,		/* text on something strong */
	LOOK_SOFT,		/* said beside */
	LOOK_INFERRED,		/* tied by us, not by a source: dashed */
	LOOK_GAP,		/* not known: dotted, empty */
	LOOK_HATCHED,		/* filled, but only by inference */
	LOOK_FAINT		/* a guide for the eye */
};

enum anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

struct shape {
	enum shape_kind kind;
	enum look look;
	int x, y;		/* a box's first corner, a dot's middle, the
				 * start of a line, the base line of a text */
	int w, h;		/* of a box; w: radius of a dot; to the end of
				 * a line; h: size of a text */
	int bend;		/* where a line turns, from its x on */
	struct str text;
	enum lang lang;		/* of text */
	enum anchor anchor;
	size_t group;		/* what it is clicked with; 0: nothing */
};

/* Shapes that belong together and lead somewhere. */
struct shape_group {
	struct str url;
	struct str title;	/* what it is, in full, for all who ask */
};

struct picture {
	struct arena *mem;
	int width, height;
	enum lang lang;		/* of the sheet; gives its direction */
	struct str title;	/* what one would call it */
	struct str desc;	/* what one would tell who cannot see it */
	struct shape *shapes;
	size_t n, room;
	struct shape_group *groups;
	size_t groups_n, groups_room;
	size_t group;		/* open: further shapes belong to it */
};

/* An empty sheet; height may be set later. */
void picture_init(struct picture *p, struct arena *mem, enum lang l,
		  int width);
/* Opens a group; url may be empty. It is closed by picture_ungroup. */
void picture_group(struct picture *p, struct str url, struct str title);
void picture_ungroup(struct picture *p);

struct area {
	int x, y, w, h;		/* its first corner and its size */
};
void picture_box(struct picture *p, enum look look, struct area at);
void picture_dot(struct picture *p, enum look look, int x, int y, int r);
/* From a to b, straight, or by way of a corner at x = bend. */
struct stroke {
	enum look look;
	int from_x, from_y, to_x, to_y;
	int bend;		/* as far from the start; 0: straight */
};
void picture_line(struct picture *p, const struct stroke *s);

/* Where words go and how many lines they may take. */
struct place {
	int x, y;		/* base line of the first line */
	int w;			/* at most so wide; 0: one line, any width */
	int lines;
	int size;		/* of letters */
	enum look look;
	enum anchor anchor;
};
enum { PICTURE_LEADING = 145 };	/* per cent of the size, line to line */

/* Breaks at blanks; what does not fit ends in "…". Gives how many lines it
 * took. */
int picture_words(struct picture *p, const struct place *at, struct str text,
		  enum lang of);
/* How many lines the words would take. */
int picture_lines(const struct place *at, struct str text);

/* A careful estimate of how wide a text is in our typeface, in units. */
int text_width(struct str text, int size);
/* A date in the language of the sheet, in its arena. */
struct str picture_date(struct picture *p, struct date d);

#endif
