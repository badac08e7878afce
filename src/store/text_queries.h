/*
 * text_queries.h - what a form asks about texts beyond the record itself
 *
 * Strings live in mem. A failure sticks to db and is given back.
 */
#ifndef STORE_TEXT_QUERIES_H
#define STORE_TEXT_QUERIES_H

#include "model/entity.h"
#include "store/db.h"

/* A term of the term bank in one language. */
struct term_row {
	struct str code;
	struct str aliases;		/* parted by | */
	enum lang lang;
	struct str title;
};
/* In order of terms, the rows of one side by side; of the first `most` terms
 * that a reader of this edition may see. */
enum err terms_load(struct db *db, struct arena *mem, enum edition edition,
		    int64_t most, struct term_row **out, size_t *n);

/* When the words of a record's texts were written: out[field no * LANG_N +
 * language], not set where there are none. */
enum err texts_written(struct db *db, const struct entity *e, int64_t id,
		       struct instant *out);

#endif
