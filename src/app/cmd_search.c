/* cmd_search.c - search, reindex */

#include "app/cmd.h"

#include "app/ask.h"
#include "lang/words.h"
#include "service/svc_search.h"

static struct str words_given(struct cli *c)
{
	struct str words = STR("");

	for (size_t i = 0; i < c->args_n; i++)
		words = arena_printf(&c->mem, "%.*s%s%.*s", STR_ARG(words),
				     i ? " " : "", STR_ARG(c->args[i]));
	return str_trim(words);
}

/* Options that are values of the page's address too. */
static const char *const passed[] = {
	"kind", "organisation", "objective", "cycle", "page",
};

static int as_data(struct cli *c, struct str words)
{
	struct str url = url_with(&c->mem,
		url_page(&c->mem, lang_row(c->ctx.lang)->tag, "search", NULL),
		"q", words);

	for (size_t i = 0; i < COUNT(passed); i++)
		if (cli_flag(c, passed[i]))
			url = url_with(&c->mem, url, passed[i],
				       cli_option(c, passed[i]));
	return ask_print(c, url);
}

static struct str option_of(const void *from, const char *name)
{
	return cli_option(from, name);
}

static void told(struct cli *c, const struct search_answer *a)
{
	if (a->unknown.n)
		cli_say(c, "search_unknown", a->unknown);
	if (a->some_words)
		cli_say(c, "search_some", STR(""));
	if (a->words_left_out)
		cli_say(c, "search_left_out", STR(""));
	if (a->meant.n)
		cli_say(c, "search_meant", a->meant);
	if (a->more)
		cli_say(c, "search_more", STR(""));
}

int cmd_search(struct cli *c)
{
	struct search_answer *a = arena_alloc(&c->mem, sizeof(*a));
	struct table *t = table_new(&c->mem, 3);
	struct str words = words_given(c);
	struct search_wish w;
	enum err err;

	if (!words.n)
		return cli_misused(c);
	if (cli_format(c) != CLI_TABLE)
		return as_data(c, words);
	svc_search_asked(option_of, c, &w);
	w.words = words;
	err = svc_search(&c->ctx, &w, a);
	if (err)
		return cli_fail(c, err);
	for (size_t i = 0; i < a->n; i++) {
		const struct anyref *to = &a->results[i].row.to;

		table_cell(t, to->to.code);
		table_cell(t, str_of(word(c->ctx.lang, to->entity->name)));
		table_cell(t, to->to.shown);
	}
	table_print(t, &c->out);
	cli_flush(c);
	told(c, a);
	return a->n ? 0 : cli_fail(c, ERR_MISSING);
}

int cmd_reindex(struct cli *c)
{
	int64_t rows;
	enum err err = svc_reindex(&c->ctx, &rows);

	if (err)
		return cli_fail(c, err);
	cli_say(c, "reindexed", arena_printf(&c->mem, "%lld",
					     (long long)rows));
	return 0;
}
