/* search_query.c - asking the index of search */

#include "store/search_parts.h"

#include <string.h>

enum { KEYS_MAX = 512, NAMED_MAX = 200, VARIANTS_MAX = 200, TEXTS_MAX = 600 };

/* What is asked, on its way into the language of an engine. */
struct asking {
	const struct search_engine *engine;
	struct arena *mem;
	struct search_request *rq;
	struct search_key seen[KEYS_MAX];
	size_t seen_n;
};

static bool is_new_key(struct asking *a, enum search_place place,
		       struct str key)
{
	for (size_t i = 0; i < a->seen_n; i++)
		if (a->seen[i].place == place &&
		    str_eq(a->seen[i].key, key))
			return false;
	if (a->seen_n < KEYS_MAX)
		a->seen[a->seen_n++] = (struct search_key){ key, place };
	return true;
}

/* One more key of a word; a key counts once, however often it is asked.
 * FTS5 says it by the place of the key, PostgreSQL is given a list. */
static void key_put(struct asking *a, enum search_place place, struct str key,
		    bool *some)
{
	struct search_request *rq = a->rq;
	bool counts = place != SEARCH_MARK && place != SEARCH_ROOT &&
		      is_new_key(a, place, key);

	if (*some)
		buf_add_cstr(&rq->match, a->engine->either);
	*some = true;
	a->engine->key(&rq->match, place, key);
	rq->score_n += counts;
	if (a->engine == &search_sqlite) {
		buf_add_char(&rq->score, counts ? '1' : '0');
	} else if (counts) {
		if (rq->score.n)
			buf_add_cstr(&rq->score, a->engine->either);
		a->engine->key(&rq->score, place, key);
	}
}

static void word_put(struct asking *a, const struct analysed_word *w,
		     bool roots)
{
	bool some = false;
	struct str key = search_key_clean(a->mem, w->exact);

	buf_add_char(&a->rq->match, '(');
	if (key.n)
		key_put(a, SEARCH_NAME, key, &some);
	for (size_t i = 0; i < w->stems_n; i++) {
		key = search_key_clean(a->mem, w->stems[i]);
		if (!key.n)
			continue;
		key_put(a, SEARCH_NAME_STEM, key, &some);
		/* A word that is its own stem has only one key. */
		if (!str_eq(w->stems[i], w->exact))
			key_put(a, SEARCH_NAME, key, &some);
	}
	key = search_key_clean(a->mem, w->root);
	if (roots && key.n)
		key_put(a, SEARCH_ROOT, key, &some);
	/* A word of which nothing is left is found nowhere. */
	if (!some)
		key_put(a, SEARCH_MARK, STR("nothing"), &some);
	buf_add_char(&a->rq->match, ')');
}

static void part_put(struct asking *a, const struct search_part *part)
{
	struct buf *out = &a->rq->match;

	buf_add_char(out, '(');
	for (size_t i = 0; i < part->n; i++) {
		const struct search_way *way = &part->ways[i];

		if (i)
			buf_add_cstr(out, a->engine->either);
		buf_add_char(out, '(');
		for (size_t k = 0; k < way->n; k++) {
			if (k)
				buf_add_cstr(out, a->engine->both);
			word_put(a, &way->words[k], way->roots);
		}
		buf_add_char(out, ')');
	}
	buf_add_char(out, ')');
}

/* Marks come behind what counts. */
static void marks_put(struct asking *a, const struct search_ask *ask)
{
	struct buf *out = &a->rq->match;
	bool some = false;

	if (ask->kind) {
		buf_add_cstr(out, a->engine->both);
		key_put(a, SEARCH_MARK,
			search_key_clean(a->mem, str_of(ask->kind->name)),
			&some);
	}
	buf_add_char(out, ')');
	if (ask->edition >= EDITION_RESTRICTED)
		return;
	/* Few records are above a reader: to leave these out is less work
	 * than to ask for all others. */
	some = false;
	buf_add_cstr(out, a->engine->without);
	buf_add_char(out, '(');
	for (int e = (int)ask->edition + 1; e <= EDITION_RESTRICTED; e++)
		key_put(a, SEARCH_MARK,
			search_mark_edition(a->mem, (enum edition)e), &some);
	buf_add_char(out, ')');
}

