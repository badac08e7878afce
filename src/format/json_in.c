/* json_in.c - JSON that others wrote, by jansson */

#include "format/json_in.h"

#include <jansson.h>

/* A json_in is jansson's own value under another name. */
static const json_t *own(const struct json_in *j)
{
	return (const json_t *)(const void *)j;
}

struct json_in *json_in_read(struct str text)
{
	json_t *value = json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES,
				   NULL);

	if (value && !json_is_object(value)) {
		json_decref(value);
		value = NULL;
	}
	return (struct json_in *)(void *)value;
}

void json_in_release(struct json_in *j)
{
	json_decref((json_t *)(void *)j);
}

enum json_in_kind json_in_kind(const struct json_in *j, const char *name)
{
	const json_t *v = json_object_get(own(j), name);

	if (!v)
		return JSON_IN_NOTHING;
	if (json_is_null(v))
		return JSON_IN_NULL;
	if (json_is_string(v))
		return JSON_IN_STRING;
	return json_is_integer(v) ? JSON_IN_INTEGER : JSON_IN_OTHER;
}

struct str json_in_str(const struct json_in *j, const char *name)
{
	const json_t *v = json_object_get(own(j), name);

	if (!json_is_string(v))
		return STR("");
	return (struct str){ json_string_value(v), json_string_length(v) };
}

int64_t json_in_int(const struct json_in *j, const char *name)
{
	return json_integer_value(json_object_get(own(j), name));
}
