/* titles.c - the headings of records of which only the codes are known */

#include "store/titles.h"

#include "base/log.h"
#include "store/query_rows.h"

void titles_of(struct db *db, struct arena *mem, const struct str *codes,
	       size_t n, enum lang l, struct named *out)
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

	if (n > TITLES_MAX)
		BUG("more titles than one statement asks for");
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
