#include "query/key.h"

#include "query/collate.h"
#include "query/urgency.h"
#include "query/words.h"

#include <string.h>

bool
key_is_number(enum query_key_kind kind, size_t value)
{
	return kind == QUERY_KEY_NUMBER || (kind == QUERY_KEY_URGENCY && value == 3);
}

/* The lowest bytes of the number, the highest of them first. */
static void
put_bytes(char *bytes, uint64_t number, unsigned count)
{
	for (unsigned i = 0; i < count; i++)
		bytes[i] = (char)(number >> 8 * (count - 1 - i) & 0xFF);
}

static void
add_bytes(struct buffer *out, uint64_t number, unsigned count)
{
	char bytes[sizeof(number)];
	put_bytes(bytes, number, count);
	buffer_add(out, (str){ bytes, count });
}

enum { PLACE_SIZE = sizeof(uint32_t) };

void
key_add_place(struct buffer *out)
{
	add_bytes(out, 0, PLACE_SIZE);
}

void
key_put_place(char *room, uint32_t place)
{
	put_bytes(room, place, PLACE_SIZE);
}

void
key_write_number(struct buffer *out, long long number)
{
	number = number < INT32_MIN ? INT32_MIN : number > INT32_MAX ? INT32_MAX : number;
	add_bytes(out, (uint64_t)(number - INT32_MIN), 4);
}

/* Bits of a negative number rise as it falls; the sign of others comes behind. */
static void
add_real(struct buffer *out, double number)
{
	uint64_t bits, sign = (uint64_t)1 << 63;
	memcpy(&bits, &number, sizeof(bits));
	add_bytes(out, bits & sign ? ~bits : bits | sign, 8);
}

/* The letters end with the first 0 that no letter begins with; what follows has none. */
void
key_write_text(struct buffer *out, str text)
{
	buffer_add_char(out, text.bytes ? 1 : 2);
	if (!text.bytes)
		return;
	buffer_add(out, collate_key(out->arena, text));
	buffer_add_char(out, '\0');
}

/* '!' is a day that does not exist; '~' or NULL is none. */
static void
add_day(struct buffer *out, str day)
{
	uint64_t number = 0;
	if (!day.bytes || str_starts(day, STR("~")))
		number = UINT32_MAX;
	for (size_t i = 0; number < UINT32_MAX && i < day.length; i++)
		if (is_digit(day.bytes[i]))
			number = number * 10 + (uint64_t)(day.bytes[i] - '0');
	add_bytes(out, number, 4);
}

static void
add_status(struct buffer *out, str type)
{
	static const char *const types[] = { "IN_PROGRESS", "TODO", "ON_HOLD", "DONE",
		"CANCELLED" };
	size_t i = 0, count = sizeof(types) / sizeof(*types);
	while (i < count && !str_equal(type, str_from(types[i])))
		i++;
	buffer_add_char(out, (char)i);
}

/* The highest comes first. */
static void
add_urgency(struct buffer *out, const struct key_value *values, date today)
{
	struct urgency_days days = { values[0].text, values[1].text, values[2].text };
	add_real(out, 0 - urgency(&days, values[3].number, today));
}

void
key_write(struct buffer *out, enum query_key_kind kind, const struct key_value *values, date today)
{
	switch (kind) {
	case QUERY_KEY_NUMBER:
		key_write_number(out, values[0].number);
		break;
	case QUERY_KEY_TEXT:
		key_write_text(out, values[0].text);
		break;
	case QUERY_KEY_WORDS:
		key_write_text(out, words_plain(out->arena, values[0].text));
		break;
	case QUERY_KEY_DAY:
		add_day(out, values[0].text);
		break;
	case QUERY_KEY_STATUS:
		add_status(out, values[0].text);
		break;
	case QUERY_KEY_URGENCY:
		add_urgency(out, values, today);
		break;
	case QUERY_KEY_PATH:
		break;
	}
}

static str
turn(char *bytes, str key)
{
	for (size_t i = 0; i < key.length; i++)
		bytes[i] = (char)(key.bytes[i] ^ 0xFF);
	return (str){ bytes, key.length };
}

int
key_compare_begin(enum query_key_kind kind, const struct key_value *values, bool reverse, str key)
{
	char turned[32];
	if ((kind != QUERY_KEY_TEXT && kind != QUERY_KEY_WORDS) || !values[0].text.bytes)
		return 0;
	key = str_slice(key, 0, sizeof(turned));
	key = reverse ? turn(turned, key) : key;
	if (!str_starts(key, STR("\x01")))
		return 0;
	struct arena arena = { 0 };
	str text = values[0].text;
	text = kind == QUERY_KEY_WORDS ? words_plain(&arena, text) : text;
	int order = collate_compare_begin(text, str_skip(key, 1));
	arena_free(&arena);
	return reverse ? -order : order;
}

void
key_reverse(struct buffer *out, size_t from)
{
	/* The bytes are the buffer's own. */
	turn((char *)(uintptr_t)out->text.bytes + from, str_skip(out->text, from));
}
