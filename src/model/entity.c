/* entity.c - finding entities and fields, and proving their tables */

#include "model/entity.h"

#include <assert.h>
#include <string.h>

#include "base/log.h"

enum {
	FLAGS_ALL = REQUIRED | LISTED | SEARCHED | FIXED | HEADING | NATURAL |
		    VERBATIM
};

static const struct choice_row stage_rows[] = {
	{ STAGE_DRAFT, "draft" },
	{ STAGE_PUBLISHED, "published" },
	{ STAGE_WITHDRAWN, "withdrawn" },
};
static_assert(COUNT(stage_rows) == STAGE_WITHDRAWN, "a stage has no name");
const struct choices stage_choices = { stage_rows, COUNT(stage_rows) };

static const struct choice_row edition_rows[] = {
	{ EDITION_PUBLIC, "public" },
	{ EDITION_PARTNERS, "partners" },
	{ EDITION_GOVERNMENT, "government" },
	{ EDITION_RESTRICTED, "restricted" },
};
static_assert(COUNT(edition_rows) == EDITION_RESTRICTED,
	"an edition has no name");
const struct choices edition_choices = { edition_rows, COUNT(edition_rows) };

static const struct choice_row track_rows[] = {
	{ TRACK_NONE, "none" },
	{ TRACK_FEDERAL, "federal" },
	{ TRACK_KRG, "krg" },
};
static_assert(COUNT(track_rows) == TRACK_KRG, "a track has no name");
const struct choices track_choices = { track_rows, COUNT(track_rows) };

const struct entity *entity_by_name(struct str name)
{
	for (size_t i = 0; i < entities_n; i++)
		if (str_is(name, entities[i]->name))
			return entities[i];
	return NULL;
}

const struct entity *entity_by_path(struct str path)
{
	for (size_t i = 0; i < entities_n; i++)
		if (entities[i]->path && str_is(path, entities[i]->path))
			return entities[i];
	return NULL;
}

const struct field *entity_field(const struct entity *e, struct str name)
{
	for (size_t i = 0; i < e->fields_n; i++)
		if (str_is(name, e->fields[i].name))
			return &e->fields[i];
	for (size_t i = 0; i < row_fields_n; i++)
		if (str_is(name, row_fields[i].name))
			return &row_fields[i];
	return NULL;
}

const char *entity_words(const struct entity *e, const struct field *f)
{
	bool of_row = f >= row_fields && f < row_fields + row_fields_n;

	return of_row ? "row" : e->name;
}

const struct field *entity_heading(const struct entity *e)
{
	for (size_t i = 0; i < e->fields_n; i++)
		if ((e->fields[i].flags & HEADING) &&
		    e->fields[i].kind == KIND_TEXT)
			return &e->fields[i];
	return NULL;
}

struct row *record_row(void *record)
{
	return record;
}

const struct row *record_row_in(const void *record)
{
	return record;
}

static void field_verify(const struct entity *e, const struct field *f)
{
	if ((f->kind == KIND_CHOICE) != (f->choices != NULL))
		BUG("choices belong to choice fields, and only there");
	if ((f->kind == KIND_REF) != (f->refers != NULL))
		BUG("refers belongs to ref fields, and only there");
	if (f->at < sizeof(struct row) || f->at >= e->size)
		BUG("a field lies outside its struct");
	if (f->flags & ~(unsigned)FLAGS_ALL)
		BUG("a field has a flag that does not exist");
	for (const struct field *g = e->fields; g < f; g++)
		if (strcmp(f->name, g->name) == 0)
			BUG("two fields of one name");
}

void entity_verify(void)
{
	for (size_t i = 0; i < entities_n; i++) {
		const struct entity *e = entities[i];

		if (entity_by_name(str_of(e->name)) != e)
			BUG("two entities of one name");
		if (e->path && entity_by_path(str_of(e->path)) != e)
			BUG("two entities under one path");
		if ((e->prefix == NULL) != !!(e->flags & ENTITY_NO_CODE))
			BUG("codes need a prefix, and only codes");
		for (size_t k = 0; k < e->fields_n; k++)
			field_verify(e, &e->fields[k]);
	}
}
