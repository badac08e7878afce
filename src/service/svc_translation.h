/*
 * svc_translation.h - what waits for a translator into one language
 *
 * Two kinds of words: texts of records, which people write in forms, and
 * words of the interface, which are part of the program (words/TAG.po).
 * Neither holds up another language: what is missing is shown in the language
 * of its source, marked.
 */
#ifndef SERVICE_SVC_TRANSLATION_H
#define SERVICE_SVC_TRANSLATION_H

#include "access/ctx.h"
#include "lang/words.h"
#include "store/sql_waits.h"

/* Texts of records by kind of record; entities of which nothing waits are
 * left out. cut: of some only the first WAIT_COUNTED records were counted. */
struct text_wait {
	const struct entity *entity;
	struct wait_count count;
};
struct text_waits {
	struct text_wait *list;
	size_t n;
	struct wait_count all;
	bool cut;
};
enum err svc_text_waits(struct ctx *ctx, enum lang to,
			struct text_waits *out);
/* Those of one kind and state, page by page; ask->entity, to, state, after
 * and limit are the caller's. */
enum err svc_text_list(struct ctx *ctx, struct wait_ask *ask,
		       struct waits_page *out);

/* Words of the interface. */
int64_t svc_word_count(enum lang to, enum word_state state);
/* The key of the next word in that state behind `after` (a key or ""), in
 * order of keys; NULL at the end. */
const char *svc_word_next(enum lang to, enum word_state state,
			  struct str after);

/* Where words are seen, by the family of their key: the address of a page
 * behind "/ar/" ("" is the home page), or words that name a place that has no
 * address. */
struct word_place {
	const char *path;
	const char *key;
};
/* Of a family that nobody has placed: somewhere in the program. */
struct word_place svc_word_place(const char *key);

#endif
