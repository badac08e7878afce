/*
 * entity.h - what kinds of record there are
 *
 * An entity is one C struct that opens with struct row, and one static const
 * table of fields beside it (domain/NAME.h, domain/NAME.c). The list of all
 * entities is in domain/entities.c; entity_verify() checks every table at
 * start.
 */
#ifndef MODEL_ENTITY_H
#define MODEL_ENTITY_H

#include "model/field.h"

enum stage { STAGE_DRAFT = 1, STAGE_PUBLISHED, STAGE_WITHDRAWN };
enum edition {
	EDITION_PUBLIC = 1, EDITION_PARTNERS, EDITION_GOVERNMENT,
	EDITION_RESTRICTED
};
enum track { TRACK_NONE = 1, TRACK_FEDERAL, TRACK_KRG };

/* What every record has. Stage is a column; progress never is. */
struct row {
	int64_t id;		/* 0: not stored yet */
	struct str code;	/* empty where the entity bears none */
	int64_t version;	/* 1 for a new one; +1 on each save */
	struct choice stage;
	struct choice edition;
	struct choice track;
	struct ref owner;	/* the organisation it belongs to */
	struct line reason;	/* why it was withdrawn */
	struct instant made_at;
	struct instant changed_at;
	struct str made_by;	/* who, as the log names them */
	struct str changed_by;
	struct str heading;	/* in the reader's language; filled on load */
	enum lang heading_lang;
	const char *heading_origin;	/* name of a text_origin; only where
					 * title_origins() was asked */
};

enum entity_flag {
	ENTITY_NO_CODE = 1 << 0,	/* link */
	ENTITY_SOURCED_CODE = 1 << 1,	/* bears a code of its own world
					 * (MOMD, GCM-21): one must be given */
};

struct entity {
	const char *name;	/* "pledge": table, CLI word, words key */
	const char *path;	/* "pledges"; NULL: no pages of its own */
	const char *prefix;	/* of codes made by us: "A-" gives A-001 */
	size_t size;
	const struct field *fields;
	size_t fields_n;
	unsigned flags;
	/* Rules that tie fields together; pure. was: the stored one or NULL */
	void (*check)(const void *now, const void *was, struct problems *ps);
};

/* .fields and .fields_n of a static table. */
#define FIELDS(table) .fields = table, .fields_n = COUNT(table)

/* The part of struct row that people set; walked like any other field. */
extern const struct field row_fields[];		/* stage … reason */
extern const size_t row_fields_n;
extern const struct choices stage_choices, edition_choices, track_choices;

/* All entities in an order where each one's refs come before it as far as
 * that is possible; also the order of an export. Defined in domain/. */
extern const struct entity *const entities[];
extern const size_t entities_n;

const struct entity *entity_by_name(struct str name);
const struct entity *entity_by_path(struct str path);
const struct field *entity_field(const struct entity *e, struct str name);
/* What the keys of its words begin with: "row" for a field that every record
 * has, else the entity's name. */
const char *entity_words(const struct entity *e, const struct field *f);
/* The HEADING text; NULL where refs or the code make the heading. */
const struct field *entity_heading(const struct entity *e);
struct row *record_row(void *record);
const struct row *record_row_in(const void *record);
/* Stops the program when a table contradicts itself. */
void entity_verify(void);

#endif
