/*
 * zip.h - ZIP archives (APPNOTE.TXT 6.3.3; the door to libzip)
 *
 * Archives are written part by part as the parts are asked for, and read the
 * same way: neither is ever whole in memory.
 */
#ifndef FORMAT_ZIP_H
#define FORMAT_ZIP_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

/* What goes into an archive: bytes that come piece by piece, or a file. */
struct zip_part {
	const char *name;	/* in the archive */
	const char *path;	/* of a file; NULL: bytes from `more` */
	/* Adds the next piece to out (empty before); adds nothing at the
	 * end. What fails is told in *err. */
	void (*more)(void *from, struct buf *out, enum err *err);
	void *from;
};

/* Writes a new archive; path must not exist. Not synced. ERR_FULL …; or what
 * a part told. Nothing is left after a failure. */
enum err zip_write(const char *path, const struct zip_part *parts, size_t n);

struct zip_in;

/* ERR_MISSING; ERR_CORRUPT when it is no archive. */
enum err zip_open_in(struct zip_in **out, const char *path);
void zip_close_in(struct zip_in *z);
size_t zip_parts(const struct zip_in *z);
/* Good until the archive is closed. */
const char *zip_part_name(const struct zip_in *z, size_t i);
/* All of a part, in pieces, checksum included; `piece` may stop it by an
 * error of its own. ERR_CORRUPT when the part is damaged. */
enum err zip_part_read(struct zip_in *z, size_t i,
		       enum err (*piece)(void *to, struct str bytes),
		       void *to);

#endif
