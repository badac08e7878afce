/*
 * search.h - the words of records, kept so that they are found
 *
 * The index has one row per record: the words of its names (code, titles,
 * aliases) and of its texts, in all languages, as lang/analyse.h sees them.
 * It is written in the transaction that saves the record and can be made
 * anew from the records at any time. A withdrawn record is not in it.
 *
 * SQLite looks it up with FTS5, PostgreSQL with a tsvector. Both get the same
 * keys and weigh them alike, so that the same records come in the same order:
 * a word in a name 20, in a text 10; another form of it in a name 8, in a text
 * 5; what has only its root in common 0, so it comes last. What is asked adds
 * up.
 *
 * The number of a row grows with every save, so the highest are the newest.
 */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include "lang/analyse.h"
#include "model/entity.h"
#include "store/db.h"

enum {
	SEARCH_RULES = 1,	/* of what is put into the index */
	SEARCH_NEWEST = 1000,	/* so many matches are looked at and ranked */
	SEARCH_PAGE = 20,
	SEARCH_NAMES = 40	/* asked at a time */
};

/* Puts a saved record into the index in place of what was there; takes a
 * withdrawn one out. Links, which bear no code, have no row. A failure
 * sticks to db. */
struct search_how {
	bool is_new;
	bool bulk;		/* between search_bulk_begin and _end */
	int64_t indexed;	/* what search_bulk_begin gave */
	struct analyse_memory *known;	/* of records before, or NULL */
};
void search_save(struct db *db, struct arena *mem, const struct entity *e,
		 const void *record, const struct search_how *how);

/* Around many saves in one transaction: they are put into the index
 * together, at the end. Gives the newest row of before. */
int64_t search_bulk_begin(struct db *db);
void search_bulk_end(struct db *db, int64_t indexed);

/*
 * The whole index anew, in the order in which the records were changed, and
 * with the rules of this program. Inside a transaction of the caller.
 * told: how far it is; may be NULL.
 */
struct search_watch {
	void (*told)(void *watcher, int64_t done, int64_t all);
	void *watcher;
};
enum err search_rebuild(struct db *db, const struct search_watch *watch,
			int64_t *rows);
/* Writes down that the index was made by today's rules; takes that back. */
enum err search_rules_put(struct db *db);
enum err search_rules_drop(struct db *db);
/* Was it? An empty database has no old index. */
bool search_is_current(struct db *db);
/* Records that should have a row in the index and have none, or the other
 * way round. */
int64_t search_missing(struct db *db);

/* One way to say what is asked: all of its words. */
struct search_way {
	const struct analysed_word *words;
	size_t n;
	bool roots;		/* a root in common is enough for a word */
};
/* One thing asked for: any of its ways will do. */
struct search_part {
	struct search_way *ways;
	size_t n;
};
struct search_ask {
	const struct search_part *parts;
	size_t n;		/* at least 1 */
	bool any;		/* one part is enough; else all are wanted */
	const struct entity *kind;	/* only records of it, or NULL */
	/* Only records that refer to each of these by a field or a link;
	 * entity NULL: not asked. */
	struct anyref about[3];
	enum edition edition;	/* the reader's */
	int64_t limit;		/* matches wanted; 0: SEARCH_NEWEST + 1 */
};
struct search_hit {
	int64_t doc;
	int64_t score;
};
/* The newest matches, newest first: at most SEARCH_NEWEST + 1. */
enum err search_find(struct db *db, struct arena *mem,
		     const struct search_ask *ask, struct search_hit **out,
		     size_t *n);

/* A text of a record that was found. */
struct search_text {
	const struct field *field;
	enum lang lang;
	struct str body;
};
/* What a page shows of a match. */
struct search_row {
	int64_t doc;
	struct anyref to;	/* with code and heading */
	struct choice stage;
	struct search_text *texts;
	size_t texts_n;
};
/* Rows of matches, in the order of docs; at most SEARCH_PAGE, two
 * statements. One that is no longer there has to.entity NULL. */
enum err search_rows(struct db *db, struct arena *mem, const int64_t *docs,
		     size_t n, enum lang l, struct search_row *out);

/* A record that bears exactly such a name. */
struct search_named {
	struct str folded;
	const struct entity *entity;
	int64_t row_id;
	int64_t doc;		/* 0: not in the index */
};
/* Who bears one of these folded names; one statement. */
enum err search_named(struct db *db, struct arena *mem,
		      const struct str *folded, size_t n,
		      struct search_named **out, size_t *found);
/* How terms are called: every title and alias of them; one statement. n is
 * at most SEARCH_PAGE. */
struct search_variant {
	int64_t term;
	struct str name;
};
enum err search_variants(struct db *db, struct arena *mem,
			 const int64_t *terms, size_t n,
			 struct search_variant **out, size_t *found);

#endif
