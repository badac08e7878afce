/*
 * titles.h - the headings of records of which only the codes are known
 *
 * A fact tells what a source says in the form of exports, where another record
 * is a code. People read names.
 */
#ifndef STORE_TITLES_H
#define STORE_TITLES_H

#include "store/repo.h"

enum { TITLES_MAX = 50 };

/* One statement for all of them. out[i].to.entity is NULL where no record has
 * the code codes[i]; n is TITLES_MAX at most. Strings live in mem, a failure
 * sticks to db. */
void titles_of(struct db *db, struct arena *mem, const struct str *codes,
	       size_t n, enum lang l, struct named *out);

#endif
