/* response.c - the answer to one request */

#include "http/response.h"

#include "base/log.h"

/* Nothing comes from elsewhere, nothing runs inline, nobody frames us; and
 * robots stay away from demonstrations. */
const struct response_always response_always[RESPONSE_ALWAYS_N] = {
	{ "Content-Security-Policy",
	  "default-src 'none'; style-src 'self'; script-src 'self'; "
	  "font-src 'self'; img-src 'self' data:; form-action 'self'; "
	  "base-uri 'none'; frame-ancestors 'none'; connect-src 'self'" },
	{ "X-Content-Type-Options", "nosniff" },
	{ "Referrer-Policy", "same-origin" },
	{ "X-Robots-Tag", "noindex" },
	{ "Cross-Origin-Opener-Policy", "same-origin" },
};

void response_init(struct response *r)
{
	*r = (struct response){ .status = 200, .fixed = STR("") };
	buf_init(&r->body);
}

void response_release(struct response *r)
{
	buf_release(&r->body);
	if (r->kept_drop)
		r->kept_drop(r->kept);
	if (r->more_drop)
		r->more_drop(r->more_state);
	response_init(r);
}

void response_header(struct response *r, const char *name, struct str value)
{
	if (r->headers_n == RESPONSE_HEADERS_MAX)
		BUG("a response has too many headers");
	for (size_t i = 0; i < value.n; i++) {
		unsigned char c = (unsigned char)value.p[i];

		if (c < ' ' || c == 0x7F)
			BUG("a header holds a control character");
	}
	r->headers[r->headers_n++] = (struct pair){ str_of(name), value };
}

void response_redirect(struct response *r, struct str url)
{
	r->status = 303;
	response_header(r, "Location", url);
}
