/*
 * sql_waits.h - texts of records that wait for a translator
 *
 * A text waits in a language when it has no words in it (missing), when the
 * source was changed after its words were written (out of date), or when
 * nobody has checked them (draft): the first of these that is true. The
 * source's own words wait for nobody, and neither do those of a person or
 * document quoted word for word (VERBATIM), nor withdrawn records.
 *
 * Nothing is kept for this: a question looks at a bounded number of records,
 * in the order in which they were made, and says where it stopped.
 */
#ifndef STORE_SQL_WAITS_H
#define STORE_SQL_WAITS_H

#include "model/entity.h"
#include "store/db.h"

enum wait_state { WAIT_MISSING, WAIT_OUT_OF_DATE, WAIT_DRAFT, WAIT_STATES };
/* "missing", "out_of_date", "draft": in addresses and files. */
extern const char *const wait_states[WAIT_STATES];
bool wait_state_find(struct str name, enum wait_state *out);

/* Texts of an entity, by state; of its first WAIT_COUNTED records. */
enum { WAIT_COUNTED = 2000 };
struct wait_count {
	int64_t n[WAIT_STATES];
};
struct wait_ask {
	enum lang to;
	enum lang reader;		/* of headings */
	enum edition edition;		/* the highest that may be read */
	/* The rest for lists only. */
	const struct entity *entity;
	enum wait_state state;
	struct str after;		/* cursor of the page before, or "" */
	size_t limit;
};
/* out has a place for each of entities[], in that order. One statement. */
enum err waits_count(struct db *db, const struct wait_ask *ask,
		     struct wait_count *out);

struct waiting {
	struct str code, heading;
	enum lang heading_lang;
	const struct field *field;
	enum lang source;
	struct str words;		/* in the source's language */
	struct str now;			/* in the language asked for */
	struct instant since;		/* when these were written */
};
struct waits_page {
	struct waiting *list;
	size_t n;
	struct str next;		/* cursor; empty at the end. There may be
					 * one when n is 0: there are records
					 * that were not looked at. */
};
enum err waits_list(struct db *db, struct arena *mem,
		    const struct wait_ask *ask, struct waits_page *out);

#endif
