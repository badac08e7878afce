/* sql_waits.c - texts of records that wait for a translator */

#include "store/sql_waits.h"

#include "base/log.h"
#include "store/repo_parts.h"

const char *const wait_states[WAIT_STATES] = {
	[WAIT_MISSING] = "missing",
	[WAIT_OUT_OF_DATE] = "out_of_date",
	[WAIT_DRAFT] = "draft",
};

enum {
	ENTITIES_MAX = 64,
	LOOKED_AT = 500		/* records for one page of a list */
};

/* Built once by waits_start(), read by all threads afterwards. */
static struct sql count_sql;
static struct sql list_sql[ENTITIES_MAX], reach_sql[ENTITIES_MAX];

bool wait_state_find(struct str name, enum wait_state *out)
{
	for (int i = 0; i < WAIT_STATES; i++)
		if (str_is(name, wait_states[i])) {
			*out = (enum wait_state)i;
			return true;
		}
	return false;
}

static bool waits(const struct field *f)
{
	return (f->kind == KIND_TEXT || f->kind == KIND_LONGTEXT) &&
	       !(f->flags & VERBATIM);
}

static bool any_waits(const struct entity *e)
{
	for (size_t i = 0; i < e->fields_n; i++)
		if (waits(&e->fields[i]))
			return true;
	return false;
}

/* The records that are looked at: $2 edition; in a list from $3 on. */
static void records(struct buf *b, const struct entity *e, const char *from,
		    int limit)
{
	buf_addf(b, "(SELECT t.id FROM \"%s\" t WHERE 1 = 1%s", e->name, from);
	rows_visible(b, 2);
	buf_addf(b, " ORDER BY t.id LIMIT %d)", limit);
}

/* Each text of these records with its state in $1: row_id, field, source,
 * state. The rule of the source's language is that of text_source(). CROSS
 * JOIN keeps SQLite from beginning with all texts there are. */
static void states(struct buf *b, const struct entity *e, const char *from,
		   int limit)
{
	buf_add_cstr(b, "(SELECT g.row_id, g.field, g.source, s.body, s.at, "
		"t.body AS words_now, "
		"CASE WHEN g.source = $1 THEN '' "
		"WHEN t.lang IS NULL THEN 'missing' "
		"WHEN t.made_from_version < s.made_from_version "
		"THEN 'out_of_date' WHEN t.state = 'draft' THEN 'draft' "
		"ELSE '' END AS state FROM (SELECT x.row_id, x.field, "
		"COALESCE(MIN(CASE WHEN x.origin = 'source' THEN x.lang END), "
		"MIN(x.lang)) AS source FROM ");
	records(b, e, from, limit);
	buf_addf(b, " n CROSS JOIN text x WHERE x.entity = '%s' AND "
		 "x.row_id = n.id AND x.field IN (''", e->name);
	for (size_t i = 0; i < e->fields_n; i++)
		if (waits(&e->fields[i]))
			buf_addf(b, ", '%s'", e->fields[i].name);
	buf_addf(b, ") GROUP BY x.row_id, x.field) g CROSS JOIN text s "
		 "LEFT JOIN text t ON t.entity = '%s' AND "
		 "t.row_id = g.row_id AND t.field = g.field AND t.lang = $1 "
		 "WHERE s.entity = '%s' AND s.row_id = g.row_id AND "
		 "s.field = g.field AND s.lang = g.source)", e->name, e->name);
}

static struct sql build_count(void)
{
	struct buf b;
	struct sql made;
	bool more = false;

	buf_init(&b);
	for (size_t i = 0; i < entities_n; i++) {
		if (!any_waits(entities[i]))
			continue;
		buf_addf(&b, "%sSELECT %zu, w.state, COUNT(*) FROM ",
			 more ? " UNION ALL " : "", i);
		states(&b, entities[i], "", WAIT_COUNTED);
		buf_add_cstr(&b, " w WHERE w.state <> '' GROUP BY w.state");
		more = true;
	}
	made = sql_keep(&b);
	buf_release(&b);
	return made;
}

/* $3 and $4 the record and field behind which the page begins, $5 state, $6
 * the reader's language, $7 rows. The plus keeps SQLite from looking for the
 * texts by this condition instead of by each record. */
static struct sql build_list(const struct entity *e)
{
	struct buf b;
	struct sql made;

	buf_init(&b);
	buf_add_cstr(&b, "SELECT w.row_id, w.field, w.source, w.body, w.at, "
		"h.code, h.body, h.shown_lang, w.words_now FROM ");
	states(&b, e, " AND t.id >= $3", LOOKED_AT);
	buf_addf(&b, " w CROSS JOIN heading h WHERE h.entity = '%s' AND "
		 "h.row_id = w.row_id AND h.lang = $6 AND w.state = $5 AND "
		 "(+w.row_id > $3 OR (+w.row_id = $3 AND w.field > $4)) "
		 "ORDER BY w.row_id, w.field LIMIT $7", e->name);
	made = sql_keep(&b);
	buf_release(&b);
	return made;
}

