/* svc_terms.c - terms of the term bank that occur in a text */

#include "service/svc_terms.h"

#include "store/text_queries.h"

enum {
	TEXT_WORDS = 2000,	/* of a long text the first so many */
	TERM_WORDS = 12,
	NAMES = 16		/* of one term */
};

static void name_add(struct bank_term *t, struct arena *mem, struct str name)
{
	struct analysed words = analyse(mem, str_trim(name), TERM_WORDS);

	if (words.n && !words.cut && t->names_n < NAMES)
		t->names[t->names_n++] = words;
}

static void names_add(struct bank_term *t, struct arena *mem)
{
	struct str aliases = t->aliases, name;

	t->names = arena_array(mem, NAMES, sizeof(*t->names));
	for (enum lang l = 0; l < LANG_N; l++)
		name_add(t, mem, t->title[l]);
	while (str_split(&aliases, '|', &name))
		name_add(t, mem, name);
}

enum err svc_term_bank(struct ctx *ctx, struct term_bank *out)
{
	struct term_row *rows;
	size_t n;
	enum err err = terms_load(ctx->db, ctx->mem, ctx->actor.edition,
				  TERMS_MAX, &rows, &n);

	*out = (struct term_bank){ .list = arena_array(ctx->mem, n,
						sizeof(*out->list)) };
	for (size_t i = 0; err == ERR_OK && i < n; i++) {
		struct bank_term *t = out->n ? &out->list[out->n - 1] : NULL;

		/* One row for each language of a term, side by side. */
		if (!t || !str_eq(t->code, rows[i].code)) {
			t = &out->list[out->n++];
			t->code = rows[i].code;
			t->aliases = rows[i].aliases;
		}
		if ((unsigned)rows[i].lang < LANG_N)
			t->title[rows[i].lang] = rows[i].title;
	}
	for (size_t i = 0; i < out->n; i++)
		names_add(&out->list[i], ctx->mem);
	return err;
}

static bool same_word(const struct analysed_word *a,
		      const struct analysed_word *b)
{
	if (str_eq(a->exact, b->exact))
		return true;
	for (size_t i = 0; i < a->stems_n; i++)
		for (size_t j = 0; j < b->stems_n; j++)
			if (str_eq(a->stems[i], b->stems[j]))
				return true;
	return false;
}

static bool stands_in(const struct analysed *text,
		      const struct analysed *name)
{
	for (size_t at = 0; at + name->n <= text->n; at++) {
		size_t same = 0;

		while (same < name->n && same_word(&text->words[at + same],
						   &name->words[same]))
			same++;
		if (same == name->n)
			return true;
	}
	return false;
}

size_t svc_terms_in(struct arena *mem, const struct term_bank *bank,
		    struct str text, const struct bank_term **out,
		    size_t room)
{
	struct analysed words = analyse(mem, text, TEXT_WORDS);
	size_t n = 0;

	for (size_t i = 0; i < bank->n && n < room; i++) {
		const struct bank_term *t = &bank->list[i];
		size_t name = 0;

		while (name < t->names_n && !stands_in(&words, &t->names[name]))
			name++;
		if (name < t->names_n)
			out[n++] = t;
	}
	return n;
}
