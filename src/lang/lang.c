/* lang.c - the languages the program speaks */

#include "lang/lang.h"

#include <assert.h>

#include "base/log.h"

static const struct lang_row rows[] = {
	{ LANG_AR,  "ar",  "rtl", "العربية", true,  false },
	{ LANG_CKB, "ckb", "rtl", "کوردی",   true,  true },
	{ LANG_EN,  "en",  "ltr", "English", false, false },
};
static_assert(COUNT(rows) == LANG_N, "a language has no row");

const struct lang_row *lang_row(enum lang l)
{
	if ((unsigned)l >= LANG_N || rows[l].lang != l)
		BUG("a language without its row");
	return &rows[l];
}

bool lang_find(struct str tag, enum lang *out)
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		if (str_is(tag, rows[i].tag)) {
			*out = rows[i].lang;
			return true;
		}
	}
	return false;
}

/* RFC 4647, 3.4: "ar-IQ" is served by "ar". */
static bool range_find(struct str range, enum lang *out)
{
	struct str first = str_cut(range, 0, str_find_char(range, '-'));

	for (size_t i = 0; i < COUNT(rows); i++) {
		if (str_eq_nocase(first, str_of(rows[i].tag))) {
			*out = rows[i].lang;
			return true;
		}
	}
	/* Browsers say "ku" for Sorani; written in Latin it is Kurmanji. */
	if (str_eq_nocase(range, STR("ku")) ||
	    str_eq_nocase(range, STR("ku-IQ")) ||
	    str_eq_nocase(range, STR("ku-Arab")) ||
	    str_eq_nocase(range, STR("ku-Arab-IQ"))) {
		*out = LANG_CKB;
		return true;
	}
	if (str_eq_nocase(range, STR("*"))) {
		*out = LANG_AR;
		return true;
	}
	return false;
}

/* "0.8" as 800; RFC 9110, 12.4.2. -1 when it is no weight. */
static int weight_read(struct str s)
{
	int weight;
	int place = 100;

	if (s.n == 0 || s.n > 5 || (s.p[0] != '0' && s.p[0] != '1') ||
	    (s.n > 1 && s.p[1] != '.'))
		return -1;
	weight = s.p[0] == '1' ? 1000 : 0;
	for (size_t i = 2; i < s.n; i++, place /= 10) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return -1;
		weight += (s.p[i] - '0') * place;
	}
	return weight <= 1000 ? weight : -1;
}

static int weight_of(struct str *params)
{
	struct str param;

	while (str_split(params, ';', &param)) {
		param = str_trim(param);
		if (param.n >= 2 && str_eq_nocase(str_cut(param, 0, 2),
						  STR("q=")))
			return weight_read(str_cut(param, 2, param.n));
	}
	return 1000;
}

enum lang lang_accepted(struct str header)
{
	enum lang best = LANG_AR;
	int best_weight = 0;
	struct str part;

	while (str_split(&header, ',', &part)) {
		struct str range;
		enum lang l;
		int weight;

		str_split(&part, ';', &range);
		if (!range_find(str_trim(range), &l))
			continue;
		weight = weight_of(&part);
		if (weight > best_weight) {
			best = l;
			best_weight = weight;
		}
	}
	return best;
}
