/*
 * json_out.h - JSON, written as it comes (RFC 8259)
 *
 * A writer puts commas and quotes where they belong and knows how deep it
 * is; what it writes is always well formed, or a bug of ours stops the
 * program. Strings must be valid UTF-8.
 */
#ifndef FORMAT_JSON_OUT_H
#define FORMAT_JSON_OUT_H

#include "base/buf.h"

enum { JSON_DEPTH = 64 };

struct json_out {
	struct buf *out;
	int depth;
	bool some[JSON_DEPTH];		/* a comma comes before the next */
	bool object[JSON_DEPTH];
	bool named;			/* a name waits for its value */
};

void json_begin(struct json_out *j, struct buf *out);
/* Every array and object must be closed by now. Ends with a line end. */
void json_end(struct json_out *j);

void json_object(struct json_out *j);
void json_object_end(struct json_out *j);
void json_array(struct json_out *j);
void json_array_end(struct json_out *j);
void json_name(struct json_out *j, const char *name);

void json_str(struct json_out *j, struct str s);
void json_cstr(struct json_out *j, const char *s);
void json_int(struct json_out *j, int64_t n);
void json_bool(struct json_out *j, bool v);
void json_null(struct json_out *j);

/* name and string in one; nothing at all when s is empty. */
void json_member(struct json_out *j, const char *name, struct str s);

#endif
