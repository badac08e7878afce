// floors: service access store format report domain model lang base
/*
 * test_import.c - files into records, whole or not at all, and back
 *
 * Every test runs on SQLite and, when MITHAQ_TEST_PG names one, on
 * PostgreSQL.
 */
#include "check.h"

#include <stdlib.h>

#include "domain/link.h"
#include "domain/organisation.h"
#include "domain/pledge.h"
#include "service/svc_bulk.h"
#include "service/svc_export.h"
#include "service/svc_pack.h"
#include "service/svc_record.h"
#include "two_databases.h"

/* What a test holds: who asks, and what was told of the rows. */
struct bench {
	struct ctx ctx;
	struct settings settings;
	struct buf told;		/* "2 new X-1/3 refused X-2 key@4" */
	struct import_result result;
};

static void tell(void *watcher, const struct import_row *row)
{
	struct bench *b = watcher;

	if (b->told.n)
		buf_add_char(&b->told, '/');
	buf_addf(&b->told, "%lld %s", (long long)row->row,
		 import_fate_name(row->fate));
	if (row->code.n)
		buf_addf(&b->told, " %.*s", STR_ARG(row->code));
	for (size_t i = 0; i < row->problems_n; i++)
		buf_addf(&b->told, " %s@%zu", row->problems[i].problem.key,
			 row->problems[i].column);
}

static void bench_init(struct bench *b, struct db *db, struct arena *mem)
{
	*b = (struct bench){
		.ctx = {
			.db = db, .mem = mem, .lang = LANG_EN,
			.actor = { STR("tester"), EDITION_RESTRICTED },
		},
	};
	b->ctx.settings = &b->settings;
	problems_init(&b->ctx.problems, mem);
	buf_init(&b->told);
}

enum { DRY = 1, PACK = 2 };

/* Imports one file; what was told stays in b->told. */
static enum err import_as(struct bench *b, const char *name, struct str text,
			  int how)
{
	struct import_file file = { .name = str_of(name), .bytes = text };
	struct import_ask ask = {
		.files = &file, .files_n = 1, .manifest = STR(""),
		.dry_run = how & DRY, .pack = how & PACK,
		.what = STR("test"), .row = tell, .watcher = b,
	};

	buf_reset(&b->told);
	problems_init(&b->ctx.problems, b->ctx.mem);
	return svc_import(&b->ctx, &ask, &b->result);
}

static void import_fine(struct bench *b, const char *name, const char *text)
{
	if (import_as(b, name, str_of(text), 0) == ERR_OK)
		return;
	print_error("%.*s\n", STR_ARG(buf_str(&b->told)));
	fail_msg("%s was refused", name);
}

static void import_says(struct bench *b, const char *name, const char *text,
			const char *wanted)
{
	import_as(b, name, str_of(text), 0);
	assert_buf(&b->told, wanted);
}

static int64_t count(struct bench *b, struct sql sql)
{
	struct stmt *st = db_stmt(b->ctx.db, sql);
	int64_t n = stmt_step(st) ? col_int(st, 0) : -1;

	stmt_run(st);
	return n;
}

static void *load(struct bench *b, const char *code)
{
	const struct entity *e;
	void *record;

	if (svc_load(&b->ctx, NULL, str_of(code), &e, &record))
		fail_msg("no record %s", code);
	return record;
}

static void cycle_import(struct bench *b)
{
	import_fine(b, "cycle.csv", "code,title:en,from_on,to_on\n"
		    "C-1,Cycle,2018,2022\n");
}

static void pledges_import(struct bench *b)
{
	cycle_import(b);
	import_fine(b, "pledge.csv", "code,title:en,cycle,due_on\n"
		    "P-1,One,C-1,2023\nP-2,Two,C-1,\n");
}

static void changed(struct bench *b, const char *code, const char *title)
{
	struct pledge *was = load(b, code);
	struct pledge *p = record_copy(&pledge_entity, b->ctx.mem, was);

	p->title.in[LANG_EN].body = str_of(title);
	assert_int_equal(svc_save(&b->ctx, &pledge_entity, p, was), ERR_OK);
}

