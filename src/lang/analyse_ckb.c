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
	uint16_t text[8];
	size_t least;
	bool open;		/* stands behind a vowel only */
	bool unsure;		/* may as well be the word's own */
} endings[] = {
	{ .text = u"هكانيان", .least = 3 }, { .text = u"هكانمان", .least = 3 },
	{ .text = u"هكانتان", .least = 3 }, { .text = u"هوهيهكي", .least = 3 },
	{ .text = u"هوهكان", .least = 3 }, { .text = u"هوهيهك", .least = 3 },
	{ .text = u"هوهكه", .least = 3 }, { .text = u"هكانه", .least = 3 },
	{ .text = u"هكاني", .least = 3 }, { .text = u"هكهيان", .least = 3 },
	{ .text = u"هكهي", .least = 3 }, { .text = u"هكان", .least = 3 },
	{ .text = u"هكه", .least = 3 },
	{ .text = u"يهكي", .least = 3, .open = true },
	{ .text = u"يهك", .least = 3, .open = true },
	/* ڕێگاکان, but سەرۆکان */
	{ .text = u"كان", .least = 3, .open = true, .unsure = true },
	{ .text = u"كه", .least = 3, .open = true, .unsure = true },
	{ .text = u"هوه", .least = 3 }, { .text = u"انه", .least = 3 },
	{ .text = u"ترين", .least = 3, .unsure = true },
	{ .text = u"تر", .least = 3, .unsure = true },
	{ .text = u"يان", .least = 3, .unsure = true },
	{ .text = u"مان", .least = 3, .unsure = true },
	{ .text = u"تان", .least = 3, .unsure = true },
	{ .text = u"ان", .least = 3 },
	{ .text = u"دا", .least = 4 },
	{ .text = u"دا", .least = 3, .unsure = true },
	{ .text = u"يش", .least = 4, .unsure = true },
	{ .text = u"تن", .least = 5, .unsure = true },
	/* گەڕانەوە before an article */
	{ .text = u"هو", .least = 3, .unsure = true },
	{ .text = u"يك", .least = 3 },
	{ .text = u"ي", .least = 3 }, { .text = u"ه", .least = 3 },
};

static bool is_open(uint16_t c)
{
	return c == u'ا' || c == u'ي' || c == u'و' || c == u'ه';
}

/* Cuts the first ending that is sure; what others would leave is added to
 * later, from which it is read on. */
static bool cut_one(struct letters *w, struct readings *later)
{
	for (size_t i = 0; i < COUNT(endings); i++) {
		size_t n = letters_end(w, endings[i].text);
		struct letters rest;

		if (n == 0 || w->n - n < endings[i].least)
			continue;
		if (endings[i].open && !is_open(w->p[w->n - n - 1]))
			continue;
		letters_copy(&rest, w);
		rest.n -= n;
		/* حکوومەتن: of تن only ن is the verb. */
		if (endings[i].text[0] == u'ت' && endings[i].text[1] == u'ن')
			rest.n++;
		if (!endings[i].unsure) {
			*w = rest;
			return true;
		}
		readings_add(later, &rest);
	}
	return false;
}

static struct letters reduce(struct letters stem, struct readings *later)
{
	struct letters head;
	bool other = false;

	for (;;) {
		enum forms_found found = forms_find(&stem, &head);

		if (found == FORMS_WHOLE)
			return stem;
		if (found == FORMS_OTHER && !other) {
			stem = head;
			other = true;
			continue;
		}
		if (!cut_one(&stem, later))
			return stem;
	}
}

/* حکوومەت and حکومەت: the long vowel is written in both ways. */
static struct letters one_waw(const struct letters *w)
{
	struct letters one;

	one.n = 0;
	for (size_t i = 0; i < w->n; i++) {
		if (i && w->p[i] == u'و' && w->p[i - 1] == u'و')
			continue;
		one.p[one.n] = w->p[i];
		one.raw[one.n++] = w->raw[i];
	}
	return one;
}

void sorani_stems(struct readings *out, const struct letters *w)
{
	struct letters one = one_waw(w);
	struct readings later;

	readings_init(&later);
	readings_add(&later, &one);
	for (size_t i = 0; i < later.n; i++) {
		struct letters stem = reduce(later.of[i], &later);

		readings_add(out, &stem);
	}
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
	/* No Arabic word begins with ئ. */
	if (w->n > 2 && w->raw[0] == 0x0626)
		return true;
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
	/* سنوور: the long vowel */
	for (size_t i = 1; i < w->n; i++)
		if (w->raw[i] == u'و' && w->raw[i - 1] == u'و')
			return true;
	return letters_end(w, u"هكان") || letters_end(w, u"هكاني") ||
	       letters_end(w, u"هكه") || letters_end(w, u"هكانيان") ||
	       (w->n > 4 && letters_end(w, u"دا"));
}
