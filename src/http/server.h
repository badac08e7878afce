/*
 * server.h - sockets, threads, lanes
 *
 * The door to GNU libmicrohttpd. Quick reads are answered in the event
 * threads (READ); whatever writes goes to the one writer (WRITE), which
 * gathers the requests that wait into one transaction; slow work (import,
 * export, report) goes to two workers (HEAVY). A full queue answers 503 with
 * Retry-After. The server knows nothing of pledges: it is given functions.
 */
#ifndef HTTP_SERVER_H
#define HTTP_SERVER_H

#include "http/response.h"

enum lane { LANE_READ, LANE_WRITE, LANE_HEAVY };

/*
 * What the program behind the server does. `worker` is what worker_open
 * returned for the calling thread: its database connections.
 *
 * Malformed, oversized, foreign and surplus requests never reach `answer`:
 * they get 400, 403, 411, 413, 421, 431 or 503, with words if `refuse`
 * is given.
 */
struct server_app {
	void *app;
	/* Once for each thread that will answer, all of them in
	 * server_start; with NULL the server does not start. Closed in
	 * server_stop. */
	void *(*worker_open)(void *app, enum lane lane);
	void (*worker_close)(void *worker);
	/* Which lane a request belongs to; no I/O. Any thread. */
	enum lane (*lane_of)(void *app, enum method m, struct str path);
	/* Fills response. In LANE_WRITE it is called between batch_begin and
	 * batch_end, for several requests; answers leave after batch_end. */
	void (*answer)(void *worker, struct request *, struct response *);
	void (*batch_begin)(void *worker);
	/* False: nothing of the batch is stored. Then each response of the
	 * batch is made anew by batch_failed. */
	bool (*batch_end)(void *worker);
	void (*batch_failed)(void *worker, struct request *,
			     struct response *);
	/* Fills the page of a refusal; no I/O, any thread. status is set,
	 * and path is empty when it could not be read. May be NULL: then
	 * the answer is the status alone. */
	void (*refuse)(void *app, struct request *, struct response *);
};

struct server_settings {
	const char *address;		/* "127.0.0.1" or "::1" */
	uint16_t port;			/* 0: any free one */
	/* Requests must name an address or localhost with our port, so that
	 * a foreign name that points here is of no use (DNS rebinding); or
	 * this name, when a proxy stands before us. NULL: none. */
	const char *public_name;
	unsigned read_threads;		/* 4 */
	unsigned heavy_threads;		/* 2 */
	unsigned connections_max;	/* 1000 */
	unsigned queue_max;		/* waiting requests a lane: 256 */
	unsigned batch_max;		/* requests in one commit: 64 */
	unsigned head_seconds;		/* 10: whole header since connect */
	unsigned body_seconds;		/* 10, and one for each 5 KB */
	unsigned reply_seconds;		/* 20, and one for each 5 KB */
	unsigned idle_seconds;		/* 30: next header, since the reply */
	const char *spool;		/* folder for long answers: "/tmp" */
	const char *tls_cert, *tls_key;	/* PEM files or NULL */
};

struct server;

void server_settings_default(struct server_settings *s);
/* ERR_REQUEST: the address is none; ERR_BUSY: the port is taken; ERR_AWAY:
 * a worker did not open. */
enum err server_start(struct server **out, const struct server_settings *s,
		      const struct server_app *app);
uint16_t server_port(const struct server *s);
/* Lets running requests end, then closes everything. */
void server_stop(struct server *s);

#endif
