/* dispatch.c - from a request to a response */

#include "app/dispatch.h"

#include "api/api_record.h"
#include "app/routes.h"
#include "base/asset.h"
#include "base/log.h"
#include "base/os.h"
#include "base/url.h"
#include "lang/analyse.h"
#include "lang/fold.h"
#include "store/repo.h"
#include "ui/page.h"

enum {
	SETTINGS_CEILING = 1024 * 1024,
	WORDS_CEILING = 16 * 1024 * 1024,
	HASH_SIZE = 16
};

/* ---- workers */

enum err app_worker_open(struct app_worker **out, const struct app *app,
			 enum lane lane)
{
	struct arena mem;
	struct app_worker *w;
	struct db *db;
	enum err err = db_open(&db, app->db_url,
			       lane == LANE_WRITE ? DB_WRITE : DB_READ);

	if (err)
		return err;
	arena_init(&mem, SETTINGS_CEILING);
	w = arena_alloc(&mem, sizeof(*w));
	*w = (struct app_worker){
		.app = app, .db = db, .lane = lane, .mem = mem,
		.settings_generation = -1,
	};
	arena_init(&w->settings_mem, SETTINGS_CEILING);
	arena_init(&w->words_mem, WORDS_CEILING);
	/* Most words of a change, and of what is found, were met before. */
	w->known = analyse_memory_new(&w->words_mem);
	kept_init(&w->kept);
	*out = w;
	return ERR_OK;
}

void app_worker_close(struct app_worker *w)
{
	struct arena mem = w->mem;

	kept_release(&w->kept);
	db_close(w->db);
	arena_release(&w->words_mem);
	arena_release(&w->settings_mem);
	arena_release(&mem);
}

/* In a transaction of its own: to begin one is also to find a database again
 * that had gone away. */
static enum err settings_fresh(struct app_worker *w, int64_t generation)
{
	struct settings fresh;
	struct arena mem;
	enum err err;

	if (generation != -1 && generation == w->settings_generation)
		return ERR_OK;
	err = w->in_batch ? ERR_OK : db_begin(w->db, DB_READ);
	if (err)
		return err;
	arena_init(&mem, SETTINGS_CEILING);
	err = settings_load(w->db, &mem, &fresh);
	if (!w->in_batch)
		db_rollback(w->db);
	if (err) {
		arena_release(&mem);
		return err;
	}
	arena_release(&w->settings_mem);
	w->settings_mem = mem;
	w->settings = fresh;
	manner_set(fresh.manner);
	w->settings_generation = generation;
	return ERR_OK;
}

static struct date today(const struct app_worker *w)
{
	struct instant now = { os_now_ms() };

	if (w->app->frozen)
		return w->app->today;
	return instant_day(now, w->settings.zone_minutes);
}

static struct ctx ctx_of(struct app_worker *w, const struct request *rq,
			 enum lang l)
{
	struct ctx ctx = {
		.db = w->db, .in_batch = w->in_batch, .mem = rq->mem,
		.settings = &w->settings, .lang = l, .today = today(w),
		.data_dir = w->app->data_dir, .refused = w->refused,
		.known = w->known,
		/* Until accounts exist whoever reaches the loopback address
		 * is the operator of the machine. */
		.actor = { STR("operator"), EDITION_GOVERNMENT },
	};

	problems_init(&ctx.problems, rq->mem);
	return ctx;
}

/* ---- answers that are no pages */

static void text(struct response *rs, const char *type, struct str fixed)
{
	rs->type = type;
	rs->fixed = fixed;
}

static const char *type_of(struct str name)
{
	static const struct {
		struct str end;
		const char *type;
	} types[] = {
		{ { ".css", 4 }, "text/css; charset=utf-8" },
		{ { ".js", 3 }, "text/javascript; charset=utf-8" },
		{ { ".svg", 4 }, "image/svg+xml" },
		{ { ".woff2", 6 }, "font/woff2" },
		{ { ".txt", 4 }, "text/plain; charset=utf-8" },
	};

	for (size_t i = 0; i < COUNT(types); i++)
		if (str_ends(name, types[i].end))
			return types[i].type;
	return "application/octet-stream";
}

/*
 * "HASH-mithaq.css" never changes and may be kept for ever. The style sheet
 * names its fonts without a hash ("fonts/…"): kept for a week.
 */
static bool asset_answer(const struct request *rq, struct response *rs,
			 struct str name)
{
	const struct asset *a;
	bool font = str_starts(name, STR("fonts/"));
	struct str hash = str_cut(name, 0, HASH_SIZE), etag;

