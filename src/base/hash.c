#include "base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

struct hash
hash_text(str text)
{
	XXH128_canonical_t canonical;
	XXH128_canonicalFromHash(&canonical, XXH3_128bits(text.bytes, text.length));
	struct hash hash;
	memcpy(hash.bytes, canonical.digest, sizeof(hash.bytes));
	return hash;
}

long long
hash_number(struct hash hash)
{
	unsigned long long number = 0;
	for (size_t i = 0; i < 8; i++)
		number = number << 8 | hash.bytes[i];
	return (long long)number;
}

void
hash_name(struct hash hash, char name[27])
{
	static const char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
	unsigned bits = 0, held = 0;
	size_t length = 0;
	for (size_t i = 0; i < sizeof(hash.bytes); i++) {
		bits = (bits << 8 | hash.bytes[i]) & 0x1FFFu;
		held += 8;
		for (; held >= 5; held -= 5)
			name[length++] = digits[bits >> (held - 5) & 31u];
	}
	name[length++] = digits[bits << (5 - held) & 31u];
	name[length] = '\0';
}
