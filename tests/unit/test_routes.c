/* test_routes.c - which address leads where, and pages that are kept */
#include "check.h"

#include "app/dispatch.h"
#include "app/kept.h"
#include "app/routes.h"
#include "domain/organisation.h"
#include "domain/pledge.h"
#include "ui/ui_record.h"

static void leads(enum method method, struct str path, page_fn *page,
		  const struct entity *e, const char *code)
{
	struct routed to = route_find(method, path);

	assert_non_null(to.route);
	assert_true(to.route->page == page);
	assert_ptr_equal(to.match.entity, e);
	assert_str(to.match.code, code);
}

static void nowhere(enum method method, struct str path, bool get, bool post)
{
	struct routed to = route_find(method, path);

	assert_null(to.route);
	assert_int_equal(to.get, get);
	assert_int_equal(to.post, post);
}

static void test_records(void **state)
{
	const struct entity *e = &pledge_entity;

	(void)state;
	leads(METHOD_GET, STR("pledges"), ui_list, e, "");
	leads(METHOD_HEAD, STR("pledges"), ui_list, e, "");
	leads(METHOD_GET, STR("pledges/new"), ui_new, e, "");
	leads(METHOD_POST, STR("pledges/new"), ui_new, e, "");
	leads(METHOD_GET, STR("pledges/IQ22-4"), ui_show, e, "IQ22-4");
	leads(METHOD_GET, STR("pledges/IQ22-4/edit"), ui_edit, e, "IQ22-4");
	leads(METHOD_POST, STR("pledges/IQ22-4/undo"), ui_undo, e, "IQ22-4");
	leads(METHOD_GET, STR("bodies/X"), ui_show, &organisation_entity,
	      "X");
	assert_string_equal(route_find(METHOD_GET,
				       STR("bodies/X")).match.path, "bodies");
}

static void test_nothing(void **state)
{
	(void)state;
	nowhere(METHOD_GET, STR("nothing"), false, false);
	nowhere(METHOD_GET, STR("pledges/"), false, false);
	nowhere(METHOD_GET, STR("pledges//edit"), false, false);
	nowhere(METHOD_GET, STR("pledges/X/edit/more"), false, false);
	nowhere(METHOD_GET, STR("pledges/X/{code}"), false, false);
	nowhere(METHOD_GET, STR("pledges/X/undo"), false, true);
	nowhere(METHOD_POST, STR("pledges"), true, false);
	nowhere(METHOD_OTHER, STR("pledges/new"), true, true);
}

/* A lane that only reads must not be given what writes, and what writes must
 * not be kept. */
static void one_route(const struct route *r)
{
	enum lane lane = dispatch_lane(NULL, r->method, STR("/"));

	assert_true((lane == LANE_WRITE) == (r->method == METHOD_POST));
	assert_true(r->method == METHOD_GET || r->method == METHOD_POST);
	assert_false(r->kept && r->method != METHOD_GET);
	assert_false(r->data && r->method != METHOD_GET);
}

static void test_lanes(void **state)
{
	const struct route *r;
	size_t n = 0;

	(void)state;
	for (size_t i = 0; (r = route_verb_at(i)); i++, n++)
		one_route(r);
	for (size_t i = 0; (r = route_page_at(i)); i++, n++)
		one_route(r);
	assert_true(n > 10);
}

static void page_make(struct response *rs, const char *words)
{
	response_init(rs);
	rs->type = "text/html; charset=utf-8";
	buf_add_cstr(&rs->body, words);
}

static void test_kept(void **state)
{
	struct date day = { 2026, 11, 1 }, next = { 2026, 11, 2 };
	struct response rs, again;
	struct kept k;

	(void)state;
	kept_init(&k);
	kept_check(&k, 7, day);
	response_init(&again);
	assert_false(kept_find(&k, STR("/ar"), &again));
	page_make(&rs, "words");
	kept_put(&k, STR("/ar"), &rs);
	assert_str(rs.fixed, "words");
	assert_true(kept_find(&k, STR("/ar"), &again));
	assert_str(again.fixed, "words");
	assert_false(kept_find(&k, STR("/en"), &again));
	/* Another day: dropped here, but what is being sent lives on. */
	kept_check(&k, 7, next);
	assert_str(again.fixed, "words");
	response_release(&rs);
	response_release(&again);
	assert_false(kept_find(&k, STR("/ar"), &again));
	/* A database that cannot tell whether it changed keeps nothing. */
	kept_check(&k, -1, next);
	page_make(&rs, "words");
	kept_put(&k, STR("/ar"), &rs);
	assert_false(kept_find(&k, STR("/ar"), &again));
	response_release(&rs);
	kept_release(&k);
	assert_int_equal(arena_live(), 0);
}

/* Memory has an end: many pages push each other out. */
static void test_kept_is_bounded(void **state)
{
	struct kept k;

	(void)state;
	kept_init(&k);
	kept_check(&k, 1, (struct date){ 2026, 11, 1 });
	for (int i = 0; i < 500; i++) {
		struct response rs;
		char path[16];

		page_make(&rs, "x");
		for (int j = 0; j < 50 * 1024; j++)
			buf_add_char(&rs.body, 'y');
		snprintf(path, sizeof(path), "/ar/%d", i);
		kept_put(&k, str_of(path), &rs);
		response_release(&rs);
		assert_true(k.bytes <= KEPT_BYTES);
	}
	kept_release(&k);
	assert_int_equal(arena_live(), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_records),
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_lanes),
		cmocka_unit_test(test_kept),
		cmocka_unit_test(test_kept_is_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
