/*
 * os.h - the few calls that touch the system
 */
#ifndef BASE_OS_H
#define BASE_OS_H

#include "base/arena.h"
#include "base/err.h"

/* Milliseconds since 1970 in UTC. */
int64_t os_now_ms(void);
/* Milliseconds of a clock that never goes back; for durations. */
int64_t os_ticks_ms(void);
/* The whole file; ERR_TOO_LARGE above limit, ERR_MISSING, ERR_SYSTEM. */
enum err os_read_file(struct arena *a, const char *path, size_t limit,
		      struct str *out);
/* All of a descriptor (a pipe, standard input) up to limit. */
enum err os_read_fd(struct arena *a, int fd, size_t limit, struct str *out);
/* Written beside, synced, renamed: the old file or the new, never half. */
enum err os_write_file(const char *path, struct str bytes);
bool os_exists(const char *path);
bool os_is_dir(const char *path);
enum err os_make_dir(const char *path);
/* Names (not paths) in a folder, sorted by bytes, "." and ".." left out. */
enum err os_list_dir(struct arena *a, const char *path,
		     struct str **names, size_t *n);
/* True when the descriptor is a terminal: progress is shown only there. */
bool os_is_terminal(int fd);
/* What errno means for our caller: ERR_MISSING, ERR_FULL, ERR_READ_ONLY … */
enum err os_err(int error_number);

#endif
