// floors: format model lang base
/*
 * fuzz_csv.c - whatever bytes a file holds, rows come out or a fault
 *
 * What was read is written and read again: the same cells. A row can be read
 * a second time from the place where it began.
 */
#include <stdlib.h>

#include "format/csv_in.h"
#include "format/csv_out.h"
#include "lang/charset.h"

static void again_check(const struct csv_in *c, size_t at, int64_t row,
			struct arena *mem)
{
	struct csv_in twin;

	csv_open(&twin, mem, c->text);
	csv_seek(&twin, at, row);
	if (!csv_next(&twin, mem) || twin.row != c->row ||
	    twin.cells_n != c->cells_n)
		abort();
	for (size_t i = 0; i < c->cells_n; i++)
		if (!str_eq(twin.cells[i], c->cells[i]))
			abort();
}

static void written_check(const struct csv_in *c, struct arena *mem)
{
	struct csv_out out;
	struct csv_in twin;
	struct buf b;
	bool blank = true;

	for (size_t i = 0; i < c->cells_n; i++)
		blank &= str_trim(c->cells[i]).n == 0;
	buf_init(&b);
	csv_begin(&out, &b, false);
	/* A row of commas first: which separator is meant is no question. */
	csv_value(&out, STR("a"));
	for (size_t i = 0; i < c->cells_n; i++)
		csv_value(&out, STR("b"));
	csv_line_end(&out);
	for (size_t i = 0; i < c->cells_n; i++)
		csv_value(&out, c->cells[i]);
	csv_line_end(&out);
	csv_open(&twin, mem, buf_str(&b));
	if (!csv_next(&twin, mem) || (!csv_next(&twin, mem) && !blank) ||
	    twin.cells_n != c->cells_n)
		abort();
	for (size_t i = 0; i < c->cells_n; i++)
		if (!str_eq(twin.cells[i], c->cells[i]))
			abort();
	buf_release(&b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str text, bytes = { (const char *)data, n };
	const char *charset;
	struct arena mem, row;
	struct csv_in c;
	size_t bad_at, at = 0;
	int64_t before = 0;

	arena_init(&mem, 256 * 1024 * 1024);
	arena_init(&row, 256 * 1024 * 1024);
	if (charset_to_utf8(&mem, bytes, &text, &charset, &bad_at)) {
		csv_open(&c, &mem, text);
		for (int i = 0; i < 50 && csv_next(&c, &row); i++) {
			if (c.row <= before || c.cells_n > CSV_COLUMNS_MAX)
				abort();
			again_check(&c, at, before + 1, &row);
			/* Room for one column more is needed to write it. */
			if (c.cells_n < CSV_COLUMNS_MAX)
				written_check(&c, &row);
			at = c.at;
			before = c.row;
			arena_reset(&row);
		}
	}
	arena_release(&row);
	arena_release(&mem);
	return 0;
}
