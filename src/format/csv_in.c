/* csv_in.c - rows of comma-separated values, as people send them */

#include "format/csv_in.h"

#include <string.h>

#include "base/log.h"
#include "format/csv_out.h"

static bool is_end(char c)
{
	return c == '\n' || c == '\r';
}

/* Counted outside quotes in the first row; the comma when in doubt. */
static char separator_of(struct str text)
{
	static const char known[] = { ',', ';', '\t' };
	size_t n[COUNT(known)] = { 0 };
	bool quoted = false;
	size_t best = 0;

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];

		if (c == '"')
			quoted = !quoted;
		if (quoted)
			continue;
		if (is_end(c))
			break;
		for (size_t k = 0; k < COUNT(known); k++)
			n[k] += c == known[k];
	}
	for (size_t k = 1; k < COUNT(known); k++)
		if (n[k] > n[best])
			best = k;
	return known[best];
}

void csv_open(struct csv_in *c, struct arena *mem, struct str text)
{
	*c = (struct csv_in){
		.text = text,
		.separator = separator_of(text),
		.cells = arena_array(mem, CSV_COLUMNS_MAX,
				     sizeof(struct str)),
		.room = CSV_COLUMNS_MAX,
	};
}

void csv_seek(struct csv_in *c, size_t at, int64_t row)
{
	if (at > c->text.n || row < 1)
		BUG("a csv file has no such place");
	c->at = at;
	c->row = row - 1;
	c->fault = CSV_FINE;
}

const char *csv_fault_key(enum csv_fault fault)
{
	static const char *const keys[] = {
		[CSV_FINE] = "", [CSV_QUOTE_OPEN] = "quote_open",
		[CSV_AFTER_QUOTE] = "after_quote",
		[CSV_CELL_TOO_BIG] = "text_too_big",
		[CSV_TOO_MANY_COLUMNS] = "too_many_columns",
		[CSV_TOO_MANY_ROWS] = "too_many_rows",
	};

	return keys[fault];
}

struct str csv_fault_limit(struct arena *mem, enum csv_fault fault)
{
	switch (fault) {
	case CSV_CELL_TOO_BIG:
		return arena_printf(mem, "%d", (int)CSV_CELL_MAX);
	case CSV_TOO_MANY_COLUMNS:
		return arena_printf(mem, "%d", (int)CSV_COLUMNS_MAX);
	case CSV_TOO_MANY_ROWS:
		return arena_printf(mem, "%d", (int)CSV_ROWS_MAX);
	default:
		return STR("");
	}
}

/* What csv_out guarded against spreadsheets, as it was. */
static struct str unguarded(struct str s)
{
	return csv_is_guarded(s) ? str_cut(s, 1, s.n) : s;
}

static struct str undoubled(struct arena *mem, struct str s)
{
	char *p = arena_alloc(mem, s.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		p[n++] = s.p[i];
		if (s.p[i] == '"')
			i++;
	}
	return (struct str){ p, n };
}

/* From behind the first quote to behind the last one. */
static enum csv_fault quoted_read(struct csv_in *c, struct arena *mem,
				  struct str *out)
{
	size_t from = ++c->at;
	bool doubled = false;

	for (;;) {
		struct str rest = str_cut(c->text, c->at, c->text.n);
		size_t quote = str_find_char(rest, '"');

		if (c->at + quote - from > CSV_CELL_MAX)
			return CSV_CELL_TOO_BIG;
		if (quote == rest.n)
			return CSV_QUOTE_OPEN;
		c->at += quote + 1;
		if (c->at == c->text.n || c->text.p[c->at] != '"')
			break;
		c->at++;
		doubled = true;
	}
	*out = str_cut(c->text, from, c->at - 1 - from);
	if (doubled)
		*out = undoubled(mem, *out);
	/* Blanks behind the quote are harmless, anything else is a mistake
	 * that would move all that follows. */
	while (c->at < c->text.n && c->text.p[c->at] == ' ')
		c->at++;
	if (c->at < c->text.n && !is_end(c->text.p[c->at]) &&
	    c->text.p[c->at] != c->separator)
		return CSV_AFTER_QUOTE;
	return CSV_FINE;
}

static enum csv_fault cell_read(struct csv_in *c, struct arena *mem)
{
	size_t from = c->at;
	struct str s;

	if (c->cells_n == c->room)
		return CSV_TOO_MANY_COLUMNS;
	if (c->at < c->text.n && c->text.p[c->at] == '"') {
		enum csv_fault fault = quoted_read(c, mem, &s);

		if (fault)
			return fault;
	} else {
		while (c->at < c->text.n && !is_end(c->text.p[c->at]) &&
		       c->text.p[c->at] != c->separator)
			c->at++;
		if (c->at - from > CSV_CELL_MAX)
			return CSV_CELL_TOO_BIG;
		s = str_cut(c->text, from, c->at - from);
	}
	c->cells[c->cells_n++] = unguarded(s);
	return CSV_FINE;
}

/* One row; the place is then behind its line end. */
static void row_read(struct csv_in *c, struct arena *mem)
{
	c->cells_n = 0;
	for (;;) {
		c->fault = cell_read(c, mem);
		if (c->fault || c->at == c->text.n)
			return;
		if (c->text.p[c->at] != c->separator)
			break;
		c->at++;
	}
	c->at += c->text.p[c->at] == '\r' && c->at + 1 < c->text.n &&
		 c->text.p[c->at + 1] == '\n' ? 2 : 1;
}

static bool is_blank(const struct csv_in *c)
{
	for (size_t i = 0; i < c->cells_n; i++)
		if (str_trim(c->cells[i]).n)
			return false;
	return true;
}

bool csv_next(struct csv_in *c, struct arena *mem)
{
	while (!c->fault && c->at < c->text.n) {
		c->row++;
		if (c->row > CSV_ROWS_MAX)
			c->fault = CSV_TOO_MANY_ROWS;
		else
			row_read(c, mem);
		if (!c->fault && !is_blank(c))
			return true;
	}
	return false;
}
