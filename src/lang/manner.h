/*
 * manner.h - how an installation writes dates and numbers
 *
 * An office chooses once which names its months have, in which digits Arabic
 * and Sorani pages are written, and which other calendar stands beside a
 * day. English is not touched by any of it, and machines (CSV, JSON,
 * datetime="…") always get ISO 8601 and ASCII digits.
 *
 * One process serves one installation, so this is one atomic word for all
 * of it and no parameter of everything that writes a date (decision 15).
 * Whoever reads the settings puts it here.
 */
#ifndef LANG_MANNER_H
#define LANG_MANNER_H

#include "lang/lang.h"

/* Names of the Gregorian months in Arabic. */
enum months {
	MONTHS_LEVANT,		/* كانون الثاني: also those of Iraq */
	MONTHS_GULF,		/* يناير: also those of the Nile */
	MONTHS_MAGHREB		/* جانفي: after the French */
};

enum digits {
	DIGITS_LATN,		/* 0123 */
	DIGITS_ARAB,		/* ٠١٢٣ */
	DIGITS_ARABEXT		/* ۰۱۲۳ */
};

struct manner {
	enum months months;
	enum digits digits;	/* of the pages written from the right */
	bool hijri;		/* the day of Umm al-Qura beside each day */
	bool kurdish;		/* that of the Kurdish calendar, in Sorani */
};

/* From now on, for every thread. Until then all is as the zeros say. */
void manner_set(struct manner m);
struct manner manner_now(void);

/* "arab" or "arabext" where pages of a language have such digits; NULL where
 * they have 0-9. */
const char *manner_digits(enum lang l);

/* Is it a setting of ours: months, digits, hijri, kurdish? */
bool manner_knows(struct str key);
/* Takes the value of such a setting; false, and nothing changed, when it
 * means nothing (months: levant gulf maghreb; digits: latn arab arabext;
 * the others: yes no). */
bool manner_read(struct manner *m, struct str key, struct str value);

#endif
