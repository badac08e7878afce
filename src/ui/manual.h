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

/* The chapter that explains the page of this path ("/ar/pledges/new"); NULL
 * when the whole manual is the best answer. */
const char *manual_chapter_of(struct str path);

#endif
