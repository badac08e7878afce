/*
 * lanes.h - requests that must not be answered in the event threads
 *
 * One bounded queue for what writes, with one thread that takes all who wait
 * into one transaction, and one for what is slow, with a few threads. A
 * request travels as a job, which owns all that belongs to it.
 */
#ifndef HTTP_LANES_H
#define HTTP_LANES_H

#include <stdatomic.h>

#include "http/server.h"
#include "http/spool.h"

/*
 * One request on its way. It lies in its own arena and lives until everyone
 * who holds it has dropped it: the connection, the lane, a long answer.
 */
struct lane_job {
	struct lane_job *next;
	struct arena mem;
	struct request request;
	struct response response;
	struct buf body;		/* of the request */
	bool refused;			/* only response.status counts */
	bool streamed;			/* the answer comes by the spool */
	struct spool spool;
	void *owner;			/* of `ready` */
	atomic_int holders;
};

struct lane_job *lane_job_new(void);
void lane_job_hold(struct lane_job *job);
void lane_job_drop(struct lane_job *job);

struct lanes;

struct lanes_settings {
	const struct server_settings *server;
	const struct server_app *app;
	/* Called once for each job, by its lane: the answer may be sent. */
	void (*ready)(struct lane_job *job);
	/* How the reader of a spool (the job's owner) sleeps and wakes. */
	void (*sleep)(void *owner);
	void (*wake)(void *owner);
};

/* The settings are copied. Nothing runs when it fails. */
enum err lanes_start(struct lanes **out, struct arena *mem,
		     const struct lanes_settings *settings);
/* Answers what waits, then ends. */
void lanes_stop(struct lanes *l);
/* A place in the queue, to be used by lanes_push; false: full or ending. */
bool lanes_reserve(struct lanes *l, enum lane lane);
/* The lane holds the job from now on. */
void lanes_push(struct lanes *l, enum lane lane, struct lane_job *job);

#endif
