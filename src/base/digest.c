/* digest.c - SHA-256 and randomness */

#include "base/digest.h"

#include <errno.h>
#include <openssl/evp.h>
#include <string.h>
#include <sys/random.h>

#include "base/log.h"

struct digest digest_of(const struct str parts[], size_t n)
{
	EVP_MD_CTX *md = EVP_MD_CTX_new();
	struct digest d;
	unsigned size = 0;
	int fine;

	if (!md)
		BUG("no memory");
	fine = EVP_DigestInit_ex(md, EVP_sha256(), NULL);
	for (size_t i = 0; i < n; i++)
		fine = fine && EVP_DigestUpdate(md, parts[i].p, parts[i].n);
	fine = fine && EVP_DigestFinal_ex(md, d.byte, &size);
	EVP_MD_CTX_free(md);
	if (!fine || size != DIGEST_SIZE)
		BUG("SHA-256 failed");
	return d;
}

bool digest_eq(const struct digest *a, const struct digest *b)
{
	return memcmp(a->byte, b->byte, DIGEST_SIZE) == 0;
}

struct str digest_hex(struct arena *a, const struct digest *d)
{
	static const char hex[] = "0123456789abcdef";
	char *out = arena_alloc(a, DIGEST_HEX + 1);

	for (size_t i = 0; i < DIGEST_SIZE; i++) {
		out[2 * i] = hex[d->byte[i] >> 4];
		out[2 * i + 1] = hex[d->byte[i] & 15];
	}
	return (struct str){ out, DIGEST_HEX };
}

bool digest_read(struct str hex, struct digest *out)
{
	if (hex.n != DIGEST_HEX)
		return false;
	for (size_t i = 0; i < DIGEST_HEX; i++) {
		char c = hex.p[i];
		int value;

		if (c >= '0' && c <= '9')
			value = c - '0';
		else if (c >= 'a' && c <= 'f')
			value = c - 'a' + 10;
		else
			return false;
		if (i % 2 == 0)
			out->byte[i / 2] = (unsigned char)(value << 4);
		else
			out->byte[i / 2] |= (unsigned char)value;
	}
	return true;
}

void random_bytes(void *out, size_t n)
{
	char *p = out;

	while (n) {
		ssize_t got = getrandom(p, n, 0);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			BUG("the system gives no random bytes");
		p += got;
		n -= (size_t)got;
	}
}
