/* analyse_ar.c - stems of Arabic words */

#include "lang/analyse_rules.h"
#include "lang/forms.h"

#include <string.h>

/* As written, before the fold made another letter of it. */
enum { TA_MARBUTA = 0x0629, ALEF_MAQSURA = 0x0649, HAMZA_ON_YA = 0x0626,
	HAMZA_ON_WAW = 0x0624, TANWIN = 0x064B,
	HAMZA_BELOW = 0x0625 };

static bool is_one_of(uint16_t c, const uint16_t *set)
{
	for (; *set; set++)
		if (*set == c)
			return true;
	return false;
}

static struct letters without_last(const struct letters *w, size_t n)
{
	struct letters shorter;

	letters_copy(&shorter, w);
	shorter.n -= n;
	return shorter;
}

static void set_last(struct letters *w, uint16_t c)
{
	w->p[w->n - 1] = c;
	w->raw[w->n - 1] = c;
}

static void add_shorter(struct readings *r, const struct letters *w, size_t n)
{
	struct letters shorter = without_last(w, n);

	readings_add(r, &shorter);
}

static void add_ending_in(struct readings *r, const struct letters *w,
			  uint16_t last)
{
	struct letters other;

	letters_copy(&other, w);
	set_last(&other, last);
	readings_add(r, &other);
}

static bool is_in_table(const struct letters *w)
{
	struct letters head;

	return forms_find(w, &head) != FORMS_NONE;
}

/*
 * What an ending made of the letter before it: ة opens to ت (سياستها), ى to ا
 * (منتداها), ء sits on another letter (بنائها). Whether a last ت is the word's
 * own (وقتها) nobody can see, so both readings stay.
 */
static void settle(struct letters *w, struct readings *work)
{
	uint16_t raw = w->raw[w->n - 1], last = letters_last(w);
	bool after_alef = w->n >= 3 && w->p[w->n - 2] == u'ا';

	if (after_alef && (raw == HAMZA_ON_YA || raw == HAMZA_ON_WAW)) {
		set_last(w, u'ء');
		return;
	}
	if (w->n >= 5 && last == u'ي')
		add_shorter(work, w, 1);
	if (w->n >= 3 && last == u'ا')
		add_ending_in(work, w, u'ي');
	if (last != u'ت' || w->n < 3)
		return;
	/* ات or اة */
	if (after_alef) {
		add_ending_in(work, w, u'ه');
		return;
	}
	readings_add(work, w);
	set_last(w, u'ه');
	w->raw[w->n - 1] = TA_MARBUTA;
}

static bool cut_possessive(struct letters *w, struct readings *work)
{
	static const uint16_t endings[][5] = {
		u"هما", u"كما", u"ها", u"هم", u"هن", u"كم", u"نا",
	};

	for (size_t i = 0; i < COUNT(endings); i++) {
		size_t n = letters_end(w, endings[i]);
		struct letters rest;

		if (n == 0 || w->n - n < 2)
			continue;
		rest = without_last(w, n);
		if (rest.n == 2 && !is_in_table(&rest))
			continue;
		/* تفاهم, مساهم: a letter of the word, or else قراهم. */
		if (i >= 3 && letters_last(&rest) == u'ا') {
			readings_add(work, &rest);
			settle(&rest, work);
			continue;
		}
		if (endings[i][0] == u'ن')
			add_shorter(work, w, 1);
		letters_copy(w, &rest);
		settle(w, work);
		return true;
	}
	return false;
}

/* The two letters left of a word like لغات are too few to be a key. */
static void add_ha(struct letters *w)
{
	w->n++;
	set_last(w, u'ه');
}

static bool cut_at(struct letters *w, struct readings *work)
{
	size_t n = letters_end(w, u"ات");

	if (n == 0 || w->n - n < 2)
		return false;
	if (w->n - n == 2)
		readings_add(work, w);
	w->n -= n;
	if (w->n == 2)
		add_ha(w);
	return true;
}

static bool cut_dual_of_ta(struct letters *w, struct readings *work)
{
	size_t n = letters_end(w, u"تان") + letters_end(w, u"تين");

	if (n == 0 || w->n - n < 2)
		return false;
	w->n -= 2;
	/* ثابتان, or جهتان */
	readings_add(work, w);
	set_last(w, u'ه');
	w->raw[w->n - 1] = TA_MARBUTA;
	return true;
}

