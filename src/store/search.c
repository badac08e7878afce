/* search.c - the index of search, written and made anew */

#include "store/search_parts.h"

#include <stdlib.h>
#include <string.h>

#include "lang/fold.h"
#include "store/repo_page.h"
#include "store/settings.h"

enum {
	PAGE_MEMORY = 1024 * 1024 * 1024,
	RECORD_MEMORY = 256 * 1024 * 1024,
	LIST_MEMORY = 1024 * 1024 * 1024,
	TELL_EVERY = 1000
};

static const char rules_key[] = "search_rules";

const struct search_engine *search_engine(struct db *db)
{
	return db_kind_of(db) == DB_PG ? &search_pg : &search_sqlite;
}

static bool has_words(const struct entity *e)
{
	return !(e->flags & ENTITY_NO_CODE);
}

void search_save(struct db *db, struct arena *mem, const struct entity *e,
		 const void *record, const struct search_how *how)
{
	const struct row *row = record_row_in(record);
	struct search_doc doc;

	if (!has_words(e))
		return;
	if (row->stage.v == STAGE_WITHDRAWN) {
		if (!how->is_new)
			search_engine(db)->drop(db, mem, e, row->id, how);
		return;
	}
	doc = search_doc_of(mem, how->known, e, record);
	search_engine(db)->put(db, mem, &doc, how);
}

int64_t search_bulk_begin(struct db *db)
{
	struct stmt *st = db_stmt(db, SQL("SELECT max(id) FROM search_doc"));
	int64_t newest = stmt_step(st) ? col_int(st, 0) : 0;

	stmt_run(st);
	return newest;
}

void search_bulk_end(struct db *db, int64_t indexed)
{
	search_engine(db)->catch_up(db, indexed);
}

/* The number that says by which rules the index was made. */
static struct str rules(struct arena *mem)
{
	return arena_printf(mem, "%d.%d.%d.%08x", SEARCH_RULES, ANALYSE_RULES,
			    FOLD_RULES, (unsigned)analyse_forms());
}

enum err search_rules_put(struct db *db)
{
	struct arena mem;
	enum err err;

	arena_init(&mem, 64 * 1024);
	err = setting_put(db, str_of(rules_key), rules(&mem));
	arena_release(&mem);
	return err;
}

enum err search_rules_drop(struct db *db)
{
	struct stmt *st = db_stmt(db, SQL("DELETE FROM setting "
					  "WHERE key = $1"));

	bind_str(st, 1, str_of(rules_key));
	stmt_run(st);
	return db_err(db);
}

bool search_is_current(struct db *db)
{
	struct stmt *st = db_stmt(db, SQL("SELECT value FROM setting "
					  "WHERE key = $1"));
	struct arena mem;
	bool found, current;

	arena_init(&mem, 64 * 1024);
	bind_str(st, 1, str_of(rules_key));
	found = stmt_step(st);
	current = found && str_eq(col_str(st, 0), rules(&mem));
	stmt_run(st);
	arena_release(&mem);
	if (found)
		return current;
	st = db_stmt(db, SQL("SELECT 1 FROM code LIMIT 1"));
	current = !stmt_step(st);
	stmt_run(st);
	return current;
}

int64_t search_missing(struct db *db)
{
	struct stmt *st = db_stmt(db, SQL("SELECT count(*) FROM search_doc"));
	int64_t n = 0;

	if (stmt_step(st))
		n = -col_int(st, 0);
	stmt_run(st);
	st = db_stmt(db, SQL("SELECT CAST(COALESCE(sum(n), 0) AS BIGINT) "
		"FROM tally WHERE name > 'entity:' AND name < 'entity;' AND "
		"name <> 'entity:link' AND bucket <> 'withdrawn'"));
	if (stmt_step(st))
		n += col_int(st, 0);
	stmt_run(st);
	return n;
}

/* ---- all of it anew */

struct place {
	int64_t changed, id;
	int64_t doc;
	size_t entity;
};

static int by_change(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->changed != y->changed)
		return x->changed < y->changed ? -1 : 1;
	/* What others refer to comes first in entities[], and weighs more. */
	if (x->entity != y->entity)
		return x->entity > y->entity ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

static int by_row(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->entity != y->entity)
		return x->entity < y->entity ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