	if (!font && name.n > HASH_SIZE && name.p[HASH_SIZE] == '-')
		name = arena_printf(rq->mem, "assets/%.*s",
				    STR_ARG(str_cut(name, HASH_SIZE + 1,
						    name.n)));
	a = asset_find(arena_cstr(rq->mem, name));
	if (!a || (!font && !str_is(hash, a->hash)))
		return false;
	etag = arena_printf(rq->mem, "\"%s\"", a->hash);
	response_header(rs, "ETag", etag);
	response_header(rs, "Cache-Control", font ?
			STR("public, max-age=604800") :
			STR("public, max-age=31536000, immutable"));
	text(rs, type_of(name), a->bytes);
	if (str_eq(request_header(rq, "If-None-Match"), etag)) {
		rs->status = 304;
		rs->fixed = STR("");
	}
	return true;
}

static enum lang wanted_lang(const struct request *rq)
{
	enum lang l;

	if (lang_find(request_query(rq, "lang"), &l))
		return l;
	return lang_accepted(request_header(rq, "Accept-Language"));
}

/* "/r/IQ22-4": the short address that paper carries. */
static enum err short_address(struct app_worker *w, const struct request *rq,
			      struct response *rs, struct str code)
{
	const char *tag = lang_row(wanted_lang(rq))->tag;
	struct anyref at;
	enum err err;

	code = fold_code(rq->mem, code);
	err = repo_find_code(w->db, code, &at);
	if (err == ERR_OK && !at.entity->path)
		err = ERR_MISSING;
	if (err)
		return err;
	response_redirect(rs, url_record(rq->mem, tag, at.entity->path, code,
					 NULL));
	response_header(rs, "Vary", STR("Accept-Language"));
	return ERR_OK;
}

/* Addresses outside the languages. */
static enum err outside(struct app_worker *w, const struct request *rq,
			struct response *rs)
{
	static const struct str robots = {
		"User-agent: *\nDisallow: /\n", 26
	};
	struct str path = rq->path;

	if (rq->method != METHOD_GET && rq->method != METHOD_HEAD)
		return ERR_MISSING;
	if (str_is(path, "/")) {
		response_redirect(rs, url_page(rq->mem,
			lang_row(wanted_lang(rq))->tag, "", NULL));
		response_header(rs, "Vary", STR("Accept-Language"));
		return ERR_OK;
	}
	if (str_is(path, "/robots.txt")) {
		text(rs, type_of(path), robots);
		return ERR_OK;
	}
	if (str_is(path, "/favicon.ico")) {
		text(rs, "image/svg+xml", asset_find("assets/icon.svg")->bytes);
		return ERR_OK;
	}
	if (str_starts(path, STR("/assets/")))
		return asset_answer(rq, rs, str_cut(path, 8, path.n)) ?
		       ERR_OK : ERR_MISSING;
	if (str_starts(path, STR("/r/")))
		return short_address(w, rq, rs, str_cut(path, 3, path.n));
	return ERR_MISSING;
}

/* ---- pages */

/* What the page wrote so far is dropped; only its failure is told. */
static void fail(struct app_worker *w, const struct request *rq,
		 struct response *rs, enum lang l, enum err err)
{
	struct ctx ctx = ctx_of(w, rq, l);
	struct str format = request_query(rq, "format");
	struct pair allow = { 0 };

	if (err == ERR_METHOD && rs->headers_n)
		allow = rs->headers[0];
	response_release(rs);
	if (allow.name.n)
		response_header(rs, "Allow", allow.value);
	if (str_is(format, "json") || str_is(format, "csv"))
		api_error(&ctx, rs, err);
	else
		page_error(&ctx, rq, rs, err);
}

/* A page reads from one snapshot; a verb has a transaction of its own. */
static enum err run(struct app_worker *w, const struct request *rq,
		    struct response *rs, const struct routed *to,
		    enum lang l)
{
	struct str format = request_query(rq, "format");
	bool reads = to->route->method == METHOD_GET && !w->in_batch;
	page_fn *page = to->route->page;
	struct ctx ctx = ctx_of(w, rq, l);
	enum err err = reads ? db_begin(w->db, DB_READ) : ERR_OK;

	if (err)
		return err;
	if (format.n && to->route->data)
		page = to->route->data;
	err = page(&ctx, rq, rs, &to->match);
	if (!reads) {
		/* A form that is shown again after a failure is an answer. */
		if (!w->in_batch && db_err(w->db))
			db_rollback(w->db);
		return err;
	}
	if (err == ERR_OK)
		err = db_err(w->db);
	if (err == ERR_OK)
		return db_commit(w->db);
	db_rollback(w->db);
	return err;
}

static enum err method_refused(struct response *rs, const struct routed *to)
{
	if (!to->get && !to->post)
		return ERR_MISSING;
	response_header(rs, "Allow", !to->post ? STR("GET, HEAD") :
			!to->get ? STR("POST") : STR("GET, HEAD, POST"));
	return ERR_METHOD;
}

/* "/ar/pledges/" leads to "/ar/pledges", for good. */
static enum err without_slash(const struct request *rq, struct response *rs,
			      enum lang l, struct str rest)
{
	struct str url;