/* How far these records reach, and how many they are: $1 id, $2 edition. */
static struct sql build_reach(const struct entity *e)
{
	struct buf b;
	struct sql made;

	buf_init(&b);
	buf_add_cstr(&b, "SELECT COALESCE(MAX(n.id), 0), COUNT(*) FROM ");
	records(&b, e, " AND t.id >= $1", LOOKED_AT);
	buf_add_cstr(&b, " n");
	made = sql_keep(&b);
	buf_release(&b);
	return made;
}

void waits_start(void)
{
	if (entities_n > ENTITIES_MAX)
		BUG("more entities than expected");
	count_sql = build_count();
	for (size_t i = 0; i < entities_n; i++) {
		if (!any_waits(entities[i]))
			continue;
		list_sql[i] = build_list(entities[i]);
		reach_sql[i] = build_reach(entities[i]);
	}
}

enum err waits_count(struct db *db, const struct wait_ask *ask,
		     struct wait_count *out)
{
	struct stmt *st = db_stmt(db, count_sql);
	enum wait_state state;

	for (size_t i = 0; i < entities_n; i++)
		out[i] = (struct wait_count){ 0 };
	bind_str(st, 1, str_of(lang_row(ask->to)->tag));
	bind_int(st, 2, ask->edition);
	while (stmt_step(st))
		if (wait_state_find(col_str(st, 1), &state))
			out[col_int(st, 0)].n[state] = col_int(st, 2);
	return db_err(db);
}

/* A cursor is "ID.FIELD" of the last text; "ID." leads on to the record. */
static void cursor_read(struct str after, int64_t *id, struct str *field)
{
	size_t dot = str_find_char(after, '.');

	*field = str_cut(after, dot + 1, after.n);
	if (!str_int(str_cut(after, 0, dot), id) || *id < 0)
		*id = 0;
}

static struct waiting read_one(struct stmt *st, struct arena *mem,
			       const struct entity *e)
{
	struct waiting w = {
		.field = entity_field(e, col_str(st, 1)),
		.words = arena_str(mem, col_str(st, 3)),
		.since = { .ms = col_int(st, 4) },
		.code = arena_str(mem, col_str(st, 5)),
		.heading = arena_str(mem, col_str(st, 6)),
		.now = arena_str(mem, col_str(st, 8)),
	};

	if (!lang_find(col_str(st, 2), &w.source))
		w.source = LANG_N;
	if (!lang_find(col_str(st, 7), &w.heading_lang))
		w.heading_lang = LANG_N;
	return w;
}

/* There may be records behind those that were looked at. */
static void lead_on(struct db *db, struct arena *mem, size_t no, int64_t id,
		    const struct wait_ask *ask, struct waits_page *out)
{
	struct stmt *st = db_stmt(db, reach_sql[no]);

	bind_int(st, 1, id);
	bind_int(st, 2, ask->edition);
	while (stmt_step(st))
		if (col_int(st, 1) == LOOKED_AT)
			out->next = arena_printf(mem, "%lld.",
				(long long)(col_int(st, 0) + 1));
}

enum err waits_list(struct db *db, struct arena *mem,
		    const struct wait_ask *ask, struct waits_page *out)
{
	struct stmt *st;
	struct str field, last = STR("");
	int64_t from;
	size_t no = 0;

	while (entities[no] != ask->entity)
		no++;
	*out = (struct waits_page){
		.list = arena_array(mem, ask->limit, sizeof(*out->list)),
		.next = STR(""),
	};
	if (!list_sql[no].text)
		return ERR_OK;
	cursor_read(ask->after, &from, &field);
	st = db_stmt(db, list_sql[no]);
	bind_str(st, 1, str_of(lang_row(ask->to)->tag));
	bind_int(st, 2, ask->edition);
	bind_int(st, 3, from);
	bind_str(st, 4, field);
	bind_str(st, 5, str_of(wait_states[ask->state]));
	bind_str(st, 6, str_of(lang_row(ask->reader)->tag));
	bind_int(st, 7, (int64_t)ask->limit + 1);
	while (stmt_step(st)) {
		if (out->n == ask->limit) {
			out->next = last;
			break;
		}
		out->list[out->n++] = read_one(st, mem, ask->entity);
		last = arena_printf(mem, "%lld.%.*s",
				    (long long)col_int(st, 0),
				    STR_ARG(col_str(st, 1)));
	}
	stmt_run(st);
	if (!out->next.n)
		lead_on(db, mem, no, from, ask, out);
	return db_err(db);
}
