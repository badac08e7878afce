/*
 * utf8.h - UTF-8 as RFC 3629 has it
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/arena.h"

/* The place of the first byte that is not valid UTF-8 (overlong forms,
 * surrogates, above U+10FFFF), or s.n when all is well. */
size_t utf8_check(struct str s);
/* The code point at *at, which moves behind it. s must be valid. */
uint32_t utf8_next(struct str s, size_t *at);
/* Characters (code points), not bytes. */
size_t utf8_count(struct str s);
/* At most n code points of s. */
struct str utf8_head(struct str s, size_t n);
/* Writes one code point (1 to 4 bytes) and returns how many. */
size_t utf8_put(char out[4], uint32_t c);
/* Controls (C0 but tab and line end, C1, U+0000) and the bidirectional
 * formatting characters U+202A-202E, U+2066-2069, U+200E/F, U+061C. */
bool utf8_is_control(uint32_t c);
bool utf8_is_bidi(uint32_t c);

#endif
