/*
 * charset.h - files as ministries send them, made UTF-8
 */
#ifndef LANG_CHARSET_H
#define LANG_CHARSET_H

#include "base/arena.h"

/*
 * UTF-8 with or without a byte order mark, UTF-16 with one, Windows-1256 (what
 * Excel writes in Arabic Windows) when it is not valid UTF-8. name says what
 * was seen ("utf-8", "utf-16le", "windows-1256"). False when it is none of
 * them or holds U+0000; *bad_at is then the place.
 */
bool charset_to_utf8(struct arena *a, struct str bytes, struct str *out,
		     const char **name, size_t *bad_at);

#endif
