/*
 * repo_parts.h - what the files behind repo.h share with each other
 */
#ifndef STORE_REPO_PARTS_H
#define STORE_REPO_PARTS_H

#include "store/repo.h"
#include "store/sql.h"

/* The place of a way in the table of lists.c. */
size_t list_way_no(const struct list_way *way);
void list_start(void);
void waits_start(void);
/* " AND …": of the table t, neither withdrawn records nor editions above the
 * reader's, which parameter `edition` says. */
void rows_visible(struct buf *b, int edition);

/* Puts one row of texts (columns from `at` on: field, lang, body, state,
 * origin, made_from_version) into a record. */
void text_read(struct stmt *st, int at, const struct entity *e,
	       struct arena *mem, void *record);
/* All texts of a record. */
void texts_load(struct db *db, struct arena *mem, const struct entity *e,
		void *record);
/* The same, as they stood at an instant, from the table and its twin. */
void texts_at(struct db *db, struct arena *mem, const struct entity *e,
	      void *record, struct instant at);
/* Stores the differences between was (or NULL) and now. */
void texts_save(struct db *db, const struct entity *e, const void *was,
		void *now, struct instant at);

/* Writes the headings and names of a saved record, and of the records whose
 * heading is made from its heading. */
void headings_save(struct db *db, struct arena *mem, const struct entity *e,
		   const void *record, bool is_new);

#endif
