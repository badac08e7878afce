/*
 * csv_out.h - comma-separated values (RFC 4180)
 *
 * UTF-8, LF or CRLF line ends, quotes where they are needed. A value that a
 * spreadsheet would run as a formula (it begins with = + - @, tab or CR)
 * gets an apostrophe in front, which csv readers of ours take away again;
 * plain negative numbers are left alone.
 */
#ifndef FORMAT_CSV_OUT_H
#define FORMAT_CSV_OUT_H

#include "base/buf.h"

struct csv_out {
	struct buf *out;
	bool some;			/* the line has a value already */
};

/* mark: a byte order mark first, which Excel needs for Arabic. */
void csv_begin(struct csv_out *c, struct buf *out, bool mark);
void csv_value(struct csv_out *c, struct str s);
void csv_line_end(struct csv_out *c);
/* What a spreadsheet could take for a formula gets an apostrophe in front.
 * True when s is such a value with apostrophes already: it gets one more
 * when written, and loses one when read. */
bool csv_is_guarded(struct str s);

#endif
