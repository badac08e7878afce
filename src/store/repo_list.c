/* repo_list.c - lists, page by page, by keys */

#include "store/repo_parts.h"

#include <string.h>

#include "base/log.h"

enum { WAYS_MAX = 200, CURSOR_MAX = 400 };

/* Built once by list_start(), read by all threads afterwards. */
static struct sql way_sql[WAYS_MAX];
static struct sql gap_sql[WAYS_MAX];

static bool by_title(const struct list_way *w)
{
	return strcmp(w->order, "title") == 0;
}

/* The column a way is ordered by, an integer for "changed" and "made". */
static bool by_number(const struct list_way *w)
{
	return strcmp(w->order, "changed") == 0 ||
	       strcmp(w->order, "made") == 0;
}

static void order_key(struct buf *b, const struct list_way *w)
{
	if (by_title(w))
		buf_add_cstr(b, "h0.sort_key");
	else if (strcmp(w->order, "changed") == 0)
		buf_add_cstr(b, "t.changed_at");
	else if (strcmp(w->order, "made") == 0)
		buf_add_cstr(b, "t.id");
	else
		buf_addf(b, "t.\"%s_last\"", w->order);
}

void rows_visible(struct buf *b, int edition)
{
	buf_addf(b, " AND t.stage <> 'withdrawn' AND "
		 "(t.edition = 'public' OR (t.edition = 'partners' AND "
		 "$%d >= 2) OR (t.edition = 'government' AND $%d >= 3) OR "
		 "(t.edition = 'restricted' AND $%d >= 4))", edition, edition,
		 edition);
}

/*
 * $1 lang, $2 key and $3 id of the last row seen, $4 rows, $5 edition,
 * $6 the filter. The key is selected last. CROSS JOIN makes SQLite walk the
 * headings in their order instead of sorting.
 */
static struct sql build_way(const struct list_way *w)
{
	const struct entity *e = w->entity;
	const char *id = by_title(w) ? "h0.row_id" : "t.id";
	struct buf b, key;
	struct sql made;

	buf_init(&b);
	buf_init(&key);
	order_key(&key, w);
	sql_select(&b, e, SQL_LISTED, true);
	buf_addf(&b, ", %s", key.data);
	if (by_title(w))
		buf_addf(&b, " FROM heading h0 CROSS JOIN \"%s\" t", e->name);
	else
		buf_addf(&b, " FROM \"%s\" t LEFT JOIN heading h0 ON "
			 "h0.entity = '%s' AND h0.row_id = t.id AND "
			 "h0.lang = $1", e->name, e->name);
	sql_joins(&b, e, SQL_LISTED, true);
	if (by_title(w))
		buf_addf(&b, " WHERE h0.entity = '%s' AND h0.lang = $1 AND "
			 "t.id = h0.row_id", e->name);
	else
		buf_add_cstr(&b, " WHERE 1 = 1");
	buf_addf(&b, " AND (%s, %s) %s ($2, $3)", key.data, id,
		 w->newest_first ? "<" : ">");
	if (w->filter)
		buf_addf(&b, " AND t.\"%s\" = $6", w->filter);
	rows_visible(&b, 5);
	buf_addf(&b, " ORDER BY %s %s, %s %s LIMIT $4", key.data,
		 w->newest_first ? "DESC" : "ASC", id,
		 w->newest_first ? "DESC" : "ASC");
	made = sql_keep(&b);
	buf_release(&key);
	buf_release(&b);
	return made;
}

/* Records with a gap ($6, open since before $7), longest open first. */
static struct sql build_gap(const struct entity *e)
{
	struct buf b;
	struct sql made;

	buf_init(&b);
	sql_select(&b, e, SQL_LISTED, true);
	buf_addf(&b, ", g.since FROM gap g CROSS JOIN \"%s\" t "
		 "LEFT JOIN heading h0 ON h0.entity = '%s' AND "
		 "h0.row_id = t.id AND h0.lang = $1", e->name, e->name);
	sql_joins(&b, e, SQL_LISTED, true);
	buf_add_cstr(&b, " WHERE g.kind = $6 AND g.since < $7 AND "
		     "t.id = g.row_id AND (g.since, g.row_id) > ($2, $3)");
	rows_visible(&b, 5);
	buf_add_cstr(&b, " ORDER BY g.since, g.row_id LIMIT $4");
	made = sql_keep(&b);
	buf_release(&b);
	return made;
}

void list_start(void)
{
	const struct list_way *w;

	if (way_sql[0].text)
		return;
	for (size_t i = 0; (w = list_way_at(i)); i++) {
		if (i == WAYS_MAX)
			BUG("more lists than expected");
		way_sql[i] = build_way(w);
		if (by_title(w) && !w->filter)
			gap_sql[i] = build_gap(w->entity);
	}
	waits_start();
}

