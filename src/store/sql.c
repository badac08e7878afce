/* sql.c - the statements of every entity, built from its field table */

#include "store/sql.h"

#include <string.h>

#include "base/log.h"
#include "domain/fact.h"
#include "domain/link.h"

enum { ENTITIES_MAX = 40, STATEMENTS_MAX = 2000 };

/* Written once by sql_start(), read by all threads afterwards. */
static struct entity_sql built[ENTITIES_MAX];
static struct arena lifetime;
static const char *texts[STATEMENTS_MAX];
static size_t texts_n;

struct sql sql_keep(const struct buf *text)
{
	const char *kept = arena_cstr(&lifetime, buf_str(text));

	if (texts_n == STATEMENTS_MAX)
		BUG("more statements than expected");
	texts[texts_n++] = kept;
	return (struct sql){ kept };
}

const char *sql_at(size_t i)
{
	return i < texts_n ? texts[i] : NULL;
}

static bool has_code(const struct entity *e)
{
	return !(e->flags & ENTITY_NO_CODE);
}

static bool wanted(const struct field *f, enum sql_reach reach)
{
	return reach == SQL_WHOLE || (f->flags & LISTED);
}

static void select_field(struct buf *out, const struct field *f, size_t no)
{
	switch (f->kind) {
	case KIND_TEXT:
	case KIND_LONGTEXT:
		return;
	case KIND_REF:
		buf_addf(out, ", t.\"%s\", h%zu.code, h%zu.body, "
			 "h%zu.shown_lang", f->name, no, no, no);
		return;
	case KIND_ANYREF:
		buf_addf(out, ", t.%s_entity, t.\"%s\", h%zu.code, "
			 "h%zu.body, h%zu.shown_lang", f->name, f->name,
			 no, no, no);
		return;
	default:
		buf_addf(out, ", t.\"%s\"", f->name);
	}
}

void sql_select(struct buf *out, const struct entity *e,
		enum sql_reach reach, bool heading_joined)
{
	buf_add_cstr(out, "SELECT t.id");
	buf_add_cstr(out, has_code(e) ? ", t.code" : ", ''");
	buf_add_cstr(out, ", t.version, t.stage, t.edition, t.track");
	buf_add_cstr(out, heading_joined ? ", h0.body, h0.shown_lang"
					 : ", '', ''");
	buf_add_cstr(out, ", t.changed_at");
	if (reach == SQL_WHOLE)
		buf_add_cstr(out, ", t.owner, ho.code, ho.body, "
			     "ho.shown_lang, t.reason, t.made_at, "
			     "t.made_by, t.changed_by");
	for (size_t i = 0; i < e->fields_n; i++)
		if (wanted(&e->fields[i], reach))
			select_field(out, &e->fields[i], i + 1);
}

static void join_field(struct buf *out, const struct field *f, size_t no)
{
	if (f->kind == KIND_REF)
		buf_addf(out, " LEFT JOIN heading h%zu ON h%zu.entity = '%s'"
			 " AND h%zu.row_id = t.\"%s\" AND h%zu.lang = $1",
			 no, no, f->refers->name, no, f->name, no);
	if (f->kind == KIND_ANYREF)
		buf_addf(out, " LEFT JOIN heading h%zu ON h%zu.entity = "
			 "t.%s_entity AND h%zu.row_id = t.\"%s\" AND "
			 "h%zu.lang = $1", no, no, f->name, no, f->name, no);
}

void sql_joins(struct buf *out, const struct entity *e,
	       enum sql_reach reach, bool heading_joined)
{
	if (!heading_joined && has_code(e))
		BUG("a record with a code is read with its heading");
	if (reach == SQL_WHOLE)
		buf_add_cstr(out, " LEFT JOIN heading ho ON ho.entity = "
			     "'organisation' AND ho.row_id = t.owner AND "
			     "ho.lang = $1");
	for (size_t i = 0; i < e->fields_n; i++)
		if (wanted(&e->fields[i], reach))
			join_field(out, &e->fields[i], i + 1);
}

/* "SELECT … FROM "pledge" t LEFT JOIN heading …", up to WHERE. */
static void select_whole(struct buf *out, const struct entity *e,
			 const char *twin)
{
	sql_select(out, e, SQL_WHOLE, has_code(e));
	buf_addf(out, " FROM \"%s%s\" t", e->name, twin);
	if (has_code(e))
		buf_addf(out, " LEFT JOIN heading h0 ON h0.entity = '%s' AND "
			 "h0.row_id = t.id AND h0.lang = $1", e->name);
	sql_joins(out, e, SQL_WHOLE, has_code(e));
}

