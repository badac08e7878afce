/* floors: report domain model lang base */
/* test_picture.c - geometry: what is laid out does not overlap, text fits,
 * and a sheet of Arabic is the mirror of an English one */

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "report/picture_chain.h"
#include "report/picture_clock.h"
#include "report/picture_objectives.h"
#include "report/picture_years.h"
#include "report/svg.h"

static struct arena mem;

static int setup(void **state)
{
	(void)state;
	arena_init(&mem, 8 * 1024 * 1024);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_release(&mem);
	return 0;
}

static void test_width_grows_with_text(void **state)
{
	(void)state;
	assert_int_equal(text_width(STR(""), 13), 0);
	assert_true(text_width(STR("mm"), 13) > text_width(STR("ii"), 13));
	assert_true(text_width(STR("تعهد"), 26) > text_width(STR("تعهد"), 13));
	/* Marks above letters take no room. */
	assert_int_equal(text_width(STR("مُتَابَعَة"), 13),
			 text_width(STR("متابعة"), 13));
}

/* The widest line that was drawn. */
static int widest(const struct picture *p)
{
	int w = 0;

	for (size_t i = 0; i < p->n; i++)
		if (p->shapes[i].kind == SHAPE_TEXT) {
			int line = text_width(p->shapes[i].text,
					      p->shapes[i].h);

			w = line > w ? line : w;
		}
	return w;
}

static void test_words_break_and_are_cut(void **state)
{
	static const char text[] = "National Referral Mechanism for the "
		"reintegration of returnees from abroad, in all governorates";
	struct place at = { .w = 120, .lines = 3, .size = 13 };
	struct picture p;

	(void)state;
	picture_init(&p, &mem, LANG_EN, 400);
	assert_int_equal(picture_words(&p, &at, str_of(text), LANG_EN), 3);
	assert_int_equal(p.n, 3);
	assert_true(widest(&p) <= 120);
	assert_true(str_ends(p.shapes[2].text, STR("…")));
	assert_false(str_ends(p.shapes[0].text, STR("…")));
	assert_true(p.shapes[0].y < p.shapes[1].y);
}

static void test_short_words_are_left_alone(void **state)
{
	struct place at = { .w = 120, .lines = 3, .size = 13 };
	struct picture p;

	(void)state;
	picture_init(&p, &mem, LANG_AR, 400);
	assert_int_equal(picture_words(&p, &at, STR("  بغداد "), LANG_AR), 1);
	assert_true(str_is(p.shapes[0].text, "بغداد"));
	assert_int_equal(picture_words(&p, &at, STR(""), LANG_AR), 0);
}

static void test_a_long_word_is_cut(void **state)
{
	struct place at = { .w = 60, .lines = 2, .size = 13 };
	struct picture p;

	(void)state;
	picture_init(&p, &mem, LANG_EN, 400);
	picture_words(&p, &at, STR("Donaudampfschifffahrtsgesellschaft x"),
		      LANG_EN);
	assert_true(widest(&p) <= 60);
}

static struct chain_box box(int column, size_t parent, enum chain_look look)
{
	return (struct chain_box){
		.column = column, .parent = parent, .look = look,
		.title = STR("الآلية الوطنية للإحالة وإعادة الإدماج في "
			     "المحافظات كلها"),
		.title_lang = LANG_AR, .line = STR("2022"),
		.url = STR("/ar/actions/A-001"), .name = STR("A-001") };
}

static const struct str heads[4] = {
	{ "a", 1 }, { "b", 1 }, { "c", 1 }, { "d", 1 }
};

static bool overlap(const struct shape *a, const struct shape *b)
{
	return a->x < b->x + b->w && b->x < a->x + a->w &&
	       a->y < b->y + b->h && b->y < a->y + a->h;
}

static void boxes_stand_apart(const struct picture *p)
{
	for (size_t i = 0; i < p->n; i++)
		for (size_t j = 0; j < i; j++) {
			const struct shape *a = &p->shapes[i];
			const struct shape *b = &p->shapes[j];

			if (a->kind == SHAPE_BOX && b->kind == SHAPE_BOX)
				assert_false(overlap(a, b));
		}
	for (size_t i = 0; i < p->n; i++) {
		const struct shape *s = &p->shapes[i];

		if (s->kind != SHAPE_BOX)
			continue;
		assert_true(s->x >= 0 && s->x + s->w <= p->width);
		assert_true(s->y >= 0 && s->y + s->h <= p->height);
	}
}

