/* cmd_intl.c - what tests compare with another implementation, many at once */

#include "app/cmd.h"
#include "base/os.h"
#include "lang/icu.h"
#include "lang/money.h"
#include "lang/number.h"
#include "lang/relative.h"
#include "lang/words.h"

enum { STDIN_MOST = 8 * 1024 * 1024, COUNTED_TO = 1000 };

/* day, in words, its month, its day of the week, what stands beside */
static void day_line(struct cli *c, struct date d)
{
	enum lang l = c->ctx.lang;
	char iso[DATE_ISO];

	buf_addf(&c->out, "%.*s\t", STR_ARG(date_iso(d, iso)));
	date_words(&c->out, l, d);
	buf_add_char(&c->out, '\t');
	date_words(&c->out, l, (struct date){ d.year, d.month, 0 });
	buf_addf(&c->out, "\t%s\t", date_weekday_name(l, date_weekday(d)));
	date_beside(&c->out, l, d);
	buf_add_char(&c->out, '\n');
}

static void dates(struct cli *c)
{
	struct date d = { 2024, 1, 1 };

	for (; d.month <= 12; d.month++)
		for (d.day = 1; d.day <= date_last((struct date){
			     d.year, d.month, 0 }).day; d.day++)
			day_line(c, d);
}

static void plurals(struct cli *c)
{
	for (int64_t n = 0; n <= COUNTED_TO; n++)
		buf_addf(&c->out, "%d\n", word_plural(c->ctx.lang, n));
}

/* "1204000" or "1204000 IQD" */
static void number_line(struct cli *c, struct str line)
{
	struct str number;
	int64_t n;

	str_split(&line, ' ', &number);
	if (!str_int(number, &n))
		return;
	if (line.n)
		money_words(&c->out, c->ctx.lang, n, line);
	else
		number_add(&c->out, c->ctx.lang, n);
	buf_add_char(&c->out, '\n');
}

static void key_line(struct cli *c, struct str line)
{
	struct arena mem;

	arena_init(&mem, 1024 * 1024);
	buf_addf(&c->out, "%.*s\n",
		 STR_ARG(collate_key(&mem, c->ctx.lang, line)));
	arena_release(&mem);
}

/* "2024-05-10 2026-11-01": a day and today */
static void relative_line(struct cli *c, struct str line)
{
	struct date d = { 0 }, today = { 0 };

	if (!date_from_iso(str_cut(line, 0, 10), &d) ||
	    !date_from_iso(str_cut(line, 11, 10), &today))
		return;
	relative_words(&c->out, c->ctx.lang, d, today);
	buf_add_char(&c->out, '\n');
}

static int each_line(struct cli *c, void (*line_write)(struct cli *,
						       struct str))
{
	struct str text, line;
	enum err err = os_read_fd(&c->mem, 0, STDIN_MOST, &text);

	if (err)
		return cli_fail(c, err);
	while (str_split(&text, '\n', &line))
		if (line.n)
			line_write(c, line);
	return 0;
}

/* "digits=arab": as an installation with such a setting writes. */
static bool manner_take(struct cli *c)
{
	struct manner m = { 0 };

	for (size_t i = 1; i < c->args_n; i++) {
		struct str value = c->args[i];
		struct str key;

		str_split(&value, '=', &key);
		if (!manner_knows(key) || !manner_read(&m, key, value))
			return false;
	}
	manner_set(m);
	return true;
}

int cmd_test_intl(struct cli *c)
{
	if (!manner_take(c))
		return cli_misused(c);
	if (str_is(c->args[0], "numbers"))
		return each_line(c, number_line);
	if (str_is(c->args[0], "keys"))
		return each_line(c, key_line);
	if (str_is(c->args[0], "relative"))
		return each_line(c, relative_line);
	if (str_is(c->args[0], "dates"))
		dates(c);
	else if (str_is(c->args[0], "plurals"))
		plurals(c);
	else
		return cli_misused(c);
	return 0;
}
