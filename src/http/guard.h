/*
 * guard.h - what a request must be before anybody looks at it
 *
 * The parser below us is lenient, and two readers that understand one
 * request differently are how requests are smuggled past a proxy. The guard
 * sees every header as it came and refuses what RFC 9112 and RFC 9110 call
 * malformed; it also refuses requests that a page of a foreign site made a
 * browser send.
 */
#ifndef HTTP_GUARD_H
#define HTTP_GUARD_H

#include "http/request.h"

/* Under which names we may be asked for. */
struct guard_place {
	uint16_t port;
	bool tls;
	struct str public_name;		/* empty: none */
};

struct guard {
	struct pair *list;		/* of REQUEST_HEADERS_MAX, or NULL */
	size_t n;
	size_t bytes;			/* of names and values */
	unsigned hosts, lengths, codings;
	bool malformed;
	struct str host;
	struct str origin;
	struct str site;		/* Sec-Fetch-Site */
	struct str type;		/* Content-Type */
	uint64_t length;		/* Content-Length */
};

/* list has room for REQUEST_HEADERS_MAX, or is NULL: nothing is kept. */
void guard_init(struct guard *g, struct pair *list);
/* Each header in its order. The text is borrowed. */
void guard_header(struct guard *g, struct str name, struct str value);
/*
 * 200 when all is well, else the status to refuse with: 400 malformed, 403
 * from a foreign site, 411 a body of unknown length, 413 a body above its
 * limit, 421 another host, 431 too much. authority is that of an absolute
 * target, which outranks Host (RFC 9112, 3.2.2), or empty.
 */
int guard_verdict(const struct guard *g, enum method method,
		  struct str authority, const struct guard_place *place);

#endif
