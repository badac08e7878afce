/* asset.c - the files inside the program */

#include "base/asset.h"

#include <assert.h>
#include <string.h>

#include "base/log.h"

/* Written by tools/embed as assembler, so its shape is held here. */
extern const struct asset assets[];
extern const size_t assets_n;

static_assert(sizeof(struct asset) == 4 * 8, "tools/embed writes four words");
static_assert(offsetof(struct asset, bytes.n) == 16, "length is the third");
static_assert(sizeof(size_t) == 8, "tools/embed counts in 64 bits");

size_t asset_n(void)
{
	return assets_n;
}

const struct asset *asset_at(size_t i)
{
	if (i >= assets_n)
		BUG("no asset at this place");
	return &assets[i];
}

size_t asset_first(const char *prefix)
{
	size_t from = 0;
	size_t to = assets_n;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (strcmp(assets[middle].name, prefix) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

const struct asset *asset_find(const char *name)
{
	size_t i = asset_first(name);

	if (i == assets_n || strcmp(assets[i].name, name) != 0)
		return NULL;
	return &assets[i];
}
