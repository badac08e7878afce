/* os_file.c - a file too long to hold in memory */

#include "base/os_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/os.h"

void os_file_begin(struct os_file *f, struct arena *a, const char *path)
{
	*f = (struct os_file){
		.path = path,
		.beside = arena_printf(a, "%s.%ld.new", path,
				       (long)getpid()).p,
	};
	f->fd = open(f->beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
		     0666);
	if (f->fd < 0)
		f->err = os_err(errno);
}

void os_file_begin_fd(struct os_file *f, int fd)
{
	*f = (struct os_file){ .fd = fd, .lent = true };
}

void os_file_add(struct os_file *f, struct str bytes)
{
	while (bytes.n && !f->err) {
		ssize_t n = write(f->fd, bytes.p, bytes.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			f->err = os_err(errno);
		else
			bytes = str_cut(bytes, (size_t)n, bytes.n);
	}
}

/* A file or, after a rename, the folder: a new name is only safe when the
 * folder that holds it is on the disk too. */
static enum err sync_path(const char *path, int flags)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | flags);
	enum err err = ERR_OK;

	if (fd < 0)
		return os_err(errno);
	/* Some file systems cannot sync a folder and say EINVAL. */
	if (fsync(fd) && errno != EINVAL)
		err = os_err(errno);
	close(fd);
	return err;
}

enum err os_file_put(const char *beside, const char *path)
{
	struct str folder = str_of(path);
	enum err err = sync_path(beside, 0);
	struct arena mem;

	if (!err && rename(beside, path))
		err = os_err(errno);
	if (err) {
		unlink(beside);
		return err;
	}
	while (folder.n && folder.p[folder.n - 1] != '/')
		folder.n--;
	arena_init(&mem, 1024 * 1024);
	err = sync_path(folder.n ? arena_cstr(&mem, folder) : ".",
			O_DIRECTORY);
	arena_release(&mem);
	return err;
}

enum err os_file_end(struct os_file *f, bool keep)
{
	if (f->fd < 0 || f->lent)
		return f->err;
	if (close(f->fd) && !f->err)
		f->err = os_err(errno);
	f->fd = -1;
	if (!f->err && keep)
		f->err = os_file_put(f->beside, f->path);
	else
		unlink(f->beside);
	return f->err;
}
