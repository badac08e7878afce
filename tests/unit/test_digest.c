/* floors: base */
#include "check.h"

#include "base/digest.h"

static struct arena arena;

static int setup(void **state)
{
	(void)state;
	arena_init(&arena, 1024 * 1024);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

/* The examples of FIPS 180-4. */
static void test_known(void **state)
{
	struct str parts[] = { STR("a"), STR(""), STR("bc") };
	struct digest d = digest_of(parts, 3);

	(void)state;
	assert_str(digest_hex(&arena, &d), "ba7816bf8f01cfea414140de5dae2223"
		   "b00361a396177a9cb410ff61f20015ad");
	d = digest_of(NULL, 0);
	assert_str(digest_hex(&arena, &d), "e3b0c44298fc1c149afbf4c8996fb924"
		   "27ae41e4649b934ca495991b7852b855");
}

static void test_read(void **state)
{
	struct str parts[] = { STR("تعهد") };
	struct digest d = digest_of(parts, 1), read;
	struct str hex = digest_hex(&arena, &d);
	char upper[DIGEST_HEX];

	(void)state;
	assert_true(digest_read(hex, &read));
	assert_true(digest_eq(&d, &read));
	read.byte[31] ^= 1;
	assert_false(digest_eq(&d, &read));
	assert_false(digest_read(str_cut(hex, 0, 63), &read));
	memcpy(upper, hex.p, DIGEST_HEX);
	upper[9] = 'G';
	assert_false(digest_read((struct str){ upper, DIGEST_HEX }, &read));
}

static void test_random(void **state)
{
	unsigned char a[64] = { 0 }, b[64] = { 0 };

	(void)state;
	random_bytes(a, sizeof(a) - 1);
	random_bytes(b, sizeof(b));
	assert_int_equal(a[63], 0);
	assert_memory_not_equal(a, b, 63);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known),
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_random),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
