/* main.c - from the words of a command line to a command */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/cli.h"
#include "app/help.h"
#include "base/log.h"
#include "base/os.h"
#include "lang/words.h"
#include "store/migrate.h"
#include "store/search.h"
#include "store/repo.h"

enum { ARENA_CEILING = 1024 * 1024 * 1024, ZONE_UNKNOWN = 180 };

static bool listed(const char *names, const char *name)
{
	struct str rest = str_of(names), one;

	while (str_split(&rest, ' ', &one))
		if (str_is(one, name))
			return true;
	return false;
}

static const struct option *option_find(const struct command *cmd,
					struct str name)
{
	for (size_t i = 0; i < options_n; i++)
		if (str_is(name, options[i].name) &&
		    (options[i].always ||
		     (cmd && listed(cmd->options, options[i].name))))
			return &options[i];
	return NULL;
}

/* "N" is a number, "table|csv" one of these; other values are anybody's. */
static bool value_fits(const struct option *o, struct str value)
{
	struct str rest = str_of(o->value), one;
	enum lang l;
	int64_t n;

	if (str_is(rest, "N"))
		return str_int(value, &n) && n >= 0;
	if (strcmp(o->name, "lang") == 0)
		return lang_find(value, &l);
	if (strcmp(o->name, "format") != 0)
		return true;
	while (str_split(&rest, '|', &one))
		if (str_eq(one, value))
			return true;
	return false;
}

/* Takes one option and its value; false when it is wrong. */
static bool option_take(struct cli *c, struct str word, char **argv, int *i)
{
	size_t eq = str_find_char(word, '=');
	struct str name = str_cut(word, 0, eq);
	const struct option *o = option_find(c->command, name);

	if (!o || c->options_n == CLI_OPTIONS_MAX) {
		cli_wrong(c, o ? "too_many_options" : "no_such_option",
			  o ? arena_printf(&c->mem, "%d", CLI_OPTIONS_MAX)
			    : name);
		return false;
	}
	c->options[c->options_n].name = o->name;
	c->options[c->options_n].value = STR("");
	if (o->value) {
		struct str value = STR("");

		if (eq < word.n)
			value = str_cut(word, eq + 1, word.n);
		else if (argv[*i + 1])
			value = str_of(argv[++*i]);
		if (!value.n) {
			cli_wrong(c, "option_value", name);
			return false;
		}
		if (!value_fits(o, value)) {
			cli_wrong(c, "option_wrong", arena_printf(&c->mem,
				"--%s %.*s (%s)", o->name, STR_ARG(value),
				o->value));
			return false;
		}
		c->options[c->options_n].value = value;
	}
	c->options_n++;
	return true;
}

static bool words_take(struct cli *c, char **argv)
{
	bool only_args = false;

	for (int i = 1; argv[i]; i++) {
		struct str w = str_of(argv[i]);

		if (!only_args && str_is(w, "--")) {
			only_args = true;
		} else if (!only_args && str_is(w, "-i")) {
			if (!option_take(c, STR("include"), argv, &i))
				return false;
		} else if (!only_args && str_starts(w, STR("--"))) {
			if (!option_take(c, str_cut(w, 2, w.n), argv, &i))
				return false;
		} else if (!c->command) {
			c->command = cli_command(w);
			if (!c->command) {
				cli_wrong(c, "no_such_command", w);
				return false;
			}
		} else if (c->args_n == CLI_ARGS_MAX) {
			cli_wrong(c, "too_many_words", w);
			return false;
		} else {
			c->args[c->args_n++] = w;
		}
	}
	return true;
}

static struct str env(const char *name)
{
	return str_of(getenv(name));
}

/* --lang, MITHAQ_LANG, or the language of the terminal. */
static enum lang lang_choose(const struct cli *c)
{
	struct str given[] = { cli_option(c, "lang"), env("MITHAQ_LANG") };
	enum lang l;

	for (size_t i = 0; i < COUNT(given); i++)
		if (lang_find(given[i], &l))
			return l;
	if (str_starts(env("LANG"), STR("ar")))
		return LANG_AR;
	if (str_starts(env("LANG"), STR("ckb")) ||
	    str_starts(env("LANG"), STR("ku")))
		return LANG_CKB;
	return LANG_EN;
}

static bool today_choose(struct cli *c)
{
	struct str given = cli_option(c, "today");
	struct instant now = { os_now_ms() };

	if (!given.n)
		given = env("MITHAQ_TODAY");
	if (!given.n) {
		c->ctx.today = instant_day(now, ZONE_UNKNOWN);
		return true;
	}
	if (date_from_iso(given, &c->ctx.today) && c->ctx.today.day)
		return true;
	cli_wrong(c, "today", given);
	return false;
}

/* Opens the database and brings its schema up to date. */
static enum err database_open(struct cli *c, enum cli_need need)
{
	enum db_mode mode = need == CLI_READ ? DB_READ : DB_WRITE;
	struct db *writer;
	int64_t version;
	enum err err;

