/* err.c - the one table of failures */

#include "base/err.h"

#include <assert.h>

#include "base/log.h"
#include "base/str.h"

static const struct err_row rows[] = {
	{ ERR_OK,	 200,  0, "ok" },
	{ ERR_REQUEST,	 400, 64, "request" },
	{ ERR_DENIED,	 403, 77, "denied" },
	{ ERR_MISSING,	 404, 66, "missing" },
	{ ERR_METHOD,	 405, 64, "method" },
	{ ERR_CONFLICT,	 409, 65, "conflict" },
	{ ERR_TOO_LARGE, 413, 65, "too_large" },
	{ ERR_PROBLEMS,	 422, 65, "problems" },
	{ ERR_GONE,	 410, 66, "gone" },
	{ ERR_BUSY,	 503, 75, "busy" },
	{ ERR_AWAY,	 503, 69, "away" },
	{ ERR_READ_ONLY, 503, 73, "read_only" },
	{ ERR_FULL,	 507, 74, "full" },
	{ ERR_NEWER,	 503, 78, "newer" },
	{ ERR_CORRUPT,	 500, 76, "corrupt" },
	{ ERR_SYSTEM,	 500, 71, "system" },
};
static_assert(COUNT(rows) == ERR_N, "a failure has no row");

const struct err_row *err_row(enum err e)
{
	if ((unsigned)e >= ERR_N || rows[e].err != e)
		BUG("a failure without its row");
	return &rows[e];
}
