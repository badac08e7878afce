/* lanes.c - the writer, and the workers for what is slow */

#include "http/lanes.h"

#include <pthread.h>

#include "base/log.h"

enum { JOB_CEILING = 256 * 1024 * 1024 };

struct queue {
	pthread_mutex_t lock;
	pthread_cond_t some;
	struct lane_job *first;
	struct lane_job **end;
	unsigned places;		/* taken: waiting or about to */
	bool closed;
};

struct lane_thread {
	struct lanes *lanes;
	enum lane lane;
	void *worker;
	pthread_t thread;
	bool running;
};

struct lanes {
	struct server_settings server;
	struct server_app app;
	struct lanes_settings settings;
	struct queue queues[2];		/* WRITE, HEAVY */
	struct lane_thread *threads;
	unsigned threads_n;
};

struct lane_job *lane_job_new(void)
{
	struct arena mem;
	struct lane_job *job;

	arena_init(&mem, JOB_CEILING);
	job = arena_alloc(&mem, sizeof(*job));
	job->mem = mem;
	job->request.mem = &job->mem;
	job->spool.fd = -1;
	response_init(&job->response);
	buf_init(&job->body);
	atomic_store(&job->holders, 1);
	return job;
}

void lane_job_hold(struct lane_job *job)
{
	atomic_fetch_add(&job->holders, 1);
}

void lane_job_drop(struct lane_job *job)
{
	struct arena mem;

	if (atomic_fetch_sub(&job->holders, 1) != 1)
		return;
	response_release(&job->response);
	buf_release(&job->body);
	spool_close(&job->spool);
	mem = job->mem;			/* the job itself lies in it */
	arena_release(&mem);
}

static struct queue *queue_of(struct lanes *l, enum lane lane)
{
	if (lane != LANE_WRITE && lane != LANE_HEAVY)
		BUG("this lane has no queue");
	return &l->queues[lane == LANE_HEAVY];
}

static void queue_init(struct queue *q)
{
	pthread_mutex_init(&q->lock, NULL);
	pthread_cond_init(&q->some, NULL);
	q->end = &q->first;
}

static void queue_close(struct queue *q)
{
	pthread_mutex_lock(&q->lock);
	q->closed = true;
	pthread_cond_broadcast(&q->some);
	pthread_mutex_unlock(&q->lock);
}

/* Up to max jobs that wait, in order; NULL when there will be none. */
static struct lane_job *queue_take(struct queue *q, unsigned max)
{
	struct lane_job *list, **last;

	pthread_mutex_lock(&q->lock);
	/* A reserved place will be pushed to, so it is waited for. */
	while (!q->first && !(q->closed && q->places == 0))
		pthread_cond_wait(&q->some, &q->lock);
	list = q->first;
	for (last = &list; *last && max; max--) {
		last = &(*last)->next;
		q->places--;
	}
	q->first = *last;
	if (!q->first)
		q->end = &q->first;
	*last = NULL;
	if (q->closed)
		pthread_cond_broadcast(&q->some);
	pthread_mutex_unlock(&q->lock);
	return list;
}

bool lanes_reserve(struct lanes *l, enum lane lane)
{
	struct queue *q = queue_of(l, lane);
	bool ok;

	pthread_mutex_lock(&q->lock);
	ok = !q->closed && q->places < l->server.queue_max;
	if (ok)
		q->places++;
	pthread_mutex_unlock(&q->lock);
	return ok;
}

void lanes_push(struct lanes *l, enum lane lane, struct lane_job *job)
{
	struct queue *q = queue_of(l, lane);

	lane_job_hold(job);
	job->next = NULL;
	pthread_mutex_lock(&q->lock);
	*q->end = job;
	q->end = &job->next;
	pthread_cond_signal(&q->some);
	pthread_mutex_unlock(&q->lock);
}

/* Empties r for another try; its long answer, if any, is dropped too. */
static void start_again(struct lane_job *job, int status)
{
	response_release(&job->response);
	job->response.status = status;
}

static void write_batch(struct lane_thread *t, struct lane_job *list)
{
	struct server_app *app = &t->lanes->app;
	struct lane_job *job, *next;

	app->batch_begin(t->worker);
	for (job = list; job; job = job->next) {
		app->answer(t->worker, &job->request, &job->response);
		if (job->response.more)
			BUG("a long answer in the writing lane");
	}
	if (!app->batch_end(t->worker)) {
		for (job = list; job; job = job->next) {
			start_again(job, 503);
			app->batch_failed(t->worker, &job->request,
					  &job->response);
		}
	}
	for (job = list; job; job = next) {
		next = job->next;
		t->lanes->settings.ready(job);
		lane_job_drop(job);
	}
}

