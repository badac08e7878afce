/* listener.c - the socket that waits for connections */

#include "http/listener.h"

#include <arpa/inet.h>
#include <errno.h>
#include <string.h>
#include <sys/socket.h>

#include "base/os.h"

enum { BACKLOG = 1024 };

union address {
	struct sockaddr any;
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;
};

/* The size of what was read, 0 when text is no address. */
static socklen_t read_address(const char *text, uint16_t port,
			      union address *out)
{
	memset(out, 0, sizeof(*out));
	if (inet_pton(AF_INET, text, &out->v4.sin_addr) == 1) {
		out->v4.sin_family = AF_INET;
		out->v4.sin_port = htons(port);
		return sizeof(out->v4);
	}
	if (inet_pton(AF_INET6, text, &out->v6.sin6_addr) == 1) {
		out->v6.sin6_family = AF_INET6;
		out->v6.sin6_port = htons(port);
		return sizeof(out->v6);
	}
	return 0;
}

enum err listener_open(int *fd, const char *address, uint16_t port,
		       uint16_t *taken)
{
	union address at;
	socklen_t n = read_address(address, port, &at);
	int yes = 1;

	*fd = -1;
	if (n == 0)
		return ERR_REQUEST;
	*fd = socket(at.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC |
		     SOCK_NONBLOCK, 0);
	if (*fd < 0)
		return os_err(errno);
	setsockopt(*fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
	if (bind(*fd, &at.any, n) != 0 || listen(*fd, BACKLOG) != 0)
		return errno == EADDRINUSE ? ERR_BUSY : os_err(errno);
	n = sizeof(at);
	if (getsockname(*fd, &at.any, &n) != 0)
		return os_err(errno);
	*taken = ntohs(at.any.sa_family == AF_INET ? at.v4.sin_port :
		       at.v6.sin6_port);
	return ERR_OK;
}
