/* svc_import_window.c - stored records, a thousand at a time */

#include "domain/link.h"
#include "service/svc_import_parts.h"
#include "store/repo_page.h"

enum {
	WORTH_FROM = 10,	/* rows */
	WORTH_PART = 4,		/* and at least one in four of all records */
	MISSES_MAX = 100	/* then the rows are in another order */
};

/* A file that was written by an export has its records in the order in which
 * they are stored; that few rows are looked for among many is not worth it. */
static bool worth(struct import *im, const struct import_sheet *s)
{
	return s->there >= WORTH_FROM &&
	       (int64_t)s->there * WORTH_PART >=
	       repo_count(im->ctx.db, s->entity);
}

static bool window_at(struct import *im, struct import_sheet *s)
{
	struct import_window *w = &im->window;

	if (w->sheet == s)
		return w->misses < MISSES_MAX;
	/* Rows that waited come a second time, and in no order. */
	if (s->was_windowed || !worth(im, s))
		return false;
	s->was_windowed = true;
	arena_reset(&w->mem);
	*w = (struct import_window){ .sheet = s, .mem = w->mem };
	w->n = REPO_PAGE;
	w->at = REPO_PAGE;
	return true;
}

/* The next thousand; false at the end. */
static bool window_next(struct import *im)
{
	struct import_window *w = &im->window;
	const struct row *after = NULL;
	struct row last;

	if (w->n < REPO_PAGE)
		return false;
	if (w->records) {
		last = *record_row_in(w->records[w->n - 1]);
		last.code = arena_str(&im->row_mem, last.code);
		after = &last;
	}
	arena_reset(&w->mem);
	w->records = arena_array(&w->mem, REPO_PAGE, sizeof(*w->records));
	w->at = 0;
	return repo_page(im->ctx.db, &w->mem, w->sheet->entity, after,
			 im->ctx.lang, w->records, &w->n) == ERR_OK && w->n;
}

void *import_window_record(struct import *im, struct import_sheet *s,
			   struct str code)
{
	struct import_window *w = &im->window;

	if (!window_at(im, s))
		return NULL;
	for (;;) {
		int order = -1;

		while (w->at < w->n && order < 0) {
			void *r = w->records[w->at];

			order = str_cmp(record_row(r)->code, code);
			w->at += order <= 0;
			if (order == 0)
				return r;
		}
		if (order > 0 || !window_next(im))
			break;
	}
	w->misses++;
	return NULL;
}

static bool same_ends(const struct link *a, const struct link *b)
{
	return a->kind.v == b->kind.v && a->from.entity == b->from.entity &&
	       a->from.to.id == b->from.to.id && a->to.entity == b->to.entity &&
	       a->to.to.id == b->to.to.id;
}

void *import_window_link(struct import *im, struct import_sheet *s,
			 const struct link *ends)
{
	struct import_window *w = &im->window;

	if (!window_at(im, s) || (w->at == w->n && !window_next(im)))
		return NULL;
	for (size_t i = w->at; i < w->n; i++)
		if (same_ends(w->records[i], ends)) {
			w->at = i + 1;
			return w->records[i];
		}
	w->misses++;
	return NULL;
}
