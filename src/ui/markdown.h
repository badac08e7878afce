/*
 * markdown.h - long texts, as pages show them (the door to cmark)
 *
 * CommonMark without raw HTML, without pictures, and without addresses but
 * those of the web (what such a link says stays, as words). Headings
 * inside a text stand two levels lower, below those of the page.
 */
#ifndef UI_MARKDOWN_H
#define UI_MARKDOWN_H

#include "base/arena.h"
#include "base/buf.h"

/* text must be valid UTF-8 without U+0000. */
void markdown_html(struct buf *out, struct str text);

/*
 * A chapter of the manual: words of ours, so links lead within the program
 * too and headings stand as they are. A link to the file of another chapter
 * ("05-add.md") leads to BASE/add.
 */
void markdown_chapter(struct buf *out, struct str text, struct str base,
		      struct arena *mem);

#endif
