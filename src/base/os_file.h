/*
 * os_file.h - a file too long to hold in memory, written whole or not at all
 *
 * The bytes go to a file beside the wanted one, which takes its place when
 * everything is on the disk. Failures stick; os_file_end tells the first.
 */
#ifndef BASE_OS_FILE_H
#define BASE_OS_FILE_H

#include "base/arena.h"
#include "base/err.h"

struct os_file {
	int fd;			/* -1: not open */
	bool lent;		/* fd is somebody else's and stays open */
	const char *path, *beside;
	enum err err;
};

/* The names live in a. */
void os_file_begin(struct os_file *f, struct arena *a, const char *path);
/* Writes to an open descriptor instead, which is neither synced nor closed. */
void os_file_begin_fd(struct os_file *f, int fd);
void os_file_add(struct os_file *f, struct str bytes);
/* Keeps the file when keep is true and nothing failed. */
enum err os_file_end(struct os_file *f, bool keep);

/* Syncs a finished file and gives it its name, for libraries that write
 * files themselves. What failed leaves neither. */
enum err os_file_put(const char *beside, const char *path);

#endif
