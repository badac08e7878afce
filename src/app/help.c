/* help.c - help, from the tables of commands and options */

#include "app/help.h"

#include <string.h>

#include "app/cmd.h"
#include "lang/words.h"

static const char *keyed(struct cli *c, const char *family,
			 const char *name)
{
	struct str key = arena_printf(&c->mem, "%s.%s", family, name);

	return word(c->ctx.lang, key.p);
}

static void option_line(struct cli *c, struct table *t,
			const struct option *o)
{
	table_cell(t, arena_printf(&c->mem, "  --%s%s%s", o->name,
				   o->value ? " " : "",
				   o->value ? o->value : ""));
	table_cell(t, str_of(keyed(c, "opt", o->name)));
}

static bool accepts(const struct command *cmd, const struct option *o)
{
	struct str rest = str_of(cmd->options), one;

	while (str_split(&rest, ' ', &one))
		if (str_is(one, o->name))
			return true;
	return false;
}

static void all_options(struct cli *c, struct table *t, bool always)
{
	for (size_t i = 0; i < options_n; i++) {
		const struct option *o = &options[i];

		if (always ? o->always : c->command && accepts(c->command, o))
			option_line(c, t, o);
	}
}

static void commands_list(struct cli *c)
{
	struct table *t = table_new(&c->mem, 2);

	buf_addf(&c->out, "%s\n\n  mithaq %s\n\n",
		 keyed(c, "cli", "what"), keyed(c, "cli", "shape"));
	for (size_t i = 0; i < commands_n; i++) {
		if (commands[i].hidden)
			continue;
		table_cell(t, arena_printf(&c->mem, "  %s",
					   commands[i].name));
		table_cell(t, str_of(keyed(c, "cmd", commands[i].name)));
	}
	table_print(t, &c->out);
	buf_add_cstr(&c->out, "\n");
}

int help_print(struct cli *c)
{
	struct table *t = table_new(&c->mem, 2);

	if (!c->command) {
		commands_list(c);
	} else {
		buf_addf(&c->out, "mithaq %s %s\n\n%s\n\n", c->command->name,
			 c->command->usage,
			 keyed(c, "cmd", c->command->name));
		all_options(c, t, false);
	}
	all_options(c, t, true);
	table_print(t, &c->out);
	return 0;
}

int cmd_help(struct cli *c)
{
	const struct command *asked = NULL;

	if (c->args_n) {
		asked = cli_command(c->args[0]);
		if (!asked)
			return cli_wrong(c, "no_such_command", c->args[0]);
	}
	c->command = asked;
	return help_print(c);
}
