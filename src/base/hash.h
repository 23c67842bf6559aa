/*
 * Content hashes, for ids and for seeing that a note changed; no claim of security. The only file
 * that knows xxHash (XXH3, 128 bits).
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/str.h"

/* In canonical (big-endian) byte order: the same on every machine. */
struct hash {
	unsigned char bytes[16];
};

struct hash hash_text(str text);

/* Its first 64 bits, for comparing many. */
long long hash_number(struct hash hash);

/* 26 characters of lower-case Crockford base 32, and a NUL. */
void hash_name(struct hash hash, char name[27]);

#endif
