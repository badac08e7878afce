/*
 * sqlstate.h - what PostgreSQL's codes of failure mean to us
 *
 * Five characters, the first two of which are a class (PostgreSQL 15,
 * appendix A). What is not in the table is ERR_SYSTEM.
 */
#ifndef STORE_SQLSTATE_H
#define STORE_SQLSTATE_H

#include <stdbool.h>

#include "base/err.h"

enum err sqlstate_err(const char *state);
/* A unique or foreign key was violated. */
bool sqlstate_is_duplicate(const char *state);

#endif
