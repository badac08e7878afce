/* fold.c - when two spellings are the same name */

#include "lang/fold.h"

#include <assert.h>

#include "base/utf8.h"

/* Small letters without accents for U+00C0 to U+017F; NULL: unchanged. */
static const char *const latin[] = {
	"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i",
	"i", "i", "d", "n", "o", "o", "o", "o", "o", NULL, "o", "u", "u", "u",
	"u", "y", "th", "ss", "a", "a", "a", "a", "a", "a", "ae", "c", "e",
	"e", "e", "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "o",
	NULL, "o", "u", "u", "u", "u", "y", "th", "y",
	"a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c",
	"d", "d", "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e",
	"g", "g", "g", "g", "g", "g", "g", "g", "h", "h", "h", "h", "i", "i",
	"i", "i", "i", "i", "i", "i", "i", "i", "ij", "ij", "j", "j", "k", "k",
	"k", "l", "l", "l", "l", "l", "l", "l", "l", "l", "l", "n", "n", "n",
	"n", "n", "n", "n", "n", "n", "o", "o", "o", "o", "o", "o", "oe", "oe",
	"r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", "s", "s",
	"t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",
	"u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z",
	"z", "s",
};
static_assert(COUNT(latin) == 0x180 - 0xC0, "a letter too many or too few");

/*
 * Letters of the Arabic block that people write one for the other, each at
 * its place behind U+0600; 0: it stays what it is.
 */
static const uint16_t arabic[0x100] = {
	[0x22] = 0x0627, [0x23] = 0x0627,		/* آ أ: ا */
	[0x24] = 0x0648,				/* ؤ: و */
	[0x25] = 0x0627,				/* إ: ا */
	[0x26] = 0x064A,				/* ئ: ي */
	[0x29] = 0x0647,				/* ة: ه */
	[0x49] = 0x064A,				/* ى: ي */
	[0x71] = 0x0627,				/* ٱ: ا */
	[0x92] = 0x0631, [0x95] = 0x0631,		/* ڒ ڕ: ر */
	[0xA4] = 0x0641,				/* ڤ: ف */
	[0xA9] = 0x0643, [0xAA] = 0x0643,		/* ک ڪ: ك */
	[0xB5] = 0x0644,				/* ڵ: ل */
	[0xBE] = 0x0647, [0xC0] = 0x0647,		/* ھ ۀ: ه */
	[0xC1] = 0x0647, [0xC2] = 0x0647,		/* ہ ۂ: ه */
	[0xC6] = 0x0648, [0xC7] = 0x0648,		/* ۆ ۇ: و */
	[0xCC] = 0x064A, [0xCE] = 0x064A,		/* ی ێ: ي */
	[0xD0] = 0x064A,				/* ې: ي */
	[0xD5] = 0x0647,				/* ە: ه */
};

/*
 * Presentation forms, as old PDFs give them: `n` code points from `first`
 * on are shapes of one letter (Unicode, Arabic Presentation Forms A, B).
 */
static const struct shapes {
	uint16_t first, n, letter;
} shapes[] = {
	{ 0xFB56, 4, 0x067E }, { 0xFB6A, 4, 0x06A4 }, { 0xFB7A, 4, 0x0686 },
	{ 0xFB8A, 2, 0x0698 }, { 0xFB8E, 4, 0x06A9 }, { 0xFB92, 4, 0x06AF },
	{ 0xFBA6, 4, 0x06C1 }, { 0xFBAA, 4, 0x06BE }, { 0xFBD9, 2, 0x06C6 },
	{ 0xFBFC, 4, 0x06CC },
	{ 0xFE80, 1, 0x0621 }, { 0xFE81, 2, 0x0622 }, { 0xFE83, 2, 0x0623 },
	{ 0xFE85, 2, 0x0624 }, { 0xFE87, 2, 0x0625 }, { 0xFE89, 4, 0x0626 },
	{ 0xFE8D, 2, 0x0627 }, { 0xFE8F, 4, 0x0628 }, { 0xFE93, 2, 0x0629 },
	{ 0xFE95, 4, 0x062A }, { 0xFE99, 4, 0x062B }, { 0xFE9D, 4, 0x062C },
	{ 0xFEA1, 4, 0x062D }, { 0xFEA5, 4, 0x062E }, { 0xFEA9, 2, 0x062F },
	{ 0xFEAB, 2, 0x0630 }, { 0xFEAD, 2, 0x0631 }, { 0xFEAF, 2, 0x0632 },
	{ 0xFEB1, 4, 0x0633 }, { 0xFEB5, 4, 0x0634 }, { 0xFEB9, 4, 0x0635 },
	{ 0xFEBD, 4, 0x0636 }, { 0xFEC1, 4, 0x0637 }, { 0xFEC5, 4, 0x0638 },
	{ 0xFEC9, 4, 0x0639 }, { 0xFECD, 4, 0x063A }, { 0xFED1, 4, 0x0641 },
	{ 0xFED5, 4, 0x0642 }, { 0xFED9, 4, 0x0643 }, { 0xFEDD, 4, 0x0644 },
	{ 0xFEE1, 4, 0x0645 }, { 0xFEE5, 4, 0x0646 }, { 0xFEE9, 4, 0x0647 },
	{ 0xFEED, 2, 0x0648 }, { 0xFEEF, 2, 0x0649 }, { 0xFEF1, 4, 0x064A },
};

