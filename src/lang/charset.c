/* charset.c - files as ministries send them, made UTF-8 */

#include "lang/charset.h"

#include <iconv.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/utf8.h"

static uint32_t unit_at(struct str s, size_t at, bool big)
{
	unsigned char first = (unsigned char)s.p[at];
	unsigned char second = (unsigned char)s.p[at + 1];

	return big ? (uint32_t)(first << 8 | second)
		   : (uint32_t)(second << 8 | first);
}

/* RFC 2781, without its mark. False at an odd byte or a lone surrogate. */
static bool from_utf16(struct buf *out, struct str s, bool big, size_t *bad_at)
{
	for (size_t at = 0; at < s.n; at += 2) {
		char bytes[4];
		uint32_t c;

		*bad_at = at;
		if (s.n - at < 2)
			return false;
		c = unit_at(s, at, big);
		if (c >= 0xDC00 && c <= 0xDFFF)
			return false;
		if (c >= 0xD800 && c <= 0xDBFF) {
			uint32_t low;

			if (s.n - at < 4)
				return false;
			low = unit_at(s, at + 2, big);
			if (low < 0xDC00 || low > 0xDFFF)
				return false;
			c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
			at += 2;
		}
		if (c == 0)
			return false;
		buf_add(out, (struct str){ bytes, utf8_put(bytes, c) });
	}
	return true;
}

static bool from_windows_1256(struct buf *out, struct str s)
{
	iconv_t conv = iconv_open("UTF-8", "WINDOWS-1256");
	char *in = (char *)(uintptr_t)s.p;
	size_t in_n = s.n;
	bool fine = true;

	if (conv == (iconv_t)-1)
		BUG("the C library does not know Windows-1256");
	while (fine && in_n) {
		char piece[4096];
		char *to = piece;
		size_t room = sizeof(piece);
		size_t before = in_n;

		/* Full pieces end in E2BIG, which is no failure here. */
		if (iconv(conv, &in, &in_n, &to, &room) == (size_t)-1 &&
		    in_n == before)
			fine = false;
		buf_add(out, (struct str){ piece, sizeof(piece) - room });
	}
	iconv_close(conv);
	return fine;
}

/*
 * Every byte means something in Windows-1256, so a file in UTF-8 with one
 * broken letter would pass as such and come out as nonsense. It counts as
 * broken UTF-8 when most of what is not ASCII reads well as UTF-8: letters of
 * Windows-1256 hardly ever do.
 */
static bool is_broken_utf8(struct str s)
{
	size_t good = 0, bad = 0;

	while (s.n) {
		size_t fine = utf8_check(s);

		for (size_t i = 0; i < fine; i++)
			good += (unsigned char)s.p[i] >= 0xC2;
		if (fine == s.n)
			break;
		bad++;
		s = str_cut(s, fine + 1, s.n);
	}
	return good > bad;
}

static bool finish(struct arena *a, struct buf *b, bool fine, struct str *out)
{
	if (fine)
		*out = arena_str(a, buf_str(b));
	buf_release(b);
	return fine;
}

bool charset_to_utf8(struct arena *a, struct str bytes, struct str *out,
		     const char **name, size_t *bad_at)
{
	bool little = str_starts(bytes, STR("\xFF\xFE"));
	bool big = str_starts(bytes, STR("\xFE\xFF"));
	struct buf b;
	bool fine;

	*bad_at = 0;
	buf_init_limit(&b, SIZE_MAX / 2);
	if (little || big) {
		*name = little ? "utf-16le" : "utf-16be";
		fine = from_utf16(&b, str_cut(bytes, 2, bytes.n), big, bad_at);
		*bad_at += 2;
		return finish(a, &b, fine, out);
	}
	*name = "utf-8";
	*bad_at = str_find_char(bytes, '\0');
	if (*bad_at < bytes.n)
		return finish(a, &b, false, out);
	*bad_at = utf8_check(bytes);
	if (*bad_at == bytes.n) {
		if (str_starts(bytes, STR("\xEF\xBB\xBF")))
			bytes = str_cut(bytes, 3, bytes.n);
		buf_add(&b, bytes);
		return finish(a, &b, true, out);
	}
	if (is_broken_utf8(bytes))
		return finish(a, &b, false, out);
	*name = "windows-1256";
	return finish(a, &b, from_windows_1256(&b, bytes), out);
}
