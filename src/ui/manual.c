/* manual.c - the chapters of the manual, as they lie in the program */

#include "ui/manual.h"

#include <stdio.h>
#include <string.h>

#include "base/asset.h"

/* The part of s before the first blank line or line end, and what follows. */
static struct str first_of(struct str *s, struct str end)
{
	size_t at = str_find(*s, end);
	struct str first = str_trim(str_cut(*s, 0, at));

	*s = str_cut(*s, at, s->n);
	return first;
}

bool manual_chapter_at(enum lang l, size_t i, struct chapter *out)
{
	char folder[24];
	const struct asset *a;
	struct str name, text;
	size_t at;

	snprintf(folder, sizeof(folder), "manual/%s/", lang_row(l)->tag);
	at = asset_first(folder) + i;
	a = at < asset_n() ? asset_at(at) : NULL;
	if (!a || strncmp(a->name, folder, strlen(folder)) != 0)
		return false;
	name = str_of(a->name + strlen(folder));
	name = str_cut(name, str_find_char(name, '-') + 1, name.n);
	out->name = str_cut(name, 0, str_find(name, STR(".md")));
	text = a->bytes;
	out->title = first_of(&text, STR("\n"));
	out->title = str_trim(str_cut(out->title, 1, out->title.n));
	out->text = text = str_trim(text);
	out->about = first_of(&text, STR("\n\n"));
	return true;
}

/* By the last part of the address, and by the first for whole branches. */
static const struct {
	const char *part;
	struct help help;
} helps[] = {
	{ "new", { "add", "about.new", { 0 } } },
	{ "edit", { "add", "about.edit", { 0 } } },
	{ "link", { "link", "about.link", { 0 } } },
	{ "withdraw", { "change", "ui.withdraw.help", { 0 } } },
	{ "history", { "change", "about.history", { 0 } } },
	{ "chain", { "chain", "about.chain", { 0 } } },
	{ "release", { "release", "release.page.intro", { 0 } } },
	{ "search", { "find", "ui.find.how", { 0 } } },
	{ "records", { "find", "about.records", { 0 } } },
	{ "bodies", { "find", "body.intro", { 0 } } },
	{ "gaps", { "gaps", "gaps.intro", { 0 } } },
	{ "report-back", { "gaps", "about.report_back", { 0 } } },
	{ "translation", { "translate", "translation.about", { 0 } } },
	{ "manual", { NULL, "manual.about", { 0 } } },
};

static const struct help *help_of(struct str part)
{
	for (size_t i = 0; i < COUNT(helps); i++)
		if (str_is(part, helps[i].part))
			return &helps[i].help;
	return NULL;
}

struct help manual_help(struct str path)
{
	struct str part = STR(""), branch = STR("");
	const struct help *found = NULL;
	size_t n = 0;

	/* "", "ar", "pledges", "IQ22-4" */
	for (; str_split(&path, '/', &part); n++)
		if (n == 2)
			branch = part;
	if (n > 3)
		found = help_of(part);
	if (!found && !(n == 4 && str_is(branch, "bodies")))
		found = help_of(branch);
	if (found)
		return *found;
	if (n == 4)
		return (struct help){ "chain", "about.record", STR("") };
	if (n == 3 && branch.n)
		return (struct help){ str_is(branch, "terms") ? "translate" :
				      "find", NULL, branch };
	return (struct help){ NULL, "about.home", STR("") };
}
