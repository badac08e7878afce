/* analyse.c - the words of a text as search sees them */

#include "lang/analyse.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "lang/analyse_rules.h"
#include "lang/fold.h"
#include "lang/forms.h"

#include <string.h>

enum kind { KIND_BREAK, KIND_MARK, KIND_QUOTE, KIND_ARABIC, KIND_OTHER,
	KIND_DIGIT };

static bool within(uint32_t c, uint32_t first, uint32_t last)
{
	return c >= first && c <= last;
}

static enum kind ascii_kind(uint32_t c)
{
	if (within(c, '0', '9'))
		return KIND_DIGIT;
	if (within(c | 0x20, 'a', 'z'))
		return KIND_OTHER;
	return c == '\'' ? KIND_QUOTE : KIND_BREAK;
}

static enum kind arabic_kind(uint32_t c)
{
	if (within(c, 0x0660, 0x0669) || within(c, 0x06F0, 0x06F9))
		return KIND_DIGIT;
	if (within(c, 0x0620, 0x064A) || within(c, 0x066E, 0x06D3) ||
	    c == 0x06D5 || within(c, 0x06EE, 0x06EF) ||
	    within(c, 0x06FA, 0x06FC) || c == 0x06FF)
		return KIND_ARABIC;
	return KIND_BREAK;
}

/* Of what is neither ASCII nor of the Arabic block (The Unicode Standard,
 * chapter 2.8: the allocation of planes). */
static enum kind far_kind(uint32_t c)
{
	if (c == 0x2019 || within(c, 0x02B9, 0x02BF))
		return KIND_QUOTE;
	if (within(c, 0xFE00, 0xFE0F))
		return KIND_MARK;
	if (within(c, 0x0750, 0x077F) || within(c, 0x08A0, 0x08C9) ||
	    within(c, 0xFB50, 0xFBFF) || within(c, 0xFE80, 0xFEFC))
		return KIND_ARABIC;
	if (c < 0x00C0 || c == 0x00D7 || c == 0x00F7 || c == 0x1680 ||
	    within(c, 0x2000, 0x2BFF) || within(c, 0x2E00, 0x2E7F) ||
	    within(c, 0x3000, 0x3020) || within(c, 0xD800, 0xF8FF) ||
	    within(c, 0xFC00, 0xFE7F) || within(c, 0xFF00, 0xFF0F) ||
	    within(c, 0xFFE0, 0xFFFF) || within(c, 0x1F000, 0x1FFFF) ||
	    c >= 0xE0000)
		return KIND_BREAK;
	return KIND_OTHER;
}

static enum kind kind_of(uint32_t c)
{
	if (c < 0x80)
		return ascii_kind(c);
	/* The letters of nearly all texts, before all that needs looking up. */
	if (within(c, 0x0621, 0x063A) || within(c, 0x0641, 0x064A))
		return KIND_ARABIC;
	if (fold_drops(c))
		return KIND_MARK;
	return within(c, 0x0600, 0x06FF) ? arabic_kind(c) : far_kind(c);
}

/* One word of the text: where it is and what it is made of. */
struct span {
	size_t at, n;
	enum kind first, last;	/* of its letters */
};

/* True when a word of this script goes on with such a letter: IQ22 is one
 * word, 2022م are two. */
static bool goes_on(enum kind word, enum kind next)
{
	return word == next ||
	       (word != KIND_ARABIC && next != KIND_ARABIC);
}

/* co-operation is cooperation: after these two a hyphen parts no words. */
static bool is_prefix(struct str before, struct str behind)
{
	return behind.n && within((unsigned char)behind.p[0] | 0x20, 'a', 'z') &&
	       (str_eq_nocase(before, STR("co")) ||
		str_eq_nocase(before, STR("re")));
}

/* 1,500 and ١٬٥٠٠: three digits, no more, behind a separator. */
static bool is_thousands(struct str behind)
{
	size_t digits = 0, at = 0;

	while (at < behind.n && digits < 4 &&
	       kind_of(utf8_next(behind, &at)) == KIND_DIGIT)
		digits++;
	return digits == 3;
}

/* True when what stands between `from` and `next` parts no words. */
static bool joins(struct str text, const struct span *span, size_t from,
		  size_t next)
{
	struct str sign = str_cut(text, from, next - from);
	struct str before = str_cut(text, span->at, from - span->at);
	struct str behind = str_cut(text, next, text.n);

	if (str_is(sign, "-"))
		return is_prefix(before, behind);
	return (str_is(sign, ",") || str_is(sign, "\u066C")) &&
	       span->first == KIND_DIGIT && span->last == KIND_DIGIT &&
	       is_thousands(behind);
}