/* The names of all columns that an INSERT or UPDATE sets, in the order of
 * sql_bind(); each is given to `each`. */
static void columns(const struct entity *e, struct buf *out,
		    void (*each)(struct buf *, const char *, int))
{
	static const char *const own[] = {
		"version", "stage", "edition", "track", "owner", "reason",
		"made_at", "made_by", "changed_at", "changed_by",
	};
	int n = 0;

	if (has_code(e))
		each(out, "code", ++n);
	for (size_t i = 0; i < COUNT(own); i++)
		each(out, own[i], ++n);
	for (size_t i = 0; i < e->fields_n; i++) {
		const struct field *f = &e->fields[i];
		struct buf b;

		if (f->kind == KIND_TEXT || f->kind == KIND_LONGTEXT)
			continue;
		buf_init(&b);
		if (f->kind == KIND_ANYREF) {
			buf_addf(&b, "%s_entity", f->name);
			each(out, b.data, ++n);
			buf_reset(&b);
		}
		each(out, f->name, ++n);
		if (f->kind == KIND_DATE) {
			buf_addf(&b, "%s_last", f->name);
			each(out, b.data, ++n);
		}
		buf_release(&b);
	}
}

static void each_name(struct buf *out, const char *name, int n)
{
	buf_addf(out, "%s\"%s\"", n > 1 ? ", " : "", name);
}

static void each_number(struct buf *out, const char *name, int n)
{
	(void)name;
	buf_addf(out, "%s$%d", n > 1 ? ", " : "", n);
}

static void each_set(struct buf *out, const char *name, int n)
{
	buf_addf(out, "%s\"%s\" = $%d", n > 1 ? ", " : "", name, n);
}

static void each_count(struct buf *out, const char *name, int n)
{
	(void)name;
	buf_reset(out);
	buf_add_int(out, n);
}

static int columns_n(const struct entity *e)
{
	struct buf b;
	int64_t n = 0;

	buf_init(&b);
	columns(e, &b, each_count);
	str_int(buf_str(&b), &n);
	buf_release(&b);
	return (int)n;
}

static void build_writes(const struct entity *e, struct entity_sql *s)
{
	int n = columns_n(e);
	struct buf b;

	buf_init(&b);
	buf_addf(&b, "INSERT INTO \"%s\" (", e->name);
	columns(e, &b, each_name);
	buf_add_cstr(&b, ") VALUES (");
	columns(e, &b, each_number);
	buf_add_cstr(&b, ") RETURNING id");
	s->insert = sql_keep(&b);

	buf_reset(&b);
	buf_addf(&b, "UPDATE \"%s\" SET ", e->name);
	columns(e, &b, each_set);
	buf_addf(&b, " WHERE id = $%d AND version = $%d", n + 1, n + 2);
	s->update = sql_keep(&b);

	buf_reset(&b);
	buf_addf(&b, "INSERT INTO \"%s_was\" (id, ", e->name);
	columns(e, &b, each_name);
	buf_add_cstr(&b, ", until_at) SELECT id, ");
	columns(e, &b, each_name);
	buf_addf(&b, ", $2 FROM \"%s\" WHERE id = $1", e->name);
	s->keep = sql_keep(&b);
	buf_release(&b);
}

static void build_children(const struct entity *e, const struct field *f,
			   struct sql *whole, struct sql *of_texts)
{
	const char *any = f->kind == KIND_ANYREF ? f->name : NULL;
	struct buf b;

	buf_init(&b);
	select_whole(&b, e, "");
	buf_addf(&b, " WHERE t.\"%s\" = $2", f->name);
	if (any)
		buf_addf(&b, " AND t.%s_entity = $3", any);
	/* Put into their own order by whoever reads them: few rows, and no
	 * index for each pair of a reference and an order. */
	buf_add_cstr(&b, " ORDER BY t.id LIMIT 1000");
	*whole = sql_keep(&b);

	buf_reset(&b);
	/* CROSS JOIN: else SQLite may start with all texts of the entity. */
	buf_addf(&b, "SELECT x.row_id, x.field, x.lang, x.body, x.state, "
		 "x.origin, x.made_from_version FROM \"%s\" t "
		 "CROSS JOIN text x WHERE t.\"%s\" = $1 AND "
		 "x.entity = '%s' AND x.row_id = t.id",
		 e->name, f->name, e->name);
	if (any)
		buf_addf(&b, " AND t.%s_entity = $2", any);
	*of_texts = sql_keep(&b);
	buf_release(&b);
}

