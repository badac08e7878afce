/* floors: lang base */
/* Addresses and language headers: what is decided once is decided again. */
#include <stdlib.h>

#include "base/url.h"
#include "base/utf8.h"
#include "lang/lang.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
	if (!holds)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str s = { (const char *)data, size }, out, url, again;
	struct arena a;

	if (size > 64 * 1024)
		return 0;
	arena_init(&a, 16 * 1024 * 1024);
	if (url_decode(&a, s, size % 2, &out)) {
		check(utf8_check(out) == out.n);
		check(str_find_char(out, '\0') == out.n);
		url = url_record(&a, "ar", "pledges", out, "edit");
		for (size_t i = 0; i < url.n; i++)
			check(url.p[i] > ' ' && url.p[i] < 0x7F &&
			      url.p[i] != '"' && url.p[i] != '<');
		url = url_with(&a, STR("/x"), "q", out);
		check(url_decode(&a, str_cut(url, 5, url.n), true, &again));
		check(str_eq(out, again));
	}
	out = url_outside(s);
	check(out.n == 0 || str_eq(out, s));
	check(out.n == 0 || str_eq_nocase(str_cut(out, 0, 4), STR("http")));
	check((unsigned)lang_accepted(s) < LANG_N);
	arena_release(&a);
	return 0;
}
