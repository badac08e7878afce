// floors: domain model lang base
/* test_entity_words.c - every record, field and choice has its words */

#include "check.h"

#include "base/err.h"
#include "domain/link_kinds.h"
#include "lang/words.h"
#include "model/entity.h"

/* The keys that had no words in some language; each is told once. */
static int lacking;

static void wanted(const char *a, const char *b, const char *c)
{
	char key[200];

	snprintf(key, sizeof(key), "%s%s%s%s%s", a, *b ? "." : "", b,
		 *c ? "." : "", c);
	for (enum lang l = 0; l < LANG_N; l++) {
		if (word_known(l, key))
			continue;
		print_error("no words for %s in %s\n", key, lang_row(l)->tag);
		lacking++;
	}
}

static void field_wanted(const char *family, const struct field *f)
{
	wanted(family, f->name, "");
	for (size_t i = 0; f->choices && i < f->choices->n; i++)
		wanted(family, f->name, f->choices->rows[i].name);
}

static void test_every_entity(void **state)
{
	static const char *const said[] = {
		"", "many", "count", "new", "intro", "empty"
	};

	(void)state;
	lacking = 0;
	for (size_t i = 0; i < entities_n; i++)
		for (size_t k = 0; k < COUNT(said); k++)
			wanted(entities[i]->name, said[k], "");
	assert_int_equal(lacking, 0);
}

static void test_every_field_and_choice(void **state)
{
	(void)state;
	lacking = 0;
	for (size_t i = 0; i < entities_n; i++)
		for (size_t k = 0; k < entities[i]->fields_n; k++)
			field_wanted(entities[i]->name,
				     &entities[i]->fields[k]);
	for (size_t i = 0; i < row_fields_n; i++)
		field_wanted("row", &row_fields[i]);
	assert_int_equal(lacking, 0);
}

static void test_every_kind_of_link(void **state)
{
	const struct link_kind *k;

	(void)state;
	lacking = 0;
	for (size_t i = 0; (k = link_kind_at(i)); i++) {
		wanted("link", k->name, "out");
		wanted("link", k->name, "in");
	}
	assert_int_equal(lacking, 0);
}

static void test_every_failure(void **state)
{
	(void)state;
	lacking = 0;
	for (enum err e = 0; e < ERR_N; e++) {
		wanted("err", err_row(e)->name, "");
		wanted("err", err_row(e)->name, "help");
	}
	assert_int_equal(lacking, 0);
}

static void test_counts_have_every_form(void **state)
{
	static const int64_t numbers[] = { 0, 1, 2, 3, 11, 100 };
	char key[80];

	(void)state;
	for (size_t i = 0; i < entities_n; i++) {
		snprintf(key, sizeof(key), "%s.count", entities[i]->name);
		for (size_t n = 0; n < COUNT(numbers); n++)
			assert_string_not_equal(
				word_n(LANG_AR, key, numbers[n]), "");
		/* Arabic names one and two by the noun itself. */
		assert_string_not_equal(word_n(LANG_AR, key, 1),
					word_n(LANG_AR, key, 2));
		assert_null(strstr(word_n(LANG_AR, key, 2), "{n}"));
		assert_non_null(strstr(word_n(LANG_AR, key, 11), "{n}"));
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_entity),
		cmocka_unit_test(test_every_field_and_choice),
		cmocka_unit_test(test_every_kind_of_link),
		cmocka_unit_test(test_every_failure),
		cmocka_unit_test(test_counts_have_every_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
