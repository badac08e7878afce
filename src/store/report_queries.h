/*
 * report_queries.h - what the report-back sheet is written from
 *
 * What was said of the pledges of a cycle, and of objectives as priorities,
 * in the words of those who said it; and kept counts, several at once. Each
 * is one statement. What is withdrawn is left out. Strings live in mem; a
 * failure sticks to db.
 */
#ifndef STORE_REPORT_QUERIES_H
#define STORE_REPORT_QUERIES_H

#include "store/queries.h"

/* An update or a statement, with its words. */
struct said {
	struct titled of;
	struct titled about;		/* the pledge, or the provision */
	struct titled by;		/* the organisation, if one is named */
	struct titled document;
	struct date on;
	struct choice answer;		/* enum update_answer, of an update */
	struct choice voice;		/* enum statement_voice; 0: an update */
	struct choice step;		/* enum statement_step */
	struct str words;		/* in the reader's language, else in
					 * that of the source; may be empty */
	enum lang words_lang;
	bool rendering;			/* put into that language by us */
};
enum { SAID_MAX = 400 };

/* Updates about the pledges of a cycle, newest first. */
size_t query_updates_said(struct db *db, struct arena *mem, int64_t cycle,
			  enum lang l, struct said **out);
/* Updates and statements about one record, updates first. */
size_t query_said_about(struct db *db, struct arena *mem,
			const struct entity *e, int64_t id, enum lang l,
			struct said **out);
/* Statements about provisions among the newest 200 statements. */
size_t query_priorities_said(struct db *db, struct arena *mem, enum lang l,
			     struct said **out);

/* From when to when an action ran; what is not known is not set. */
struct lasting {
	struct date from, to;
};
enum { LASTING_MAX = 200 };
/* Of the actions that were changed last. */
size_t query_actions_lasting(struct db *db, struct arena *mem,
			     struct lasting **out);

/* Kept counts, as repo_count gives them; of the pledges, those of a cycle. */
struct home_counts {
	int64_t pledges, actions, updates;
};
struct home_counts query_counts(struct db *db, struct arena *mem,
				int64_t cycle);

#endif
