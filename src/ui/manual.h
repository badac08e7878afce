/*
 * manual.h - the chapters of the manual, as they lie in the program
 *
 * docs/manual/LANG/NN-NAME.md: NN gives the order, NAME the address
 * (/ar/manual/NAME), the first line ("# …") the title, the first paragraph
 * says what the chapter is for. A chapter is there in every language; a test
 * holds that.
 */
#ifndef UI_MANUAL_H
#define UI_MANUAL_H

#include "base/str.h"
#include "lang/lang.h"

struct chapter {
	struct str name;	/* "add" */
	struct str title;
	struct str about;	/* the first paragraph */
	struct str text;	/* Markdown, behind the title */
};

/* Chapter i of a language, in order; false after the last. */
bool manual_chapter_at(enum lang l, size_t i, struct chapter *out);

/* Help for the page of a path ("/ar/pledges/new"). */
struct help {
	const char *chapter;	/* NULL: the whole manual says it best */
	const char *about;	/* key of one sentence: what is this page? */
	struct str list;	/* "pledges" when it is a list: the kind of
				 * record says what it is; else empty */
};
struct help manual_help(struct str path);

#endif
