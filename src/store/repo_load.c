/* repo_load.c - records out of the database */

#include "store/repo_parts.h"

#include <stdlib.h>

#include "base/log.h"
#include "lang/fold.h"
#include "store/sql_dump.h"
#include "store/query_rows.h"

enum { CHILDREN_MAX = 1000, NAMES_MAX = 100, LINKS_MAX = 400 };

void repo_start(void)
{
	entity_verify();
	sql_start();
	dump_start();
	list_start();
}

static const char *tag(enum lang l)
{
	return lang_row(l)->tag;
}

enum err repo_find_code(struct db *db, struct str code, struct anyref *out)
{
	struct stmt *st = db_stmt(db, SQL("SELECT entity, row_id FROM code "
					  "WHERE code = $1"));

	*out = (struct anyref){ 0 };
	bind_str(st, 1, code);
	if (stmt_step(st)) {
		out->entity = entity_by_name(col_str(st, 0));
		out->to.id = col_int(st, 1);
		out->to.code = code;
	}
	if (db_err(db))
		return db_err(db);
	return out->entity ? ERR_OK : ERR_MISSING;
}

enum err repo_load(struct db *db, struct arena *mem, const struct entity *e,
		   int64_t id, enum lang l, void **out)
{
	struct stmt *st = db_stmt(db, sql_of(e)->load);

	*out = NULL;
	bind_str(st, 1, str_of(tag(l)));
	bind_int(st, 2, id);
	if (stmt_step(st))
		*out = sql_read(st, e, SQL_WHOLE, mem);
	if (*out)
		texts_load(db, mem, e, *out);
	if (db_err(db))
		return db_err(db);
	return *out ? ERR_OK : ERR_MISSING;
}

/* Texts as they stood at an instant, from the table and its twin. */
void texts_at(struct db *db, struct arena *mem, const struct entity *e,
	      void *record, struct instant at)
{
	struct stmt *st = db_stmt(db, SQL(
		"SELECT field, lang, body, state, origin, made_from_version "
		"FROM text WHERE entity = $1 AND row_id = $2 AND at <= $3 "
		"UNION ALL "
		"SELECT field, lang, body, state, origin, made_from_version "
		"FROM text_was WHERE entity = $1 AND row_id = $2 AND "
		"at <= $3 AND until_at > $3"));

	bind_str(st, 1, str_of(e->name));
	bind_int(st, 2, record_row(record)->id);
	bind_int(st, 3, at.ms);
	while (stmt_step(st))
		text_read(st, 0, e, mem, record);
}

enum err repo_load_at(struct db *db, struct arena *mem,
		      const struct entity *e, int64_t id, enum lang l,
		      struct instant at, void **out)
{
	enum err err = repo_load(db, mem, e, id, l, out);
	struct stmt *st;

	if (err)
		return err;
	if (record_row(*out)->changed_at.ms > at.ms) {
		*out = NULL;
		st = db_stmt(db, sql_of(e)->load_was);
		bind_str(st, 1, str_of(tag(l)));
		bind_int(st, 2, id);
		bind_int(st, 3, at.ms);
		if (stmt_step(st))
			*out = sql_read(st, e, SQL_WHOLE, mem);
	} else {
		/* Texts are read again below, as they stood. */
		st = db_stmt(db, sql_of(e)->load);
		bind_str(st, 1, str_of(tag(l)));
		bind_int(st, 2, id);
		if (stmt_step(st))
			*out = sql_read(st, e, SQL_WHOLE, mem);
	}
	if (*out)
		texts_at(db, mem, e, *out, at);
	if (db_err(db))
		return db_err(db);
	return *out ? ERR_OK : ERR_MISSING;
}

static size_t field_no(const struct entity *e, const char *name)
{
	for (size_t i = 0; i < e->fields_n; i++)
		if (str_is(str_of(name), e->fields[i].name))
			return i;
	BUG("children are asked for by a field that is not there");
}

/* Gives texts, which come in any order, to the records they belong to. */
static void texts_spread(struct stmt *st, const struct entity *e,
			 struct arena *mem, void **records, size_t n)
{
	while (stmt_step(st)) {
		int64_t id = col_int(st, 0);

		for (size_t i = 0; i < n; i++)
			if (record_row(records[i])->id == id)
				text_read(st, 1, e, mem, records[i]);
	}
}

/* What siblings are ordered by: their number if they have one, else a day. */
static const struct field *sibling_field(const struct entity *e)
{
	static const char *const names[] = {
		"place_no", "number", "on", "from_on", "due_on", "attested_on",
	};

	for (size_t i = 0; i < COUNT(names); i++) {
		const struct field *f = entity_field(e, str_of(names[i]));

		if (f && (f->kind == KIND_COUNT || f->kind == KIND_DATE))
			return f;
	}
	return NULL;
}

struct sibling {
	int64_t key, id;
	void *record;
};

