/* doc_html.c - a report as part of a page */

#include "base/url.h"
#include "lang/number.h"
#include "lang/words.h"
#include "report/doc.h"

static const struct {
	enum doc_mark mark;
	const char *key, *class;
} marks[] = {
	{ DOC_RENDERING, "release.mark.rendering", "mark-rendering" },
	{ DOC_INFERRED, "release.mark.inferred", "mark-inferred" },
};

static void put_marks(const struct doc *d, const struct doc_node *n,
		      struct buf *out)
{
	for (size_t i = 0; i < COUNT(marks); i++)
		if (n->marks & marks[i].mark)
			html(out, " <small class=\"mark %s\">%s</small>",
			     marks[i].class, word(d->lang, marks[i].key));
}

/* The records behind a sentence, folded away until somebody asks. */
static void put_records(const struct doc *d, const struct doc_node *n,
			struct buf *out)
{
	const char *tag = lang_row(d->lang)->tag;

	if (!n->records_n)
		return;
	html(out, "<details class=\"records\"><summary title=\"%s\">",
	     word(d->lang, "release.records"));
	number_add_plain(out, d->lang, (int64_t)n->records_n);
	html(out, "</summary> <span>");
	for (size_t i = 0; i < n->records_n; i++) {
		struct str code = arena_str(d->mem, n->records[i]);
		struct str url = url_with(d->mem,
				url_page(d->mem, "r", code.p, NULL), "lang",
				str_of(tag));

		html(out, "<a href=\"%.*s\"><bdi>%.*s</bdi></a> ",
		     STR_ARG(url), STR_ARG(code));
	}
	html(out, "</span></details>");
}

static void put_lang(const struct doc *d, const struct doc_node *n,
		     struct buf *out)
{
	const struct lang_row *l = lang_row(n->lang);

	if (n->lang != d->lang)
		html(out, " lang=\"%s\" dir=\"%s\"", l->tag, l->dir);
}

static const char *class_of(const struct doc_node *n)
{
	static const char *const names[] = {
		[DOC_SENTENCE] = "sentence", [DOC_QUOTE] = "quote",
		[DOC_ITEM] = "item", [DOC_NOTE] = "note",
		[DOC_HEADING] = "heading", [DOC_TITLE] = "title",
		[DOC_PARAGRAPH] = "paragraph", [DOC_LIST] = "list",
	};

	return names[n->kind];
}

static void put_inner(const struct doc *d, const struct doc_node *n,
		      struct buf *out)
{
	const char *tag = n->kind == DOC_ITEM ? "li" : "div";

	html(out, "<%s class=\"%s%s\"", tag, class_of(n),
	     n->marks & DOC_DRAFT ? " draft" : "");
	put_lang(d, n, out);
	html(out, ">%.*s", STR_ARG(n->text));
	put_marks(d, n, out);
	put_records(d, n, out);
	html(out, "</%s>\n", tag);
}

static void put_block(const struct doc *d, const struct doc_node *n,
		      struct buf *out)
{
	static const char *const tags[] = {
		[DOC_TITLE] = "h2", [DOC_HEADING] = "h3",
		[DOC_PARAGRAPH] = "div", [DOC_SENTENCE] = "p",
		[DOC_QUOTE] = "blockquote", [DOC_NOTE] = "p",
		[DOC_LIST] = "ul", [DOC_ITEM] = "p",
	};

	html(out, "<%s class=\"%s\"", tags[n->kind], class_of(n));
	put_lang(d, n, out);
	html(out, ">%.*s", STR_ARG(n->text));
	put_marks(d, n, out);
	for (const struct doc_node *c = n->first; c; c = c->next)
		put_inner(d, c, out);
	html(out, "</%s>\n", tags[n->kind]);
	/* No <details> inside a heading or a paragraph. */
	put_records(d, n, out);
}

void doc_html(const struct doc *d, struct buf *out)
{
	const struct lang_row *l = lang_row(d->lang);

	html(out, "<div class=\"doc\" lang=\"%s\" dir=\"%s\">\n", l->tag,
	     l->dir);
	for (const struct doc_node *n = d->first; n; n = n->next)
		put_block(d, n, out);
	html(out, "</div>\n");
}
