/* table.c - columns on a terminal */

#include "app/cli.h"

#include "base/utf8.h"

enum { TABLE_ROWS_FIRST = 64, WIDTH_MAX = 60 };

struct table {
	struct arena *mem;
	size_t columns;
	struct str *cells;
	size_t n, room;
};

struct table *table_new(struct arena *mem, size_t columns)
{
	struct table *t = arena_alloc(mem, sizeof(*t));

	*t = (struct table){ .mem = mem, .columns = columns };
	return t;
}

void table_cell(struct table *t, struct str s)
{
	if (t->n == t->room) {
		struct str *more;

		t->room = t->room ? t->room * 2
				  : TABLE_ROWS_FIRST * t->columns;
		more = arena_array(t->mem, t->room, sizeof(*more));
		for (size_t i = 0; i < t->n; i++)
			more[i] = t->cells[i];
		t->cells = more;
	}
	t->cells[t->n++] = arena_str(t->mem, s);
}

void table_print(const struct table *t, struct buf *out)
{
	size_t *width = arena_array(t->mem, t->columns, sizeof(*width));

	for (size_t i = 0; i < t->n; i++) {
		size_t w = utf8_count(t->cells[i]);

		if (w > width[i % t->columns])
			width[i % t->columns] = w < WIDTH_MAX ? w : WIDTH_MAX;
	}
	for (size_t i = 0; i < t->n; i++) {
		size_t column = i % t->columns;
		struct str s = t->cells[i];

		buf_add(out, s);
		if (column + 1 == t->columns) {
			buf_add_char(out, '\n');
			continue;
		}
		for (size_t w = utf8_count(s); w < width[column]; w++)
			buf_add_char(out, ' ');
		buf_add_cstr(out, "  ");
	}
}
