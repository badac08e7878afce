/*
 * watchdog.h - nobody holds a connection for ever
 *
 * The parser's own time-out counts inactivity, so a client that sends one
 * byte a second stays for ever. Here every connection has one deadline, moved
 * on by the server at each stage (header, body, reply, idle); one thread
 * looks four times a second and shuts down the sockets whose time is over.
 */
#ifndef HTTP_WATCHDOG_H
#define HTTP_WATCHDOG_H

#include "base/arena.h"
#include "base/err.h"

struct watchdog;
struct watch;

/* Room for `room` connections, from mem, which must outlive it. */
enum err watchdog_start(struct watchdog **out, struct arena *mem,
			size_t room);
void watchdog_stop(struct watchdog *w);

/* Begins to watch a socket, without a deadline yet; NULL: no room. */
struct watch *watchdog_add(struct watchdog *w, int fd);
/* Must come before the socket is closed, since its number is used again. */
void watchdog_remove(struct watchdog *w, struct watch *watch);
/* The deadline is in so many seconds from now (within half a second). */
void watchdog_set(struct watchdog *w, struct watch *watch, uint64_t seconds);
/* No deadline: it is us who keep the client waiting. */
void watchdog_rest(struct watch *watch);

#endif
