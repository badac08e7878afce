/*
 * repo.h - records in and out of the database, whatever their entity
 *
 * Built on the field tables: one SELECT brings a record with the codes and
 * headings of what it refers to, one more its texts. Nothing here asks who
 * may; that is service/'s.
 */
#ifndef STORE_REPO_H
#define STORE_REPO_H

#include "model/record.h"
#include "store/db.h"

/* Builds the statements of all entities; once, at start. */
void repo_start(void);

/* Where a code leads: entity and id. ERR_MISSING when nowhere. */
enum err repo_find_code(struct db *db, struct str code, struct anyref *out);

/* With all texts, refs shown in language l. ERR_MISSING. */
enum err repo_load(struct db *db, struct arena *mem, const struct entity *e,
		   int64_t id, enum lang l, void **out);
/* As it was recorded at an instant; ERR_MISSING before its first version. */
enum err repo_load_at(struct db *db, struct arena *mem,
		      const struct entity *e, int64_t id, enum lang l,
		      struct instant at, void **out);

/*
 * Stores a new record (row.id 0; row.code given or empty: then one is made)
 * or the next version of an old one. Version check: ERR_CONFLICT when the
 * stored version is not row.version. Writes texts, headings, names, twins,
 * the log entry, gaps and tallies. Inside a transaction of the caller.
 * verb: what the log says ("create", "change", "withdraw", "undo", "import").
 */
struct save {
	const char *verb;
	struct str actor;
	struct instant at;
	int64_t batch;			/* import number, 0 */
	bool bulk;			/* gaps and tallies come at the end */
	int64_t indexed;		/* with bulk: search_bulk_begin() */
	struct analyse_memory *known;	/* words met before, or NULL */
	bool log;			/* false only for generated bulk data,
					 * whose log entries cover many rows */
};
enum err repo_save(struct db *db, struct arena *mem, const struct entity *e,
		   void *record, const struct save *how);
/* Removes a link (only links are ever removed); its twin keeps it. */
enum err repo_unlink(struct db *db, struct arena *mem, int64_t link_id,
		     const struct save *how);

/* A link that was removed, as it last stood (struct link). ERR_MISSING. */
enum err repo_link_gone(struct db *db, struct arena *mem, int64_t link_id,
			enum lang l, void **out);

/* One of the ways a list may be asked for: lists[] in store/lists.c. */
struct list_way {
	const struct entity *entity;
	const char *filter;		/* a ref or choice field, or NULL */
	const char *order;		/* "title", "changed" or a date field */
	bool newest_first;
};
const struct list_way *list_way_find(const struct entity *e,
				     struct str filter, struct str order);
const struct list_way *list_way_at(size_t i);	/* NULL after the last */

struct list_ask {
	const struct list_way *way;	/* never NULL */
	struct str filter_value;	/* code of a ref, name of a choice */
	int64_t filter_id;		/* of that ref */
	const char *gap;		/* only records with this gap, or NULL */
	struct str gap_before;		/* ISO: only gaps open since an earlier
					 * day; empty: all */
	struct str after;		/* cursor of the page before; or empty */
	int limit;			/* rows wanted */
	enum lang lang;
	enum edition edition;		/* the reader's */
};
struct list_page {
	void **records;			/* without texts, but with headings */
	size_t n;
	struct str next;		/* cursor of the next page; or empty */
};
enum err repo_list(struct db *db, struct arena *mem,
		   const struct list_ask *ask, struct list_page *out);
/* Kept counts: of all published and draft records of an entity. */
int64_t repo_count(struct db *db, const struct entity *e);
/* The same for all entities at once; n[i] is that of entities[i]. */
void repo_counts(struct db *db, int64_t *n);

/* A neighbour by a link, in the reader's language. */
struct linked {
	int64_t link_id;
	struct choice kind;		/* enum link_kind_value */
	bool out;			/* the link goes out from the record asked */
	struct anyref other;		/* with code and heading */
	struct choice provenance;	/* enum link_provenance; 0: stated */
	struct choice strength;
	struct date from_on, to_on;
	struct str note;		/* in the reader's language, or another */
	enum lang note_lang;
	struct ref document;
	struct choice other_stage;
};
enum err repo_links(struct db *db, struct arena *mem, const struct entity *e,
		    int64_t id, enum lang l, struct linked **out, size_t *n);
/* Records that refer to this one by a ref or anyref field of theirs: the
 * goals of a plan, the milestones of an action, the attendances of an event. */
struct referring {
	const struct entity *entity;
	const struct field *field;
	struct anyref from;		/* with code and heading */
	struct date on;			/* its main date, if it has one */
	struct choice stage;
	struct choice role;		/* where it has one: an attendance */
};
enum err repo_referring(struct db *db, struct arena *mem,
			const struct entity *e, int64_t id, enum lang l,
			size_t limit, struct referring **out, size_t *n);
/* All records of an entity whose ref or anyref field points at a record,
 * whole and with texts, in order of `number`, date or id: an event's parts. */
enum err repo_children(struct db *db, struct arena *mem,
		       const struct entity *e, const char *field,
		       int64_t parent_id, enum lang l, void ***out,
		       size_t *n);
/* The same by an anyref field called "about": updates, statements, facts. */
enum err repo_about(struct db *db, struct arena *mem, const struct entity *e,
		    const struct anyref *parent, enum lang l, void ***out,
		    size_t *n);
/* Facts about a record, whole (struct fact). */
enum err repo_facts(struct db *db, struct arena *mem, const struct entity *e,
		    int64_t id, enum lang l, void ***out, size_t *n);

/* Names that begin like the words, in any language; code first. */
struct named {
	struct anyref to;		/* with code and heading */
};
enum err repo_names(struct db *db, struct arena *mem, struct str words,
		    enum lang l, size_t limit, struct named **out, size_t *n);

#endif