/* The day that says when a record was, for lists of what refers to one. */
static const char *main_date(const struct entity *e)
{
	static const char *const names[] = {
		"on", "reached_on", "committed_on", "from_on", "attested_on",
		"issued_on", "due_on",
	};

	for (size_t i = 0; i < COUNT(names); i++) {
		const struct field *f = entity_field(e, str_of(names[i]));

		if (f && f->kind == KIND_DATE)
			return names[i];
	}
	return NULL;
}

static bool refers_to(const struct field *f, const struct entity *to)
{
	return f->kind == KIND_ANYREF ||
	       (f->kind == KIND_REF && f->refers == to);
}

static struct sql build_referring(const struct entity *to)
{
	struct buf b;
	struct sql made;
	int n = 0;

	buf_init(&b);
	for (size_t i = 0; i < entities_n; i++) {
		const struct entity *e = entities[i];

		/* Links and facts have readers of their own. */
		if (e == &link_entity || e == &fact_entity)
			continue;
		for (size_t k = 0; k < e->fields_n; k++) {
			const struct field *f = &e->fields[k];
			const char *on = main_date(e);

			if (!refers_to(f, to))
				continue;
			buf_addf(&b, "%sSELECT * FROM (SELECT '%s' AS e, "
				 "'%s' AS f, t.id AS i, h.code AS c, "
				 "h.body AS b, h.shown_lang AS l, ",
				 n++ ? " UNION ALL " : "", e->name, f->name);
			if (on)
				buf_addf(&b, "t.\"%s\"", on);
			else
				buf_add_cstr(&b, "''");
			buf_addf(&b, " AS d, t.stage AS s, %s AS r "
				 "FROM \"%s\" t "
				 "JOIN heading h ON h.entity = '%s' AND "
				 "h.row_id = t.id AND h.lang = $1 WHERE "
				 "t.\"%s\" = $2",
				 entity_field(e, STR("role")) ? "t.role"
							      : "''",
				 e->name, e->name, f->name);
			if (f->kind == KIND_ANYREF)
				buf_addf(&b, " AND t.%s_entity = $3",
					 f->name);
			/* The entity is bound even where no anyref uses it,
			 * so that all of these statements look alike. */
			buf_addf(&b, " AND $3 <> '' ORDER BY t.id LIMIT $4) "
				 "AS q%d", n);
		}
	}
	made = n ? sql_keep(&b) : (struct sql){ NULL };
	buf_release(&b);
	return made;
}

static void build_pages(const struct entity *e, struct entity_sql *s)
{
	const char *key = has_code(e) ? "code" : "id";
	struct buf b;

	buf_init(&b);
	select_whole(&b, e, "");
	buf_addf(&b, " WHERE t.%s > $2 ORDER BY t.%s LIMIT 1000", key, key);
	s->page = sql_keep(&b);
	buf_reset(&b);
	buf_addf(&b, "SELECT x.row_id, x.field, x.lang, x.body, x.state, "
		 "x.origin, x.made_from_version FROM \"%s\" t "
		 "CROSS JOIN text x WHERE t.%s > $1 AND t.%s <= $2 AND "
		 "x.entity = '%s' AND x.row_id = t.id ORDER BY t.%s",
		 e->name, key, key, e->name, key);
	s->page_texts = sql_keep(&b);
	buf_release(&b);
}

static void build(const struct entity *e, struct entity_sql *s)
{
	struct buf b;

	buf_init(&b);
	select_whole(&b, e, "");
	buf_add_cstr(&b, " WHERE t.id = $2");
	s->load = sql_keep(&b);
	buf_reset(&b);
	select_whole(&b, e, "_was");
	buf_add_cstr(&b, " WHERE t.id = $2 AND t.changed_at <= $3 AND "
		     "t.until_at > $3");
	s->load_was = sql_keep(&b);
	buf_release(&b);
	build_writes(e, s);
	build_pages(e, s);
	s->children = arena_array(&lifetime, e->fields_n, sizeof(struct sql));
	s->children_texts = arena_array(&lifetime, e->fields_n,
					sizeof(struct sql));
	for (size_t i = 0; i < e->fields_n; i++)
		if (e->fields[i].kind == KIND_REF ||
		    e->fields[i].kind == KIND_ANYREF)
			build_children(e, &e->fields[i], &s->children[i],
				       &s->children_texts[i]);
	if (has_code(e))
		s->referring = build_referring(e);
}