/*
 * ون ين ان. With only three letters before them they are as often the word's
 * own (قانون, بحرين, ميدان), unless ي stands there (فنيون).
 */
static bool cut_plural(struct letters *w, struct readings *work)
{
	bool on = letters_end(w, u"ون");
	bool in = letters_end(w, u"ين");
	bool an = letters_end(w, u"ان");
	uint16_t before = w->n < 5 ? 0 : w->p[w->n - 3];

	if (w->n == 4 && (in || an)) {
		struct letters rest = without_last(w, 2);

		if (is_in_table(&rest))
			readings_add(work, &rest);
	}
	if (!(on || in || an) || w->n < 5)
		return false;
	/* تمكين, تعيين: not a plural. */
	if (in && w->n == 5 && w->p[0] == u'ت' && w->p[1] != u'ا')
		return false;
	/* تعاون */
	if (on && before == u'ا')
		return false;
	w->n -= 2;
	if (w->n >= 4 || (!an && before == u'ي'))
		return true;
	if (in || an)
		readings_add(work, w);
	w->n += 2;
	return false;
}

static bool cut_feminine(struct letters *w, struct readings *work)
{
	bool sure = w->raw[w->n - 1] == TA_MARBUTA;
	struct letters rest;

	if (w->n < 3 || letters_last(w) != u'ه')
		return false;
	if (w->n == 3) {
		/* حقه; but جهة stays as it is */
		rest = without_last(w, 1);
		if (!sure && is_in_table(&rest) && !is_in_table(w))
			readings_add(work, &rest);
		return false;
	}
	w->n--;
	if (!sure)
		settle(w, work);
	return true;
}

/*
 * قانونا, التزموا. Read as well, since the letters may be the word's own: the
 * construct plurals ممثلو and ممثلي, the construct duals محافظتا, محافظتي.
 */
static bool cut_vowel(struct letters *w, struct readings *work)
{
	uint16_t raw = w->raw[w->n - 1], last = letters_last(w);
	bool own = raw == ALEF_MAQSURA || raw == HAMZA_ON_YA;

	if (w->n < 4 || (last != u'ا' && last != u'و' && last != u'ي') || own)
		return false;
	if (w->n >= 5 && w->p[w->n - 2] == u'ت' && last != u'و')
		add_shorter(work, w, 2);
	if (last == u'ا' && (w->n >= 5 || raw == TANWIN)) {
		if (w->p[w->n - 2] == u'و') {
			add_shorter(work, w, 1);
			w->n--;
		}
		w->n--;
		return true;
	}
	if ((last == u'ا' || w->n >= 5) && w->p[w->n - 2] != u'ا')
		add_shorter(work, w, 1);
	return false;
}

/* True when the table has the stem, or what it was before ة was cut. */
static bool is_known(const struct letters *stem)
{
	struct letters with_ha;

	if (is_in_table(stem))
		return true;
	if (stem->n == LETTERS_MAX)
		return false;
	letters_copy(&with_ha, stem);
	with_ha.n++;
	set_last(&with_ha, u'ه');
	return is_in_table(&with_ha);
}

/*
 * Broken plurals by their measure and the singulars these can have; '-' is
 * a letter of the root. Of several singulars one is a word, the others meet
 * nothing. What has none of these measures stands in the table of forms.
 */
static const struct measure {
	uint16_t plural[7];
	uint16_t singular[3][6];
} measures[] = {
	{ u"-وا-ي-", { u"-ا-و-", u"-ا-ي-", u"-و-و-" } },
	{ u"--ا-ي-", { u"---و-", u"---ا-", u"---ي-" } },
	{ u"-وا--", { u"-ا--" } },
	{ u"--اي-", { u"--ي-", u"--ا-" } },
	{ u"--ا--", { u"----" } },
	{ u"ا--ا-", { u"---" } },
	{ u"ا---ه", { u"--ا-", u"--ي-" } },
	{ u"---اء", { u"--ي-", u"-ا--" } },
	{ u"ا---اء", { u"--ي-" } },
};

