// floors: base
/* test_asset.c - the files inside the program */

#include "check.h"

#include <string.h>

#include "base/asset.h"
#include "base/digest.h"

static void sorted_and_whole(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a, 1 << 20);
	assert_true(asset_n() > 0);
	for (size_t i = 0; i < asset_n(); i++) {
		const struct asset *f = asset_at(i);
		struct digest d = digest_of(&f->bytes, 1);

		if (i)
			assert_true(strcmp(asset_at(i - 1)->name, f->name) < 0);
		assert_ptr_equal(asset_find(f->name), f);
		assert_int_equal(f->bytes.p[f->bytes.n], '\0');
		assert_int_equal(strlen(f->hash), 16);
		assert_memory_equal(digest_hex(&a, &d).p, f->hash, 16);
		arena_reset(&a);
	}
	arena_release(&a);
}

static void unknown_names(void **state)
{
	(void)state;
	assert_null(asset_find(""));
	assert_null(asset_find("fonts/"));
	assert_null(asset_find("fonts/NotoSans-Regular"));
	assert_null(asset_find("zzz"));
	assert_int_equal(asset_first(""), 0);
	assert_int_equal(asset_first("zzz"), asset_n());
}

static void a_folder_lies_together(void **state)
{
	size_t n = 0;

	(void)state;
	for (size_t i = asset_first("fonts/"); i < asset_n(); i++) {
		if (strncmp(asset_at(i)->name, "fonts/", 6) != 0)
			break;
		n++;
	}
	assert_int_equal(n, 2);
}

/* WOFF2 (W3C, section 4.1) begins with its signature; a font that shows
 * Arabic and Kurdish fits a page that is read at 64 kbit/s. */
static void fonts_are_small(void **state)
{
	const struct asset *f = asset_find("fonts/NotoSans-Regular.woff2");

	(void)state;
	assert_non_null(f);
	assert_memory_equal(f->bytes.p, "wOF2", 4);
	assert_in_range(f->bytes.n, 10000, 60000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sorted_and_whole),
		cmocka_unit_test(unknown_names),
		cmocka_unit_test(a_folder_lies_together),
		cmocka_unit_test(fonts_are_small),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
