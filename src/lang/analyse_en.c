/* analyse_en.c - stems of English words (the door to libstemmer) */

#include "lang/analyse_rules.h"

#include <libstemmer.h>

#include "base/log.h"

struct english *english_open(void)
{
	struct sb_stemmer *s = sb_stemmer_new("english", NULL);

	if (!s)
		BUG("libstemmer has no English or no memory");
	return (struct english *)s;
}

void english_close(struct english *e)
{
	sb_stemmer_delete((struct sb_stemmer *)e);
}

/* One spelling for -ise and -ize words, where Snowball would part them. */
static struct str one_spelling(struct str word, char *room)
{
	static const char *const ends[] = {
		"isation", "isations", "ise", "ised", "ises", "ising",
	};

	for (size_t i = 0; i < COUNT(ends); i++) {
		struct str end = str_of(ends[i]);
		size_t at = word.n - end.n + 1;

		if (word.n < end.n + 4 || !str_ends(word, end))
			continue;
		for (size_t j = 0; j < word.n; j++)
			room[j] = word.p[j];
		room[at] = 'z';
		return (struct str){ room, word.n };
	}
	return word;
}

struct str english_stem(struct english *e, struct str word)
{
	struct sb_stemmer *s = (struct sb_stemmer *)e;
	char room[128];
	struct str one = word.n < sizeof(room) ? one_spelling(word, room) : word;
	const sb_symbol *stem = sb_stemmer_stem(s, (const sb_symbol *)one.p,
						(int)one.n);

	if (!stem)
		return word;
	return (struct str){ (const char *)stem,
			     (size_t)sb_stemmer_length(s) };
}
