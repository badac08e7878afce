/*
 * prepared.h - answers that are sent again as they are
 *
 * A kept page and an asset are the same bytes under the same headers until
 * they are replaced. To make the library's form of an answer takes a dozen
 * small allocations, more work than all the rest of such a request; so each
 * event thread remembers the last few it made. A remembered answer holds
 * its kept page, so the page's address names nothing else meanwhile.
 */
#ifndef HTTP_PREPARED_H
#define HTTP_PREPARED_H

#include "http/response.h"

enum { PREPARED_MAX = 16, PREPARED_KEY_MAX = 768 };

/* Everything of an answer that reaches the client but the fixed bytes. */
struct prepared_key {
	struct str fixed;
	void *kept;
	size_t n;
	char text[PREPARED_KEY_MAX];
};

struct prepared {
	struct prepared_key key;
	void *made;			/* NULL: this place is free */
};

struct prepared_list {
	struct prepared all[PREPARED_MAX];
	void (*drop)(void *made);
};

/* False when r cannot be remembered: no fixed bytes, or too many headers. */
bool prepared_key(struct prepared_key *key, const struct response *r);
/* What was made for this key, or NULL. */
void *prepared_find(struct prepared_list *l, const struct prepared_key *key);
/* Remembers made, which l drops when it forgets it. */
void prepared_keep(struct prepared_list *l, const struct prepared_key *key,
		   void *made);
void prepared_release(struct prepared_list *l);

#endif
