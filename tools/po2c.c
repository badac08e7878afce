/*
 * po2c.c - makes one table in C of words/TAG.po
 *
 *	po2c words/ar.po words/ckb.po … > words_table.c
 *
 * Reads the part of gettext's format that we use: comments, msgid, msgstr,
 * msgid_plural, msgstr[0] ... msgstr[5], strings over several lines. There
 * is one file for each row of lang/lang.c, called by its tag. The holes
 * {name} of a pattern must be those of the language of reference.
 *
 * A comment says how far an entry is: "#, fuzzy" that the Arabic changed
 * after it was written; "# checked" that a second person read it, in a file
 * whose header says "X-Review: waiting …". Both are for the translators' page
 * and change nothing else.
 *
 * An entry without words (an empty msgstr) counts as missing. It borrows
 * those of the language of reference, marked by its tag; for the languages
 * that are whole the tests refuse that, not we.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/os.h"
#include "base/utf8.h"
#include "lang/lang.h"
#include "lang/words_table.h"

enum { FORMS = 6, FILE_LIMIT = 4 * 1024 * 1024, TEXT_LIMIT = 4000 };

struct entry {
	struct str key;
	struct str plural;		/* msgid_plural */
	struct str form[FORMS];
	int form_n;
	bool has_plural;
	int line;
	int lang;
	bool older, unchecked;
};

struct po {
	const char *path;
	struct arena *arena;
	struct entry *entries;
	size_t n, room;
	int lang;
	int plurals;			/* nplurals of the header */
	struct str plural;		/* its expression, in C */
	bool unchecked;			/* what has no "# checked" is not */
};

/* Where the reader is: one file, line by line. */
struct reader {
	struct po *po;
	struct str rest;
	struct str line;
	int line_no;
	struct entry entry;
	struct str *open;		/* what a further string adds to */
	bool in_entry;
	bool fuzzy, checked;		/* said above the next entry */
};

static _Noreturn void fail(const char *path, int line, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static _Noreturn void fail(const char *path, int line, const char *fmt, ...)
{
	va_list ap;

	fprintf(stderr, "%s:%d: ", path, line);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	exit(1);
}

static struct str joined(struct arena *a, struct str x, struct str y)
{
	return arena_printf(a, "%.*s%.*s", STR_ARG(x), STR_ARG(y));
}

/* The text of "..." with its escapes resolved. */
static struct str quoted(struct reader *r, struct str s)
{
	struct str text;
	struct buf b;

	if (s.n < 2 || s.p[0] != '"' || s.p[s.n - 1] != '"')
		fail(r->po->path, r->line_no, "a string in \"\" is expected");
	buf_init(&b);
	for (size_t i = 1; i < s.n - 1; i++) {
		char c = s.p[i];

		if (c == '"')
			fail(r->po->path, r->line_no, "a \" inside a string");
		if (c == '\\') {
			c = i + 1 < s.n - 1 ? s.p[++i] : '\0';
			if (c == 'n')
				c = '\n';
			else if (c == 't')
				c = '\t';
			else if (c != '"' && c != '\\')
				fail(r->po->path, r->line_no,
				     "an escape other than \\n \\t \\\" \\\\");
		}
		buf_add_char(&b, c);
	}
	text = arena_str(r->po->arena, buf_str(&b));
	buf_release(&b);
	return text;
}

static bool is_key(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		      (c >= '0' && c <= '9') || c == '.' || c == '_' ||
		      c == '-'))
			return false;
	}
	return s.n > 0;
}

/* The expression becomes C, so it may hold nothing but arithmetic of n. */
static void plural_read(struct reader *r, struct str text)
{
	static const char allowed[] = "0123456789n ()?:=!<>%&|+-*/";
	struct str mark = STR(" plural=");
	size_t at = str_find(text, mark);
	struct str e = str_cut(text, at + mark.n, text.n);

	e = str_cut(e, 0, str_find_char(e, ';'));
	if (e.n == 0)
		fail(r->po->path, r->entry.line, "the header has no plural");
	for (size_t i = 0; i < e.n; i++)
		if (!strchr(allowed, e.p[i]) || !e.p[i])
			fail(r->po->path, r->entry.line,
			     "plural= is arithmetic of n, not '%c'", e.p[i]);
	r->po->plural = e;
}

