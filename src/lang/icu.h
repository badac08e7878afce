/*
 * icu.h - order of names (the door to ICU)
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
#include "lang/lang.h"

enum { COLLATE_RULES = 1 };

/* Lower-case hex of the sort key, cut to 120 bytes of key; it can be
 * compared as text on both databases. Safe from any thread. */
struct str collate_key(struct arena *a, enum lang l, struct str s);
/* Unicode NFC, as stored text should be: s itself when it is so already. */
struct str normalise_nfc(struct arena *a, struct str s);

#endif
