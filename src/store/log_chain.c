/* log_chain.c - the log of everything that changed */

#include "store/log_chain.h"

#include <stdio.h>

#include "base/digest.h"
#include "base/log.h"

/*
 * Fields are parted by U+001F and lines by U+001E, which no text of a record
 * can hold (controls are refused at every door), so the form is canonical.
 */
enum { FIELD_SEP = 0x1f, LINE_SEP = 0x1e, SALT_SIZE = 16 };

struct str log_changes(struct arena *mem, const struct difference *d,
		       size_t n)
{
	struct buf b;
	struct str s;

	buf_init(&b);
	for (size_t i = 0; i < n; i++) {
		buf_add_cstr(&b, d[i].field->name);
		buf_add_char(&b, FIELD_SEP);
		if (d[i].lang != LANG_N)
			buf_add_cstr(&b, lang_row(d[i].lang)->tag);
		buf_add_char(&b, FIELD_SEP);
		buf_add(&b, d[i].before);
		buf_add_char(&b, FIELD_SEP);
		buf_add(&b, d[i].after);
		buf_add_char(&b, LINE_SEP);
	}
	s = arena_str(mem, buf_str(&b));
	buf_release(&b);
	return s;
}

bool log_change_next(struct str *rest, struct log_change *out)
{
	struct str line;
	size_t end = str_find_char(*rest, LINE_SEP);

	if (end == rest->n)
		return false;
	line = str_cut(*rest, 0, end);
	*rest = str_cut(*rest, end + 1, rest->n);
	return str_split(&line, FIELD_SEP, &out->field) &&
	       str_split(&line, FIELD_SEP, &out->lang) &&
	       str_split(&line, FIELD_SEP, &out->before) &&
	       str_split(&line, FIELD_SEP, &out->after);
}

static struct str hash_hex(struct arena *mem, struct str a, struct str b)
{
	struct str parts[] = { a, b };
	struct digest d = digest_of(parts, COUNT(parts));

	return digest_hex(mem, &d);
}

/* The bytes that the leaf of an entry is made of; see RFC 9162, 2.1.1. */
static struct str leaf_of(struct arena *mem, const struct log_entry *e,
			  struct str content_hash, struct str prev)
{
	struct str canonical = arena_printf(mem,
		"%lld\x1f%lld\x1f%.*s\x1f%.*s\x1f%.*s\x1f%.*s\x1f%.*s\x1f"
		"%lld\x1f%lld\x1f%lld\x1f%.*s\x1f%.*s",
		(long long)e->seq, (long long)e->at.ms, STR_ARG(e->actor),
		STR_ARG(e->seat), STR_ARG(e->acting_for), STR_ARG(e->verb),
		STR_ARG(e->entity), (long long)e->row_id,
		(long long)e->version, (long long)e->batch,
		STR_ARG(content_hash), STR_ARG(prev));

	return hash_hex(mem, (struct str){ "\0", 1 }, canonical);
}

static void end_put(struct db *db, int64_t seq, struct str leaf)
{
	struct db_log_end *end = db_log_end(db);

	end->known = leaf.n < sizeof(end->leaf);
	end->seq = seq;
	if (end->known)
		snprintf(end->leaf, sizeof(end->leaf), "%.*s",
			 STR_ARG(leaf));
}

/* Asked once in a transaction: from then on nobody else can append. */
static const struct db_log_end *end_get(struct db *db)
{
	struct stmt *st;

	if (db_log_end(db)->known)
		return db_log_end(db);
	db_lock_log(db);
	end_put(db, 0, STR(""));
	st = db_stmt(db, SQL("SELECT seq, leaf FROM log "
			     "ORDER BY seq DESC LIMIT 1"));
	if (stmt_step(st)) {
		end_put(db, col_int(st, 0), col_str(st, 1));
		stmt_run(st);
	}
	return db_log_end(db);
}

