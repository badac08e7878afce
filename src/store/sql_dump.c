/* sql_dump.c - every table as rows of values */

#include "store/sql_dump.h"

#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "store/migrate.h"
#include "store/sql.h"

enum { TABLES_MAX = 120 };

/* Written once by dump_start(), read by all threads afterwards. */
static struct dump_table tables[TABLES_MAX];
static size_t tables_n;
static struct arena lifetime;

static struct str unquoted(struct str s)
{
	return s.n > 1 && s.p[0] == '"' ? str_cut(s, 1, s.n - 2) : s;
}

/* "CREATE TABLE "pledge" (" begins a table. */
static bool table_begins(struct str line, struct str *name)
{
	struct str head = STR("CREATE TABLE "), tail = STR(" (");

	if (!str_starts(line, head) || !str_ends(line, tail))
		return false;
	*name = unquoted(str_cut(line, head.n, line.n - head.n - tail.n));
	return true;
}

/* "code @TEXT@ NOT NULL UNIQUE," is a column. */
static void column_take(struct dump_table *t, struct str line, int64_t since)
{
	struct str name, type;
	bool pk;

	line = str_trim(line);
	if (!str_split(&line, ' ', &name) || !str_split(&line, ' ', &type) ||
	    !type.n || type.p[0] != '@')
		return;
	while (type.n && (type.p[type.n - 1] == ',' ||
			  type.p[type.n - 1] == ';'))
		type.n--;
	pk = str_is(type, "@PK@");
	if (str_is(type, "@BLOB@") || t->columns_n == DUMP_COLUMNS_MAX)
		BUG("a table cannot be backed up");
	t->columns[t->columns_n++] = (struct dump_column){
		.name = arena_cstr(&lifetime, unquoted(name)),
		.is_int = pk || str_is(type, "@INT@"),
		.since = since,
	};
	t->numbered |= pk;
}

static void names_add(struct buf *b, const struct dump_table *t,
		      int64_t schema)
{
	bool more = false;

	for (int i = 0; i < t->columns_n; i++) {
		if (t->columns[i].since > schema)
			continue;
		buf_addf(b, "%s\"%s\"", more ? ", " : "",
			 t->columns[i].name);
		more = true;
	}
}

struct sql dump_write_then(const struct dump_table *t, int64_t schema)
{
	struct sql made;
	struct buf b;
	int n = 0;

	buf_init(&b);
	buf_addf(&b, "INSERT INTO \"%s\" (", t->name);
	names_add(&b, t, schema);
	buf_add_cstr(&b, ") VALUES (");
	for (int i = 0; i < t->columns_n; i++)
		if (t->columns[i].since <= schema) {
			n++;
			buf_addf(&b, "%s$%d", n > 1 ? ", " : "", n);
		}
	buf_add_cstr(&b, ")");
	made = sql_keep(&b);
	buf_release(&b);
	return made;
}

static void statements_build(struct dump_table *t)
{
	struct buf b;

	buf_init(&b);
	buf_add_cstr(&b, "SELECT ");
	names_add(&b, t, INT64_MAX);
	buf_addf(&b, " FROM \"%s\"", t->name);
	t->read = sql_keep(&b);
	t->write = dump_write_then(t, INT64_MAX);
	buf_reset(&b);
	buf_addf(&b, "SELECT count(*) FROM \"%s\"", t->name);
	t->count = sql_keep(&b);
	buf_release(&b);
}

/* "ALTER TABLE "pledge" ADD COLUMN "x" @TEXT@;", in one line. */
static bool column_added(struct str line, struct dump_table **table,
			 struct str *column)
{
	struct str head = STR("ALTER TABLE "), add = STR("ADD COLUMN "), name;

	if (!str_starts(line, head))
		return false;
	line = str_cut(line, head.n, line.n);
	if (!str_split(&line, ' ', &name) || !str_starts(line, add))
		BUG("sql_dump.c must learn to read this migration");
	*column = str_cut(line, add.n, line.n);
	for (size_t i = 0; i < tables_n; i++)
		if (str_is(unquoted(name), tables[i].name)) {
			*table = &tables[i];
			return true;
		}
	BUG("a migration changes a table that is not there");
}

static void migration_read(struct str text, int64_t number)
{
	struct dump_table *t = NULL, *added;
	struct str line, name;

	while (str_split(&text, '\n', &line)) {
		if (column_added(line, &added, &name)) {
			column_take(added, name, number);
		} else if (table_begins(line, &name)) {
			if (tables_n == TABLES_MAX)
				BUG("more tables than expected");
			t = &tables[tables_n++];
			t->name = arena_cstr(&lifetime, name);
			t->since = number;
		} else if (str_starts(line, STR(")"))) {
			t = NULL;
		} else if (t) {
			column_take(t, line, number);
		}
	}
}

void dump_start_with(const struct migration *list, size_t n)
{
	if (tables_n)
		return;
	arena_init(&lifetime, 4 * 1024 * 1024);
	for (size_t i = 0; i < n; i++)
		migration_read(list[i].text, (int64_t)i + 1);
	for (size_t i = 0; i < tables_n; i++)
		statements_build(&tables[i]);
}

void dump_start(void)
{
	struct migration *list;
	struct arena mem;

	arena_init(&mem, 16 * 1024 * 1024);
	size_t n = migrate_list(&mem, &list);

	dump_start_with(list, n);
	arena_release(&mem);
}

const struct dump_table *dump_table_at(size_t i)
{
	return i < tables_n ? &tables[i] : NULL;
}

const struct dump_table *dump_table_by_name(struct str name)
{
	for (size_t i = 0; i < tables_n; i++)
		if (str_is(name, tables[i].name))
			return &tables[i];
	return NULL;
}

void dump_renumber(struct db *db, const struct dump_table *t)
{
	struct buf b;
	enum err err;

	/* SQLite goes on from the highest by itself. */
	if (!t->numbered || db_kind_of(db) != DB_PG || db_err(db))
		return;
	buf_init(&b);
	buf_addf(&b, "SELECT setval(pg_get_serial_sequence('\"%s\"', 'id'), "
		 "(SELECT COALESCE(max(id), 0) + 1 FROM \"%s\"), false)",
		 t->name, t->name);
	err = db_script(db, buf_str(&b));
	buf_release(&b);
	if (err)
		db_fail(db, err);
}
