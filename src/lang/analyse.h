/*
 * analyse.h - the words of a text as search sees them
 *
 * A word yields up to three kinds of key, in falling weight: its exact form
 * (folded as fold.h says), its stems (الالتزامات, التزام: one stem; commitments,
 * commitment; وەزارەتەکان, وەزارەت) and, for Arabic, its root (هجرة, مهاجر). It
 * has several stems where its letters can be read in several ways (للجنة).
 * Two words match when they share a key. The same function is used for what
 * is stored and for what is asked, so neither needs to know its language: the
 * script and the letters of the word itself choose the rules, never the words
 * beside it.
 *
 * The rules are ours for Arabic and Sorani (docs/SEARCH.md); irregular words
 * stand in words/forms.txt; English stems are those of Snowball.
 */
#ifndef LANG_ANALYSE_H
#define LANG_ANALYSE_H

#include "base/arena.h"
#include "base/str.h"

/* Written when the rules change, so that the index is made anew. */
enum { ANALYSE_RULES = 1 };

/* Changes by itself when the list of irregular words does (forms.h); written
 * beside ANALYSE_RULES. */
uint32_t analyse_forms(void);

/* A word takes part in search with at most so many readings. */
enum { ANALYSE_STEMS = 5, ANALYSE_WORD_MAX = 96 };

struct analysed_word {
	size_t at, n;		/* its bytes in the text, marks included */
	struct str exact;	/* never empty */
	/* At least one, all different, the likelier first. */
	struct str stems[ANALYSE_STEMS];
	size_t stems_n;
	struct str root;	/* three letters, or empty when none is seen */
};

struct analysed {
	struct analysed_word *words;	/* in the order of the text */
	size_t n;
	bool cut;		/* there were more than max words */
};

/*
 * Letters and digits make words; all else parts them, but an apostrophe
 * between letters and the hyphen behind co- and re-. Time and memory are
 * linear in the text, which must be valid UTF-8. Words longer than
 * ANALYSE_WORD_MAX bytes of folded form are cut there. Everything given back
 * lives in mem.
 */
struct analysed analyse(struct arena *mem, struct str text, size_t max);

/*
 * The same for many texts: a word that was met before costs a look-up. The
 * memory lives in the arena it was made with and learns some thousand words,
 * then no more. What is given back lives in both arenas.
 */
struct analyse_memory;
struct analyse_memory *analyse_memory_new(struct arena *mem);
struct analysed analyse_again(struct analyse_memory *m, struct arena *mem,
			      struct str text, size_t max);

#endif
