/* icu.c - order of names, other calendars */

#include "lang/icu.h"

#include <pthread.h>
#include <unicode/ucal.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/utf8.h"

enum {
	KEY_MOST = 120,		/* bytes of a key that are kept */
	NAME_MOST = 200		/* characters that can tell two names apart */
};

/*
 * The root order gives each seat of hamza a place of its own. People look up
 * a name by its letter, so seats go with theirs; ة and ى as in CLDR's "ar".
 */
static const char arabic[] =
	"[reorder Arab]"
	"&ا<<أ<<إ<<آ<<ٱ&ت<<ة&ك<<ک&و<<ؤ&ي<<ى<<ی<<ئ";

/*
 * CLDR has no order for Sorani. This is its alphabet; letters of Arabic that
 * it borrows stand beside their neighbours, other shapes of a letter with it.
 */
static const char sorani[] =
	"[reorder Arab]"
	"&ء<ئ<ا<<أ<<إ<<آ<ب<پ<ت<<ة<ث<ج<چ<ح<خ<د<ذ<ر<ڕ<ز<ژ<س<ش<ص<ض<ط<ظ<ع<غ"
	"<ف<ڤ<ق<ک<<ك<گ<ل<ڵ<م<ن<و<<ؤ<ۆ<ھ<<ه<ە<ی<<ي<<ى<ێ";

/* Languages without rules of ours are ordered as CLDR has it. */
static const char *const own_rules[LANG_N] = {
	[LANG_AR] = arabic, [LANG_CKB] = sorani,
};

/* Opened once and only read from then on, which ICU allows any thread. */
static UCollator *collators[LANG_N];
static pthread_once_t collators_once = PTHREAD_ONCE_INIT;

/* s as UTF-16 in the arena. */
static const UChar *utf16_of(struct arena *a, struct str s, int32_t *n)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar *text;

	if (s.n > INT32_MAX / 2)
		BUG("a text too long for ICU");
	text = arena_array(a, s.n + 1, sizeof(*text));
	u_strFromUTF8WithSub(text, (int32_t)s.n + 1, n, s.p, (int32_t)s.n,
			     0xFFFD, NULL, &status);
	if (U_FAILURE(status))
		BUG("ICU cannot read UTF-8");
	return text;
}

static UCollator *rules_open(const char *text, UErrorCode *status)
{
	UCollator *c;
	struct arena a;
	const UChar *rules;
	int32_t n;

	arena_init(&a, 256 * 1024);
	rules = utf16_of(&a, str_of(text), &n);
	c = ucol_openRules(rules, n, UCOL_DEFAULT, UCOL_DEFAULT_STRENGTH, NULL,
			   status);
	arena_release(&a);
	return c;
}

static void collators_open(void)
{
	UErrorCode status = U_ZERO_ERROR;

	for (size_t i = 0; i < LANG_N; i++) {
		collators[i] = own_rules[i] ? rules_open(own_rules[i],
							 &status)
			: ucol_open(lang_row((enum lang)i)->tag, &status);
		if (U_SUCCESS(status))	/* "2" stands before "10" */
			ucol_setAttribute(collators[i], UCOL_NUMERIC_COLLATION,
					  UCOL_ON, &status);
	}
	if (U_FAILURE(status))
		BUG("ICU has no rules of collation");
}

struct str collate_key(struct arena *a, enum lang l, struct str s)
{
	static const char hex[] = "0123456789abcdef";
	uint8_t key[KEY_MOST];
	const UChar *text;
	int32_t n, length;
	char *out;

	pthread_once(&collators_once, collators_open);
	text = utf16_of(a, utf8_head(s, NAME_MOST), &n);
	length = ucol_getSortKey(collators[l], text, n, key, KEY_MOST);
	/* ICU counts the NUL at the end, and what did not fit. */
	length = length > KEY_MOST ? KEY_MOST : length - 1;
	out = arena_alloc(a, 2 * (size_t)length + 1);
	for (int32_t i = 0; i < length; i++) {
		out[2 * i] = hex[key[i] >> 4];
		out[2 * i + 1] = hex[key[i] & 15];
	}
	return (struct str){ out, 2 * (size_t)length };
}

static bool is_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return true;
}

struct str normalise_nfc(struct arena *a, struct str s)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfc;
	const UChar *text;
	UChar *normal;
	int32_t n, normal_n, room, out_n;
	char *out;

	if (is_ascii(s))
		return s;
	nfc = unorm2_getNFCInstance(&status);
	text = utf16_of(a, s, &n);
	if (unorm2_isNormalized(nfc, text, n, &status) && U_SUCCESS(status))
		return s;
	/* UAX 15: NFC makes no UTF-16 text more than three times as long. */
	room = 3 * n + 1;
	normal = arena_array(a, (size_t)room, sizeof(*normal));
	normal_n = unorm2_normalize(nfc, text, n, normal, room, &status);
	out = arena_alloc(a, 3 * (size_t)normal_n + 1);
	u_strToUTF8(out, 3 * normal_n + 1, &out_n, normal, normal_n, &status);
	if (U_FAILURE(status))
		BUG("ICU cannot normalise");
	return (struct str){ out, (size_t)out_n };
}

/* A calendar of ICU remembers what it was asked, so each call has its own:
 * it is asked only where an installation wants a second calendar. */
bool calendar_day(enum calendar c, struct date day, struct date *out)
{
	static const char *const locales[] = {
		[CALENDAR_HIJRI] = "en@calendar=islamic-umalqura",
		[CALENDAR_SOLAR] = "en@calendar=persian",
	};
	static const UChar utc[] = { 'U', 'T', 'C' };
	UErrorCode status = U_ZERO_ERROR;
	int64_t days = date_days_between((struct date){ 1970, 1, 1 }, day);
	UCalendar *cal = ucal_open(utc, (int32_t)COUNT(utc), locales[c],
				   UCAL_DEFAULT, &status);
	int32_t year;

	ucal_setMillis(cal, (UDate)days * 24 * 60 * 60 * 1000, &status);
	year = ucal_get(cal, UCAL_YEAR, &status);
	out->year = (int16_t)year;
	out->month = (uint8_t)(ucal_get(cal, UCAL_MONTH, &status) + 1);
	out->day = (uint8_t)ucal_get(cal, UCAL_DATE, &status);
	ucal_close(cal);
	if (U_FAILURE(status))
		BUG("ICU has no such calendar");
	return c != CALENDAR_HIJRI || (year >= 1300 && year <= 1600);
}