static void test_boxes_of_a_chain_stand_apart(void **state)
{
	/* A pledge; a plan with a hole; two actions with children of two
	 * kinds; a child two columns on; a second root. */
	struct chain_box boxes[] = {
		box(0, 0, CHAIN_LOOK_SELF), box(1, 0, CHAIN_LOOK_RECORD),
		box(2, 1, CHAIN_LOOK_GAP), box(2, 0, CHAIN_LOOK_RECORD),
		box(3, 3, CHAIN_LOOK_RECORD), box(3, 3, CHAIN_LOOK_RECORD),
		box(3, 3, CHAIN_LOOK_RECORD), box(2, 0, CHAIN_LOOK_RECORD),
		box(3, 0, CHAIN_LOOK_GAP), box(0, 9, CHAIN_LOOK_RECORD),
		box(3, 9, CHAIN_LOOK_RECORD),
	};
	struct picture p;

	(void)state;
	picture_init(&p, &mem, LANG_AR, 800);
	picture_chain(&p, &(struct chain_drawing){ boxes, COUNT(boxes),
						   heads, COUNT(heads) });
	boxes_stand_apart(&p);
	assert_int_equal(p.groups_n, COUNT(boxes));
}

static void test_a_wide_chain_is_bounded(void **state)
{
	struct chain_box boxes[200];
	struct picture p;

	(void)state;
	boxes[0] = box(0, 0, CHAIN_LOOK_SELF);
	for (size_t i = 1; i < COUNT(boxes); i++)
		boxes[i] = box(1 + (int)(i % 3), 0, CHAIN_LOOK_RECORD);
	picture_init(&p, &mem, LANG_EN, 800);
	picture_chain(&p, &(struct chain_drawing){ boxes, COUNT(boxes),
						   heads, COUNT(heads) });
	assert_int_equal(p.groups_n, CHAIN_BOXES_MAX);
	boxes_stand_apart(&p);
}

/* The look of the line that ends at a box. */
static enum look line_to(const struct picture *p, int y)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->shapes[i].kind == SHAPE_LINE &&
		    p->shapes[i].y + p->shapes[i].h == y)
			return p->shapes[i].look;
	return LOOK_PLAIN;
}

static void test_lines_say_how_sure_they_are(void **state)
{
	struct chain_box boxes[] = {
		box(0, 0, CHAIN_LOOK_SELF), box(1, 0, CHAIN_LOOK_RECORD),
		box(1, 0, CHAIN_LOOK_RECORD), box(1, 0, CHAIN_LOOK_GAP),
	};
	static const enum look looks[] = { LOOK_STRONG, LOOK_INFERRED,
					   LOOK_GAP };
	struct picture p;
	size_t k = 0;

	(void)state;
	boxes[2].inferred = true;
	picture_init(&p, &mem, LANG_EN, 800);
	picture_chain(&p, &(struct chain_drawing){ boxes, COUNT(boxes),
						   heads, COUNT(heads) });
	for (size_t i = 0; i < p.n; i++) {
		const struct shape *s = &p.shapes[i];

		if (s->kind == SHAPE_BOX && s->x > 1)
			assert_int_equal(line_to(&p, s->y + s->h / 2),
					 looks[k++]);
	}
	assert_int_equal(k, 3);
}

static const char *written(struct picture *p, struct buf *b)
{
	buf_init(b);
	p->title = STR("<title> & more");
	p->desc = STR("what it shows");
	svg_write(b, p, "x", "chain");
	return b->data;
}

static void test_svg_is_mirrored_and_escaped(void **state)
{
	struct picture ar, en;
	struct buf b;
	const char *s;

	(void)state;
	picture_init(&en, &mem, LANG_EN, 100);
	picture_box(&en, LOOK_PLAIN, (struct area){ 10, 5, 20, 8 });
	en.height = 20;
	s = written(&en, &b);
	assert_non_null(strstr(s, "x=\"10\""));
	assert_non_null(strstr(s, "&lt;title&gt; &amp; more"));
	assert_non_null(strstr(s, "role=\"img\""));
	buf_release(&b);
	picture_init(&ar, &mem, LANG_AR, 100);
	picture_group(&ar, STR("/ar/x"), STR("\"a\""));
	picture_box(&ar, LOOK_PLAIN, (struct area){ 10, 5, 20, 8 });
	picture_ungroup(&ar);
	ar.height = 20;
	s = written(&ar, &b);
	assert_non_null(strstr(s, "x=\"70\""));
	assert_non_null(strstr(s, "role=\"group\""));
	assert_non_null(strstr(s, "<a href=\"/ar/x\"><title>&quot;a&quot;"));
	buf_release(&b);
}

