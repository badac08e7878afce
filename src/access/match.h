/*
 * match.h - what the address of a page asked for
 *
 * The table of routes (app/routes.c) turns an address into one of these and
 * a function of this one type; pages and their JSON share it. A function
 * that does not return ERR_OK has answered nothing: whatever it wrote is
 * dropped and an error page of that failure takes its place.
 */
#ifndef ACCESS_MATCH_H
#define ACCESS_MATCH_H

#include "access/ctx.h"

struct request;
struct response;

struct match {
	const struct entity *entity;	/* NULL: the page is of no entity */
	struct str code;		/* {code} of the pattern, or empty */
	const char *path;		/* "pledges", as the address has it */
};

typedef enum err page_fn(struct ctx *, const struct request *,
			 struct response *, const struct match *);

#endif
