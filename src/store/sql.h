/*
 * sql.h - the statements of every entity, built from its field table
 *
 * Built once at start and kept for the life of the program, so that they can
 * be prepared and cached like literals. Identifiers are always quoted; all
 * values are bound.
 */
#ifndef STORE_SQL_H
#define STORE_SQL_H

#include "model/entity.h"
#include "store/db.h"

/* Which members a SELECT brings. */
enum sql_reach {
	SQL_WHOLE,	/* all columns, refs with code and heading */
	SQL_LISTED	/* the row's own and what lists show */
};

struct entity_sql {
	struct sql load;	/* $1 lang, $2 id */
	struct sql load_was;	/* $1 lang, $2 id, $3 instant */
	struct sql insert;	/* see sql_bind; RETURNING id */
	struct sql update;	/* see sql_bind; then id, version before */
	struct sql keep;	/* $1 id, $2 until: into the twin */
	/* By a ref or anyref field, in order of the field table; .text is
	 * NULL for other fields. $1 lang, $2 id, (anyref) $3 entity. */
	struct sql *children;
	struct sql *children_texts;	/* $1 id, (anyref) $2 entity */
	/* What refers to a record: $1 lang, $2 id, $3 its entity, $4 limit */
	struct sql referring;
	/* For exports, in order of code, of id where there is none.
	 * $1 lang, $2 after; then their texts: $1 after, $2 up to. */
	struct sql page, page_texts;
};

void sql_start(void);
const struct entity_sql *sql_of(const struct entity *e);

/* The SELECT list and the joins that a record is read from; `t` is the
 * table. Joins use $1 as the language. */
void sql_select(struct buf *out, const struct entity *e,
		enum sql_reach reach, bool heading_joined);
void sql_joins(struct buf *out, const struct entity *e,
	       enum sql_reach reach, bool heading_joined);
/* A statement text that lives as long as the program. */
struct sql sql_keep(const struct buf *text);

/* Binds what an INSERT or UPDATE of a record needs, from parameter `at` on;
 * returns the next free parameter. */
int sql_bind(struct stmt *st, int at, const struct entity *e,
	     const void *record);
/* Reads the current row of such a SELECT into a new record. */
void *sql_read(struct stmt *st, const struct entity *e,
	       enum sql_reach reach, struct arena *mem);

/* What the field tables say the schema is: one line "TABLE COLUMN TYPE" for
 * each column, sorted; compared with the live schema by a test. */
void sql_describe(struct buf *out);

/* All built statements, for the test that prepares them; NULL at the end. */
const char *sql_at(size_t i);

#endif
