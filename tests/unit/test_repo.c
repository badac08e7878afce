// floors: store format report domain model lang base
/*
 * test_repo.c - records go in, come back, change, and are proven
 *
 * Every test runs on SQLite and, when MITHAQ_TEST_PG names one, on
 * PostgreSQL.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "domain/link.h"
#include "domain/organisation.h"
#include "domain/pledge.h"
#include "domain/cycle.h"
#include "store/log_chain.h"
#include "store/migrate.h"
#include "store/repo.h"
#include "two_databases.h"

static const struct save how = {
	.verb = "create", .actor = { "tester", 6 }, .at = { 1000000 },
	.log = true,
};

static struct save at_ms(int64_t ms)
{
	struct save s = how;

	s.at.ms = ms;
	return s;
}

static struct str s_(const char *p)
{
	return str_of(p);
}

static struct cycle *cycle_make(struct db *db, struct arena *mem)
{
	struct cycle *c = record_new(&cycle_entity, mem);

	c->row.code = s_("C-X");
	c->row.stage.v = STAGE_PUBLISHED;
	c->title.in[LANG_AR].body = s_("دورة");
	c->title.in[LANG_EN].body = s_("Cycle");
	date_from_iso(STR("2018-12-10"), &c->from_on);
	date_from_iso(STR("2022"), &c->to_on);
	assert_int_equal(repo_save(db, mem, &cycle_entity, c, &how), ERR_OK);
	return c;
}

static struct pledge *pledge_make(struct db *db, struct arena *mem,
				  const char *code, const char *title)
{
	struct pledge *p = record_new(&pledge_entity, mem);
	struct anyref c;

	if (repo_find_code(db, STR("C-X"), &c))
		c.to.id = cycle_make(db, mem)->row.id;
	p->row.code = s_(code);
	p->row.stage.v = STAGE_PUBLISHED;
	p->title.in[LANG_EN].body = s_(title);
	p->title.in[LANG_AR].body = s_("تعهد");
	p->title.in[LANG_AR].origin = TEXT_RENDERING;
	p->cycle.id = c.to.id;
	date_from_iso(STR("2022-05-10"), &p->committed_on);
	p->number = (struct count){ 4, true };
	p->kind.v = PLEDGE_INDIVIDUAL;
	assert_int_equal(repo_save(db, mem, &pledge_entity, p, &how),
			 ERR_OK);
	return p;
}

static struct pledge *load(struct db *db, struct arena *mem, int64_t id)
{
	void *out;

	assert_int_equal(repo_load(db, mem, &pledge_entity, id, LANG_EN,
				   &out), ERR_OK);
	return out;
}

static void a_record_comes_back_equal(struct db *db, struct arena *mem)
{
	struct pledge *p, *q;
	struct difference *d;

	db_begin(db, DB_WRITE);
	p = pledge_make(db, mem, "X-1", "A promise & more");
	assert_int_equal(db_commit(db), ERR_OK);
	q = load(db, mem, p->row.id);
	assert_int_equal(record_differences(&pledge_entity, mem, p, q, &d),
			 0);
	assert_true(str_is(q->cycle.code, "C-X"));
	assert_true(str_is(q->cycle.shown, "Cycle"));
	assert_true(str_is(q->row.heading, "A promise & more"));
	assert_int_equal(q->row.version, 1);
}

static void codes_of_ours_are_counted(struct db *db, struct arena *mem)
{
	struct pledge *p, *q;

	db_begin(db, DB_WRITE);
	p = pledge_make(db, mem, "", "One");
	q = pledge_make(db, mem, "", "Two");
	assert_int_equal(db_commit(db), ERR_OK);
	assert_true(str_is(p->row.code, "PG-001"));
	assert_true(str_is(q->row.code, "PG-002"));
}

static void an_old_version_is_a_conflict(struct db *db, struct arena *mem)
{
	struct pledge *p, *mine, *theirs;
	struct save later = at_ms(2000000);

	db_begin(db, DB_WRITE);
	p = pledge_make(db, mem, "X-1", "First");
	assert_int_equal(db_commit(db), ERR_OK);
	mine = load(db, mem, p->row.id);
	theirs = load(db, mem, p->row.id);
	theirs->title.in[LANG_EN].body = s_("Theirs");
	db_begin(db, DB_WRITE);
	assert_int_equal(repo_save(db, mem, &pledge_entity, theirs, &later),
			 ERR_OK);
	assert_int_equal(db_commit(db), ERR_OK);
	mine->title.in[LANG_EN].body = s_("Mine");
	db_begin(db, DB_WRITE);
	assert_int_equal(repo_save(db, mem, &pledge_entity, mine, &later),
			 ERR_CONFLICT);
	db_rollback(db);
	assert_true(str_is(load(db, mem, p->row.id)->row.heading,
			   "Theirs"));
}

static void the_past_can_be_asked(struct db *db, struct arena *mem)
{
	struct save later = at_ms(2000000);
	struct instant then = { 1500000 };
	struct pledge *p, *q;
	void *old;

	db_begin(db, DB_WRITE);
	p = pledge_make(db, mem, "X-1", "First");
	q = load(db, mem, p->row.id);
	q->title.in[LANG_EN].body = s_("Second");
	q->due_on = (struct date){ .year = 2023 };
	assert_int_equal(repo_save(db, mem, &pledge_entity, q, &later),
			 ERR_OK);
	assert_int_equal(db_commit(db), ERR_OK);
	assert_int_equal(q->row.version, 2);
	assert_int_equal(repo_load_at(db, mem, &pledge_entity, p->row.id,
				      LANG_EN, then, &old), ERR_OK);
	assert_true(str_is(((struct pledge *)old)->title.in[LANG_EN].body,
			   "First"));
	assert_false(date_is_set(((struct pledge *)old)->due_on));
	then.ms = 1;
	assert_int_equal(repo_load_at(db, mem, &pledge_entity, p->row.id,
				      LANG_EN, then, &old), ERR_MISSING);
}

static void a_translation_grows_old(struct db *db, struct arena *mem)
{
	struct save later = at_ms(2000000);
	struct pledge *p, *q;

	db_begin(db, DB_WRITE);
	p = pledge_make(db, mem, "X-1", "First");
	q = load(db, mem, p->row.id);
	assert_int_equal(q->title.in[LANG_AR].made_from,
			 q->title.in[LANG_EN].made_from);
	q->title.in[LANG_EN].body = s_("Changed at the source");
	repo_save(db, mem, &pledge_entity, q, &later);
	assert_int_equal(db_commit(db), ERR_OK);
	q = load(db, mem, p->row.id);
	assert_int_not_equal(q->title.in[LANG_AR].made_from,
			     q->title.in[LANG_EN].made_from);
}

static void saving_the_same_is_no_version(struct db *db, struct arena *mem)
{
	struct pledge *p;

	db_begin(db, DB_WRITE);
	p = load(db, mem, pledge_make(db, mem, "X-1", "Same")->row.id);
	assert_int_equal(repo_save(db, mem, &pledge_entity, p, &how),
			 ERR_OK);
	assert_int_equal(db_commit(db), ERR_OK);
	assert_int_equal(p->row.version, 1);
	assert_int_equal(log_newest(db), 2);
}

static void what_is_not_to_be_logged_is_not(struct db *db, struct arena *mem)
{
	struct save quiet = how;

	quiet.log = false;
	db_begin(db, DB_WRITE);
	for (int logged = 0; logged < 2; logged++) {
		struct link *k = record_new(&link_entity, mem);
		int64_t before;

		k->row.stage.v = STAGE_PUBLISHED;
		k->kind.v = LINK_MATCHES;
		k->from.entity = k->to.entity = &pledge_entity;
		k->from.to.id = pledge_make(db, mem, logged ? "X-3" : "X-1",
					    "One")->row.id;
		k->to.to.id = pledge_make(db, mem, logged ? "X-4" : "X-2",
					  "Two")->row.id;
		assert_int_equal(repo_save(db, mem, &link_entity, k, &how),
				 ERR_OK);
		before = log_newest(db);
		assert_int_equal(repo_unlink(db, mem, k->row.id,
					     logged ? &how : &quiet), ERR_OK);
		assert_int_equal(log_newest(db), before + logged);
	}
	assert_int_equal(db_commit(db), ERR_OK);
}

static void lists_go_by_keys(struct db *db, struct arena *mem)
{
	static const char *const titles[] = { "d", "a", "c", "b", "e" };
	struct list_ask ask = {
		.way = list_way_find(&pledge_entity, STR(""), STR("title")),
		.limit = 2, .lang = LANG_EN, .edition = EDITION_GOVERNMENT,
	};
	struct list_page page;
	char seen[8] = "";

	db_begin(db, DB_WRITE);
	for (size_t i = 0; i < COUNT(titles); i++)
		pledge_make(db, mem, "", titles[i]);
	assert_int_equal(db_commit(db), ERR_OK);
	ask.after = STR("");
	for (int pages = 1; ; pages++) {
		assert_int_equal(repo_list(db, mem, &ask, &page), ERR_OK);
		for (size_t i = 0; i < page.n; i++)
			strncat(seen, record_row(page.records[i])->heading.p,
				1);
		if (!page.next.n) {
			assert_int_equal(pages, 3);
			break;
		}
		ask.after = page.next;
	}
	assert_string_equal(seen, "abcde");
	assert_int_equal(repo_count(db, &pledge_entity), 5);
	ask.way = list_way_find(&pledge_entity, STR("cycle"), STR("made"));
	ask.after = STR("");
	ask.limit = 50;
	ask.filter_id = ((struct pledge *)page.records[0])->cycle.id;
	assert_int_equal(repo_list(db, mem, &ask, &page), ERR_OK);
	assert_int_equal(page.n, 5);
	/* A cursor that somebody made up is a place, not a fault. */
	ask.after = STR("nonsense.12.x");
	assert_int_equal(repo_list(db, mem, &ask, &page), ERR_OK);
}

