/* cmd_words.c - what search makes of words, for tests and for the curious */

#include "app/cmd.h"
#include "lang/analyse.h"

enum { WORDS_MOST = 100000 };

/* word, its stems separated by blanks, its root */
static void word_line(struct cli *c, const struct analysed_word *w)
{
	buf_add(&c->out, w->exact);
	for (size_t i = 0; i < w->stems_n; i++) {
		buf_add_char(&c->out, i ? ' ' : '\t');
		buf_add(&c->out, w->stems[i]);
	}
	buf_add_char(&c->out, '\t');
	buf_add(&c->out, w->root);
	buf_add_char(&c->out, '\n');
}

int cmd_test_analyse(struct cli *c)
{
	for (size_t i = 0; i < c->args_n; i++) {
		struct analysed found = analyse(&c->mem, c->args[i],
						WORDS_MOST);

		for (size_t j = 0; j < found.n; j++)
			word_line(c, &found.words[j]);
	}
	return 0;
}
