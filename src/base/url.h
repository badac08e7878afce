/*
 * url.h - addresses, built and never pasted together
 *
 * Every address on a page comes from here: segments and values are
 * percent-encoded, and an address that came from data is only let through
 * when its scheme is http or https.
 */
#ifndef BASE_URL_H
#define BASE_URL_H

#include "base/arena.h"

/* "/ar/pledges"; rest may be NULL. "/ar/pledges/new" with rest "new".
 * A slash in path, rest or verb stays one; in code it is encoded. */
struct str url_page(struct arena *a, const char *lang, const char *path,
		    const char *rest);
/* "/ar/pledges/IQ22-4", with verb "/ar/pledges/IQ22-4/edit". */
struct str url_record(struct arena *a, const char *lang, const char *path,
		      struct str code, const char *verb);
/* url with "?name=value" or "&name=value" behind it. */
struct str url_with(struct arena *a, struct str url, const char *name,
		    struct str value);
/* An address from data: itself if http(s) and printable, else empty. */
struct str url_outside(struct str address);
/* Percent-decoding of a path or, with plus, of a form value. False when
 * malformed, when it holds U+0000 or is not UTF-8. */
bool url_decode(struct arena *a, struct str in, bool plus, struct str *out);

#endif
