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

enum {
	API_PAGE = 500,		/* rows asked of the database at a time */
	API_ROWS_MAX = 5000	/* of one answer; `next` leads on */
};

page_fn api_list;
page_fn api_show;
page_fn api_names;		/* suggestions for a form: code and heading */

/* What failed, as {"error": NAME, "words": …}. */
void api_error(struct ctx *ctx, struct response *rs, enum err e);

#endif
