/*
 * api_record.h - lists and records as data
 *
 * `?format=csv` or `?format=json` behind the address of a list gives the
 * rows of that list, with the same filter and order; behind that of a record
 * `?format=json` gives the whole record, its links and its sources.
 */
#ifndef API_API_RECORD_H
#define API_API_RECORD_H

#include "access/match.h"
#include "format/csv_out.h"
#include "format/json_out.h"

enum {
	API_PAGE = 500,		/* rows asked of the database at a time */
	API_ROWS_MAX = 5000	/* of one answer; `next` leads on */
};

page_fn api_list;
page_fn api_show;
page_fn api_names;		/* suggestions for a form: code and heading */

/* One row of a list, the same wherever rows of an entity are given: its code,
 * stage and heading, with the language of that and how it came into it, and
 * what its list shows. */
void api_head_csv(struct csv_out *c, const struct entity *e);
void api_row_csv(struct csv_out *c, const struct entity *e,
		 const void *record);
void api_row_json(struct json_out *j, const struct entity *e,
		  const void *record);
/* What failed, as {"error": NAME, "words": …}. */
void api_error(struct ctx *ctx, struct response *rs, enum err e);

#endif
