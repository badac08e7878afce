/* analyse_root.c - the root that an Arabic stem shows */

#include "lang/analyse_rules.h"

/*
 * Patterns of nouns, adjectives and verbs; '-' is a letter of the root. Of
 * patterns equally long the first that fits is taken, so those with more
 * letters of their own stand first. Letters with hamza are folded.
 */
static const uint16_t patterns[][8] = {
	u"است--ا-",
	u"مست---", u"يست---", u"است---", u"ا-ت-ا-", u"ان--ا-", u"مت-ا--",
	u"م-ا-ي-", u"ت-ا-ي-",
	u"م--و-", u"ت--ي-", u"ا--ا-", u"م-ا--", u"ت-ا--", u"-وا--",
	u"-ا-و-", u"م-ت--", u"من---", u"مت---", u"م--ا-",
	u"ا-ت--", u"ان---", u"يت---", u"ي-ت--", u"ت-ت--", u"ن-ت--", u"--اي-",
	u"---ان", u"---اء",
	u"-ا--", u"م---", u"ا---", u"ت---", u"ي---", u"--ي-", u"--و-",
	u"--ا-", u"ن---",
};

static uint16_t strong(uint16_t c, size_t at)
{
	switch (c) {
	case u'ي':
		return u'و';
	case u'ا':
	case u'ء':
		return at == 0 ? u'ا' : u'و';
	default:
		return c;
	}
}

static bool fits(const uint16_t *pattern, const struct letters *stem,
		 struct letters *root)
{
	size_t n = 0;

	if (pattern[stem->n] != 0 || pattern[stem->n - 1] == 0)
		return false;
	for (size_t i = 0; i < stem->n; i++) {
		if (pattern[i] == u'-') {
			/* 3 letters and a NUL in every pattern */
			root->p[n] = strong(stem->p[i], n);
			root->raw[n] = root->p[n];
			n++;
		} else if (pattern[i] != stem->p[i]) {
			return false;
		}
	}
	root->n = n;
	return n == 3;
}

bool arabic_root(struct letters *root, const struct letters *stem)
{
	struct letters w = *stem;

	/* حكومي, نازحه */
	if (w.n >= 4 && letters_last(&w) == u'ه')
		w.n--;
	if (w.n >= 5 && letters_last(&w) == u'ي')
		w.n--;
	if (w.n < 3 || w.n > 7)
		return false;
	if (w.n == 3)
		return fits(u"---", &w, root);
	for (size_t i = 0; i < COUNT(patterns); i++)
		if (fits(patterns[i], &w, root))
			return true;
	return false;
}
