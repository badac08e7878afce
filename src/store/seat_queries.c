/* seat_queries.c - seats and who is attested to have held them */

#include "store/seat_queries.h"

#include <stdlib.h>

#include "store/query_rows.h"

enum { NO = 1 };	/* as a yesno is stored */

static int by_seat(const void *a, const void *b)
{
	const struct seated *x = a, *y = b;

	if (x->seat.id != y->seat.id)
		return x->seat.id < y->seat.id ? -1 : 1;
	return date_cmp(x->attested_on, y->attested_on);
}

static size_t seats_read(struct stmt *st, struct arena *mem,
			 struct seated **out)
{
	size_t n = 0;

	*out = NULL;
	while (stmt_step(st)) {
		if (n == SEATED_MAX)
			continue;
		*out = rows_grown(mem, *out, n, sizeof(**out));
		(*out)[n++] = (struct seated){
			.seat = col_titled(st, 0, mem),
			.organisation = col_titled(st, 4, mem),
			.body = col_titled(st, 8, mem),
			.open = !col_null(st, 12) && col_int(st, 12) == NO,
			.holding = arena_str(mem, col_str(st, 13)),
			.person = col_titled(st, 14, mem),
			.from_on = col_date(st, 18),
			.to_on = col_date(st, 19),
			.attested_on = col_date(st, 20),
			.document = col_titled(st, 21, mem) };
	}
	if (n)
		qsort(*out, n, sizeof(**out), by_seat);
	return n;
}

size_t query_seats_of(struct db *db, struct arena *mem, int64_t organisation,
		      enum lang l, struct seated **out)
{
	struct stmt *st = db_stmt(db, SQL(
	"SELECT s.id, h.code, h.body, h.shown_lang,"
	" s.organisation, o.code, o.body, o.shown_lang,"
	" s.body, b.code, b.body, b.shown_lang, s.confirmed,"
	" k.code, k.person, p.code, p.body, p.shown_lang,"
	" k.from_on, k.to_on, k.attested_on,"
	" k.document, d.code, d.body, d.shown_lang"
	" FROM (SELECT id FROM seat WHERE body = $1"
	" UNION SELECT id FROM seat WHERE organisation = $1) i"
	" JOIN seat s ON s.id = i.id AND s.stage <> 'withdrawn'"
	" JOIN heading h ON h.entity = 'seat' AND h.row_id = s.id"
	" AND h.lang = $2"
	" LEFT JOIN heading o ON o.entity = 'organisation'"
	" AND o.row_id = s.organisation AND o.lang = $2"
	" LEFT JOIN heading b ON b.entity = 'organisation'"
	" AND b.row_id = s.body AND b.lang = $2"
	" LEFT JOIN holding k ON k.seat = s.id AND k.stage <> 'withdrawn'"
	" LEFT JOIN heading p ON p.entity = 'person'"
	" AND p.row_id = k.person AND p.lang = $2"
	" LEFT JOIN heading d ON d.entity = 'document'"
	" AND d.row_id = k.document AND d.lang = $2"));

	bind_int(st, 1, organisation);
	bind_lang(st, 2, l);
	return seats_read(st, mem, out);
}

size_t query_seats_held(struct db *db, struct arena *mem, int64_t person,
			enum lang l, struct seated **out)
{
	struct stmt *st = db_stmt(db, SQL(
	"SELECT s.id, h.code, h.body, h.shown_lang,"
	" s.organisation, o.code, o.body, o.shown_lang,"
	" s.body, b.code, b.body, b.shown_lang, s.confirmed,"
	" k.code, k.person, p.code, p.body, p.shown_lang,"
	" k.from_on, k.to_on, k.attested_on,"
	" k.document, d.code, d.body, d.shown_lang"
	" FROM holding k"
	" JOIN seat s ON s.id = k.seat AND s.stage <> 'withdrawn'"
	" JOIN heading h ON h.entity = 'seat' AND h.row_id = s.id"
	" AND h.lang = $2"
	" LEFT JOIN heading o ON o.entity = 'organisation'"
	" AND o.row_id = s.organisation AND o.lang = $2"
	" LEFT JOIN heading b ON b.entity = 'organisation'"
	" AND b.row_id = s.body AND b.lang = $2"
	" LEFT JOIN heading p ON p.entity = 'person'"
	" AND p.row_id = k.person AND p.lang = $2"
	" LEFT JOIN heading d ON d.entity = 'document'"
	" AND d.row_id = k.document AND d.lang = $2"
	" WHERE k.person = $1 AND k.stage <> 'withdrawn'"));

	bind_int(st, 1, person);
	bind_lang(st, 2, l);
	return seats_read(st, mem, out);
}