/* The next word from *at on, which moves behind it; false at the end. */
static bool span_next(struct str text, size_t *at, struct span *span)
{
	size_t end = 0;

	span->first = KIND_BREAK;
	while (*at < text.n) {
		size_t from = *at;
		enum kind k = kind_of(utf8_next(text, at));
		bool letter = k >= KIND_ARABIC;

		if (span->first == KIND_BREAK) {
			if (!letter)
				continue;
			span->at = from;
			span->first = k;
		} else if (letter ? !goes_on(span->first, k) :
			   k == KIND_BREAK && !joins(text, span, from, *at)) {
			*at = letter ? from : *at;
			break;
		}
		if (letter)
			span->last = k;
		if (letter || k == KIND_MARK)
			end = *at;
	}
	span->n = end - span->at;
	return span->first != KIND_BREAK;
}

/* One letter as written; what it folds to stands beside it. */
static bool add_letter(struct letters *w, uint32_t c, size_t *bytes)
{
	uint32_t folded = fold_letter(c);

	*bytes += folded < 0x80 ? 1 : folded < 0x800 ? 2 : 3;
	if (*bytes > ANALYSE_WORD_MAX || w->n == LETTERS_MAX)
		return false;
	w->p[w->n] = (uint16_t)folded;
	w->raw[w->n] = (uint16_t)(c < 0xFB50 ? c : folded);
	w->n++;
	return true;
}

/* A word of Arabic script as letters. */
static void read_letters(struct letters *w, struct str word)
{
	bool room = true, tanwin = false;
	size_t bytes = 0;

	w->n = 0;
	for (size_t at = 0; at < word.n && room; ) {
		uint32_t c = utf8_next(word, &at);

		/* The old spelling of ە: ه and a joiner that does not join. */
		if (c == 0x200C && w->n && w->p[w->n - 1] == 0x0647)
			w->raw[w->n - 1] = 0x06D5;
		tanwin |= c == 0x064B;
		if (kind_of(c) != KIND_ARABIC)
			continue;
		if (within(c, 0xFEF5, 0xFEFC))
			room = add_letter(w, 0x0644, &bytes) &&
			       add_letter(w, 0x0627, &bytes);
		else
			room = add_letter(w, c, &bytes);
	}
	/* شخصاً: this alef is an ending. */
	if (tanwin && w->n && w->p[w->n - 1] == 0x0627)
		w->raw[w->n - 1] = 0x064B;
}

/* Without a letter that Sorani does not have, nor the Arabic article: a word
 * of either, typed on a keyboard of Arabic. */
static bool is_either(const struct letters *w)
{
	static const uint16_t arabic[] = u"ثذصضطظةىأإآؤء";

	if (letters_start(w, u"ال"))
		return false;
	for (size_t i = 0; i < w->n; i++)
		for (size_t j = 0; arabic[j]; j++)
			if (w->raw[i] == arabic[j])
				return false;
	return true;
}

static struct str letters_str(struct arena *mem, const struct letters *w)
{
	char *p = arena_alloc(mem, w->n * 3 + 1);
	size_t n = 0;

	for (size_t i = 0; i < w->n; i++)
		n += utf8_put(p + n, w->p[i]);
	return (struct str){ p, n };
}

static void add_stem(struct analysed_word *word, struct str stem)
{
	for (size_t i = 0; i < word->stems_n; i++)
		if (str_eq(word->stems[i], stem))
			return;
	if (word->stems_n < ANALYSE_STEMS)
		word->stems[word->stems_n++] = stem;
}

static void arabic_script(struct arena *mem, struct analysed_word *word,
			  struct str text)
{
	struct letters w, root;
	struct readings stems, arabic;

	readings_init(&stems);
	readings_init(&arabic);
	read_letters(&w, text);
	word->exact = letters_str(mem, &w);
	if (sorani_seen(&w) || sorani_possible(&w))
		sorani_stems(&stems, &w);
	if (!sorani_seen(&w)) {
		arabic_stems(&arabic, &w);
		for (size_t i = 0; i < arabic.n; i++)
			readings_add(&stems, &arabic.of[i]);
		if (is_either(&w) && stems.n < ANALYSE_STEMS)
			readings_add(&stems, &w);
	}
	for (size_t i = 0; i < stems.n && i < ANALYSE_STEMS; i++)
		add_stem(word, letters_eq(&stems.of[i], &w) ? word->exact
			 : letters_str(mem, &stems.of[i]));
	for (size_t i = 0; i < arabic.n && !word->root.n; i++)
		if (arabic_root(&root, &arabic.of[i]))
			word->root = letters_str(mem, &root);
}

/* The fold of a word of another script, without quotes (Qur'an) and without
 * the hyphen of its prefix. */
static void fold_word(struct buf *out, struct str text)
{
	buf_reset(out);
	for (size_t at = 0; at < text.n; ) {
		size_t from = at, full = out->n;
		enum kind k = kind_of(utf8_next(text, &at));

		/* country's */
		if (k == KIND_QUOTE && text.n - at == 1 &&
		    (text.p[at] | 0x20) == 's')
			break;
		if (k < KIND_ARABIC)
			continue;
		fold(out, str_cut(text, from, at - from));
		if (out->n > ANALYSE_WORD_MAX) {
			out->n = full;
			break;
		}
	}
}

