/* stop_words.c - words that say nothing about what is looked for */

#include "lang/stop_words.h"


/* As lang/fold.h leaves them. */
static const char *const words[] = {
	/* Arabic */
	"من", "الي", "عن", "علي", "في", "مع", "او", "ان", "و", "ثم", "التي",
	"الذي", "الذين", "هذا", "هذه", "ذلك", "تلك", "هو", "هي", "ما", "لا",
	"كل", "قد", "بين", "حول", "لدي", "كما", "بان", "وان",
	/* Sorani */
	"له", "بو", "به", "كه", "لهگهل", "ئهم", "ئهو", "لهسهر", "ههر",
	"يان", "وهك", "تا", "ياخود", "ي", "يهم", "يهو",
	/* English */
	"a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in",
	"into", "is", "it", "its", "of", "on", "or", "that", "the", "their",
	"this", "to", "was", "were", "which", "with",
};

bool stop_word(struct str exact)
{
	for (size_t i = 0; i < COUNT(words); i++)
		if (str_is(exact, words[i]))
			return true;
	return false;
}