static void twice_is_nothing(struct db *db, struct arena *mem)
{
	static const char file[] = "code,title:en,title:ar,title:ar:origin,"
		"cycle,due_on\nP-1,One,واحد,rendering,C-1,31/12/2023\n"
		"P-2,Two,,,C-1,٣١/١٢/٢٠٢٦\n";
	struct bench b;
	struct pledge *p;
	char iso[DATE_ISO];

	bench_init(&b, db, mem);
	cycle_import(&b);
	import_says(&b, "pledge.csv", file, "2 new P-1/3 new P-2");
	assert_true(b.result.batch > 0);
	import_says(&b, "pledge.csv", file, "2 same P-1/3 same P-2");
	assert_int_equal(b.result.batch, 0);
	p = load(&b, "P-2");
	assert_str(date_iso(p->due_on, iso), "2026-12-31");
	assert_int_equal(p->row.version, 1);
	assert_int_equal(p->row.stage.v, STAGE_PUBLISHED);
	p = load(&b, "P-1");
	assert_int_equal(p->title.in[LANG_AR].origin, TEXT_RENDERING);
	assert_int_equal(p->title.in[LANG_EN].state, TEXT_CHECKED);
	buf_release(&b.told);
}

static void absent_stays_and_empty_clears(struct db *db, struct arena *mem)
{
	struct bench b;
	struct pledge *p;

	bench_init(&b, db, mem);
	pledges_import(&b);
	import_says(&b, "pledge.csv", "code,title:en\nP-1,Uno\n",
		    "2 changed P-1");
	p = load(&b, "P-1");
	assert_int_equal(p->due_on.year, 2023);
	assert_str(p->cycle.code, "C-1");
	import_says(&b, "pledge.csv", "due_on,code\n,P-1\n",
		    "1 same moved_column@1/2 changed P-1");
	p = load(&b, "P-1");
	assert_false(date_is_set(p->due_on));
	assert_str(p->title.in[LANG_EN].body, "Uno");
	buf_release(&b.told);
}

static void codes_may_come_later(struct db *db, struct arena *mem)
{
	struct bench b;
	struct organisation *o;

	bench_init(&b, db, mem);
	import_says(&b, "organisation.csv", "code,name:en,kind,parent,owner\n"
		    "A,A,agency,B,\nB,B,agency,C,\nC,C,ministry,,\n"
		    "D,D,agency,,E\nE,E,agency,,D\n",
		    "4 new C/3 new B/2 new A/5 new D/6 new E");
	o = load(&b, "A");
	assert_str(o->parent.code, "B");
	assert_int_equal(o->row.version, 1);
	/* D and E name each other: one of them was saved once more. */
	o = load(&b, "D");
	assert_str(o->row.owner.code, "E");
	o = load(&b, "E");
	assert_str(o->row.owner.code, "D");
	buf_release(&b.told);
}

static void trees_do_not_bite_their_tail(struct db *db, struct arena *mem)
{
	struct bench b;

	bench_init(&b, db, mem);
	import_as(&b, "organisation.csv", STR("code,name:en,kind,parent\n"
		  "A,A,agency,B\nB,B,agency,A\nC,C,agency,C\n"), 0);
	assert_true(str_find(buf_str(&b.told), STR("refused A cycle@4")) <
		    b.told.n);
	assert_true(str_find(buf_str(&b.told), STR("refused C cycle@4")) <
		    b.told.n);
	assert_int_equal(count(&b, SQL("SELECT count(*) FROM organisation")),
			 0);
	import_fine(&b, "organisation.csv", "code,name:en,kind,parent\n"
		    "A,A,agency,\nB,B,agency,A\n");
	import_says(&b, "organisation.csv", "code,parent\nA,B\n",
		    "2 refused A cycle@2");
	buf_release(&b.told);
}

static void nothing_is_half_done(struct db *db, struct arena *mem)
{
	struct bench b;
	const struct problem *p;

	bench_init(&b, db, mem);
	pledges_import(&b);
	assert_int_equal(import_as(&b, "pledge.csv", STR(
		"code,title:en,cycle,due_on\nP-3,Three,C-1,2024\n"
		"P-1,Uno,C-1,31.02.2024\n"), 0), ERR_PROBLEMS);
	assert_buf(&b.told, "2 new P-3/3 refused P-1 no_such_day@4");
	assert_int_equal(count(&b, SQL("SELECT count(*) FROM pledge")), 2);
	assert_int_equal(count(&b, SQL("SELECT count(*) FROM batch")), 2);
	p = &b.ctx.problems.list[0];
	assert_int_equal(p->row, 3);
	assert_string_equal(p->field, "due_on");
	assert_str(p->value, "31.02.2024");
	buf_release(&b.told);
}

