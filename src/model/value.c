/* value.c - texts in several languages */

#include "model/value.h"

#include <assert.h>

static_assert(TEXT_SOURCE == 0, "an unmarked text is the source's own");

const char *const text_states[TEXT_STATES] = {
	[TEXT_DRAFT] = "draft", [TEXT_CHECKED] = "checked",
};
const char *const text_origins[TEXT_ORIGINS] = {
	[TEXT_SOURCE] = "source", [TEXT_OFFICIAL] = "official",
	[TEXT_RENDERING] = "rendering", [TEXT_MACHINE] = "machine",
};

const char *text_state_name(enum text_state s)
{
	return text_states[s];
}

const char *text_origin_name(enum text_origin o)
{
	return text_origins[o];
}

bool text_state_find(struct str name, enum text_state *out)
{
	for (size_t i = 0; i < COUNT(text_states); i++)
		if (str_is(name, text_states[i])) {
			*out = (enum text_state)i;
			return true;
		}
	return false;
}

bool text_origin_find(struct str name, enum text_origin *out)
{
	for (size_t i = 0; i < COUNT(text_origins); i++)
		if (str_is(name, text_origins[i])) {
			*out = (enum text_origin)i;
			return true;
		}
	return false;
}

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

bool text_out_of_date(const struct text *t, enum lang l)
{
	enum lang source = text_source(t);

	return t->in[l].body.n && l != source &&
	       t->in[l].made_from < t->in[source].made_from;
}

bool text_body_eq(const struct text_body *a, const struct text_body *b)
{
	return str_eq(a->body, b->body) &&
	       (!a->body.n ||
		(a->state == b->state && a->origin == b->origin));
}
