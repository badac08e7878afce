/* csv_out.c - comma-separated values */

#include "format/csv_out.h"

#include <string.h>

void csv_begin(struct csv_out *c, struct buf *out, bool mark)
{
	*c = (struct csv_out){ .out = out };
	if (mark)
		buf_add_cstr(out, "\xEF\xBB\xBF");
}

static bool is_number(struct str s)
{
	for (size_t i = 1; i < s.n; i++)
		if (!strchr("0123456789.", s.p[i]) || !s.p[i])
			return false;
	return s.n > 1;
}

static bool is_formula(struct str s)
{
	if (!s.n || !s.p[0] || !strchr("=+-@\t\r", s.p[0]))
		return false;
	return s.p[0] != '-' || !is_number(s);
}

bool csv_is_guarded(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == '\'')
		n++;
	return n && is_formula(str_cut(s, n, s.n));
}

static bool wants_quotes(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == ',' || s.p[i] == '"' || s.p[i] == '\n' ||
		    s.p[i] == '\r')
			return true;
	return s.n && (s.p[0] == ' ' || s.p[s.n - 1] == ' ');
}

void csv_value(struct csv_out *c, struct str s)
{
	bool quotes = wants_quotes(s);
	size_t from = 0;

	if (c->some)
		buf_add_char(c->out, ',');
	c->some = true;
	if (quotes)
		buf_add_char(c->out, '"');
	if (is_formula(s) || csv_is_guarded(s))
		buf_add_char(c->out, '\'');
	for (size_t i = 0; quotes && i < s.n; i++) {
		if (s.p[i] != '"')
			continue;
		buf_add(c->out, (struct str){ s.p + from, i + 1 - from });
		buf_add_char(c->out, '"');
		from = i + 1;
	}
	buf_add(c->out, (struct str){ s.p + from, s.n - from });
	if (quotes)
		buf_add_char(c->out, '"');
}

void csv_line_end(struct csv_out *c)
{
	buf_add_char(c->out, '\n');
	c->some = false;
}