/*
 * Behind the first piece. The producer moves out of the job's response,
 * because that belongs to the event thread from `ready` on.
 */
static void stream_rest(struct lanes *l, struct lane_job *job)
{
	struct response *r = &job->response, maker;
	bool more = true;

	response_init(&maker);
	maker.body = r->body;
	maker.more = r->more;
	maker.more_state = r->more_state;
	maker.more_drop = r->more_drop;
	buf_init(&r->body);
	r->more = NULL;
	r->more_drop = NULL;
	job->streamed = true;
	job->spool.reader = job->owner;
	job->spool.sleep = l->settings.sleep;
	job->spool.wake = l->settings.wake;
	l->settings.ready(job);
	while (spool_write(&job->spool, buf_str(&maker.body)) && more) {
		buf_reset(&maker.body);
		more = maker.more(&maker, maker.more_state);
		if (maker.body.full) {
			more = true;	/* torn, not whole */
			break;
		}
	}
	if (more)
		spool_break(&job->spool);
	else
		spool_end(&job->spool);
	response_release(&maker);
}

/* The maker's state belongs to this thread, so it ends in this thread. */
static void drop_maker(struct response *r)
{
	if (r->more_drop)
		r->more_drop(r->more_state);
	r->more = NULL;
	r->more_drop = NULL;
}

static void heavy_one(struct lane_thread *t, struct lane_job *job)
{
	struct lanes *l = t->lanes;
	struct response *r = &job->response;
	enum err e;

	l->app.answer(t->worker, &job->request, r);
	if (!r->more) {
		l->settings.ready(job);
	} else if (job->request.method == METHOD_HEAD) {
		job->streamed = true;
		drop_maker(r);
		l->settings.ready(job);
	} else if (!r->more(r, r->more_state)) {
		drop_maker(r);
		l->settings.ready(job);
	} else {
		e = spool_open(&job->spool, l->server.spool);
		if (e == ERR_OK) {
			stream_rest(l, job);
		} else {
			start_again(job, err_row(e)->status);
			job->refused = true;
			l->settings.ready(job);
		}
	}
	lane_job_drop(job);
}

static void *run(void *arg)
{
	struct lane_thread *t = arg;
	struct queue *q = queue_of(t->lanes, t->lane);
	unsigned max = t->lane == LANE_WRITE ? t->lanes->server.batch_max : 1;
	struct lane_job *list;

	while ((list = queue_take(q, max))) {
		if (t->lane == LANE_WRITE)
			write_batch(t, list);
		else
			heavy_one(t, list);
	}
	return NULL;
}

/* The first thread is the writer; there is never a second one. */
static enum err open_threads(struct lanes *l, struct arena *mem)
{
	unsigned n = 1 + l->server.heavy_threads;

	l->threads = arena_array(mem, n, sizeof(*l->threads));
	for (unsigned i = 0; i < n; i++) {
		struct lane_thread *t = &l->threads[i];

		t->lanes = l;
		t->lane = i == 0 ? LANE_WRITE : LANE_HEAVY;
		t->worker = l->app.worker_open(l->app.app, t->lane);
		if (!t->worker)
			return ERR_AWAY;
		l->threads_n++;
	}
	for (unsigned i = 0; i < n; i++) {
		struct lane_thread *t = &l->threads[i];

		if (pthread_create(&t->thread, NULL, run, t) != 0)
			return ERR_SYSTEM;
		t->running = true;
	}
	return ERR_OK;
}

enum err lanes_start(struct lanes **out, struct arena *mem,
		     const struct lanes_settings *settings)
{
	struct lanes *l = arena_alloc(mem, sizeof(*l));
	enum err e;

	l->settings = *settings;
	l->server = *settings->server;
	l->app = *settings->app;
	queue_init(&l->queues[0]);
	queue_init(&l->queues[1]);
	e = open_threads(l, mem);
	if (e)
		lanes_stop(l);
	else
		*out = l;
	return e;
}

void lanes_stop(struct lanes *l)
{
	queue_close(&l->queues[0]);
	queue_close(&l->queues[1]);
	for (unsigned i = 0; i < l->threads_n; i++) {
		if (l->threads[i].running)
			pthread_join(l->threads[i].thread, NULL);
		l->app.worker_close(l->threads[i].worker);
	}
}