static void test_text_begins_where_its_language_does(void **state)
{
	struct place at = { .x = 10, .lines = 1, .size = 13 };
	struct picture p;
	struct buf b;
	const char *s;

	(void)state;
	picture_init(&p, &mem, LANG_AR, 100);
	p.height = 20;
	picture_words(&p, &at, STR("نص"), LANG_AR);
	picture_words(&p, &at, STR("text"), LANG_EN);
	s = written(&p, &b);
	assert_non_null(strstr(s, "x=\"90\" y=\"0\" text-anchor=\"start\" "
				  "direction=\"rtl\">نص"));
	assert_non_null(strstr(s, "x=\"90\" y=\"0\" text-anchor=\"end\" "
				  "direction=\"ltr\" lang=\"en\">text"));
	buf_release(&b);
}

static struct clock_event event(int16_t year, const char *title)
{
	return (struct clock_event){
		.title = str_of(title), .lang = LANG_EN,
		.on = { year, 5, 1 }, .url = STR("/en/events/x"),
		.note = STR(""), .held = year < 2026, .main = true };
}

static void test_labels_of_the_clock_stand_apart(void **state)
{
	const char *long_title = "International Migration Review Forum "
				 "of the General Assembly";
	struct clock_event events[] = {
		event(2018, long_title), event(2019, long_title),
		event(2022, long_title), event(2023, long_title),
		event(2026, long_title), event(2030, long_title),
	};
	struct picture p;

	(void)state;
	picture_init(&p, &mem, LANG_EN, 1120);
	picture_clock(&p, &(struct clock){ events, COUNT(events),
			{ 2026, 11, 1 }, STR("Today") });
	for (size_t i = 0; i < p.n; i++)
		for (size_t j = 0; j < i; j++) {
			const struct shape *a = &p.shapes[i];
			const struct shape *b = &p.shapes[j];
			int half;

			if (a->kind != SHAPE_TEXT || b->kind != SHAPE_TEXT ||
			    a->y != b->y)
				continue;
			half = (text_width(a->text, a->h) +
				text_width(b->text, b->h)) / 2;
			assert_true(a->x - b->x >= half ||
				    b->x - a->x >= half);
		}
	for (size_t i = 0; i < p.n; i++)
		if (p.shapes[i].kind == SHAPE_TEXT) {
			assert_true(p.shapes[i].y > 0);
			assert_true(p.shapes[i].y < p.height);
		}
}

static void test_time_runs_one_way(void **state)
{
	struct clock_event events[] = { event(2018, "a"), event(2022, "b"),
					event(2030, "c") };
	struct picture p;
	int last = -1, dots = 0;

	(void)state;
	picture_init(&p, &mem, LANG_AR, 1120);
	picture_clock(&p, &(struct clock){ events, COUNT(events),
			{ 2026, 11, 1 }, STR("اليوم") });
	for (size_t i = 0; i < p.n; i++) {
		if (p.shapes[i].kind != SHAPE_DOT)
			continue;
		assert_true(p.shapes[i].x > last);
		assert_int_equal(p.shapes[i].look, dots < 2 ? LOOK_STRONG
							    : LOOK_GAP);
		last = p.shapes[i].x;
		dots++;
	}
	assert_int_equal(dots, 3);
}

static void test_an_empty_clock_is_no_crash(void **state)
{
	struct picture p;

	(void)state;
	picture_init(&p, &mem, LANG_AR, 1120);
	picture_clock(&p, &(struct clock){ .n = 0 });
	assert_true(p.height > 0);
	assert_int_equal(p.n, 0);
}

