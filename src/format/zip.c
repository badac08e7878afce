/* zip.c - ZIP archives, by libzip */

#include "format/zip.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "base/log.h"
#include "base/os.h"

enum { PIECE = 64 * 1024 };

/* A part while libzip pulls it. */
struct pull {
	const struct zip_part *part;
	struct buf piece;
	size_t given;
	bool ended;
	enum err err;
	zip_error_t said;
};

static zip_int64_t pull_read(struct pull *p, void *data, zip_uint64_t room)
{
	struct str rest;

	if (p->given == p->piece.n && !p->ended) {
		buf_reset(&p->piece);
		p->given = 0;
		p->part->more(p->part->from, &p->piece, &p->err);
		p->ended = p->piece.n == 0;
	}
	if (p->err) {
		zip_error_set(&p->said, ZIP_ER_READ, 0);
		return -1;
	}
	rest = str_cut(buf_str(&p->piece), p->given, (size_t)room);
	memcpy(data, rest.p, rest.n);
	p->given += rest.n;
	return (zip_int64_t)rest.n;
}

static zip_int64_t pull(void *state, void *data, zip_uint64_t room,
			zip_source_cmd_t asked)
{
	struct pull *p = state;

	switch (asked) {
	case ZIP_SOURCE_OPEN:
	case ZIP_SOURCE_CLOSE:
	case ZIP_SOURCE_FREE:
		return 0;
	case ZIP_SOURCE_READ:
		return pull_read(p, data, room);
	case ZIP_SOURCE_STAT: {
		zip_stat_t *st = data;

		zip_stat_init(st);
		return sizeof(*st);
	}
	case ZIP_SOURCE_ERROR:
		return zip_error_to_data(&p->said, data, room);
	case ZIP_SOURCE_SUPPORTS:
		return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN,
			ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
			ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
			ZIP_SOURCE_SUPPORTS, -1);
	default:
		zip_error_set(&p->said, ZIP_ER_OPNOTSUPP, 0);
		return -1;
	}
}

static enum err err_of(zip_error_t *e)
{
	switch (zip_error_code_zip(e)) {
	case ZIP_ER_OK:
		return ERR_OK;
	case ZIP_ER_NOENT:
		return ERR_MISSING;
	case ZIP_ER_NOZIP:
	case ZIP_ER_INCONS:
	case ZIP_ER_CRC:
	case ZIP_ER_ZLIB:
	case ZIP_ER_EOF:
	case ZIP_ER_MULTIDISK:
	case ZIP_ER_COMPNOTSUPP:
	case ZIP_ER_ENCRNOTSUPP:
	case ZIP_ER_COMPRESSED_DATA:
		return ERR_CORRUPT;
	default:
		return zip_error_system_type(e) == ZIP_ET_SYS
			? os_err(zip_error_code_system(e)) : ERR_SYSTEM;
	}
}

static bool part_add(zip_t *zip, struct pull *p)
{
	const struct zip_part *part = p->part;
	zip_source_t *source = part->path
		? zip_source_file(zip, part->path, 0, -1)
		: zip_source_function(zip, pull, p);

	if (!source)
		return false;
	if (zip_file_add(zip, part->name, source, ZIP_FL_ENC_UTF_8) >= 0)
		return true;
	zip_source_free(source);
	return false;
}

static enum err pulls_run(const char *path, struct pull *pulls, size_t n)
{
	enum err err = ERR_OK;
	zip_error_t said;
	int code;
	zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_EXCL, &code);

	if (!zip) {
		zip_error_init_with_code(&said, code);
		err = err_of(&said);
		zip_error_fini(&said);
		return err;
	}
	for (size_t i = 0; !err && i < n; i++)
		if (!part_add(zip, &pulls[i]))
			err = err_of(zip_get_error(zip));
	/* Only now is anything read and written. */
	if (!err && zip_close(zip) == 0)
		return ERR_OK;
	if (!err)
		err = err_of(zip_get_error(zip));
	zip_discard(zip);
	unlink(path);
	for (size_t i = 0; i < n; i++)
		if (pulls[i].err)
			err = pulls[i].err;
	return err;
}

enum err zip_write(const char *path, const struct zip_part *parts, size_t n)
{
	struct arena mem;
	struct pull *pulls;
	enum err err;

	arena_init(&mem, 64 * 1024 * 1024);
	pulls = arena_array(&mem, n + 1, sizeof(*pulls));
	for (size_t i = 0; i < n; i++) {
		pulls[i].part = &parts[i];
		buf_init(&pulls[i].piece);
		zip_error_init(&pulls[i].said);
	}
	err = pulls_run(path, pulls, n);
	for (size_t i = 0; i < n; i++) {
		buf_release(&pulls[i].piece);
		zip_error_fini(&pulls[i].said);
	}
	arena_release(&mem);
	return err;
}

/* A zip_in is libzip's own handle under another name. */
enum err zip_open_in(struct zip_in **out, const char *path)
{
	zip_error_t said;
	enum err err;
	int code;
	zip_t *zip = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code);

	*out = (struct zip_in *)(void *)zip;
	if (zip)
		return ERR_OK;
	zip_error_init_with_code(&said, code);
	err = err_of(&said);
	zip_error_fini(&said);
	return err;
}

static zip_t *own(const struct zip_in *z)
{
	return (zip_t *)(uintptr_t)z;
}

void zip_close_in(struct zip_in *z)
{
	zip_discard(own(z));
}

size_t zip_parts(const struct zip_in *z)
{
	zip_int64_t n = zip_get_num_entries(own(z), 0);

	return n > 0 ? (size_t)n : 0;
}

const char *zip_part_name(const struct zip_in *z, size_t i)
{
	const char *name = zip_get_name(own(z), i, ZIP_FL_ENC_GUESS);

	return name ? name : "";
}

enum err zip_part_read(struct zip_in *z, size_t i,
		       enum err (*piece)(void *to, struct str bytes),
		       void *to)
{
	zip_file_t *file = zip_fopen_index(own(z), i, 0);
	enum err err = ERR_OK;
	char room[PIECE];
	zip_int64_t n;

	if (!file)
		return err_of(zip_get_error(own(z)));
	while (!err && (n = zip_fread(file, room, sizeof(room))) != 0)
		err = n < 0 ? ERR_CORRUPT
			    : piece(to, (struct str){ room, (size_t)n });
	if (zip_fclose(file) && !err)
		err = ERR_CORRUPT;
	return err;
}
