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

/* GET url with ?format= as asked on the command line; prints the body. */
int ask_print(struct cli *c, struct str url);

#endif
