/*
 * sql_dump.h - every table as rows of values, for backups
 *
 * Which tables and columns there are is read from the migrations, which are
 * the only place where tables are made; the table of migrations itself is
 * not among them. Both databases have the same ones.
 */
#ifndef STORE_SQL_DUMP_H
#define STORE_SQL_DUMP_H

#include "store/db.h"

enum { DUMP_COLUMNS_MAX = 60 };

struct dump_column {
	const char *name;
	bool is_int;		/* else text */
	int64_t since;		/* the migration that brought it */
};

struct dump_table {
	const char *name;
	struct dump_column columns[DUMP_COLUMNS_MAX];
	int columns_n;
	bool numbered;		/* id is given by the database */
	int64_t since;
	struct sql read;	/* all rows, the columns in order */
	struct sql write;	/* $1 … in the same order */
	struct sql count;
};

/* Reads the migrations; once, at start (repo_start). */
void dump_start(void);
/* The same with other files, of which the first has the number 1; once,
 * instead. For tests. */
struct migration;
void dump_start_with(const struct migration *list, size_t n);
/* $1 … for the columns that a table had in an older schema, in order; built
 * anew each time, kept for the life of the program. */
struct sql dump_write_then(const struct dump_table *t, int64_t schema);
const struct dump_table *dump_table_at(size_t i);	/* NULL at the end */
const struct dump_table *dump_table_by_name(struct str name);

/* After rows were written: the next id follows the highest. Inside the
 * transaction; a failure sticks to db. */
void dump_renumber(struct db *db, const struct dump_table *t);

#endif