static struct str about_made(struct asking *a, const struct anyref *to)
{
	struct buf b;
	struct str made = STR("");

	if (!to->entity)
		return made;
	buf_init(&b);
	a->engine->key(&b, SEARCH_MARK,
		       search_mark_about(a->mem, to->entity, to->to.id));
	made = arena_str(a->mem, buf_str(&b));
	buf_release(&b);
	return made;
}

enum err search_find(struct db *db, struct arena *mem,
		     const struct search_ask *ask, struct search_hit **out,
		     size_t *n)
{
	struct asking *a = arena_alloc(mem, sizeof(*a));
	struct search_request rq = { 0 };
	struct stmt *st;

	*n = 0;
	*out = arena_array(mem, SEARCH_NEWEST + 1, sizeof(**out));
	a->engine = search_engine(db);
	a->mem = mem;
	a->rq = &rq;
	rq.limit = ask->limit ? ask->limit : SEARCH_NEWEST + 1;
	buf_init(&rq.match);
	buf_init(&rq.score);
	buf_add_cstr(&rq.match, "((");
	for (size_t i = 0; i < ask->n; i++) {
		if (i)
			buf_add_cstr(&rq.match, ask->any ? a->engine->either
							 : a->engine->both);
		part_put(a, &ask->parts[i]);
	}
	buf_add_char(&rq.match, ')');
	marks_put(a, ask);
	for (size_t i = 0; i < COUNT(rq.about); i++)
		rq.about[i] = about_made(a, &ask->about[i]);
	st = a->engine->find(db, ask, &rq);
	while (*n < SEARCH_NEWEST + 1 && stmt_step(st))
		(*out)[(*n)++] = (struct search_hit){
			col_int(st, 0), col_int(st, 1),
		};
	stmt_run(st);
	buf_release(&rq.match);
	buf_release(&rq.score);
	return db_err(db);
}

/* ---- what a page shows of them */

static void docs_bind(struct stmt *st, int at, const int64_t *docs, size_t n)
{
	for (size_t i = 0; i < SEARCH_PAGE; i++)
		bind_int(st, at + (int)i, i < n ? docs[i] : 0);
}

static struct search_row *row_of(struct search_row *rows, size_t n,
				 int64_t doc)
{
	for (size_t i = 0; i < n; i++)
		if (rows[i].doc == doc)
			return &rows[i];
	return NULL;
}

static void headings_read(struct arena *mem, struct search_row *rows,
			  size_t n, struct stmt *st)
{
	while (stmt_step(st)) {
		struct search_row *r = row_of(rows, n, col_int(st, 0));

		if (!r)
			continue;
		r->to.entity = entity_by_name(col_str(st, 1));
		r->to.to.id = col_int(st, 2);
		choice_find(&stage_choices, col_str(st, 3), &r->stage);
		r->to.to.code = arena_str(mem, col_str(st, 4));
		r->to.to.shown = arena_str(mem, col_str(st, 5));
		lang_find(col_str(st, 6), &r->to.to.shown_lang);
	}
}

/* They come row by row: where one's texts end, the next one's begin. */
static void texts_read(struct arena *mem, struct search_row *rows, size_t n,
		       struct stmt *st)
{
	struct search_text *list = arena_array(mem, TEXTS_MAX, sizeof(*list));
	struct search_row *r = NULL;
	size_t used = 0;

	while (used < TEXTS_MAX && stmt_step(st)) {
		struct search_text *t = &list[used];

		if (!r || r->doc != col_int(st, 0)) {
			r = row_of(rows, n, col_int(st, 0));
			if (!r || !r->to.entity)
				continue;
			r->texts = t;
		}
		t->field = entity_field(r->to.entity, col_str(st, 1));
		if (!t->field || !lang_find(col_str(st, 2), &t->lang))
			continue;
		t->body = arena_str(mem, col_str(st, 3));
		r->texts_n++;
		used++;
	}
	stmt_run(st);
}

