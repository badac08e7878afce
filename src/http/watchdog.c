/* watchdog.c - nobody holds a connection for ever */

#include "http/watchdog.h"

#include <pthread.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <time.h>

#include "base/os.h"

enum { TICK_MS = 250 };

struct watch {
	struct watch *next_free;
	int fd;				/* -1: this place is free */
	atomic_llong deadline;		/* in ticks of the clock; 0: none */
};

struct watchdog {
	pthread_mutex_t lock;
	pthread_cond_t wake;
	pthread_t thread;
	bool stopping;
	/* The clock as of the last look: cheaper to read than a clock. */
	atomic_llong now;
	struct watch *list;
	struct watch *free;
	size_t room;
};

static void look(struct watchdog *w)
{
	int64_t now = os_ticks_ms();

	atomic_store_explicit(&w->now, now, memory_order_relaxed);
	for (size_t i = 0; i < w->room; i++) {
		struct watch *one = &w->list[i];
		int64_t at = atomic_load_explicit(&one->deadline,
						  memory_order_relaxed);

		if (one->fd < 0 || at == 0 || at > now)
			continue;
		shutdown(one->fd, SHUT_RDWR);
		atomic_store_explicit(&one->deadline, 0,
				      memory_order_relaxed);
	}
}

static struct timespec next_tick(void)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	at.tv_nsec += TICK_MS * 1000000L;
	if (at.tv_nsec >= 1000000000L) {
		at.tv_nsec -= 1000000000L;
		at.tv_sec++;
	}
	return at;
}

static void *watch_all(void *arg)
{
	struct watchdog *w = arg;

	pthread_mutex_lock(&w->lock);
	while (!w->stopping) {
		struct timespec at = next_tick();

		pthread_cond_timedwait(&w->wake, &w->lock, &at);
		look(w);
	}
	pthread_mutex_unlock(&w->lock);
	return NULL;
}

enum err watchdog_start(struct watchdog **out, struct arena *mem,
			size_t room)
{
	struct watchdog *w = arena_alloc(mem, sizeof(*w));
	pthread_condattr_t monotonic;

	w->list = arena_array(mem, room, sizeof(*w->list));
	w->room = room;
	for (size_t i = 0; i < room; i++) {
		w->list[i].fd = -1;
		w->list[i].next_free = w->free;
		w->free = &w->list[i];
	}
	atomic_store(&w->now, os_ticks_ms());
	pthread_mutex_init(&w->lock, NULL);
	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_cond_init(&w->wake, &monotonic);
	pthread_condattr_destroy(&monotonic);
	if (pthread_create(&w->thread, NULL, watch_all, w) != 0) {
		pthread_cond_destroy(&w->wake);
		pthread_mutex_destroy(&w->lock);
		return ERR_SYSTEM;
	}
	*out = w;
	return ERR_OK;
}

void watchdog_stop(struct watchdog *w)
{
	pthread_mutex_lock(&w->lock);
	w->stopping = true;
	pthread_cond_signal(&w->wake);
	pthread_mutex_unlock(&w->lock);
	pthread_join(w->thread, NULL);
	pthread_cond_destroy(&w->wake);
	pthread_mutex_destroy(&w->lock);
}

struct watch *watchdog_add(struct watchdog *w, int fd)
{
	struct watch *watch;

	pthread_mutex_lock(&w->lock);
	watch = w->free;
	if (watch) {
		w->free = watch->next_free;
		watch->fd = fd;
		watchdog_rest(watch);
	}
	pthread_mutex_unlock(&w->lock);
	return watch;
}

void watchdog_remove(struct watchdog *w, struct watch *watch)
{
	pthread_mutex_lock(&w->lock);
	watch->fd = -1;
	watch->next_free = w->free;
	w->free = watch;
	pthread_mutex_unlock(&w->lock);
}

void watchdog_set(struct watchdog *w, struct watch *watch, uint64_t seconds)
{
	long long now = atomic_load_explicit(&w->now, memory_order_relaxed);

	atomic_store_explicit(&watch->deadline,
			      now + (long long)seconds * 1000,
			      memory_order_relaxed);
}

void watchdog_rest(struct watch *watch)
{
	atomic_store_explicit(&watch->deadline, 0, memory_order_relaxed);
}
