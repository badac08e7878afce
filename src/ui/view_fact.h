/*
 * view_fact.h - what a source says, in the words of the reader
 *
 * A fact names a field of its record, or a link, and gives the value as the
 * files of an export have it: "from_on" "2022-07-21", "pledgor" "IRQ",
 * "link:supports:NLD". Here these become the words of the form, a day, a name
 * that leads to its record. CSV and JSON keep them as they are.
 */
#ifndef UI_VIEW_FACT_H
#define UI_VIEW_FACT_H

#include "store/titles.h"
#include "ui/view.h"

/* Names of the records whose codes stand in some facts. */
struct fact_names {
	struct named of[TITLES_MAX];
	struct str codes[TITLES_MAX];
	size_t n;
};

/* Of a record's own facts; what the record refers to and is linked with is
 * known already, and only what is left is asked for, by one statement. */
void fact_names_load(const struct view *v, const struct linked *links,
		     size_t links_n, struct fact_names *out);
/* Of any facts: those of a list. */
void fact_names_of(struct ctx *ctx, void *const *facts, size_t n,
		   struct fact_names *out);

/* The field or link it is about; nothing when it is about the whole record. */
void view_fact_field(struct ctx *ctx, struct buf *out,
		     const struct fact *fact, const struct fact_names *names);
/* A value of a source; nothing when the fact has none. */
void view_fact_value(struct ctx *ctx, struct buf *out,
		     const struct fact *fact, const struct fact_names *names);
/* "sentence 4", "p. 12": where in a document, in words of the page's language
 * when the shape is known, else as it was written, which is in English. */
void view_locator(struct ctx *ctx, struct buf *out, struct str locator);

/* A line of a fact (field, value, locator); names may be NULL. */
void view_fact_line(struct ctx *ctx, struct buf *out, const struct field *f,
		    const struct fact *fact, const struct fact_names *names);

#endif
