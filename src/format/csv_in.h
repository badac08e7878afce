/*
 * csv_in.h - rows of comma-separated values, as people send them
 *
 * RFC 4180 and what spreadsheets make of it: the separator is the comma, the
 * semicolon (Excel where the comma is for decimals) or the tab, whichever
 * the first row has most of; line ends are LF, CRLF or CR; a quoted cell may
 * hold all of these. Quotes inside an unquoted cell are letters. Rows that
 * are wholly blank are passed over, but counted, so that a row has the
 * number that a spreadsheet shows beside it. The apostrophe that csv_out
 * puts before what looks like a formula is taken away again.
 *
 * Cells are slices of the text, or of the arena where quotes were doubled:
 * both must outlive the row. The reader holds one row at a time.
 */
#ifndef FORMAT_CSV_IN_H
#define FORMAT_CSV_IN_H

#include "base/arena.h"

enum {
	CSV_COLUMNS_MAX = 500,
	CSV_ROWS_MAX = 2000000,
	CSV_CELL_MAX = 1024 * 1024	/* bytes */
};

enum csv_fault {
	CSV_FINE,
	CSV_QUOTE_OPEN,		/* a quote was opened and never closed */
	CSV_AFTER_QUOTE,	/* letters after the closing quote */
	CSV_CELL_TOO_BIG,
	CSV_TOO_MANY_COLUMNS,
	CSV_TOO_MANY_ROWS
};

struct csv_in {
	struct str text;
	size_t at;		/* where the next row begins */
	char separator;
	int64_t row;		/* number of the row in cells; from 1 */
	struct str *cells;
	size_t cells_n;
	/* The first fault stops the reader; cells_n is then the number of
	 * cells before the one at fault. */
	enum csv_fault fault;

	size_t room;		/* of cells, private */
};

/* text is UTF-8 without a byte order mark (see lang/charset.h). cells live
 * in mem, which must not be reset while the reader is used. */
void csv_open(struct csv_in *c, struct arena *mem, struct str text);
/* The next row that is not blank; false at the end and after a fault. What
 * must be copied out of quotes goes to mem. */
bool csv_next(struct csv_in *c, struct arena *mem);
/* Goes to a place where a row began, with its number, to read it again. */
void csv_seek(struct csv_in *c, size_t at, int64_t row);
/* The key of the words for a fault, without "problem.". */
const char *csv_fault_key(enum csv_fault fault);
/* The limit that was passed, for those words; "" where there is none. */
struct str csv_fault_limit(struct arena *mem, enum csv_fault fault);

#endif
