/* floors: lang base */
/* Text is walked, folded, normalised and made UTF-8 without a fault. */
#include <stdlib.h>

#include "base/utf8.h"
#include "lang/charset.h"
#include "lang/fold.h"
#include "lang/icu.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
	if (!holds)
		abort();
}

static void walk(struct str s)
{
	size_t at = 0, n = 0;

	while (at < s.n) {
		size_t from = at;
		char bytes[4];

		uint32_t c = utf8_next(s, &at);
		check(utf8_put(bytes, c) == at - from);
		n++;
	}
	check(n == utf8_count(s));
	check(str_eq(utf8_head(s, n), s));
}

static void shapes(struct arena *a, struct str s)
{
	struct buf once, twice;
	struct str nfc = normalise_nfc(a, s);

	check(utf8_check(nfc) == nfc.n);
	check(collate_key(a, LANG_CKB, s).n <= 240);
	buf_init(&once);
	buf_init(&twice);
	fold(&once, s);
	check(utf8_check(buf_str(&once)) == once.n);
	fold(&twice, buf_str(&once));
	check(str_eq(buf_str(&once), buf_str(&twice)));
	buf_release(&once);
	buf_release(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str s = { (const char *)data, size }, text;
	const char *name;
	struct arena a;
	size_t bad_at;

	if (size > 64 * 1024)
		return 0;
	arena_init(&a, 64 * 1024 * 1024);
	if (charset_to_utf8(&a, s, &text, &name, &bad_at)) {
		check(utf8_check(text) == text.n);
		check(str_find_char(text, '\0') == text.n);
		walk(text);
		shapes(&a, text);
	} else {
		check(bad_at <= size);
	}
	arena_release(&a);
	return 0;
}
