/*
 * titles.h - what is asked about the titles of several records at once
 *
 * A fact tells what a source says in the form of exports, where another record
 * is a code; people read names. A list says in which language a title is;
 * whether it is the source's own or our rendering stands with its text.
 */
#ifndef STORE_TITLES_H
#define STORE_TITLES_H

#include "store/repo.h"

enum { TITLES_MAX = 50 };

/* One statement for each TITLES_MAX. out[i].to.entity is NULL where no record
 * has the code codes[i]. Strings live in mem, a failure sticks to db. */
void titles_of(struct db *db, struct arena *mem, const struct str *codes,
	       size_t n, enum lang l, struct named *out);

/* Fills row.heading_origin of records of e whose heading is a text, by one
 * statement for each TITLES_MAX. */
void title_origins(struct db *db, const struct entity *e, void **records,
		   size_t n);

#endif
