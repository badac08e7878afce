/*
 * svc_import.h - records out of CSV files, and the same undone
 *
 * A file holds records of one entity, by its name (pledge.csv) or as told.
 * Its first row names the columns: `code`, the fields, and a column for each
 * language of a text (title:ar), which may have title:ar:origin,
 * title:ar:state and title:ar:made_from beside it. Records are found by code, links by kind, from
 * and to. A column that is not there leaves the field as it is; an empty
 * cell clears it (stage, edition and track: published, public, none).
 *
 * A field of every record that the entity hides by one of its own (the
 * reason of a statement) is called row.reason.
 *
 * All files together are one change: applied whole or not at all, written
 * under one batch number, undone as a whole. Codes may be used before the
 * row that brings them. A dry run does everything and takes it back.
 */
#ifndef SERVICE_SVC_IMPORT_H
#define SERVICE_SVC_IMPORT_H

#include "access/ctx.h"
#include "model/record.h"

enum {
	IMPORT_FILE_MAX = 512 * 1024 * 1024,	/* bytes of one file */
	IMPORT_FILES_MAX = 64
};

struct import_file {
	struct str name;	/* for messages; "…/ENTITY.csv" says what it
				 * holds when entity is NULL */
	struct str bytes;	/* as they came, in any of our charsets */
	const struct entity *entity;
};

enum import_fate {
	IMPORT_SAME,		/* nothing to do */
	IMPORT_NEW,
	IMPORT_CHANGED,
	IMPORT_KEPT,		/* changed by people since it was loaded, and
				 * left as it is: reloads of packs only */
	IMPORT_REFUSED,		/* see its problems */
	IMPORT_FATES
};

/* "same", "new", "changed", "kept", "refused": words key "import.NAME". */
const char *import_fate_name(enum import_fate fate);

struct import_problem {
	struct problem problem;	/* .row: of the file */
	size_t column;		/* from 1; 0 when it is about the whole row */
};

/*
 * What became of a row; good until the function it was given to returns.
 * Row 0 or 1 (the header), refused: about the file itself, of which no row
 * was looked at. Row 1, same: a note, that a column was moved. A row of
 * manifest.csv: a setting, its key as code.
 */
struct import_row {
	struct str file;
	const struct entity *entity;	/* NULL: not known */
	int64_t row;
	enum import_fate fate;
	struct str code;	/* "leads MOMD IQ22-4" for a link; empty for
				 * a new record that is given one */
	const struct difference *differences;	/* new, changed, kept */
	size_t differences_n;
	const struct import_problem *problems;	/* refused */
	size_t problems_n;
};

struct import_ask {
	const struct import_file *files;
	size_t files_n;
	/* CSV of key,value with settings and titles; empty: none. */
	struct str manifest;
	bool dry_run;
	/* A pack that was loaded before: what people changed since then is
	 * kept and listed. */
	bool pack;
	struct str what;	/* for the log: "packs/iraq", "pledge.csv" */
	/* Told each row as soon as its fate is known; NULL: nobody asks. */
	void (*row)(void *watcher, const struct import_row *row);
	void *watcher;
};

struct import_result {
	int64_t batch;		/* 0: nothing was written */
	int64_t n[IMPORT_FATES];
	int64_t settings;	/* settings that were changed */
	int64_t settings_kept;	/* left as people set them: packs only */
};

/*
 * ERR_PROBLEMS: at least one row was refused and nothing was written; the
 * first problems are in ctx->problems too. Reports progress under the key
 * "progress.import". ctx->settings is not read anew: the caller does that.
 */
enum err svc_import(struct ctx *ctx, const struct import_ask *ask,
		    struct import_result *out);

/*
 * Reads DIR, or one FILE.csv, and imports it. DIR/manifest.csv with the key
 * `pack` makes it a pack. The entity is told for a single file whose name
 * does not say it; NULL otherwise. ERR_MISSING: no such path, or no CSV in
 * it.
 */
struct import_path {
	const char *path;
	const struct entity *entity;
	bool dry_run;
	void (*row)(void *watcher, const struct import_row *row);
	void *watcher;
};
enum err svc_import_path(struct ctx *ctx, const struct import_path *ask,
			 struct import_result *out);

/* True when a field of row_fields is hidden in that way. */
bool svc_row_field_hidden(const struct entity *e, const struct field *f);

/* Of the newest batches first. */
struct import_batch {
	int64_t id;
	struct instant at;
	struct str actor;
	struct str what;
	int64_t rows;
	int64_t undone_by;	/* the batch that undid it; 0 */
};
enum err svc_import_batches(struct ctx *ctx, size_t limit,
			    struct import_batch **out, size_t *n);

/*
 * Takes a batch back: what it made is withdrawn (links are unlinked), what
 * it changed is as before, settings too. ERR_CONFLICT when a record was
 * changed since: nothing is undone, and the records are listed (their codes)
 * in conflicts. ERR_MISSING: no such batch; ERR_GONE: undone already.
 */
struct import_undone {
	int64_t batch;		/* the batch of the undoing */
	int64_t withdrawn, restored, unlinked;
	struct str *conflicts;
	size_t conflicts_n;
};
enum err svc_import_undo(struct ctx *ctx, int64_t batch,
			 struct import_undone *out);

#endif
