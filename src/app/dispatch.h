/*
 * dispatch.h - from a request to a response
 *
 * The one way into all pages: for the threads of the web server, for
 * `mithaq request` and for tests. It finds the route, opens the snapshot a
 * page reads from, makes the ctx, and turns failures into error pages.
 */
#ifndef APP_DISPATCH_H
#define APP_DISPATCH_H

#include "app/kept.h"
#include "http/server.h"
#include "store/db.h"
#include "store/settings.h"

/* What all workers share; read only once they run. */
struct app {
	struct str db_url;
	const char *data_dir;
	struct date today;	/* frozen day; not set: the clock's */
	bool frozen;		/* today is set by --today */
};

/* One thread's own: a connection, the settings as it last saw them. */
struct app_worker {
	const struct app *app;
	struct db *db;
	enum lane lane;
	struct arena mem;		/* in which the worker itself lies */
	bool in_batch;			/* a write transaction is open */
	enum err batch_err;		/* how the last one ended */
	enum err refused;		/* every verb fails like this */
	struct arena settings_mem;
	struct settings settings;
	int64_t settings_generation;	/* -1: not read yet */
	struct kept kept;
	struct arena words_mem;
	struct analyse_memory *known;	/* words met before */
};

/*
 * Opens the connection: for writing in LANE_WRITE, else for reading. repo
 * must have been started. The worker is closed by app_worker_close.
 */
enum err app_worker_open(struct app_worker **out, const struct app *app,
			 enum lane lane);
void app_worker_close(struct app_worker *w);

/* Fills rs, always. rs is initialised and empty. */
void dispatch(struct app_worker *w, const struct request *rq,
	      struct response *rs);

/* For the server's table (struct server_app), whose `app` is a struct app
 * and whose worker is a struct app_worker. */
enum lane dispatch_lane(void *app, enum method m, struct str path);
void *dispatch_worker_open(void *app, enum lane lane);
void dispatch_worker_close(void *worker);
void dispatch_answer(void *worker, struct request *rq, struct response *rs);
void dispatch_batch_begin(void *worker);
bool dispatch_batch_end(void *worker);
void dispatch_batch_failed(void *worker, struct request *rq,
			   struct response *rs);
void dispatch_refuse(void *app, struct request *rq, struct response *rs);

#endif
