/* repo_page.c - records many at a time */

#include "store/repo_page.h"

#include <string.h>

#include "store/repo_parts.h"

static bool by_code(const struct entity *e)
{
	return !(e->flags & ENTITY_NO_CODE);
}

static void bind_key(struct stmt *st, int at, const struct entity *e,
		     const struct row *row)
{
	if (by_code(e))
		bind_str(st, at, row ? row->code : STR(""));
	else
		bind_int(st, at, row ? row->id : 0);
}

enum err repo_page(struct db *db, struct arena *mem, const struct entity *e,
		   const struct row *after, enum lang l, void **out,
		   size_t *n)
{
	struct stmt *st = db_stmt(db, sql_of(e)->page);
	size_t at = 0;

	*n = 0;
	bind_str(st, 1, str_of(lang_row(l)->tag));
	bind_key(st, 2, e, after);
	while (*n < REPO_PAGE && stmt_step(st))
		out[(*n)++] = sql_read(st, e, SQL_WHOLE, mem);
	stmt_run(st);
	if (!*n)
		return db_err(db);
	st = db_stmt(db, sql_of(e)->page_texts);
	bind_key(st, 1, e, after);
	bind_key(st, 2, e, record_row(out[*n - 1]));
	/* Both come in the same order; a record without texts is passed. */
	while (stmt_step(st)) {
		int64_t id = col_int(st, 0);

		while (at < *n && record_row(out[at])->id != id)
			at++;
		if (at < *n)
			text_read(st, 1, e, mem, out[at]);
	}
	return db_err(db);
}

/* The field of a row of marks, and its language; NULL: not ours. */
static struct text_marks *marks_of(struct stmt *st, const struct entity *e,
				   struct text_marks *all, enum lang *l)
{
	for (size_t i = 0; i < e->fields_n; i++)
		if (str_is(col_str(st, 0), e->fields[i].name))
			return lang_find(col_str(st, 1), l) ? &all[i] : NULL;
	return NULL;
}

/* Asked only where some text was made from another version than the first:
 * it compares each translation with its source. */
static void made_from_marks(struct db *db, const struct entity *e,
			    struct text_marks *all)
{
	struct stmt *st = db_stmt(db, SQL("SELECT t.field, t.lang FROM text t "
		"WHERE t.entity = $1 AND EXISTS (SELECT 1 FROM text s "
		"WHERE s.entity = $1 AND s.row_id = t.row_id "
		"AND s.field = t.field AND s.lang <> t.lang "
		"AND s.made_from_version > t.made_from_version) "
		"GROUP BY t.field, t.lang"));
	struct text_marks *m;
	enum lang l;

	bind_str(st, 1, str_of(e->name));
	while (stmt_step(st)) {
		m = marks_of(st, e, all, &l);
		if (m)
			m->made_from[l] = true;
	}
}

enum err repo_text_marks(struct db *db, const struct entity *e,
			 struct text_marks *out)
{
	struct stmt *st = db_stmt(db, SQL("SELECT field, lang, "
		"max(CASE WHEN origin = 'source' THEN 0 ELSE 1 END), "
		"max(CASE WHEN state = 'checked' THEN 0 ELSE 1 END), "
		"max(CASE WHEN made_from_version = 1 THEN 0 ELSE 1 END) "
		"FROM text WHERE entity = $1 GROUP BY field, lang"));
	struct text_marks *m;
	bool changed = false;
	enum lang l;

	memset(out, 0, e->fields_n * sizeof(*out));
	bind_str(st, 1, str_of(e->name));
	while (stmt_step(st)) {
		changed |= col_int(st, 4) != 0;
		m = marks_of(st, e, out, &l);
		if (!m)
			continue;
		m->origin[l] = col_int(st, 2) != 0;
		m->state[l] = col_int(st, 3) != 0;
	}
	if (changed)
		made_from_marks(db, e, out);
	return db_err(db);
}

enum { CODES_AT_ONCE = 50 };

static void codes_read(struct db *db, const struct str *codes, size_t n,
		       struct anyref *found)
{
	struct stmt *st = db_stmt(db, SQL("SELECT code, entity, row_id "
		"FROM code WHERE code IN ("
		"$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
		"$13, $14, $15, $16, $17, $18, $19, $20, $21, $22, "
		"$23, $24, $25, $26, $27, $28, $29, $30, $31, $32, "
		"$33, $34, $35, $36, $37, $38, $39, $40, $41, $42, "
		"$43, $44, $45, $46, $47, $48, $49, $50)"));

	/* No code is empty. */
	for (size_t i = 0; i < CODES_AT_ONCE; i++)
		bind_str(st, (int)i + 1, i < n ? codes[i] : STR(""));
	while (stmt_step(st))
		for (size_t i = 0; i < n; i++)
			if (str_eq(codes[i], col_str(st, 0))) {
				found[i].entity =
					entity_by_name(col_str(st, 1));
				found[i].to.id = col_int(st, 2);
			}
}

void repo_page_codes(struct db *db, const struct str *codes, size_t n,
		     struct anyref *found)
{
	memset(found, 0, n * sizeof(*found));
	for (size_t at = 0; at < n; at += CODES_AT_ONCE)
		codes_read(db, codes + at, n - at < CODES_AT_ONCE ? n - at :
			   CODES_AT_ONCE, found + at);
}
