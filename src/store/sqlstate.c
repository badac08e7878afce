/* sqlstate.c - what PostgreSQL's codes of failure mean to us */

#include "store/sqlstate.h"

#include "base/str.h"

static const struct state_row {
	const char *state;	/* five characters, or the two of a class */
	enum err err;
} states[] = {
	{ "40001", ERR_BUSY },		/* serialization_failure */
	{ "40P01", ERR_BUSY },		/* deadlock_detected */
	{ "55P03", ERR_BUSY },		/* lock_not_available */
	{ "57014", ERR_BUSY },		/* query_canceled: the time limit */
	{ "53300", ERR_BUSY },		/* too_many_connections */
	{ "0A000", ERR_BUSY },		/* a kept plan the schema outgrew */
	{ "26000", ERR_BUSY },		/* a prepared statement is gone */
	{ "53100", ERR_FULL },		/* disk_full */
	{ "25006", ERR_READ_ONLY },	/* read_only_sql_transaction */
	{ "22021", ERR_REQUEST },	/* not the encoding: not UTF-8 */
	{ "54000", ERR_TOO_LARGE },	/* program_limit_exceeded */
	{ "57P", ERR_AWAY },		/* shutdown, crash, starting up */
	{ "08", ERR_AWAY },		/* connection_exception */
	{ "23", ERR_CONFLICT },		/* integrity_constraint_violation */
	{ "XX001", ERR_CORRUPT },	/* data_corrupted */
	{ "XX002", ERR_CORRUPT },	/* index_corrupted */
};

enum err sqlstate_err(const char *state)
{
	for (size_t i = 0; i < COUNT(states); i++)
		if (str_starts(str_of(state), str_of(states[i].state)))
			return states[i].err;
	return ERR_SYSTEM;
}

bool sqlstate_is_duplicate(const char *state)
{
	return str_is(str_of(state), "23505") ||
	       str_is(str_of(state), "23503");
}
