/* doc_text.c - a report as plain text, with its records at the end */

#include "lang/words.h"
#include "report/doc.h"

static const struct {
	enum doc_mark mark;
	const char *key;
} marks[] = {
	{ DOC_RENDERING, "release.mark.rendering" },
	{ DOC_INFERRED, "release.mark.inferred" },
};

static void put_marks(const struct doc *d, const struct doc_node *n,
		      struct buf *out)
{
	for (size_t i = 0; i < COUNT(marks); i++)
		if (n->marks & marks[i].mark)
			buf_addf(out, " [%s]", word(d->lang, marks[i].key));
}

static void put_children(const struct doc *d, const struct doc_node *parent,
			 struct buf *out)
{
	for (const struct doc_node *n = parent->first; n; n = n->next) {
		if (n != parent->first)
			buf_add_char(out, n->kind == DOC_ITEM ? '\n' : ' ');
		if (n->kind == DOC_ITEM)
			buf_add_cstr(out, "- ");
		buf_add(out, n->text);
		put_marks(d, n, out);
	}
}

static void put_records(const struct doc_node *n, struct buf *out,
			int64_t *number)
{
	for (; n; n = n->next) {
		if (n->records_n) {
			buf_addf(out, "%lld.", (long long)++*number);
			for (size_t i = 0; i < n->records_n; i++)
				buf_addf(out, " %.*s",
					 STR_ARG(n->records[i]));
			buf_add_char(out, '\n');
		}
		put_records(n->first, out, number);
	}
}

void doc_text(const struct doc *d, struct buf *out)
{
	int64_t number = 0;

	for (const struct doc_node *n = d->first; n; n = n->next) {
		if (n != d->first)
			buf_add_char(out, '\n');
		buf_add(out, n->text);
		put_marks(d, n, out);
		put_children(d, n, out);
		buf_add_char(out, '\n');
	}
	buf_addf(out, "\n%s\n", word(d->lang, "release.records"));
	put_records(d->first, out, &number);
}
