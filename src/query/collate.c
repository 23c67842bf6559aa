#include "query/collate.h"

#include "base/utf8.h"
#include "query/collate_order.h"

#include <string.h>

/* What the third part of a key says of a character; the usual is left out at the end. */
enum shape { SHAPE_LOWER = 2, SHAPE_UPPER, SHAPE_VARIANT, SHAPE_UPPER_VARIANT };

enum { NO_ACCENT = 2 };

/* The parts of a key: which letters, which accents, which case. */
struct key {
	struct buffer letters, accents, shapes;
	size_t bare;  /* characters without accent at the end, not yet in `accents` */
	size_t lower; /* in lower case at the end, not yet in `shapes` */
};

static void
repeat(struct buffer *out, int c, size_t *count)
{
	char run[64];
	memset(run, c, sizeof(run));
	while (*count) {
		size_t length = *count < sizeof(run) ? *count : sizeof(run);
		buffer_add(out, (str){ run, length });
		*count -= length;
	}
}

static void
add_shape(struct key *key, enum shape shape)
{
	key->bare++;
	key->lower++;
	if (shape == SHAPE_LOWER)
		return;
	key->lower--;
	repeat(&key->shapes, SHAPE_LOWER, &key->lower);
	buffer_add_char(&key->shapes, (char)shape);
}

static void
add_accent(struct key *key, uint32_t code)
{
	repeat(&key->accents, NO_ACCENT, &key->bare);
	collate_write_accent(&key->accents, code);
}

static void
add_simple(struct key *key, uint32_t code, enum shape shape)
{
	enum utf8_class class = utf8_class(code);
	if (class == UTF8_ACCENT) {
		add_accent(key, code);
	} else if (class != UTF8_INVISIBLE) {
		collate_write_weight(&key->letters, code);
		add_shape(key, shape);
	}
}

/* One part of a character, which may be several letters: æ. */
static void
add_part(struct key *key, uint32_t code, bool variant)
{
	uint32_t lower = utf8_lower_code(code);
	str letters = collate_letters(lower);
	variant |= letters.length > 0 || collate_is_katakana(code);
	enum shape shape = (lower != code ? SHAPE_UPPER : SHAPE_LOWER) + (variant ? 2 : 0);
	if (!letters.length)
		add_simple(key, lower, shape);
	while (utf8_next(&letters, &code))
		add_simple(key, code, shape);
}

static void
add_character(struct key *key, uint32_t code)
{
	uint32_t parts[UTF8_PARTS], plain[UTF8_PARTS];
	if (!collate_is_composed(code)) {
		add_part(key, code, false);
		return;
	}
	size_t count = utf8_take_apart(code, true, parts);
	bool variant = count != utf8_take_apart(code, false, plain) || parts[0] != plain[0];
	for (size_t i = 0; i < count; i++)
		add_part(key, parts[i], variant);
}

/* Digits of all scripts begin at a code that ends in 0 or 6. */
static char
digit_of(uint32_t code)
{
	uint32_t low = code & 15;
	bool from_six = utf8_class(code - low) != UTF8_DIGIT;
	return (char)('0' + (from_six ? low - 6 : low) % 10);
}

static bool
is_any_digit(uint32_t code)
{
	return code < 0x80 ? is_digit((char)code) : utf8_class(code) == UTF8_DIGIT;
}

/* A run of digits, taken off the front of the text, is one thing. */
static void
add_number(struct key *key, str *text)
{
	struct buffer digits = { .arena = key->letters.arena };
	str next = *text;
	uint32_t code;
	while (utf8_next(&next, &code) && is_any_digit(code)) {
		char digit = digit_of(code);
		if (digit != '0' || digits.text.length)
			buffer_add_char(&digits, digit);
		*text = next;
	}
	collate_write_number(&key->letters, digits.text);
	add_shape(key, SHAPE_LOWER);
}

/* The weights of letters and signs of ASCII that a text begins with. */
struct plain {
	char weights[256];
	size_t length; /* of the weights */
	size_t taken;  /* of the text */
};

static void
read_plain(struct plain *plain, str text, size_t most)
{
	plain->length = plain->taken = 0;
	while (plain->taken < text.length && plain->length + 2 <= most) {
		unsigned char c = (unsigned char)text.bytes[plain->taken];
		if (c >= 0x80 || !collate_plain[c].length)
			break;
		memcpy(plain->weights + plain->length, collate_plain[c].bytes, 2);
		plain->length += collate_plain[c].length;
		plain->taken++;
	}
}

/* Takes such letters off the front of the text and adds them in one piece. */
static void
add_plain(struct key *key, str *text)
{
	struct plain plain;
	read_plain(&plain, *text, sizeof(plain.weights));
	buffer_add(&key->letters, (str){ plain.weights, plain.length });
	for (size_t i = 0; i < plain.taken; i++)
		add_shape(key,
			text->bytes[i] >= 'A' && text->bytes[i] <= 'Z' ? SHAPE_UPPER : SHAPE_LOWER);
	*text = str_skip(*text, plain.taken);
}

/* A character that is not plain, or a number. */
static void
add_other(struct key *key, str *text)
{
	str next = *text;
	uint32_t code;
	utf8_next(&next, &code);
	if (is_any_digit(code)) {
		add_number(key, text);
		return;
	}
	add_character(key, code);
	*text = next;
}

/* Whether there are only characters below U+0300, of which none composes with another. */
static bool
is_composed(str text)
{
	unsigned char most = 0;
	for (size_t i = 0; i < text.length; i++)
		most = most > (unsigned char)text.bytes[i] ? most : (unsigned char)text.bytes[i];
	return most < 0xCC;
}

str
collate_key(struct arena *arena, str text)
{
	struct key key = { .letters = { .arena = arena },
		.accents = { .arena = arena },
		.shapes = { .arena = arena } };
	text = is_composed(text) ? text : utf8_compose(arena, text);
	while (text.length) {
		add_plain(&key, &text);
		if (text.length)
			add_other(&key, &text);
	}
	buffer_add_char(&key.letters, '\0');
	buffer_add(&key.letters, key.accents.text);
	buffer_add_char(&key.letters, '\0');
	buffer_add(&key.letters, key.shapes.text);
	return key.letters.text;
}

int
collate_compare_begin(str text, str key)
{
	struct plain plain;
	read_plain(&plain, text, 16);
	/* What follows may be an accent of the last one. */
	size_t length = plain.length < 2 ? 0 : plain.length - 2;
	return str_compare((str){ plain.weights, length }, str_slice(key, 0, length));
}

int
collate_compare(str a, str b)
{
	struct arena arena = { 0 };
	int order = str_compare(collate_key(&arena, a), collate_key(&arena, b));
	arena_free(&arena);
	return order;
}