struct rebuild {
	struct db *db;
	struct arena list_mem, page_mem, record_mem;
	struct place *list;
	size_t n, room;
	int64_t done;
	struct analyse_memory *known;
	const struct search_watch *watch;
};

static void place_add(struct rebuild *r, struct place p)
{
	if (r->n == r->room) {
		struct place *more;

		r->room = r->room ? 2 * r->room : 4096;
		more = arena_array(&r->list_mem, r->room, sizeof(*more));
		if (r->n)
			memcpy(more, r->list, r->n * sizeof(*more));
		r->list = more;
	}
	r->list[r->n++] = p;
}

static size_t entity_no(struct str name)
{
	size_t i = 0;

	while (i < entities_n && !str_is(name, entities[i]->name))
		i++;
	return i;
}

/* Which number each record gets: in the order of their last changes. What
 * was generated without a log comes first. */
static void places_make(struct rebuild *r)
{
	struct stmt *st = db_stmt(r->db, SQL("SELECT c.entity, c.row_id, "
		"COALESCE((SELECT max(l.seq) FROM log l WHERE "
		"l.entity = c.entity AND l.row_id = c.row_id), 0) "
		"FROM code c"));

	while (stmt_step(st))
		place_add(r, (struct place){
			.entity = entity_no(col_str(st, 0)),
			.id = col_int(st, 1), .changed = col_int(st, 2),
		});
	if (!r->n)
		return;
	qsort(r->list, r->n, sizeof(*r->list), by_change);
	for (size_t i = 0; i < r->n; i++)
		r->list[i].doc = (int64_t)i + 1;
	qsort(r->list, r->n, sizeof(*r->list), by_row);
}

static void record_load(struct rebuild *r, size_t entity, const void *record)
{
	struct place wanted = {
		.entity = entity, .id = record_row_in(record)->id,
	};
	const struct place *p = r->n ? bsearch(&wanted, r->list, r->n,
					sizeof(*r->list), by_row) : NULL;
	struct search_doc doc;

	r->done++;
	if (p && record_row_in(record)->stage.v != STAGE_WITHDRAWN) {
		arena_reset(&r->record_mem);
		doc = search_doc_of(&r->record_mem, r->known,
				    entities[entity], record);
		doc.id = p->doc;
		search_engine(r->db)->load(r->db, &doc);
	}
	if (r->watch && r->watch->told &&
	    (r->done % TELL_EVERY == 0 || r->done == (int64_t)r->n))
		r->watch->told(r->watch->watcher, r->done, (int64_t)r->n);
}

static void entity_load(struct rebuild *r, size_t entity)
{
	const struct entity *e = entities[entity];
	void **page;
	struct row last;
	size_t n;

	memset(&last, 0, sizeof(last));
	for (bool first = true; ; first = false) {
		arena_reset(&r->page_mem);
		page = arena_array(&r->page_mem, REPO_PAGE, sizeof(*page));
		if (repo_page(r->db, &r->page_mem, e, first ? NULL : &last,
			      LANG_AR, page, &n))
			return;
		for (size_t i = 0; i < n; i++)
			record_load(r, entity, page[i]);
		if (n < REPO_PAGE)
			return;
		/* The last one goes with its page: only its key is kept. */
		last.id = record_row(page[n - 1])->id;
		last.code = arena_str(&r->list_mem,
				      record_row(page[n - 1])->code);
	}
}

enum err search_rebuild(struct db *db, const struct search_watch *watch,
			int64_t *rows)
{
	struct rebuild r = { .db = db, .watch = watch };

	arena_init(&r.list_mem, LIST_MEMORY);
	arena_init(&r.page_mem, PAGE_MEMORY);
	arena_init(&r.record_mem, RECORD_MEMORY);
	r.known = analyse_memory_new(&r.list_mem);
	search_engine(db)->clear(db);
	places_make(&r);
	for (size_t i = 0; i < entities_n && !db_err(db); i++)
		if (has_words(entities[i]))
			entity_load(&r, i);
	search_engine(db)->loaded(db);
	*rows = r.done;
	arena_release(&r.record_mem);
	arena_release(&r.page_mem);
	arena_release(&r.list_mem);
	if (!db_err(db))
		search_rules_put(db);
	return db_err(db);
}