void sql_start(void)
{
	if (texts_n)
		return;
	if (entities_n > ENTITIES_MAX)
		BUG("more entities than expected");
	arena_init(&lifetime, 16 * 1024 * 1024);
	for (size_t i = 0; i < entities_n; i++)
		build(entities[i], &built[i]);
}

const struct entity_sql *sql_of(const struct entity *e)
{
	for (size_t i = 0; i < entities_n; i++)
		if (entities[i] == e)
			return &built[i];
	BUG("an entity that is not in the list");
}

static int bind_id(struct stmt *st, int at, int64_t id)
{
	if (id)
		bind_int(st, at, id);
	else
		bind_int_null(st, at);
	return at + 1;
}

static int bind_word(struct stmt *st, int at, struct str s)
{
	if (s.n)
		bind_str(st, at, s);
	else
		bind_str_null(st, at);
	return at + 1;
}

static int bind_date(struct stmt *st, int at, struct date d)
{
	char iso[DATE_ISO];

	at = bind_word(st, at, date_iso(d, iso));
	/* The last day is never NULL, so that it can be an order. */
	bind_str(st, at, date_iso(date_last(d), iso));
	return at + 1;
}

static int bind_field(struct stmt *st, int at, const struct field *f,
		      const void *m)
{
	switch (f->kind) {
	case KIND_LINE:
		return bind_word(st, at, ((const struct line *)m)->s);
	case KIND_URL:
		return bind_word(st, at, ((const struct url *)m)->s);
	case KIND_DATE:
		return bind_date(st, at, *(const struct date *)m);
	case KIND_INSTANT:
		return bind_id(st, at, ((const struct instant *)m)->ms);
	case KIND_COUNT:
		if (!((const struct count *)m)->set)
			return bind_id(st, at, 0);
		bind_int(st, at, ((const struct count *)m)->n);
		return at + 1;
	case KIND_YESNO:
		return bind_id(st, at, ((const struct yesno *)m)->v);
	case KIND_CHOICE:
		return bind_word(st, at, str_of(choice_name(f->choices,
					*(const struct choice *)m)));
	case KIND_REF:
		return bind_id(st, at, ((const struct ref *)m)->id);
	case KIND_ANYREF: {
		const struct anyref *a = m;

		at = bind_word(st, at, str_of(a->to.id ? a->entity->name
						       : ""));
		return bind_id(st, at, a->to.id);
	}
	case KIND_TEXT:
	case KIND_LONGTEXT:
		return at;
	case KIND_N:
		break;
	}
	BUG("a field of no kind");
}

int sql_bind(struct stmt *st, int at, const struct entity *e,
	     const void *record)
{
	const struct row *row = record_row_in(record);

	if (has_code(e))
		bind_str(st, at++, row->code);
	bind_int(st, at++, row->version);
	bind_str(st, at++, str_of(choice_name(&stage_choices, row->stage)));
	bind_str(st, at++, str_of(choice_name(&edition_choices,
					      row->edition)));
	bind_str(st, at++, str_of(choice_name(&track_choices, row->track)));
	at = bind_id(st, at, row->owner.id);
	at = bind_word(st, at, row->reason.s);
	bind_int(st, at++, row->made_at.ms);
	bind_str(st, at++, row->made_by);
	bind_int(st, at++, row->changed_at.ms);
	bind_str(st, at++, row->changed_by);
	for (size_t i = 0; i < e->fields_n; i++)
		at = bind_field(st, at, &e->fields[i],
				field_in(&e->fields[i], record));
	return at;
}

static struct str keep_str(struct stmt *st, int at, struct arena *mem)
{
	return arena_str(mem, col_str(st, at));
}

static enum lang read_lang(struct stmt *st, int at)
{
	enum lang l = LANG_AR;

	lang_find(col_str(st, at), &l);
	return l;
}

static int read_ref(struct stmt *st, int at, struct arena *mem,
		    struct ref *out)
{
	out->id = col_int(st, at++);
	if (out->id) {
		out->code = keep_str(st, at, mem);
		out->shown = keep_str(st, at + 1, mem);
		out->shown_lang = read_lang(st, at + 2);
	}
	return at + 3;
}

