/*
 * server.c - the door to GNU libmicrohttpd
 *
 * The library calls on_request twice or more for a request: once when the
 * head is read, for each piece of the body, and once at the end; an answer
 * given at the first call closes the connection. So refusals of requests
 * with a body are given at once, everything else at the last call.
 */

#include "http/server.h"

#include <microhttpd.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/os.h"
#include "http/guard.h"
#include "http/lanes.h"
#include "http/listener.h"
#include "http/prepared.h"
#include "http/watchdog.h"

enum {
	READ_CEILING = 128 * 1024 * 1024,	/* the arena of one answer */
	SERVER_CEILING = 64 * 1024 * 1024,
	/* The head of a request, its list, and the head of the reply. */
	CONNECTION_MEMORY = 16 * 1024,
	BODIES_MAX = 256 * 1024 * 1024,		/* of all requests together */
	BODY_FIRST = 64 * 1024,
	SLOWEST = 5 * 1024,			/* bytes a second we wait for */
	BLOCK = 32 * 1024,
	PEM_MAX = 256 * 1024,
	STOP_SECONDS = 5
};

enum stage {
	STAGE_HEAD,		/* nothing has been decided */
	STAGE_PLAIN,		/* no body: answered at the next call */
	STAGE_BODY,
	STAGE_QUEUED,
	STAGE_READY,		/* a lane has made the answer */
	STAGE_REPLY
};

/* One connection; requests come one after another. */
struct peer {
	struct peer *next_free;
	struct server *server;
	struct MHD_Connection *mhd;
	struct watch *watch;
	struct buf target;		/* as sent: the library takes it apart */
	const char *target_sent;
	struct lane_job *job;
	uint64_t body_claim;		/* of BODIES_MAX */
	enum stage stage;
};

/* What each event thread has of its own. */
struct reader {
	void *worker;
	struct arena mem;
	struct prepared_list prepared;
};

struct server {
	struct arena mem;
	struct server_settings settings;
	struct server_app app;
	struct guard_place place;
	struct MHD_Daemon *daemon;
	struct watchdog *watchdog;
	struct lanes *lanes;
	int listening;
	struct reader *readers;
	unsigned readers_n;
	atomic_uint readers_claimed;
	pthread_key_t reader_key;
	pthread_mutex_t lock;		/* of peers_free */
	struct peer *peers_free;
	atomic_uint_fast64_t bodies;
	atomic_uint running;		/* requests begun and not ended */
	atomic_bool stopping;
};

/* ---- answers */

static bool add_header(struct MHD_Response *m, const char *name,
		       struct str value)
{
	char text[2048];

	if (str_empty(value))
		return true;
	if (value.n >= sizeof(text))
		return false;
	memcpy(text, value.p, value.n);
	text[value.n] = '\0';
	return MHD_add_response_header(m, name, text) == MHD_YES;
}

static bool add_headers(struct MHD_Response *m, const struct response *r)
{
	for (size_t i = 0; i < RESPONSE_ALWAYS_N; i++)
		if (MHD_add_response_header(m, response_always[i].name,
					    response_always[i].value) !=
		    MHD_YES)
			return false;
	if (r->type && MHD_add_response_header(m, "Content-Type", r->type) !=
	    MHD_YES)
		return false;
	for (size_t i = 0; i < r->headers_n; i++)
		if (!add_header(m, r->headers[i].name.p, r->headers[i].value))
			return false;
	return true;
}

static void spool_sleep(void *arg)
{
	struct peer *p = arg;

	MHD_suspend_connection(p->mhd);
	watchdog_rest(p->watch);
}

static void spool_wake(void *arg)
{
	struct peer *p = arg;

	MHD_resume_connection(p->mhd);
}

static ssize_t on_spool_read(void *cls, uint64_t from, char *to, size_t max)
{
	struct lane_job *job = cls;
	struct peer *p = job->owner;
	struct server *s = p->server;
	ssize_t n = spool_read(&job->spool, from, to, max);

	if (n == SPOOL_END)
		return MHD_CONTENT_READER_END_OF_STREAM;
	if (n == SPOOL_BROKEN)
		return MHD_CONTENT_READER_END_WITH_ERROR;
	if (n > 0)
		watchdog_set(s->watchdog, p->watch, s->settings.reply_seconds +
			     (uint64_t)n / SLOWEST);
	return n;
}

