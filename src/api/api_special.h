/*
 * api_special.h - chains, gaps and what waits for a translator, as data
 *
 * The chain of a record as a tree of {"kind", "code", "title", "provenance",
 * "children"}; kinds are names of entities, and "gap" where a link is not
 * known. The gaps as counts, and the rows of one kind as a list.
 */
#ifndef API_API_SPECIAL_H
#define API_API_SPECIAL_H

#include "access/match.h"

page_fn api_chain;		/* /pledges/{code}/chain?format=json */
page_fn api_gaps;		/* /gaps?format=csv|json */
page_fn api_gap;		/* /gaps/{code}?format=csv|json */
page_fn api_translation;	/* /translation?format=csv|json, with ?of= */

#endif
