/* settings.c - what an installation is about */

#include "store/settings.h"

#include <stddef.h>

static const struct {
	const char *key;
	size_t at;
} lines[] = {
	{ "state", offsetof(struct settings, state) },
	{ "country", offsetof(struct settings, country) },
	{ "framework", offsetof(struct settings, framework) },
	{ "forum", offsetof(struct settings, forum) },
	{ "next_forum", offsetof(struct settings, next_forum) },
	{ "featured_event", offsetof(struct settings, featured_event) },
	{ "twg", offsetof(struct settings, twg) },
	{ "network", offsetof(struct settings, network) },
};

/* Of a country whose clock is three hours ahead of UTC. */
enum { ZONE_DEFAULT = 180 };

static struct str *line_of(struct settings *s, size_t i)
{
	return (struct str *)(void *)((char *)s + lines[i].at);
}

bool setting_known(struct str key)
{
	for (size_t i = 0; i < COUNT(lines); i++)
		if (str_is(key, lines[i].key))
			return true;
	return str_is(key, "demo") || str_is(key, "zone_minutes") ||
	       manner_knows(key);
}

bool setting_fits(struct str key, struct str value)
{
	struct manner m = { 0 };

	return !manner_knows(key) || manner_read(&m, key, value);
}

static void setting_read(struct settings *s, struct str key,
			 struct str value)
{
	int64_t minutes;

	for (size_t i = 0; i < COUNT(lines); i++)
		if (str_is(key, lines[i].key))
			*line_of(s, i) = value;
	if (str_is(key, "demo"))
		s->demo = str_is(value, "sources") ? DEMO_SOURCES :
			  str_is(value, "fictional") ? DEMO_FICTIONAL :
			  DEMO_NONE;
	if (str_is(key, "zone_minutes") && str_int(value, &minutes) &&
	    minutes >= -14 * 60 && minutes <= 14 * 60)
		s->zone_minutes = (int)minutes;
	if (manner_knows(key))
		manner_read(&s->manner, key, value);
}

enum err settings_load(struct db *db, struct arena *mem,
		       struct settings *out)
{
	struct stmt *st = db_stmt(db, SQL("SELECT key, value FROM setting "
					  "WHERE key > ''"));

	*out = (struct settings){ .zone_minutes = ZONE_DEFAULT };
	for (size_t i = 0; i < COUNT(lines); i++)
		*line_of(out, i) = STR("");
	while (stmt_step(st))
		setting_read(out, arena_str(mem, col_str(st, 0)),
			     arena_str(mem, col_str(st, 1)));
	return db_err(db);
}

enum err setting_put(struct db *db, struct str key, struct str value)
{
	struct stmt *st = db_stmt(db, SQL("INSERT INTO setting (key, value) "
		"VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET "
		"value = $2"));

	bind_str(st, 1, key);
	bind_str(st, 2, value);
	stmt_run(st);
	return db_err(db);
}