enum err search_rows(struct db *db, struct arena *mem, const int64_t *docs,
		     size_t n, enum lang l, struct search_row *out)
{
	struct stmt *st = db_stmt(db, SQL("SELECT d.id, d.entity, d.row_id, "
		"d.stage, h.code, h.body, h.shown_lang FROM search_doc d "
		"JOIN heading h ON h.row_id = d.row_id AND "
		"h.entity = d.entity AND h.lang = $1 WHERE d.id IN ($2, $3, "
		"$4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, "
		"$17, $18, $19, $20, $21)"));

	for (size_t i = 0; i < n; i++)
		out[i] = (struct search_row){ .doc = docs[i] };
	bind_str(st, 1, str_of(lang_row(l)->tag));
	docs_bind(st, 2, docs, n);
	headings_read(mem, out, n, st);
	st = db_stmt(db, SQL("SELECT d.id, x.field, x.lang, x.body "
		"FROM search_doc d JOIN text x ON x.entity = d.entity AND "
		"x.row_id = d.row_id WHERE d.id IN ($1, $2, $3, $4, $5, $6, "
		"$7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, "
		"$19, $20) ORDER BY d.id"));
	docs_bind(st, 1, docs, n);
	texts_read(mem, out, n, st);
	return db_err(db);
}

void search_request_bind(struct stmt *st, const struct search_ask *ask,
			 const struct search_request *rq)
{
	bind_str(st, 1, buf_str(&rq->match));
	bind_str(st, 2, buf_str(&rq->score));
	for (int i = 0; i < (int)COUNT(ask->about); i++) {
		const struct anyref *to = &ask->about[i];

		bind_str(st, 3 + 3 * i, rq->about[i]);
		bind_str(st, 4 + 3 * i, str_of(to->entity ? to->entity->name
							  : ""));
		bind_int(st, 5 + 3 * i, to->to.id);
	}
	bind_int(st, 12, rq->limit);
}

/* ---- names */

enum err search_named(struct db *db, struct arena *mem,
		      const struct str *folded, size_t n,
		      struct search_named **out, size_t *found)
{
	struct stmt *st = db_stmt(db, SQL("SELECT n.folded, n.entity, "
		"n.row_id, d.id FROM name n LEFT JOIN search_doc d ON "
		"d.row_id = n.row_id AND d.entity = n.entity "
		"WHERE n.folded IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
		"$11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, "
		"$23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, "
		"$35, $36, $37, $38, $39, $40) LIMIT $41"));

	*found = 0;
	*out = arena_array(mem, NAMED_MAX, sizeof(**out));
	for (size_t i = 0; i < SEARCH_NAMES; i++)
		bind_str(st, (int)i + 1, i < n ? folded[i] : STR(""));
	bind_int(st, SEARCH_NAMES + 1, NAMED_MAX);
	while (*found < NAMED_MAX && stmt_step(st)) {
		struct search_named *m = &(*out)[*found];

		m->folded = arena_str(mem, col_str(st, 0));
		m->entity = entity_by_name(col_str(st, 1));
		m->row_id = col_int(st, 2);
		m->doc = col_int(st, 3);
		*found += m->entity != NULL;
	}
	stmt_run(st);
	return db_err(db);
}

static void variant_add(struct arena *mem, struct search_variant *list,
			size_t *n, int64_t term, struct str name)
{
	if (*n < VARIANTS_MAX && name.n)
		list[(*n)++] = (struct search_variant){
			term, arena_str(mem, name),
		};
}

enum err search_variants(struct db *db, struct arena *mem,
			 const int64_t *terms, size_t n,
			 struct search_variant **out, size_t *found)
{
	struct stmt *st = db_stmt(db, SQL("SELECT t.id, t.aliases, x.body "
		"FROM term t LEFT JOIN text x ON x.entity = 'term' AND "
		"x.row_id = t.id AND x.field = 'title' WHERE "
		"t.stage <> 'withdrawn' AND t.id IN ($1, $2, $3, $4, $5, $6, "
		"$7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, "
		"$19, $20) ORDER BY t.id"));
	int64_t before = 0;

	*found = 0;
	*out = arena_array(mem, VARIANTS_MAX, sizeof(**out));
	docs_bind(st, 1, terms, n);
	while (stmt_step(st)) {
		struct str rest = col_str(st, 1), part;
		int64_t term = col_int(st, 0);

		/* Each title comes with the same aliases. */
		while (term != before && rest.n && str_split(&rest, '|', &part))
			variant_add(mem, *out, found, term, str_trim(part));
		before = term;
		variant_add(mem, *out, found, term, col_str(st, 2));
	}
	return db_err(db);
}
