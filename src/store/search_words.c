/* search_words.c - the words of a record, each once, where they weigh most */

#include "store/search_parts.h"

#include <string.h>

#include "domain/fact.h"

enum {
	KEYS_FIRST = 256,
	TEXT_WORDS_MAX = 20000
};

/* Open addressing; a slot holds the place of a key in the list, plus one. */
struct key_list {
	struct arena *mem;
	struct analyse_memory *known;
	struct search_key *keys;
	uint32_t *slots;
	size_t n, room;			/* slots are twice as many */
};

/* A name and a body are one kind of key, as are their stems. */
static int kind_of(enum search_place place)
{
	static const uint8_t kinds[SEARCH_PLACES] = {
		[SEARCH_NAME] = 0, [SEARCH_BODY] = 0,
		[SEARCH_NAME_STEM] = 1, [SEARCH_BODY_STEM] = 1,
		[SEARCH_ROOT] = 2, [SEARCH_MARK] = 3,
	};

	return kinds[place];
}

static uint32_t *slot_of(const struct key_list *l, const struct search_key *k)
{
	size_t mask = 2 * l->room - 1;
	size_t at = (str_hash(k->key) + (uint64_t)kind_of(k->place)) & mask;

	while (l->slots[at]) {
		const struct search_key *there = &l->keys[l->slots[at] - 1];

		if (kind_of(there->place) == kind_of(k->place) &&
		    str_eq(there->key, k->key))
			break;
		at = (at + 1) & mask;
	}
	return &l->slots[at];
}

static void list_grow(struct key_list *l)
{
	struct search_key *old = l->keys;

	l->room = l->room ? l->room * 2 : KEYS_FIRST;
	l->keys = arena_array(l->mem, l->room, sizeof(*l->keys));
	l->slots = arena_array(l->mem, 2 * l->room, sizeof(*l->slots));
	if (l->n)
		memcpy(l->keys, old, l->n * sizeof(*old));
	for (size_t i = 0; i < l->n; i++)
		*slot_of(l, &l->keys[i]) = (uint32_t)i + 1;
}

/* What stands there already stays: names come first and weigh more. */
static void key_add(struct key_list *l, enum search_place place,
		    struct str key)
{
	struct search_key k = { search_key_clean(l->mem, key), place };
	uint32_t *slot;

	if (!k.key.n)
		return;
	if (l->n == l->room)
		list_grow(l);
	slot = slot_of(l, &k);
	if (*slot)
		return;
	l->keys[l->n++] = k;
	*slot = (uint32_t)l->n;
}

static void words_add(struct key_list *l, bool name, struct str text)
{
	struct analysed a = l->known
		? analyse_again(l->known, l->mem, text, TEXT_WORDS_MAX)
		: analyse(l->mem, text, TEXT_WORDS_MAX);

	for (size_t i = 0; i < a.n; i++) {
		const struct analysed_word *w = &a.words[i];

		key_add(l, name ? SEARCH_NAME : SEARCH_BODY, w->exact);
		/* A word that is its own stem stands there already. */
		for (size_t k = 0; k < w->stems_n; k++)
			if (!str_eq(w->stems[k], w->exact))
				key_add(l, name ? SEARCH_NAME_STEM
						: SEARCH_BODY_STEM,
					w->stems[k]);
		key_add(l, SEARCH_ROOT, w->root);
	}
}

/* A fact says what a source says: its title names no thing of the world. */
static bool is_name(const struct entity *e, const struct field *f)
{
	return (f->flags & SEARCHED) && f->kind != KIND_LONGTEXT &&
	       e != &fact_entity;
}

static void fields_add(struct key_list *l, const struct entity *e,
		       const void *record, bool names)
{
	for (size_t i = 0; i < e->fields_n; i++) {
		const struct field *f = &e->fields[i];
		const struct text *t = field_text_in(f, record);

		if (is_name(e, f) != names)
			continue;
		for (enum lang k = 0; t && k < LANG_N; k++)
			if (t->in[k].body.n)
				words_add(l, names, t->in[k].body);
		/* Other lines are numbers, locators, names of fields. */
		if (f->kind == KIND_LINE &&
		    (f->flags & SEARCHED || str_is(STR("symbol"), f->name)))
			words_add(l, true,
				  ((const struct line *)field_in(f, record))->s);
	}
}

static void marks_add(struct key_list *l, const struct entity *e,
		      const void *record)
{
	const struct row *row = record_row_in(record);

	key_add(l, SEARCH_MARK, str_of(e->name));
	key_add(l, SEARCH_MARK, search_mark_edition(l->mem,
					(enum edition)row->edition.v));
	for (size_t i = 0; i < e->fields_n; i++) {
		const struct field *f = &e->fields[i];
		const void *m = field_in(f, record);

		if (f->kind == KIND_REF && ((const struct ref *)m)->id)
			key_add(l, SEARCH_MARK, search_mark_about(l->mem,
				f->refers, ((const struct ref *)m)->id));
		if (f->kind == KIND_ANYREF &&
		    ((const struct anyref *)m)->entity)
			key_add(l, SEARCH_MARK, search_mark_about(l->mem,
				((const struct anyref *)m)->entity,
				((const struct anyref *)m)->to.id));
	}
	if (row->owner.id)
		key_add(l, SEARCH_MARK, search_mark_about(l->mem,
				entity_by_name(STR("organisation")),
				row->owner.id));
}

struct search_doc search_doc_of(struct arena *mem,
				struct analyse_memory *known,
				const struct entity *e, const void *record)
{
	struct key_list l = { .mem = mem, .known = known };
	const struct row *row = record_row_in(record);

	words_add(&l, true, row->code);
	fields_add(&l, e, record, true);
	fields_add(&l, e, record, false);
	marks_add(&l, e, record);
	return (struct search_doc){
		.entity = e,
		.row_id = row->id,
		.stage = str_of(choice_name(&stage_choices, row->stage)),
		.keys = l.keys,
		.n = l.n,
	};
}

static bool plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
	       (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

struct str search_key_clean(struct arena *mem, struct str key)
{
	size_t n = 0;
	char *kept;

	while (n < key.n && plain(key.p[n]))
		n++;
	if (n == key.n)
		return key;
	kept = arena_alloc(mem, key.n + 1);
	n = 0;
	for (size_t i = 0; i < key.n; i++)
		if (plain(key.p[i]))
			kept[n++] = key.p[i];
	return (struct str){ kept, n };
}

struct str search_mark_about(struct arena *mem, const struct entity *e,
			     int64_t id)
{
	return search_key_clean(mem, arena_printf(mem, "%s%lld", e->name,
						  (long long)id));
}

struct str search_mark_edition(struct arena *mem, enum edition edition)
{
	return arena_printf(mem, "edition%d", (int)edition);
}
