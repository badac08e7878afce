/*
 * svc_search.h - records found by their words
 *
 * What is typed is analysed like what is stored (lang/analyse.h), so every
 * spelling of a word finds all others. A phrase that is one of the names of a
 * term finds the other names too. All words are wanted; when no record has
 * them all, some are enough and the answer says so. Nothing that is typed
 * ever reaches the language of a database.
 */
#ifndef SERVICE_SVC_SEARCH_H
#define SERVICE_SVC_SEARCH_H

#include "access/ctx.h"
#include "store/search.h"

enum {
	SEARCH_WORDS_MAX = 12,		/* the others are left out, and told */
	SEARCH_PIECE_MARKS = 12
};

/* What somebody wants to find; empty where nothing was asked. */
struct search_wish {
	struct str words;
	struct str kind;		/* name of an entity */
	struct str organisation;	/* codes */
	struct str objective;
	struct str cycle;
	int64_t page;			/* from 1 */
};
/* Reads a wish from a query; get is how to ask for a value. */
void svc_search_asked(struct str (*get)(const void *from, const char *name),
		      const void *from, struct search_wish *out);

/* Bytes of a text. */
struct search_span {
	size_t at, n;
};
/* A stretch of text with the asked words in it. */
struct search_piece {
	struct str text;		/* empty: there is none to show */
	enum lang lang;
	bool cut_before, cut_after;	/* the text goes on */
	struct search_span marks[SEARCH_PIECE_MARKS];
	size_t marks_n;
};

struct search_result {
	struct search_row row;
	int64_t score;
	struct search_piece heading, body;
};

struct search_answer {
	bool asked;			/* there was a word to look for */
	bool words_left_out;		/* more than SEARCH_WORDS_MAX */
	bool some_words;		/* no record has them all */
	struct str unknown;		/* a filter that names nothing */
	struct str meant;		/* the query with one word put right */
	struct str first_name;		/* an other name of the term asked for */
	int64_t count;			/* of matches; all that are looked at */
	bool more;			/* there are more than that */
	int64_t page, pages;
	struct search_result results[SEARCH_PAGE];
	size_t n;
};
enum err svc_search(struct ctx *ctx, const struct search_wish *wish,
		    struct search_answer *out);

/* Makes the index anew; one transaction. Told by ctx->progress. */
enum err svc_reindex(struct ctx *ctx, int64_t *rows);

#endif
