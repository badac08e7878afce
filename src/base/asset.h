/*
 * asset.h - the files inside the program
 *
 * Style sheets, scripts, icons, fonts, migrations, packs and the manual are put
 * into the executable when it is built (tools/embed), so that it needs no folder
 * beside it. A name is the path in the tree, with shorter forms:
 *
 *     assets/mithaq.css   fonts/NotoSans-Regular.woff2
 *     migrations/0001_base.sql   packs/iraq/pledges.csv
 *     manual/ar/01-mithaq.md
 *
 * Nothing here is ever released; the bytes end in NUL (not counted).
 */
#ifndef BASE_ASSET_H
#define BASE_ASSET_H

#include "base/str.h"

struct asset {
	const char *name;
	struct str bytes;
	/* The first 16 hex digits of their SHA-256: names them in caches. */
	const char *hash;
};

/* NULL when there is no file of that name. */
const struct asset *asset_find(const char *name);

/*
 * All of them, sorted by name in byte order: the files of a folder lie side
 * by side, the first at asset_first("packs/iraq/").
 */
size_t asset_n(void);
const struct asset *asset_at(size_t i);
/* The place of the first name that is not before prefix; asset_n() if all
 * are. */
size_t asset_first(const char *prefix);

#endif