/* What is looked up of a Latin word; false when it is not of a to z only. */
static bool read_latin(struct letters *w, struct str word)
{
	w->n = 0;
	for (size_t i = 0; i < word.n; i++) {
		if (w->n == LETTERS_MAX || !within((uint32_t)word.p[i], 'a', 'z'))
			return false;
		w->p[w->n++] = (uint16_t)word.p[i];
	}
	return true;
}

static void other_script(struct arena *mem, struct analysed_word *word,
			 struct str folded, struct english **english)
{
	struct letters w, head;
	enum forms_found found;
	struct str stem;

	word->exact = arena_str(mem, folded);
	if (!read_latin(&w, folded)) {
		add_stem(word, word->exact);
		return;
	}
	stem = word->exact;
	found = forms_find(&w, &head);
	if (found == FORMS_OTHER) {
		stem = letters_str(mem, &head);
		found = forms_find(&head, &w);
	}
	if (found != FORMS_WHOLE) {
		if (!*english)
			*english = english_open();
		stem = arena_str(mem, english_stem(*english, stem));
	}
	add_stem(word, stem);
}

static size_t words_in(struct str text, size_t max, bool *cut)
{
	struct span span;
	size_t n = 0;

	for (size_t at = 0; span_next(text, &at, &span); n++) {
		if (n == max) {
			*cut = true;
			break;
		}
	}
	return n;
}

uint32_t analyse_forms(void)
{
	return forms_sum;
}

/* Open addressing; never fuller than half, and then it learns no more. */
enum { MEMORY_SLOTS = 8192 };

struct analyse_memory {
	struct arena *mem;
	size_t n;
	struct remembered {
		struct str piece;	/* as the text has it */
		struct analysed_word word;
	} *slots[MEMORY_SLOTS];
};

struct analyse_memory *analyse_memory_new(struct arena *mem)
{
	struct analyse_memory *m = arena_alloc(mem, sizeof(*m));

	m->mem = mem;
	return m;
}

/* The slot of a word: empty when it was not seen yet. */
static struct remembered **slot_of(struct analyse_memory *m, struct str piece)
{
	size_t at = str_hash(piece) & (MEMORY_SLOTS - 1);

	while (m->slots[at] && !str_eq(m->slots[at]->piece, piece))
		at = (at + 1) & (MEMORY_SLOTS - 1);
	return &m->slots[at];
}

static void remember(struct analyse_memory *m, struct remembered **slot,
		     struct str piece, const struct analysed_word *word)
{
	if (2 * m->n >= MEMORY_SLOTS || piece.n > 2 * ANALYSE_WORD_MAX)
		return;
	m->n++;
	*slot = arena_alloc(m->mem, sizeof(**slot));
	(*slot)->piece = arena_str(m->mem, piece);
	(*slot)->word = *word;
	(*slot)->word.exact = arena_str(m->mem, word->exact);
	(*slot)->word.root = arena_str(m->mem, word->root);
	for (size_t i = 0; i < word->stems_n; i++)
		(*slot)->word.stems[i] = arena_str(m->mem, word->stems[i]);
}

static struct analysed taken_apart(struct analyse_memory *m,
				   struct arena *mem, struct str text,
				   size_t max)
{
	struct analysed found = { .cut = false };
	struct english *english = NULL;
	struct span span;
	struct buf folded;

	found.n = words_in(text, max, &found.cut);
	found.words = arena_array(mem, found.n, sizeof(*found.words));
	buf_init(&folded);
	for (size_t i = 0, at = 0; i < found.n; i++) {
		struct analysed_word *word = &found.words[i];
		struct remembered **slot = NULL;
		struct str piece;

		span_next(text, &at, &span);
		piece = str_cut(text, span.at, span.n);
		if (m)
			slot = slot_of(m, piece);
		if (slot && *slot) {
			*word = (*slot)->word;
		} else if (span.first == KIND_ARABIC) {
			word->root = STR("");
			arabic_script(mem, word, piece);
		} else {
			word->root = STR("");
			fold_word(&folded, piece);
			other_script(mem, word, buf_str(&folded), &english);
		}
		word->at = span.at;
		word->n = span.n;
		if (slot && !*slot)
			remember(m, slot, piece, word);
	}
	buf_release(&folded);
	if (english)
		english_close(english);
	return found;
}

struct analysed analyse(struct arena *mem, struct str text, size_t max)
{
	return taken_apart(NULL, mem, text, max);
}

struct analysed analyse_again(struct analyse_memory *m, struct arena *mem,
			      struct str text, size_t max)
{
	return taken_apart(m, mem, text, max);
}
