/*
 * lang.h - the languages the program speaks
 *
 * A language is data: one enumerator, one row, one words/TAG.po. Records
 * hold their texts in every language side by side; pages live under /TAG/.
 */
#ifndef LANG_LANG_H
#define LANG_LANG_H

#include "base/str.h"

enum lang {
	LANG_AR,
	LANG_CKB,
	LANG_EN,
	LANG_N
};

struct lang_row {
	enum lang lang;
	const char *tag;	/* BCP 47, in paths, columns and HTML */
	const char *dir;	/* "rtl" or "ltr" */
	const char *self;	/* its name in itself */
	bool rtl;
	bool unreviewed;	/* nobody whose language it is has read our
				 * words yet: pages and releases say so */
};

const struct lang_row *lang_row(enum lang l);
/* "ar" gives LANG_AR; false when we do not speak it. */
bool lang_find(struct str tag, enum lang *out);
/* The best of an Accept-Language header (RFC 9110, 12.5.4); Arabic when in
 * doubt. "ku" and "ku-IQ" count as Sorani. */
enum lang lang_accepted(struct str header);

#endif