/* A cursor is the key and the id of the last row: "KEY.ID". What a visitor
 * made up leads to another place in the list, never to a fault. */
static void cursor_bind(struct stmt *st, const struct list_ask *ask)
{
	bool down = ask->way->newest_first && !ask->gap;
	bool number = by_number(ask->way) && !ask->gap;
	struct str key = ask->after;
	int64_t id = down ? INT64_MAX : 0, n = down ? INT64_MAX : -1;
	size_t dot = key.n;

	while (dot > 0 && key.p[dot - 1] != '.')
		dot--;
	if (dot > 0 && str_int(str_cut(key, dot, key.n), &id)) {
		key = str_cut(key, 0, dot - 1);
	} else {
		id = down ? INT64_MAX : 0;
		key = down ? STR("\xf4\x8f\xbf\xbf") : STR("");
	}
	if (number) {
		if (key.n && !str_int(key, &n))
			n = down ? INT64_MAX : -1;
		bind_int(st, 2, n);
	} else {
		bind_str(st, 2, key);
	}
	bind_int(st, 3, id);
}

static void filter_bind(struct stmt *st, const struct list_ask *ask)
{
	const struct field *f;

	if (!ask->way->filter)
		return;
	f = entity_field(ask->way->entity, str_of(ask->way->filter));
	if (f->kind == KIND_REF)
		bind_int(st, 6, ask->filter_id);
	else
		bind_str(st, 6, ask->filter_value);
}

/* Columns of a listed SELECT, so that the key behind them is found. */
static int listed_columns(const struct entity *e)
{
	int n = 9;

	for (size_t i = 0; i < e->fields_n; i++) {
		const struct field *f = &e->fields[i];

		if (!(f->flags & LISTED) || f->kind == KIND_TEXT ||
		    f->kind == KIND_LONGTEXT)
			continue;
		n += f->kind == KIND_REF ? 4 : f->kind == KIND_ANYREF ? 5 : 1;
	}
	return n;
}

enum err repo_list(struct db *db, struct arena *mem,
		   const struct list_ask *ask, struct list_page *out)
{
	const struct entity *e = ask->way->entity;
	size_t no = list_way_no(ask->gap ? list_way_find(e, STR(""),
							 STR("title"))
					 : ask->way);
	struct stmt *st = db_stmt(db, ask->gap ? gap_sql[no] : way_sql[no]);
	size_t limit = (size_t)ask->limit;
	struct str key = STR("");
	int key_at = listed_columns(e);

	*out = (struct list_page){
		.records = arena_array(mem, limit, sizeof(void *)),
		.next = STR(""),
	};
	bind_str(st, 1, str_of(lang_row(ask->lang)->tag));
	cursor_bind(st, ask);
	/* One row more than wanted tells whether there is a next page. */
	bind_int(st, 4, (int64_t)limit + 1);
	bind_int(st, 5, ask->edition);
	if (ask->gap) {
		bind_str(st, 6, str_of(ask->gap));
		bind_str(st, 7, ask->gap_before.n ? ask->gap_before
						  : STR("9999"));
	} else {
		filter_bind(st, ask);
	}
	while (stmt_step(st)) {
		if (out->n == limit) {
			const struct row *last =
				record_row(out->records[limit - 1]);

			out->next = arena_printf(mem, "%.*s.%lld",
						 STR_ARG(key),
						 (long long)last->id);
			break;
		}
		key = arena_str(mem, col_str(st, key_at));
		out->records[out->n++] = sql_read(st, e, SQL_LISTED, mem);
	}
	return db_err(db);
}

int64_t repo_count(struct db *db, const struct entity *e)
{
	struct stmt *st = db_stmt(db, SQL("SELECT sum(n) FROM tally WHERE "
		"name = 'entity:' || $1 AND bucket <> 'withdrawn'"));
	int64_t n = 0;

	bind_str(st, 1, str_of(e->name));
	if (stmt_step(st))
		n = col_int(st, 0);
	stmt_run(st);
	return n;
}

void repo_counts(struct db *db, int64_t *n)
{
	struct stmt *st = db_stmt(db, SQL("SELECT name, "
		"CAST(sum(n) AS BIGINT) FROM tally WHERE name > 'entity:' AND "
		"name < 'entity;' AND bucket <> 'withdrawn' GROUP BY name"));

	for (size_t i = 0; i < entities_n; i++)
		n[i] = 0;
	while (stmt_step(st)) {
		struct str name = col_str(st, 0);

		name = str_cut(name, STR("entity:").n, name.n);
		for (size_t i = 0; i < entities_n; i++)
			if (str_is(name, entities[i]->name))
				n[i] = col_int(st, 1);
	}
}
