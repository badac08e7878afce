/* log.c - one event a line */

#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

void log_event(const char *event, const char *fmt, ...)
{
	char line[1024];
	struct timespec now;
	struct tm utc;
	size_t at;
	va_list ap;

	clock_gettime(CLOCK_REALTIME, &now);
	gmtime_r(&now.tv_sec, &utc);
	at = strftime(line, sizeof(line), "%Y-%m-%dT%H:%M:%S", &utc);
	at += (size_t)snprintf(line + at, sizeof(line) - at, ".%03ldZ %s ",
			       now.tv_nsec / 1000000, event);
	va_start(ap, fmt);
	vsnprintf(line + at, sizeof(line) - at, fmt, ap);
	va_end(ap);
	/* A value may come from outside: it must not start a line. */
	for (char *p = line; *p; p++)
		if ((unsigned char)*p < ' ')
			*p = ' ';
	/* One write, so that lines of several threads do not mix. */
	fprintf(stderr, "%s\n", line);
}

_Noreturn void log_bug(const char *file, int line, const char *what)
{
	log_event("bug", "at=%s:%d what=\"%s\"", file, line, what);
	abort();
}
