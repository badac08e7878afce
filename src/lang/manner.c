/* manner.c - how an installation writes dates and numbers */

#include "lang/manner.h"

#include <stdatomic.h>

static const char *const months[] = {
	[MONTHS_LEVANT] = "levant", [MONTHS_GULF] = "gulf",
	[MONTHS_MAGHREB] = "maghreb",
};

static const char *const digits[] = {
	[DIGITS_LATN] = "latn", [DIGITS_ARAB] = "arab",
	[DIGITS_ARABEXT] = "arabext",
};

static const char *const answers[] = { "no", "yes" };

/* Months in bits 0-1, digits in 2-3, Hijri in 4, Kurdish in 5. */
static atomic_uint packed;

void manner_set(struct manner m)
{
	unsigned bits = (unsigned)m.months | (unsigned)m.digits << 2 |
			(unsigned)m.hijri << 4 | (unsigned)m.kurdish << 5;

	atomic_store_explicit(&packed, bits, memory_order_relaxed);
}

struct manner manner_now(void)
{
	unsigned bits = atomic_load_explicit(&packed, memory_order_relaxed);

	return (struct manner){
		.months = (enum months)(bits & 3),
		.digits = (enum digits)(bits >> 2 & 3),
		.hijri = bits >> 4 & 1,
		.kurdish = bits >> 5 & 1,
	};
}

const char *manner_digits(enum lang l)
{
	enum digits d = lang_row(l)->rtl ? manner_now().digits : DIGITS_LATN;

	return d == DIGITS_LATN ? NULL : digits[d];
}

static bool index_of(struct str value, const char *const names[], size_t n,
		     size_t *out)
{
	for (size_t i = 0; i < n; i++) {
		if (str_is(value, names[i])) {
			*out = i;
			return true;
		}
	}
	return false;
}

bool manner_knows(struct str key)
{
	return str_is(key, "months") || str_is(key, "digits") ||
	       str_is(key, "hijri") || str_is(key, "kurdish");
}

bool manner_read(struct manner *m, struct str key, struct str value)
{
	size_t i;

	if (str_is(key, "months")) {
		if (!index_of(value, months, COUNT(months), &i))
			return false;
		m->months = (enum months)i;
	} else if (str_is(key, "digits")) {
		if (!index_of(value, digits, COUNT(digits), &i))
			return false;
		m->digits = (enum digits)i;
	} else {
		if (!index_of(value, answers, COUNT(answers), &i))
			return false;
		if (str_is(key, "hijri"))
			m->hijri = i;
		else
			m->kurdish = i;
	}
	return true;
}
