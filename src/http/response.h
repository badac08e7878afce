/*
 * response.h - the answer to one request
 *
 * A page decides the status before the first byte and writes into body; on
 * failure the body is dropped and an error page takes its place. The server
 * adds Content-Length, Date and the security headers.
 */
#ifndef HTTP_RESPONSE_H
#define HTTP_RESPONSE_H

#include "base/buf.h"
#include "http/request.h"

enum { RESPONSE_HEADERS_MAX = 12, RESPONSE_ALWAYS_N = 5 };

/* The security headers of every answer. */
extern const struct response_always {
	const char *name;
	const char *value;
} response_always[RESPONSE_ALWAYS_N];

struct response {
	int status;			/* 200 unless said otherwise */
	const char *type;		/* "text/html; charset=utf-8" */
	struct pair headers[RESPONSE_HEADERS_MAX];
	size_t headers_n;
	struct buf body;
	/* Bytes that live as long as the program (assets), or as long as
	 * `kept_drop` is not called (kept pages): sent without a copy. They
	 * never change while they live. kept_drop comes from any thread, and
	 * at the latest with server_stop. */
	struct str fixed;
	void (*kept_drop)(void *kept);
	void *kept;
	/* A long answer (export; heavy lane only) is produced piece by
	 * piece: adds the next one to the body, which is empty each time;
	 * returns false when that was the last. It runs in the thread of
	 * the worker that answered, after `answer` has returned, so state
	 * lies in the request's arena; so does more_drop. */
	bool (*more)(struct response *r, void *state);
	void *more_state;
	void (*more_drop)(void *state);
};

void response_init(struct response *r);
/* Drops whatever r holds: body, kept page, state of a long answer. */
void response_release(struct response *r);
/* A further header; name is a literal, value must live with the arena. One
 * with a control character in its value is a bug of ours. */
void response_header(struct response *r, const char *name, struct str value);
/* 303 See Other. */
void response_redirect(struct response *r, struct str url);

#endif
