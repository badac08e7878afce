/* floors: http base */
#include "check.h"

#include <arpa/inet.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "http/server.h"

/*
 * A small program behind a real server on loopback. Its pages wait for
 * semaphores instead of time, so that nothing here depends on speed.
 */
enum { PIECE = 64 * 1024, PIECES = 64 };

static struct {
	struct server_settings settings;
	struct server *server;
	atomic_int opened, closed;
	atomic_int asked;		/* calls of lane_of for /write */
	atomic_int stored, answered;	/* after and before a commit */
	atomic_int batches, largest;
	atomic_bool fail;
	atomic_int kept_drops, more_drops;
	sem_t entered, leave;
} t;

struct worker {
	int batch;
};

static void *worker_open(void *app, enum lane lane)
{
	(void)app;
	(void)lane;
	atomic_fetch_add(&t.opened, 1);
	return calloc(1, sizeof(struct worker));
}

static void worker_close(void *worker)
{
	atomic_fetch_add(&t.closed, 1);
	free(worker);
}

static enum lane lane_of(void *app, enum method m, struct str path)
{
	(void)app;
	(void)m;
	if (str_starts(path, STR("/write"))) {
		atomic_fetch_add(&t.asked, 1);
		return LANE_WRITE;
	}
	return str_starts(path, STR("/heavy")) ? LANE_HEAVY : LANE_READ;
}

static void drop_kept(void *kept)
{
	atomic_fetch_add((atomic_int *)kept, 1);
}

static void drop_more(void *state)
{
	(void)state;
	atomic_fetch_add(&t.more_drops, 1);
}

/* Each piece is one letter, so that a lost or doubled one is seen. */
static bool more(struct response *r, void *state)
{
	int *at = state;

	for (int i = 0; i < PIECE; i++)
		buf_add_char(&r->body, (char)('a' + *at % 26));
	(*at)++;
	return *at < PIECES;
}

static void echo(struct request *q, struct response *r)
{
	const struct upload *u = request_upload(q, "file");

	buf_addf(&r->body, "%.*s path=%.*s q=%.*s name=%.*s",
		 STR_ARG(q->method_name), STR_ARG(q->path),
		 STR_ARG(request_query(q, "q")),
		 STR_ARG(request_form(q, "name")));
	if (u)
		buf_addf(&r->body, " file=%.*s:%zu", STR_ARG(u->filename),
			 u->bytes.n);
}

static void answer(void *worker, struct request *q, struct response *r)
{
	struct worker *w = worker;

	r->type = "text/plain";
	if (str_starts(q->path, STR("/write"))) {
		w->batch++;
		if (str_is(q->path, "/write/wait")) {
			sem_post(&t.entered);
			sem_wait(&t.leave);
		}
		atomic_fetch_add(&t.answered, 1);
		buf_add(&r->body, STR("stored"));
	} else if (str_is(q->path, "/heavy/wait")) {
		sem_post(&t.entered);
		sem_wait(&t.leave);
		echo(q, r);
	} else if (str_is(q->path, "/heavy/export")) {
		r->more = more;
		r->more_state = arena_alloc(q->mem, sizeof(int));
		r->more_drop = drop_more;
	} else if (str_is(q->path, "/kept")) {
		r->fixed = STR("kept page");
		r->kept_drop = drop_kept;
		r->kept = &t.kept_drops;
	} else if (str_is(q->path, "/fixed")) {
		struct str cookie = request_query(q, "cookie");

		r->fixed = STR("fixed bytes");
		response_header(r, "Cache-Control", STR("max-age=1"));
		if (!str_empty(cookie))
			response_header(r, "Set-Cookie", cookie);
	} else if (str_is(q->path, "/torn")) {
		buf_init_limit(&r->body, 4);
		buf_add(&r->body, STR("too long"));
	} else if (str_is(q->path, "/away")) {
		response_redirect(r, STR("/ar"));
	} else {
		echo(q, r);
	}
}

static void batch_begin(void *worker)
{
	((struct worker *)worker)->batch = 0;
	atomic_store(&t.answered, 0);
}

static bool batch_end(void *worker)
{
	struct worker *w = worker;

	atomic_fetch_add(&t.batches, 1);
	if (w->batch > atomic_load(&t.largest))
		atomic_store(&t.largest, w->batch);
	if (atomic_exchange(&t.fail, false))
		return false;
	atomic_fetch_add(&t.stored, atomic_load(&t.answered));
	return true;
}

