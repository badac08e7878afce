/* cli.c - what all commands need: options, words, failures */

#include "app/cli.h"

#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "lang/words.h"

static void say(struct buf *b)
{
	fwrite(b->data, 1, b->n, stderr);
	buf_release(b);
}

struct str cli_option(const struct cli *c, const char *name)
{
	for (size_t i = 0; i < c->options_n; i++)
		if (strcmp(c->options[i].name, name) == 0)
			return c->options[i].value;
	return STR("");
}

bool cli_flag(const struct cli *c, const char *name)
{
	for (size_t i = 0; i < c->options_n; i++)
		if (strcmp(c->options[i].name, name) == 0)
			return true;
	return false;
}

int64_t cli_number(const struct cli *c, const char *name, int64_t otherwise)
{
	struct str given = cli_option(c, name);
	int64_t n;

	return given.n && str_int(given, &n) && n >= 0 ? n : otherwise;
}

void cli_say(struct cli *c, const char *key, struct str value)
{
	struct hole holes[] = { { .name = "value", .text = value } };
	struct str full = arena_printf(&c->mem, "cli.%s", key);
	struct buf b;

	buf_init(&b);
	text_word(&b, c->ctx.lang, full.p, holes, COUNT(holes));
	buf_add_char(&b, '\n');
	say(&b);
}

int cli_wrong(struct cli *c, const char *key, struct str value)
{
	cli_say(c, key, value);
	return err_row(ERR_REQUEST)->exit;
}

int cli_misused(struct cli *c)
{
	return cli_wrong(c, "words_missing", str_of(c->command->usage));
}

static void problem_say(struct cli *c, const struct problem *p)
{
	struct buf b;

	buf_init(&b);
	if (p->row)
		buf_addf(&b, "%lld: ", (long long)p->row);
	if (p->field[0])
		buf_addf(&b, "%s: ", p->field);
	buf_add(&b, problem_words(&c->mem, c->ctx.lang, p, p->field));
	buf_add_char(&b, '\n');
	say(&b);
}

static void problems_say(struct cli *c)
{
	for (size_t i = 0; i < c->ctx.problems.n; i++)
		problem_say(c, &c->ctx.problems.list[i]);
	if (c->ctx.problems.missed)
		cli_say(c, "more_problems", arena_printf(&c->mem, "%zu",
						c->ctx.problems.missed));
}

const struct command *cli_command(struct str name)
{
	for (size_t i = 0; i < commands_n; i++)
		if (str_is(name, commands[i].name))
			return &commands[i];
	return NULL;
}

int cli_fail(struct cli *c, enum err e)
{
	return cli_fail_at(c, e, STR(""));
}

int cli_fail_at(struct cli *c, enum err e, struct str code)
{
	const struct err_row *row = err_row(e);
	struct str key = arena_printf(&c->mem, "err.%s", row->name);
	struct str help = arena_printf(&c->mem, "err.%s.help", row->name);
	struct buf b;

	if (e == ERR_PROBLEMS) {
		problems_say(c);
		return row->exit;
	}
	buf_init(&b);
	buf_addf(&b, "mithaq %s: ", c->command ? c->command->name : "");
	if (e == ERR_MISSING && code.n)
		buf_addf(&b, "%.*s: ", STR_ARG(code));
	buf_addf(&b, "%s. %s\n", word(c->ctx.lang, key.p),
		 word(c->ctx.lang, help.p));
	say(&b);
	return row->exit;
}

void cli_flush(struct cli *c)
{
	fwrite(c->out.data, 1, c->out.n, stdout);
	buf_reset(&c->out);
}

enum cli_format cli_format(const struct cli *c)
{
	static const struct {
		const char *name;
		enum cli_format format;
	} names[] = {
		{ "table", CLI_TABLE }, { "csv", CLI_CSV },
		{ "json", CLI_JSON }, { "text", CLI_TEXT },
		{ "html", CLI_HTML },
	};
	struct str given = cli_option(c, "format");

	for (size_t i = 0; i < COUNT(names); i++)
		if (str_is(given, names[i].name))
			return names[i].format;
	return CLI_TABLE;
}
