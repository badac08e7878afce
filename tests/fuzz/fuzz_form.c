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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena mem;
	struct pairs out;

	arena_init(&mem, 64 * 1024 * 1024);
	if (form_decode(&mem, (struct str){ (const char *)data, n }, &out) ==
	    ERR_OK) {
		if (out.n > REQUEST_FIELDS_MAX)
			abort();
		for (size_t i = 0; i < out.n; i++) {
			check(out.list[i].name);
			check(out.list[i].value);
		}
	}
	arena_release(&mem);
	return 0;
}