static void on_spool_done(void *cls)
{
	struct lane_job *job = cls;

	if (job->spool.fd >= 0)
		spool_leave(&job->spool);
	lane_job_drop(job);
}

/* The library takes a plain pointer also where it only reads. */
static void *plain(const char *bytes)
{
	return (void *)(uintptr_t)bytes;
}

/* Takes the bytes out of r, whichever way they are kept. */
static struct MHD_Response *take_bytes(struct peer *p, struct response *r)
{
	struct MHD_Response *m;
	size_t n;
	char *bytes;

	if (p->job && p->job->streamed) {
		m = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, BLOCK,
						      on_spool_read, p->job,
						      on_spool_done);
		if (!m)
			return NULL;
		lane_job_hold(p->job);
		/* Else the library ends the body that HEAD does not have. */
		if (p->job->request.method == METHOD_HEAD)
			MHD_set_response_options(
				m, MHD_RF_HTTP_1_0_COMPATIBLE_STRICT,
				MHD_RO_END);
		return m;
	}
	if (r->kept_drop) {
		m = MHD_create_response_from_buffer_with_free_callback_cls(
			r->fixed.n, plain(r->fixed.p), r->kept_drop, r->kept);
		if (m)
			r->kept_drop = NULL;
		return m;
	}
	if (!str_empty(r->fixed) || r->body.n == 0)
		return MHD_create_response_from_buffer(
			r->fixed.n, plain(r->fixed.p), MHD_RESPMEM_PERSISTENT);
	bytes = buf_take(&r->body, &n);
	return MHD_create_response_from_buffer(n, bytes,
					       MHD_RESPMEM_MUST_FREE);
}

static struct reader *reader_of(struct server *s)
{
	struct reader *reader = pthread_getspecific(s->reader_key);

	if (!reader) {
		unsigned i = atomic_fetch_add(&s->readers_claimed, 1);

		if (i >= s->readers_n)
			BUG("more event threads than readers");
		reader = &s->readers[i];
		if (pthread_setspecific(s->reader_key, reader) != 0)
			BUG("no place for the reader of a thread");
	}
	return reader;
}

static struct MHD_Response *make_response(struct peer *p, struct response *r)
{
	struct MHD_Response *m = take_bytes(p, r);

	if (m && !add_headers(m, r)) {
		log_event("http.header", "status=%d", r->status);
		MHD_destroy_response(m);
		return NULL;
	}
	return m;
}

static void drop_response(void *made)
{
	MHD_destroy_response(made);
}

/* Answers of fixed bytes are made once for each event thread. */
static enum MHD_Result send_prepared(struct peer *p, struct response *r,
				     const struct prepared_key *key)
{
	struct prepared_list *l = &reader_of(p->server)->prepared;
	struct MHD_Response *m = prepared_find(l, key);

	if (!m) {
		m = make_response(p, r);
		if (!m)
			return MHD_NO;
		prepared_keep(l, key, m);
	}
	return MHD_queue_response(p->mhd, (unsigned)r->status, m);
}

static enum MHD_Result send_response(struct peer *p, struct response *r)
{
	struct server *s = p->server;
	bool stopping = atomic_load_explicit(&s->stopping,
					     memory_order_relaxed);
	size_t n = r->fixed.n ? r->fixed.n : r->body.n;
	struct prepared_key key;
	struct MHD_Response *m;
	enum MHD_Result result;

	p->stage = STAGE_REPLY;
	watchdog_set(s->watchdog, p->watch,
		     s->settings.reply_seconds + n / SLOWEST);
	if (!stopping && prepared_key(&key, r))
		return send_prepared(p, r, &key);
	m = make_response(p, r);
	if (!m)
		return MHD_NO;
	if (stopping)
		MHD_add_response_header(m, "Connection", "close");
	result = MHD_queue_response(p->mhd, (unsigned)r->status, m);
	MHD_destroy_response(m);
	return result;
}