enum err log_append(struct db *db, struct arena *mem,
		    const struct log_entry *entry)
{
	const struct db_log_end *end = end_get(db);
	struct log_entry e = *entry;
	struct str prev, salt, hash, leaf;
	unsigned char random[SALT_SIZE];
	struct digest salted;
	struct stmt *st;

	e.seq = end->seq + 1;
	prev = arena_str(mem, str_of(end->leaf));
	random_bytes(random, sizeof(random));
	salted = digest_of((struct str[]){
			{ (const char *)random, sizeof(random) } }, 1);
	salt = digest_hex(mem, &salted);
	hash = hash_hex(mem, salt, e.changes);
	leaf = leaf_of(mem, &e, hash, prev);

	st = db_stmt(db, SQL("INSERT INTO log (seq, at, actor, seat, "
		"acting_for, verb, entity, row_id, version, batch, "
		"content_hash, prev, leaf) VALUES ($1, $2, $3, $4, $5, $6, "
		"$7, $8, $9, $10, $11, $12, $13)"));
	bind_int(st, 1, e.seq);
	bind_int(st, 2, e.at.ms);
	bind_str(st, 3, e.actor);
	bind_str(st, 4, e.seat);
	bind_str(st, 5, e.acting_for);
	bind_str(st, 6, e.verb);
	bind_str(st, 7, e.entity);
	bind_int(st, 8, e.row_id);
	bind_int(st, 9, e.version);
	bind_int(st, 10, e.batch);
	bind_str(st, 11, hash);
	bind_str(st, 12, prev);
	bind_str(st, 13, leaf);
	stmt_run(st);
	st = db_stmt(db, SQL("INSERT INTO log_content (seq, salt, changes) "
			     "VALUES ($1, $2, $3)"));
	bind_int(st, 1, e.seq);
	bind_str(st, 2, salt);
	bind_str(st, 3, e.changes);
	stmt_run(st);
	end_put(db, e.seq, leaf);
	return db_err(db);
}

/* Columns 0-9 of the log, then salt and changes of its content. */
static struct log_entry entry_read(struct stmt *st, struct arena *mem)
{
	return (struct log_entry){
		.seq = col_int(st, 0),
		.at = { col_int(st, 1) },
		.actor = arena_str(mem, col_str(st, 2)),
		.seat = arena_str(mem, col_str(st, 3)),
		.acting_for = arena_str(mem, col_str(st, 4)),
		.verb = arena_str(mem, col_str(st, 5)),
		.entity = arena_str(mem, col_str(st, 6)),
		.row_id = col_int(st, 7),
		.version = col_int(st, 8),
		.batch = col_int(st, 9),
		.erased = col_null(st, 10),
		.changes = arena_str(mem, col_str(st, 11)),
	};
}

enum err log_of(struct db *db, struct arena *mem, const struct entity *e,
		int64_t id, size_t limit, struct log_entry **out, size_t *n)
{
	struct stmt *st = db_stmt(db, SQL(
		"SELECT l.seq, l.at, l.actor, l.seat, l.acting_for, l.verb, "
		"l.entity, l.row_id, l.version, l.batch, c.salt, c.changes "
		"FROM log l LEFT JOIN log_content c ON c.seq = l.seq "
		"WHERE l.seq IN ("
		"SELECT seq FROM log WHERE entity = $1 AND row_id = $2 "
		"UNION SELECT g.seq FROM link k JOIN log g ON "
		"g.entity = 'link' AND g.row_id = k.id "
		"WHERE k.from_entity = $1 AND k.\"from\" = $2 "
		"UNION SELECT g.seq FROM link k JOIN log g ON "
		"g.entity = 'link' AND g.row_id = k.id "
		"WHERE k.to_entity = $1 AND k.\"to\" = $2 "
		"UNION SELECT g.seq FROM link_was k JOIN log g ON "
		"g.entity = 'link' AND g.row_id = k.id "
		"WHERE k.from_entity = $1 AND k.\"from\" = $2 "
		"UNION SELECT g.seq FROM link_was k JOIN log g ON "
		"g.entity = 'link' AND g.row_id = k.id "
		"WHERE k.to_entity = $1 AND k.\"to\" = $2) "
		"ORDER BY l.seq DESC LIMIT $3"));

	*out = arena_array(mem, limit, sizeof(**out));
	*n = 0;
	bind_str(st, 1, str_of(e->name));
	bind_int(st, 2, id);
	bind_int(st, 3, (int64_t)limit);
	while (*n < limit && stmt_step(st))
		(*out)[(*n)++] = entry_read(st, mem);
	return db_err(db);
}

int64_t log_newest(struct db *db)
{
	struct stmt *st = db_stmt(db, SQL("SELECT max(seq) FROM log"));
	int64_t seq = stmt_step(st) ? col_int(st, 0) : 0;

	stmt_run(st);
	return seq;
}

