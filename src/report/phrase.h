/*
 * phrase.h - names joined into sentences, as each language does it
 *
 * Lists ("A, B and C", in Arabic with the و at each name), several
 * ministries under one word ("the Ministries of X and Y"), and whether the name
 * of an organisation is spoken of as feminine. What is a matter of words is
 * in the words (list.…, release.…); here is only the counting.
 */
#ifndef REPORT_PHRASE_H
#define REPORT_PHRASE_H

#include "base/arena.h"
#include "lang/lang.h"
#include "lang/words.h"

/* Which form of a verb a sentence needs: a key ends in .woman, .man or
 * .none where it is not known. */
enum agreement { AGREE_NONE, AGREE_MAN, AGREE_WOMAN };

/* By the end of the first word of a name, where a language has a rule
 * (Arabic: ة and ات); else AGREE_MAN. */
enum agreement phrase_agreement(enum lang l, struct str name);
/* "KEY.woman", "KEY.man" or "KEY.none". */
const char *phrase_key(struct arena *mem, const char *key,
		       enum agreement a);

/* The title of a seat as it is said of a woman, where the language tells
 * (Arabic: its first words, by the list release.of_women); else as it is. */
struct str phrase_of_woman(struct arena *mem, enum lang l, struct str title);

/* The pattern of key with its holes filled. */
struct str phrase(struct arena *mem, enum lang l, const char *key,
		  const struct hole *holes, size_t n);
/* The same for a counted thing. */
struct str phrase_n(struct arena *mem, enum lang l, const char *key,
		    int64_t count, const struct hole *holes, size_t n);

struct str phrase_list(struct arena *mem, enum lang l, const struct str *item,
		       size_t n);

/* What a name is preceded by in a sentence: most by an article where the
 * language has one, States and some by nothing. */
struct named_party {
	struct str name;
	bool bare;		/* a State */
	bool ministry;
	struct str inside;	/* who stood for it: in parentheses */
};
struct str phrase_party(struct arena *mem, enum lang l,
			const struct named_party *p);
/* All of them, the ministries under one word. */
struct str phrase_parties(struct arena *mem, enum lang l,
			  const struct named_party *p, size_t n);

#endif
