/*
 * picture_objectives.h - the objectives of a framework at a glance
 *
 * One row for each round table of the forum that reviews them. Filled: a
 * pledge answers it, as a source says. Hatched: as we inferred. Empty: no
 * pledge is known to us, which does not mean that nothing is done.
 */
#ifndef REPORT_PICTURE_OBJECTIVES_H
#define REPORT_PICTURE_OBJECTIVES_H

#include "report/picture.h"

enum objective_state { OBJECTIVE_EMPTY, OBJECTIVE_INFERRED, OBJECTIVE_KNOWN };

struct objective_box {
	int row;		/* 0 … rows_n - 1 */
	enum objective_state state;
	struct str number;
	struct str title;	/* in full, with what is known */
	struct str url;
};

struct objectives {
	const struct objective_box *boxes;
	size_t n;
	const struct str *rows;	/* their names */
	size_t rows_n;
};

/* Sets width and height. */
void picture_objectives(struct picture *p, const struct objectives *o);

#endif