static void batch_failed(void *worker, struct request *q, struct response *r)
{
	(void)worker;
	(void)q;
	r->status = 507;
	buf_add(&r->body, STR("nothing stored"));
}

static void refuse(void *app, struct request *q, struct response *r)
{
	(void)app;
	buf_addf(&r->body, "refused %d %.*s", r->status, STR_ARG(q->path));
}

static const struct server_app app = {
	NULL, worker_open, worker_close, lane_of, answer, batch_begin,
	batch_end, batch_failed, refuse
};

static int setup(void **state)
{
	(void)state;
	memset(&t, 0, sizeof(t));
	sem_init(&t.entered, 0, 0);
	sem_init(&t.leave, 0, 0);
	server_settings_default(&t.settings);
	return 0;
}

static void start(void)
{
	assert_int_equal(server_start(&t.server, &t.settings, &app), ERR_OK);
}

static int teardown(void **state)
{
	(void)state;
	if (t.server)
		server_stop(t.server);
	sem_destroy(&t.entered);
	sem_destroy(&t.leave);
	return atomic_load(&t.opened) == atomic_load(&t.closed) &&
	       arena_live() == 0 ? 0 : 1;
}

/* ---- a client */

static int dial(void)
{
	struct sockaddr_in to = { .sin_family = AF_INET };
	struct timeval limit = { 30, 0 };
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	to.sin_port = htons(server_port(t.server));
	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
	assert_int_equal(connect(fd, (struct sockaddr *)&to, sizeof(to)), 0);
	return fd;
}

static void say(int fd, struct str text)
{
	while (text.n) {
		ssize_t n = send(fd, text.p, text.n, MSG_NOSIGNAL);

		if (n <= 0)
			return;		/* the server may hang up early */
		text = str_cut(text, (size_t)n, text.n);
	}
}

static struct buf reply;
static struct buf request;

/* A request whose "HOST" becomes our address. */
static struct str with_host(struct str text)
{
	buf_reset(&request);
	for (;;) {
		size_t at = str_find(text, STR("HOST"));

		buf_add(&request, str_cut(text, 0, at));
		if (at == text.n)
			return buf_str(&request);
		buf_addf(&request, "localhost:%d", server_port(t.server));
		text = str_cut(text, at + 4, text.n);
	}
}

/* Everything until the server hangs up; false when it does not. */
static bool hear(int fd)
{
	char piece[4096];
	ssize_t n;

	buf_reset(&reply);
	while ((n = recv(fd, piece, sizeof(piece), 0)) > 0)
		buf_add(&reply, (struct str){ piece, (size_t)n });
	return n == 0;
}

/* One exchange on its own connection; 0 when closed without a word. */
static int ask_bytes(struct str text)
{
	int fd = dial(), status = 0;

	say(fd, with_host(text));
	if (!hear(fd) && reply.n == 0)
		fail_msg("no end: %.*s", STR_ARG(text));
	close(fd);
	if (reply.n)
		assert_int_equal(sscanf(reply.data, "HTTP/1.1 %d ", &status),
				 1);
	return status;
}

static int ask(const char *method, const char *path, const char *heads,
	       const char *body)
{
	struct buf b;
	int status;

	buf_init(&b);
	buf_addf(&b, "%s %s HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n"
		 "%s", method, path, heads);
	if (*body)
		buf_addf(&b, "Content-Type: application/x-www-form-"
			 "urlencoded\r\nContent-Length: %zu\r\n",
			 strlen(body));
	buf_addf(&b, "\r\n%s", body);
	status = ask_bytes(buf_str(&b));
	buf_release(&b);
	return status;
}

static bool heard(const char *text)
{
	return str_find(buf_str(&reply), str_of(text)) != reply.n;
}

static struct str heard_body(void)
{
	size_t at = str_find(buf_str(&reply), STR("\r\n\r\n"));

	return str_cut(buf_str(&reply), at + 4, reply.n);
}

/* ---- tests */

