/*
 * replay.c - runs a fuzz target over files, without libFuzzer
 *
 *     fuzz_date FILE|FOLDER…
 *
 * So that every change is tried on all inputs that ever mattered, with any
 * compiler. Prints how many inputs were read; a fault ends in a signal or
 * in the sanitizer's report, with the name of the input before it.
 */

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static int one(const char *path)
{
	FILE *f = fopen(path, "rb");
	struct stat st;
	uint8_t *data;
	size_t n;

	if (!f || fstat(fileno(f), &st) != 0) {
		perror(path);
		exit(1);
	}
	/* Exactly as long as the input, so that reading past it is seen. */
	data = malloc((size_t)st.st_size + 1);
	n = data ? fread(data, 1, (size_t)st.st_size, f) : 0;
	data = data ? realloc(data, n ? n : 1) : NULL;
	fclose(f);
	if (!data || n != (size_t)st.st_size) {
		fprintf(stderr, "%s: cannot be read\n", path);
		exit(1);
	}
	fprintf(stderr, "%s\n", path);
	LLVMFuzzerTestOneInput(data, n);
	free(data);
	return 1;
}

static int folder(const char *path)
{
	DIR *d = opendir(path);
	struct dirent *e;
	int done = 0;

	if (!d)
		return one(path);
	while ((e = readdir(d))) {
		char name[4096];

		if (e->d_name[0] == '.')
			continue;
		snprintf(name, sizeof(name), "%s/%s", path, e->d_name);
		done += one(name);
	}
	closedir(d);
	return done;
}

int main(int argc, char **argv)
{
	int done = 0;

	for (int i = 1; i < argc; i++)
		done += folder(argv[i]);
	printf("%d inputs\n", done);
	return done > 0 ? 0 : 1;
}
