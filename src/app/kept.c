/* kept.c - pages that are kept until something changes */

#include "app/kept.h"

#include <stdatomic.h>

#include "base/arena.h"

/* Lies in its own arena together with its bytes. */
struct kept_page {
	struct arena mem;
	atomic_int holders;
	uint64_t hash;
	struct str path;
	struct str bytes;
	const char *type;
	int status;
};

static void page_drop(void *kept)
{
	struct kept_page *page = kept;
	struct arena mem;

	if (!page || atomic_fetch_sub(&page->holders, 1) != 1)
		return;
	mem = page->mem;
	arena_release(&mem);
}

static void drop_at(struct kept *k, size_t at)
{
	if (!k->pages[at])
		return;
	k->bytes -= k->pages[at]->bytes.n;
	page_drop(k->pages[at]);
	k->pages[at] = NULL;
}

void kept_init(struct kept *k)
{
	*k = (struct kept){ .generation = -1 };
}

void kept_release(struct kept *k)
{
	for (size_t i = 0; i < KEPT_PAGES; i++)
		drop_at(k, i);
}

void kept_check(struct kept *k, int64_t generation, struct date day)
{
	if (generation != -1 && generation == k->generation &&
	    date_eq(day, k->day))
		return;
	kept_release(k);
	k->generation = generation;
	k->day = day;
}

static void send(struct kept_page *page, struct response *rs)
{
	atomic_fetch_add(&page->holders, 1);
	rs->status = page->status;
	rs->type = page->type;
	rs->fixed = page->bytes;
	rs->kept = page;
	rs->kept_drop = page_drop;
}

bool kept_find(struct kept *k, struct str path, struct response *rs)
{
	uint64_t hash = str_hash(path);
	struct kept_page *page = k->pages[hash % KEPT_PAGES];

	if (!page || page->hash != hash || !str_eq(page->path, path))
		return false;
	send(page, rs);
	return true;
}

void kept_put(struct kept *k, struct str path, struct response *rs)
{
	uint64_t hash = str_hash(path);
	size_t at = hash % KEPT_PAGES;
	struct kept_page *page;
	struct arena mem;

	if (k->generation == -1 || rs->body.n > KEPT_BYTES / 4)
		return;
	drop_at(k, at);
	if (k->bytes + rs->body.n > KEPT_BYTES)
		kept_release(k);
	arena_init(&mem, KEPT_BYTES);
	page = arena_alloc(&mem, sizeof(*page));
	page->path = arena_str(&mem, path);
	page->bytes = arena_str(&mem, buf_str(&rs->body));
	page->hash = hash;
	page->type = rs->type;
	page->status = rs->status;
	page->mem = mem;
	atomic_init(&page->holders, 1);
	k->pages[at] = page;
	k->bytes += page->bytes.n;
	buf_reset(&rs->body);
	send(page, rs);
}
