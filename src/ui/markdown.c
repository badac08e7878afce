/* markdown.c - long texts, as pages show them */

#include "ui/markdown.h"

#include <cmark.h>
#include <string.h>

#include "base/html.h"
#include "base/log.h"
#include "base/url.h"

/*
 * Most texts are plain paragraphs, and cmark costs as much as the rest of
 * the page: it is only asked when a byte could mean something to it, in any
 * place or at the start of a line.
 */
enum { ANYWHERE = 1, LINE_START = 2 };
static const unsigned char meaning[256] = {
	['*'] = ANYWHERE, ['_'] = ANYWHERE, ['`'] = ANYWHERE,
	['['] = ANYWHERE, ['<'] = ANYWHERE, ['&'] = ANYWHERE,
	['\\'] = ANYWHERE,
	['#'] = LINE_START, ['>'] = LINE_START, ['-'] = LINE_START,
	['+'] = LINE_START, ['='] = LINE_START, ['~'] = LINE_START,
	[' '] = LINE_START, ['\t'] = LINE_START,
	['0'] = LINE_START, ['1'] = LINE_START, ['2'] = LINE_START,
	['3'] = LINE_START, ['4'] = LINE_START, ['5'] = LINE_START,
	['6'] = LINE_START, ['7'] = LINE_START, ['8'] = LINE_START,
	['9'] = LINE_START,
};

static bool is_plain(struct str s)
{
	unsigned looked_for = ANYWHERE | LINE_START;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (meaning[c] & looked_for)
			return false;
		looked_for = c == '\n' ? ANYWHERE | LINE_START : ANYWHERE;
	}
	return true;
}

static void plain(struct buf *out, struct str s)
{
	size_t open = 0;
	struct str line;

	while (str_split(&s, '\n', &line)) {
		line = str_trim(line);
		if (!line.n) {
			if (open)
				html(out, "</p>\n");
			open = 0;
			continue;
		}
		html(out, open++ ? "\n" : "<p>");
		html_text(out, line);
	}
	if (open)
		html(out, "</p>\n");
}

/* A page loads nothing from others and leads nowhere but to the web: of
 * pictures and of other addresses the words stay. */
static bool only_words(cmark_node *node)
{
	if (cmark_node_get_type(node) == CMARK_NODE_IMAGE)
		return true;
	return cmark_node_get_type(node) == CMARK_NODE_LINK &&
	       !url_outside(str_of(cmark_node_get_url(node))).n;
}

static void unwrap(cmark_node *node)
{
	cmark_node *child;

	while ((child = cmark_node_first_child(node)))
		cmark_node_insert_before(node, child);
	cmark_node_free(node);
}

/* Headings go below those of the page. */
static void tame(cmark_node *root)
{
	cmark_iter *it = cmark_iter_new(root);
	cmark_event_type what;

	while ((what = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(it);
		int level = cmark_node_get_heading_level(node) + 2;

		if (what == CMARK_EVENT_EXIT && only_words(node))
			unwrap(node);
		else if (what == CMARK_EVENT_ENTER &&
			 cmark_node_get_type(node) == CMARK_NODE_HEADING)
			cmark_node_set_heading_level(node,
						     level > 6 ? 6 : level);
	}
	cmark_iter_free(it);
}

static cmark_node *parsed(struct str text)
{
	cmark_node *root = cmark_parse_document(text.p, text.n,
						CMARK_OPT_DEFAULT);

	if (!root)
		BUG("cmark gave no document");
	return root;
}

static void render(struct buf *out, cmark_node *root)
{
	/* Without CMARK_OPT_UNSAFE raw HTML and javascript: are left out. */
	char *made = cmark_render_html(root, CMARK_OPT_DEFAULT);

	buf_add_cstr(out, made);
	cmark_get_default_mem_allocator()->free(made);
	cmark_node_free(root);
}

void markdown_html(struct buf *out, struct str text)
{
	cmark_node *root;

	if (is_plain(text)) {
		plain(out, text);
		return;
	}
	root = parsed(text);
	tame(root);
	render(out, root);
}

/* "05-add.md" is the file; people find the chapter at "BASE/add". */
static void lead_to_chapter(cmark_node *link, struct str base,
			    struct arena *mem)
{
	struct str to = str_of(cmark_node_get_url(link));
	struct str name = str_cut(to, str_find_char(to, '-') + 1, to.n);

	if (str_find_char(to, '/') < to.n || !str_ends(name, STR(".md")))
		return;
	cmark_node_set_url(link, arena_printf(mem, "%.*s/%.*s", STR_ARG(base),
					      (int)name.n - 3, name.p).p);
}

void markdown_chapter(struct buf *out, struct str text, struct str base,
		      struct arena *mem)
{
	cmark_node *root = parsed(text);
	cmark_iter *it = cmark_iter_new(root);
	cmark_event_type what;

	while ((what = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(it);

		if (what == CMARK_EVENT_ENTER &&
		    cmark_node_get_type(node) == CMARK_NODE_LINK)
			lead_to_chapter(node, base, mem);
	}
	cmark_iter_free(it);
	render(out, root);
}
