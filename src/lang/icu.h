/*
 * icu.h - order of names, other calendars (the door to ICU)
 *
 * A sort key is bytes whose order is the order of the language: for Arabic
 * the seats of hamza with their letters (آ أ إ ا together), own rules for
 * Sorani (its alphabet in order), English as it is. Numbers in names count
 * as numbers ("2" before "10"). Keys are stored beside the text, so that
 * both databases list alike; COLLATE_RULES is written with them.
 */
#ifndef LANG_ICU_H
#define LANG_ICU_H

#include "base/arena.h"
#include "lang/date.h"

enum { COLLATE_RULES = 1 };

/* Lower-case hex of the sort key, cut to 120 bytes of key; it can be
 * compared as text on both databases. Safe from any thread. */
struct str collate_key(struct arena *a, enum lang l, struct str s);
/* Unicode NFC, as stored text should be: s itself when it is so already. */
struct str normalise_nfc(struct arena *a, struct str s);

enum calendar {
	CALENDAR_HIJRI,		/* Umm al-Qura, as its authority computes it */
	CALENDAR_SOLAR		/* from the spring equinox, as Kurds count */
};
/* A day in another calendar. False outside the years it is known for: of
 * Umm al-Qura 1300 to 1600 (1882 to 2174). Safe from any thread. */
bool calendar_day(enum calendar c, struct date day, struct date *out);

#endif