/* The answer to what no page was asked for. */
static enum MHD_Result refuse(struct peer *p, struct request *request,
			      int status)
{
	struct server *s = p->server;
	struct response r;
	enum MHD_Result result;

	response_init(&r);
	r.status = status;
	if (s->app.refuse)
		s->app.refuse(s->app.app, request, &r);
	r.status = status;
	if (r.body.n == 0 && str_empty(r.fixed)) {
		r.type = "text/plain; charset=utf-8";
		buf_addf(&r.body, "%d %s\n", status,
			 MHD_get_reason_phrase_for((unsigned)status));
	}
	if (status == 503)
		response_header(&r, "Retry-After", STR("2"));
	else if (status != 403)
		response_header(&r, "Connection", STR("close"));
	result = send_response(p, &r);
	response_release(&r);
	return result;
}

/* Sends what `answer` made; a torn page is worse than none. */
static enum MHD_Result finish(struct peer *p, struct request *request,
			      struct response *r)
{
	if (r->body.full || r->status < 200 || r->status > 599) {
		log_event("http.answer", "status=%d full=%d", r->status,
			  (int)r->body.full);
		return refuse(p, request, 500);
	}
	return send_response(p, r);
}

/* ---- requests */

static enum MHD_Result on_header(void *cls, enum MHD_ValueKind kind,
				 const char *name, size_t name_n,
				 const char *value, size_t value_n)
{
	struct guard *guard = cls;

	(void)kind;
	guard_header(guard, (struct str){ name, name_n },
		     value ? (struct str){ value, value_n } : STR(""));
	/*
	 * The library glues a folded line (RFC 9112, 5.2) to the name, which
	 * it moves away for that; otherwise the value stands behind it.
	 */
	if (value && (uintptr_t)value < (uintptr_t)name)
		guard->malformed = true;
	return MHD_YES;
}

/*
 * The library ends the target at a U+0000; then the version, which stands
 * one space behind the target, is not where it must be.
 */
static bool is_cut(const struct peer *p, const char *version)
{
	uintptr_t end = (uintptr_t)p->target_sent + p->target.n;

	return (uintptr_t)version != end + 1;
}

/* Reads and judges the head: 200, or the status to refuse with. */
static int read_head(struct peer *p, struct request *r, struct guard *guard,
		     const char *method, const char *version)
{
	struct str authority = STR("");
	int list_n = MHD_get_connection_values_n(p->mhd, MHD_HEADER_KIND,
						 NULL, NULL);
	enum err e = ERR_REQUEST;
	int status;

	if (list_n > REQUEST_HEADERS_MAX)
		list_n = REQUEST_HEADERS_MAX;
	request_method(r, str_of(method));
	r->path = r->query_raw = STR("");
	r->headers.list = arena_array(r->mem, (size_t)list_n + 1,
				      sizeof(*r->headers.list));
	guard_init(guard, r->headers.list);
	MHD_get_connection_values_n(p->mhd, MHD_HEADER_KIND, on_header,
				    guard);
	r->headers.n = (size_t)list_n;
	if (!is_cut(p, version))
		e = request_target(r, buf_str(&p->target), &authority);
	status = guard_verdict(guard, r->method, authority, &p->server->place);
	if (status == 200 && e)
		status = err_row(e)->status;
	return status;
}

static bool has_body(struct MHD_Connection *m)
{
	return MHD_lookup_connection_value(m, MHD_HEADER_KIND,
					   "Content-Length") ||
	       MHD_lookup_connection_value(m, MHD_HEADER_KIND,
					   "Transfer-Encoding");
}

static enum MHD_Result enqueue(struct peer *p, enum lane lane,
			       struct lane_job *job)
{
	struct server *s = p->server;

	if (!lanes_reserve(s->lanes, lane))
		return refuse(p, &job->request, 503);
	job->owner = p;
	p->stage = STAGE_QUEUED;
	watchdog_rest(p->watch);
	MHD_suspend_connection(p->mhd);
	lanes_push(s->lanes, lane, job);
	return MHD_YES;
}

/* In a lane: the event thread takes over again. */
static void on_ready(struct lane_job *job)
{
	struct peer *p = job->owner;

	p->stage = STAGE_READY;
	MHD_resume_connection(p->mhd);
}

