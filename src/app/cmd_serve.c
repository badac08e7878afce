/* cmd_serve.c - serve, and request: the same pages with and without a socket */

#include "app/cmd.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/ask.h"
#include "app/dispatch.h"
#include "base/log.h"
#include "base/os.h"
#include "store/migrate.h"
#include "store/search.h"

enum { PORT_DEFAULT = 8322, RESTARTS_MAX = 5, RESTARTS_MS = 60 * 1000 };

/* Without accounts nobody knows who writes: only this machine may come. */
static bool is_loopback(struct str address)
{
	return str_is(address, "localhost") || str_is(address, "::1") ||
	       str_starts(address, STR("127."));
}

static enum err schema_ready(struct cli *c)
{
	struct db *db;
	enum err err;

	if (str_starts(c->url, STR("sqlite:")) &&
	    !os_exists(arena_cstr(&c->mem, str_cut(c->url, 7, c->url.n)))) {
		cli_say(c, "no_database", c->url);
		return ERR_MISSING;
	}
	err = db_open(&db, c->url, DB_WRITE);
	if (err)
		return err;
	err = migrate_run(db);
	/* It finds less than it could, which is no reason not to serve. */
	if (err == ERR_OK && !search_is_current(db))
		cli_say(c, "index_old", STR(""));
	db_close(db);
	return err;
}

static void signals_block(sigset_t *set)
{
	sigemptyset(set);
	sigaddset(set, SIGINT);
	sigaddset(set, SIGTERM);
	sigaddset(set, SIGCHLD);
	/* All threads inherit it, so that only sigwait() sees them. */
	pthread_sigmask(SIG_BLOCK, set, NULL);
}

/* The child: serves until it is told to stop. */
static int serve(struct cli *c, struct server_settings *settings,
		 const sigset_t *set)
{
	struct app app = ask_app(c);
	struct server_app table = {
		.app = &app,
		.worker_open = dispatch_worker_open,
		.worker_close = dispatch_worker_close,
		.lane_of = dispatch_lane,
		.answer = dispatch_answer,
		.batch_begin = dispatch_batch_begin,
		.batch_end = dispatch_batch_end,
		.batch_failed = dispatch_batch_failed,
		.refuse = dispatch_refuse,
	};
	const char *host = strcmp(settings->address, "::1") == 0
		? "[::1]" : settings->address;
	struct server *server;
	int got;
	enum err err;

	app.frozen = cli_option(c, "today").n != 0 || getenv("MITHAQ_TODAY");
	err = server_start(&server, settings, &table);
	if (err)
		return cli_fail(c, err);
	cli_say(c, "serving", arena_printf(&c->mem, "%s://%s:%u/",
		settings->tls_cert ? "https" : "http", host,
		(unsigned)server_port(server)));
	cli_say(c, "stop", STR(""));
	do
		sigwait(set, &got);
	while (got == SIGCHLD);
	server_stop(server);
	return 0;
}

/*
 * The parent keeps a child serving: a bug of ours ends the child loudly and
 * only the requests it had. One that dies again and again is given up.
 */
static int keep_serving(struct cli *c, struct server_settings *settings)
{
	int64_t deaths[RESTARTS_MAX] = { 0 };
	sigset_t set;

	signals_block(&set);
	for (size_t n = 0; ; n++) {
		pid_t child = fork();
		int status = 0, got;

		if (child < 0)
			return cli_fail(c, ERR_SYSTEM);
		if (child == 0) {
			int code = serve(c, settings, &set);

			cli_flush(c);
			_exit(code);
		}
		do
			sigwait(&set, &got);
		while (got == SIGCHLD &&
		       waitpid(child, &status, WNOHANG) == 0);
		if (got != SIGCHLD) {
			kill(child, SIGTERM);
			while (waitpid(child, &status, 0) < 0 &&
			       errno == EINTR)
				;
			return 0;
		}
		if (WIFEXITED(status))
			return WEXITSTATUS(status);
		log_event("serve.died", "signal=%d", WTERMSIG(status));
		if (os_ticks_ms() - deaths[n % RESTARTS_MAX] < RESTARTS_MS &&
		    deaths[n % RESTARTS_MAX])
			return err_row(ERR_SYSTEM)->exit;
		deaths[n % RESTARTS_MAX] = os_ticks_ms();
	}
}

