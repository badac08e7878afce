// floors: store format report domain model lang base
/*
 * test_search.c - what is put into the index is found, and nothing else
 *
 * On SQLite and PostgreSQL alike. After many changes FTS5 is asked whether
 * its words are still those of the table beside it.
 */
#include "small_world.h"

#include "domain/organisation.h"
#include "store/search.h"

enum { MANY = 400 };

static struct search_hit *hits_of(struct world *w, const char *words,
				  const struct search_ask *more, size_t *n)
{
	struct analysed a = analyse(w->mem, str_of(words), 20);
	struct search_part *parts = arena_array(w->mem, a.n, sizeof(*parts));
	struct search_way *ways = arena_array(w->mem, a.n, sizeof(*ways));
	struct search_ask ask = more ? *more : (struct search_ask){ 0 };
	struct search_hit *hits;

	for (size_t i = 0; i < a.n; i++) {
		ways[i] = (struct search_way){ &a.words[i], 1, true };
		parts[i] = (struct search_part){ &ways[i], 1 };
	}
	ask.parts = parts;
	ask.n = a.n;
	if (!ask.edition)
		ask.edition = EDITION_RESTRICTED;
	assert_int_equal(search_find(w->db, w->mem, &ask, &hits, n), ERR_OK);
	return hits;
}

static size_t count(struct world *w, const char *words)
{
	size_t n;

	hits_of(w, words, NULL, &n);
	return n;
}

/* The code of the first of what is found; "" when nothing is. */
static struct str first(struct world *w, const char *words)
{
	size_t n, best = 0;
	struct search_hit *hits = hits_of(w, words, NULL, &n);
	struct search_row row;

	if (!n)
		return STR("");
	for (size_t i = 1; i < n; i++)
		if (hits[i].score > hits[best].score)
			best = i;
	assert_int_equal(search_rows(w->db, w->mem, &hits[best].doc, 1,
				     LANG_EN, &row), ERR_OK);
	assert_non_null(row.to.entity);
	return row.to.to.code;
}

static struct pledge *titled(struct world *w, const char *en, const char *ar,
			     const char *body)
{
	struct pledge *p = made(w, &pledge_entity);

	p->title.in[LANG_EN].body = str_of(en);
	p->title.in[LANG_AR].body = str_of(ar);
	p->summary.text.in[LANG_EN].body = str_of(body);
	p->cycle.id = w->cycle;
	p->committed_on = day("2022-05-10");
	save(w, &pledge_entity, p);
	return p;
}

/* Only FTS5 keeps its words apart from those of the table. */
static void index_is_whole(struct world *w)
{
	if (db_kind_of(w->db) == DB_SQLITE)
		assert_int_equal(db_script(w->db, STR("INSERT INTO search "
			"(search, rank) VALUES ('integrity-check', 1)")),
			ERR_OK);
	assert_int_equal(search_missing(w->db), 0);
}

static void test_forms(struct db *db, struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *p = titled(&w, "Referral of returnees", "إحالة العائدين",
				  "Commitments of the ministries");

	assert_str(first(&w, "referral"), p->row.code.p);
	assert_str(first(&w, "للعائدين"), p->row.code.p);
	assert_str(first(&w, "ministry commitment"), p->row.code.p);
	assert_str(first(&w, p->row.code.p), p->row.code.p);
	assert_int_equal(count(&w, "zebra"), 0);
	assert_int_equal(count(&w, "referral zebra"), 0);
	index_is_whole(&w);
}

static void test_weights(struct db *db, struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *name = titled(&w, "Border crossings", "أ", "x");
	struct pledge *text = titled(&w, "Other", "ب", "a border crossing");
	size_t n;
	struct search_hit *hits = hits_of(&w, "border", NULL, &n);

	assert_int_equal(n, 2);
	/* The newest first: the text, with the weight of a text. */
	assert_int_equal(hits[0].score, 10);
	assert_int_equal(hits[1].score, 20);
	assert_str(first(&w, "border"), name->row.code.p);
	/* Another form in a name weighs less than the word in a text. */
	assert_str(first(&w, "crossing"), text->row.code.p);
	hits = hits_of(&w, "border border", NULL, &n);
	assert_int_equal(hits[1].score, 20);
}

