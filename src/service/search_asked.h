/*
 * search_asked.h - a query, taken apart (private to svc_search*.c)
 */
#ifndef SERVICE_SEARCH_ASKED_H
#define SERVICE_SEARCH_ASKED_H

#include "service/svc_search.h"

enum { SEARCH_KNOWN_MAX = 160 };

struct search_asked {
	struct ctx *ctx;
	struct analyse_memory *memory;	/* words of the texts on the page */
	struct str text;		/* as typed */
	struct analysed all;		/* with the words that say nothing */
	struct search_part parts[SEARCH_WORDS_MAX];
	size_t n;
	/* Every word of every way: what is marked in the texts. */
	const struct analysed_word *known[SEARCH_KNOWN_MAX];
	bool by_root[SEARCH_KNOWN_MAX];
	size_t known_n;
	/* Records that bear just this name. */
	struct search_named *named;
	size_t named_n;
	struct str whole;		/* the query, folded */
	struct search_answer *out;
};

/* Takes the words of the query apart and looks up the terms among them. */
enum err search_take_apart(struct search_asked *a);

/* The words of a text that were asked for; how many of the most. */
size_t search_spans(const struct search_asked *a, struct str text,
		    struct search_span *out, size_t most);
/* The heading of a result and the piece of its texts that shows why it was
 * found. */
void search_pieces(const struct search_asked *a, struct search_result *r);

/* When a word is found nowhere: the query with the word that it may have
 * been meant to be, or empty. */
enum err search_guess(struct search_asked *a, const struct search_ask *ask,
		      struct str *meant);

#endif
