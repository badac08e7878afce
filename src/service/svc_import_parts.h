/*
 * svc_import_parts.h - what the files behind svc_import.h share
 *
 * An import goes over its files twice. The first time it reads headers and
 * takes down which codes are coming (svc_import_plan.c). The second time it
 * reads, checks and saves row by row (svc_import_row.c); a row that names a
 * record which is still coming waits for the next round. When a round brings
 * nothing on, rows refer to each other in a ring: they are saved without
 * those refs and once more with them.
 */
#ifndef SERVICE_SVC_IMPORT_PARTS_H
#define SERVICE_SVC_IMPORT_PARTS_H

#include "format/csv_in.h"
#include "service/svc_import.h"
#include "service/svc_record.h"

enum import_part {
	PART_CODE,
	PART_VALUE,		/* of any field but a text */
	PART_BODY,		/* title:ar */
	PART_ORIGIN,		/* title:ar:origin */
	PART_STATE,		/* title:ar:state */
	PART_MADE_FROM		/* title:ar:made_from */
};

struct import_column {
	enum import_part part;
	const struct field *field;	/* NULL: the code */
	enum lang lang;
};

/* A setting that a manifest changes. */
struct import_change {
	struct str key;
	int64_t row;
	struct difference difference;
};

/* One file. */
struct import_sheet {
	struct str name;
	const struct entity *entity;
	struct csv_in csv;
	struct import_column *columns;
	size_t columns_n;
	size_t code_at;			/* columns_n: there is none */
	bool brings_new;
	size_t there;			/* rows whose record may be stored */
	bool was_windowed;
};

/* Stored records of a sheet, a thousand at a time, as long as its rows come
 * in their order; see svc_import_window.c. */
struct import_window {
	const struct import_sheet *sheet;
	struct arena mem;
	void **records;
	size_t n, at;			/* at: the next one expected */
	size_t misses;
};

enum import_whereabouts {
	CODE_NOWHERE,
	CODE_COMING,		/* a row of this import will make it */
	CODE_THERE,
	CODE_REFUSED		/* its row has problems */
};

/* What is known of a code, or of the ends of a link. */
struct import_code {
	struct str code;
	enum import_whereabouts where;
	const struct entity *entity;
	int64_t id;
	const struct import_sheet *sheet;	/* with a row for it, or NULL */
	int64_t row;
	bool asked;		/* the database was */
	bool made;		/* by this import: nothing refers to it yet */
	struct import_code *next;
};

struct import_place {
	struct import_sheet *sheet;
	size_t at;
	int64_t row;
	int64_t id;		/* of a record to be saved once more */
	enum import_fate told;	/* of that record */
};

struct import_places {
	struct import_place *list;
	size_t n, room;
};

enum { IMPORT_BUCKETS = 1 << 16 };

struct import {
	struct ctx *caller;
	struct ctx ctx;			/* of a row: its memory, its problems */
	const struct import_ask *ask;
	struct import_result *out;
	struct arena mem;		/* of the whole import */
	struct arena row_mem;		/* of one row */
	struct import_sheet *sheets;
	size_t sheets_n;
	struct import_code **codes;	/* IMPORT_BUCKETS */
	struct import_places work;
	struct import_window window;
	struct save how;
	bool ring;			/* save rows without refs to come */
	size_t problem_column[PROBLEMS_MAX];
	/* For the log: settings before and after. */
	struct difference settings[64];
	size_t settings_n;
};

/* Where a code leads; asks the database the first time. */
struct import_code *import_code_of(struct import *im, struct str code);
/* Without asking the database, which import_code_of may do later. */
struct import_code *import_code_put(struct import *im, struct str code);
void import_place_add(struct import *im, struct import_places *to,
		      struct import_place place);

/* A stored record without a query of its own, good until the next one is
 * asked for; NULL: it must be looked up. */
struct link;
void *import_window_record(struct import *im, struct import_sheet *s,
			   struct str code);
void *import_window_link(struct import *im, struct import_sheet *s,
			 const struct link *ends);

/* Where a problem is: the column, from 1, and its field; 0 and "" for the
 * whole row. */
struct import_at {
	size_t column;
	const char *field;
};
static inline struct import_at import_at(size_t column, const char *field)
{
	return (struct import_at){ column, field };
}

/* A problem of the row at hand. */
void import_fault(struct import *im, struct import_at at, const char *key,
		  struct str value, struct str right);
/* That a file cannot be read on. */
void import_csv_fault(struct import *im, const struct csv_in *csv);
/* Tells a fate, with the row's problems; row 0 or 1: about the file. */
void import_tell(struct import *im, struct import_row *row);
/* The problems so far are about a file as a whole: refuses it. */
void import_file_refuse(struct import *im, struct str name,
			const struct entity *e, int64_t row);

/* Reads the header; false when the file is refused. */
bool import_header(struct import *im, struct import_sheet *s);
/* Takes down all rows of a sheet. */
void import_rows_plan(struct import *im, struct import_sheet *s);

/* Does one row; false when it must wait. Rows of a ring go to again. */
bool import_row_do(struct import *im, const struct import_place *place,
		   struct import_places *again);

/* Settings of a manifest; problems are told. */
void import_manifest(struct import *im);
/* The value of the first such key; empty when there is none. */
struct str import_manifest_value(struct arena *mem, struct str manifest,
				 struct str key, size_t nth);

/* The number of the batch, made when it is first needed. */
void import_batch_begin(struct import *im);

#endif
