#include "read/repair_mac.h"

#include "base/utf8.h"
#include "read/repair_scan.h"

#include <string.h>

enum { SEQUENCE_MOST = 4, CONTINUATIONS = 64 };

/* What 0x80 to 0xBF are in MacRoman. */
static const uint_least16_t continuations[CONTINUATIONS + 1] =
	u"ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø";

/* The lead bytes of what is undone, as characters. */
static const struct lead {
	uint32_t character;
	uint32_t bits; /* of the code, from the byte */
	size_t size;   /* of the sequence, in characters */
} leads[] = {
	{ 0xF8FF, 0x0, 4 }, /* F0 */
	{ 0x201A, 0x2, 3 }, /* E2 */
	{ 0xD4, 0xF, 3 },   /* EF */
};

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static const struct lead *
find_lead(uint32_t character)
{
	for (size_t i = 0; i < COUNT(leads); i++)
		if (leads[i].character == character)
			return &leads[i];
	return NULL;
}

/* The six bits of a continuation byte; false when the character stands for none. */
static bool
read_continuation(uint32_t character, uint32_t *bits)
{
	for (*bits = 0; *bits < CONTINUATIONS; ++*bits)
		if (continuations[*bits] == character)
			return true;
	return false;
}

/* The sequence at `at`: its length in bytes, or 0. */
static size_t
read_sequence(str text, size_t at, uint32_t *code)
{
	struct repair_cell cell = repair_cell_at(text, at);
	const struct lead *lead = find_lead(cell.code);
	uint32_t bits;
	size_t end = at + cell.size;
	if (!lead)
		return 0;
	*code = lead->bits;
	for (size_t i = 1; i < lead->size; i++) {
		cell = repair_cell_at(text, end);
		if (!read_continuation(cell.code, &bits))
			return 0;
		*code = *code << 6 | bits;
		end += cell.size;
	}
	return repair_is_certain(*code) ? end - at : 0;
}

/* The next byte from `at` on that a lead begins with: E2, EF or C3. */
static size_t
find_lead_byte(str text, size_t at)
{
	static const char bytes[] = "\xE2\xEF\xC3";
	for (uint64_t word; at + sizeof(word) <= text.length; at += sizeof(word)) {
		memcpy(&word, text.bytes + at, sizeof(word));
		if (word & 0x8080808080808080u)
			break;
	}
	while (at < text.length && ((unsigned char)text.bytes[at] < 0xC3 ||
					   !memchr(bytes, text.bytes[at], sizeof(bytes) - 1)))
		at++;
	return at;
}

static int
count_line_ends(str text)
{
	int count = 0;
	for (size_t i = 0; i < text.length; i++)
		count += text.bytes[i] == '\n';
	return count;
}

struct repair
repair_mac_roman(struct arena *arena, str text)
{
	struct repair repair = { .text = text };
	struct buffer out = { .arena = arena };
	size_t copied = 0, size;
	uint32_t code;
	for (size_t at = find_lead_byte(text, 0); at < text.length;
		at = find_lead_byte(text, at + size)) {
		size = read_sequence(text, at, &code);
		if (!size) {
			size = 1;
			continue;
		}
		char bytes[SEQUENCE_MOST];
		if (!repair.count++)
			repair.first_line = count_line_ends(str_slice(text, 0, at)) + 1;
		buffer_add(&out, str_slice(text, copied, at));
		buffer_add(&out, (str){ bytes, utf8_encode(code, bytes) });
		copied = at + size;
	}
	if (!repair.count)
		return repair;
	buffer_add(&out, str_skip(text, copied));
	repair.text = out.text;
	repair.encoding = STR("mac-roman");
	return repair;
}
