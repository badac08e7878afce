/* json_out.c - JSON, written as it comes */

#include "format/json_out.h"

#include "base/log.h"

static const char hex[] = "0123456789abcdef";

/* RFC 8259, 7: what must be escaped; and "<", so that JSON may stand in a
 * page, and the two line ends of JavaScript do no harm there. */
static void string_put(struct buf *out, struct str s)
{
	size_t from = 0;

	buf_add_char(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		char escape[] = "\\u0000";

		if (c >= ' ' && c != '"' && c != '\\' && c != '<')
			continue;
		buf_add(out, (struct str){ s.p + from, i - from });
		from = i + 1;
		if (c == '"' || c == '\\') {
			buf_add_char(out, '\\');
			buf_add_char(out, (char)c);
			continue;
		}
		escape[4] = hex[c >> 4];
		escape[5] = hex[c & 15];
		buf_add_cstr(out, c == '\n' ? "\\n" : escape);
	}
	buf_add(out, (struct str){ s.p + from, s.n - from });
	buf_add_char(out, '"');
}

/* What comes before any value. */
static void value_begin(struct json_out *j)
{
	if (j->named) {
		j->named = false;
		return;
	}
	if (j->depth && j->object[j->depth - 1])
		BUG("a value of a JSON object has no name");
	if (j->some[j->depth])
		buf_add_char(j->out, ',');
	j->some[j->depth] = true;
}

static void nest(struct json_out *j, bool object)
{
	value_begin(j);
	if (j->depth + 1 >= JSON_DEPTH)
		BUG("JSON is nested too deep");
	j->object[j->depth] = object;
	j->depth++;
	j->some[j->depth] = false;
	buf_add_char(j->out, object ? '{' : '[');
}

static void nest_end(struct json_out *j, bool object)
{
	if (!j->depth || j->object[j->depth - 1] != object || j->named)
		BUG("JSON is closed where it was not opened");
	j->depth--;
	buf_add_char(j->out, object ? '}' : ']');
}

void json_begin(struct json_out *j, struct buf *out)
{
	*j = (struct json_out){ .out = out };
}

void json_end(struct json_out *j)
{
	if (j->depth)
		BUG("JSON was not closed");
	buf_add_char(j->out, '\n');
}

void json_object(struct json_out *j)
{
	nest(j, true);
}

void json_object_end(struct json_out *j)
{
	nest_end(j, true);
}

void json_array(struct json_out *j)
{
	nest(j, false);
}

void json_array_end(struct json_out *j)
{
	nest_end(j, false);
}

void json_name(struct json_out *j, const char *name)
{
	if (!j->depth || !j->object[j->depth - 1] || j->named)
		BUG("a JSON name stands outside an object");
	if (j->some[j->depth])
		buf_add_char(j->out, ',');
	j->some[j->depth] = true;
	string_put(j->out, str_of(name));
	buf_add_char(j->out, ':');
	j->named = true;
}

void json_str(struct json_out *j, struct str s)
{
	value_begin(j);
	string_put(j->out, s);
}

void json_cstr(struct json_out *j, const char *s)
{
	json_str(j, str_of(s));
}

void json_int(struct json_out *j, int64_t n)
{
	value_begin(j);
	buf_add_int(j->out, n);
}

void json_bool(struct json_out *j, bool v)
{
	value_begin(j);
	buf_add_cstr(j->out, v ? "true" : "false");
}

void json_null(struct json_out *j)
{
	value_begin(j);
	buf_add_cstr(j->out, "null");
}

void json_member(struct json_out *j, const char *name, struct str s)
{
	if (!s.n)
		return;
	json_name(j, name);
	json_str(j, s);
}
