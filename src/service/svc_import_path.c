/* svc_import_path.c - a folder or a file, read and imported */

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/os.h"
#include "lang/charset.h"
#include "service/svc_import_parts.h"

static const size_t FOLDER_MAX = (size_t)2 * 1024 * 1024 * 1024;
static const char manifest_name[] = "manifest.csv";

/* The last part of a path. */
static struct str base_name(struct str path)
{
	while (path.n > 1 && path.p[path.n - 1] == '/')
		path.n--;
	for (size_t i = path.n; i > 0; i--)
		if (path.p[i - 1] == '/')
			return str_cut(path, i, path.n);
	return path;
}

static enum err folder_read(struct arena *mem, const char *dir,
			    struct import_file *files, struct import_ask *ask)
{
	struct str *names;
	size_t n, bytes = 0;
	enum err err = os_list_dir(mem, dir, &names, &n);

	for (size_t i = 0; err == ERR_OK && i < n; i++) {
		struct str path, text;

		if (!str_ends(names[i], STR(".csv")) || names[i].p[0] == '.')
			continue;
		path = arena_printf(mem, "%s/%.*s", dir, STR_ARG(names[i]));
		err = os_read_file(mem, path.p, IMPORT_FILE_MAX, &text);
		bytes += text.n;
		if (err == ERR_OK && bytes > FOLDER_MAX)
			err = ERR_TOO_LARGE;
		if (err == ERR_OK && str_is(names[i], manifest_name)) {
			ask->manifest = text;
			continue;
		}
		if (ask->files_n == IMPORT_FILES_MAX)
			return ERR_TOO_LARGE;
		files[ask->files_n++] = (struct import_file){
			.name = names[i], .bytes = text,
		};
	}
	if (err == ERR_OK && !ask->files_n && !ask->manifest.n)
		err = ERR_MISSING;
	return err;
}

static enum err file_read(struct arena *mem, const struct import_path *ask,
			  struct import_file *out)
{
	out->entity = ask->entity;
	if (strcmp(ask->path, "-") == 0) {
		out->name = STR("-");
		return os_read_fd(mem, STDIN_FILENO, IMPORT_FILE_MAX,
				  &out->bytes);
	}
	out->name = base_name(str_of(ask->path));
	return os_read_file(mem, ask->path, IMPORT_FILE_MAX, &out->bytes);
}

/* A manifest is short; one in another charset is read like any file. */
static void manifest_decode(struct arena *mem, struct import_ask *ask)
{
	const char *charset;
	size_t bad_at;

	if (ask->manifest.n &&
	    !charset_to_utf8(mem, ask->manifest, &ask->manifest, &charset,
			     &bad_at))
		ask->manifest = STR("");
	ask->pack = import_manifest_value(mem, ask->manifest, STR("pack"),
					  0).n != 0;
}

enum err svc_import_path(struct ctx *ctx, const struct import_path *path,
			 struct import_result *out)
{
	struct import_file files[IMPORT_FILES_MAX];
	struct import_ask ask = {
		.files = files, .manifest = STR(""),
		.dry_run = path->dry_run, .row = path->row,
		.watcher = path->watcher,
		.what = base_name(str_of(path->path)),
	};
	struct arena mem;
	enum err err;

	*out = (struct import_result){ 0 };
	arena_init(&mem, SIZE_MAX / 2);
	if (os_is_dir(path->path)) {
		err = folder_read(&mem, path->path, files, &ask);
	} else {
		err = file_read(&mem, path, &files[0]);
		ask.files_n = 1;
	}
	if (err == ERR_OK) {
		manifest_decode(&mem, &ask);
		err = svc_import(ctx, &ask, out);
	}
	arena_release(&mem);
	return err;
}
