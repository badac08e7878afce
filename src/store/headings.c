/* headings.c - what records are called, in each language, and found by */

#include "store/repo_parts.h"

#include "base/utf8.h"
#include "lang/fold.h"
#include "lang/icu.h"

enum { HEADING_MAX = 200, NAME_MAX_CHARS = 200, DEPENDENTS_MAX = 5000 };

struct heading {
	struct str body;
	enum lang shown;
};

/* The heading that another record has in a language. */
static struct heading heading_of(struct db *db, struct arena *mem,
				 const struct entity *e, int64_t id,
				 enum lang l)
{
	struct stmt *st = db_stmt(db, SQL("SELECT body, shown_lang FROM "
		"heading WHERE entity = $1 AND row_id = $2 AND lang = $3"));
	struct heading h = { STR(""), l };

	bind_str(st, 1, str_of(e->name));
	bind_int(st, 2, id);
	bind_str(st, 3, str_of(lang_row(l)->tag));
	if (stmt_step(st)) {
		h.body = arena_str(mem, col_str(st, 0));
		lang_find(col_str(st, 1), &h.shown);
	}
	return h;
}

/* The target of a ref or anyref field; NULL when not set. */
static const struct entity *target(const struct field *f, const void *record,
				   int64_t *id)
{
	const void *m = field_in(f, record);

	if (f->kind == KIND_REF) {
		*id = ((const struct ref *)m)->id;
		return *id ? f->refers : NULL;
	}
	if (f->kind == KIND_ANYREF) {
		const struct anyref *a = m;

		*id = a->to.id;
		return *id ? a->entity : NULL;
	}
	return NULL;
}

static struct heading composed(struct db *db, struct arena *mem,
			       const struct entity *e, const void *record,
			       enum lang l)
{
	struct heading h = { STR(""), l };

	for (size_t i = 0; i < e->fields_n; i++) {
		const struct field *f = &e->fields[i];
		const struct entity *to;
		struct heading part;
		int64_t id;

		if (!(f->flags & HEADING))
			continue;
		to = target(f, record, &id);
		if (!to)
			continue;
		part = heading_of(db, mem, to, id, l);
		if (h.body.n)
			h.body = arena_printf(mem, "%.*s · %.*s",
					      STR_ARG(h.body),
					      STR_ARG(part.body));
		else
			h.body = part.body;
		if (part.shown != l)
			h.shown = part.shown;
	}
	return h;
}

/* A long name ends where a word does, and says that it goes on. */
static struct str heading_cut(struct arena *mem, struct str body)
{
	struct str head = utf8_head(body, HEADING_MAX - 1);
	size_t n = head.n;

	if (str_eq(utf8_head(body, HEADING_MAX), body))
		return body;
	while (n && head.p[n - 1] != ' ')
		n--;
	return arena_printf(mem, "%.*s…",
			    STR_ARG(str_trim(str_cut(head, 0,
						     n ? n : head.n))));
}

static struct heading heading_make(struct db *db, struct arena *mem,
				   const struct entity *e,
				   const void *record, enum lang l)
{
	const struct field *f = entity_heading(e);
	struct heading h = { STR(""), l };

	if (f) {
		const struct text_body *b = text_for(
			field_text_in(f, record), l, &h.shown);

		if (b)
			h.body = b->body;
	} else {
		h = composed(db, mem, e, record, l);
	}
	if (!h.body.n)
		h.body = record_row_in(record)->code;
	h.body = heading_cut(mem, h.body);
	return h;
}

static void heading_write(struct db *db, struct arena *mem,
			  const struct entity *e, const void *record,
			  enum lang l)
{
	const struct row *row = record_row_in(record);
	struct heading h = heading_make(db, mem, e, record, l);
	struct stmt *st = db_stmt(db, SQL("INSERT INTO heading (entity, "
		"row_id, lang, code, body, shown_lang, sort_key, stage) "
		"VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT "
		"(entity, row_id, lang) DO UPDATE SET body = $5, "
		"shown_lang = $6, sort_key = $7, stage = $8"));

