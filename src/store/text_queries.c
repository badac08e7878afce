/* text_queries.c - what a form asks about texts beyond the record itself */

#include "store/text_queries.h"

#include "store/query_rows.h"

enum err terms_load(struct db *db, struct arena *mem, enum edition edition,
		    int64_t most, struct term_row **out, size_t *n)
{
	struct stmt *st = db_stmt(db, SQL(
	"SELECT t.code, t.aliases, x.lang, x.body FROM ("
	" SELECT id, code, aliases FROM term WHERE stage <> 'withdrawn'"
	" AND (edition = 'public' OR (edition = 'partners' AND $1 >= 2)"
	" OR (edition = 'government' AND $1 >= 3)"
	" OR (edition = 'restricted' AND $1 >= 4)) ORDER BY id LIMIT $2) t"
	" JOIN text x ON x.entity = 'term' AND x.row_id = t.id"
	" AND x.field = 'title' ORDER BY t.id, x.lang"));

	*out = NULL;
	*n = 0;
	bind_int(st, 1, edition);
	bind_int(st, 2, most);
	while (stmt_step(st)) {
		struct term_row row = {
			.code = arena_str(mem, col_str(st, 0)),
			.aliases = arena_str(mem, col_str(st, 1)),
			.title = arena_str(mem, col_str(st, 3)),
		};

		if (!lang_find(col_str(st, 2), &row.lang))
			continue;	/* a language that we no longer speak */
		*out = rows_grown(mem, *out, *n, sizeof(**out));
		(*out)[(*n)++] = row;
	}
	return db_err(db);
}

enum err texts_written(struct db *db, const struct entity *e, int64_t id,
		       struct instant *out)
{
	struct stmt *st = db_stmt(db, SQL("SELECT field, lang, at FROM text "
		"WHERE entity = $1 AND row_id = $2"));

	for (size_t i = 0; i < e->fields_n * LANG_N; i++)
		out[i] = (struct instant){ 0 };
	bind_str(st, 1, str_of(e->name));
	bind_int(st, 2, id);
	while (stmt_step(st)) {
		const struct field *f = entity_field(e, col_str(st, 0));
		enum lang l;

		if (f && lang_find(col_str(st, 1), &l))
			out[(size_t)(f - e->fields) * LANG_N + l].ms =
				col_int(st, 2);
	}
	return db_err(db);
}