static void a_dry_run_leaves_nothing(struct db *db, struct arena *mem)
{
	struct bench b;
	int64_t newest;

	bench_init(&b, db, mem);
	pledges_import(&b);
	newest = log_newest(db);
	assert_int_equal(import_as(&b, "pledge.csv", STR("code,title:en,cycle"
		"\nP-1,Uno,C-1\nP-3,Three,C-1\n"), DRY), ERR_OK);
	assert_buf(&b.told, "2 changed P-1/3 new P-3");
	assert_int_equal(b.result.batch, 0);
	assert_int_equal(log_newest(db), newest);
	assert_int_equal(count(&b, SQL("SELECT count(*) FROM pledge")), 2);
	buf_release(&b.told);
}

static void mistakes_have_a_place(struct db *db, struct arena *mem)
{
	static const struct {
		const char *file, *text, *says;
	} cases[] = {
		{ "pledge.csv", "", "0 refused empty_file@0" },
		{ "pledge.csv", "\n\n", "0 refused empty_file@0" },
		{ "pledge.csv", "x,y\n1,2\n", "1 refused no_columns@0" },
		{ "thing.csv", "code\nX\n", "0 refused unknown_entity@0" },
		{ "pledge.csv", "code,titel:en,cycle\nX,Y,C-1\n",
		  "1 refused unknown_column@2" },
		{ "pledge.csv", "code,title,cycle\nX,Y,C-1\n",
		  "1 refused unknown_column@2" },
		{ "pledge.csv", "code,title:en,title:en\nX,Y,Z\n",
		  "1 refused duplicate_column@3" },
		{ "pledge.csv", "code,title:en\nX,Y\n",
		  "1 refused missing_column@0" },
		{ "organisation.csv", "name:en,kind\nY,agency\n",
		  "1 refused missing_column@0" },
		{ "pledge.csv", "code,title:en,cycle\nX,Y\n",
		  "2 refused X row_width@3" },
		{ "pledge.csv", "code,title:en,cycle\nX,Y,C-1,9\n",
		  "2 refused X row_width@4" },
		{ "pledge.csv", "code,title:en,cycle\nX,\"Y,C-1\n",
		  "2 refused quote_open@2" },
		{ "pledge.csv", "code,title:en,cycle\nX,Y,C-9\n",
		  "2 refused X no_such_record@3" },
		{ "pledge.csv", "code,title:en,cycle\nX,Y,P-1\n",
		  "2 refused X wrong_entity@3" },
		{ "pledge.csv", "code,title:en,cycle\nX Y,Y,C-1\n",
		  "2 refused code_format@1" },
		{ "pledge.csv", "code,title:en,cycle\nC-1,Y,C-1\n",
		  "2 refused duplicate_code@1" },
		{ "pledge.csv", "code,title:en,cycle\nX,Y,C-1\nX,Z,C-1\n",
		  "2 new X/3 refused duplicate_row@1" },
		{ "pledge.csv", "code,title:en,cycle,number\nX,Y,C-1,=2+2\n",
		  "2 refused X not_a_number@4" },
		{ "pledge.csv", "code,title:en,cycle,kind\nX,Y,C-1,sort\n",
		  "2 refused X not_a_choice@4" },
		{ "pledge.csv", "code,title:en,title:en:origin,cycle\n"
		  "X,Y,made,C-1\n", "2 refused X not_a_choice@3" },
		{ "pledge.csv", "code,title:en,cycle\nX,,C-1\n",
		  "2 refused X required@2" },
		{ "pledge.csv", "code,title:en,cycle,stage\nX,Y,C-1,"
		  "withdrawn\n", "2 refused X reason_missing@0" },
		{ "pledge.csv", "code,title:en,cycle,committed_on,due_on\n"
		  "X,Y,C-1,2023,2022\n",
		  "2 refused X pledge.due_before_committed@5" },
		{ "link.csv", "kind,from,to\nserves,P-1,P-1\n",
		  "2 refused serves P-1 P-1 self_link@3" },
		{ "link.csv", "kind,from,to\nserves,P-1,P-2\n",
		  "2 refused serves P-1 P-2 link_not_allowed@1" },
		{ "link.csv", "kind,from,to\nmatches,P-1,P-2\n"
		  "matches,P-1,P-2\n", "2 new matches P-1 P-2/"
		  "3 refused matches P-1 P-2 duplicate_row@0" },
	};
	struct bench b;

	bench_init(&b, db, mem);
	pledges_import(&b);
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_int_equal(import_as(&b, cases[i].file,
				 str_of(cases[i].text), 0), ERR_PROBLEMS);
		assert_buf(&b.told, cases[i].says);
	}
	assert_int_equal(count(&b, SQL("SELECT count(*) FROM pledge")), 2);
	assert_int_equal(count(&b, SQL("SELECT count(*) FROM link")), 0);
	buf_release(&b.told);
}