static bool fits(const uint16_t *plural, const struct letters *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (plural[i] == 0 || (plural[i] == u'-'
		    ? w->p[i] == u'ا' : plural[i] != w->p[i]))
			return false;
	if (plural[w->n] != 0)
		return false;
	/* إعداد, اتحاد: a verbal noun. */
	if (plural[0] == u'ا' && (w->raw[0] == HAMZA_BELOW || w->p[1] == u'ت'))
		return false;
	/* أخيرة, أصلية */
	if (plural[w->n - 1] == u'ه' &&
	    (w->p[2] == u'ي' || w->p[3] == u'ي'))
		return false;
	/* عراقي, قيادة, صياغت(ها): an ending. */
	return plural[w->n - 1] != u'-' ||
	       !is_one_of(letters_last(w), plural[0] == u'ا' ? u"يه" : u"يهت");
}

static struct letters singular_of(const struct letters *w,
				  const uint16_t *plural,
				  const uint16_t *singular)
{
	struct letters one;
	size_t at = 0;

	one.n = 0;
	for (size_t i = 0; singular[i]; i++) {
		uint16_t c = singular[i];

		if (c == u'-') {
			while (plural[at] != u'-')
				at++;
			c = w->p[at++];
		}
		one.n++;
		set_last(&one, c);
	}
	return one;
}

/* Adds what w can be the broken plural of. */
static void add_singulars(struct readings *out, const struct letters *w)
{
	for (size_t i = 0; i < COUNT(measures) && w->n <= 6; i++) {
		const struct measure *m = &measures[i];

		if (!fits(m->plural, w))
			continue;
		for (size_t j = 0; j < COUNT(m->singular); j++) {
			struct letters one = singular_of(w, m->plural,
							 m->singular[j]);

			if (one.n)
				readings_add(out, &one);
		}
		return;
	}
}

/* ينشر, ندعم, نشرت: without the person of the verb. Of four letters only
 * where three strong ones follow (نظام is no verb). */
static void add_verb(struct readings *work, const struct letters *w)
{
	bool strong = w->n == 4 && w->p[1] != u'ا' &&
		      !is_one_of(w->p[2], u"اوي") &&
		      !is_one_of(w->p[3], u"ايه");

	if ((strong && is_one_of(w->p[0], u"يتن")) ||
	    (w->n > 4 && w->p[0] == u'ي')) {
		struct letters rest = letters_behind(w, 1);

		readings_add(work, &rest);
	}
	if (w->n >= 4 && letters_last(w) == u'ت')
		add_shorter(work, w, 1);
}

/*
 * Cuts endings until none is left, so that a word and its plural meet even
 * where the word itself only looks like a plural. True when the table has
 * the word.
 */
static bool reduce(struct letters *w, struct readings *work)
{
	struct letters head;
	bool known = false;

	for (;;) {
		enum forms_found found = forms_find(w, &head);

		if (found == FORMS_WHOLE)
			return true;
		if (found == FORMS_OTHER && !known) {
			*w = head;
			known = true;
			/* A ه there is ة but in words like وجه. */
			if (w->n > 3 && letters_last(w) == u'ه')
				w->raw[w->n - 1] = TA_MARBUTA;
			continue;
		}
		if (!known)
			add_singulars(work, w);
		if (!cut_possessive(w, work) && !cut_at(w, work) &&
		    !cut_dual_of_ta(w, work) && !cut_plural(w, work) &&
		    !cut_feminine(w, work) && !cut_vowel(w, work))
			break;
	}
	if (!known && !is_known(w)) {
		add_verb(work, w);
		return false;
	}
	return true;
}

static bool is_hamza_on_alef(uint16_t raw)
{
	return raw == 0x0622 || raw == 0x0623 || raw == HAMZA_BELOW;
}

/* The letters of an article before the word at `at`, 0 when there is none. */
static size_t article(const struct letters *w, size_t at)
{
	static const uint16_t articles[][4] = { u"بال", u"كال", u"ال", u"لل" };

	for (size_t i = 0; i < COUNT(articles); i++) {
		size_t n = i < 2 ? 3 : 2, alef = at + n - 2;

		/* إلزام and بآلية are written with another letter. */
		if (w->n - at >= n + 2 && !is_hamza_on_alef(w->raw[alef]) &&
		    memcmp(w->p + at, articles[i], n * sizeof(*w->p)) == 0)
			return n;
	}
	return 0;
}

