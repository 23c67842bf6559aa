#include "read/repair_mac.h"

#include "base/utf8.h"
#include "read/repair_scan.h"

/* What 0x80 to 0xBF are in MacRoman. */
static const uint_least16_t continuations[] =
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
	for (*bits = 0; continuations[*bits]; ++*bits)
		if (continuations[*bits] == character)
			return true;
	return false;
}

/* Takes the sequence at `*at` and gives its code; or takes the character there and gives 0. */
static uint32_t
take_sequence(str text, size_t *at)
{
	struct repair_cell cell = repair_cell_at(text, *at);
	const struct lead *lead = find_lead(cell.code);
	size_t end = *at += cell.size;
	if (!lead)
		return 0;
	uint32_t code = lead->bits, bits;
	for (size_t i = 1; i < lead->size; i++) {
		cell = repair_cell_at(text, end);
		if (!read_continuation(cell.code, &bits))
			return 0;
		code = code << 6 | bits;
		end += cell.size;
	}
	if (!repair_is_certain(code))
		return 0;
	*at = end;
	return code;
}

struct repair
repair_mac_roman(struct arena *arena, str text)
{
	struct repair repair = { .text = text };
	struct buffer out = { .arena = arena };
	size_t copied = 0, at = 0;
	while ((at += utf8_plain_length(str_skip(text, at))) < text.length) {
		size_t start = at;
		uint32_t code = take_sequence(text, &at);
		if (!code)
			continue;
		char bytes[UTF8_MOST];
		if (!repair.count++)
			repair.first_line = str_line_at(text, start);
		buffer_add(&out, str_slice(text, copied, start));
		buffer_add(&out, (str){ bytes, utf8_encode(code, bytes) });
		copied = at;
	}
	if (!repair.count)
		return repair;
	buffer_add(&out, str_skip(text, copied));
	repair.text = out.text;
	repair.encoding = STR("mac-roman");
	return repair;
}
