/* svc_import_settings.c - what a manifest says about an installation */

#include "service/svc_import_parts.h"

#include "base/log.h"
#include "lang/charset.h"

static bool line_next(struct csv_in *csv, struct arena *mem,
		      struct str *key, struct str *value)
{
	if (!csv_next(csv, mem))
		return false;
	*key = str_trim(csv->cells[0]);
	*value = csv->cells_n > 1 ? str_trim(csv->cells[1]) : STR("");
	return true;
}

struct str import_manifest_value(struct arena *mem, struct str manifest,
				 struct str key, size_t nth)
{
	struct csv_in csv;
	struct str name, value;

	csv_open(&csv, mem, manifest);
	while (line_next(&csv, mem, &name, &value))
		if (str_eq(name, key) && nth-- == 0)
			return value;
	return STR("");
}

static struct str setting_now(struct import *im, struct str key)
{
	struct stmt *st = db_stmt(im->ctx.db, SQL("SELECT value FROM setting "
						  "WHERE key = $1"));
	struct str value = STR("");

	bind_str(st, 1, key);
	if (stmt_step(st))
		value = arena_str(&im->mem, col_str(st, 0));
	stmt_run(st);
	return value;
}

static bool is_code(struct str key)
{
	return !str_is(key, "demo") && !str_is(key, "zone_minutes") &&
	       !manner_knows(key);
}

/* Beside each setting: what a pack last made it, to know who changed it. */
static struct str packed_key(struct import *im, struct str key)
{
	return arena_printf(&im->mem, "packed.%.*s", STR_ARG(key));
}

static void setting_tell(struct import *im, const struct import_change *what,
			 enum import_fate fate)
{
	struct import_row row = {
		.file = STR("manifest.csv"), .row = what->row, .fate = fate,
		.code = what->key, .differences = &what->difference,
		.differences_n = 1,
	};

	import_tell(im, &row);
}

/* Stored, and taken down for the log, from which an undo reads it. */
static void setting_change(struct import *im, const struct import_change *c)
{
	if (str_eq(c->difference.before, c->difference.after))
		return;
	if (im->settings_n == COUNT(im->settings))
		BUG("more settings than the log has room for");
	im->settings[im->settings_n++] = c->difference;
	if (im->out->n[IMPORT_REFUSED])
		return;
	import_batch_begin(im);
	setting_put(im->ctx.db, c->key, c->difference.after);
}

static struct import_change change_of(struct import *im, struct str key,
				      struct str value)
{
	struct import_change c = { .key = key };
	struct field *f = arena_alloc(&im->mem, sizeof(*f));

	f->name = arena_cstr(&im->mem, arena_printf(&im->mem, "setting.%.*s",
						    STR_ARG(key)));
	c.difference = (struct difference){
		.field = f, .lang = LANG_N, .before = setting_now(im, key),
		.after = arena_str(&im->mem, value),
	};
	return c;
}

static void setting_do(struct import *im, struct str key, struct str value,
		       int64_t at)
{
	struct import_change packed, change;
	struct str now;

	if (is_code(key) && value.n &&
	    import_code_of(im, value)->where == CODE_NOWHERE) {
		import_fault(im, import_at(2, ""), "no_such_record", value,
			     STR(""));
		return;
	}
	if (!setting_fits(key, value)) {
		import_fault(im, import_at(2, ""), "setting_value", value,
			     STR(""));
		return;
	}
	/* "Not a demonstration" is what holds when nobody says more: a pack
	 * that others need must not speak for them. */
	if (im->ask->pack && str_is(key, "demo") && str_is(value, "no"))
		return;
	change = change_of(im, arena_str(&im->mem, key), value);
	change.row = at;
	now = change.difference.before;
	packed = change_of(im, packed_key(im, key), value);
	if (im->ask->pack && now.n && !str_eq(now, value) &&
	    !str_eq(now, packed.difference.before)) {
		im->out->settings_kept++;
		setting_tell(im, &change, IMPORT_KEPT);
		return;
	}
	if (im->ask->pack)
		setting_change(im, &packed);
	if (str_eq(now, value))
		return;
	im->out->settings++;
	setting_change(im, &change);
	setting_tell(im, &change, IMPORT_CHANGED);
}

static bool key_known(struct str key)
{
	return setting_known(key) || str_is(key, "key") ||
	       str_is(key, "pack") || str_is(key, "needs") ||
	       str_starts(key, STR("title:"));
}

void import_manifest(struct import *im)
{
	struct str key, value;
	struct csv_in csv;

	arena_reset(&im->row_mem);
	problems_init(&im->ctx.problems, &im->row_mem);
	csv_open(&csv, &im->mem, im->ask->manifest);
	while (line_next(&csv, &im->mem, &key, &value)) {
		if (setting_known(key))
			setting_do(im, key, value, csv.row);
		else if (!key_known(key))
			import_fault(im, import_at(1, ""), "unknown_setting",
				     key, STR(""));
		if (im->ctx.problems.n)
			import_file_refuse(im, STR("manifest.csv"), NULL,
					   csv.row);
	}
	if (csv.fault) {
		import_csv_fault(im, &csv);
		import_file_refuse(im, STR("manifest.csv"), NULL, csv.row);
	}
}
