/* phrase.c - names joined into sentences, as each language does it */

#include "report/phrase.h"

#include "base/buf.h"
#include "lang/isolate.h"

static struct str kept(struct arena *mem, struct buf *b)
{
	struct str s = arena_str(mem, buf_str(b));

	buf_release(b);
	return s;
}

/* Names of another script keep their direction in the sentence. */
struct str phrase(struct arena *mem, enum lang l, const char *key,
		  const struct hole *holes, size_t n)
{
	struct hole *own = arena_array(mem, n, sizeof(*own));
	struct buf b;

	for (size_t i = 0; i < n; i++) {
		own[i] = holes[i];
		own[i].text = isolate_foreign(mem, l, holes[i].text);
	}
	buf_init(&b);
	text_word(&b, l, key, own, n);
	return kept(mem, &b);
}

struct str phrase_n(struct arena *mem, enum lang l, const char *key,
		    int64_t count, const struct hole *holes, size_t n)
{
	struct buf b;

	buf_init(&b);
	text_word_n(&b, l, key, count, holes, n);
	return kept(mem, &b);
}

/* True when the name ends in one of the endings that key lists. */
static bool ends_in(enum lang l, const char *key, struct str name)
{
	struct str rest = str_of(word(l, key)), end;

	while (str_split(&rest, '|', &end))
		if (end.n && str_ends(name, end))
			return true;
	return false;
}

enum agreement phrase_agreement(enum lang l, struct str name)
{
	struct str first = str_cut(name, 0, str_find_char(name, ' '));

	return ends_in(l, "release.woman_endings", first) ? AGREE_WOMAN
							  : AGREE_MAN;
}

const char *phrase_key(struct arena *mem, const char *key, enum agreement a)
{
	static const char *const ends[] = { "none", "man", "woman" };

	return arena_printf(mem, "%s.%s", key, ends[a]).p;
}

/* "MAN=WOMAN|MAN=WOMAN": the first that the title begins with, as whole
 * words; what is longer stands before what it begins with. */
struct str phrase_of_woman(struct arena *mem, enum lang l, struct str title)
{
	struct str rest = str_of(word(l, "release.of_women")), pair;

	while (str_split(&rest, '|', &pair)) {
		size_t eq = str_find_char(pair, '=');
		struct str man = str_cut(pair, 0, eq);
		struct str woman = str_cut(pair, eq + 1, pair.n);

		if (eq == pair.n || !str_starts(title, man) ||
		    (title.n > man.n && title.p[man.n] != ' '))
			continue;
		return arena_printf(mem, "%.*s%.*s", STR_ARG(woman),
				    STR_ARG(str_cut(title, man.n, title.n)));
	}
	return title;
}

/* An item that holds the joining word itself ("Labour and Social Affairs")
 * needs the comma before the last one. */
static bool has_joint(enum lang l, const struct str *item, size_t n)
{
	struct str joint = str_of(word(l, "list.joint"));

	for (size_t i = 0; i < n; i++)
		if (str_find(item[i], joint) < item[i].n)
			return true;
	return false;
}

static struct str join(struct arena *mem, enum lang l, const char *key,
		       struct str a, struct str b)
{
	const struct hole holes[] = {
		{ .name = "a", .text = a }, { .name = "b", .text = b },
	};

	return phrase(mem, l, key, holes, COUNT(holes));
}

struct str phrase_list(struct arena *mem, enum lang l, const struct str *item,
		       size_t n)
{
	bool joint = has_joint(l, item, n);
	const char *end = joint ? "list.end_clear" : "list.end";
	struct str all;

	if (!n)
		return STR("");
	all = item[0];
	for (size_t i = 1; i < n; i++)
		all = join(mem, l, i + 1 < n ? "list.middle"
				 : n == 2 && !joint ? "list.two" : end,
			   all, item[i]);
	return all;
}

struct str phrase_party(struct arena *mem, enum lang l,
			const struct named_party *p)
{
	const struct hole name = { .name = "name", .text = p->name };
	/* Some States have a plural for a name, and with it an article. */
	bool bare = p->bare && !ends_in(l, "release.article_endings",
					p->name);
	struct str s = phrase(mem, l, bare ? "release.name_bare"
					   : "release.name", &name, 1);

	if (str_empty(p->inside))
		return s;
	return join(mem, l, "list.inside", s, p->inside);
}

/* The name without what all ministries begin with; empty when it does not
 * begin so. */
static struct str ministry_field(enum lang l, struct str name)
{
	struct str pattern = str_of(word(l, "release.ministry"));
	struct str begin = str_cut(pattern, 0, str_find_char(pattern, '{'));

	if (!str_starts(name, begin))
		return STR("");
	return str_cut(name, begin.n, name.n);
}

struct str phrase_parties(struct arena *mem, enum lang l,
			  const struct named_party *p, size_t n)
{
	struct str *item = arena_array(mem, n + 1, sizeof(*item));
	struct str *field = arena_array(mem, n + 1, sizeof(*field));
	size_t items_n = 0, fields_n = 0, at = 0;
	struct hole list = { .name = "list" };

	for (size_t i = 0; i < n; i++) {
		struct str f = p[i].ministry && str_empty(p[i].inside)
			? ministry_field(l, p[i].name) : STR("");

		if (!f.n) {
			item[items_n++] = phrase_party(mem, l, &p[i]);
			continue;
		}
		/* The ministries stand where the first of them stood. */
		if (!fields_n)
			at = items_n++;
		field[fields_n++] = f;
	}
	if (fields_n) {
		list.text = phrase_list(mem, l, field, fields_n);
		item[at] = phrase_n(mem, l, "release.ministries",
				    (int64_t)fields_n, &list, 1);
	}
	return phrase_list(mem, l, item, items_n);
}