	bind_str(st, 1, str_of(e->name));
	bind_int(st, 2, row->id);
	bind_str(st, 3, str_of(lang_row(l)->tag));
	bind_str(st, 4, row->code);
	bind_str(st, 5, h.body);
	bind_str(st, 6, str_of(lang_row(h.shown)->tag));
	bind_str(st, 7, collate_key(mem, l, h.body));
	bind_str(st, 8, str_of(choice_name(&stage_choices, row->stage)));
	stmt_run(st);
}

static void name_write(struct db *db, const struct entity *e, int64_t id,
		       struct str name)
{
	struct stmt *st;
	struct buf b;

	buf_init(&b);
	fold(&b, utf8_head(name, NAME_MAX_CHARS));
	if (b.n) {
		st = db_stmt(db, SQL("INSERT INTO name (folded, entity, "
				     "row_id) VALUES ($1, $2, $3)"));
		bind_str(st, 1, buf_str(&b));
		bind_str(st, 2, str_of(e->name));
		bind_int(st, 3, id);
		stmt_run(st);
	}
	buf_release(&b);
}

/* Code, titles in every language, aliases: what `find` looks through. */
static void names_write(struct db *db, const struct entity *e,
			const void *record)
{
	const struct row *row = record_row_in(record);

	name_write(db, e, row->id, row->code);
	for (size_t i = 0; i < e->fields_n; i++) {
		const struct field *f = &e->fields[i];

		if (!(f->flags & SEARCHED))
			continue;
		if (f->kind == KIND_TEXT) {
			const struct text *t = field_text_in(f, record);

			for (enum lang l = 0; l < LANG_N; l++)
				if (t->in[l].body.n)
					name_write(db, e, row->id,
						   t->in[l].body);
		}
		if (f->kind == KIND_LINE) {
			const struct line *line = field_in(f, record);
			struct str rest = line->s, part;

			while (line->s.n && str_split(&rest, '|', &part))
				name_write(db, e, row->id, str_trim(part));
		}
	}
}

static void names_drop(struct db *db, const struct entity *e, int64_t id)
{
	struct stmt *st = db_stmt(db, SQL("DELETE FROM name WHERE "
					  "entity = $1 AND row_id = $2"));

	bind_str(st, 1, str_of(e->name));
	bind_int(st, 2, id);
	stmt_run(st);
}

/* Records of e whose heading is made from that of record id of `to`. */
static void dependents_write(struct db *db, struct arena *mem,
			     const struct entity *e, const struct field *f,
			     const struct entity *to, int64_t id)
{
	struct anyref parent = { .entity = to, .to = { .id = id } };
	void **list;
	size_t n;

	if (f->kind == KIND_ANYREF
		? repo_about(db, mem, e, &parent, LANG_AR, &list, &n)
		: repo_children(db, mem, e, f->name, id, LANG_AR, &list, &n))
		return;
	for (size_t i = 0; i < n && i < DEPENDENTS_MAX; i++)
		headings_save(db, mem, e, list[i], false);
}

void headings_save(struct db *db, struct arena *mem, const struct entity *e,
		   const void *record, bool is_new)
{
	const struct row *row = record_row_in(record);

	if (e->flags & ENTITY_NO_CODE)
		return;
	for (enum lang l = 0; l < LANG_N; l++)
		heading_write(db, mem, e, record, l);
	if (!is_new)
		names_drop(db, e, row->id);
	names_write(db, e, record);
	/* Nothing refers to a record that has just come into being. */
	for (size_t i = 0; !is_new && i < entities_n; i++) {
		const struct entity *d = entities[i];

		for (size_t k = 0; k < d->fields_n; k++) {
			const struct field *f = &d->fields[k];

			if ((f->flags & HEADING) &&
			    (f->kind == KIND_ANYREF ||
			     (f->kind == KIND_REF && f->refers == e)))
				dependents_write(db, mem, d, f, e, row->id);
		}
	}
}
