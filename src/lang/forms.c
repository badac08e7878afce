/* forms.c - words that no rule takes apart rightly */

#include "lang/forms.h"

#include <string.h>

static const struct forms_row *row_of(const struct letters *w)
{
	size_t at = forms_hash(w->p, w->n) & (forms_slots_n - 1);

	/* The table is at most half full, so an empty slot comes. */
	for (; forms_slots[at]; at = (at + 1) & (forms_slots_n - 1)) {
		const struct forms_row *row = &forms_table[forms_slots[at] - 1];

		if (row->from_n == w->n &&
		    memcmp(row->from, w->p, w->n * sizeof(*w->p)) == 0)
			return row;
	}
	return NULL;
}

enum forms_found forms_find(const struct letters *w, struct letters *head)
{
	const struct forms_row *row = row_of(w);

	if (!row)
		return FORMS_NONE;
	if (row->what == FORMS_OTHER) {
		head->n = row->to_n;
		memcpy(head->p, row->to, row->to_n * sizeof(*row->to));
		memcpy(head->raw, row->to, row->to_n * sizeof(*row->to));
	}
	return (enum forms_found)row->what;
}