static void test_pages(void **state)
{
	(void)state;
	start();
	assert_int_equal(ask("GET", "/a%20b?q=x+y&z", "", ""), 200);
	assert_str(heard_body(), "GET path=/a b q=x y name=");
	assert_true(heard("\r\nContent-Length: 25\r\n"));
	assert_true(heard("\r\nDate: "));
	assert_true(heard("\r\nContent-Type: text/plain\r\n"));
	assert_int_equal(ask("HEAD", "/x", "", ""), 200);
	assert_str(heard_body(), "");
	assert_true(heard("\r\nContent-Length: 21\r\n"));
	assert_int_equal(ask("GET", "/fixed", "", ""), 200);
	assert_str(heard_body(), "fixed bytes");
	assert_true(heard("\r\nCache-Control: max-age=1\r\n"));
	for (int i = 0; i < 3; i++) {
		assert_int_equal(ask("GET", "/kept", "", ""), 200);
		assert_str(heard_body(), "kept page");
	}
	assert_int_equal(ask("GET", "/away", "", ""), 303);
	assert_true(heard("\r\nLocation: /ar\r\n"));
	assert_int_equal(ask("GET", "/torn", "", ""), 500);
	assert_false(heard("too "));
	assert_int_equal(ask("DELETE", "/x", "", ""), 200);
	assert_true(heard("DELETE path=/x"));
	assert_int_equal(ask("POST", "/x?q=1", "", "name=a%26b"), 200);
	assert_str(heard_body(), "POST path=/x q=1 name=a&b");
	assert_int_equal(ask("POST", "/x", "", ""), 200);
	server_stop(t.server);
	t.server = NULL;
	assert_int_equal(atomic_load(&t.kept_drops), 3);
}

/* What is remembered of one answer never shows in another. */
static void test_prepared(void **state)
{
	(void)state;
	t.settings.read_threads = 1;
	start();
	for (int i = 0; i < 3; i++) {
		assert_int_equal(ask("GET", "/fixed?cookie=a", "", ""), 200);
		assert_true(heard("\r\nSet-Cookie: a\r\n"));
		assert_int_equal(ask("GET", "/fixed", "", ""), 200);
		assert_false(heard("Set-Cookie"));
		assert_str(heard_body(), "fixed bytes");
		assert_int_equal(ask("GET", "/kept", "", ""), 200);
		assert_str(heard_body(), "kept page");
		assert_int_equal(ask("HEAD", "/fixed?cookie=b", "", ""), 200);
		assert_true(heard("\r\nSet-Cookie: b\r\n"));
		assert_str(heard_body(), "");
	}
	/* The one that is remembered still holds its page. */
	assert_true(atomic_load(&t.kept_drops) >= 2);
	server_stop(t.server);
	t.server = NULL;
	assert_int_equal(atomic_load(&t.kept_drops), 3);
}

static void test_headers(void **state)
{
	static const char *const paths[] = { "/", "/%", "/write", "/kept" };

	(void)state;
	start();
	for (size_t i = 0; i < COUNT(paths); i++) {
		ask("GET", paths[i], "", "");
		assert_true(heard("\r\nContent-Security-Policy: default-src "
				  "'none'; "));
		assert_true(heard("\r\nX-Content-Type-Options: nosniff\r\n"));
		assert_true(heard("\r\nReferrer-Policy: same-origin\r\n"));
		assert_true(heard("\r\nX-Robots-Tag: noindex\r\n"));
		assert_true(heard("\r\nCross-Origin-Opener-Policy: same-"
				  "origin\r\n"));
	}
}

#define GET "GET / HTTP/1.1\r\n"
#define POST "POST / HTTP/1.1\r\nHost: HOST\r\n"

