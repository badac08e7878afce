/* help.h - what `mithaq --help` and `mithaq COMMAND --help` say */
#ifndef APP_HELP_H
#define APP_HELP_H

#include "app/cli.h"

int help_print(struct cli *c);

#endif
