/* record.c - one whole record, whatever its entity */

#include "model/record.h"

#include <string.h>

void *record_new(const struct entity *e, struct arena *mem)
{
	void *record = arena_alloc(mem, e->size);
	struct row *row = record_row(record);

	row->stage.v = STAGE_DRAFT;
	row->edition.v = EDITION_PUBLIC;
	row->track.v = TRACK_NONE;
	return record;
}

void *record_copy(const struct entity *e, struct arena *mem, const void *r)
{
	void *copy = arena_alloc(mem, e->size);

	memcpy(copy, r, e->size);
	return copy;
}

static void field_validate(const struct field *f, const void *now,
			   const void *was, struct problems *ps)
{
	/* A field that could not be read has its problem already. */
	if (problem_of(ps, f->name))
		return;
	if ((f->flags & REQUIRED) && field_empty(f, now))
		problem_add(ps, f->name, "required");
	if (was && (f->flags & FIXED) && !field_eq(f, now, was))
		problem_add(ps, f->name, "fixed");
}

void record_validate(const struct entity *e, const void *now,
		     const void *was, struct problems *ps)
{
	for (size_t i = 0; i < e->fields_n; i++)
		field_validate(&e->fields[i], now, was, ps);
	for (size_t i = 0; i < row_fields_n; i++)
		field_validate(&row_fields[i], now, was, ps);
	if (record_row_in(now)->stage.v == STAGE_WITHDRAWN &&
	    str_empty(record_row_in(now)->reason.s))
		problem_add(ps, "reason", "reason_missing");
	if (e->check)
		e->check(now, was, ps);
}

struct found {
	struct difference *list;
	size_t n;
};

static void text_differences(const struct field *f, const void *was,
			     const void *now, struct found *out)
{
	static const struct text none;
	const struct text *a = was ? field_text_in(f, was) : &none;
	const struct text *b = field_text_in(f, now);

	for (enum lang l = 0; l < LANG_N; l++) {
		const struct text_body *x = &a->in[l], *y = &b->in[l];

		if (text_body_eq(x, y))
			continue;
		out->list[out->n++] = (struct difference){
			.field = f, .lang = l,
			.before = x->body, .after = y->body,
		};
	}
}

static void field_difference(const struct field *f, struct arena *mem,
			     const void *was, const void *now,
			     struct found *out)
{
	if (field_text_in(f, now)) {
		text_differences(f, was, now, out);
		return;
	}
	if (was ? field_eq(f, was, now) : field_empty(f, now))
		return;
	out->list[out->n++] = (struct difference){
		.field = f, .lang = LANG_N,
		.before = was ? field_printed(f, mem, was) : STR(""),
		.after = field_printed(f, mem, now),
	};
}

size_t record_differences(const struct entity *e, struct arena *mem,
			  const void *was, const void *now,
			  struct difference **out)
{
	struct found found = {
		.list = arena_array(mem, (e->fields_n + row_fields_n) * LANG_N,
				    sizeof(struct difference)),
	};

	for (size_t i = 0; i < e->fields_n; i++)
		field_difference(&e->fields[i], mem, was, now, &found);
	for (size_t i = 0; i < row_fields_n; i++)
		field_difference(&row_fields[i], mem, was, now, &found);
	*out = found.list;
	return found.n;
}
