/* extras.c - what the page of an entity shows beyond its table */

#include "ui/extras.h"

/* Ended by an empty row. */
static const struct extra extras[] = {
	{ 0 },
};

const struct extra *extra_of(const struct entity *e)
{
	for (const struct extra *x = extras; x->entity; x++)
		if (x->entity == e)
			return x;
	return NULL;
}