	if (need < CLI_MAKE && str_starts(c->url, STR("sqlite:")) &&
	    !os_exists(arena_cstr(&c->mem, str_cut(c->url, 7, c->url.n)))) {
		cli_say(c, "no_database", c->url);
		return ERR_MISSING;
	}
	err = db_open(&c->ctx.db, c->url, mode);
	if (err == ERR_OK)
		err = migrate_version(c->ctx.db, &version);
	if (err)
		return err;
	if (version > migrate_newest())
		return ERR_NEWER;
	if (need == CLI_FRESH)
		return ERR_OK;
	if (version < migrate_newest()) {
		if (mode == DB_WRITE)
			err = migrate_run(c->ctx.db);
		else if (!(err = db_open(&writer, c->url, DB_WRITE))) {
			err = migrate_run(writer);
			db_close(writer);
		}
	}
	/* Whatever comes into a new database is found by today's rules. */
	if (err == ERR_OK && version == 0 && mode == DB_WRITE)
		err = search_rules_put(c->ctx.db);
	if (err == ERR_OK)
		err = settings_load(c->ctx.db, &c->mem, &c->settings);
	if (err == ERR_OK)
		manner_set(c->settings.manner);
	return err;
}

static void progress_show(void *watcher, const char *key, int64_t done,
			  int64_t all)
{
	struct cli *c = watcher;

	fprintf(stderr, "\r\033[K%s %lld", word(c->ctx.lang, key),
		(long long)done);
	if (all > 0)
		fprintf(stderr, " / %lld", (long long)all);
	if (all > 0 && done >= all)
		fputc('\n', stderr);
}

static bool ctx_make(struct cli *c)
{
	struct str data = cli_option(c, "data");

	c->url = cli_option(c, "db");
	if (!c->url.n)
		c->url = env("MITHAQ_DB");
	if (!c->url.n)
		c->url = STR("sqlite:mithaq.db");
	if (!data.n)
		data = env("MITHAQ_DATA");
	c->ctx.data_dir = data.n ? arena_cstr(&c->mem, data) : ".";
	c->ctx.mem = &c->mem;
	c->ctx.settings = &c->settings;
	c->ctx.actor.name = STR("operator");
	c->ctx.actor.edition = EDITION_GOVERNMENT;
	problems_init(&c->ctx.problems, &c->mem);
	if (os_is_terminal(2)) {
		c->ctx.progress = progress_show;
		c->ctx.watcher = c;
	}
	return today_choose(c);
}

static int command_run(struct cli *c)
{
	enum cli_need need = c->command->need;
	enum err err = ERR_OK;
	int code;

	if (c->args_n < c->command->least)
		return cli_misused(c);
	if (c->args_n > c->command->most)
		return cli_wrong(c, "too_many_words",
				 c->args[c->command->most]);
	repo_start();
	if (need != CLI_NOTHING)
		err = database_open(c, need);
	if (err == ERR_OK && c->ctx.db && cli_option(c, "fail-at").n)
		db_fail_at(c->ctx.db, cli_number(c, "fail-at", 0));
	if (err == ERR_OK && need == CLI_READ)
		err = db_begin(c->ctx.db, DB_READ);
	code = err ? cli_fail(c, err) : c->command->run(c);
	if (c->ctx.db && cli_flag(c, "stats")) {
		struct db_cost cost = db_cost(c->ctx.db);

		fprintf(stderr, "statements=%lld vm_steps=%lld "
			"full_scans=%lld sorts=%lld waits=%lld\n",
			(long long)cost.statements, (long long)cost.vm_steps,
			(long long)cost.full_scans, (long long)cost.sorts,
			(long long)cost.waits);
	}
	if (c->ctx.db && need == CLI_READ && !err)
		db_rollback(c->ctx.db);
	if (c->ctx.db)
		db_close(c->ctx.db);
	return code;
}

int main(int argc, char **argv)
{
	struct cli c = { 0 };
	int code;

	(void)argc;
	/* A reader that went away and a file that may not grow are errors of
	 * write(), not our end. */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	arena_init(&c.mem, ARENA_CEILING);
	buf_init(&c.out);
	c.ctx.lang = LANG_EN;
	if (!words_take(&c, argv)) {
		code = err_row(ERR_REQUEST)->exit;
	} else {
		c.ctx.lang = lang_choose(&c);
		if (!c.command || cli_flag(&c, "help"))
			code = help_print(&c);
		else if (!ctx_make(&c))
			code = err_row(ERR_REQUEST)->exit;
		else
			code = command_run(&c);
	}
	cli_flush(&c);
	if (fflush(stdout) != 0 && code == 0)
		code = err_row(ERR_SYSTEM)->exit;
	buf_release(&c.out);
	arena_release(&c.mem);
	return code;
}