static void add_behind(struct readings *r, const struct letters *w, size_t n)
{
	struct letters rest = letters_behind(w, n);

	readings_add(r, &rest);
}

/* Only when the table has it: آليات, written as people do without hamza. */
static void add_known(struct readings *r, const struct letters *w, size_t n)
{
	struct letters rest = letters_behind(w, n);

	if (is_in_table(&rest))
		readings_add(r, &rest);
}

/*
 * The readings of a word with an article: what stands behind it, and the
 * word itself where its own first letters may be those (التزام, للجنة, والد).
 */
static bool defined(struct readings *r, const struct letters *w)
{
	size_t at = 0, n = article(w, 0);

	if (n == 0 && is_one_of(w->p[0], u"وف") && w->n > 3) {
		at = 1;
		n = article(w, 1);
	}
	if (n == 0 || is_in_table(w))
		return false;
	if (at)
		add_known(r, w, at);
	add_behind(r, w, at + n);
	if (w->p[at] == u'ل' && !is_hamza_on_alef(w->raw[at + 2]))
		add_behind(r, w, at + 1);
	if (w->n - at - n >= 4 && w->p[at + n] == u'ت' &&
	    w->p[at + n + 2] == u'ا')
		add_behind(r, w, at + n - 2);
	if (w->n - at - n <= 2 + at || w->p[at] == u'ك')
		readings_add(r, w);
	return true;
}

/* Without the particle of n letters, if a word remains. */
static void add_without(struct readings *r, const struct letters *w, size_t n)
{
	struct letters rest;

	if (w->n < n + 2)
		return;
	rest = letters_behind(w, n);
	if (rest.n > 2 || is_in_table(&rest))
		readings_add(r, &rest);
}

/* The word with and without the particles that may be written as one with
 * it. */
static void joined(struct readings *r, const struct letters *w)
{
	bool conjunction = is_one_of(w->p[0], u"وف");
	size_t at = conjunction ? 1 : 0;
	bool particle = w->n > at && is_one_of(w->p[at], u"بلك");

	/* لأزمة, ولأزمة: no word begins so. */
	bool open = w->n > 4 && (conjunction || particle) &&
		    is_hamza_on_alef(w->raw[1]);
	bool both_open = w->n > 5 && particle && is_hamza_on_alef(w->raw[at + 1]);

	if (!open && !both_open)
		readings_add(r, w);
	if (conjunction && !both_open)
		add_without(r, w, 1);
	if (particle)
		add_without(r, w, at + 1);
}

/*
 * Adds the stem of a reading, and to later what its endings leave open; what
 * is only possible opens no further possibilities. True when the table has
 * the word.
 */
static bool stem_of(struct readings *out, struct readings *later,
		    const struct letters *w)
{
	struct readings nothing;
	struct letters stem;
	bool known;

	readings_init(&nothing);
	letters_copy(&stem, w);
	known = reduce(&stem, later ? later : &nothing);
	readings_add(out, &stem);
	return known;
}

static void add_all(struct readings *to, const struct readings *from)
{
	for (size_t i = 0; i < from->n; i++)
		readings_add(to, &from->of[i]);
}

void arabic_stems(struct readings *out, const struct letters *w)
{
	struct readings begins, later, found, open, one;
	bool any_known = false;

	readings_init(&begins);
	readings_init(&later);
	readings_init(&found);
	if (!defined(&begins, w))
		joined(&begins, w);
	for (size_t i = 0; i < begins.n; i++) {
		bool known;

		readings_init(&open);
		readings_init(&one);
		known = stem_of(&one, &open, &begins.of[i]);
		/* Readings whose word is known push out all others. */
		if (known && !any_known) {
			readings_init(&found);
			readings_init(&later);
		}
		if (known || !any_known) {
			add_all(&found, &one);
			add_all(&later, &open);
		}
		any_known |= known;
	}
	for (size_t i = 0; i < later.n; i++)
		stem_of(&found, NULL, &later.of[i]);
	add_all(out, &found);
}