static void test_changes(struct db *db, struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *p = titled(&w, "Quokka", "أ", "wombat");

	titled(&w, "Emu", "ب", "quokka");
	assert_int_equal(count(&w, "quokka"), 2);
	p->title.in[LANG_EN].body = STR("Numbat");
	save(&w, &pledge_entity, p);
	assert_int_equal(count(&w, "quokka"), 1);
	assert_str(first(&w, "numbat"), p->row.code.p);
	assert_str(first(&w, "wombats"), p->row.code.p);
	withdraw(&w, &pledge_entity, p, true);
	assert_int_equal(count(&w, "numbat"), 0);
	index_is_whole(&w);
	withdraw(&w, &pledge_entity, p, false);
	assert_int_equal(count(&w, "numbat"), 1);
	index_is_whole(&w);
}

static void test_filters(struct db *db, struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct organisation *o = made(&w, &organisation_entity);
	struct provision *objective = objective_add(&w);
	struct pledge *own, *led, *none;
	struct search_ask ask = { .kind = &pledge_entity };
	size_t n;

	name(&o->name, "Quokka office");
	o->kind.v = ORGANISATION_MINISTRY;
	save(&w, &organisation_entity, o);
	own = titled(&w, "Quokka one", "أ", "x");
	own->pledgor.id = o->row.id;
	save(&w, &pledge_entity, own);
	led = titled(&w, "Quokka two", "ب", "x");
	none = titled(&w, "Quokka three", "ج", "x");
	link_add(&w, LINK_LEADS, &organisation_entity, o->row.id,
		 &pledge_entity, led->row.id);
	link_add(&w, LINK_ANSWERS, &pledge_entity, led->row.id,
		 &provision_entity, objective->row.id);
	assert_int_equal(count(&w, "quokka"), 4);
	hits_of(&w, "quokka", &ask, &n);
	assert_int_equal(n, 3);
	ask.about[0] = (struct anyref){ &organisation_entity,
					{ .id = o->row.id } };
	hits_of(&w, "quokka", &ask, &n);
	assert_int_equal(n, 2);
	ask.about[1] = (struct anyref){ &provision_entity,
					{ .id = objective->row.id } };
	hits_of(&w, "quokka", &ask, &n);
	assert_int_equal(n, 1);
	ask.about[2] = (struct anyref){ &cycle_entity, { .id = w.cycle } };
	hits_of(&w, "quokka", &ask, &n);
	assert_int_equal(n, 1);
	ask.about[2].to.id++;
	hits_of(&w, "quokka", &ask, &n);
	assert_int_equal(n, 0);
	/* What others may not see. */
	none->row.edition.v = EDITION_GOVERNMENT;
	save(&w, &pledge_entity, none);
	ask = (struct search_ask){ .edition = EDITION_PUBLIC };
	hits_of(&w, "quokka", &ask, &n);
	assert_int_equal(n, 3);
	ask.edition = EDITION_GOVERNMENT;
	hits_of(&w, "quokka", &ask, &n);
	assert_int_equal(n, 4);
}

static void test_newest(struct db *db, struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *a = titled(&w, "Quokka", "أ", "x");
	struct search_hit *hits;
	struct search_row row;
	size_t n;

	titled(&w, "Quokka", "ب", "x");
	a->number = (struct count){ 7, true };
	save(&w, &pledge_entity, a);
	hits = hits_of(&w, "quokka", NULL, &n);
	assert_int_equal(n, 2);
	assert_true(hits[0].doc > hits[1].doc);
	assert_int_equal(search_rows(db, mem, &hits[0].doc, 1, LANG_EN, &row),
			 ERR_OK);
	assert_str(row.to.to.code, a->row.code.p);
}

/* In bulk, with records that are saved again before the end. */
static void test_bulk(struct db *db, struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *before = titled(&w, "Quokka before", "أ", "x"), *p;
	struct save bulk = how;

	bulk.bulk = true;
	bulk.indexed = search_bulk_begin(db);
	for (int i = 0; i < MANY; i++) {
		p = made(&w, &pledge_entity);
		p->title.in[LANG_EN].body = STR("Quokka");
		p->cycle.id = w.cycle;
		p->committed_on = day("2022-05-10");
		assert_int_equal(repo_save(db, mem, &pledge_entity, p, &bulk),
				 ERR_OK);
		if (i % 3)
			continue;
		p->title.in[LANG_EN].body = STR("Wombat");
		assert_int_equal(repo_save(db, mem, &pledge_entity, p, &bulk),
				 ERR_OK);
	}
	before->title.in[LANG_EN].body = STR("Emu");
	assert_int_equal(repo_save(db, mem, &pledge_entity, before, &bulk),
			 ERR_OK);
	search_bulk_end(db, bulk.indexed);
	assert_int_equal(count(&w, "wombat"), MANY / 3 + 1);
	assert_int_equal(count(&w, "quokka"), MANY - MANY / 3 - 1);
	assert_int_equal(count(&w, "emu"), 1);
	/* The tallies of a bulk load come at its end: none are asked. */
	if (db_kind_of(db) == DB_SQLITE)
		assert_int_equal(db_script(db, STR("INSERT INTO search "
			"(search, rank) VALUES ('integrity-check', 1)")),
			ERR_OK);
}

