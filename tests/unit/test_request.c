/* floors: http base */
#include "check.h"

#include "http/guard.h"

static struct arena arena;
static struct request r;
static struct str authority;

static int setup(void **state)
{
	(void)state;
	arena_init(&arena, 1024 * 1024);
	r = (struct request){ .mem = &arena };
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static enum err target(const char *text)
{
	return request_target(&r, str_of(text), &authority);
}

static void test_target(void **state)
{
	(void)state;
	assert_int_equal(target("/ar/pledges?q=%D9%87&page=2"), ERR_OK);
	assert_str(r.path, "/ar/pledges");
	assert_str(r.query_raw, "q=%D9%87&page=2");
	assert_str(request_query(&r, "q"), "ه");
	assert_str(request_query(&r, "page"), "2");
	assert_str(request_query(&r, "other"), "");
	assert_str(authority, "");
	assert_int_equal(target("/a%20b/%D9%87"), ERR_OK);
	assert_str(r.path, "/a b/ه");
	assert_int_equal(target("/a+b?"), ERR_OK);
	assert_str(r.path, "/a+b");
	assert_int_equal(r.query.n, 0);
	assert_int_equal(target("http://localhost:80/x?y"), ERR_OK);
	assert_str(authority, "localhost:80");
	assert_str(r.path, "/x");
	assert_true(r.query.n == 1);
	assert_int_equal(target("HTTP://localhost"), ERR_OK);
	assert_str(r.path, "/");
}

static void test_bad_target(void **state)
{
	static const char *const bad[] = {
		"", "*", "ar", "localhost:80", "ftp://localhost/", "/%", "/%4",
		"/%zz", "/%00", "/%ff", "/%C0%AF", "/a?b=%00", "/a?%ff", "/a?%",
		"/\xD9\x87", "/a\x7f", "/a b", "/a\tb", "/a#b", "http://h?q",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		if (target(bad[i]) != ERR_REQUEST)
			fail_msg("taken: %s", bad[i]);
}

static void test_lookup(void **state)
{
	struct pair headers[] = {
		{ STR("Accept-Language"), STR("ckb") },
		{ STR("COOKIE"), STR("a=b") },
		{ STR("Cookie"), STR("c=d") },
	};

	(void)state;
	r.headers = (struct pairs){ headers, COUNT(headers) };
	assert_str(request_header(&r, "accept-language"), "ckb");
	assert_str(request_header(&r, "Cookie"), "a=b");
	assert_str(request_header(&r, "Range"), "");
}

static void test_body(void **state)
{
	(void)state;
	assert_int_equal(request_body(&r, STR("Application/x-www-form-"
		"urlencoded ; charset=UTF-8"), STR("a=1")), ERR_OK);
	assert_str(request_form(&r, "a"), "1");
	assert_int_equal(request_body(&r, STR("multipart/form-data; "
		"boundary=x"), STR("--x--")), ERR_OK);
	assert_int_equal(request_body(&r, STR(""), STR("")), ERR_OK);
	assert_int_equal(request_body(&r, STR(""), STR("a=1")), ERR_REQUEST);
	assert_int_equal(request_body(&r, STR("text/plain"), STR("a=1")),
			 ERR_REQUEST);
}

/* The verdict on "Name: value" lines, with a place at port 8080. */
static int verdict(enum method method, const char *heads, const char *aim)
{
	const struct guard_place place = { 8080, false, STR("p.example") };
	struct pair list[REQUEST_HEADERS_MAX];
	struct str rest = str_of(heads), line;
	struct guard guard;

	guard_init(&guard, list);
	while (!str_empty(rest) && str_split(&rest, '\n', &line)) {
		size_t colon = str_find_char(line, ':');

		guard_header(&guard, str_cut(line, 0, colon),
			     str_trim(str_cut(line, colon + 1, line.n)));
	}
	return guard_verdict(&guard, method, str_of(aim), &place);
}

static void test_hosts(void **state)
{
	static const struct {
		const char *host;
		int status;
	} rows[] = {
		{ "Host: localhost:8080", 200 }, { "Host: LOCALHOST:8080", 200 },
		{ "host: 127.0.0.1:8080", 200 }, { "Host: 192.0.2.7:8080", 200 },
		{ "Host: [::1]:8080", 200 }, { "Host: p.example", 200 },
		{ "Host: P.example:443", 200 },
		{ "Host: localhost", 421 }, { "Host: 127.0.0.1:80", 421 },
		{ "Host: evil.example:8080", 421 }, { "Host: [evil]:8080", 421 },
		{ "Host: 127.0.0.1.evil.example:8080", 421 },
		{ "Host: 127.1:8080", 421 }, { "Host: 0x7f000001:8080", 421 },
		{ "Host:", 400 }, { "Host: :8080", 400 }, { "X: y", 400 },
		{ "Host: localhost:x", 400 }, { "Host: [::1:8080", 400 },
		{ "Host: localhost:-1", 400 }, { "Host: localhost:8080:1", 400 },
		{ "Host: localhost:8080\nHost: localhost:8080", 400 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (verdict(METHOD_GET, rows[i].host, "") != rows[i].status)
			fail_msg("%s: %d", rows[i].host,
				 verdict(METHOD_GET, rows[i].host, ""));
	assert_int_equal(verdict(METHOD_GET, "Host: evil.example",
				 "localhost:8080"), 200);
	assert_int_equal(verdict(METHOD_GET, "Host: localhost:8080",
				 "evil.example:8080"), 421);
}

static void test_messages(void **state)
{
	static const struct {
		enum method method;
		const char *heads;
		int status;
	} rows[] = {
		{ METHOD_POST, "Content-Length: 5", 200 },
		{ METHOD_POST, "Content-Length: 0", 200 },
		{ METHOD_POST, "", 200 },
		{ METHOD_GET, "Content-Length: 0", 200 },
		{ METHOD_GET, "Content-Length: 5", 400 },
		{ METHOD_OTHER, "Content-Length: 5", 400 },
		{ METHOD_POST, "Content-Length: 5\nContent-Length: 5", 400 },
		{ METHOD_POST, "Content-Length: 5, 5", 400 },
		{ METHOD_POST, "Content-Length: +5", 400 },
		{ METHOD_POST, "Content-Length: -5", 400 },
		{ METHOD_POST, "Content-Length: 0x5", 400 },
		{ METHOD_POST, "Content-Length:", 400 },
		{ METHOD_POST, "Content-Length: 99999999999999999999", 400 },
		{ METHOD_POST, "Transfer-Encoding: chunked", 411 },
		{ METHOD_GET, "Transfer-Encoding: chunked", 400 },
		{ METHOD_POST, "Transfer-Encoding: chunked\n"
			       "Content-Length: 5", 400 },
		{ METHOD_POST, "Transfer-Encoding: chunked\n"
			       "Transfer-Encoding: x", 400 },
		{ METHOD_GET, "A : b", 400 }, { METHOD_GET, ": b", 400 },
		{ METHOD_GET, "A(: b", 400 }, { METHOD_GET, "\x80: b", 400 },
		{ METHOD_GET, "A: \x01", 400 }, { METHOD_GET, "A: \x7f", 400 },
		{ METHOD_GET, "A: \xff", 400 }, { METHOD_GET, "A: x\ty", 200 },
		{ METHOD_GET, "A: x\ry", 400 }, { METHOD_GET, "A: ه", 200 },
		{ METHOD_POST, "Content-Type: a\nContent-Type: b", 400 },
		{ METHOD_POST, "Origin: http://localhost:8080", 200 },
		{ METHOD_POST, "Origin: https://p.example", 200 },
		{ METHOD_POST, "Origin: http://evil.example", 403 },
		{ METHOD_POST, "Origin: http://localhost:80", 403 },
		{ METHOD_POST, "Origin: null", 403 },
		{ METHOD_OTHER, "Origin: http://evil.example", 403 },
		{ METHOD_GET, "Origin: http://evil.example", 200 },
		{ METHOD_POST, "Sec-Fetch-Site: same-origin", 200 },
		{ METHOD_POST, "Sec-Fetch-Site: none", 200 },
		{ METHOD_POST, "Sec-Fetch-Site: same-site", 403 },
		{ METHOD_POST, "Sec-Fetch-Site: cross-site", 403 },
		{ METHOD_GET, "Sec-Fetch-Site: cross-site", 200 },
		{ METHOD_POST, "Content-Length: 2097152", 200 },
		{ METHOD_POST, "Content-Length: 2097153", 413 },
		{ METHOD_POST, "Content-Type: multipart/form-data; boundary=x\n"
			       "Content-Length: 67108864", 200 },
		{ METHOD_POST, "Content-Type: multipart/form-data; boundary=x\n"
			       "Content-Length: 67108865", 413 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *heads = arena_printf(&arena, "%s%s%s",
			"Host: localhost:8080", *rows[i].heads ? "\n" : "",
			rows[i].heads).p;
		int status = verdict(rows[i].method, heads, "");

		if (status != rows[i].status)
			fail_msg("%s: %d", heads, status);
	}
}

static void test_amount(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b);
	buf_add(&b, STR("Host: localhost:8080"));
	for (int i = 1; i < REQUEST_HEADERS_MAX; i++)
		buf_add(&b, STR("\nA: b"));
	assert_int_equal(verdict(METHOD_GET, b.data, ""), 200);
	buf_add(&b, STR("\nA: b"));
	assert_int_equal(verdict(METHOD_GET, b.data, ""), 431);
	buf_reset(&b);
	buf_add(&b, STR("Host: localhost:8080\nA: "));
	for (int i = 0; i < REQUEST_HEAD_MAX; i++)
		buf_add_char(&b, 'x');
	assert_int_equal(verdict(METHOD_GET, b.data, ""), 431);
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_target, setup, teardown),
		cmocka_unit_test_setup_teardown(test_bad_target, setup,
						teardown),
		cmocka_unit_test_setup_teardown(test_lookup, setup, teardown),
		cmocka_unit_test_setup_teardown(test_body, setup, teardown),
		cmocka_unit_test_setup_teardown(test_hosts, setup, teardown),
		cmocka_unit_test_setup_teardown(test_messages, setup,
						teardown),
		cmocka_unit_test_setup_teardown(test_amount, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
