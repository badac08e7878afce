/*
 * digest.h - SHA-256 and randomness (the door to OpenSSL's EVP)
 *
 * FIPS 180-4. Used for the chained log, for the files kept as evidence and
 * for the names of assets; random bytes salt the contents of the log.
 */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/arena.h"

enum { DIGEST_SIZE = 32, DIGEST_HEX = 64 };

struct digest {
	unsigned char byte[DIGEST_SIZE];
};

/* The hash of all parts, one after the other. */
struct digest digest_of(const struct str parts[], size_t n);
bool digest_eq(const struct digest *a, const struct digest *b);
/* 64 lower-case hex digits in the arena. */
struct str digest_hex(struct arena *a, const struct digest *d);
bool digest_read(struct str hex, struct digest *out);
/* n bytes from the system's generator. Never fails: it aborts. */
void random_bytes(void *out, size_t n);

#endif
