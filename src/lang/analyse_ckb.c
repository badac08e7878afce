/* analyse_ckb.c - stems of Sorani words */

#include "lang/analyse_rules.h"
#include "lang/forms.h"

/*
 * Endings by what stands last in a word: enclitics and postpositions, then
 * the article with its number, then the linking vowel. `least` is how many
 * letters must remain: a short word that only looks as if it had an ending
 * (ژیان, زمان) stays whole.
 */
static const struct ending {
	uint16_t text[7];
	size_t least;
	bool open;		/* stands behind a vowel only */
} endings[] = {
	{ u"هكانيان", 3, false }, { u"هكانمان", 3, false },
	{ u"هكانتان", 3, false },
	{ u"هكهيان", 3, false }, { u"هكهمان", 3, false },
	{ u"هكان", 3, false }, { u"هكه", 3, false },
	{ u"هكاني", 3, false }, { u"هكهي", 3, false },
	{ u"كان", 3, true }, { u"كه", 3, true },
	{ u"هوه", 3, false }, { u"انه", 3, false },
	{ u"يان", 4, false }, { u"مان", 4, false }, { u"تان", 4, false },
	{ u"دا", 4, false }, { u"يش", 4, false },
	{ u"يك", 3, false }, { u"ان", 3, false },
	{ u"ي", 3, false }, { u"ه", 3, false },
};

static bool is_open(uint16_t c)
{
	return c == u'ا' || c == u'ي' || c == u'و' || c == u'ه';
}

static bool cut_one(struct letters *w)
{
	for (size_t i = 0; i < COUNT(endings); i++) {
		size_t n = letters_end(w, endings[i].text);

		if (n == 0 || w->n - n < endings[i].least)
			continue;
		if (endings[i].open && !is_open(w->p[w->n - n - 1]))
			continue;
		w->n -= n;
		return true;
	}
	return false;
}

void sorani_stems(struct readings *out, const struct letters *w)
{
	struct letters stem = *w, head;
	bool other = false;

	for (;;) {
		enum forms_found found = forms_find(&stem, &head);

		if (found == FORMS_WHOLE)
			break;
		if (found == FORMS_OTHER && !other) {
			stem = head;
			other = true;
			continue;
		}
		if (!cut_one(&stem))
			break;
	}
	readings_add(out, &stem);
}

/* ە ێ ۆ ڕ ڵ ڤ پ چ ژ گ ھ: Arabic writes none of them. */
static bool is_sorani(uint16_t c)
{
	switch (c) {
	case 0x06D5: case 0x06CE: case 0x06C6: case 0x0695: case 0x06B5:
	case 0x06A4: case 0x067E: case 0x0686: case 0x0698: case 0x06AF:
	case 0x06BE:
		return true;
	default:
		return false;
	}
}

bool sorani_seen(const struct letters *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (is_sorani(w->raw[i]))
			return true;
	return false;
}

bool sorani_possible(const struct letters *w)
{
	/* ک and ی come from a Kurdish keyboard, or from a Persian one. */
	for (size_t i = 0; i < w->n; i++)
		if (w->raw[i] == 0x06A9 || w->raw[i] == 0x06CC)
			return true;
	return letters_end(w, u"هكان") || letters_end(w, u"هكاني") ||
	       letters_end(w, u"هكه") || letters_end(w, u"هكانيان");
}
