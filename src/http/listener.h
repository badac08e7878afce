/*
 * listener.h - the socket that waits for connections
 */
#ifndef HTTP_LISTENER_H
#define HTTP_LISTENER_H

#include <stdint.h>

#include "base/err.h"

/*
 * Listens at an IPv4 or IPv6 address literal; port 0 takes any free one, and
 * *taken says which. *fd is -1 or belongs to the caller, also on failure.
 * ERR_REQUEST: no address; ERR_BUSY: the port is taken; else the world's.
 */
enum err listener_open(int *fd, const char *address, uint16_t port,
		       uint16_t *taken);

#endif
