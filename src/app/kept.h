/*
 * kept.h - pages that are kept until something changes
 *
 * Pages that everybody asks for (home, lists, gaps) are made once and sent
 * again until the database or the day changes. Each worker has
 * its own: no locks, and a bounded memory. A page that is being sent lives
 * until it has left, even when it is dropped here meanwhile.
 */
#ifndef APP_KEPT_H
#define APP_KEPT_H

#include "http/response.h"
#include "lang/date.h"

enum {
	KEPT_PAGES = 64,
	KEPT_BYTES = 1024 * 1024	/* of one worker */
};

struct kept_page;

struct kept {
	struct kept_page *pages[KEPT_PAGES];	/* by hash of the path */
	size_t bytes;
	/* What they were made from. */
	int64_t generation;
	struct date day;
};

void kept_init(struct kept *k);
void kept_release(struct kept *k);
/* Drops everything when the database or the day is another one. A generation
 * of -1 (cannot be told) drops everything each time. */
void kept_check(struct kept *k, int64_t generation, struct date day);
/* True when the page of that path was kept: rs then sends it. */
bool kept_find(struct kept *k, struct str path, struct response *rs);
/* Keeps what rs holds, and lets rs send the kept bytes. */
void kept_put(struct kept *k, struct str path, struct response *rs);

#endif
