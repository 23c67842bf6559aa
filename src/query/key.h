/*
 * Keys of boxes: bytes whose memcmp order is an order of a query (query/order.h). Several keys one
 * behind the other are a key, too: none is the beginning of another one of its kind.
 */
#ifndef QUERY_KEY_H
#define QUERY_KEY_H

#include "base/date.h"
#include "query/query.h"

/* A value as SQL has it. */
struct key_value {
	str text;         /* absent: NULL */
	long long number; /* where the kind of the key is of numbers */
};

/* Adds the key of the values; nothing for QUERY_KEY_PATH. */
void key_write(
	struct buffer *out, enum query_key_kind kind, const struct key_value *values, date today);

/*
 * How the key of the values would compare with a key of that kind, maybe turned round; 0 when only
 * the whole key tells.
 */
int key_compare_begin(
	enum query_key_kind kind, const struct key_value *values, bool reverse, str key);

/* Turns round what was added from there on, so that the last comes first. */
void key_reverse(struct buffer *out, size_t from);

/* Whether that value of such keys is taken as a number. */
bool key_is_number(enum query_key_kind kind, size_t value);

/* Adds a number of 32 bits. */
void key_write_number(struct buffer *out, long long number);

/* Room for a place among 2^32: added, and filled in later. */
void key_add_place(struct buffer *out);
void key_put_place(char *room, uint32_t place);

/* Adds the text as collate.h compares it. */
void key_write_text(struct buffer *out, str text);

#endif
