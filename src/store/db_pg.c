/* db_pg.c - the driver for PostgreSQL (the door to libpq) */

#include <assert.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/os.h"
#include "store/db_driver.h"
#include "store/sqlstate.h"

enum {
	OID_BOOL = 16,
	OID_BYTEA = 17,
	OID_INT8 = 20,
	OID_TEXT = 25,
	RETRY_MS = 250,		/* between attempts to reach a lost server */
	BYTES_KEPT = 64 * 1024,	/* of what was bound, for the next time */
	/* Their answers must fit into what a socket holds: nobody reads them
	 * while more is sent. */
	SENT_MAX = 256
};

struct pg_stmt;

/* What was sent and not yet answered. */
struct pg_sent {
	struct pg_stmt *s;	/* NULL: a command */
	const char *text;
	bool prepares;		/* s, but does not run it */
};

struct pg_db {
	struct db db;
	PGconn *conn;
	int64_t session;	/* +1 for each new connection */
	int64_t names;		/* makes names of statements */
	int64_t retry_at;	/* os_ticks_ms; 0: at once */
	bool stale;		/* perhaps alive, but no longer of use */
	struct pg_sent sent[SENT_MAX + 2];	/* db.unanswered of them */
};

/* A bound value: where it lies in pg_stmt.bytes. */
struct pg_value {
	Oid type;
	bool null;
	size_t at, n;
};

struct pg_stmt {
	struct stmt stmt;
	int64_t session;	/* where name is prepared; 0: nowhere */
	char name[24];		/* of the statement, or of the cursor */
	const char *declare;	/* streams only */
	struct pg_value *value;	/* from 1 */
	Oid *types;		/* as prepared; from 0 */
	struct buf bytes;
	PGresult *res;
	int row, rows, columns;
	struct arena row_mem;	/* bytes of the row, decoded */
};

/* What libpq wants to know of the parameters. */
struct pg_params {
	const char *value[STMT_PARAMS];
	int length[STMT_PARAMS];
	int format[STMT_PARAMS];
	Oid type[STMT_PARAMS];
};

static struct pg_db *own(struct db *db)
{
	return (struct pg_db *)db;
}

static struct pg_stmt *own_stmt(struct stmt *st)
{
	return (struct pg_stmt *)st;
}

/* Failures */

/* libpq ends its messages with a line end. */
static struct str message_of(const PGconn *conn)
{
	return str_trim(str_of(PQerrorMessage(conn)));
}

/* What res says about text. Of data exceptions (class 22) and constraints
 * the message may hold what was bound: those are named only. */
static enum err told(struct pg_db *d, const PGresult *res, const char *text)
{
	const char *state = PQresultErrorField(res, PG_DIAG_SQLSTATE);

	if (PQstatus(d->conn) == CONNECTION_BAD || !state) {
		log_event("db.away", "message=\"%.*s\"",
			  STR_ARG(message_of(d->conn)));
		d->stale = true;
		return ERR_AWAY;
	}
	enum err e = sqlstate_err(state);
	struct str s = str_of(state);
	bool bound = str_starts(s, STR("22")) || str_starts(s, STR("23"));

	if (sqlstate_is_duplicate(state)) {
		d->db.duplicate = true;
		return e;
	}
	d->stale |= e == ERR_READ_ONLY && d->db.mode == DB_WRITE;
	log_event("db.failed", "err=%s state=%s message=\"%s\" "
		  "sql=\"%.60s\"", err_row(e)->name, state, bound ? "" :
		  PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY), text);
	return e;
}

static int64_t int_of(const char *text);

