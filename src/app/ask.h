/*
 * ask.h - a page asked without a socket
 *
 * The same dispatcher that serves the web answers `mithaq request`, and
 * every command whose result is asked as CSV or JSON.
 */
#ifndef APP_ASK_H
#define APP_ASK_H

#include "app/cli.h"
#include "base/url.h"
#include "http/request.h"

/* What a worker needs to know, from the command line. */
struct app ask_app(const struct cli *c);

/* Asks once, or `times` over for measuring, and prints the last answer,
 * with its status and headers when `head`. Gives the exit code. */
int ask(struct cli *c, struct request *rq, bool head, int64_t times);

/* GET url with ?format= as asked on the command line; prints the body. */
int ask_print(struct cli *c, struct str url);

#endif
