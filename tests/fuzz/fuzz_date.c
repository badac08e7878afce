/* floors: lang base */
/* What date_read accepts is a real day that can be shown and read again. */
#include <stdlib.h>

#include "base/utf8.h"
#include "lang/date.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
	if (!holds)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str s = { (const char *)data, size };
	struct date d = { 0 }, again = { 0 };
	struct instant t;
	char day[DATE_ISO], at[32];
	struct buf b;

	if (instant_from_iso(s, &t)) {
		struct instant same;

		check(instant_from_iso(instant_iso(t, at), &same));
		check(t.ms == same.ms);
	}
	if (utf8_check(s) != size || date_read(s, &d) != DATE_FINE)
		return 0;
	check(!date_is_set(d) || (d.year >= 1900 && d.year <= 2200));
	if (date_is_set(d)) {
		check(date_from_iso(date_iso(d, day), &again));
		check(date_eq(d, again));
		check(date_days_between(d, again) == 0);
	}
	buf_init(&b);
	for (int l = 0; l < LANG_N; l++) {
		buf_reset(&b);
		date_words(&b, (enum lang)l, d);
		check(date_read(buf_str(&b), &again) == DATE_FINE);
		check(date_eq(d, again));
	}
	buf_release(&b);
	return 0;
}
