/*
 * log_chain.h - the log of everything that changed, chained by hashes
 *
 * Each entry's leaf is SHA-256(0x00 || canonical bytes), as a leaf of RFC
 * 9162 (2.1.1); prev is the leaf before it. What changed stands apart, in
 * log_content, and only its salted hash is chained, so that personal data
 * can be erased without breaking the chain.
 */
#ifndef STORE_LOG_CHAIN_H
#define STORE_LOG_CHAIN_H

#include "model/record.h"
#include "store/db.h"

struct log_entry {
	int64_t seq;
	struct instant at;
	struct str actor;
	struct str seat;
	struct str acting_for;
	struct str verb;
	struct str entity;
	int64_t row_id;
	int64_t version;
	int64_t batch;
	struct str changes;		/* see log_change; empty when erased */
	bool erased;
};

/* Differences in the form that is hashed and stored. */
struct str log_changes(struct arena *mem, const struct difference *d,
		       size_t n);
/* One line of such changes; false at the end. */
struct log_change {
	struct str field, lang, before, after;
};
bool log_change_next(struct str *rest, struct log_change *out);

enum err log_append(struct db *db, struct arena *mem,
		    const struct log_entry *entry);
/* Entries about a record and about its links, newest first. */
enum err log_of(struct db *db, struct arena *mem, const struct entity *e,
		int64_t id, size_t limit, struct log_entry **out, size_t *n);
int64_t log_newest(struct db *db);

struct log_verdict {
	int64_t checked;
	int64_t broken_seq;		/* 0: the log is whole */
	const char *why;		/* words key "verify.WHY" */
};
/* Proves every entry from the first on. */
enum err log_verify(struct db *db, struct log_verdict *out,
		    void (*progress)(void *, int64_t done, int64_t all),
		    void *watcher);

/*
 * The newest entry: its number and leaf, which stand for all entries before
 * it (decision 14). The chain alone cannot show that its newest entries were
 * cut off; a head noted elsewhere can.
 */
struct log_head {
	int64_t seq;			/* 0: the log is empty */
	char leaf[65];
};
enum err log_head_get(struct db *db, struct log_head *out);
/* "1513:0a4f…", and read again; false when it is no such text. */
struct str log_head_text(struct arena *mem, const struct log_head *h);
bool log_head_read(struct str text, struct log_head *out);
/* Does a log that log_verify found whole still hold what was noted? NULL, or
 * why not: "cut", "other" (words key "verify.WHY"). */
const char *log_head_fault(struct db *db, const struct log_head *noted);

#endif
