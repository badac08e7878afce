/* floors: http base */
#include <stdlib.h>

#include "base/utf8.h"
#include "http/request.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check(struct str s)
{
	if (utf8_check(s) != s.n || str_find_char(s, '\0') != s.n)
		abort();
}

static void check_all(const struct request *r, struct str body)
{
	for (size_t i = 0; i < r->form.n; i++) {
		check(r->form.list[i].name);
		check(r->form.list[i].value);
	}
	for (size_t i = 0; i < r->uploads_n; i++) {
		const struct upload *u = &r->uploads[i];

		check(u->field);
		check(u->filename);
		if (u->bytes.p < body.p ||
		    u->bytes.p + u->bytes.n > body.p + body.n)
			abort();
	}
}

/* The first line is the Content-Type, the rest the body. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena mem;
	struct request r = { .mem = &mem };
	struct str body = { (const char *)data, n }, type = STR("");

	arena_init(&mem, 64 * 1024 * 1024);
	str_split(&body, '\n', &type);
	if (body.p && multipart_decode(&r, type, body) == ERR_OK)
		check_all(&r, body);
	arena_release(&mem);
	return 0;
}
