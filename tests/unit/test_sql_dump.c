// floors: store domain model lang base
/*
 * test_sql_dump.c - which tables and columns an older schema had
 */

#include "check.h"

#include "store/migrate.h"
#include "store/sql.h"
#include "store/sql_dump.h"

static void test_since(void **state)
{
	const struct dump_table *t = dump_table_by_name(STR("thing"));

	(void)state;
	assert_non_null(t);
	assert_int_equal(t->since, 1);
	assert_int_equal(t->columns_n, 3);
	assert_int_equal(t->columns[1].since, 1);
	assert_string_equal(t->columns[2].name, "on");
	assert_int_equal(t->columns[2].since, 2);
	assert_true(t->columns[2].is_int);
	assert_int_equal(dump_table_by_name(STR("other"))->since, 2);
	/* What one database alone has is made anew, not restored. */
	assert_null(dump_table_at(2));
}

static void test_write_then(void **state)
{
	const struct dump_table *t = dump_table_by_name(STR("thing"));

	(void)state;
	assert_string_equal(dump_write_then(t, 1).text,
		"INSERT INTO \"thing\" (\"id\", \"name\") VALUES ($1, $2)");
	assert_string_equal(dump_write_then(t, 2).text, t->write.text);
	assert_string_equal(t->write.text, "INSERT INTO \"thing\" "
		"(\"id\", \"name\", \"on\") VALUES ($1, $2, $3)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_since),
		cmocka_unit_test(test_write_then),
	};

	const struct migration list[] = {
		{ STR("0001_base"), STR("CREATE TABLE thing (\n"
			"\tid @PK@,\n\tname @TEXT@ NOT NULL\n);\n"
			"CREATE INDEX thing_name ON thing (name);\n") },
		{ STR("0002_more"), STR(
			"ALTER TABLE thing ADD COLUMN \"on\" @INT@;\n"
			"CREATE TABLE other (\n\tn @INT@ NOT NULL\n);\n"
			"@PG@CREATE TABLE made_anew (n BIGINT NOT NULL);\n") },
	};

	sql_start();
	dump_start_with(list, COUNT(list));
	return cmocka_run_group_tests(tests, NULL, NULL);
}
