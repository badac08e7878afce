/* titles.c - what is asked about the titles of several records at once */

#include "store/titles.h"

#include "store/query_rows.h"

static void some_titles(struct db *db, struct arena *mem,
			const struct str *codes, size_t n, enum lang l,
			struct named *out)
{
	struct stmt *st = db_stmt(db, SQL(
		"SELECT c.entity, c.row_id, c.code, h.body, h.shown_lang "
		"FROM code c JOIN heading h ON h.entity = c.entity "
		"AND h.row_id = c.row_id AND h.lang = $51 WHERE c.code IN ("
		"$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
		"$13, $14, $15, $16, $17, $18, $19, $20, $21, $22, "
		"$23, $24, $25, $26, $27, $28, $29, $30, $31, $32, "
		"$33, $34, $35, $36, $37, $38, $39, $40, $41, $42, "
		"$43, $44, $45, $46, $47, $48, $49, $50)"));

	/* No code is empty. */
	for (size_t i = 0; i < TITLES_MAX; i++)
		bind_str(st, (int)i + 1, i < n ? codes[i] : STR(""));
	bind_lang(st, TITLES_MAX + 1, l);
	for (size_t i = 0; i < n; i++)
		out[i] = (struct named){ 0 };
	while (stmt_step(st)) {
		struct titled t = col_titled(st, 1, mem);
		const struct entity *e = entity_by_name(col_str(st, 0));

		for (size_t i = 0; i < n; i++)
			if (str_eq(codes[i], t.code))
				out[i].to = (struct anyref){ e, {
					t.id, t.code, t.title, t.lang } };
	}
}

void titles_of(struct db *db, struct arena *mem, const struct str *codes,
	       size_t n, enum lang l, struct named *out)
{
	for (size_t at = 0; at < n; at += TITLES_MAX)
		some_titles(db, mem, codes + at, n - at < TITLES_MAX ?
			    n - at : TITLES_MAX, l, out + at);
}

static void origins_read(struct db *db, const struct entity *e,
			 void **records, size_t n)
{
	struct stmt *st = db_stmt(db, SQL(
		"SELECT row_id, lang, origin FROM text WHERE entity = $51 "
		"AND field = $52 AND row_id IN ("
		"$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
		"$13, $14, $15, $16, $17, $18, $19, $20, $21, $22, "
		"$23, $24, $25, $26, $27, $28, $29, $30, $31, $32, "
		"$33, $34, $35, $36, $37, $38, $39, $40, $41, $42, "
		"$43, $44, $45, $46, $47, $48, $49, $50)"));

	/* No id is 0. */
	for (size_t i = 0; i < TITLES_MAX; i++)
		bind_int(st, (int)i + 1, i < n ? record_row(records[i])->id
					       : 0);
	bind_str(st, TITLES_MAX + 1, str_of(e->name));
	bind_str(st, TITLES_MAX + 2, str_of(entity_heading(e)->name));
	while (stmt_step(st)) {
		enum text_origin origin;

		if (!text_origin_find(col_str(st, 2), &origin))
			continue;
		for (size_t i = 0; i < n; i++) {
			struct row *row = record_row(records[i]);

			if (row->id == col_int(st, 0) &&
			    row->heading_lang == col_lang(st, 1))
				row->heading_origin =
					text_origin_name(origin);
		}
	}
}

void title_origins(struct db *db, const struct entity *e, void **records,
		   size_t n)
{
	const struct field *f = entity_heading(e);

	if (!f || f->kind != KIND_TEXT)
		return;
	for (size_t at = 0; at < n; at += TITLES_MAX)
		origins_read(db, e, records + at, n - at < TITLES_MAX ?
			     n - at : TITLES_MAX);
}
