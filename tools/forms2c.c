/*
 * forms2c.c - makes a table in C of words/forms.txt
 *
 *	forms2c words/forms.txt > forms_table.c
 *
 * A line is a word and its other forms (وثيقة: وثائق), or words that are left
 * whole (= وزير بحرين), or begins with #. All are folded. A form may stand once
 * only: that it belongs to two words, or is one itself, is said with its line
 * and stops the build.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/os.h"
#include "base/utf8.h"
#include "lang/fold.h"
#include "lang/forms.h"

enum { FILE_LIMIT = 1024 * 1024, ROWS = 2048, SLOTS = 2 * ROWS };

struct form {
	struct letters from, to;
	enum forms_found what;
	int line;
};

struct table {
	struct form *rows;
	size_t n;
	uint16_t *slots;
	size_t slots_n;
	const char *path;
};

static _Noreturn void fail(const struct table *t, int line, const char *what)
{
	fprintf(stderr, "%s:%d: %s\n", t->path, line, what);
	exit(1);
}

static struct letters letters_of(const struct table *t, int line,
				 struct str word)
{
	struct letters w = { .n = 0 };
	struct buf folded;

	buf_init(&folded);
	fold(&folded, word);
	for (size_t at = 0; at < folded.n; ) {
		uint32_t c = utf8_next(buf_str(&folded), &at);

		if (w.n == LETTERS_MAX || c > 0xFFFF)
			fail(t, line, "a word that is too long");
		w.p[w.n++] = (uint16_t)c;
	}
	buf_release(&folded);
	return w;
}

/* The slot of w: its own, or the first empty one. */
static uint16_t *slot_of(const struct table *t, const struct letters *w)
{
	size_t at = forms_hash(w->p, w->n) & (t->slots_n - 1);

	while (t->slots[at] &&
	       !letters_eq(&t->rows[t->slots[at] - 1].from, w))
		at = (at + 1) & (t->slots_n - 1);
	return &t->slots[at];
}

static void add(struct table *t, struct form form)
{
	uint16_t *slot = slot_of(t, &form.from);

	/* A head may be listed as whole, and may be of several lines. */
	if (form.what == FORMS_HEAD && *slot)
		return;
	if (*slot)
		fail(t, form.line, "a form that stood before");
	if (t->n == ROWS)
		fail(t, form.line, "too many forms");
	t->rows[t->n++] = form;
	*slot = (uint16_t)t->n;
}

static void read_line(struct table *t, int line, struct str text)
{
	struct form form = { .line = line, .what = FORMS_WHOLE };
	size_t colon = str_find_char(text, ':');
	struct str word, rest;

	if (text.n == 0 || text.p[0] == '#')
		return;
	if (text.p[0] != '=' && colon == text.n)
		fail(t, line, "neither a colon nor = nor #");
	if (text.p[0] != '=') {
		form.what = FORMS_OTHER;
		form.to = letters_of(t, line,
				     str_trim(str_cut(text, 0, colon)));
		if (form.to.n == 0)
			fail(t, line, "no word before the colon");
	} else {
		colon = 0;
	}
	rest = str_trim(str_cut(text, colon + 1, text.n));
	while (str_split(&rest, ' ', &word)) {
		form.from = letters_of(t, line, word);
		if (word.n && !letters_eq(&form.from, &form.to))
			add(t, form);
	}
}

static void add_heads(struct table *t)
{
	for (size_t i = 0, n = t->n; i < n; i++)
		if (t->rows[i].what == FORMS_OTHER)
			add(t, (struct form){ .from = t->rows[i].to,
				.line = t->rows[i].line, .what = FORMS_HEAD });
}

/* A head that is a form of another word would send search in a circle. */
static void check_heads(const struct table *t)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct form *f = &t->rows[i];

		if (f->what == FORMS_OTHER &&
		    t->rows[*slot_of(t, &f->to) - 1].what == FORMS_OTHER)
			fail(t, f->line, "its word is a form of another");
	}
}

/* Another number when the table is another. */
static uint32_t sum_of(const struct table *t)
{
	uint32_t sum = 0;

	for (size_t i = 0; i < t->n; i++) {
		const struct form *f = &t->rows[i];

		sum = sum * 31 + forms_hash(f->from.p, f->from.n);
		sum = sum * 31 + forms_hash(f->to.p, f->to.n);
		sum = sum * 31 + (uint32_t)f->what;
	}
	return sum;
}

static void put_letters(const struct letters *w)
{
	char bytes[4];

	printf("u\"");
	for (size_t i = 0; i < w->n; i++)
		printf("%.*s", (int)utf8_put(bytes, w->p[i]), bytes);
	printf("\"");
}

static void put_table(const struct table *t)
{
	puts("/* made of words/forms.txt */\n#include \"lang/forms.h\"\n\n"
	     "const struct forms_row forms_table[] = {");
	for (size_t i = 0; i < t->n; i++) {
		const struct form *f = &t->rows[i];

		printf("\t{ ");
		put_letters(&f->from);
		printf(", ");
		if (f->what == FORMS_OTHER)
			put_letters(&f->to);
		else
			printf("0");
		printf(", %zu, %zu, %d },\n", f->from.n, f->to.n, f->what);
	}
	printf("};\nconst size_t forms_table_n = %zu;\n"
	       "const size_t forms_slots_n = %zu;\n"
	       "const uint32_t forms_sum = %uu;\n"
	       "const uint16_t forms_slots[] = {", t->n, t->slots_n,
	       sum_of(t));
	for (size_t i = 0; i < t->slots_n; i++)
		printf("%s%d,", i % 16 ? " " : "\n\t", t->slots[i]);
	puts("\n};");
}

int main(int argc, char **argv)
{
	struct table t = { .slots_n = SLOTS };
	struct str text, line;
	struct arena a;

	if (argc != 2) {
		fputs("forms2c words/forms.txt\n", stderr);
		return 1;
	}
	t.path = argv[1];
	arena_init(&a, 64 * 1024 * 1024);
	t.rows = arena_array(&a, ROWS, sizeof(*t.rows));
	t.slots = arena_array(&a, SLOTS, sizeof(*t.slots));
	if (os_read_file(&a, t.path, FILE_LIMIT, &text) != ERR_OK ||
	    utf8_check(text) != text.n)
		fail(&t, 0, "cannot be read as UTF-8");
	for (int n = 1; str_split(&text, '\n', &line); n++)
		read_line(&t, n, str_trim(line));
	add_heads(&t);
	check_heads(&t);
	put_table(&t);
	arena_release(&a);
	return 0;
}