static enum MHD_Result answer_here(struct peer *p, struct request *request)
{
	struct server *s = p->server;
	struct response r;
	enum MHD_Result result;

	response_init(&r);
	s->app.answer(reader_of(s)->worker, request, &r);
	if (r.more)
		BUG("a long answer in an event thread");
	result = finish(p, request, &r);
	response_release(&r);
	return result;
}

/* No body: the usual way of a page. */
static enum MHD_Result answer_plain(struct peer *p, const char *method,
				    const char *version)
{
	struct server *s = p->server;
	struct reader *reader = reader_of(s);
	struct request r = { .mem = &reader->mem };
	enum MHD_Result result;
	struct guard guard;
	enum lane lane;
	int status;

	status = read_head(p, &r, &guard, method, version);
	if (status != 200) {
		result = refuse(p, &r, status);
	} else if ((lane = s->app.lane_of(s->app.app, r.method, r.path)) ==
		   LANE_READ) {
		result = answer_here(p, &r);
	} else {
		p->job = lane_job_new();
		/* Once more, into memory that goes with the job. */
		read_head(p, &p->job->request, &guard, method, version);
		result = enqueue(p, lane, p->job);
	}
	arena_reset(&reader->mem);
	return result;
}

/* The head of a request with a body: it is refused before it is sent. */
static enum MHD_Result begin_body(struct peer *p, const char *method,
				  const char *version)
{
	struct server *s = p->server;
	struct guard guard;
	int status;

	p->job = lane_job_new();
	status = read_head(p, &p->job->request, &guard, method, version);
	if (status != 200)
		return refuse(p, &p->job->request, status);
	p->body_claim = guard.length;
	if (atomic_fetch_add(&s->bodies, p->body_claim) + p->body_claim >
	    BODIES_MAX)
		return refuse(p, &p->job->request, 503);
	buf_init_limit(&p->job->body, guard.length);
	buf_reserve(&p->job->body, guard.length < BODY_FIRST ? guard.length :
		    BODY_FIRST);
	p->stage = STAGE_BODY;
	watchdog_set(s->watchdog, p->watch, s->settings.body_seconds +
		     guard.length / SLOWEST);
	return MHD_YES;
}

static enum MHD_Result end_body(struct peer *p)
{
	struct server *s = p->server;
	struct request *r = &p->job->request;
	enum lane lane;
	enum err e;

	e = request_body(r, request_header(r, "Content-Type"),
			 buf_str(&p->job->body));
	if (e)
		return refuse(p, r, err_row(e)->status);
	lane = s->app.lane_of(s->app.app, r->method, r->path);
	if (lane == LANE_READ)
		return answer_here(p, r);
	return enqueue(p, lane, p->job);
}

/* The signature is the library's. */
static enum MHD_Result on_request(void *cls, struct MHD_Connection *mhd,
				  const char *url, const char *method,
				  const char *version, const char *data,
				  size_t *data_n, void **state)
{
	struct peer *p = *state;

	(void)cls;
	(void)mhd;
	(void)url;
	if (!p)
		return MHD_NO;
	switch (p->stage) {
	case STAGE_HEAD:
		if (has_body(p->mhd))
			return begin_body(p, method, version);
		p->stage = STAGE_PLAIN;
		return MHD_YES;
	case STAGE_PLAIN:
		return answer_plain(p, method, version);
	case STAGE_BODY:
		if (*data_n == 0)
			return end_body(p);
		buf_add(&p->job->body, (struct str){ data, *data_n });
		*data_n = 0;
		return MHD_YES;
	case STAGE_READY:
		if (p->job->refused)
			return refuse(p, &p->job->request,
				      p->job->response.status);
		return finish(p, &p->job->request, &p->job->response);
	case STAGE_REPLY:	/* the library ends and sends no more */
		return MHD_NO;
	case STAGE_QUEUED:
	default:
		BUG("a request is asked for while it waits");
	}
}

/* ---- connections */

