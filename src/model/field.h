/*
 * field.h - how one member of an entity is described
 *
 * A field table is a fact sheet: it says what a member is, never how it
 * looks, who may see it or when it may change. Forms, validation, SQL, JSON,
 * CSV, history and the data dictionary walk it. The words of a field are
 * "ENTITY.FIELD", its hint "ENTITY.FIELD.hint", a choice "ENTITY.FIELD.NAME".
 */
#ifndef MODEL_FIELD_H
#define MODEL_FIELD_H

#include "base/arena.h"
#include "base/buf.h"
#include "model/problems.h"
#include "model/value.h"

enum kind {
	KIND_TEXT,
	KIND_LONGTEXT,
	KIND_LINE,
	KIND_DATE,
	KIND_INSTANT,
	KIND_COUNT,
	KIND_YESNO,
	KIND_CHOICE,
	KIND_REF,
	KIND_ANYREF,
	KIND_URL,
	KIND_N
};

/* At most eight; a ninth needs a decision record. */
enum field_flag {
	REQUIRED = 1 << 0,	/* must not be empty; a text in one language */
	LISTED	 = 1 << 1,	/* a column of the list page */
	SEARCHED = 1 << 2,	/* its words lead to the record */
	FIXED	 = 1 << 3,	/* set once, never edited */
	HEADING	 = 1 << 4,	/* names the record: a text, or else refs whose
				 * headings are joined by " · " */
	NATURAL	 = 1 << 5,	/* with the other NATURAL fields it names a
				 * record that bears no code */
	VERBATIM = 1 << 6,	/* somebody's own words: a text that is not
				 * put into other languages */
};

struct choice_row {
	uint8_t v;
	const char *name;	/* stored, exported, last part of its words */
};

struct choices {
	const struct choice_row *rows;
	size_t n;
};

struct field {
	const char *name;	/* column, form name, JSON name, CSV head */
	size_t at;		/* where the member lies in its struct */
	enum kind kind;
	unsigned flags;
	int max;		/* most characters of a text or line */
	const struct choices *choices;	/* KIND_CHOICE, and only there */
	const struct entity *refers;	/* KIND_REF, and only there */
};

/*
 * FIELD(struct pledge, due_on) fills in name, place and kind of a member.
 * The kind is read from its C type: a table cannot disagree with its struct,
 * and a member of any other type does not compile.
 */
#define FIELD(S, m) .name = #m, .at = offsetof(S, m), \
	.kind = _Generic(((S *)0)->m, \
		struct text: KIND_TEXT, \
		struct longtext: KIND_LONGTEXT, \
		struct line: KIND_LINE, \
		struct date: KIND_DATE, \
		struct instant: KIND_INSTANT, \
		struct count: KIND_COUNT, \
		struct yesno: KIND_YESNO, \
		struct choice: KIND_CHOICE, \
		struct ref: KIND_REF, \
		struct anyref: KIND_ANYREF, \
		struct url: KIND_URL)

/* The member of a record that f describes. */
void *field_of(const struct field *f, void *record);
const void *field_in(const struct field *f, const void *record);

/* The text of a text or longtext member; NULL for other kinds. */
struct text *field_text(const struct field *f, void *record);
const struct text *field_text_in(const struct field *f, const void *record);

bool field_empty(const struct field *f, const void *record);
/* Equal in what is stored: a ref by id, a text by every language. */
bool field_eq(const struct field *f, const void *a, const void *b);

const char *choice_name(const struct choices *c, struct choice v);
bool choice_find(const struct choices *c, struct str name,
		 struct choice *out);

/*
 * Reads what was typed or sent into the member; empty clears it. Mistakes go
 * to problems under the field's name and leave the member unset. Refs are
 * only taken down by code (ref.code); whoever has a database resolves them.
 * For texts, read each language by field_read_text.
 */
void field_read(const struct field *f, struct arena *mem, struct str typed,
		void *record, struct problems *ps);
void field_read_text(const struct field *f, struct arena *mem, enum lang l,
		     struct str typed, void *record, struct problems *ps);
/* The plain, machine form: CSV, JSON, form values. Refs by code, anyref as
 * code, choices by name, dates as ISO, yesno yes|no. Not for texts. */
void field_print(const struct field *f, const void *record, struct buf *out);
/* The same as a text in mem. */
struct str field_printed(const struct field *f, struct arena *mem,
			 const void *record);

#endif