static void what_would_be_right_is_said(struct db *db, struct arena *mem)
{
	struct bench b;

	bench_init(&b, db, mem);
	import_as(&b, "pledge.csv", STR("code,titel:en\nX,Y\n"), 0);
	assert_str(b.ctx.problems.list[0].right, "title:en");
	import_as(&b, "pledge.csv", STR("code,title\nX,Y\n"), 0);
	assert_str(b.ctx.problems.list[0].right, "title:ar");
	import_as(&b, "pledge.csv", STR("code,title:en\nX,Y\n"), 0);
	assert_str(b.ctx.problems.list[0].right, "cycle");
	pledges_import(&b);
	import_as(&b, "link.csv", STR("kind,from,to\nserves,P-1,P-2\n"), 0);
	assert_str(b.ctx.problems.list[0].right,
		   "plan, goal, action → pledge, goal, plan");
	buf_release(&b.told);
}

/* A formula is words like any other; nobody runs it. */
static void formulas_are_words(struct db *db, struct arena *mem)
{
	struct bench b;

	bench_init(&b, db, mem);
	cycle_import(&b);
	import_fine(&b, "pledge.csv", "code,title:en,cycle\n"
		    "X,\"=HYPERLINK(\"\"x\"\")\",C-1\nY,'=1,C-1\n");
	assert_str(((struct pledge *)load(&b, "X"))->title.in[LANG_EN].body,
		   "=HYPERLINK(\"x\")");
	assert_str(((struct pledge *)load(&b, "Y"))->title.in[LANG_EN].body,
		   "=1");
	buf_release(&b.told);
}

static void big_cells_are_refused(struct db *db, struct arena *mem)
{
	static const char head[] = "code,title:en,cycle\nX,";
	size_t n = 10 * 1024 * 1024;
	char *big = malloc(n);
	struct bench b;

	assert_non_null(big);
	bench_init(&b, db, mem);
	cycle_import(&b);
	memset(big, 'x', n);
	memcpy(big, head, sizeof(head) - 1);
	import_as(&b, "pledge.csv", (struct str){ big, n }, 0);
	assert_buf(&b.told, "2 refused text_too_big@2");
	/* Within the limit of a cell, beyond that of the field. */
	memcpy(big + 600, ",C-1\n", 5);
	import_as(&b, "pledge.csv", (struct str){ big, 605 }, 0);
	assert_buf(&b.told, "2 refused X too_long@2");
	free(big);
	buf_release(&b.told);
}

static void files_come_in_many_charsets(struct db *db, struct arena *mem)
{
	static const char utf16[] = "\xFF\xFE" "c\0o\0d\0e\0,\0n\0a\0m\0e\0"
		":\0a\0r\0,\0k\0i\0n\0d\0\n\0A\0,\0\x28\x06\x2a\x06,\0"
		"a\0g\0e\0n\0c\0y\0\n\0";
	static const char windows[] = "code;name:ar;kind\r\n"
		"B;\xE6\xD2\xC7\xD1\xC9;ministry\r\n";
	static const char broken[] = "code,name:en,kind\nC,\xFF\xFE\x00,x\n";
	struct bench b;

	bench_init(&b, db, mem);
	import_as(&b, "organisation.csv",
		  (struct str){ utf16, sizeof(utf16) - 1 }, 0);
	assert_buf(&b.told, "2 new A");
	assert_str(((struct organisation *)load(&b, "A"))->name
		   .in[LANG_AR].body, "بت");
	import_says(&b, "organisation.csv", windows, "2 new B");
	assert_str(((struct organisation *)load(&b, "B"))->name
		   .in[LANG_AR].body, "وزارة");
	import_says(&b, "organisation.csv", "\xEF\xBB\xBF" "code,name:en,kind"
		    "\nD,Dee,agency\n", "2 new D");
	import_as(&b, "organisation.csv",
		  (struct str){ broken, sizeof(broken) - 1 }, 0);
	assert_buf(&b.told, "0 refused encoding@0");
	buf_release(&b.told);
}

