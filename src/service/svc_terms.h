/*
 * svc_terms.h - terms of the term bank that occur in a text
 *
 * So that whoever puts a text into another language sees how its terms are
 * called there. A term occurs where its words, or those of one of its other
 * names, stand one after the other, in any of their forms (lang/analyse.h).
 */
#ifndef SERVICE_SVC_TERMS_H
#define SERVICE_SVC_TERMS_H

#include "access/ctx.h"
#include "lang/analyse.h"

struct bank_term {
	struct str code;
	struct str title[LANG_N];	/* empty: none in that language */
	struct str aliases;		/* parted by | */
	struct analysed *names;		/* its titles and other names */
	size_t names_n;
};
struct term_bank {
	struct bank_term *list;
	size_t n;
};
/* The terms that the reader may see; of a very large bank the first
 * TERMS_MAX. One statement. */
enum { TERMS_MAX = 1000 };
enum err svc_term_bank(struct ctx *ctx, struct term_bank *out);

/* Those that occur in text, in the order of the bank, at most room; returns
 * how many. */
size_t svc_terms_in(struct arena *mem, const struct term_bank *bank,
		    struct str text, const struct bank_term **out,
		    size_t room);

#endif
