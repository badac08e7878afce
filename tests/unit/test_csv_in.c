// floors: format model lang base
/* test_csv_in.c - rows of values as spreadsheets and people write them */
#include "check.h"

#include <stdlib.h>

#include "format/csv_in.h"
#include "format/csv_out.h"

/* The rows of a text as "cell|cell/cell|cell", then the fault if any. */
static void rows(struct buf *out, struct str text)
{
	struct arena mem;
	struct csv_in c;

	arena_init(&mem, 64 * 1024 * 1024);
	csv_open(&c, &mem, text);
	while (csv_next(&c, &mem)) {
		if (out->n)
			buf_add_char(out, '/');
		for (size_t i = 0; i < c.cells_n; i++) {
			if (i)
				buf_add_char(out, '|');
			buf_add(out, c.cells[i]);
		}
	}
	if (c.fault)
		buf_addf(out, "!%s at %lld:%zu", csv_fault_key(c.fault),
			 (long long)c.row, c.cells_n + 1);
	arena_release(&mem);
}

static void check(const char *text, const char *wanted)
{
	struct buf b;

	buf_init(&b);
	rows(&b, str_of(text));
	assert_buf(&b, wanted);
	buf_release(&b);
}

static void what_the_standard_says(void **state)
{
	(void)state;
	check("a,b,c\n1,2,3\n", "a|b|c/1|2|3");
	check("a,b,c\r\n1,2,3\r\n", "a|b|c/1|2|3");
	check("a,b,c\r1,2,3", "a|b|c/1|2|3");
	check("a,b\n1,\"x, y\"\n", "a|b/1|x, y");
	check("a,b\n1,\"say \"\"so\"\"\"\n", "a|b/1|say \"so\"");
	check("a,b\n1,\"one\ntwo\"\n", "a|b/1|one\ntwo");
	check("a,b\r\n1,\"one\r\ntwo\"\r\n", "a|b/1|one\r\ntwo");
	check("a,b\n1,\"\"\n\"\",\"\"\"\"\n", "a|b/1|/|\"");
	check("a,b\n,\n1,\n", "a|b/1|");
	check("الاسم,الرمز\nبغداد,IQ-BG\n", "الاسم|الرمز/بغداد|IQ-BG");
	check("", "");
	check("\n\r\n", "");
}

static void what_spreadsheets_make_of_it(void **state)
{
	(void)state;
	check("a;b\n1,5;2\n", "a|b/1,5|2");
	check("a\tb\n1,5\tx;y\n", "a|b/1,5|x;y");
	check("\"a;b\",c\n1,2\n", "a;b|c/1|2");
	check("a,b\n1,\"2\" \n", "a|b/1|2");
	check("a,b\n1,5\" pipe\n", "a|b/1|5\" pipe");
	check("a,b\n1,2,3\n4\n", "a|b/1|2|3/4");
}

static void blank_rows_keep_their_number(void **state)
{
	struct arena mem;
	struct csv_in c;
	size_t at;

	(void)state;
	arena_init(&mem, 1024 * 1024);
	csv_open(&c, &mem, STR("a,b\n\n,,\n1,\"2\n2\"\n3,4\n"));
	assert_true(csv_next(&c, &mem));
	assert_int_equal(c.row, 1);
	assert_true(csv_next(&c, &mem));
	assert_int_equal(c.row, 4);
	at = c.at;
	assert_true(csv_next(&c, &mem));
	assert_int_equal(c.row, 5);
	assert_false(csv_next(&c, &mem));
	csv_seek(&c, at, 5);
	assert_true(csv_next(&c, &mem));
	assert_int_equal(c.row, 5);
	assert_str(c.cells[1], "4");
	arena_release(&mem);
}

static void faults_have_a_place(void **state)
{
	(void)state;
	check("a,b\n1,\"open\n2,3\n", "a|b!quote_open at 2:2");
	check("a,b\n1,2\n\"x\"y,2\n", "a|b/1|2!after_quote at 3:1");
}

static void limits_hold(void **state)
{
	size_t n = 10 * 1024 * 1024;
	char *big = malloc(n + 16);
	struct buf b, wide;

	(void)state;
	assert_non_null(big);
	memset(big, 'x', n);
	memcpy(big, "a,b\n1,", 6);
	buf_init(&b);
	rows(&b, (struct str){ big, n });
	assert_buf(&b, "a|b!text_too_big at 2:2");
	big[6] = '"';
	rows(&b, (struct str){ big, n });
	assert_buf(&b, "a|b!text_too_big at 2:2");
	free(big);
	buf_init(&wide);
	for (int i = 0; i < 600; i++)
		buf_add_cstr(&wide, "x,");
	rows(&b, buf_str(&wide));
	assert_buf(&b, "!too_many_columns at 1:501");
	buf_release(&wide);
	buf_release(&b);
}

/* Whatever is written comes back, and no spreadsheet runs it. */
static void written_is_read(void **state)
{
	static const char *const values[] = {
		"plain", "a,b", "say \"so\"", "two\nlines", "=1+1", "-5",
		"-x", "+9 64", "@now", "'=1", "''=1", "'tis", "", " x ",
		"\t=1", "٣١/١٢/٢٠٢٦",
	};
	struct csv_out c;
	struct csv_in in;
	struct arena mem;
	struct buf b;

	(void)state;
	buf_init(&b);
	arena_init(&mem, 1024 * 1024);
	csv_begin(&c, &b, false);
	for (size_t i = 0; i < COUNT(values); i++)
		csv_value(&c, str_of(values[i]));
	csv_line_end(&c);
	csv_open(&in, &mem, buf_str(&b));
	assert_true(csv_next(&in, &mem));
	assert_int_equal(in.cells_n, COUNT(values));
	for (size_t i = 0; i < COUNT(values); i++)
		assert_str(in.cells[i], values[i]);
	assert_true(str_find(buf_str(&b), STR(",=1")) == b.n);
	assert_true(str_find(buf_str(&b), STR("'=1+1")) < b.n);
	arena_release(&mem);
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_the_standard_says),
		cmocka_unit_test(what_spreadsheets_make_of_it),
		cmocka_unit_test(blank_rows_keep_their_number),
		cmocka_unit_test(faults_have_a_place),
		cmocka_unit_test(limits_hold),
		cmocka_unit_test(written_is_read),
	};

	return cmocka_run_group_tests_name("csv_in", tests, NULL, NULL);
}
