/* problems.c - what a person can put right */

#include "model/problems.h"

#include <string.h>

#include "base/utf8.h"
#include "lang/words.h"

enum { VALUE_MAX = 80 };

void problems_init(struct problems *ps, struct arena *mem)
{
	*ps = (struct problems){ .mem = mem };
}

void problem_add(struct problems *ps, const char *field, const char *key)
{
	problem_add_value(ps, field, key, STR(""), STR(""));
}

void problem_add_value(struct problems *ps, const char *field,
		       const char *key, struct str value, struct str right)
{
	if (ps->n == PROBLEMS_MAX) {
		ps->missed++;
		return;
	}
	if (!ps->list)
		ps->list = arena_array(ps->mem, PROBLEMS_MAX,
				       sizeof(*ps->list));
	/* A value that is not UTF-8 cannot be shown on any page. */
	if (utf8_check(value) != value.n)
		value = str_cut(value, 0, utf8_check(value));
	ps->list[ps->n++] = (struct problem){
		.field = field,
		.key = key,
		.value = arena_str(ps->mem, utf8_head(value, VALUE_MAX)),
		.right = arena_str(ps->mem, right),
		.row = ps->row,
	};
}

const struct problem *problem_of(const struct problems *ps,
				 const char *field)
{
	for (size_t i = 0; i < ps->n; i++)
		if (strcmp(ps->list[i].field, field) == 0)
			return &ps->list[i];
	return NULL;
}

struct str problem_words(struct arena *mem, enum lang l,
			 const struct problem *p, const char *field)
{
	const char *key = arena_printf(mem, "problem.%s", p->key).p;
	const struct hole holes[] = {
		{ .name = "field", .text = str_of(field) },
		{ .name = "value", .text = p->value },
		{ .name = "right", .text = p->right },
		{ .name = "max", .text = p->right },
		{ .name = "row", .text = arena_printf(mem, "%lld",
						      (long long)p->row) },
	};
	struct buf b;
	struct str s;

	buf_init(&b);
	text_word(&b, l, key, holes, COUNT(holes));
	s = arena_str(mem, buf_str(&b));
	buf_release(&b);
	return s;
}
