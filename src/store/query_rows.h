/*
 * query_rows.h - columns as the queries read them (private to store/)
 */
#ifndef STORE_QUERY_ROWS_H
#define STORE_QUERY_ROWS_H

#include "store/queries.h"

enum lang col_lang(struct stmt *st, int at);
/* ISO; unset when NULL or empty. */
struct date col_date(struct stmt *st, int at);
/* The name of a choice of that field. */
struct choice col_choice(struct stmt *st, int at, const struct entity *e,
			 const char *field);
/* From four columns: id, code, title and its language. */
struct titled col_titled(struct stmt *st, int at, struct arena *mem);
void bind_lang(struct stmt *st, int at, enum lang l);

/* A list of n elements with room for one more: call it before each. */
void *rows_grown(struct arena *mem, void *list, size_t n, size_t size);

#endif