static void links_are_found_by_their_ends(struct db *db, struct arena *mem)
{
	static const char file[] = "kind,from,to,provenance\n"
				   "matches,P-1,P-2,stated\n";
	struct bench b;

	bench_init(&b, db, mem);
	pledges_import(&b);
	import_says(&b, "link.csv", file, "2 new matches P-1 P-2");
	import_says(&b, "link.csv", file, "2 same matches P-1 P-2");
	import_says(&b, "link.csv", "kind,from,to,provenance\n"
		    "matches,P-1,P-2,inferred\n",
		    "2 changed matches P-1 P-2");
	assert_int_equal(count(&b, SQL("SELECT count(*) FROM link")), 1);
	buf_release(&b.told);
}

static void a_reload_keeps_what_people_changed(struct db *db,
					       struct arena *mem)
{
	static const char now[] = "code,title:en,cycle\nP-1,Uno,C-1\n"
				  "P-2,Due,C-1\n";
	struct link_ask link = {
		.kind = STR("matches"), .from = STR("P-1"), .to = STR("P-2"),
		.note = STR(""), .provenance = STR(""), .document = STR(""),
	};
	struct str links = STR("kind,from,to\nmatches,P-1,P-2\n");
	struct bench b;

	bench_init(&b, db, mem);
	pledges_import(&b);
	assert_int_equal(import_as(&b, "link.csv", links, PACK), ERR_OK);
	changed(&b, "P-1", "Mine");
	changed(&b, "P-2", "Mine");
	changed(&b, "P-2", "Two");
	assert_int_equal(svc_unlink_by(&b.ctx, &link), ERR_OK);
	import_as(&b, "pledge.csv", str_of(now), PACK);
	/* Changed and changed back is not changed. */
	assert_buf(&b.told, "2 kept P-1/3 changed P-2");
	import_as(&b, "link.csv", links, PACK);
	assert_buf(&b.told, "2 kept matches P-1 P-2");
	assert_str(((struct pledge *)load(&b, "P-1"))->title.in[LANG_EN].body,
		   "Mine");
	/* A file that is no pack says what shall be. */
	import_says(&b, "pledge.csv", now, "2 changed P-1/3 same P-2");
	buf_release(&b.told);
}

static void an_import_is_undone_as_a_whole(struct db *db, struct arena *mem)
{
	struct import_undone undone;
	struct log_verdict verdict;
	struct bench b;
	int64_t batch;

	bench_init(&b, db, mem);
	pledges_import(&b);
	import_fine(&b, "pledge.csv", "code,title:en,cycle\nP-1,Uno,C-1\n"
		    "P-3,Three,C-1\n");
	batch = b.result.batch;
	changed(&b, "P-3", "Mine");
	assert_int_equal(svc_import_undo(&b.ctx, batch, &undone),
			 ERR_CONFLICT);
	assert_int_equal(undone.conflicts_n, 1);
	assert_str(undone.conflicts[0], "P-3");
	assert_str(((struct pledge *)load(&b, "P-1"))->title.in[LANG_EN].body,
		   "Uno");
	import_fine(&b, "pledge.csv", "code,title:en,cycle\nP-1,Eins,C-1\n"
		    "P-4,Four,C-1\n");
	batch = b.result.batch;
	assert_int_equal(svc_import_undo(&b.ctx, batch, &undone), ERR_OK);
	assert_int_equal(undone.withdrawn, 1);
	assert_int_equal(undone.restored, 1);
	assert_str(((struct pledge *)load(&b, "P-1"))->title.in[LANG_EN].body,
		   "Uno");
	assert_int_equal(record_row(load(&b, "P-4"))->stage.v,
			 STAGE_WITHDRAWN);
	assert_int_equal(svc_import_undo(&b.ctx, batch, &undone), ERR_GONE);
	assert_int_equal(svc_import_undo(&b.ctx, 99, &undone), ERR_MISSING);
	assert_int_equal(log_verify(db, &verdict, NULL, NULL), ERR_OK);
	assert_int_equal(verdict.broken_seq, 0);
	buf_release(&b.told);
}

