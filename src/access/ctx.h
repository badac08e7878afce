/*
 * ctx.h - who asks, in which language, on which day, with what at hand
 *
 * One ctx for one request, command or job. Nothing is global: whatever code
 * of service/, ui/, api/ and app/ needs, it gets from here.
 */
#ifndef ACCESS_CTX_H
#define ACCESS_CTX_H

#include "base/arena.h"
#include "model/entity.h"
#include "store/db.h"
#include "store/settings.h"

/* Until accounts exist there is one actor: the operator of the machine. */
struct actor {
	struct str name;		/* as the log writes it: "operator" */
	enum edition edition;		/* the highest edition it may read */
};

struct ctx {
	struct db *db;
	bool in_batch;			/* a write transaction is open around */
	enum err refused;		/* verbs fail like this, unless ERR_OK:
					 * their batch could not be stored */
	struct arena *mem;		/* dropped when the request ends */
	const struct settings *settings;
	struct actor actor;
	enum lang lang;
	struct date today;		/* frozen in tests */
	const char *data_dir;		/* files of evidence, backups */
	struct analyse_memory *known;	/* words met before, or NULL */
	struct problems problems;
	/* Long work tells how far it is; NULL when nobody watches. */
	void (*progress)(void *watcher, const char *key, int64_t done,
			 int64_t all);
	void *watcher;
};

#endif