/* The only moment at which the target is whole. */
static void *on_target(void *cls, const char *target,
		       struct MHD_Connection *mhd)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(
		mhd, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	struct peer *p = info ? info->socket_context : NULL;

	(void)cls;
	if (!p)
		return NULL;
	p->stage = STAGE_HEAD;
	watchdog_set(p->server->watchdog, p->watch,
		     p->server->settings.head_seconds);
	p->target_sent = target;
	buf_reset(&p->target);
	buf_add(&p->target, str_of(target));
	atomic_fetch_add_explicit(&p->server->running, 1,
				  memory_order_relaxed);
	return p;
}

static void on_completed(void *cls, struct MHD_Connection *mhd, void **state,
			 enum MHD_RequestTerminationCode how)
{
	struct peer *p = *state;
	struct server *s = cls;

	(void)mhd;
	(void)how;
	if (!p)
		return;
	*state = NULL;
	if (p->job)
		lane_job_drop(p->job);
	p->job = NULL;
	if (p->body_claim)
		atomic_fetch_sub(&s->bodies, p->body_claim);
	p->body_claim = 0;
	watchdog_set(s->watchdog, p->watch, s->settings.idle_seconds);
	atomic_fetch_sub_explicit(&s->running, 1, memory_order_relaxed);
}

static struct peer *peer_open(struct server *s, struct MHD_Connection *mhd)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(
		mhd, MHD_CONNECTION_INFO_CONNECTION_FD);
	struct peer *p;

	pthread_mutex_lock(&s->lock);
	p = s->peers_free;
	if (p)
		s->peers_free = p->next_free;
	pthread_mutex_unlock(&s->lock);
	if (!p)
		return NULL;
	*p = (struct peer){ .server = s, .mhd = mhd };
	buf_init_limit(&p->target, CONNECTION_MEMORY);
	p->watch = info ? watchdog_add(s->watchdog, info->connect_fd) : NULL;
	if (!p->watch)
		BUG("a connection above the limit");
	watchdog_set(s->watchdog, p->watch, s->settings.head_seconds);
	return p;
}

static void peer_close(struct server *s, struct peer *p)
{
	watchdog_remove(s->watchdog, p->watch);
	buf_release(&p->target);
	pthread_mutex_lock(&s->lock);
	p->next_free = s->peers_free;
	s->peers_free = p;
	pthread_mutex_unlock(&s->lock);
}

static void on_connection(void *cls, struct MHD_Connection *mhd,
			  void **context, enum MHD_ConnectionNotificationCode what)
{
	struct server *s = cls;

	if (what == MHD_CONNECTION_NOTIFY_STARTED) {
		*context = peer_open(s, mhd);
	} else if (*context) {
		peer_close(s, *context);
		*context = NULL;
	}
}

/* We decode addresses ourselves, strictly. */
static size_t keep_escapes(void *cls, struct MHD_Connection *mhd, char *text)
{
	(void)cls;
	(void)mhd;
	return strlen(text);
}

/* ---- start and stop */

static enum err open_readers(struct server *s)
{
	unsigned n = s->settings.read_threads;

	s->readers = arena_array(&s->mem, n, sizeof(*s->readers));
	for (unsigned i = 0; i < n; i++) {
		s->readers[i].worker = s->app.worker_open(s->app.app,
							  LANE_READ);
		if (!s->readers[i].worker)
			return ERR_AWAY;
		arena_init(&s->readers[i].mem, READ_CEILING);
		s->readers[i].prepared.drop = drop_response;
		s->readers_n++;
	}
	return ERR_OK;
}

static void open_peers(struct server *s)
{
	unsigned n = s->settings.connections_max;
	struct peer *list = arena_array(&s->mem, n, sizeof(*list));

	for (unsigned i = 0; i < n; i++) {
		list[i].next_free = s->peers_free;
		s->peers_free = &list[i];
	}
}

static enum err open_daemon(struct server *s)
{
	const struct server_settings *set = &s->settings;
	struct MHD_OptionItem options[4];
	unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_TURBO |
			 MHD_ALLOW_SUSPEND_RESUME, n = 0;
	struct str pem;

