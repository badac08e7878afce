/*
 * record.h - one whole record, whatever its entity
 */
#ifndef MODEL_RECORD_H
#define MODEL_RECORD_H

#include "model/entity.h"

/* A new empty record: draft, public edition, no track. */
void *record_new(const struct entity *e, struct arena *mem);
void *record_copy(const struct entity *e, struct arena *mem, const void *r);
/*
 * What the table demands of each field (required, length, closed list,
 * FIXED against was) and then entity.check. was is NULL for a new one.
 */
void record_validate(const struct entity *e, const void *now,
		     const void *was, struct problems *ps);

/* One difference between two states of a record. */
struct difference {
	const struct field *field;
	enum lang lang;		/* for texts; LANG_N otherwise */
	struct str before;	/* printed; empty: was not set */
	struct str after;
};
/* All differences, row_fields included; the array lives in mem. was may be
 * NULL: then everything that is set is a difference. */
size_t record_differences(const struct entity *e, struct arena *mem,
			  const void *was, const void *now,
			  struct difference **out);

#endif