static bool is_good(const PGresult *res)
{
	ExecStatusType status = PQresultStatus(res);

	return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

/*
 * The answer to one thing sent; *mine takes the result over. What follows a
 * failure is not run (PIPELINE_ABORTED) and has nothing to say.
 */
static enum err answer(struct pg_db *d, const struct pg_sent *sent,
		       PGresult **mine)
{
	PGresult *res = PQgetResult(d->conn), *end;
	enum err e = ERR_OK;

	if (!is_good(res)) {
		if (PQresultStatus(res) != PGRES_PIPELINE_ABORTED)
			e = told(d, res, sent->text);
		/* The plan or the name may be what was wrong. */
		if (sent->s && (sent->prepares || e == ERR_BUSY))
			sent->s->session = 0;
	} else if (sent->s && !sent->prepares) {
		sent->s->stmt.changed = int_of(PQcmdTuples(res));
	}
	end = PQgetResult(d->conn);
	PQclear(end);
	if (mine && is_good(res)) {
		*mine = res;
		return e;
	}
	PQclear(res);
	return e;
}

/* All answers; *mine, when somebody waits for it, is that of the last. */
static enum err answers(struct pg_db *d, PGresult **mine)
{
	size_t n = d->db.unanswered;
	enum err e = ERR_OK;

	d->db.unanswered = 0;
	d->db.waits++;
	if (!PQpipelineSync(d->conn))
		return told(d, NULL, "");
	for (size_t i = 0; i < n && e != ERR_AWAY; i++) {
		enum err one = answer(d, &d->sent[i],
				      i + 1 == n ? mine : NULL);

		if (e == ERR_OK)
			e = one;
	}
	PQclear(PQgetResult(d->conn));	/* of the synchronisation */
	if (PQexitPipelineMode(d->conn))
		return e;
	/* The server went away in the middle of its answers. */
	d->stale = true;
	return e == ERR_OK ? told(d, NULL, "") : e;
}

static enum err pg_answers(struct db *db)
{
	return answers(own(db), NULL);
}

/* Room for two more in the queue: a statement may have to be prepared. */
static enum err queue_open(struct pg_db *d)
{
	enum err e = ERR_OK;

	if (d->db.unanswered >= SENT_MAX)
		e = answers(d, NULL);
	if (e == ERR_OK && !d->db.unanswered &&
	    !PQenterPipelineMode(d->conn))
		e = told(d, NULL, "");
	return e;
}

static void sent_add(struct pg_db *d, struct pg_sent sent)
{
	d->sent[d->db.unanswered++] = sent;
}

/* The outcome of a command without parameters; rows are not wanted. */
static enum err command(struct pg_db *d, const char *text)
{
	enum err e = d->db.unanswered ? answers(d, NULL) : ERR_OK;

	if (e != ERR_OK)
		return e;
	d->db.waits++;
	PGresult *res = PQexec(d->conn, text);

	if (!is_good(res))
		e = told(d, res, text);
	PQclear(res);
	return e;
}

/* A command whose end nobody waits for. */
static enum err command_send(struct pg_db *d, const char *text)
{
	enum err e = queue_open(d);

	if (e != ERR_OK)
		return e;
	if (!PQsendQueryParams(d->conn, text, 0, NULL, NULL, NULL, NULL, 0))
		return told(d, NULL, text);
	sent_add(d, (struct pg_sent){ .text = text });
	return ERR_OK;
}

/* Connecting */

static void notice(void *arg, const PGresult *res)
{
	const char *state = PQresultErrorField(res, PG_DIAG_SQLSTATE);

	(void)arg;
	log_event("db.notice", "state=%s", state ? state : "");
}

static enum err set_up(struct pg_db *d)
{
	const char *encoding = PQparameterStatus(d->conn, "server_encoding");

	d->session++;
	d->stale = false;
	PQsetNoticeReceiver(d->conn, notice, NULL);
	if (!str_is(str_of(encoding), "UTF8")) {
		log_event("db.failed", "message=\"the database must be "
			  "made with encoding UTF8\"");
		return ERR_SYSTEM;
	}
	enum err e = command(d,
		"SET client_encoding TO 'UTF8';"
		"SET standard_conforming_strings TO on;"
		"SET TimeZone TO 'UTC';"
		"SET bytea_output TO 'hex';"
		"SET search_path TO public, pg_temp;"
		"SET statement_timeout TO '30s';"
		"SET lock_timeout TO '5s';"
		"SET jit TO off;"
		"SET plan_cache_mode TO force_generic_plan;"
		"SET client_min_messages TO 'warning'");

	if (e == ERR_OK && d->db.mode == DB_READ)
		e = command(d, "SET default_transaction_read_only TO on");
	return e;
}

/* What stands before the address may be set otherwise in it. A server that
 * vanished is noticed within seconds; of several hosts the primary is
 * found. */
static PGconn *dial(enum db_mode mode, const char *url)
{
	const char *const names[] = {
		"application_name", "connect_timeout", "keepalives_idle",
		"keepalives_interval", "keepalives_count",
		"tcp_user_timeout", "target_session_attrs", "dbname", NULL
	};
	const char *const values[] = {
		"mithaq", "3", "5", "2", "3", "5000",
		mode == DB_WRITE ? "read-write" : "any", url, NULL
	};
	static_assert(COUNT(names) == COUNT(values), "a name has no value");

	return PQconnectdbParams(names, values, 1);
}

static enum err pg_open(struct db *db, const char *url)
{
	struct pg_db *d = own(db);
	char *wrong = NULL;
	PQconninfoOption *parts = PQconninfoParse(url, &wrong);

	if (!parts) {
		log_event("db.url", "message=\"%s\"", wrong ? wrong : "");
		PQfreemem(wrong);
		return ERR_REQUEST;
	}
	PQconninfoFree(parts);
	d->conn = dial(db->mode, url);
	enum err e = ERR_AWAY;

	if (PQstatus(d->conn) == CONNECTION_OK)
		e = set_up(d);
	else
		log_event("db.away", "message=\"%.*s\"",
			  STR_ARG(message_of(d->conn)));
	if (e != ERR_OK)
		PQfinish(d->conn);
	return e;
}

static void pg_close(struct db *db)
{
	PQfinish(own(db)->conn);
}

/* Never inside a transaction: what was done in it would be half done. */
static enum err connected(struct pg_db *d)
{
	if (PQstatus(d->conn) == CONNECTION_OK && !d->stale)
		return ERR_OK;
	/* Waiting for a dead server again and again would block everybody. */
	if (os_ticks_ms() < d->retry_at)
		return ERR_AWAY;
	PQreset(d->conn);
	enum err e = ERR_AWAY;

	if (PQstatus(d->conn) == CONNECTION_OK)
		e = set_up(d);
	d->retry_at = e == ERR_OK ? 0 : os_ticks_ms() + RETRY_MS;
	if (e == ERR_OK)
		log_event("db.back", "session=%lld", (long long)d->session);
	return e;
}

/* Transactions */

/* Only our own log is locked; the number is any that others do not use. */
static const char *const control_text[CONTROL_N] = {
	[CONTROL_BEGIN_READ] =
		"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
	[CONTROL_BEGIN_WRITE] =
		"BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE",
	[CONTROL_COMMIT] = "COMMIT",
	[CONTROL_ROLLBACK] = "ROLLBACK",
	[CONTROL_SAVEPOINT] = "SAVEPOINT within",
	[CONTROL_SAVEPOINT_BACK] = "ROLLBACK TO within",
	[CONTROL_SAVEPOINT_END] = "RELEASE within",
	[CONTROL_LOCK_LOG] = "SELECT pg_advisory_xact_lock(5570193308)",
};

static enum err begin(struct pg_db *d, enum db_control what)
{
	enum err e = connected(d);

	if (e == ERR_OK)
		e = command(d, control_text[what]);
	if (e != ERR_AWAY || PQstatus(d->conn) == CONNECTION_OK)
		return e;
	/* The server was restarted since the last time. Nothing has been
	 * done yet, so it is safe to try once more. */
	e = connected(d);
	return e == ERR_OK ? command(d, control_text[what]) : e;
}

/* The server answers COMMIT of a failed transaction by rolling back. */
static enum err commit(struct pg_db *d)
{
	PGresult *res = PQexec(d->conn, "COMMIT");
	enum err e = ERR_OK;

	if (PQresultStatus(res) != PGRES_COMMAND_OK)
		e = told(d, res, "COMMIT");
	else if (strcmp(PQcmdStatus(res), "COMMIT") != 0)
		e = ERR_SYSTEM;
	PQclear(res);
	return e;
}

static enum err pg_control(struct db *db, enum db_control what)
{
	struct pg_db *d = own(db);

	switch (what) {
	case CONTROL_BEGIN_READ:
	case CONTROL_BEGIN_WRITE:
		return begin(d, what);
	case CONTROL_COMMIT:
		return commit(d);
	case CONTROL_ROLLBACK:
		/* Whatever they are, they are taken back. */
		if (db->unanswered)
			answers(d, NULL);
		if (PQtransactionStatus(d->conn) == PQTRANS_IDLE ||
		    PQstatus(d->conn) != CONNECTION_OK)
			return ERR_OK;
		return command(d, control_text[what]);
	case CONTROL_SAVEPOINT:
	case CONTROL_LOCK_LOG:
		return command_send(d, control_text[what]);
	case CONTROL_SAVEPOINT_BACK:
	case CONTROL_SAVEPOINT_END:
		return command(d, control_text[what]);
	case CONTROL_N:
		break;
	}
	BUG("a transaction cannot do that");
}

static enum err pg_script(struct db *db, const char *text)
{
	enum err e = ERR_OK;

	/* Building an index may take longer than any page may. */
	if (db->in_transaction)
		e = command(own(db), "SET LOCAL statement_timeout TO 0");
	else
		e = connected(own(db));
	return e == ERR_OK ? command(own(db), text) : e;
}

static bool pg_has_table(struct db *db, const char *name)
{
	struct stmt *st = db_stmt(db, (struct sql){
		"SELECT count(*) FROM pg_class WHERE relname = $1 AND "
		"relnamespace = 'public'::regnamespace AND relkind = 'r'" });

	bind_str(st, 1, str_of(name));
	bool is = stmt_step(st) && col_int(st, 0) > 0;

	stmt_run(st);
	return is;
}

static int64_t pg_generation(struct db *db)
{
	struct stmt *st = db_stmt(db, SQL("SELECT max(seq) FROM log"));
	int64_t n = stmt_step(st) ? col_int(st, 0) : 0;

	stmt_run(st);
	return n;
}

/* Statements */

static enum err pg_prepare(struct stmt *st)
{
	struct pg_stmt *s = own_stmt(st);
	struct arena *mem = &st->db->mem;

	if (s->value)
		return ERR_OK;
	s->value = arena_array(mem, (size_t)st->params + 1,
			       sizeof(*s->value));
	s->types = arena_array(mem, (size_t)st->params + 1,
			       sizeof(*s->types));
	buf_init(&s->bytes);
	arena_init(&s->row_mem, BUF_LIMIT);
	return ERR_OK;
}

static void result_drop(struct pg_stmt *s)
{
	PQclear(s->res);
	s->res = NULL;
	arena_reset(&s->row_mem);
}

static void pg_drop(struct stmt *st)
{
	struct pg_stmt *s = own_stmt(st);

	if (!s->value)
		return;
	result_drop(s);
	arena_release(&s->row_mem);
	buf_release(&s->bytes);
}

static void pg_bind(struct stmt *st, int at, const struct bound *v)
{
	static const Oid types[] = {
		[BIND_INT] = OID_INT8,
		[BIND_TEXT] = OID_TEXT,
		[BIND_BYTES] = OID_BYTEA,
	};
	struct pg_stmt *s = own_stmt(st);
	struct pg_value *to = &s->value[at];
	char big_endian[8];

	*to = (struct pg_value){ .type = types[v->type], .null = v->null,
				 .at = s->bytes.n };
	if (v->null)
		return;
	if (v->type == BIND_INT) {
		for (int i = 0; i < 8; i++)
			big_endian[i] = (char)(uint8_t)
				((uint64_t)v->n >> (56 - 8 * i));
		buf_add(&s->bytes, (struct str){ big_endian, 8 });
	} else {
		buf_add(&s->bytes, v->s);
	}
	to->n = s->bytes.n - to->at;
	if (s->bytes.full)
		db_fail(st->db, ERR_TOO_LARGE);
}

/* All values travel in binary form: nothing is printed, parsed or cut. */
static void params_fill(const struct pg_stmt *s, struct pg_params *out)
{
	for (int i = 0; i < s->stmt.params; i++) {
		const struct pg_value *v = &s->value[i + 1];

		out->value[i] = v->null ? NULL : s->bytes.data + v->at;
		out->length[i] = (int)v->n;
		out->format[i] = 1;
		out->type[i] = v->type;
	}
}

static enum err prepare_send(struct pg_db *d, struct pg_stmt *s,
			     const struct pg_params *p)
{
	size_t size = (size_t)s->stmt.params * sizeof(*s->types);

	if (s->session == d->session && memcmp(s->types, p->type, size) == 0)
		return ERR_OK;
	snprintf(s->name, sizeof(s->name), "s%lld", (long long)++d->names);
	if (!PQsendPrepare(d->conn, s->name, s->stmt.text, s->stmt.params,
			   p->type))
		return told(d, NULL, s->stmt.text);
	sent_add(d, (struct pg_sent){ s, s->stmt.text, true });
	s->session = d->session;
	memcpy(s->types, p->type, size);
	return ERR_OK;
}

static enum err pg_send(struct stmt *st)
{
	struct pg_db *d = own(st->db);
	struct pg_stmt *s = own_stmt(st);
	struct pg_params p;
	enum err e = queue_open(d);

	if (e != ERR_OK)
		return e;
	params_fill(s, &p);
	e = prepare_send(d, s, &p);
	if (e != ERR_OK)
		return e;
	if (!PQsendQueryPrepared(d->conn, s->name, st->params, p.value,
				 p.length, p.format, 0))
		return told(d, NULL, st->text);
	sent_add(d, (struct pg_sent){ .s = s, .text = st->text });
	return ERR_OK;
}

/* The rows in it are the next to be read. */
static void result_take(struct pg_stmt *s, PGresult *res)
{
	s->res = res;
	s->row = -1;
	s->rows = PQntuples(res);
	s->columns = PQnfields(res);
}

/* What was sent before it is answered with it: one way there and back. */
static enum err run(struct pg_db *d, struct pg_stmt *s)
{
	PGresult *res = NULL;
	enum err e = pg_send(&s->stmt);

	if (e == ERR_OK)
		e = answers(d, &res);
	if (e == ERR_OK)
		result_take(s, res);
	else
		PQclear(res);
	return e;
}

/* Streams go by a cursor, so that other statements can run between its
 * rows; libpq's single-row mode would keep the connection for itself. */
static enum err cursor_fetch(struct pg_db *d, struct pg_stmt *s)
{
	char fetch[64];

	result_drop(s);
	snprintf(fetch, sizeof(fetch), "FETCH 256 FROM %s", s->name);
	PGresult *res = PQexec(d->conn, fetch);

	if (is_good(res)) {
		result_take(s, res);
		return ERR_OK;
	}
	enum err e = told(d, res, s->stmt.text);

	PQclear(res);
	return e;
}

static enum err cursor_open(struct pg_db *d, struct pg_stmt *s)
{
	struct pg_params p;
	struct arena *mem = &d->db.mem;

	if (!s->declare) {
		snprintf(s->name, sizeof(s->name), "c%lld",
			 (long long)++d->names);
		s->declare = arena_printf(mem,
			"DECLARE %s NO SCROLL CURSOR FOR %s", s->name,
			s->stmt.text).p;
	}
	params_fill(s, &p);
	PGresult *res = PQexecParams(d->conn, s->declare, s->stmt.params,
				     p.type, p.value, p.length, p.format, 0);
	enum err e = ERR_OK;

	if (PQresultStatus(res) != PGRES_COMMAND_OK)
		e = told(d, res, s->declare);
	PQclear(res);
	return e == ERR_OK ? cursor_fetch(d, s) : e;
}

/* Left in the middle: the cursor would be in the way of the next one. In a
 * failed transaction it is gone, and nothing could be said anyway. */
static void cursor_close(struct pg_db *d, const struct pg_stmt *s)
{
	char close[64];

	if (PQtransactionStatus(d->conn) != PQTRANS_INTRANS)
		return;
	snprintf(close, sizeof(close), "CLOSE %s", s->name);
	db_fail(&d->db, command(d, close));
}

static enum err start(struct pg_db *d, struct pg_stmt *s)
{
	enum err e = ERR_OK;

	if (!d->db.in_transaction)
		e = connected(d);
	if (e != ERR_OK)
		return e;
	if (!s->stmt.stream)
		return run(d, s);
	if (d->db.unanswered)
		e = answers(d, NULL);
	return e == ERR_OK ? cursor_open(d, s) : e;
}

/* All of BIGINT, which str_int leaves out at both ends; what follows the
 * digits is dropped, as SQLite does. Summed below zero, where there is one
 * number more. */
static int64_t int_of(const char *text)
{
	bool minus = *text == '-';
	int64_t n = 0;

	for (const char *p = text + minus; *p >= '0' && *p <= '9'; p++)
		if (__builtin_mul_overflow(n, 10, &n) ||
		    __builtin_sub_overflow(n, *p - '0', &n))
			return 0;
	if (!minus && __builtin_sub_overflow(0, n, &n))
		return 0;
	return n;
}

static enum err pg_step(struct stmt *st, bool *row)
{
	struct pg_db *d = own(st->db);
	struct pg_stmt *s = own_stmt(st);
	enum err e = ERR_OK;

	arena_reset(&s->row_mem);
	if (!s->res)
		e = start(d, s);
	else if (st->stream && s->row + 1 >= s->rows &&
		 (!st->db->unanswered || !(e = answers(d, NULL))))
		e = cursor_fetch(d, s);
	if (e != ERR_OK)
		return e;
	*row = ++s->row < s->rows;
	if (*row)
		return ERR_OK;
	st->changed = int_of(PQcmdTuples(s->res));
	result_drop(s);
	if (st->stream)
		cursor_close(d, s);
	return ERR_OK;
}

static void pg_reset(struct stmt *st)
{
	struct pg_stmt *s = own_stmt(st);

	if (s->res && st->stream)
		cursor_close(own(st->db), s);
	result_drop(s);
	if (s->bytes.n > BYTES_KEPT)
		buf_release(&s->bytes);
	else
		buf_reset(&s->bytes);
}

/* Columns */

static struct pg_stmt *with_column(struct stmt *st, int at)
{
	struct pg_stmt *s = own_stmt(st);

	if (at < 0 || at >= s->columns)
		BUG("a row has no such column");
	return s;
}

static int64_t pg_col_int(struct stmt *st, int at)
{
	const struct pg_stmt *s = with_column(st, at);
	const char *text = PQgetvalue(s->res, s->row, at);

	/* What SQLite calls 1 and 0 has a type of its own here. */
	if (PQftype(s->res, at) == OID_BOOL)
		return *text == 't';
	return int_of(text);
}

static int hex_digit(char c)
{
	return c <= '9' ? c - '0' : c - 'a' + 10;
}

/* "\x0aff", as bytea_output TO 'hex' has it. */
static struct str bytes_of(struct arena *mem, struct str hex)
{
	size_t n = hex.n < 2 ? 0 : (hex.n - 2) / 2;
	char *p = arena_alloc(mem, n + 1);

	for (size_t i = 0; i < n; i++)
		p[i] = (char)(hex_digit(hex.p[2 + 2 * i]) << 4 |
			      hex_digit(hex.p[3 + 2 * i]));
	return (struct str){ p, n };
}

static struct str pg_col_str(struct stmt *st, int at)
{
	struct pg_stmt *s = with_column(st, at);
	struct str v = { PQgetvalue(s->res, s->row, at),
			 (size_t)PQgetlength(s->res, s->row, at) };

	if (PQftype(s->res, at) == OID_BOOL && v.n)
		return *v.p == 't' ? STR("1") : STR("0");
	if (PQftype(s->res, at) == OID_BYTEA && v.n)
		return bytes_of(&s->row_mem, v);
	return v;
}

static bool pg_col_null(struct stmt *st, int at)
{
	const struct pg_stmt *s = with_column(st, at);

	return PQgetisnull(s->res, s->row, at);
}

static void pg_cost(struct stmt *st, struct db_cost *sum, bool forget)
{
	/* The server counts for itself: see pg_stat_statements. */
	(void)st;
	(void)sum;
	(void)forget;
}

const struct db_driver db_pg = {
	.kind = DB_PG,
	.db_size = sizeof(struct pg_db),
	.stmt_size = sizeof(struct pg_stmt),
	.open = pg_open,
	.close = pg_close,
	.control = pg_control,
	.script = pg_script,
	.has_table = pg_has_table,
	.generation = pg_generation,
	.prepare = pg_prepare,
	.drop = pg_drop,
	.bind = pg_bind,
	.step = pg_step,
	.send = pg_send,
	.answers = pg_answers,
	.reset = pg_reset,
	.col_int = pg_col_int,
	.col_str = pg_col_str,
	.col_null = pg_col_null,
	.cost = pg_cost,
};
