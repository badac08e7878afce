/* spool.c - a long answer between its maker and a slow reader */

#include "http/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/log.h"
#include "base/os.h"

enum err spool_open(struct spool *s, const char *folder)
{
	char path[4096];
	int n = snprintf(path, sizeof(path), "%s/mithaq-XXXXXX", folder);

	*s = (struct spool){ .fd = -1 };
	if (n < 0 || (size_t)n >= sizeof(path))
		return ERR_SYSTEM;
	s->fd = mkostemp(path, O_CLOEXEC);
	if (s->fd < 0)
		return os_err(errno);
	unlink(path);
	pthread_mutex_init(&s->lock, NULL);
	return ERR_OK;
}

void spool_close(struct spool *s)
{
	if (s->fd < 0)
		return;
	close(s->fd);
	pthread_mutex_destroy(&s->lock);
	s->fd = -1;
}

static bool write_all(int fd, struct str piece)
{
	while (piece.n) {
		ssize_t n = write(fd, piece.p, piece.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		piece = str_cut(piece, (size_t)n, piece.n);
	}
	return true;
}

/* Under the lock. */
static void rouse(struct spool *s)
{
	if (!s->asleep)
		return;
	s->asleep = false;
	s->wake(s->reader);
}

bool spool_write(struct spool *s, struct str piece)
{
	bool ok = write_all(s->fd, piece);

	pthread_mutex_lock(&s->lock);
	if (ok) {
		s->written += piece.n;
	} else {
		log_event("http.spool", "errno=%d", errno);
		s->broken = true;
	}
	rouse(s);
	ok = ok && !s->gone;
	pthread_mutex_unlock(&s->lock);
	return ok;
}

void spool_end(struct spool *s)
{
	pthread_mutex_lock(&s->lock);
	s->ended = true;
	rouse(s);
	pthread_mutex_unlock(&s->lock);
}

void spool_break(struct spool *s)
{
	pthread_mutex_lock(&s->lock);
	s->broken = true;
	rouse(s);
	pthread_mutex_unlock(&s->lock);
}

/* Under the lock: what there is to say when there is nothing to read. */
static ssize_t wait_or_end(struct spool *s)
{
	if (s->broken)
		return SPOOL_BROKEN;
	if (s->ended)
		return SPOOL_END;
	s->asleep = true;
	s->sleep(s->reader);
	return SPOOL_WAIT;
}

ssize_t spool_read(struct spool *s, uint64_t from, char *to, size_t max)
{
	uint64_t there;
	ssize_t n = 0;

	pthread_mutex_lock(&s->lock);
	there = s->written - from;
	if (there == 0)
		n = wait_or_end(s);
	pthread_mutex_unlock(&s->lock);
	if (there == 0)
		return n;
	if (max > there)
		max = (size_t)there;
	do {
		n = pread(s->fd, to, max, (off_t)from);
	} while (n < 0 && errno == EINTR);
	return n > 0 ? n : SPOOL_BROKEN;
}

void spool_leave(struct spool *s)
{
	pthread_mutex_lock(&s->lock);
	s->gone = true;
	pthread_mutex_unlock(&s->lock);
}
