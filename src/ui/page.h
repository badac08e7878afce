/*
 * page.h - what stands around every page
 *
 * Head, band of a demonstration, name, navigation, change of language,
 * finding, and the foot with the short address that paper can carry. Pages
 * need no script; the small one we have only adds comfort.
 *
 *     struct page p = { ctx, rq, rs, .title = …, .here = "pledges" };
 *     page_begin(&p);
 *     html(p.out, "<h1>…</h1>");
 *     page_end(&p);
 */
#ifndef UI_PAGE_H
#define UI_PAGE_H

#include "access/match.h"
#include "base/html.h"
#include "http/response.h"

struct page {
	struct ctx *ctx;
	const struct request *rq;
	struct response *rs;
	struct str title;		/* plain text, for the window's head */
	const char *here;		/* path of the place in the navigation:
					 * "" home, "pledges"; NULL none */
	struct str code;		/* of the record; gives the short address */
	bool wrong;			/* the title begins with "Error" */
	bool wide;			/* the page uses all of a wide window */
	struct buf *out;		/* set by page_begin */
};

void page_begin(struct page *p);
void page_end(struct page *p);

/*
 * The quiet confirmation after a save (?done=VERB), with a button that undoes
 * it. row is the record the page is about.
 */
void page_done(struct page *p, const char *path, const struct row *row);

/* One step of the path to a page; the last one has no address. */
struct crumb {
	struct str words;
	struct str url;
	enum lang lang;			/* of the words */
};
void page_crumbs(struct page *p, const struct crumb *crumbs, size_t n);

/* A whole page that says what failed and what to do; sets the status. */
void page_error(struct ctx *ctx, const struct request *rq,
		struct response *rs, enum err e);

/* The same as a part of a page that keeps what was typed. */
void page_failure(struct page *p, enum err e);

/* A form's hidden field. */
void page_hidden(struct buf *out, const char *name, struct str value);

#endif
