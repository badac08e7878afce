/* floors: lang base */
/* Codes and numbers as typed, and telephone numbers in a text: whatever is
 * accepted can be shown and read again, nothing but marks is added. */
#include <stdlib.h>

#include "base/utf8.h"
#include "lang/fold.h"
#include "lang/isolate.h"
#include "lang/number.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
	if (!holds)
		abort();
}

/* Without U+2066, U+2069 and U+200E, which a text may hold as well. */
static void marks_drop(struct buf *out, struct str s)
{
	for (size_t at = 0; at < s.n; ) {
		size_t from = at;
		uint32_t c = utf8_next(s, &at);

		if (c != 0x2066 && c != 0x2069 && c != 0x200E)
			buf_add(out, str_cut(s, from, at - from));
	}
}

static void check_phones(struct arena *mem, struct str s)
{
	struct str shown = isolate_phones(mem, s);
	struct buf before, after;

	check(utf8_check(shown) == shown.n);
	buf_init(&before);
	buf_init(&after);
	marks_drop(&before, s);
	marks_drop(&after, shown);
	check(str_eq(buf_str(&before), buf_str(&after)));
	buf_release(&before);
	buf_release(&after);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str s = { (const char *)data, size };
	char room[NUMBER_ROOM];
	struct arena mem;
	int64_t n, again;

	if (size > 100000)
		return 0;
	arena_init(&mem, 16 * 1024 * 1024);
	fold_code(&mem, s);
	if (utf8_check(s) == size) {
		struct str code = fold_code(&mem, s);

		check(str_eq(fold_code(&mem, code), code));
		if (number_read(s, &n)) {
			check(number_read(number_grouped(LANG_AR, n, room),
					  &again));
			check(n == again);
		}
		check_phones(&mem, s);
		isolate_foreign(&mem, LANG_AR, s);
	}
	arena_release(&mem);
	return 0;
}
