/* doc.c - a report as a tree, before it is a page or a file */

#include "report/doc.h"

#include "base/arena.h"

struct doc *doc_new(struct arena *mem, enum lang l)
{
	struct doc *d = arena_alloc(mem, sizeof(*d));

	d->mem = mem;
	d->lang = l;
	return d;
}

struct doc_node *doc_add(struct doc *d, struct doc_node *parent,
			 enum doc_kind kind, struct str text)
{
	struct doc_node *n = arena_alloc(d->mem, sizeof(*n));
	struct doc_node **first = parent ? &parent->first : &d->first;
	struct doc_node **last = parent ? &parent->last : &d->last;

	n->kind = kind;
	n->lang = d->lang;
	n->text = text;
	if (*last)
		(*last)->next = n;
	else
		*first = n;
	*last = n;
	return n;
}