/* The number behind "nplurals=" of the header, and the rule behind it. */
static void header_done(struct reader *r)
{
	struct str text = r->entry.form[0];
	struct str mark = STR("nplurals=");
	size_t at = str_find(text, mark);
	struct str language = arena_printf(r->po->arena, "Language: %s\n",
					   lang_row((enum lang)r->po->lang)->tag);

	if (at == text.n)
		fail(r->po->path, r->entry.line, "the header has no nplurals");
	r->po->plurals = text.p[at + mark.n] - '0';
	if (r->po->plurals < 1 || r->po->plurals > FORMS)
		fail(r->po->path, r->entry.line, "nplurals must be 1 to 6");
	plural_read(r, text);
	r->po->unchecked = str_find(text, STR("X-Review: waiting")) < text.n;
	if (str_find(text, language) == text.n)
		fail(r->po->path, r->entry.line, "the header must say %.*s",
		     (int)language.n - 1, language.p);
}

/* The next {name} of *rest; false at the end. */
static bool hole_next(const struct po *po, const struct entry *e,
		      struct str *rest, struct str *name)
{
	size_t open = str_find_char(*rest, '{');
	size_t close;

	if (str_find_char(*rest, '}') < open)
		fail(po->path, e->line, "a } without its {");
	if (open == rest->n)
		return false;
	*rest = str_cut(*rest, open + 1, rest->n);
	close = str_find_char(*rest, '}');
	*name = str_cut(*rest, 0, close);
	if (close == rest->n || !is_key(*name))
		fail(po->path, e->line, "a { that is not a {hole}");
	*rest = str_cut(*rest, close + 1, rest->n);
	return true;
}

static bool has_hole(const struct po *po, const struct entry *e,
		     struct str wanted)
{
	for (int i = 0; i < e->form_n; i++) {
		struct str rest = e->form[i], name;

		while (hole_next(po, e, &rest, &name))
			if (str_eq(name, wanted))
				return true;
	}
	return false;
}

static void entry_check(struct reader *r)
{
	const struct entry *e = &r->entry;

	if (!is_key(e->key))
		fail(r->po->path, e->line, "not a key: \"%.*s\"",
		     STR_ARG(e->key));
	if (!r->po->plurals)
		fail(r->po->path, e->line, "the header must come first");
	if (e->has_plural && !str_eq(e->key, e->plural))
		fail(r->po->path, e->line,
		     "msgid_plural must repeat the key %.*s", STR_ARG(e->key));
	if (e->form_n != (e->has_plural ? r->po->plurals : 1))
		fail(r->po->path, e->line, "%.*s needs %d form(s), has %d",
		     STR_ARG(e->key), e->has_plural ? r->po->plurals : 1,
		     e->form_n);
	for (int i = 0; i < e->form_n; i++)
		if (e->form[i].n > TEXT_LIMIT)
			fail(r->po->path, e->line, "longer than %d bytes",
			     TEXT_LIMIT);
	/* No hole is so called: this walks them all and finds their faults. */
	has_hole(r->po, e, STR(""));
}

static void entry_done(struct reader *r)
{
	struct po *po = r->po;

	if (!r->in_entry)
		return;
	r->in_entry = false;
	if (r->entry.key.n == 0 && po->n == 0 && !po->plurals) {
		header_done(r);
		return;
	}
	entry_check(r);
	if (po->n == po->room) {
		struct entry *more;

		po->room = po->room ? po->room * 2 : 256;
		more = arena_array(po->arena, po->room, sizeof(*more));
		for (size_t i = 0; i < po->n; i++)
			more[i] = po->entries[i];
		po->entries = more;
	}
	po->entries[po->n++] = r->entry;
}

/* True when the line begins with the keyword; *value is behind it. */
static bool keyword(struct reader *r, struct str name, struct str *value)
{
	if (!str_starts(r->line, name) || r->line.n == name.n ||
	    r->line.p[name.n] != ' ')
		return false;
	*value = quoted(r, str_trim(str_cut(r->line, name.n, r->line.n)));
	return true;
}

/* msgstr and msgstr[i]. */
static bool form_read(struct reader *r)
{
	struct entry *e = &r->entry;
	struct str value;
	char name[] = "msgstr[0]";

	name[7] = (char)('0' + e->form_n);
	if (!keyword(r, e->has_plural ? str_of(name) : STR("msgstr"), &value))
		return false;
	if (!r->in_entry || e->form_n == (e->has_plural ? FORMS : 1))
		fail(r->po->path, r->line_no, "a msgstr too many");
	e->form[e->form_n] = value;
	r->open = &e->form[e->form_n++];
	return true;
}

static void comment_read(struct reader *r)
{
	if (str_starts(r->line, STR("#, ")))
		r->fuzzy |= str_find(r->line, STR("fuzzy")) < r->line.n;
	r->checked |= str_is(r->line, "# checked");
}

static void entry_begin(struct reader *r, struct str key)
{
	entry_done(r);
	r->entry = (struct entry){ .key = key, .line = r->line_no,
				   .lang = r->po->lang, .older = r->fuzzy,
				   .unchecked = r->po->unchecked &&
						!r->checked };
	r->fuzzy = r->checked = false;
}