static int sibling_cmp(const void *a, const void *b)
{
	const struct sibling *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

/* What has no number or day comes first. */
static int64_t sibling_key(const struct field *f, const void *record)
{
	const void *m = field_in(f, record);

	if (field_empty(f, record))
		return INT64_MIN;
	if (f->kind == KIND_DATE) {
		const struct date *d = m;

		return (d->year * 100 + d->month) * 100 + d->day;
	}
	return ((const struct count *)m)->n;
}

static void siblings_order(struct arena *mem, const struct entity *e,
			   void **list, size_t n)
{
	const struct field *f = sibling_field(e);
	struct sibling *sorted;

	if (!f || n < 2)
		return;
	sorted = arena_array(mem, n, sizeof(*sorted));
	for (size_t i = 0; i < n; i++)
		sorted[i] = (struct sibling){ sibling_key(f, list[i]),
			record_row(list[i])->id, list[i] };
	qsort(sorted, n, sizeof(*sorted), sibling_cmp);
	for (size_t i = 0; i < n; i++)
		list[i] = sorted[i].record;
}

static enum err children_of(struct db *db, struct arena *mem,
			    const struct entity *e, size_t no,
			    const struct anyref *parent, enum lang l,
			    void ***out, size_t *n)
{
	const struct entity_sql *s = sql_of(e);
	bool any = e->fields[no].kind == KIND_ANYREF;
	struct stmt *st = db_stmt(db, s->children[no]);
	void **list = NULL;

	*n = 0;
	bind_str(st, 1, str_of(tag(l)));
	bind_int(st, 2, parent->to.id);
	if (any)
		bind_str(st, 3, str_of(parent->entity->name));
	while (*n < CHILDREN_MAX && stmt_step(st)) {
		list = rows_grown(mem, list, *n, sizeof(*list));
		list[(*n)++] = sql_read(st, e, SQL_WHOLE, mem);
	}
	*out = list;
	if (*n) {
		st = db_stmt(db, s->children_texts[no]);
		bind_int(st, 1, parent->to.id);
		if (any)
			bind_str(st, 2, str_of(parent->entity->name));
		texts_spread(st, e, mem, list, *n);
		siblings_order(mem, e, list, *n);
	}
	return db_err(db);
}

enum err repo_children(struct db *db, struct arena *mem,
		       const struct entity *e, const char *field,
		       int64_t parent_id, enum lang l, void ***out,
		       size_t *n)
{
	size_t no = field_no(e, field);
	struct anyref parent = { .entity = e->fields[no].refers,
				 .to = { .id = parent_id } };

	return children_of(db, mem, e, no, &parent, l, out, n);
}

enum err repo_about(struct db *db, struct arena *mem, const struct entity *e,
		    const struct anyref *parent, enum lang l, void ***out,
		    size_t *n)
{
	return children_of(db, mem, e, field_no(e, "about"), parent, l, out,
			   n);
}

enum err repo_facts(struct db *db, struct arena *mem, const struct entity *e,
		    int64_t id, enum lang l, void ***out, size_t *n)
{
	struct anyref parent = { .entity = e, .to = { .id = id } };

	return repo_about(db, mem, entity_by_name(STR("fact")), &parent, l,
			  out, n);
}

enum err repo_links(struct db *db, struct arena *mem, const struct entity *e,
		    int64_t id, enum lang l, struct linked **out, size_t *n)
{
	const struct entity *link = entity_by_name(STR("link"));
	const struct choices *kind = entity_field(link,
						  STR("kind"))->choices;
	const struct choices *provenance = entity_field(link,
					STR("provenance"))->choices;
	const struct choices *strength = entity_field(link,
					STR("strength"))->choices;
	struct stmt *st = db_stmt(db, SQL(
		"SELECT k.id, k.kind, 1 AS o, k.to_entity AS e, k.\"to\" AS i,"
		" h.code, h.body, h.shown_lang, k.provenance, k.strength, "
		"k.from_on, k.to_on, x.body, x.lang, k.document, d.code, "
		"d.body, d.shown_lang, h.stage "
		"FROM link k JOIN heading h ON "
		"h.entity = k.to_entity AND h.row_id = k.\"to\" AND "
		"h.lang = $3 LEFT JOIN text x ON x.entity = 'link' AND "
		"x.row_id = k.id AND x.field = 'note' AND x.lang = $3 "
		"LEFT JOIN heading d ON d.entity = 'document' AND "
		"d.row_id = k.document AND d.lang = $3 "
		"WHERE k.from_entity = $1 AND k.\"from\" = $2 "
		"UNION ALL "
		"SELECT k.id, k.kind, 0, k.from_entity, k.\"from\","
		" h.code, h.body, h.shown_lang, k.provenance, k.strength, "
		"k.from_on, k.to_on, x.body, x.lang, k.document, d.code, "
		"d.body, d.shown_lang, h.stage "
		"FROM link k JOIN heading h ON "
		"h.entity = k.from_entity AND h.row_id = k.\"from\" AND "
		"h.lang = $3 LEFT JOIN text x ON x.entity = 'link' AND "
		"x.row_id = k.id AND x.field = 'note' AND x.lang = $3 "
		"LEFT JOIN heading d ON d.entity = 'document' AND "
		"d.row_id = k.document AND d.lang = $3 "
		"WHERE k.to_entity = $1 AND k.\"to\" = $2 LIMIT 400"));

	*out = NULL;
	*n = 0;
	bind_str(st, 1, str_of(e->name));
	bind_int(st, 2, id);
	bind_str(st, 3, str_of(tag(l)));
	while (*n < LINKS_MAX && stmt_step(st)) {
		struct linked *k;

		*out = rows_grown(mem, *out, *n, sizeof(**out));
		k = &(*out)[(*n)++];
		k->link_id = col_int(st, 0);
		choice_find(kind, col_str(st, 1), &k->kind);
		k->out = col_int(st, 2) != 0;
		k->other.entity = entity_by_name(col_str(st, 3));
		k->other.to.id = col_int(st, 4);
		k->other.to.code = arena_str(mem, col_str(st, 5));
		k->other.to.shown = arena_str(mem, col_str(st, 6));
		lang_find(col_str(st, 7), &k->other.to.shown_lang);
		choice_find(provenance, col_str(st, 8), &k->provenance);
		choice_find(strength, col_str(st, 9), &k->strength);
		date_from_iso(col_str(st, 10), &k->from_on);
		date_from_iso(col_str(st, 11), &k->to_on);
		k->note = arena_str(mem, col_str(st, 12));
		lang_find(col_str(st, 13), &k->note_lang);
		k->document.id = col_int(st, 14);
		k->document.code = arena_str(mem, col_str(st, 15));
		k->document.shown = arena_str(mem, col_str(st, 16));
		lang_find(col_str(st, 17), &k->document.shown_lang);
		choice_find(&stage_choices, col_str(st, 18), &k->other_stage);
	}
	return db_err(db);
}

enum err repo_referring(struct db *db, struct arena *mem,
			const struct entity *e, int64_t id, enum lang l,
			size_t limit, struct referring **out, size_t *n)
{
	struct sql sql = sql_of(e)->referring;
	struct stmt *st;
	size_t room = limit * 8;

	*n = 0;
	*out = NULL;
	if (!sql.text)
		return ERR_OK;
	st = db_stmt(db, sql);
	bind_str(st, 1, str_of(tag(l)));
	bind_int(st, 2, id);
	bind_str(st, 3, str_of(e->name));
	bind_int(st, 4, (int64_t)limit);
	while (*n < room && stmt_step(st)) {
		struct referring *r;

		*out = rows_grown(mem, *out, *n, sizeof(**out));
		r = &(*out)[(*n)++];
		r->entity = entity_by_name(col_str(st, 0));
		r->field = entity_field(r->entity, col_str(st, 1));
		r->from.entity = r->entity;
		r->from.to.id = col_int(st, 2);
		r->from.to.code = arena_str(mem, col_str(st, 3));
		r->from.to.shown = arena_str(mem, col_str(st, 4));
		lang_find(col_str(st, 5), &r->from.to.shown_lang);
		date_from_iso(col_str(st, 6), &r->on);
		choice_find(&stage_choices, col_str(st, 7), &r->stage);
		if (entity_field(r->entity, STR("role")))
			r->role = col_choice(st, 8, r->entity, "role");
	}
	return db_err(db);
}

static bool seen(const struct named *list, size_t n,
		 const struct anyref *to)
{
	for (size_t i = 0; i < n; i++)
		if (list[i].to.entity == to->entity &&
		    list[i].to.to.id == to->to.id)
			return true;
	return false;
}

enum err repo_names(struct db *db, struct arena *mem, struct str words,
		    enum lang l, size_t limit, struct named **out, size_t *n)
{
	struct stmt *st;
	struct buf b;

	*n = 0;
	*out = arena_array(mem, limit, sizeof(**out));
	buf_init(&b);
	fold(&b, words);
	if (b.n == 0)
		goto out;
	/* One record may have several names that begin so: ask for more. */
	st = db_stmt(db, SQL("SELECT n.entity, n.row_id, h.code, h.body, "
		"h.shown_lang FROM name n JOIN heading h ON "
		"h.entity = n.entity AND h.row_id = n.row_id AND h.lang = $4 "
		"WHERE n.folded >= $1 AND n.folded < $2 "
		"ORDER BY n.folded, n.entity, n.row_id LIMIT $3"));
	bind_str(st, 1, buf_str(&b));
	bind_str(st, 2, arena_printf(mem, "%.*s\xf4\x8f\xbf\xbf",
				     STR_ARG(buf_str(&b))));
	bind_int(st, 3, (int64_t)limit * 6);
	bind_str(st, 4, str_of(tag(l)));
	while (*n < limit && stmt_step(st)) {
		struct named found = { 0 };

		found.to.entity = entity_by_name(col_str(st, 0));
		found.to.to.id = col_int(st, 1);
		if (!found.to.entity || seen(*out, *n, &found.to))
			continue;
		found.to.to.code = arena_str(mem, col_str(st, 2));
		found.to.to.shown = arena_str(mem, col_str(st, 3));
		lang_find(col_str(st, 4), &found.to.to.shown_lang);
		(*out)[(*n)++] = found;
	}
out:
	buf_release(&b);
	return db_err(db);
}
