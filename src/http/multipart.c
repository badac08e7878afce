/*
 * multipart.c - multipart/form-data (RFC 7578, RFC 2046 5.1)
 *
 * Values and files are slices of the body: nothing is copied but a quoted
 * name with a backslash. Stricter than RFC 2046, because what browsers send
 * is: no preamble, no epilogue but a line end, no folded part headers.
 */

#include "http/request.h"

#include "base/utf8.h"

enum {
	BOUNDARY_MAX = 70,		/* RFC 2046, 5.1.1 */
	PART_HEADERS_MAX = 8,
	PART_LINE_MAX = 2048
};

struct part {
	struct str name;
	struct str filename;
	bool has_name, has_filename;
};

static bool is_token_char(char c)
{
	unsigned char u = (unsigned char)c;
	const struct str others = STR("()<>@,;:\\\"/[]?=");

	return u > ' ' && u < 0x7F && str_find_char(others, c) == others.n;
}

/* What stands before the closing quote; *rest moves behind it. */
static bool read_quoted(struct arena *mem, struct str *rest, struct str *out)
{
	size_t i = 1, n = 0;
	char *text;

	while (i < rest->n && rest->p[i] != '"')
		i += rest->p[i] == '\\' && i + 1 < rest->n ? 2 : 1;
	if (i >= rest->n)
		return false;
	*out = str_cut(*rest, 1, i - 1);
	*rest = str_cut(*rest, i + 1, rest->n);
	if (str_find_char(*out, '\\') == out->n)
		return true;
	text = arena_alloc(mem, out->n + 1);
	for (i = 0; i < out->n; i++) {
		char next = i + 1 < out->n ? out->p[i + 1] : '\0';

		/* A backslash before anything else stands for itself. */
		if (out->p[i] == '\\' && (next == '"' || next == '\\'))
			i++;
		text[n++] = out->p[i];
	}
	*out = (struct str){ text, n };
	return true;
}

/*
 * The next "; name=value" of a header value (RFC 9110, 5.6.6). False at the
 * end, and with *bad when it is malformed.
 */
static bool next_param(struct arena *mem, struct str *rest, struct pair *out,
		       bool *bad)
{
	size_t n = 0;

	*bad = false;
	*rest = str_trim(*rest);
	if (str_empty(*rest))
		return false;
	*bad = true;
	if (rest->p[0] != ';')
		return false;
	*rest = str_trim(str_cut(*rest, 1, rest->n));
	while (n < rest->n && is_token_char(rest->p[n]))
		n++;
	out->name = str_cut(*rest, 0, n);
	*rest = str_cut(*rest, n, rest->n);
	if (n == 0 || !str_starts(*rest, STR("=")))
		return false;
	*rest = str_cut(*rest, 1, rest->n);
	if (str_starts(*rest, STR("\""))) {
		*bad = !read_quoted(mem, rest, &out->value);
		return !*bad;
	}
	for (n = 0; n < rest->n && is_token_char(rest->p[n]); )
		n++;
	out->value = str_cut(*rest, 0, n);
	*rest = str_cut(*rest, n, rest->n);
	*bad = n == 0;
	return !*bad;
}

static struct str after_kind(struct str header)
{
	return str_cut(header, str_find_char(header, ';'), header.n);
}

static bool find_boundary(struct arena *mem, struct str content_type,
			  struct str *out)
{
	struct str rest = after_kind(content_type);
	struct pair param;
	bool bad;

	*out = STR("");
	while (next_param(mem, &rest, &param, &bad)) {
		if (!str_eq_nocase(param.name, STR("boundary")))
			continue;
		if (!str_empty(*out))
			return false;
		*out = param.value;
	}
	return !bad && out->n > 0 && out->n <= BOUNDARY_MAX;
}

static bool is_text(struct str s)
{
	return str_find_char(s, '\0') == s.n && utf8_check(s) == s.n;
}

static bool read_disposition(struct arena *mem, struct str value,
			     struct part *part)
{
	struct str kind = str_cut(value, 0, str_find_char(value, ';'));
	struct str rest = after_kind(value);
	struct pair param;
	bool bad;

	if (!str_eq_nocase(str_trim(kind), STR("form-data")))
		return false;
	while (next_param(mem, &rest, &param, &bad)) {
		if (!is_text(param.value))
			return false;
		if (str_eq_nocase(param.name, STR("name"))) {
			if (part->has_name)
				return false;
			part->has_name = true;
			part->name = param.value;
		} else if (str_eq_nocase(param.name, STR("filename"))) {
			if (part->has_filename)
				return false;
			part->has_filename = true;
			part->filename = param.value;
		}
	}
	return !bad;
}

