/* floors: http base */
#include <stdlib.h>

#include "base/utf8.h"
#include "http/guard.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check(struct str s)
{
	if (utf8_check(s) != s.n || str_find_char(s, '\0') != s.n)
		abort();
}

/* What a request that is let through may hold. */
static void check_all(const struct request *r, const struct guard *g,
		      const struct pair *list)
{
	check(r->path);
	if (!str_starts(r->path, STR("/")))
		abort();
	for (size_t i = 0; i < r->query.n; i++) {
		check(r->query.list[i].name);
		check(r->query.list[i].value);
	}
	if (g->hosts != 1 || g->lengths > 1 || g->codings ||
	    g->n > REQUEST_HEADERS_MAX)
		abort();
	for (size_t i = 0; i < g->n; i++) {
		check(list[i].name);
		check(list[i].value);
		if (str_find_char(list[i].value, '\r') != list[i].value.n ||
		    str_find_char(list[i].name, ' ') != list[i].name.n)
			abort();
	}
}

/* A byte for the method, a target, a line end, then "name:value" lines. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	const struct guard_place place = { 8080, false, STR("p.example") };
	struct pair list[REQUEST_HEADERS_MAX];
	struct str rest = { (const char *)data, n }, line, authority;
	struct arena mem;
	struct request r = { .mem = &mem };
	struct guard guard;
	enum method method;

	if (n == 0)
		return 0;
	method = (enum method)(data[0] % 4);
	arena_init(&mem, 64 * 1024 * 1024);
	guard_init(&guard, list);
	rest = str_cut(rest, 1, n);
	str_split(&rest, '\n', &line);
	if (request_target(&r, line, &authority) == ERR_OK) {
		while (str_split(&rest, '\n', &line)) {
			size_t colon = str_find_char(line, ':');

			guard_header(&guard, str_cut(line, 0, colon),
				     str_cut(line, colon + 1, line.n));
		}
		if (guard_verdict(&guard, method, authority, &place) == 200)
			check_all(&r, &guard, list);
	}
	arena_release(&mem);
	return 0;
}
