/*
 * svc_backup.h - everything in one ZIP, for either database
 *
 * TABLE.jsonl holds the rows of a table, one JSON object a line, all of one
 * snapshot; files/… the files of evidence; about.json the version of the
 * schema and what was counted. A backup works while others read and write,
 * and can be restored on SQLite and on PostgreSQL, whichever it came from.
 */
#ifndef SERVICE_SVC_BACKUP_H
#define SERVICE_SVC_BACKUP_H

#include "access/ctx.h"
#include "store/log_chain.h"

struct backup_result {
	int64_t tables;
	int64_t rows;
	int64_t files;
	int64_t bytes;		/* of the ZIP */
	struct log_head head;	/* of the log that is in it */
};

/* Writes beside, syncs and renames: the file is whole or not there.
 * The caller holds a read transaction. Progress: "progress.backup". */
enum err svc_backup(struct ctx *ctx, const char *path,
		    struct backup_result *out);

/*
 * Into a database without records, made or not; ERR_CONFLICT when there are
 * some. A backup of an older schema needs a database that is not made yet
 * (else ERR_PROBLEMS) and is brought up to ours. ERR_CORRUPT: not a backup, or
 * a damaged one; ERR_NEWER: of a newer schema. Files first, then all rows in
 * one transaction, then what is made from them. Progress: "progress.restore".
 */
enum err svc_restore(struct ctx *ctx, const char *path,
		     struct backup_result *out);

/* The head of the log that a backup was made with. ERR_MISSING: no such file;
 * ERR_CORRUPT: no backup, or one that does not say it. */
enum err svc_backup_head(const char *path, struct log_head *out);

#endif