/* One line up to CRLF; *rest moves behind it. */
static bool read_line(struct str *rest, struct str *line)
{
	size_t at = str_find(*rest, STR("\r\n"));

	if (at == rest->n || at > PART_LINE_MAX)
		return false;
	*line = str_cut(*rest, 0, at);
	*rest = str_cut(*rest, at + 2, rest->n);
	return true;
}

static bool read_part_head(struct arena *mem, struct str *rest,
			   struct part *part)
{
	struct str line, name, value;

	*part = (struct part){ STR(""), STR(""), false, false };
	for (int i = 0; i <= PART_HEADERS_MAX; i++) {
		if (!read_line(rest, &line))
			return false;
		if (str_empty(line))
			return part->has_name;
		name = str_cut(line, 0, str_find_char(line, ':'));
		value = str_trim(str_cut(line, name.n + 1, line.n));
		for (size_t c = 0; c < name.n; c++)
			if (!is_token_char(name.p[c]))
				return false;
		if (name.n == 0 || name.n == line.n)
			return false;
		if (str_eq_nocase(name, STR("Content-Disposition"))) {
			if (part->has_name ||
			    !read_disposition(mem, value, part))
				return false;
		} else if (str_eq_nocase(name,
					 STR("Content-Transfer-Encoding"))) {
			/* RFC 7578, 4.7: deprecated; only the identities. */
			if (!str_eq_nocase(value, STR("binary")) &&
			    !str_eq_nocase(value, STR("8bit")) &&
			    !str_eq_nocase(value, STR("7bit")))
				return false;
		}
	}
	return false;
}

static enum err keep_part(struct request *r, const struct part *part,
			  struct str content, size_t *text)
{
	if (!part->has_filename) {
		if (!is_text(content))
			return ERR_REQUEST;
		*text += part->name.n + content.n;
		if (*text > REQUEST_FORM_MAX || r->form.n == REQUEST_FIELDS_MAX)
			return ERR_TOO_LARGE;
		r->form.list[r->form.n++] =
			(struct pair){ part->name, content };
		return ERR_OK;
	}
	/* This is how browsers send a file field in which none was chosen. */
	if (str_empty(part->filename) && str_empty(content))
		return ERR_OK;
	if (r->uploads_n == REQUEST_UPLOADS_MAX)
		return ERR_TOO_LARGE;
	r->uploads[r->uploads_n++] =
		(struct upload){ part->name, part->filename, content };
	return ERR_OK;
}

/* Behind a delimiter: its padding and line end, or *last for "--". */
static bool read_delimiter_end(struct str *rest, bool *last)
{
	*last = str_starts(*rest, STR("--"));
	if (*last)
		*rest = str_cut(*rest, 2, rest->n);
	while (rest->n && (rest->p[0] == ' ' || rest->p[0] == '\t'))
		*rest = str_cut(*rest, 1, rest->n);
	if (*last && str_empty(*rest))
		return true;
	if (!str_starts(*rest, STR("\r\n")))
		return false;
	*rest = str_cut(*rest, 2, rest->n);
	return !*last || str_empty(*rest);
}

enum err multipart_decode(struct request *r, struct str content_type,
			  struct str body)
{
	struct str boundary, delimiter, rest = body;
	size_t text = 0;
	bool last;

	if (body.n > REQUEST_UPLOAD_MAX)
		return ERR_TOO_LARGE;
	if (!find_boundary(r->mem, content_type, &boundary))
		return ERR_REQUEST;
	delimiter = arena_printf(r->mem, "\r\n--%.*s", STR_ARG(boundary));
	r->form = (struct pairs){ arena_array(r->mem, REQUEST_FIELDS_MAX,
					      sizeof(struct pair)), 0 };
	r->uploads = arena_array(r->mem, REQUEST_UPLOADS_MAX,
				 sizeof(*r->uploads));
	r->uploads_n = 0;
	/* The first delimiter has no line before it. */
	if (!str_starts(rest, str_cut(delimiter, 2, delimiter.n)))
		return ERR_REQUEST;
	rest = str_cut(rest, delimiter.n - 2, rest.n);
	for (;;) {
		struct part part;
		size_t end;
		enum err e;

		if (!read_delimiter_end(&rest, &last))
			return ERR_REQUEST;
		if (last)
			return ERR_OK;
		if (!read_part_head(r->mem, &rest, &part))
			return ERR_REQUEST;
		end = str_find(rest, delimiter);
		if (end == rest.n)
			return ERR_REQUEST;
		e = keep_part(r, &part, str_cut(rest, 0, end), &text);
		if (e)
			return e;
		rest = str_cut(rest, end + delimiter.n, rest.n);
	}
}