static void line_read(struct reader *r)
{
	struct str value;

	if (r->line.n == 0)
		return;
	if (r->line.p[0] == '#') {
		comment_read(r);
		return;
	}
	if (keyword(r, STR("msgid"), &value)) {
		entry_begin(r, value);
		r->in_entry = true;
		r->open = &r->entry.key;
		return;
	}
	if (keyword(r, STR("msgid_plural"), &value)) {
		if (!r->in_entry || r->entry.form_n)
			fail(r->po->path, r->line_no, "msgid_plural out of place");
		r->entry.plural = value;
		r->entry.has_plural = true;
		r->open = &r->entry.plural;
		return;
	}
	if (form_read(r))
		return;
	if (r->line.p[0] == '"' && r->open) {
		*r->open = joined(r->po->arena, *r->open, quoted(r, r->line));
		return;
	}
	fail(r->po->path, r->line_no, "not understood: %.*s", STR_ARG(r->line));
}

static int by_key(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = str_cmp(x->key, y->key);

	return order ? order : x->lang - y->lang;
}

static void po_read(struct po *po)
{
	struct reader r = { .po = po };

	if (os_read_file(po->arena, po->path, FILE_LIMIT, &r.rest))
		fail(po->path, 0, "cannot be read");
	if (utf8_check(r.rest) != r.rest.n)
		fail(po->path, 0, "is not UTF-8");
	while (str_split(&r.rest, '\n', &r.line)) {
		r.line = str_trim(r.line);
		r.line_no++;
		line_read(&r);
	}
	entry_done(&r);
	if (po->n)
		qsort(po->entries, po->n, sizeof(*po->entries), by_key);
	for (size_t i = 1; i < po->n; i++)
		if (str_eq(po->entries[i - 1].key, po->entries[i].key))
			fail(po->path, po->entries[i].line,
			     "%.*s stands twice (also near line %d)",
			     STR_ARG(po->entries[i].key),
			     po->entries[i - 1].line);
}

/* Each hole of e is in other. A count may be said by the word itself. */
static void holes_check(const struct po *po, const struct entry *e,
			const struct po *other_po, const struct entry *other)
{
	for (int i = 0; i < e->form_n; i++) {
		struct str rest = e->form[i], name;

		while (hole_next(po, e, &rest, &name)) {
			if (e->has_plural && str_is(name, "n"))
				continue;
			if (!has_hole(other_po, other, name))
				fail(other_po->path, other->line,
				     "%.*s lacks the hole {%.*s} of %s:%d",
				     STR_ARG(e->key), STR_ARG(name),
				     po->path, e->line);
		}
	}
}

static void c_string(struct str s)
{
	putchar('"');
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c == '\n')
			fputs("\\n", stdout);
		else if (c == '\t')
			fputs("\\t", stdout);
		else if (c == '"' || c == '\\' || c == '?')
			printf("\\%c", c);
		else
			putchar(c);
	}
	putchar('"');
}

static bool has_words(const struct entry *e)
{
	for (int i = 0; e && i < e->form_n; i++)
		if (e->form[i].n == 0)
			return false;
	return e;
}

/* Words that are missing are those of the language of reference. */
static const struct entry *borrow(const struct entry *const e[], int l)
{
	const struct entry *ref = e[WORDS_REFERENCE];

	return has_words(e[l]) || !has_words(ref) ? NULL : ref;
}

static void forms_write(struct arena *a, const struct entry *e,
			struct str mark)
{
	for (int i = 0; i < e->form_n; i++) {
		if (i)
			fputs(" \"\\0\" ", stdout);
		c_string(joined(a, mark, e->form[i]));
	}
	putchar(',');
}

static void row_write(struct arena *a, struct str key,
		      const struct entry *const e[])
{
	struct str mark = arena_printf(a, "[%s] ",
				       lang_row((enum lang)WORDS_REFERENCE)->tag);
	unsigned borrowed = 0, older = 0, unchecked = 0;
	bool counted = false;

	for (int l = 0; l < LANG_N; l++) {
		counted = counted || (e[l] && e[l]->has_plural);
		older |= e[l] && e[l]->older ? 1u << l : 0;
		unchecked |= e[l] && e[l]->unchecked ? 1u << l : 0;
	}
	fputs("\t{ ", stdout);
	c_string(key);
	printf(", %s, {", counted ? "true" : "false");
	for (int l = 0; l < LANG_N; l++) {
		fputs("\n\t\t", stdout);
		if (borrow(e, l)) {
			forms_write(a, borrow(e, l), mark);
			borrowed |= 1u << l;
		} else if (has_words(e[l])) {
			forms_write(a, e[l], STR(""));
		} else {
			fputs("0,", stdout);
		}
	}
	printf(" }, %u, %u, %u },\n", borrowed, older, unchecked);
}

