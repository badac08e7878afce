/*
 * check.h - what the unit tests say about text
 *
 * cmocka with the headers it wants before it, and comparisons of a str that
 * show both sides when they differ.
 */
#ifndef TESTS_UNIT_CHECK_H
#define TESTS_UNIT_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

#define assert_str(s, wanted) \
	check_str((s), (wanted), __FILE__, __LINE__)

static inline void check_str(struct str s, const char *wanted,
			     const char *file, int line)
{
	if (str_is(s, wanted))
		return;
	print_error("%s:%d: have \"%.*s\"\n%s:%d: want \"%s\"\n", file, line,
		    STR_ARG(s), file, line, wanted);
	_fail(file, line);
}

/* Takes the words out of b and leaves it empty for the next comparison. */
#define assert_buf(b, wanted) \
	check_buf((b), (wanted), __FILE__, __LINE__)

static inline void check_buf(struct buf *b, const char *wanted,
			     const char *file, int line)
{
	check_str(buf_str(b), wanted, file, line);
	buf_reset(b);
}

#endif
