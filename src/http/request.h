/*
 * request.h - one request, read within limits
 *
 * What the page code sees of HTTP. It is filled by the server from the wire
 * or by `mithaq request` from the command line; everything in it lives in
 * the request's arena. Names and values are decoded and valid UTF-8 without
 * U+0000; anything else was refused with 400 before.
 */
#ifndef HTTP_REQUEST_H
#define HTTP_REQUEST_H

#include "base/arena.h"
#include "base/err.h"

enum method { METHOD_GET, METHOD_HEAD, METHOD_POST, METHOD_OTHER };

struct pair {
	struct str name;
	struct str value;
};

struct pairs {
	struct pair *list;
	size_t n;
};

struct upload {
	struct str field;	/* the form field */
	struct str filename;	/* as sent: show it, never open it */
	struct str bytes;
};

struct request {
	enum method method;
	struct str method_name;
	struct str path;	/* decoded, begins with "/" */
	struct str query_raw;	/* as sent, without "?" */
	struct pairs query;
	struct pairs form;	/* of a POST body, urlencoded or multipart */
	struct upload *uploads;
	size_t uploads_n;
	struct pairs headers;	/* names as sent; look up by request_header */
	struct arena *mem;
};

enum request_limit {
	REQUEST_HEAD_MAX = 8 * 1024,	/* names and values of the headers */
	REQUEST_HEADERS_MAX = 100,
	REQUEST_FIELDS_MAX = 500,	/* of a query, or of a form */
	REQUEST_UPLOADS_MAX = 20,
	REQUEST_FORM_MAX = 2 * 1024 * 1024,	/* text of a form */
	REQUEST_UPLOAD_MAX = 64 * 1024 * 1024
};

/* The first value of a name; empty when there is none. */
struct str request_query(const struct request *r, const char *name);
struct str request_form(const struct request *r, const char *name);
bool request_has_form(const struct request *r, const char *name);
struct str request_header(const struct request *r, const char *name);
const struct upload *request_upload(const struct request *r,
				    const char *field);

/* Fills method and method_name, which is borrowed. */
void request_method(struct request *r, struct str name);
/*
 * Fills path, query_raw and query from a request target (RFC 9112, 3.2) in
 * origin form ("/ar?x=1") or absolute form ("http://host/ar?x=1"), whose
 * host goes to authority, else empty. ERR_REQUEST when malformed.
 */
enum err request_target(struct request *r, struct str target,
			struct str *authority);
/*
 * Fills form and uploads from the body of a POST, by its Content-Type: one
 * of the two below, or no body at all. ERR_REQUEST for any other type. An
 * uploaded file is a slice of body, which must live as long as r.
 */
enum err request_body(struct request *r, struct str content_type,
		      struct str body);

/* application/x-www-form-urlencoded, and queries. ERR_REQUEST when
 * malformed, ERR_TOO_LARGE above a limit. */
enum err form_decode(struct arena *mem, struct str body, struct pairs *out);
/* multipart/form-data (RFC 7578); boundary from the Content-Type. Fields go
 * to form, files to uploads; a file field without a file to neither. */
enum err multipart_decode(struct request *r, struct str content_type,
			  struct str body);

#endif
