/* letters.c - a word as letters, while the analyser takes it apart */

#include "lang/letters.h"

#include <string.h>

static size_t length(const uint16_t *affix)
{
	size_t n = 0;

	while (affix[n])
		n++;
	return n;
}

static size_t match(const struct letters *w, size_t at, const uint16_t *affix,
		    size_t n)
{
	return memcmp(w->p + at, affix, n * sizeof(*affix)) == 0 ? n : 0;
}

size_t letters_start(const struct letters *w, const uint16_t *affix)
{
	size_t n = length(affix);

	return w->n > n ? match(w, 0, affix, n) : 0;
}

size_t letters_end(const struct letters *w, const uint16_t *affix)
{
	size_t n = length(affix);

	/* Most words end otherwise: seen at once. */
	if (w->n <= n || w->p[w->n - 1] != affix[n - 1])
		return 0;
	return match(w, w->n - n, affix, n);
}

struct letters letters_behind(const struct letters *w, size_t n)
{
	struct letters rest;

	rest.n = w->n - n;
	memcpy(rest.p, w->p + n, rest.n * sizeof(*rest.p));
	memcpy(rest.raw, w->raw + n, rest.n * sizeof(*rest.raw));
	return rest;
}

void letters_copy(struct letters *to, const struct letters *from)
{
	to->n = from->n;
	memcpy(to->p, from->p, from->n * sizeof(*from->p));
	memcpy(to->raw, from->raw, from->n * sizeof(*from->raw));
}

bool letters_eq(const struct letters *a, const struct letters *b)
{
	return a->n == b->n &&
	       memcmp(a->p, b->p, a->n * sizeof(*a->p)) == 0;
}

uint16_t letters_last(const struct letters *w)
{
	return w->p[w->n - 1];
}

void readings_init(struct readings *r)
{
	r->n = 0;
}

bool readings_add(struct readings *r, const struct letters *w)
{
	for (size_t i = 0; i < r->n; i++)
		if (letters_eq(&r->of[i], w))
			return false;
	if (r->n == READINGS_MAX || w->n == 0)
		return false;
	letters_copy(&r->of[r->n++], w);
	return true;
}
