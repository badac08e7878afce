/*
 * spool.h - a long answer between its maker and a slow reader
 *
 * The worker that makes an export must not wait for the network, and the
 * network must not wait for the whole export. So the worker writes at its
 * own speed into a file without a name, the event thread sends from it right
 * behind, and sleeps when it has caught up. A slow client holds neither a
 * thread nor memory nor a database transaction, only disk until it is done.
 */
#ifndef HTTP_SPOOL_H
#define HTTP_SPOOL_H

#include <pthread.h>
#include <sys/types.h>

#include "base/err.h"
#include "base/str.h"

struct spool {
	pthread_mutex_t lock;
	int fd;
	uint64_t written;
	bool ended;
	bool broken;		/* the writer failed: what is there is torn */
	bool gone;		/* nobody reads any more */
	bool asleep;		/* the reader waits to be woken */
	/* Both are called under the lock. */
	void (*sleep)(void *reader);
	void (*wake)(void *reader);
	void *reader;
};

enum spool_result { SPOOL_WAIT = 0, SPOOL_END = -1, SPOOL_BROKEN = -2 };

/* In the folder, which needs a file system. ERR_FULL, ERR_SYSTEM, … */
enum err spool_open(struct spool *s, const char *folder);
void spool_close(struct spool *s);

/* The writer: false when it may stop, for nobody reads or no space. */
bool spool_write(struct spool *s, struct str piece);
void spool_end(struct spool *s);
void spool_break(struct spool *s);

/* The reader: bytes copied, or a spool_result; on SPOOL_WAIT `sleep` was
 * called and `wake` will be. */
ssize_t spool_read(struct spool *s, uint64_t from, char *to, size_t max);
void spool_leave(struct spool *s);

#endif
