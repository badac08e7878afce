/* form.c - application/x-www-form-urlencoded (WHATWG URL, 5.1) */

#include "http/request.h"

#include "base/url.h"

static size_t count_parts(struct str body)
{
	size_t n = 1;

	for (size_t i = 0; i < body.n; i++)
		if (body.p[i] == '&')
			n++;
	return n;
}

enum err form_decode(struct arena *mem, struct str body, struct pairs *out)
{
	struct str rest = body, part;
	size_t room;

	*out = (struct pairs){ NULL, 0 };
	if (str_empty(body))
		return ERR_OK;
	room = count_parts(body);
	if (body.n > REQUEST_FORM_MAX || room > REQUEST_FIELDS_MAX)
		return ERR_TOO_LARGE;
	out->list = arena_array(mem, room, sizeof(*out->list));
	while (str_split(&rest, '&', &part)) {
		size_t equals = str_find_char(part, '=');
		struct pair *p = &out->list[out->n];

		if (str_empty(part))
			continue;
		if (!url_decode(mem, str_cut(part, 0, equals), true, &p->name))
			return ERR_REQUEST;
		if (!url_decode(mem, str_cut(part, equals + 1, part.n), true,
				&p->value))
			return ERR_REQUEST;
		out->n++;
	}
	return ERR_OK;
}
