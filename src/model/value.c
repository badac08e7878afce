/* value.c - texts in several languages */

#include "model/value.h"

#include <assert.h>

static_assert(TEXT_SOURCE == 0, "an unmarked text is the source's own");

enum lang text_source(const struct text *t)
{
	for (enum lang l = 0; l < LANG_N; l++)
		if (t->in[l].body.n && t->in[l].origin == TEXT_SOURCE)
			return l;
	for (enum lang l = 0; l < LANG_N; l++)
		if (t->in[l].body.n)
			return l;
	return LANG_N;
}

const struct text_body *text_for(const struct text *t, enum lang l,
				 enum lang *shown)
{
	if (!t->in[l].body.n)
		l = text_source(t);
	if (l == LANG_N)
		return NULL;
	*shown = l;
	return &t->in[l];
}

bool text_empty(const struct text *t)
{
	return text_source(t) == LANG_N;
}
