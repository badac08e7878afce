/*
 * doc.h - a report as a tree, before it is a page or a file
 *
 * Built once by a service; doc_html.c and doc_text.c render it. Each run of
 * text carries its language; a sentence carries the codes of the records it
 * was made from and marks (our rendering, quoted, inferred).
 */
#ifndef REPORT_DOC_H
#define REPORT_DOC_H

#include "base/html.h"
#include "lang/lang.h"

enum doc_kind {
	DOC_TITLE, DOC_HEADING, DOC_PARAGRAPH, DOC_SENTENCE, DOC_QUOTE,
	DOC_NOTE, DOC_LIST, DOC_ITEM
};

enum doc_mark {
	DOC_RENDERING = 1 << 0,		/* put into this language by us */
	DOC_INFERRED = 1 << 1,
	DOC_DRAFT = 1 << 2		/* prose not yet read by a native */
};

struct doc_node {
	enum doc_kind kind;
	enum lang lang;			/* of text */
	struct str text;
	unsigned marks;
	const struct str *records;	/* codes behind the text */
	size_t records_n;
	struct doc_node *first, *last, *next;
};

struct doc {
	struct arena *mem;
	enum lang lang;			/* of the document; gives direction */
	struct doc_node *first, *last;
};

struct doc *doc_new(struct arena *mem, enum lang l);
/* Adds behind the last child of parent, or to the document when NULL. */
struct doc_node *doc_add(struct doc *d, struct doc_node *parent,
			 enum doc_kind kind, struct str text);
void doc_text(const struct doc *d, struct buf *out);
/* Codes become links to /r/CODE. */
void doc_html(const struct doc *d, struct buf *out);

#endif