static void the_log_proves_itself(struct db *db, struct arena *mem)
{
	struct log_verdict verdict;

	db_begin(db, DB_WRITE);
	for (int i = 0; i < 5; i++)
		pledge_make(db, mem, "", "p");
	assert_int_equal(db_commit(db), ERR_OK);
	assert_int_equal(log_verify(db, &verdict, NULL, NULL), ERR_OK);
	assert_int_equal(verdict.broken_seq, 0);
	assert_int_equal(verdict.checked, 6);
	db_begin(db, DB_WRITE);
	stmt_run(db_stmt(db, SQL("UPDATE log_content SET changes = "
				 "changes || 'x' WHERE seq = 4")));
	assert_int_equal(db_commit(db), ERR_OK);
	assert_int_equal(log_verify(db, &verdict, NULL, NULL), ERR_OK);
	assert_int_equal(verdict.broken_seq, 4);
	assert_string_equal(verdict.why, "content");
	db_begin(db, DB_WRITE);
	stmt_run(db_stmt(db, SQL("UPDATE log SET actor = 'me' "
				 "WHERE seq = 2")));
	assert_int_equal(db_commit(db), ERR_OK);
	assert_int_equal(log_verify(db, &verdict, NULL, NULL), ERR_OK);
	assert_int_equal(verdict.broken_seq, 2);
}

