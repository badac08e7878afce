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
	const char *chapter;
} helps[] = {
	{ "new", "add" }, { "edit", "add" }, { "link", "link" },
	{ "unlink", "link" }, { "withdraw", "change" },
	{ "undo", "change" }, { "history", "change" },
	{ "chain", "chain" }, { "release", "release" },
	{ "search", "find" }, { "records", "find" }, { "gaps", "gaps" },
	{ "report-back", "gaps" }, { "translation", "translate" },
	{ "terms", "translate" },
};

static const char *chapter_of(struct str part)
{
	for (size_t i = 0; i < COUNT(helps); i++)
		if (str_is(part, helps[i].part))
			return helps[i].chapter;
	return NULL;
}

const char *manual_chapter_of(struct str path)
{
	struct str part = STR(""), branch = STR("");
	const char *found;
	size_t n = 0;

	for (; str_split(&path, '/', &part); n++)
		if (n == 2)
			branch = part;
	/* "", "ar", "pledges", "IQ22-4" */
	found = n > 3 ? chapter_of(part) : NULL;
	if (!found)
		found = chapter_of(branch);
	if (found)
		return found;
	return n == 3 && branch.n ? "find" : n == 4 ? "chain" : NULL;
}
