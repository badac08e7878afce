/*
 * form_texts.h - what a form says beside the words of a stored record
 *
 * How far each language of a text is, and which terms of the term bank occur
 * in its source, with their names in the other languages: so that the same
 * thing is called the same everywhere.
 */
#ifndef UI_FORM_TEXTS_H
#define UI_FORM_TEXTS_H

#include "access/ctx.h"
#include "base/html.h"

struct form_texts;
/* In the arena of the request; NULL when the record is new or the database
 * fails: the form then does without. */
const struct form_texts *form_texts_load(struct ctx *ctx,
					 const struct entity *e,
					 const void *record);

/* "source text", "missing", "older than the source text, since …": one quiet
 * mark; nothing for what is checked. */
void form_text_state(struct ctx *ctx, struct buf *out,
		     const struct form_texts *texts, const struct field *f,
		     enum lang l);
/* The terms that occur in these words of the source. */
void form_text_terms(struct ctx *ctx, struct buf *out,
		     const struct form_texts *texts, struct str words);

#endif
