/* test_record_form.c - what was typed reaches the record, or is told */
#include "check.h"

#include "domain/pledge.h"
#include "model/record.h"
#include "ui/record_form.h"

struct typed {
	struct arena mem;
	struct ctx ctx;
	struct pair pairs[16];
	struct request rq;
};

static void typed_init(struct typed *t)
{
	static const struct settings settings;

	memset(t, 0, sizeof(*t));
	arena_init(&t->mem, 16 * 1024 * 1024);
	t->ctx.mem = &t->mem;
	t->ctx.settings = &settings;
	t->ctx.lang = LANG_EN;
	problems_init(&t->ctx.problems, &t->mem);
	t->rq.mem = &t->mem;
	t->rq.method = METHOD_POST;
	t->rq.form.list = t->pairs;
}

static void type(struct typed *t, struct str name, struct str value)
{
	assert_true(t->rq.form.n < COUNT(t->pairs));
	t->pairs[t->rq.form.n++] = (struct pair){ name, value };
}

static void test_texts(void **state)
{
	struct typed t;
	struct pledge *p;

	(void)state;
	typed_init(&t);
	p = record_new(&pledge_entity, &t.mem);
	type(&t, STR("title:ar"), STR("  عنوان "));
	type(&t, STR("title:en"), STR("Title"));
	type(&t, STR("title:en:origin"), STR("rendering"));
	type(&t, STR("title:en:state"), STR("checked"));
	type(&t, STR("title:ckb:origin"), STR("nonsense"));
	type(&t, STR("title:xx"), STR("no such language"));
	record_form_read(&t.ctx, &pledge_entity, &t.rq, p);
	assert_int_equal(t.ctx.problems.n, 0);
	assert_str(p->title.in[LANG_AR].body, "عنوان");
	assert_str(p->title.in[LANG_EN].body, "Title");
	assert_int_equal(p->title.in[LANG_EN].origin, TEXT_RENDERING);
	assert_int_equal(p->title.in[LANG_EN].state, TEXT_CHECKED);
	assert_int_equal(p->title.in[LANG_CKB].body.n, 0);
	arena_release(&t.mem);
}

static void test_what_was_not_sent_stays(void **state)
{
	struct typed t;
	struct pledge *p;

	(void)state;
	typed_init(&t);
	p = record_new(&pledge_entity, &t.mem);
	p->due_on = (struct date){ 2023, 0, 0 };
	p->number = (struct count){ .n = 4, .set = true };
	type(&t, STR("number"), STR(""));
	record_form_read(&t.ctx, &pledge_entity, &t.rq, p);
	assert_int_equal(p->due_on.year, 2023);
	assert_false(p->number.set);
	arena_release(&t.mem);
}

static void test_a_form_cannot_withdraw(void **state)
{
	struct typed t;
	struct pledge *p;

	(void)state;
	typed_init(&t);
	p = record_new(&pledge_entity, &t.mem);
	p->row.stage.v = STAGE_PUBLISHED;
	type(&t, STR("stage"), STR("withdrawn"));
	type(&t, STR("reason"), STR("slipped in"));
	type(&t, STR("id"), STR("7"));
	type(&t, STR("version"), STR("9"));
	record_form_read(&t.ctx, &pledge_entity, &t.rq, p);
	assert_int_equal(p->row.stage.v, STAGE_PUBLISHED);
	assert_int_equal(p->row.reason.s.n, 0);
	assert_int_equal(p->row.id, 0);
	assert_int_equal(p->row.version, 0);
	arena_release(&t.mem);
}

static void test_the_code_of_a_stored_record_stays(void **state)
{
	struct typed t;
	struct pledge *p;

	(void)state;
	typed_init(&t);
	p = record_new(&pledge_entity, &t.mem);
	type(&t, STR("code"), STR(" X-1 "));
	record_form_read(&t.ctx, &pledge_entity, &t.rq, p);
	assert_str(p->row.code, "X-1");
	p->row.id = 5;
	p->row.code = STR("X-2");
	record_form_read(&t.ctx, &pledge_entity, &t.rq, p);
	assert_str(p->row.code, "X-2");
	arena_release(&t.mem);
}

static void test_problems_are_told_twice(void **state)
{
	struct typed t;
	struct pledge *p;
	struct buf out;

	(void)state;
	typed_init(&t);
	p = record_new(&pledge_entity, &t.mem);
	type(&t, STR("due_on"), STR("31.02.2024 <x>"));
	type(&t, STR("kind"), STR("nonsense"));
	record_form_read(&t.ctx, &pledge_entity, &t.rq, p);
	assert_int_equal(t.ctx.problems.n, 2);
	buf_init(&out);
	record_form_problems(&t.ctx, &out, &pledge_entity);
	assert_non_null(strstr(out.data, "href=\"#due_on\""));
	assert_non_null(strstr(out.data, "href=\"#kind\""));
	assert_null(strstr(out.data, "<x>"));
	buf_release(&out);
	arena_release(&t.mem);
}

static void test_problems_beyond_the_last_are_counted(void **state)
{
	struct typed t;
	struct buf out;

	(void)state;
	typed_init(&t);
	for (int i = 0; i < PROBLEMS_MAX; i++)
		problem_add(&t.ctx.problems, "due_on", "date");
	buf_init(&out);
	record_form_problems(&t.ctx, &out, &pledge_entity);
	assert_null(strstr(out.data, "not shown"));
	for (int i = 0; i < 3; i++)
		problem_add(&t.ctx.problems, "due_on", "date");
	buf_reset(&out);
	record_form_problems(&t.ctx, &out, &pledge_entity);
	assert_non_null(strstr(out.data, "3 further problems"));
	buf_release(&out);
	arena_release(&t.mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_what_was_not_sent_stays),
		cmocka_unit_test(test_a_form_cannot_withdraw),
		cmocka_unit_test(test_the_code_of_a_stored_record_stays),
		cmocka_unit_test(test_problems_are_told_twice),
		cmocka_unit_test(test_problems_beyond_the_last_are_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
