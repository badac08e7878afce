/* markdown.c - long texts, as pages show them */

#include "ui/markdown.h"

#include <cmark.h>
#include <string.h>

#include "base/html.h"
#include "base/log.h"

/*
 * Most texts are plain paragraphs, and cmark costs as much as the rest of
 * the page: it is only asked when a byte could mean something to it.
 */
static bool is_plain(struct str s)
{
	bool line_start = true;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c == '\n') {
			line_start = true;
			continue;
		}
		if (c && strchr("*_`[<&\\", c))
			return false;
		if (line_start && c && strchr("#>-+=~ \t0123456789", c))
			return false;
		line_start = false;
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

/* Headings go below those of the page. */
static void tame(cmark_node *root)
{
	cmark_iter *it = cmark_iter_new(root);
	cmark_event_type what;

	while ((what = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(it);
		int level;

		if (what != CMARK_EVENT_ENTER ||
		    cmark_node_get_type(node) != CMARK_NODE_HEADING)
			continue;
		level = cmark_node_get_heading_level(node) + 2;
		cmark_node_set_heading_level(node, level > 6 ? 6 : level);
	}
	cmark_iter_free(it);
}

void markdown_html(struct buf *out, struct str text)
{
	cmark_node *root;
	char *made;

	if (is_plain(text)) {
		plain(out, text);
		return;
	}
	root = cmark_parse_document(text.p, text.n, CMARK_OPT_DEFAULT);
	if (!root)
		BUG("cmark gave no document");
	tame(root);
	/* Without CMARK_OPT_UNSAFE raw HTML and javascript: are left out. */
	made = cmark_render_html(root, CMARK_OPT_DEFAULT);
	buf_add_cstr(out, made);
	cmark_get_default_mem_allocator()->free(made);
	cmark_node_free(root);
}
