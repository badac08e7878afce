/*
 * stop_words.h - words that say nothing about what is looked for
 *
 * Prepositions, conjunctions, articles and pronouns that stand in nearly
 * every text. A query does without them as long as other words remain. The
 * lists are ours and short on purpose: a word left out costs little, a word
 * dropped wrongly is never found.
 */
#ifndef LANG_STOP_WORDS_H
#define LANG_STOP_WORDS_H

#include "base/str.h"

/* exact: the folded form of a word (lang/analyse.h). */
bool stop_word(struct str exact);

#endif