static void a_pack_goes_and_comes_back(struct db *db, struct arena *mem)
{
	struct import_undone undone;
	struct import_batch *list;
	struct import_result r;
	struct bench b;
	size_t n;

	bench_init(&b, db, mem);
	assert_int_equal(svc_pack_load(&b.ctx, STR("nowhere"), &r),
			 ERR_MISSING);
	assert_int_equal(svc_pack_load(&b.ctx, STR("iraq"), &r), ERR_OK);
	assert_true(r.n[IMPORT_NEW] > 1000);
	assert_int_equal(r.n[IMPORT_CHANGED], 0);
	assert_int_equal(svc_pack_load(&b.ctx, STR("iraq"), &r), ERR_OK);
	assert_int_equal(r.n[IMPORT_NEW] + r.n[IMPORT_CHANGED] + r.batch, 0);
	assert_int_equal(count(&b, SQL("SELECT count(*) FROM log WHERE "
				       "version > 1")), 0);
	assert_int_equal(svc_import_batches(&b.ctx, 10, &list, &n), ERR_OK);
	assert_int_equal(n, 2);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(svc_import_undo(&b.ctx, list[i].id,
						 &undone), ERR_OK);
	assert_int_equal(count(&b, SQL("SELECT count(*) FROM link")), 0);
	assert_int_equal(count(&b, SQL("SELECT count(*) FROM pledge WHERE "
				       "stage <> 'withdrawn'")), 0);
	assert_int_equal(count(&b, SQL("SELECT count(*) FROM setting WHERE "
				       "value <> ''")), 0);
	assert_int_equal(svc_pack_load(&b.ctx, STR("iraq"), &r), ERR_OK);
	assert_int_equal(r.n[IMPORT_KEPT], 0);
	assert_int_equal(count(&b, SQL("SELECT count(*) FROM pledge WHERE "
				       "stage = 'withdrawn'")), 0);
	buf_release(&b.told);
}

/* Bulk data are valid records, and always the same. */
static void bulk_data_are_records(struct db *db, struct arena *mem)
{
	char dir[] = "/tmp/mithaq-bulk.XXXXXX", line[128];
	struct export_ask ask = { .dir = dir };
	struct export_result exported;
	struct import_path path = { .path = dir };
	struct bench b;
	int64_t made;

	bench_init(&b, db, mem);
	assert_non_null(mkdtemp(dir));
	assert_int_equal(svc_bulk(&b.ctx, 700, &made), ERR_OK);
	assert_true(made >= 700);
	assert_int_equal(svc_bulk(&b.ctx, 700, &made), ERR_CONFLICT);
	assert_true(count(&b, SQL("SELECT count(*) FROM log")) < 5);
	assert_int_equal(db_begin(db, DB_READ), ERR_OK);
	assert_int_equal(svc_export(&b.ctx, &ask, &exported), ERR_OK);
	db_rollback(db);
	/* Reading them again checks every rule, and changes nothing. */
	assert_int_equal(svc_import_path(&b.ctx, &path, &b.result), ERR_OK);
	assert_int_equal(b.result.n[IMPORT_SAME], exported.rows);
	snprintf(line, sizeof(line), "rm -r %s", dir);
	assert_int_equal(system(line), 0);
	buf_release(&b.told);
}

int main(void)
{
	static const struct database_test tests[] = {
		{ "twice is nothing", twice_is_nothing },
		{ "absent stays and empty clears",
		  absent_stays_and_empty_clears },
		{ "codes may come later", codes_may_come_later },
		{ "trees do not bite their tail",
		  trees_do_not_bite_their_tail },
		{ "nothing is half done", nothing_is_half_done },
		{ "a dry run leaves nothing", a_dry_run_leaves_nothing },
		{ "mistakes have a place", mistakes_have_a_place },
		{ "what would be right is said",
		  what_would_be_right_is_said },
		{ "formulas are words", formulas_are_words },
		{ "big cells are refused", big_cells_are_refused },
		{ "files come in many charsets",
		  files_come_in_many_charsets },
		{ "links are found by their ends",
		  links_are_found_by_their_ends },
		{ "a reload keeps what people changed",
		  a_reload_keeps_what_people_changed },
		{ "an import is undone as a whole",
		  an_import_is_undone_as_a_whole },
		{ "a pack goes and comes back", a_pack_goes_and_comes_back },
		{ "bulk data are records", bulk_data_are_records },
	};

	return database_tests_run("import", tests, COUNT(tests));
}
