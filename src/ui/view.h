/*
 * view.h - how values are read
 *
 * Whatever came from data is isolated (<bdi>, lang, dir), so that codes and
 * Latin names stay readable inside Arabic lines. What is not known says so by
 * one quiet mark; what we inferred or put into another language is marked.
 */
#ifndef UI_VIEW_H
#define UI_VIEW_H

#include "access/ctx.h"
#include "base/html.h"
#include "domain/fact.h"
#include "lang/number.h"
#include "store/repo.h"

/* a, a.b or a.b.c: the key of words that a table asks for. c may be NULL. */
const char *view_key(struct arena *mem, const char *a, const char *b,
		     const char *c);
/* The words of a field: "pledge.due_on", "row.owner". */
const char *view_label(struct ctx *ctx, const struct entity *e,
		       const struct field *f);
/* The words of a choice; name is that of the entity, or "row". */
const char *view_choice(struct ctx *ctx, const char *entity,
			const struct field *f, struct choice v);

/* Who changed something. Until accounts exist that is the operator of the
 * machine, who is a word of the reader's language and no name. */
void view_actor(struct ctx *ctx, struct buf *out, struct str name);

/* Text of data in language `of`, on a page in language `page`. */
void view_text(struct buf *out, enum lang page, struct str text,
	       enum lang of);
/* A code or anything else whose direction is its own. */
void view_code(struct buf *out, struct str code);
/* <time>; nothing when not set. */
void view_date(struct buf *out, enum lang l, struct date d);
/* Day and time in the zone of the installation. */
void view_instant(struct ctx *ctx, struct buf *out, struct instant t);
/* The same rows as files: url asked as CSV and as JSON. */
void view_downloads(struct ctx *ctx, struct buf *out, struct str url);
/* A quiet mark; key is that of its words ("ui.mark.inferred"). */
void view_mark(struct buf *out, enum lang l, const char *key);
/* Marks a record that is a draft or withdrawn; nothing for others. */
void view_stage(struct buf *out, enum lang l, struct choice stage);
/* "Not known to us." */
void view_unknown(struct buf *out, enum lang l);
/* The mark of a provenance (enum fact_kind = enum link_provenance);
 * nothing for stated and for 0. */
void view_provenance(struct buf *out, enum lang l, struct choice kind);

/* A link to a record, its heading as words. `mark_code`: the code stands in
 * front. */
void view_record(struct ctx *ctx, struct buf *out, const struct entity *e,
		 const struct ref *to);
void view_record_coded(struct ctx *ctx, struct buf *out,
		       const struct entity *e, const struct ref *to);

/* The words of a text for the reader, with marks for origin and state.
 * longer: Markdown, as paragraphs. */
void view_words(struct ctx *ctx, struct buf *out, const struct text *t,
		bool longer);
/* Any field's value; nothing when empty. */
void view_value(struct ctx *ctx, struct buf *out, const struct entity *e,
		const struct field *f, const void *record);

struct fact_names;

/* What a page knows about one record. */
struct view {
	struct ctx *ctx;
	struct buf *out;
	const struct entity *entity;
	const void *record;
	void **facts;			/* struct fact, about the record */
	size_t facts_n;
	const struct fact_names *names;	/* in these facts; or NULL */
	const char *path;		/* under which the record is shown */
};

/* Behind the words of a heading: how its sources give it, when it is not
 * simply stated. */
void view_heading_mark(const struct view *v, const struct field *f);
/*
 * Fields as a list of names and values, without the heading. names: those to
 * show, by blanks ("committed_on due_on"); NULL: all but long texts. What
 * lists show is marked when not known; other things that are not known are
 * named in one line at the end.
 */
void view_fields(const struct view *v, const char *names);
/* Long texts, each under its own heading; NULL: all of them. */
void view_longtexts(const struct view *v, const char *names);
/* Neighbours by links, grouped by what the link says. */
void view_links(const struct view *v, const struct linked *links, size_t n);
/* The same as above, of one kind and direction only, as a bare list. */
void view_links_of(const struct view *v, const struct linked *links,
		   size_t n, const char *kind, bool out);
/* Records that refer to this one by a field of theirs, grouped. */
void view_referring(const struct view *v, const struct referring *r,
		    size_t n);
/* The sources: what they say, where, and what we added. */
void view_facts(const struct view *v);

/* Rows of a list as a table: code, heading and the LISTED fields. */
void view_list(struct ctx *ctx, struct buf *out, const struct entity *e,
	       const char *path, const struct list_page *page);

#endif
