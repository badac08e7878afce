/*
 * api_search.h - what was found, and what may be meant, as data
 *
 * `/ar/search?q=…&format=json` gives one page of results with what the page
 * says about them; marks are byte ranges of the UTF-8 text beside them.
 * `format=csv` gives the rows alone.
 */
#ifndef API_API_SEARCH_H
#define API_API_SEARCH_H

#include "access/match.h"

page_fn api_search;
/* `/ar/suggest?q=…`: records whose code or name begins so, terms among them,
 * for the search field while one types; with their number in words. */
page_fn api_suggest;

#endif
