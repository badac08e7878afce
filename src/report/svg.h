/*
 * svg.h - a picture as part of a page
 *
 * Inline SVG with real text, so that it is read, found, copied and printed
 * like any other. A picture without links is one image with a name and a
 * description; one with links is a group whose links have names of their
 * own. Colours, in light and dark, are those of the page's style sheet.
 */
#ifndef REPORT_SVG_H
#define REPORT_SVG_H

#include "base/html.h"
#include "report/picture.h"

/* id: unique on its page. style: a further class, as "chain". */
void svg_write(struct buf *out, const struct picture *p, const char *id,
	       const char *style);

#endif