	if (set->read_threads > 1)
		options[n++] = (struct MHD_OptionItem){
			MHD_OPTION_THREAD_POOL_SIZE, set->read_threads, NULL };
	if (s->place.tls) {
		const char *files[] = { set->tls_cert, set->tls_key };

		flags |= MHD_USE_TLS;
		for (unsigned i = 0; i < 2; i++) {
			enum err e = os_read_file(&s->mem, files[i], PEM_MAX,
						  &pem);

			if (e)
				return e;
			options[n++] = (struct MHD_OptionItem){
				i ? MHD_OPTION_HTTPS_MEM_KEY :
				MHD_OPTION_HTTPS_MEM_CERT, 0,
				plain(arena_cstr(&s->mem, pem)) };
		}
	}
	options[n] = (struct MHD_OptionItem){ MHD_OPTION_END, 0, NULL };
	s->daemon = MHD_start_daemon(
		flags, 0, NULL, NULL, on_request, s,
		MHD_OPTION_LISTEN_SOCKET, s->listening,
		MHD_OPTION_STRICT_FOR_CLIENT, 1,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY,
		MHD_OPTION_CONNECTION_LIMIT, set->connections_max,
		MHD_OPTION_CONNECTION_TIMEOUT, 0u,
		MHD_OPTION_NOTIFY_CONNECTION, on_connection, s,
		MHD_OPTION_NOTIFY_COMPLETED, on_completed, s,
		MHD_OPTION_URI_LOG_CALLBACK, on_target, s,
		MHD_OPTION_UNESCAPE_CALLBACK, keep_escapes, s,
		MHD_OPTION_ARRAY, options,
		MHD_OPTION_END);
	return s->daemon ? ERR_OK : ERR_SYSTEM;
}

static enum err open_all(struct server *s)
{
	struct lanes_settings lanes = {
		&s->settings, &s->app, on_ready, spool_sleep, spool_wake
	};
	enum err e = listener_open(&s->listening, s->settings.address,
				   s->settings.port, &s->place.port);

	if (!e)
		e = watchdog_start(&s->watchdog, &s->mem,
				   s->settings.connections_max);
	if (!e)
		e = lanes_start(&s->lanes, &s->mem, &lanes);
	if (!e)
		e = open_readers(s);
	open_peers(s);
	return e ? e : open_daemon(s);
}

enum err server_start(struct server **out, const struct server_settings *set,
		      const struct server_app *app)
{
	struct arena mem;
	struct server *s;
	sigset_t all, before;
	enum err e;

	arena_init(&mem, SERVER_CEILING);
	s = arena_alloc(&mem, sizeof(*s));
	s->mem = mem;
	s->settings = *set;
	s->app = *app;
	s->listening = -1;
	s->place = (struct guard_place){ .tls = set->tls_cert && set->tls_key,
		.public_name = str_of(set->public_name) };
	pthread_mutex_init(&s->lock, NULL);
	if (pthread_key_create(&s->reader_key, NULL) != 0)
		BUG("no thread key");
	/* Signals belong to the thread that called us. */
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	e = open_all(s);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (e)
		server_stop(s);
	else
		*out = s;
	return e;
}

uint16_t server_port(const struct server *s)
{
	return s->place.port;
}

/* Answers that are made are sent, unless their readers are too slow. */
static void wait_for_replies(struct server *s)
{
	int64_t until = os_ticks_ms() + STOP_SECONDS * 1000;

	while (atomic_load(&s->running) && os_ticks_ms() < until)
		usleep(5000);
}

void server_stop(struct server *s)
{
	struct arena mem;

	atomic_store(&s->stopping, true);
	if (s->daemon)
		MHD_quiesce_daemon(s->daemon);
	if (s->listening >= 0)
		close(s->listening);
	/* The library demands that nothing is suspended when it stops. */
	if (s->lanes)
		lanes_stop(s->lanes);
	if (s->daemon) {
		wait_for_replies(s);
		MHD_stop_daemon(s->daemon);
	}
	if (s->watchdog)
		watchdog_stop(s->watchdog);
	for (unsigned i = 0; i < s->readers_n; i++) {
		prepared_release(&s->readers[i].prepared);
		s->app.worker_close(s->readers[i].worker);
		arena_release(&s->readers[i].mem);
	}
	pthread_key_delete(s->reader_key);
	pthread_mutex_destroy(&s->lock);
	mem = s->mem;
	arena_release(&mem);
}
