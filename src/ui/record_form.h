/*
 * record_form.h - a form from a table of fields, and back
 *
 * Labels above, hints in words, one column. What was typed is kept, always:
 * after a refusal every input holds what was sent, every problem stands at
 * the top and again at its field, in the same words.
 *
 * Names of inputs are the names of fields; a text has one per language
 * (`title:ar`) with `title:ar:origin` and `title:ar:state` beside it.
 */
#ifndef UI_RECORD_FORM_H
#define UI_RECORD_FORM_H

#include "access/ctx.h"
#include "base/html.h"
#include "http/request.h"

/* What was sent goes into the record; mistakes go to ctx->problems. Fields
 * that were not sent stay as they are, and so do FIXED ones of a stored
 * record. */
void record_form_read(struct ctx *ctx, const struct entity *e,
		      const struct request *rq, void *record);

/* The inputs of all fields, without <form>. typed: what was sent, or NULL. */
void record_form_write(struct ctx *ctx, struct buf *out,
		       const struct entity *e, const void *record,
		       const struct request *typed);

/* All problems at the top, each a link to its field; nothing if none.
 * e may be NULL. */
void record_form_problems(struct ctx *ctx, struct buf *out,
			  const struct entity *e);

#endif