static void test_malformed(void **state)
{
	const struct str rows[] = {
		STR(GET "\r\n"),
		STR(GET "Host: HOST\r\nHost: HOST\r\n\r\n"),
		STR(GET "Host : HOST\r\n\r\n"),
		STR(GET "Host: HOST\r\nA : b\r\n\r\n"),
		STR(GET "Host: HOST\r\nA\r\n\r\n"),
		STR(GET "Host: HOST\r\nA\x01: b\r\n\r\n"),
		STR(GET "Host: HOST\r\nA: \x01\r\n\r\n"),
		STR(GET "Host: HOST\r\nA: b\rc\r\n\r\n"),
		STR(GET "Host: HOST\r\nA: b\r\n folded\r\n\r\n"),
		STR(GET "Host: HOST\r\nA: b\r\n\tfolded\r\nC: d\r\n\r\n"),
		STR(GET " Host: HOST\r\n\r\n"),
		STR(GET "Host: HOST\r\nTransfer-Encoding: identity\r\n\r\n"),
		STR(GET "Host: HOST\r\nContent-Length: 4\r\n\r\nbody"),
		STR(POST "Content-Length: 4\r\nContent-Length: 5\r\n\r\nbody!"),
		STR(POST "Content-Length: 4\r\nContent-Length: 4\r\n\r\nbody"),
		STR(POST "Content-Length: 4, 4\r\n\r\nbody"),
		STR(POST "Content-Length: +4\r\n\r\nbody"),
		STR(POST "Content-Length: -1\r\n\r\nbody"),
		STR(POST "Content-Length: 4x\r\n\r\nbody"),
		STR(POST "Content-Length : 4\r\n\r\nbody"),
		STR(POST "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n"
		    "\r\n0\r\n\r\n"),
		STR(POST "Transfer-Encoding: chunked\r\n"
		    "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
		STR("GET /a\0b HTTP/1.1\r\nHost: HOST\r\n\r\n"),
		STR("GET /%00 HTTP/1.1\r\nHost: HOST\r\n\r\n"),
		STR("GET /%zz HTTP/1.1\r\nHost: HOST\r\n\r\n"),
		STR("GET /%ff HTTP/1.1\r\nHost: HOST\r\n\r\n"),
		STR("GET /\xff HTTP/1.1\r\nHost: HOST\r\n\r\n"),
		STR("GET /?a=% HTTP/1.1\r\nHost: HOST\r\n\r\n"),
		STR("GET /?a=%00 HTTP/1.1\r\nHost: HOST\r\n\r\n"),
		STR("GET /?%C0%AF HTTP/1.1\r\nHost: HOST\r\n\r\n"),
		STR("GET / a HTTP/1.1\r\nHost: HOST\r\n\r\n"),
		STR("GET a HTTP/1.1\r\nHost: HOST\r\n\r\n"),
		STR("GET * HTTP/1.1\r\nHost: HOST\r\n\r\n"),
		STR("GET /#a HTTP/1.1\r\nHost: HOST\r\n\r\n"),
		STR("GET / http/1.1\r\nHost: HOST\r\n\r\n"),
		STR("GET / HTTP/1.1 x\r\nHost: HOST\r\n\r\n"),
		STR("GET\r\nHost: HOST\r\n\r\n"),
		STR("\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03\r\n\r\n"),
	};

	(void)state;
	start();
	for (size_t i = 0; i < COUNT(rows); i++) {
		int status = ask_bytes(rows[i]);

		if (status != 400 && status != 0)
			fail_msg("%zu: %d: %.*s", i, status,
				 STR_ARG(rows[i]));
	}
	assert_int_equal(ask("POST", "/", "", "a=%"), 400);
	assert_int_equal(ask("POST", "/", "", "a=%00"), 400);
	assert_int_equal(ask("POST", "/", "", "a=\xff"), 400);
	assert_int_equal(ask("GET", "/", "", ""), 200);
}

/* A smuggled request must not be answered behind a refused one. */
static void test_smuggling(void **state)
{
	(void)state;
	start();
	assert_int_equal(ask_bytes(STR(
		"GET /first HTTP/1.1\r\nHost: HOST\r\nContent-Length: 41\r\n"
		"\r\nGET /second HTTP/1.1\r\nHost: HOST\r\n\r\n")), 400);
	assert_false(heard("second"));
	assert_int_equal(ask_bytes(STR(
		"POST /first HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\n"
		"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
		"GET /second HTTP/1.1\r\nHost: HOST\r\n\r\n")), 400);
	assert_false(heard("second"));
}

static void test_refusals(void **state)
{
	(void)state;
	start();
	assert_int_equal(ask_bytes(STR(GET "Host: evil.example\r\n\r\n")),
			 421);
	assert_str(heard_body(), "refused 421 /");
	assert_int_equal(ask("POST", "/write",
			     "Origin: http://evil.example\r\n", "a=1"), 403);
	assert_int_equal(ask("POST", "/write",
			     "Sec-Fetch-Site: cross-site\r\n", "a=1"), 403);
	assert_int_equal(ask_bytes(STR(POST "Transfer-Encoding: chunked\r\n"
				       "\r\n1\r\na\r\n0\r\n\r\n")), 411);
	assert_int_equal(ask_bytes(STR(POST "Content-Length: 3000000\r\n"
				       "\r\n")), 413);
	assert_int_equal(ask_bytes(STR(POST "Content-Length: "
				       "18446744073709551616\r\n\r\n")), 413);
	assert_int_equal(ask_bytes(STR(POST "Content-Type: multipart/"
		"form-data; boundary=x\r\nContent-Length: 67108865\r\n"
		"Expect: 100-continue\r\n\r\n")), 413);
	assert_false(heard("100 Continue"));
	assert_int_equal(atomic_load(&t.asked), 0);
	assert_int_equal(ask("GET", "/", "A: 1\r\nA: 2\r\n", ""), 200);
	assert_int_equal(ask_bytes(STR("GET http://evil.example/ HTTP/1.1\r\n"
				       "Host: HOST\r\n\r\n")), 421);
	assert_int_equal(ask_bytes(STR("GET http://HOST/x HTTP/1.1\r\n"
				       "Host: HOST\r\nConnection: close\r\n"
				       "\r\n")), 200);
	assert_str(heard_body(), "GET path=/x q= name=");
}

static void test_long_head(void **state)
{
	struct buf b;

	(void)state;
	start();
	buf_init(&b);
	for (int i = 0; i < 98; i++)
		buf_addf(&b, "A: %d\r\n", i);
	assert_int_equal(ask("GET", "/", b.data, ""), 200);
	buf_add(&b, STR("A: 1\r\n"));
	assert_int_equal(ask("GET", "/", b.data, ""), 431);
	buf_reset(&b);
	buf_add(&b, STR("A: "));
	while (b.n < REQUEST_HEAD_MAX - 100)
		buf_add_char(&b, 'x');
	buf_add(&b, STR("\r\n"));
	assert_int_equal(ask("GET", "/", b.data, ""), 200);
	buf_reset(&b);
	buf_add(&b, STR("A: "));
	while (b.n < 4 * REQUEST_HEAD_MAX)
		buf_add_char(&b, 'x');
	buf_add(&b, STR("\r\n"));
	assert_int_equal(ask("GET", "/", b.data, ""), 431);
	buf_reset(&b);
	buf_add_char(&b, '/');
	while (b.n < 4 * REQUEST_HEAD_MAX)
		buf_add_char(&b, 'x');
	assert_int_equal(ask("GET", b.data, "", ""), 414);
	buf_release(&b);
}

static void test_upload(void **state)
{
	const size_t size = 3 * 1024 * 1024;
	struct str head = STR("--x\r\nContent-Disposition: form-data; "
			      "name=name\r\n\r\nn\r\n--x\r\n"
			      "Content-Disposition: form-data; name=file; "
			      "filename=a.bin\r\n\r\n");
	struct str tail = STR("\r\n--x--\r\n");
	struct buf b;

	(void)state;
	start();
	buf_init(&b);
	buf_addf(&b, "POST /up HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n"
		 "Content-Type: multipart/form-data; boundary=x\r\n"
		 "Content-Length: %zu\r\n\r\n", head.n + size + tail.n);
	buf_add(&b, head);
	for (size_t i = 0; i < size; i++)
		buf_add_char(&b, (char)(i % 251));
	buf_add(&b, tail);
	assert_int_equal(ask_bytes(buf_str(&b)), 200);
	assert_str(heard_body(), "POST path=/up q= name=n file=a.bin:3145728");
	buf_release(&b);
}

static void test_pipeline(void **state)
{
	size_t first, second, third;

	(void)state;
	start();
	assert_int_equal(ask_bytes(STR(
		"GET /one HTTP/1.1\r\nHost: HOST\r\n\r\n"
		"POST /write HTTP/1.1\r\nHost: HOST\r\nContent-Length: 0\r\n"
		"\r\nGET /heavy/three HTTP/1.1\r\nHost: HOST\r\n\r\n"
		"GET /four HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n"
		"\r\nGET /never HTTP/1.1\r\nHost: HOST\r\n\r\n")), 200);
	first = str_find(buf_str(&reply), STR("path=/one"));
	second = str_find(buf_str(&reply), STR("\r\n\r\nstored"));
	third = str_find(buf_str(&reply), STR("path=/heavy/three"));
	assert_true(first < second && second < third && third < reply.n);
	assert_true(heard("path=/four"));
	assert_false(heard("never"));
}

static void test_many_at_once(void **state)
{
	int fds[100];

	(void)state;
	start();
	for (size_t i = 0; i < COUNT(fds); i++)
		fds[i] = dial();
	for (size_t i = 0; i < COUNT(fds); i++)
		say(fds[i], with_host(STR("GET /x HTTP/1.1\r\nHost: HOST\r\n"
					  "Connection: close\r\n\r\n")));
	for (size_t i = 0; i < COUNT(fds); i++) {
		assert_true(hear(fds[i]));
		assert_true(heard("path=/x"));
		close(fds[i]);
	}
}

static void test_slow(void **state)
{
	int head, body, idle;

	(void)state;
	t.settings.head_seconds = 1;
	t.settings.body_seconds = 1;
	t.settings.idle_seconds = 1;
	start();
	head = dial();
	body = dial();
	idle = dial();
	say(head, STR("GET / HTTP/1.1\r\nHost:"));
	say(body, with_host(STR(POST "Content-Length: 10\r\n\r\na=1")));
	say(idle, with_host(STR("GET /x HTTP/1.1\r\nHost: HOST\r\n\r\nGET")));
	assert_true(hear(head));
	assert_int_equal(reply.n, 0);
	assert_true(hear(body));
	assert_false(heard("200"));
	assert_true(hear(idle));
	assert_true(heard("path=/x"));
	close(head);
	close(body);
	close(idle);
	assert_int_equal(ask("GET", "/", "", ""), 200);
}

static void test_batches(void **state)
{
	int fds[8];

	(void)state;
	start();
	fds[0] = dial();
	say(fds[0], with_host(STR("POST /write/wait HTTP/1.1\r\nHost: HOST\r\n"
				  "Connection: close\r\n\r\n")));
	sem_wait(&t.entered);
	for (size_t i = 1; i < COUNT(fds); i++) {
		fds[i] = dial();
		say(fds[i], with_host(STR("POST /write HTTP/1.1\r\nHost: HOST"
					  "\r\nConnection: close\r\n\r\n")));
	}
	while (atomic_load(&t.asked) < (int)COUNT(fds))
		sched_yield();
	assert_int_equal(atomic_load(&t.stored), 0);
	sem_post(&t.leave);
	for (size_t i = 0; i < COUNT(fds); i++) {
		assert_true(hear(fds[i]));
		assert_true(heard("200 OK"));
		close(fds[i]);
	}
	assert_int_equal(atomic_load(&t.stored), COUNT(fds));
	assert_true(atomic_load(&t.largest) >= 2);
	assert_true(atomic_load(&t.batches) < (int)COUNT(fds));
	atomic_store(&t.fail, true);
	assert_int_equal(ask("POST", "/write", "", "a=1"), 507);
	assert_str(heard_body(), "nothing stored");
	assert_int_equal(atomic_load(&t.stored), COUNT(fds));
	assert_int_equal(ask("POST", "/write", "", "a=1"), 200);
	assert_int_equal(atomic_load(&t.stored), COUNT(fds) + 1);
}

/* Two in the queue, one at work; who comes then is sent away at once. */
static void test_full_queue(void **state)
{
	struct pollfd fds[6];
	int sent_away = 0, served = 0;

	(void)state;
	t.settings.heavy_threads = 1;
	t.settings.queue_max = 2;
	start();
	for (size_t i = 0; i < COUNT(fds); i++) {
		fds[i] = (struct pollfd){ dial(), POLLIN, 0 };
		say(fds[i].fd, with_host(STR(
			"GET /heavy/wait HTTP/1.1\r\nHost: HOST\r\n"
			"Connection: close\r\n\r\n")));
		if (i == 0)
			sem_wait(&t.entered);
	}
	while (sent_away < 3) {
		assert_true(poll(fds, COUNT(fds), 30000) > 0);
		for (size_t i = 0; i < COUNT(fds); i++) {
			if (!fds[i].revents)
				continue;
			assert_true(hear(fds[i].fd));
			assert_true(heard("HTTP/1.1 503 "));
			assert_true(heard("\r\nRetry-After: "));
			close(fds[i].fd);
			fds[i].fd = -1;
			sent_away++;
		}
	}
	/* Pages are answered meanwhile. */
	assert_int_equal(ask("GET", "/", "", ""), 200);
	for (int i = 0; i < 3; i++)
		sem_post(&t.leave);
	for (size_t i = 0; i < COUNT(fds); i++) {
		if (fds[i].fd < 0)
			continue;
		assert_true(hear(fds[i].fd));
		assert_true(heard("path=/heavy/wait"));
		close(fds[i].fd);
		served++;
	}
	assert_int_equal(served, 3);
}

/* The text of the chunks of the reply, in place; false when malformed. */
static bool join_chunks(struct buf *out)
{
	struct str rest = heard_body();

	for (;;) {
		char *end;
		size_t n = strtoul(rest.p, &end, 16);

		rest = str_cut(rest, (size_t)(end - rest.p), rest.n);
		if (!str_starts(rest, STR("\r\n")))
			return false;
		buf_add(out, str_cut(rest, 2, n));
		rest = str_cut(rest, 2 + n, rest.n);
		if (!str_starts(rest, STR("\r\n")))
			return false;
		rest = str_cut(rest, 2, rest.n);
		if (n == 0)
			return str_empty(rest);
	}
}

static void test_export(void **state)
{
	struct buf b;

	(void)state;
	start();
	assert_int_equal(ask("GET", "/heavy/export", "", ""), 200);
	buf_init(&b);
	assert_true(join_chunks(&b));
	assert_int_equal(b.n, PIECE * PIECES);
	for (int i = 0; i < PIECE * PIECES; i++)
		if (b.data[i] != 'a' + i / PIECE % 26)
			fail_msg("byte %d", i);
	buf_release(&b);
	assert_int_equal(ask("HEAD", "/heavy/export", "", ""), 200);
	assert_str(heard_body(), "");
	assert_int_equal(ask_bytes(STR("GET /heavy/export HTTP/1.0\r\n"
				       "Host: HOST\r\n\r\n")), 200);
	assert_int_equal(heard_body().n, PIECE * PIECES);
	server_stop(t.server);
	t.server = NULL;
	assert_int_equal(atomic_load(&t.more_drops), 3);
}

/* Readers who stop reading hold no worker; those who leave end their own. */
static void test_export_readers(void **state)
{
	int fds[8];

	(void)state;
	t.settings.reply_seconds = 1;
	start();
	for (size_t i = 0; i < COUNT(fds); i++) {
		fds[i] = dial();
		say(fds[i], with_host(STR("GET /heavy/export HTTP/1.1\r\n"
					  "Host: HOST\r\n\r\n")));
	}
	assert_int_equal(ask("GET", "/heavy/export", "", ""), 200);
	for (size_t i = 0; i < COUNT(fds); i += 2)
		close(fds[i]);
	while (atomic_load(&t.more_drops) < (int)COUNT(fds) + 1)
		sched_yield();
	for (size_t i = 1; i < COUNT(fds); i += 2)
		close(fds[i]);
	assert_int_equal(ask("GET", "/", "", ""), 200);
}

static void *stop_server(void *arg)
{
	server_stop(arg);
	return NULL;
}

static void test_stop(void **state)
{
	pthread_t stopper;
	int fd;

	(void)state;
	start();
	fd = dial();
	say(fd, with_host(STR("POST /write/wait HTTP/1.1\r\nHost: HOST\r\n"
			      "\r\n")));
	sem_wait(&t.entered);
	pthread_create(&stopper, NULL, stop_server, t.server);
	sem_post(&t.leave);
	assert_true(hear(fd));
	assert_true(heard("200 OK"));
	close(fd);
	pthread_join(stopper, NULL);
	t.server = NULL;
	assert_int_equal(atomic_load(&t.stored), 1);
}

static void test_start(void **state)
{
	struct server *second = NULL;

	(void)state;
	t.settings.address = "::1";
	start();
	t.settings.port = server_port(t.server);
	assert_true(t.settings.port > 0);
	assert_int_equal(server_start(&second, &t.settings, &app), ERR_BUSY);
	t.settings.address = "example.org";
	assert_int_equal(server_start(&second, &t.settings, &app),
			 ERR_REQUEST);
	assert_null(second);
}

static int drop_buffers(void **state)
{
	(void)state;
	buf_release(&reply);
	buf_release(&request);
	return 0;
}

static int make_buffers(void **state)
{
	(void)state;
	buf_init(&reply);
	buf_init(&request);
	return 0;
}

#define ROW(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		ROW(test_pages), ROW(test_prepared), ROW(test_headers),
		ROW(test_malformed),
		ROW(test_smuggling), ROW(test_refusals), ROW(test_long_head),
		ROW(test_upload), ROW(test_pipeline), ROW(test_many_at_once),
		ROW(test_slow), ROW(test_batches), ROW(test_full_queue),
		ROW(test_export), ROW(test_export_readers), ROW(test_stop),
		ROW(test_start),
	};

	return cmocka_run_group_tests(tests, make_buffers, drop_buffers);
}