static void test_rebuild(struct db *db, struct arena *mem)
{
	struct world w = world_of(db, mem);
	struct pledge *p = titled(&w, "Quokka", "أ", "x");
	struct search_hit *before, *after;
	size_t n, m;
	int64_t rows;

	for (int i = 0; i < 20; i++)
		titled(&w, i % 2 ? "Quokka" : "Wombat", "ب", "the quokkas");
	withdraw(&w, &pledge_entity, p, true);
	before = hits_of(&w, "quokka", NULL, &n);
	assert_int_equal(n, 20);
	assert_int_equal(search_rebuild(db, NULL, &rows), ERR_OK);
	assert_true(rows > 20);
	after = hits_of(&w, "quokka", NULL, &m);
	assert_int_equal(m, n);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(before[i].score, after[i].score);
	assert_true(search_is_current(db));
	index_is_whole(&w);
	/* And it goes on from there. */
	withdraw(&w, &pledge_entity, p, false);
	assert_int_equal(count(&w, "quokka"), 21);
	index_is_whole(&w);
}

static void test_rules(struct db *db, struct arena *mem)
{
	struct world w;

	/* Nothing in it: nothing old. */
	assert_true(search_is_current(db));
	w = world_of(db, mem);
	pledge_add(&w);
	assert_false(search_is_current(db));
	assert_int_equal(search_rules_put(db), ERR_OK);
	assert_true(search_is_current(db));
	assert_int_equal(setting_put(db, STR("search_rules"), STR("0")),
			 ERR_OK);
	assert_false(search_is_current(db));
}

static void test_strange_keys(struct db *db, struct arena *mem)
{
	static const char *const typed[] = {
		"\"", "'", "\\", "a\"b", "x' OR '1'='1", "O'Neill", "a:b & c|d",
		"{name} : x", "NEAR(a b)", "50%", "a_b", "-1", "!x", "<->", ":*",
	};
	struct world w = world_of(db, mem);
	size_t n;

	for (size_t i = 0; i < COUNT(typed); i++) {
		struct analysed a = analyse(mem, str_of(typed[i]), 20);

		titled(&w, typed[i], "أ", typed[i]);
		if (!a.n)
			continue;
		hits_of(&w, typed[i], NULL, &n);
		assert_true(n >= 1);
	}
	index_is_whole(&w);
}

/* What is remembered of a word is what would be found out anew. */
static void test_memory(struct db *db, struct arena *mem)
{
	static const char *const texts[] = {
		"العائدين من الخارج والعائدون", "ministries of the ministry",
		"وەزارەتەکان و وەزارەت", "العائدين ministries ٢٠٢٢ 2022",
	};
	struct analyse_memory *known = analyse_memory_new(mem);

	(void)db;
	for (size_t i = 0; i < 3 * COUNT(texts); i++) {
		struct str text = str_of(texts[i % COUNT(texts)]);
		struct analysed a = analyse(mem, text, 20);
		struct analysed b = analyse_again(known, mem, text, 20);

		assert_int_equal(a.n, b.n);
		for (size_t k = 0; k < a.n; k++) {
			const struct analysed_word *x = &a.words[k];
			const struct analysed_word *y = &b.words[k];

			assert_int_equal(x->at, y->at);
			assert_int_equal(x->n, y->n);
			assert_true(str_eq(x->exact, y->exact));
			assert_true(str_eq(x->root, y->root));
			assert_int_equal(x->stems_n, y->stems_n);
			for (size_t m = 0; m < x->stems_n; m++)
				assert_true(str_eq(x->stems[m], y->stems[m]));
		}
	}
}

int main(void)
{
	static const struct database_test tests[] = {
		{ "words are found in other forms", test_forms },
		{ "names weigh more than texts", test_weights },
		{ "what changes is found anew", test_changes },
		{ "kinds, references, links, editions", test_filters },
		{ "the newest come first", test_newest },
		{ "many at once", test_bulk },
		{ "all anew is the same", test_rebuild },
		{ "rules have a number", test_rules },
		{ "words that were met before are the same", test_memory },
		{ "nothing typed means anything to a database",
		  test_strange_keys },
	};

	return database_tests_run("search", tests, COUNT(tests));
}
