/* request.c - one request: its address, and finding what it brought */

#include "http/request.h"

#include "base/url.h"

static struct str find(const struct pairs *all, struct str name)
{
	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->list[i].name, name))
			return all->list[i].value;
	return STR("");
}

struct str request_query(const struct request *r, const char *name)
{
	return find(&r->query, str_of(name));
}

struct str request_form(const struct request *r, const char *name)
{
	return find(&r->form, str_of(name));
}

bool request_has_form(const struct request *r, const char *name)
{
	struct str wanted = str_of(name);

	for (size_t i = 0; i < r->form.n; i++)
		if (str_eq(r->form.list[i].name, wanted))
			return true;
	return false;
}

struct str request_header(const struct request *r, const char *name)
{
	struct str wanted = str_of(name);

	for (size_t i = 0; i < r->headers.n; i++)
		if (str_eq_nocase(r->headers.list[i].name, wanted))
			return r->headers.list[i].value;
	return STR("");
}

const struct upload *request_upload(const struct request *r,
				    const char *field)
{
	struct str wanted = str_of(field);

	for (size_t i = 0; i < r->uploads_n; i++)
		if (str_eq(r->uploads[i].field, wanted))
			return &r->uploads[i];
	return NULL;
}

void request_method(struct request *r, struct str name)
{
	r->method_name = name;
	r->method = str_is(name, "GET") ? METHOD_GET :
		    str_is(name, "HEAD") ? METHOD_HEAD :
		    str_is(name, "POST") ? METHOD_POST : METHOD_OTHER;
}

/* RFC 3986 knows only printable ASCII; a fragment is never sent. */
static bool is_target(struct str target)
{
	for (size_t i = 0; i < target.n; i++) {
		unsigned char c = (unsigned char)target.p[i];

		if (c <= ' ' || c >= 0x7F || c == '#')
			return false;
	}
	return true;
}

/* Takes "http://host" away from the front of an absolute form. */
static struct str take_authority(struct str *target)
{
	struct str scheme = STR("http://"), host;

	if (!str_eq_nocase(str_cut(*target, 0, scheme.n), scheme))
		scheme = STR("https://");
	if (!str_eq_nocase(str_cut(*target, 0, scheme.n), scheme))
		return STR("");
	host = str_cut(*target, scheme.n, target->n);
	for (size_t i = 0; i < host.n; i++)
		if (host.p[i] == '/' || host.p[i] == '?')
			host.n = i;
	*target = str_cut(*target, scheme.n + host.n, target->n);
	if (str_empty(*target))		/* "http://host" asks for "/" */
		*target = STR("/");
	return host;
}

enum err request_target(struct request *r, struct str target,
			struct str *authority)
{
	size_t mark;

	if (!is_target(target))
		return ERR_REQUEST;
	*authority = take_authority(&target);
	if (!str_starts(target, STR("/")))
		return ERR_REQUEST;
	mark = str_find_char(target, '?');
	r->path = str_cut(target, 0, mark);
	r->query_raw = str_cut(target, mark + 1, target.n);
	if (str_find_char(r->path, '%') != r->path.n &&
	    !url_decode(r->mem, r->path, false, &r->path))
		return ERR_REQUEST;
	return form_decode(r->mem, r->query_raw, &r->query);
}

enum err request_body(struct request *r, struct str content_type,
		      struct str body)
{
	struct str kind = content_type;

	kind.n = str_find_char(kind, ';');
	kind = str_trim(kind);
	if (str_eq_nocase(kind, STR("multipart/form-data")))
		return multipart_decode(r, content_type, body);
	if (str_eq_nocase(kind, STR("application/x-www-form-urlencoded")))
		return form_decode(r->mem, body, &r->form);
	return str_empty(body) ? ERR_OK : ERR_REQUEST;
}
