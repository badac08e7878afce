/*
 * pg_database.h - a PostgreSQL database of this program's own
 *
 * Test programs run side by side on the server that MITHAQ_TEST_PG names
 * (script/with-postgres), so each makes a database and drops it at its end.
 */
#ifndef TESTS_UNIT_PG_DATABASE_H
#define TESTS_UNIT_PG_DATABASE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/migrate.h"

static inline bool pg_database_say(const char *what)
{
	const char *server = getenv("MITHAQ_TEST_PG");
	char text[128];
	struct db *db;

	snprintf(text, sizeof(text), "%s mithaq_unit_%ld%s", what,
		 (long)getpid(), *what == 'D' ? " WITH (FORCE)" : "");
	if (db_open(&db, str_of(server), DB_WRITE) != ERR_OK)
		return false;
	bool done = db_script(db, str_of(text)) == ERR_OK;

	db_close(db);
	return done;
}

static inline void pg_database_drop(void)
{
	pg_database_say("DROP DATABASE");
}

/* Its address; NULL when there is no server. Made by the first call. */
static inline const char *pg_database(void)
{
	static char url[320];
	const char *server = getenv("MITHAQ_TEST_PG");

	if (!server || *url)
		return server ? url : NULL;
	const char *host = strstr(server, "://");

	if (!host || !pg_database_say("CREATE DATABASE"))
		abort();
	host += strlen("://");
	size_t head = (size_t)(host - server) + strcspn(host, "/?");
	const char *query = strchr(server, '?');

	snprintf(url, sizeof(url), "%.*s/mithaq_unit_%ld%s", (int)head,
		 server, (long)getpid(), query ? query : "");
	atexit(pg_database_drop);
	return url;
}

#endif
