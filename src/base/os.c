/* os.c - the few calls that touch the system */

#include "base/os.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/os_file.h"

static int64_t clock_ms(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t os_now_ms(void)
{
	return clock_ms(CLOCK_REALTIME);
}

int64_t os_ticks_ms(void)
{
	return clock_ms(CLOCK_MONOTONIC);
}

enum err os_err(int error_number)
{
	switch (error_number) {
	case 0:
		return ERR_OK;
	case ENOENT:
	case ENOTDIR:
		return ERR_MISSING;
	case ENOSPC:
	case EDQUOT:
	case EFBIG:
		return ERR_FULL;
	case EROFS:
		return ERR_READ_ONLY;
	case EAGAIN:
	case EBUSY:
		return ERR_BUSY;
	default:
		return ERR_SYSTEM;
	}
}

enum err os_read_fd(struct arena *a, int fd, size_t limit, struct str *out)
{
	enum err err = ERR_OK;
	char piece[16 * 1024];
	struct buf b;

	buf_init_limit(&b, limit);
	while (!b.full) {
		ssize_t n = read(fd, piece, sizeof(piece));

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			err = os_err(errno);
		if (n <= 0)
			break;
		buf_add(&b, (struct str){ piece, (size_t)n });
	}
	if (b.full)
		err = ERR_TOO_LARGE;
	if (!err)
		*out = arena_str(a, buf_str(&b));
	buf_release(&b);
	return err;
}

enum err os_read_file(struct arena *a, const char *path, size_t limit,
		      struct str *out)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	enum err err;

	if (fd < 0)
		return os_err(errno);
	err = os_read_fd(a, fd, limit, out);
	close(fd);
	return err;
}

enum err os_write_file(const char *path, struct str bytes)
{
	struct arena a;
	struct os_file f;
	enum err err;

	arena_init(&a, 1024 * 1024);
	os_file_begin(&f, &a, path);
	os_file_add(&f, bytes);
	err = os_file_end(&f, true);
	arena_release(&a);
	return err;
}

bool os_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

bool os_is_dir(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

enum err os_make_dir(const char *path)
{
	if (mkdir(path, 0777) == 0)
		return ERR_OK;
	if (errno == EEXIST && os_is_dir(path))
		return ERR_OK;
	return os_err(errno);
}

static int by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

enum err os_list_dir(struct arena *a, const char *path,
		     struct str **names, size_t *n)
{
	DIR *dir = opendir(path);
	const struct dirent *entry;
	size_t room = 16;
	int failed;

	if (!dir)
		return os_err(errno);
	*names = arena_array(a, room, sizeof(**names));
	*n = 0;
	while (errno = 0, (entry = readdir(dir))) {
		struct str name = str_of(entry->d_name);

		if (str_is(name, ".") || str_is(name, ".."))
			continue;
		if (*n == room) {
			struct str *more = arena_array(a, room *= 2,
						       sizeof(*more));
			for (size_t i = 0; i < *n; i++)
				more[i] = (*names)[i];
			*names = more;
		}
		(*names)[(*n)++] = arena_str(a, name);
	}
	failed = errno;
	closedir(dir);
	if (*n > 1)
		qsort(*names, *n, sizeof(**names), by_bytes);
	return os_err(failed);
}

bool os_is_terminal(int fd)
{
	return isatty(fd);
}
