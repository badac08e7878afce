/*
 * svc_export.h - all records as the files that svc_import reads
 *
 * ENTITY.csv for each entity that has records, in order of code (links in
 * order of making), and manifest.csv with the settings. What the reader's
 * edition does not reach is left out. Importing an export into an empty
 * database and exporting that gives the same bytes.
 */
#ifndef SERVICE_SVC_EXPORT_H
#define SERVICE_SVC_EXPORT_H

#include "access/ctx.h"

struct export_ask {
	const char *dir;	/* made when it is not there */
	/* NULL-ended; NULL: all, and the manifest. */
	const struct entity *const *entities;
};

struct export_result {
	int64_t files;
	int64_t rows;
};

/* The caller holds a read transaction, so that all files are of one state;
 * memory does not grow with the data. Existing files of the
 * same names are replaced, others left. Progress: "progress.export". */
enum err svc_export(struct ctx *ctx, const struct export_ask *ask,
		    struct export_result *out);

/* One entity to an open descriptor (standard output). */
enum err svc_export_fd(struct ctx *ctx, const struct entity *e, int fd,
		       struct export_result *out);

#endif
