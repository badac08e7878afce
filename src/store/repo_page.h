/*
 * repo_page.h - records many at a time
 *
 * For exports, all records of an entity: two statements a page, whatever its size, so memory stays
 * bounded. Records come whole, with texts, in order of code (of id where the
 * entity bears none). Inside a read transaction all pages are of one state.
 */
#ifndef STORE_REPO_PAGE_H
#define STORE_REPO_PAGE_H

#include "model/record.h"
#include "store/db.h"

enum { REPO_PAGE = 1000 };

/* Behind `after`, the last record of the page before; NULL: from the first.
 * Refs are shown in language l. n is less than REPO_PAGE at the end. */
enum err repo_page(struct db *db, struct arena *mem, const struct entity *e,
		   const struct row *after, enum lang l, void **out,
		   size_t *n);

/* Which columns beside its words a text needs: those where not all rows say
 * "source", "checked" and the newest words of the source. */
struct text_marks {
	bool origin[LANG_N], state[LANG_N];
	bool made_from[LANG_N];		/* some may be out of date */
};
/* One for each field of the entity, in order of its table. */
enum err repo_text_marks(struct db *db, const struct entity *e,
			 struct text_marks *out);

/* Where many codes lead, by one statement for each fifty; found[i].entity is
 * NULL where there is none. */
void repo_page_codes(struct db *db, const struct str *codes, size_t n,
		     struct anyref *found);

#endif