static void names_are_found_in_any_spelling(struct db *db,
					    struct arena *mem)
{
	struct named *list;
	size_t n;

	db_begin(db, DB_WRITE);
	pledge_make(db, mem, "X-1", "Élan of return");
	assert_int_equal(db_commit(db), ERR_OK);
	assert_int_equal(repo_names(db, mem, STR("elan"), LANG_EN, 10, &list,
				    &n), ERR_OK);
	assert_int_equal(n, 1);
	assert_int_equal(repo_names(db, mem, STR("x-1"), LANG_AR, 10, &list,
				    &n), ERR_OK);
	assert_int_equal(n, 1);
	assert_int_equal(repo_names(db, mem, STR("تعهّد"), LANG_AR, 10, &list,
				    &n), ERR_OK);
	assert_int_equal(n, 1);
}

int main(void)
{
	static const struct database_test tests[] = {
		{ "a record comes back equal", a_record_comes_back_equal },
		{ "codes of ours are counted", codes_of_ours_are_counted },
		{ "an old version is a conflict",
		  an_old_version_is_a_conflict },
		{ "the past can be asked", the_past_can_be_asked },
		{ "a translation grows old", a_translation_grows_old },
		{ "saving the same is no version",
		  saving_the_same_is_no_version },
		{ "what is not to be logged is not",
		  what_is_not_to_be_logged_is_not },
		{ "lists go by keys", lists_go_by_keys },
		{ "the log proves itself", the_log_proves_itself },
		{ "names are found in any spelling",
		  names_are_found_in_any_spelling },
	};

	return database_tests_run("repo", tests, COUNT(tests));
}
