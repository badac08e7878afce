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

struct backup_result {
	int64_t tables;
	int64_t rows;
	int64_t files;
	int64_t bytes;		/* of the ZIP */
};

/* Writes beside, syncs and renames: the file is whole or not there.
 * The caller holds a read transaction. Progress: "progress.backup". */
enum err svc_backup(struct ctx *ctx, const char *path,
		    struct backup_result *out);

/*
 * Into a database without records (migrated, nothing in its log);
 * ERR_CONFLICT when there are some. ERR_CORRUPT: not a backup, or a damaged
 * one; ERR_NEWER: of a newer schema. One transaction; files first. Progress:
 * "progress.restore".
 */
enum err svc_restore(struct ctx *ctx, const char *path,
		     struct backup_result *out);

#endif
