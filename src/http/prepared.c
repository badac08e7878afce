/* prepared.c - answers that are sent again as they are */

#include "http/prepared.h"

#include <string.h>

static bool add(struct prepared_key *key, struct str text)
{
	if (text.n + 1 > sizeof(key->text) - key->n)
		return false;
	memcpy(key->text + key->n, text.p, text.n);
	key->n += text.n;
	/* No header holds a line end, so two lists never look alike. */
	key->text[key->n++] = '\n';
	return true;
}

bool prepared_key(struct prepared_key *key, const struct response *r)
{
	char status[2] = { (char)(r->status >> 8), (char)(r->status & 0xFF) };

	if (str_empty(r->fixed))
		return false;
	key->fixed = r->fixed;
	key->kept = r->kept;
	key->n = 0;
	if (!add(key, (struct str){ status, 2 }) || !add(key, str_of(r->type)))
		return false;
	for (size_t i = 0; i < r->headers_n; i++)
		if (!add(key, r->headers[i].name) ||
		    !add(key, r->headers[i].value))
			return false;
	return true;
}

static struct prepared *place_of(struct prepared_list *l,
				 const struct prepared_key *key)
{
	uintptr_t at = (uintptr_t)key->fixed.p;

	return &l->all[(at >> 4 ^ at >> 12 ^ at >> 20) % PREPARED_MAX];
}

void *prepared_find(struct prepared_list *l, const struct prepared_key *key)
{
	struct prepared *p = place_of(l, key);

	if (p->made && p->key.fixed.p == key->fixed.p &&
	    p->key.fixed.n == key->fixed.n && p->key.kept == key->kept &&
	    p->key.n == key->n && memcmp(p->key.text, key->text, key->n) == 0)
		return p->made;
	return NULL;
}

void prepared_keep(struct prepared_list *l, const struct prepared_key *key,
		   void *made)
{
	struct prepared *p = place_of(l, key);

	if (p->made)
		l->drop(p->made);
	p->key.fixed = key->fixed;
	p->key.kept = key->kept;
	p->key.n = key->n;
	memcpy(p->key.text, key->text, key->n);
	p->made = made;
}

void prepared_release(struct prepared_list *l)
{
	for (size_t i = 0; i < PREPARED_MAX; i++)
		if (l->all[i].made)
			l->drop(l->all[i].made);
	memset(l->all, 0, sizeof(l->all));
}
