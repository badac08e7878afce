/*
 * log.h - what the program tells its operator
 *
 * One event a line on standard error: time, name, then key=value. Never a
 * secret, never the text of a record. (The log of changes to records is
 * another thing: store/log.)
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

/* The event is a short dotted name; fmt gives the key=value pairs. */
void log_event(const char *event, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* A bug of ours: says where, and aborts. Never for bad input. */
#define BUG(what) log_bug(__FILE__, __LINE__, what)
_Noreturn void log_bug(const char *file, int line, const char *what);

#endif
