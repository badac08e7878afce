/*
 * json_in.h - JSON that others wrote (RFC 8259; the door to jansson)
 *
 * Strict: no comments, no names twice, no U+0000, numbers within int64.
 */
#ifndef FORMAT_JSON_IN_H
#define FORMAT_JSON_IN_H

#include "base/str.h"

struct json_in;

/* One value, which must be an object; NULL when it is none. */
struct json_in *json_in_read(struct str text);
void json_in_release(struct json_in *j);

enum json_in_kind {
	JSON_IN_NOTHING,	/* there is no such member */
	JSON_IN_NULL,
	JSON_IN_STRING,
	JSON_IN_INTEGER,
	JSON_IN_OTHER
};
enum json_in_kind json_in_kind(const struct json_in *j, const char *name);
/* Good until the object is released; "" and 0 for other kinds. */
struct str json_in_str(const struct json_in *j, const char *name);
int64_t json_in_int(const struct json_in *j, const char *name);

#endif
