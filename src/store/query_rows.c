/* query_rows.c - columns as the queries read them */

#include "store/query_rows.h"

enum lang col_lang(struct stmt *st, int at)
{
	enum lang l = LANG_EN;

	lang_find(col_str(st, at), &l);
	return l;
}

struct date col_date(struct stmt *st, int at)
{
	struct date d = { 0 };

	date_from_iso(col_str(st, at), &d);
	return d;
}

struct choice col_choice(struct stmt *st, int at, const struct entity *e,
			 const char *field)
{
	struct choice c = { 0 };

	choice_find(entity_field(e, str_of(field))->choices, col_str(st, at),
		    &c);
	return c;
}

struct titled col_titled(struct stmt *st, int at, struct arena *mem)
{
	return (struct titled){ col_int(st, at),
				arena_str(mem, col_str(st, at + 1)),
				arena_str(mem, col_str(st, at + 2)),
				col_lang(st, at + 3) };
}

void *rows_grown(struct arena *mem, void *list, size_t n, size_t size)
{
	char *more;

	/* Full at 0, 8, 16, 32 …, so that the length alone says it. */
	if (n && (n < 8 || (n & (n - 1))))
		return list;
	more = arena_array(mem, n ? 2 * n : 8, size);
	for (size_t i = 0; i < n * size; i++)
		more[i] = ((char *)list)[i];
	return more;
}

void bind_lang(struct stmt *st, int at, enum lang l)
{
	bind_str(st, at, str_of(lang_row(l)->tag));
}
