/* floors: http base */
#include "check.h"

#include "http/request.h"

#define KIND "multipart/form-data; boundary=XyZ"
#define PART(head, text) "--XyZ\r\n" head "\r\n\r\n" text "\r\n"
#define FIELD(name) "Content-Disposition: form-data; name=\"" name "\""

static struct arena arena;
static struct request r;

static int setup(void **state)
{
	(void)state;
	arena_init(&arena, 64 * 1024 * 1024);
	r = (struct request){ .mem = &arena };
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static enum err decode(const char *body)
{
	return multipart_decode(&r, STR(KIND), str_of(body));
}

static void test_values(void **state)
{
	(void)state;
	assert_int_equal(decode(
		PART(FIELD("title:ar"), "هجرة")
		PART(FIELD("empty"), "")
		PART(FIELD("note") "\r\nContent-Type: text/plain", "a\r\nb--XyZ")
		PART(FIELD("file") "; filename=\"a \\\"b\\\" C:\\x.csv\"\r\n"
		     "Content-Type: text/csv", "1,2\r\n\r\n--Xy\r\n3")
		PART(FIELD("none") "; filename=\"\"\r\n"
		     "Content-Type: application/octet-stream", "")
		"--XyZ--\r\n"), ERR_OK);
	assert_int_equal(r.form.n, 3);
	assert_str(request_form(&r, "title:ar"), "هجرة");
	assert_true(request_has_form(&r, "empty"));
	assert_false(request_has_form(&r, "file"));
	assert_str(request_form(&r, "note"), "a\r\nb--XyZ");
	assert_int_equal(r.uploads_n, 1);
	assert_non_null(request_upload(&r, "file"));
	assert_null(request_upload(&r, "none"));
	assert_str(r.uploads[0].filename, "a \"b\" C:\\x.csv");
	assert_str(r.uploads[0].bytes, "1,2\r\n\r\n--Xy\r\n3");
}

static void test_forms_of_it(void **state)
{
	(void)state;
	/* Nothing at all; padding behind a delimiter; no end of line. */
	assert_int_equal(decode("--XyZ--"), ERR_OK);
	assert_int_equal(r.form.n, 0);
	assert_int_equal(decode("--XyZ \t\r\n" FIELD("a") "\r\n\r\n1\r\n"
				"--XyZ--\r\n"), ERR_OK);
	assert_str(request_form(&r, "a"), "1");
	/* A quoted boundary, a parameter before it, a token as a name. */
	assert_int_equal(multipart_decode(&r, STR(
		"Multipart/Form-Data; charset=utf-8; Boundary=\"a b\""), STR(
		"--a b\r\ncontent-disposition: FORM-DATA; NAME=x\r\n\r\n1\r\n"
		"--a b--\r\n")), ERR_OK);
	assert_str(request_form(&r, "x"), "1");
	/* Any bytes are a file. */
	assert_int_equal(multipart_decode(&r, STR(KIND), STR(
		PART(FIELD("f") "; filename=x", "\0\xff\0")
		"--XyZ--\r\n")), ERR_OK);
	assert_int_equal(r.uploads[0].bytes.n, 3);
}

static void test_malformed(void **state)
{
	static const char *const bad[] = {
		"", "--XyZ", "--XyZ\r\n", "--Xy--\r\n", "\r\n--XyZ--\r\n",
		"preamble\r\n--XyZ--\r\n",
		"--XyZ--\r\nepilogue",
		"--XyZ--x",
		PART(FIELD("a"), "no end"),
		PART(FIELD("a"), "1") "--XyZX--\r\n",
		PART("Content-Type: text/plain", "no name") "--XyZ--",
		PART("Content-Disposition: form-data", "no name") "--XyZ--",
		PART("Content-Disposition: attachment; name=a", "1") "--XyZ--",
		(PART("Content-Disposition: form-data; name=\"a", "1")
		 "--XyZ--"),
		(PART("Content-Disposition: form-data; name=a; name=b", "1")
		 "--XyZ--"),
		PART("Content-Disposition: form-data; name", "1") "--XyZ--",
		PART("Content-Disposition: form-data; name=", "1") "--XyZ--",
		PART(FIELD("a") " x", "1") "--XyZ--",
		PART(FIELD("a") "\r\n" FIELD("b"), "1") "--XyZ--",
		PART(FIELD("a") "\r\n folded", "1") "--XyZ--",
		PART(FIELD("a") "\r\nnothing", "1") "--XyZ--",
		PART(FIELD("a") "\r\nContent-Transfer-Encoding: base64",
		     "MQ==") "--XyZ--",
		PART(FIELD("\xff"), "1") "--XyZ--",
		PART(FIELD("a"), "\xff") "--XyZ--",
		PART(FIELD("a") "; filename=\"\xC0\xAF\"", "1") "--XyZ--",
	};
	static const char *const kinds[] = {
		"multipart/form-data", "multipart/form-data; boundary=",
		"multipart/form-data; boundary=\"\"",
		"multipart/form-data; boundary=a; boundary=b",
		"multipart/form-data; boundary=XyZ x",
		("multipart/form-data; boundary=01234567890123456789012345678"
		 "901234567890123456789012345678901234567890"),
	};

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		if (decode(bad[i]) != ERR_REQUEST)
			fail_msg("taken: %s", bad[i]);
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (multipart_decode(&r, str_of(kinds[i]), STR("--XyZ--")) !=
		    ERR_REQUEST)
			fail_msg("taken: %s", kinds[i]);
	assert_int_equal(multipart_decode(&r, STR(KIND), STR(
		PART(FIELD("a"), "nul\0") "--XyZ--")), ERR_REQUEST);
}

static void add_parts(struct buf *b, int n, const char *more)
{
	buf_reset(b);
	for (int i = 0; i < n; i++)
		buf_addf(b, "--XyZ\r\n" FIELD("f%d") "%s\r\n\r\nx\r\n", i,
			 more);
	buf_add(b, STR("--XyZ--\r\n"));
}

static void test_limits(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b);
	add_parts(&b, REQUEST_FIELDS_MAX, "");
	assert_int_equal(decode(b.data), ERR_OK);
	assert_int_equal(r.form.n, REQUEST_FIELDS_MAX);
	add_parts(&b, REQUEST_FIELDS_MAX + 1, "");
	assert_int_equal(decode(b.data), ERR_TOO_LARGE);
	add_parts(&b, REQUEST_UPLOADS_MAX, "; filename=a");
	assert_int_equal(decode(b.data), ERR_OK);
	assert_int_equal(r.uploads_n, REQUEST_UPLOADS_MAX);
	add_parts(&b, REQUEST_UPLOADS_MAX + 1, "; filename=a");
	assert_int_equal(decode(b.data), ERR_TOO_LARGE);
	buf_reset(&b);
	buf_add(&b, STR("--XyZ\r\n" FIELD("a") "\r\n\r\n"));
	for (int i = 0; i < REQUEST_FORM_MAX; i++)
		buf_add_char(&b, 'x');
	buf_add(&b, STR("\r\n--XyZ--"));
	assert_int_equal(decode(b.data), ERR_TOO_LARGE);
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_values, setup, teardown),
		cmocka_unit_test_setup_teardown(test_forms_of_it, setup,
						teardown),
		cmocka_unit_test_setup_teardown(test_malformed, setup,
						teardown),
		cmocka_unit_test_setup_teardown(test_limits, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
