/*
 * Which character comes before which, accents and case apart. Shared by the files collate*.c
 * alone.
 */
#ifndef QUERY_COLLATE_ORDER_H
#define QUERY_COLLATE_ORDER_H

#include "base/str.h"

/*
 * Writes the weight of a character in lower case without accents. Weights compare by memcmp, begin
 * with a byte that is not 0, and none is the beginning of another.
 */
void collate_write_weight(struct buffer *out, uint32_t code);

/* Such a weight; `length` is 0 where there is none. */
struct collate_weight {
	unsigned char length, bytes[2];
};

/* Those of ASCII, of upper case too; digits and controls have none here. */
extern const struct collate_weight collate_plain[128];

/* The same for a number of any length; `digits` are ASCII, without zeros in front. */
void collate_write_number(struct buffer *out, str digits);

/* The weight of an accent, without any 0. */
void collate_write_accent(struct buffer *out, uint32_t code);

/* The characters that one compares as: "ae" for æ, ' for ’, each with a mark; absent for most. */
str collate_letters(uint32_t code);

/* The katakana are the hiragana in another hand. */
bool collate_is_katakana(uint32_t code);

/* Whether é is to be taken for e with an accent; some letters have a place of their own. */
bool collate_is_composed(uint32_t code);

#endif
