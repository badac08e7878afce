/*
 * search_engine.h - what the two databases do for search.h
 *
 * A document is what the index keeps of one record; a request is what is
 * asked, as each engine's own language wants it. Both are made of keys, which
 * hold nothing but letters and digits: no key can mean anything to an engine.
 */
#ifndef STORE_SEARCH_ENGINE_H
#define STORE_SEARCH_ENGINE_H

#include "base/buf.h"
#include "store/search.h"

/* Where a key stands: what it weighs, and the column of SQLite. */
enum search_place {
	SEARCH_NAME, SEARCH_BODY, SEARCH_NAME_STEM, SEARCH_BODY_STEM,
	SEARCH_ROOT, SEARCH_MARK, SEARCH_PLACES
};

struct search_key {
	struct str key;
	enum search_place place;
};

struct search_doc {
	int64_t id;			/* 0: the next one */
	const struct entity *entity;
	int64_t row_id;
	struct str stage;
	const struct search_key *keys;	/* each once */
	size_t n;
};

struct search_request {
	struct buf match;
	struct buf score;	/* SQLite: which phrases count; PostgreSQL:
				 * the keys that count */
	int64_t score_n;	/* how many those are */
	int64_t limit;
	/* For search_ask.about: what a record that refers to it is marked
	 * with, in the engine's language. Empty: not asked. */
	struct str about[COUNT(((struct search_ask *)0)->about)];
};

struct search_engine {
	void (*put)(struct db *db, struct arena *mem,
		    const struct search_doc *doc,
		    const struct search_how *how);
	void (*drop)(struct db *db, struct arena *mem,
		     const struct entity *e, int64_t row_id,
		     const struct search_how *how);
	/* What was put in bulk behind this row. */
	void (*catch_up)(struct db *db, int64_t indexed);
	/* Everything away; documents are then loaded with their own id. */
	void (*clear)(struct db *db);
	void (*load)(struct db *db, const struct search_doc *doc);
	void (*loaded)(struct db *db);
	/* One key: of a word as it is asked (SEARCH_NAME or SEARCH_BODY:
	 * exact; …_STEM: a stem; a root; a mark). */
	void (*key)(struct buf *out, enum search_place place, struct str key);
	const char *both, *either, *without;	/* between two keys */
	/* The statement, with everything bound: doc, score. */
	struct stmt *(*find)(struct db *db, const struct search_ask *ask,
			     const struct search_request *rq);
};

extern const struct search_engine search_sqlite, search_pg;
const struct search_engine *search_engine(struct db *db);

/* Binds $1 to $12 of a finding statement: match, score, for each record that
 * is to be referred to its mark, entity and id, and the limit. */
void search_request_bind(struct stmt *st, const struct search_ask *ask,
			 const struct search_request *rq);

/* The key without what is no letter and no digit; may become empty. */
struct str search_key_clean(struct arena *mem, struct str key);
/* The mark of a record that refers to another one. */
struct str search_mark_about(struct arena *mem, const struct entity *e,
			     int64_t id);
struct str search_mark_edition(struct arena *mem, enum edition edition);

#endif
