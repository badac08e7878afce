/* ask.c - a page asked without a socket */

#include "app/ask.h"

#include <stdio.h>

#include "app/dispatch.h"

struct app ask_app(const struct cli *c)
{
	return (struct app){
		.db_url = c->url,
		.data_dir = c->ctx.data_dir,
		.today = c->ctx.today,
		.frozen = true,
	};
}

static int exit_of(int status)
{
	if (status < 400)
		return 0;
	for (int e = 0; e < ERR_N; e++)
		if (err_row((enum err)e)->status == status)
			return err_row((enum err)e)->exit;
	return 1;
}

static void head_print(struct cli *c, const struct response *rs)
{
	buf_addf(&c->out, "HTTP/1.1 %d\n", rs->status);
	if (rs->type)
		buf_addf(&c->out, "Content-Type: %s\n", rs->type);
	for (size_t i = 0; i < rs->headers_n; i++)
		buf_addf(&c->out, "%.*s: %.*s\n",
			 STR_ARG(rs->headers[i].name),
			 STR_ARG(rs->headers[i].value));
	buf_add_char(&c->out, '\n');
}

static void body_print(struct cli *c, struct response *rs)
{
	buf_add(&c->out, rs->fixed);
	buf_add(&c->out, buf_str(&rs->body));
	cli_flush(c);
	while (rs->more) {
		bool going;

		buf_reset(&rs->body);
		going = rs->more(rs, rs->more_state);
		fwrite(rs->body.data, 1, rs->body.n, stdout);
		if (!going)
			break;
	}
}

static void stats_print(const struct db_cost *cost, size_t arena_left)
{
	fprintf(stderr, "statements=%lld vm_steps=%lld full_scans=%lld "
		"sorts=%lld arena_left=%zu\n", (long long)cost->statements,
		(long long)cost->vm_steps, (long long)cost->full_scans,
		(long long)cost->sorts, arena_left);
}

int ask(struct cli *c, struct request *rq, bool head, int64_t times)
{
	struct app app = ask_app(c);
	struct app_worker *w;
	struct response rs;
	struct arena mem;
	struct db_cost cost;
	size_t before = arena_live();
	int code = 0;
	enum err err = app_worker_open(&w, &app, dispatch_lane(&app,
						rq->method, rq->path));

	if (err)
		return cli_fail(c, err);
	db_fail_at(w->db, cli_number(c, "fail-at", 0));
	arena_init(&mem, 256 * 1024 * 1024);
	for (int64_t i = 0; i < times; i++) {
		rq->mem = &mem;
		response_init(&rs);
		dispatch(w, rq, &rs);
		if (i + 1 == times) {
			if (head)
				head_print(c, &rs);
			if (rq->method != METHOD_HEAD)
				body_print(c, &rs);
			code = exit_of(rs.status);
		}
		response_release(&rs);
		arena_reset(&mem);
	}
	cost = db_cost(w->db);
	app_worker_close(w);
	arena_release(&mem);
	if (cli_flag(c, "stats"))
		stats_print(&cost, arena_live() - before);
	return code;
}

int ask_print(struct cli *c, struct str url)
{
	struct str full = url_with(&c->mem, url, "format",
				   cli_option(c, "format"));
	size_t mark = str_find_char(full, '?');
	struct request rq = {
		.method = METHOD_GET,
		.method_name = STR("GET"),
		.query_raw = str_cut(full, mark + 1, full.n),
		.mem = &c->mem,
	};

	if (!url_decode(&c->mem, str_cut(full, 0, mark), false, &rq.path) ||
	    form_decode(&c->mem, rq.query_raw, &rq.query))
		return cli_fail(c, ERR_REQUEST);
	return ask(c, &rq, false, 1);
}
