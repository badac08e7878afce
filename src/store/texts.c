/* texts.c - texts in several languages, and their twins */

#include "store/repo_parts.h"

#include <string.h>

void text_read(struct stmt *st, int at, const struct entity *e,
	       struct arena *mem, void *record)
{
	const struct field *f = entity_field(e, col_str(st, at));
	struct text *t = f ? field_text(f, record) : NULL;
	struct text_body *b;
	enum lang l;

	if (!t || !lang_find(col_str(st, at + 1), &l))
		return;		/* a language that we no longer speak */
	b = &t->in[l];
	b->body = arena_str(mem, col_str(st, at + 2));
	text_state_find(col_str(st, at + 3), &b->state);
	text_origin_find(col_str(st, at + 4), &b->origin);
	b->made_from = col_int(st, at + 5);
}

void texts_load(struct db *db, struct arena *mem, const struct entity *e,
		void *record)
{
	struct stmt *st = db_stmt(db, SQL("SELECT field, lang, body, state, "
		"origin, made_from_version FROM text "
		"WHERE entity = $1 AND row_id = $2"));

	bind_str(st, 1, str_of(e->name));
	bind_int(st, 2, record_row(record)->id);
	while (stmt_step(st))
		text_read(st, 0, e, mem, record);
}

static bool body_eq(const struct text_body *a, const struct text_body *b)
{
	return text_body_eq(a, b) &&
	       (!a->body.n || a->made_from == b->made_from);
}

static void body_keep(struct db *db, const struct entity *e, int64_t id,
		      const char *field, enum lang l, struct instant at)
{
	struct stmt *st = db_stmt(db, SQL("INSERT INTO text_was (entity, "
		"row_id, field, lang, body, state, origin, "
		"made_from_version, at, until_at) SELECT entity, row_id, "
		"field, lang, body, state, origin, made_from_version, at, $5 "
		"FROM text WHERE entity = $1 AND row_id = $2 AND "
		"field = $3 AND lang = $4"));

	bind_str(st, 1, str_of(e->name));
	bind_int(st, 2, id);
	bind_str(st, 3, str_of(field));
	bind_str(st, 4, str_of(lang_row(l)->tag));
	bind_int(st, 5, at.ms);
	stmt_run(st);
}

static void body_drop(struct db *db, const struct entity *e, int64_t id,
		      const char *field, enum lang l)
{
	struct stmt *st = db_stmt(db, SQL("DELETE FROM text WHERE "
		"entity = $1 AND row_id = $2 AND field = $3 AND lang = $4"));

	bind_str(st, 1, str_of(e->name));
	bind_int(st, 2, id);
	bind_str(st, 3, str_of(field));
	bind_str(st, 4, str_of(lang_row(l)->tag));
	stmt_run(st);
}

struct body_place {
	const struct entity *entity;
	int64_t id;
	const char *field;
	enum lang lang;
	struct instant at;
};

static void body_write(struct db *db, const struct body_place *where,
		       const struct text_body *b)
{
	struct stmt *st = db_stmt(db, SQL("INSERT INTO text (entity, row_id, "
		"field, lang, body, state, origin, made_from_version, at) "
		"VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
		"ON CONFLICT (entity, row_id, field, lang) DO UPDATE SET "
		"body = $5, state = $6, origin = $7, "
		"made_from_version = $8, at = $9"));

	bind_str(st, 1, str_of(where->entity->name));
	bind_int(st, 2, where->id);
	bind_str(st, 3, str_of(where->field));
	bind_str(st, 4, str_of(lang_row(where->lang)->tag));
	bind_str(st, 5, b->body);
	bind_str(st, 6, str_of(text_state_name(b->state)));
	bind_str(st, 7, str_of(text_origin_name(b->origin)));
	bind_int(st, 8, b->made_from);
	bind_int(st, 9, where->at.ms);
	stmt_run(st);
}

/*
 * made_from of the source's own words is the version in which they were
 * written; that of a translation is the version of the source it renders.
 * A translation is out of date when it is less.
 */
static void made_from_set(struct text *now, const struct text *was,
			  int64_t version)
{
	enum lang source = text_source(now);
	int64_t newest;

	if (source == LANG_N)
		return;
	if (!was || !str_eq(now->in[source].body, was->in[source].body))
		now->in[source].made_from = version;
	else
		now->in[source].made_from = was->in[source].made_from;
	newest = now->in[source].made_from;
	for (enum lang l = 0; l < LANG_N; l++) {
		struct text_body *b = &now->in[l];
		int64_t told = b->made_from;
		bool kept = was && b->body.n &&
			    str_eq(b->body, was->in[l].body);

		if (l == source)
			continue;
		b->made_from = kept ? was->in[l].made_from : newest;
		if (told == TEXT_FROM_NOW)
			b->made_from = newest;
		if (told == TEXT_FROM_EARLIER && b->made_from >= newest)
			b->made_from = 0;
	}
}

void texts_save(struct db *db, const struct entity *e, const void *was,
		void *now, struct instant at)
{
	static const struct text none;
	const struct row *row = record_row_in(now);

	for (size_t i = 0; i < e->fields_n; i++) {
		const struct field *f = &e->fields[i];
		struct text *t = field_text(f, now);
		const struct text *old = was ? field_text_in(f, was) : &none;

		if (!t)
			continue;
		made_from_set(t, was ? old : NULL, row->version);
		for (enum lang l = 0; l < LANG_N; l++) {
			struct body_place where = { e, row->id, f->name, l,
						    at };

			if (body_eq(&t->in[l], &old->in[l]))
				continue;
			if (old->in[l].body.n)
				body_keep(db, e, row->id, f->name, l, at);
			if (t->in[l].body.n)
				body_write(db, &where, &t->in[l]);
			else
				body_drop(db, e, row->id, f->name, l);
		}
	}
}