int cmd_serve(struct cli *c)
{
	struct str address = cli_option(c, "address");
	struct server_settings settings;
	enum err err;

	server_settings_default(&settings);
	if (!address.n)
		address = STR("127.0.0.1");
	if (!is_loopback(address)) {
		cli_say(c, "loopback_only", address);
		return err_row(ERR_DENIED)->exit;
	}
	settings.address = str_is(address, "localhost")
		? "127.0.0.1" : arena_cstr(&c->mem, address);
	settings.port = (uint16_t)cli_number(c, "port", PORT_DEFAULT);
	if (cli_option(c, "tls-cert").n) {
		settings.tls_cert = arena_cstr(&c->mem,
					       cli_option(c, "tls-cert"));
		settings.tls_key = arena_cstr(&c->mem,
					      cli_option(c, "tls-key"));
	}
	err = schema_ready(c);
	return err ? cli_fail(c, err) : keep_serving(c, &settings);
}

/* "name=value" words become the form of a POST or the query of a GET. */
static struct pairs words_pairs(struct cli *c, size_t from)
{
	struct pairs p = {
		.list = arena_array(&c->mem, CLI_ARGS_MAX,
				    sizeof(struct pair)),
	};

	for (size_t i = from; i < c->args_n; i++) {
		size_t eq = str_find_char(c->args[i], '=');

		p.list[p.n++] = (struct pair){
			.name = str_cut(c->args[i], 0, eq),
			.value = str_cut(c->args[i], eq + 1, c->args[i].n),
		};
	}
	return p;
}

static struct pairs headers_given(struct cli *c)
{
	struct pairs p = {
		.list = arena_array(&c->mem, CLI_OPTIONS_MAX,
				    sizeof(struct pair)),
	};

	for (size_t i = 0; i < c->options_n; i++) {
		struct str v = c->options[i].value;
		size_t colon = str_find_char(v, ':');

		if (strcmp(c->options[i].name, "header") == 0)
			p.list[p.n++] = (struct pair){
				.name = str_trim(str_cut(v, 0, colon)),
				.value = str_trim(str_cut(v, colon + 1,
							  v.n)),
			};
	}
	return p;
}

static enum method method_of(struct str name)
{
	if (str_is(name, "GET"))
		return METHOD_GET;
	if (str_is(name, "HEAD"))
		return METHOD_HEAD;
	return str_is(name, "POST") ? METHOD_POST : METHOD_OTHER;
}

int cmd_request(struct cli *c)
{
	struct request rq = { .mem = &c->mem };
	struct pairs given;
	struct str url;
	size_t mark;
	enum err err;

	url = c->args[1];
	mark = str_find_char(url, '?');
	given = words_pairs(c, 2);
	rq.method_name = c->args[0];
	rq.method = method_of(c->args[0]);
	rq.query_raw = str_cut(url, mark + 1, url.n);
	rq.headers = headers_given(c);
	if (!url_decode(&c->mem, str_cut(url, 0, mark), false, &rq.path) ||
	    form_decode(&c->mem, rq.query_raw, &rq.query))
		return cli_fail(c, ERR_REQUEST);
	if (rq.method == METHOD_POST) {
		rq.form = given;
	} else {
		for (size_t i = 0; i < given.n; i++)
			url = url_with(&c->mem, url,
				       arena_cstr(&c->mem,
						  given.list[i].name),
				       given.list[i].value);
		mark = str_find_char(url, '?');
		rq.query_raw = str_cut(url, mark + 1, url.n);
		if (form_decode(&c->mem, rq.query_raw, &rq.query))
			return cli_fail(c, ERR_REQUEST);
	}
	err = schema_ready(c);
	if (err)
		return cli_fail(c, err);
	return ask(c, &rq, cli_flag(c, "include"),
		   cli_number(c, "repeat", 1));
}