/* A language has the form whose number its rule gives for n. */
static void forms_rule_write(const struct po po[])
{
	puts("int words_form(enum lang l, uint64_t n)\n{\n\tswitch (l) {");
	for (int l = 0; l < LANG_N; l++)
		printf("\tcase %d:\n\t\treturn %.*s;\n", l,
		       STR_ARG(po[l].plural));
	puts("\tdefault:\n\t\t(void)n;\n\t\treturn 0;\n\t}\n}");
}

/* What the languages say under one key must fit together. */
static void row_check(const struct po po[], const struct entry *const e[])
{
	const struct po *ref_po = &po[WORDS_REFERENCE];
	const struct entry *ref = e[WORDS_REFERENCE];

	for (int l = 0; l < LANG_N; l++) {
		if (e[l] == ref || !has_words(e[l]) || !has_words(ref))
			continue;
		if (e[l]->has_plural != ref->has_plural)
			fail(po[l].path, e[l]->line,
			     "%.*s is counted in one language only",
			     STR_ARG(ref->key));
		holes_check(ref_po, ref, &po[l], e[l]);
		holes_check(&po[l], e[l], ref_po, ref);
	}
}

/* Half of the slots stay empty, so that a key is found at once. */
static void slots_write(struct arena *a, const struct str *keys, size_t n)
{
	size_t slots_n = 16;
	uint16_t *slots;

	while (slots_n < 2 * n)
		slots_n *= 2;
	slots = arena_array(a, slots_n, sizeof(*slots));
	for (size_t i = 0; i < n; i++) {
		size_t at = words_hash(arena_cstr(a, keys[i]));

		while (slots[at & (slots_n - 1)])
			at++;
		slots[at & (slots_n - 1)] = (uint16_t)(i + 1);
	}
	printf("const size_t words_slots_n = %zu;\n"
	       "const uint16_t words_slots[] = {", slots_n);
	for (size_t i = 0; i < slots_n; i++)
		printf("%s%d,", i % 16 ? " " : "\n\t", slots[i]);
	puts("\n};");
}

/* Walks the sorted entries of all languages side by side. */
static void table_write(const struct po po[])
{
	struct str *keys = arena_array(po->arena, UINT16_MAX, sizeof(*keys));
	size_t at[LANG_N] = { 0 };

	puts("/* Made by tools/po2c from the .po files in words: change those. */\n\n"
	     "#include \"lang/words_table.h\"\n\n"
	     "const struct words_row words_table[] = {");
	size_t rows = 0;
	for (;; rows++) {
		const struct entry *e[LANG_N] = { NULL };
		const struct entry *first = NULL;

		for (int l = 0; l < LANG_N; l++) {
			if (at[l] == po[l].n)
				continue;
			e[l] = &po[l].entries[at[l]];
			if (!first || str_cmp(e[l]->key, first->key) < 0)
				first = e[l];
		}
		if (!first)
			break;
		for (int l = 0; l < LANG_N; l++) {
			if (e[l] && str_eq(e[l]->key, first->key))
				at[l]++;
			else
				e[l] = NULL;
		}
		row_check(po, e);
		if (rows == UINT16_MAX)
			fail(po->path, first->line, "too many keys");
		keys[rows] = first->key;
		row_write(po->arena, first->key, e);
	}
	printf("};\nconst size_t words_table_n = %zu;\n"
	       "const int words_plurals[LANG_N] = {", rows);
	for (int l = 0; l < LANG_N; l++)
		printf(" %d,", po[l].plurals);
	puts(" };");
	forms_rule_write(po);
	slots_write(po->arena, keys, rows);
}

/* "words/ckb.po" is of the language with the tag "ckb". */
static int lang_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	struct str name = str_of(slash ? slash + 1 : path);
	enum lang l;

	if (!str_ends(name, STR(".po")) ||
	    !lang_find(str_cut(name, 0, name.n - 3), &l))
		fail(path, 0, "no language of lang/lang.c is called so");
	return (int)l;
}

int main(int argc, char **argv)
{
	struct po po[LANG_N] = { 0 };
	struct arena a;

	arena_init(&a, 256 * 1024 * 1024);
	for (int i = 1; i < argc; i++) {
		struct po *one = &po[lang_of(argv[i])];

		*one = (struct po){ .path = argv[i], .arena = &a,
				    .lang = (int)(one - po) };
		po_read(one);
	}
	for (int l = 0; l < LANG_N; l++) {
		if (!po[l].path) {
			fprintf(stderr, "usage: po2c FILE.po …, also %s.po\n",
				lang_row((enum lang)l)->tag);
			return 64;
		}
	}
	table_write(po);
	arena_release(&a);
	return fflush(stdout) ? 1 : 0;
}
