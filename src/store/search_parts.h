/*
 * search_parts.h - what the files behind search.h share with each other
 */
#ifndef STORE_SEARCH_PARTS_H
#define STORE_SEARCH_PARTS_H

#include "store/search_engine.h"

/* The words of a record, with its names first; lives in mem. known: words of
 * other records that came before, or NULL. */
struct search_doc search_doc_of(struct arena *mem,
				struct analyse_memory *known,
				const struct entity *e, const void *record);

#endif
