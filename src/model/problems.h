/*
 * problems.h - what a person can put right
 *
 * Mistakes in what was typed or sent are collected, all of them, and shown
 * in the reader's language at the top and again at the field; what was typed
 * is kept. The words are those of the key "problem.KEY".
 */
#ifndef MODEL_PROBLEMS_H
#define MODEL_PROBLEMS_H

#include "base/arena.h"
#include "lang/lang.h"

struct problem {
	const char *field;	/* form and column name; "" for the whole */
	const char *key;	/* words key without "problem." */
	struct str value;	/* what was given, at most 80 characters */
	struct str right;	/* what would be right: goes into {right} */
	int64_t row;		/* row of a file, 0 outside files */
};

enum { PROBLEMS_MAX = 200 };

struct problems {
	struct arena *mem;
	struct problem *list;
	size_t n;
	size_t missed;		/* further ones beyond PROBLEMS_MAX */
	int64_t row;		/* written into each new problem */
};

void problems_init(struct problems *ps, struct arena *mem);
void problem_add(struct problems *ps, const char *field, const char *key);
void problem_add_value(struct problems *ps, const char *field,
		       const char *key, struct str value, struct str right);
/* The first problem of a field, or NULL. */
const struct problem *problem_of(const struct problems *ps,
				 const char *field);
/* One problem in words, for a reader who knows its field by that name. */
struct str problem_words(struct arena *mem, enum lang l,
			 const struct problem *p, const char *field);

#endif