static bool within(uint32_t c, uint32_t first, uint32_t last)
{
	return c >= first && c <= last;
}

bool fold_drops(uint32_t c)
{
	return within(c, 0x064B, 0x065F) || c == 0x0670 ||	/* tashkil */
	       within(c, 0x0610, 0x061A) || within(c, 0x06D6, 0x06DC) ||
	       within(c, 0x06DF, 0x06E8) || within(c, 0x06EA, 0x06ED) ||
	       c == 0x0640 ||					/* tatweel */
	       within(c, 0x0300, 0x036F) ||			/* accents */
	       within(c, 0xFE70, 0xFE7F) ||	/* tashkil as old PDFs have it */
	       within(c, 0x200B, 0x200F) || within(c, 0x2060, 0x2064) ||
	       c == 0xFEFF || c == 0x00AD || utf8_is_bidi(c);
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || within(c, 0x09, 0x0D) || c == 0x00A0 ||
	       c == 0x0085 || c == 0x1680 || within(c, 0x2000, 0x200A) ||
	       c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
	       c == 0x3000;
}

/* The ASCII digit of three sets, 0 when c is no digit. */
static char digit_of(uint32_t c)
{
	if (within(c, '0', '9'))
		return (char)c;
	if (within(c, 0x0660, 0x0669))
		return (char)('0' + (c - 0x0660));
	if (within(c, 0x06F0, 0x06F9))
		return (char)('0' + (c - 0x06F0));
	return 0;
}

uint32_t fold_letter(uint32_t c)
{
	for (size_t i = 0; c >= 0xFB50 && i < COUNT(shapes); i++) {
		if (c - shapes[i].first < shapes[i].n) {
			c = shapes[i].letter;
			break;
		}
	}
	return within(c, 0x0600, 0x06FF) && arabic[c - 0x0600]
		? arabic[c - 0x0600] : c;
}

static void add(struct buf *out, uint32_t c)
{
	char bytes[4];

	buf_add(out, (struct str){ bytes, utf8_put(bytes, c) });
}

static void fold_one(struct buf *out, uint32_t c)
{
	if (within(c, 'A', 'Z')) {
		buf_add_char(out, (char)(c + ('a' - 'A')));
	} else if (c < 0x80) {
		buf_add_char(out, (char)c);
	} else if (digit_of(c)) {
		buf_add_char(out, digit_of(c));
	} else if (within(c, 0x00C0, 0x017F) && latin[c - 0x00C0]) {
		buf_add_cstr(out, latin[c - 0x00C0]);
	} else if (within(c, 0xFEF5, 0xFEFC)) {
		/* lam with any alef in one shape */
		add(out, 0x0644);
		add(out, 0x0627);
	} else {
		add(out, fold_letter(c));
	}
}

void fold(struct buf *out, struct str s)
{
	size_t start = out->n;
	bool blank = false;

	buf_reserve(out, s.n);
	for (size_t at = 0; at < s.n; ) {
		uint32_t c = utf8_next(s, &at);

		if (fold_drops(c))
			continue;
		if (is_blank(c)) {
			blank = true;
			continue;
		}
		/* Blanks at the ends never get here. */
		if (blank && out->n > start)
			buf_add_char(out, ' ');
		blank = false;
		fold_one(out, c);
	}
}

void fold_digits(struct buf *out, struct str s)
{
	buf_reserve(out, s.n);
	for (size_t at = 0; at < s.n; ) {
		size_t from = at;
		char digit = digit_of(utf8_next(s, &at));

		if (digit)
			buf_add_char(out, digit);
		else
			buf_add(out, str_cut(s, from, at - from));
	}
}

struct str fold_code(struct arena *mem, struct str typed)
{
	struct str code = typed;
	struct buf b;
	size_t at = 0;

	while (at < typed.n && (unsigned char)typed.p[at] < 0x80)
		at++;
	if (at == typed.n || utf8_check(typed) != typed.n)
		return code;
	buf_init(&b);
	for (at = 0; at < typed.n; ) {
		size_t from = at;
		uint32_t c = utf8_next(typed, &at);

		if (!utf8_is_bidi(c))
			fold_digits(&b, str_cut(typed, from, at - from));
	}
	code = arena_str(mem, str_trim(buf_str(&b)));
	buf_release(&b);
	return code;
}
