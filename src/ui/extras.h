/*
 * extras.h - what the page of an entity shows beyond its table
 *
 * The record page draws fields, links and sources of any entity. A row of
 * extras[] adds what only this entity has: a picture above the fields, a
 * section below them, cards beside them.
 */
#ifndef UI_EXTRAS_H
#define UI_EXTRAS_H

#include "ui/page.h"
#include "ui/view.h"

/* What a drawing function gets: the view and what was already asked for. */
struct extra_ask {
	const struct view *view;
	const struct request *rq;
	const struct linked *links;
	size_t links_n;
	const struct referring *referring;
	size_t referring_n;
};

struct extra {
	const struct entity *entity;
	/* Any may be NULL. An error is that of the whole page. */
	enum err (*above)(const struct extra_ask *);	/* before the fields */
	enum err (*aside)(const struct extra_ask *);	/* end of the card */
	enum err (*below)(const struct extra_ask *);	/* after the texts */
	/* In place of the generic section of links; NULL: that one. */
	void (*links)(const struct extra_ask *);
	/* The generic section of what refers to the record is not drawn. */
	bool refers_itself;
};

const struct extra *extra_of(const struct entity *e);

#endif