/* A stored choice that the table does not know is damage, not input. */
static struct choice read_choice(struct stmt *st, int at,
				 const struct choices *c)
{
	struct choice v = { 0 };
	struct str name = col_str(st, at);

	if (name.n && !choice_find(c, name, &v))
		log_event("store.unknown_choice", "name=%.*s",
			  STR_ARG(name));
	return v;
}

static int read_field(struct stmt *st, int at, const struct field *f,
		      struct arena *mem, void *m)
{
	switch (f->kind) {
	case KIND_LINE:
		((struct line *)m)->s = keep_str(st, at, mem);
		return at + 1;
	case KIND_URL:
		((struct url *)m)->s = keep_str(st, at, mem);
		return at + 1;
	case KIND_DATE:
		date_from_iso(col_str(st, at), m);
		return at + 1;
	case KIND_INSTANT:
		((struct instant *)m)->ms = col_int(st, at);
		return at + 1;
	case KIND_COUNT:
		*(struct count *)m = (struct count){
			.n = col_int(st, at), .set = !col_null(st, at),
		};
		return at + 1;
	case KIND_YESNO:
		((struct yesno *)m)->v = (uint8_t)col_int(st, at);
		return at + 1;
	case KIND_CHOICE:
		*(struct choice *)m = read_choice(st, at, f->choices);
		return at + 1;
	case KIND_REF:
		return read_ref(st, at, mem, m);
	case KIND_ANYREF: {
		struct anyref *a = m;

		a->entity = entity_by_name(col_str(st, at));
		return read_ref(st, at + 1, mem, &a->to);
	}
	case KIND_TEXT:
	case KIND_LONGTEXT:
		return at;
	case KIND_N:
		break;
	}
	BUG("a field of no kind");
}

void *sql_read(struct stmt *st, const struct entity *e,
	       enum sql_reach reach, struct arena *mem)
{
	void *record = arena_alloc(mem, e->size);
	struct row *row = record_row(record);
	int at = 9;

	row->id = col_int(st, 0);
	row->code = keep_str(st, 1, mem);
	row->version = col_int(st, 2);
	row->stage = read_choice(st, 3, &stage_choices);
	row->edition = read_choice(st, 4, &edition_choices);
	row->track = read_choice(st, 5, &track_choices);
	row->heading = keep_str(st, 6, mem);
	row->heading_lang = read_lang(st, 7);
	row->changed_at.ms = col_int(st, 8);
	if (reach == SQL_WHOLE) {
		at = read_ref(st, at, mem, &row->owner);
		row->reason.s = keep_str(st, at++, mem);
		row->made_at.ms = col_int(st, at++);
		row->made_by = keep_str(st, at++, mem);
		row->changed_by = keep_str(st, at++, mem);
	}
	for (size_t i = 0; i < e->fields_n; i++)
		if (wanted(&e->fields[i], reach))
			at = read_field(st, at, &e->fields[i], mem,
					field_of(&e->fields[i], record));
	return record;
}

static const char *column_type(const struct entity *e, const char *name)
{
	static const char *const ints[] = {
		"version", "owner", "made_at", "changed_at",
	};
	const struct field *f = entity_field(e, str_of(name));

	for (size_t i = 0; i < COUNT(ints); i++)
		if (strcmp(ints[i], name) == 0)
			return "int";
	if (!f)
		return "text";
	switch (f->kind) {
	case KIND_INSTANT:
	case KIND_COUNT:
	case KIND_YESNO:
	case KIND_REF:
	case KIND_ANYREF:
		return "int";
	default:
		return "text";
	}
}

void sql_describe(struct buf *out)
{
	for (size_t i = 0; i < entities_n; i++) {
		const struct entity *e = entities[i];
		struct buf names;
		struct str rest, name;

		buf_init(&names);
		columns(e, &names, each_name);
		buf_addf(out, "%s id int\n", e->name);
		rest = buf_str(&names);
		while (str_split(&rest, ',', &name)) {
			char plain[80];

			name = str_trim(name);
			name = str_cut(name, 1, name.n - 2);
			if (name.n >= sizeof(plain))
				BUG("a column name is too long");
			memcpy(plain, name.p, name.n);
			plain[name.n] = '\0';
			buf_addf(out, "%s %s %s\n", e->name, plain,
				 column_type(e, plain));
		}
		buf_release(&names);
	}
}