/* What is wrong with an entry, given the one before it; NULL: nothing. */
static const char *entry_fault(struct stmt *st, struct arena *mem,
			       int64_t expected, struct str prev)
{
	struct log_entry e = entry_read(st, mem);
	struct str hash = arena_str(mem, col_str(st, 12));

	if (e.seq != expected)
		return "missing";
	if (!str_eq(col_str(st, 13), prev))
		return "chain";
	if (!str_eq(col_str(st, 14), leaf_of(mem, &e, hash, prev)))
		return "entry";
	if (!e.erased && !str_eq(hash_hex(mem, arena_str(mem,
					  col_str(st, 10)), e.changes), hash))
		return "content";
	return NULL;
}

enum err log_verify(struct db *db, struct log_verdict *out,
		    void (*progress)(void *, int64_t done, int64_t all),
		    void *watcher)
{
	int64_t all = log_newest(db), last = 0;
	struct arena mem;
	struct str prev = STR("");
	char leaf[DIGEST_HEX];

	*out = (struct log_verdict){ 0 };
	arena_init(&mem, 256 * 1024 * 1024);
	/* A thousand entries at a time: memory stays bounded. */
	while (last < all && !out->broken_seq && !db_err(db)) {
		struct stmt *st = db_stmt(db, SQL(
			"SELECT l.seq, l.at, l.actor, l.seat, l.acting_for, "
			"l.verb, l.entity, l.row_id, l.version, l.batch, "
			"c.salt, c.changes, l.content_hash, l.prev, l.leaf "
			"FROM log l LEFT JOIN log_content c ON c.seq = l.seq "
			"WHERE l.seq > $1 ORDER BY l.seq LIMIT 1000"));
		int64_t before = last;

		bind_int(st, 1, last);
		while (!out->broken_seq && stmt_step(st)) {
			out->why = entry_fault(st, &mem, last + 1, prev);
			if (out->why) {
				out->broken_seq = last + 1;
				break;
			}
			last++;
			out->checked++;
			prev = str_cut(col_str(st, 14), 0, DIGEST_HEX);
			for (size_t i = 0; i < prev.n; i++)
				leaf[i] = prev.p[i];
			prev.p = leaf;
			arena_reset(&mem);
		}
		stmt_run(st);
		if (last == before && !out->broken_seq) {
			out->broken_seq = last + 1;
			out->why = "missing";
		}
		if (progress)
			progress(watcher, last, all);
	}
	arena_release(&mem);
	return db_err(db);
}

static void head_put(struct log_head *h, int64_t seq, struct str leaf)
{
	h->seq = seq;
	snprintf(h->leaf, sizeof(h->leaf), "%.*s", STR_ARG(leaf));
}

enum err log_head_get(struct db *db, struct log_head *out)
{
	struct stmt *st = db_stmt(db, SQL("SELECT seq, leaf FROM log "
					  "ORDER BY seq DESC LIMIT 1"));

	head_put(out, 0, STR(""));
	if (stmt_step(st))
		head_put(out, col_int(st, 0), col_str(st, 1));
	stmt_run(st);
	return db_err(db);
}

struct str log_head_text(struct arena *mem, const struct log_head *h)
{
	return arena_printf(mem, "%lld:%s", (long long)h->seq, h->leaf);
}

bool log_head_read(struct str text, struct log_head *out)
{
	size_t colon = str_find_char(text, ':');
	struct str leaf = str_cut(text, colon + 1, text.n);
	struct digest d;
	int64_t seq;

	if (!str_int(str_cut(text, 0, colon), &seq) || seq < 0 ||
	    (seq ? !digest_read(leaf, &d) : leaf.n != 0))
		return false;
	head_put(out, seq, leaf);
	return true;
}

const char *log_head_fault(struct db *db, const struct log_head *noted)
{
	struct stmt *st = db_stmt(db, SQL("SELECT leaf FROM log "
					  "WHERE seq = $1"));
	const char *fault = "cut";

	if (!noted->seq)
		return NULL;
	bind_int(st, 1, noted->seq);
	if (stmt_step(st))
		fault = str_is(col_str(st, 0), noted->leaf) ? NULL : "other";
	stmt_run(st);
	return fault;
}
