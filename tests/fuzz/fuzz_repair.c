/*
 * Text repair: UTF-8 stays UTF-8, ASCII characters and line ends stay where they are, no text
 * grows, and no control is made.
 */
#include "fuzz.h"
#include "read/decode.h"
#include "read/repair.h"

/* The next ASCII character from `*at` on; 0 at the end. */
static char
next_ascii(str text, size_t *at)
{
	while (*at < text.length && text.bytes[*at] & 0x80)
		++*at;
	return *at < text.length ? text.bytes[(*at)++] : '\0';
}

static void
check_ascii(str before, str after)
{
	size_t a = 0, b = 0;
	char c;
	do {
		c = next_ascii(before, &a);
		require(c == next_ascii(after, &b), "ASCII is never touched");
	} while (c);
}

/* The controls beyond ASCII, which mis-read text is full of. */
static size_t
count_controls(str text)
{
	size_t count = 0, size;
	for (size_t at = 0; at < text.length; at += size) {
		uint32_t code = utf8_first(str_skip(text, at), &size);
		count += code >= 0x80 && code < 0xA0;
	}
	return count;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena arena = { 0 };
	struct remarks remarks = { .arena = &arena };
	str text = decode_text(&arena, (str){ (const char *)bytes, size }, &remarks);
	struct repair repair = repair_text(&arena, text);
	require_text(repair.text);
	require_text(repair.encoding);
	check_ascii(text, repair.text);
	require(repair.text.length <= text.length, "what is repaired is no longer than it was");
	require(count_controls(repair.text) <= count_controls(text), "no control is made");
	if (!repair.count)
		require(repair.text.bytes == text.bytes && !repair.encoding.length,
			"text that is right comes back");
	else
		require(repair.first_line >= 1 && repair.encoding.length, "a repair says where");
	arena_free(&arena);
	return 0;
}