	if (rq->method != METHOD_GET && rq->method != METHOD_HEAD)
		return ERR_MISSING;
	rest = rest.n < 2 ? STR("") : str_cut(rest, 1, rest.n - 2);
	url = url_page(rq->mem, lang_row(l)->tag, arena_cstr(rq->mem, rest),
		       NULL);
	if (rq->query_raw.n)
		url = arena_printf(rq->mem, "%.*s?%.*s", STR_ARG(url),
				   STR_ARG(rq->query_raw));
	response_redirect(rs, url);
	rs->status = 301;
	return ERR_OK;
}

/* An address in a language; rest is what stands behind "/ar". */
static enum err inside(struct app_worker *w, const struct request *rq,
		       struct response *rs, enum lang l, struct str rest)
{
	struct routed to;
	enum err err;

	if (rest.n && rest.p[rest.n - 1] == '/')
		return without_slash(rq, rs, l, rest);
	to = route_find(rq->method, str_cut(rest, 1, rest.n));
	if (!to.route)
		return method_refused(rs, &to);
	err = run(w, rq, rs, &to, l);
	if (err == ERR_OK && to.route->kept && !rq->query_raw.n &&
	    rs->status == 200)
		kept_put(&w->kept, rq->path, rs);
	return err;
}

void dispatch(struct app_worker *w, const struct request *rq,
	      struct response *rs)
{
	bool reads = rq->method == METHOD_GET || rq->method == METHOD_HEAD;
	int64_t generation = w->in_batch ? -1 : db_generation(w->db);
	struct str path = str_cut(rq->path, 1, rq->path.n);
	struct str first = str_cut(path, 0, str_find_char(path, '/'));
	enum lang l;
	enum err err;

	/* A failed look at the settings is told by the page that needs the
	 * database; the last known ones serve its error page. */
	err = settings_fresh(w, generation);
	kept_check(&w->kept, generation, today(w));
	if (reads && !rq->query_raw.n && kept_find(&w->kept, rq->path, rs))
		return;
	if (lang_find(first, &l)) {
		if (!err)
			err = inside(w, rq, rs, l,
				     str_cut(path, first.n, path.n));
	} else {
		l = wanted_lang(rq);
		err = outside(w, rq, rs);
	}
	if (err)
		fail(w, rq, rs, l, err);
}

/* ---- for the server */

enum lane dispatch_lane(void *app, enum method m, struct str path)
{
	(void)app;
	(void)path;
	return m == METHOD_POST ? LANE_WRITE : LANE_READ;
}

void *dispatch_worker_open(void *app, enum lane lane)
{
	struct app_worker *w;

	return app_worker_open(&w, app, lane) ? NULL : w;
}

void dispatch_worker_close(void *worker)
{
	app_worker_close(worker);
}

void dispatch_answer(void *worker, struct request *rq, struct response *rs)
{
	dispatch(worker, rq, rs);
}

void dispatch_batch_begin(void *worker)
{
	struct app_worker *w = worker;

	w->batch_err = ERR_OK;
	w->in_batch = db_begin(w->db, DB_WRITE) == ERR_OK;
}

bool dispatch_batch_end(void *worker)
{
	struct app_worker *w = worker;

	if (w->in_batch)
		w->batch_err = db_commit(w->db);
	w->in_batch = false;
	return w->batch_err == ERR_OK;
}

void dispatch_batch_failed(void *worker, struct request *rq,
			   struct response *rs)
{
	struct app_worker *w = worker;

	/* Asked once more with the failure known beforehand, each page can
	 * show its form with what was typed. */
	response_release(rs);
	w->refused = w->batch_err;
	dispatch(w, rq, rs);
	w->refused = ERR_OK;
}

/* The language of the address; without one, that of the browser. */
static enum lang reader_lang(const struct request *rq)
{
	struct str path = str_cut(rq->path, 1, rq->path.n);
	enum lang l;

	if (lang_find(str_cut(path, 0, str_find_char(path, '/')), &l))
		return l;
	return wanted_lang(rq);
}

/* Refusals know no database: the settings are unknown to them. */
void dispatch_refuse(void *app, struct request *rq, struct response *rs)
{
	static const struct settings unknown;
	struct ctx ctx = {
		.mem = rq->mem, .settings = &unknown, .lang = reader_lang(rq),
		.actor = { STR("operator"), EDITION_PUBLIC },
	};
	int status = rs->status;

	(void)app;
	problems_init(&ctx.problems, rq->mem);
	page_error(&ctx, rq, rs, status == 403 ? ERR_DENIED :
		   status == 413 || status == 431 ? ERR_TOO_LARGE :
		   status == 503 ? ERR_BUSY : ERR_REQUEST);
	/* The server says itself when to come again. */
	rs->headers_n = 0;
	rs->status = status;
}