static void test_objectives_keep_their_rows(void **state)
{
	const struct objective_box boxes[] = {
		{ 0, OBJECTIVE_KNOWN, STR("2"), STR("2: x"), STR("/2") },
		{ 0, OBJECTIVE_EMPTY, STR("5"), STR("5: x"), STR("/5") },
		{ 1, OBJECTIVE_INFERRED, STR("1"), STR("1: x"), STR("/1") },
	};
	const struct str rows[] = { STR("Table 1"), STR("Table 4") };
	struct picture p;

	(void)state;
	picture_init(&p, &mem, LANG_EN, 0);
	picture_objectives(&p, &(struct objectives){ boxes, 3, rows, 2 });
	boxes_stand_apart(&p);
	for (size_t i = 0, k = 0; i < p.n; i++) {
		static const enum look looks[] = { LOOK_STRONG, LOOK_GAP,
						   LOOK_HATCHED };

		if (p.shapes[i].kind == SHAPE_BOX)
			assert_int_equal(p.shapes[i].look, looks[k++]);
	}
}

/* A day is read in full, however long its month is named. */
static void test_the_day_of_a_box_is_never_cut(void **state)
{
	static const char day[] = "7ی کانوونی یەکەمی 2022";
	struct chain_box boxes[8];
	struct str names[8];
	struct picture p;
	size_t cut = 0, lines = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(boxes); i++) {
		names[i] = STR("x");
		boxes[i] = (struct chain_box){
			.column = (int)i, .parent = i ? i - 1 : 0,
			.title = STR("x"), .title_lang = LANG_CKB,
			.line = str_of(day), .url = STR(""),
			.name = STR("x") };
	}
	picture_init(&p, &mem, LANG_CKB, 1120);
	picture_chain(&p, &(struct chain_drawing){ boxes, COUNT(boxes), names,
						   COUNT(names) });
	boxes_stand_apart(&p);
	for (size_t i = 0; i < p.n; i++) {
		struct str t = p.shapes[i].text;

		cut += t.n > 3 && memcmp(t.p + t.n - 3, "…", 3) == 0;
		lines += str_is(t, "2022");
	}
	assert_int_equal(cut, 0);
	assert_int_equal(lines, COUNT(boxes));
}

static void test_years_are_as_high_as_their_numbers(void **state)
{
	static const struct year_bar bars[] = {
		{ 2023, 2, 0, 0 }, { 2024, 0, 1, 3 }, { 2025, 0, 0, 0 },
	};
	static const enum look looks[] = { LOOK_STRONG, LOOK_PLAIN,
					   LOOK_HATCHED };
	struct picture p;
	int high[3] = { 0 }, width;
	size_t k = 0;

	(void)state;
	picture_init(&p, &mem, LANG_AR, 0);
	picture_years(&p, bars, COUNT(bars));
	boxes_stand_apart(&p);
	for (size_t i = 0; i < p.n; i++) {
		if (p.shapes[i].kind != SHAPE_BOX)
			continue;
		assert_true(k < 3);
		assert_int_equal(p.shapes[i].look, looks[k]);
		high[k++] = p.shapes[i].h;
	}
	/* Nothing is drawn of a year of which nothing is known. */
	assert_int_equal(k, 3);
	assert_int_equal(high[0], 2 * high[1]);
	assert_int_equal(high[2], 3 * high[1]);
	/* Three years are not drawn larger than twelve. */
	width = p.width;
	picture_init(&p, &mem, LANG_AR, 0);
	picture_years(&p, bars, 0);
	assert_int_equal(p.width, width);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_width_grows_with_text),
		cmocka_unit_test(test_words_break_and_are_cut),
		cmocka_unit_test(test_short_words_are_left_alone),
		cmocka_unit_test(test_a_long_word_is_cut),
		cmocka_unit_test(test_boxes_of_a_chain_stand_apart),
		cmocka_unit_test(test_a_wide_chain_is_bounded),
		cmocka_unit_test(test_lines_say_how_sure_they_are),
		cmocka_unit_test(test_svg_is_mirrored_and_escaped),
		cmocka_unit_test(test_text_begins_where_its_language_does),
		cmocka_unit_test(test_labels_of_the_clock_stand_apart),
		cmocka_unit_test(test_time_runs_one_way),
		cmocka_unit_test(test_an_empty_clock_is_no_crash),
		cmocka_unit_test(test_objectives_keep_their_rows),
		cmocka_unit_test(test_the_day_of_a_box_is_never_cut),
		cmocka_unit_test(test_years_are_as_high_as_their_numbers),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
