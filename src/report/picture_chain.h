/*
 * picture_chain.h - the stream from promise to proof
 *
 * A tree drawn in columns: each kind of record has its column, what serves a
 * record stands behind it, and a missing link is drawn as a hole in its
 * place. Lines turn at right angles between the columns and cross no box.
 */
#ifndef REPORT_PICTURE_CHAIN_H
#define REPORT_PICTURE_CHAIN_H

#include "report/picture.h"

enum chain_look { CHAIN_LOOK_RECORD, CHAIN_LOOK_SELF, CHAIN_LOOK_GAP };

struct chain_box {
	int column;
	size_t parent;		/* a box before it; a root hangs on itself */
	enum chain_look look;
	bool inferred;		/* its tie to the parent is */
	struct str title;
	enum lang title_lang;
	struct str line;	/* a few words above the title, may be empty */
	struct str url;
	struct str name;	/* of the link: what it is, in full */
};

enum { CHAIN_BOXES_MAX = 60, CHAIN_COLUMNS_MAX = 8 };

struct chain_drawing {
	const struct chain_box *boxes;
	size_t n;			/* at most CHAIN_BOXES_MAX are drawn */
	const struct str *heads;	/* names of the columns */
	size_t heads_n;			/* at most CHAIN_COLUMNS_MAX */
};

/* Sets the height. Columns without a box are left out. */
void picture_chain(struct picture *p, const struct chain_drawing *d);

#endif
