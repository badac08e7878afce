/* svc_pack.c - what a country or a framework brings */

#include "service/svc_pack.h"

#include <string.h>

#include "base/asset.h"
#include "base/log.h"
#include "service/svc_import_parts.h"

enum { NEEDS_MAX = 8 };

/* The files of a pack lie side by side: "packs/NAME/…". */
static size_t files_of(struct arena *mem, struct str name,
		       struct import_file *files, struct str *manifest)
{
	const char *prefix = arena_printf(mem, "packs/%.*s/",
					  STR_ARG(name)).p;
	size_t skip = strlen(prefix), n = 0;

	*manifest = STR("");
	for (size_t i = asset_first(prefix); i < asset_n(); i++) {
		const struct asset *a = asset_at(i);
		struct str file = str_of(a->name);

		if (!str_starts(file, str_of(prefix)))
			break;
		file = str_cut(file, skip, file.n);
		if (!str_ends(file, STR(".csv")))
			continue;
		if (str_is(file, "manifest.csv")) {
			*manifest = a->bytes;
			continue;
		}
		if (n == IMPORT_FILES_MAX)
			BUG("a pack has more files than an import may");
		files[n++] = (struct import_file){
			.name = file, .bytes = a->bytes,
		};
	}
	return n;
}

static void result_add(struct import_result *sum,
		       const struct import_result *one)
{
	if (one->batch)
		sum->batch = one->batch;
	for (size_t i = 0; i < IMPORT_FATES; i++)
		sum->n[i] += one->n[i];
	sum->settings += one->settings;
	sum->settings_kept += one->settings_kept;
}

static enum err pack_load(struct ctx *ctx, struct str name, int depth,
			  struct import_result *out)
{
	struct import_file files[IMPORT_FILES_MAX];
	struct import_result one;
	struct import_ask ask = { .files = files, .pack = true };
	enum err err = ERR_OK;

	ask.files_n = files_of(ctx->mem, name, files, &ask.manifest);
	if (!ask.files_n || depth == NEEDS_MAX) {
		problem_add_value(&ctx->problems, "", "unknown_pack", name,
				  STR(""));
		return ERR_MISSING;
	}
	for (size_t i = 0; err == ERR_OK && i < NEEDS_MAX; i++) {
		struct str need = import_manifest_value(ctx->mem,
				ask.manifest, STR("needs"), i);

		if (!need.n)
			break;
		err = pack_load(ctx, need, depth + 1, out);
	}
	if (err)
		return err;
	ask.what = arena_printf(ctx->mem, "packs/%.*s", STR_ARG(name));
	err = svc_import(ctx, &ask, &one);
	result_add(out, &one);
	return err;
}

enum err svc_pack_load(struct ctx *ctx, struct str name,
		       struct import_result *out)
{
	*out = (struct import_result){ 0 };
	return pack_load(ctx, name, 0, out);
}

size_t svc_pack_names(struct arena *mem, struct str **out)
{
	static const char prefix[] = "packs/";
	size_t n = 0, first = asset_first(prefix);

	*out = arena_array(mem, asset_n() + 1, sizeof(**out));
	for (size_t i = first; i < asset_n(); i++) {
		struct str name = str_of(asset_at(i)->name);

		if (!str_starts(name, STR("packs/")))
			break;
		name = str_cut(name, sizeof(prefix) - 1, name.n);
		if (str_find_char(name, '/') == name.n)
			continue;
		name.n = str_find_char(name, '/');
		if (!n || !str_eq((*out)[n - 1], name))
			(*out)[n++] = name;
	}
	return n;
}
