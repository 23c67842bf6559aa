#include "read/repair_cell.h"

#include "base/utf8.h"

struct special {
	uint32_t code;
	unsigned byte;
	unsigned encodings;
};

/* Characters beyond U+00FF, by code. The others are Latin-1: the byte is the code. */
/* clang-format off */
static const struct special specials[] = {
	{ 0x011E, 0xD0, REPAIR_WINDOWS_1254 }, /* Ğ */
	{ 0x011F, 0xF0, REPAIR_WINDOWS_1254 }, /* ğ */
	{ 0x0130, 0xDD, REPAIR_WINDOWS_1254 }, /* İ */
	{ 0x0131, 0xFD, REPAIR_WINDOWS_1254 }, /* ı */
	{ 0x0152, 0x8C, REPAIR_WINDOWS },      /* Œ */
	{ 0x0153, 0x9C, REPAIR_WINDOWS },      /* œ */
	{ 0x015E, 0xDE, REPAIR_WINDOWS_1254 }, /* Ş */
	{ 0x015F, 0xFE, REPAIR_WINDOWS_1254 }, /* ş */
	{ 0x0160, 0x8A, REPAIR_WINDOWS },      /* Š */
	{ 0x0161, 0x9A, REPAIR_WINDOWS },      /* š */
	{ 0x0178, 0x9F, REPAIR_WINDOWS },      /* Ÿ */
	{ 0x017D, 0x8E, REPAIR_WINDOWS_1252 }, /* Ž */
	{ 0x017E, 0x9E, REPAIR_WINDOWS_1252 }, /* ž */
	{ 0x0192, 0x83, REPAIR_WINDOWS },      /* ƒ */
	{ 0x02C6, 0x88, REPAIR_WINDOWS },      /* ˆ */
	{ 0x02DC, 0x98, REPAIR_WINDOWS },      /* ˜ */
	{ 0x2013, 0x96, REPAIR_WINDOWS },      /* – */
	{ 0x2014, 0x97, REPAIR_WINDOWS },      /* — */
	{ 0x2018, 0x91, REPAIR_WINDOWS },      /* ‘ */
	{ 0x2019, 0x92, REPAIR_WINDOWS },      /* ’ */
	{ 0x201A, 0x82, REPAIR_WINDOWS },      /* ‚ */
	{ 0x201C, 0x93, REPAIR_WINDOWS },      /* “ */
	{ 0x201D, 0x94, REPAIR_WINDOWS },      /* ” */
	{ 0x201E, 0x84, REPAIR_WINDOWS },      /* „ */
	{ 0x2020, 0x86, REPAIR_WINDOWS },      /* † */
	{ 0x2021, 0x87, REPAIR_WINDOWS },      /* ‡ */
	{ 0x2022, 0x95, REPAIR_WINDOWS },      /* • */
	{ 0x2026, 0x85, REPAIR_WINDOWS },      /* … */
	{ 0x2030, 0x89, REPAIR_WINDOWS },      /* ‰ */
	{ 0x2039, 0x8B, REPAIR_WINDOWS },      /* ‹ */
	{ 0x203A, 0x9B, REPAIR_WINDOWS },      /* › */
	{ 0x20AC, 0x80, REPAIR_WINDOWS },      /* € */
	{ 0x2122, 0x99, REPAIR_WINDOWS },      /* ™ */
	{ 0xFFFD, REPAIR_HOLE, REPAIR_WINDOWS },
};
/* clang-format on */

static const struct special *
find_special(uint32_t code)
{
	size_t low = 0, high = sizeof(specials) / sizeof(*specials);
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (specials[middle].code < code)
			low = middle + 1;
		else
			high = middle;
	}
	bool found = low < sizeof(specials) / sizeof(*specials) && specials[low].code == code;
	return found ? &specials[low] : NULL;
}

struct repair_cell
repair_cell_at(str text, size_t at)
{
	const struct repair_cell edge = { .code = ' ' };
	if (at >= text.length)
		return edge;
	const unsigned char *bytes = (const unsigned char *)text.bytes + at;
	if (bytes[0] < 0xC2) /* ASCII: the text is valid */
		return (struct repair_cell){ .code = bytes[0], .size = 1 };
	struct repair_cell cell = { 0 };
	if (bytes[0] <= 0xC3) {
		cell.code = cell.byte = (bytes[0] & 3u) << 6 | (bytes[1] & 0x3Fu);
		cell.size = 2;
		return cell;
	}
	cell.code = utf8_first(str_skip(text, at), &cell.size);
	const struct special *special = find_special(cell.code);
	cell.byte = special ? special->byte : REPAIR_NO_BYTE;
	return cell;
}

struct repair_cell
repair_cell_before(str text, size_t at)
{
	const struct repair_cell edge = { .code = ' ' };
	if (!at)
		return edge;
	size_t start = at - 1;
	while (start && ((unsigned char)text.bytes[start] & 0xC0) == 0x80)
		start--;
	return repair_cell_at(text, start);
}

static bool
is_one_of(const unsigned char *bytes, unsigned byte)
{
	while (*bytes && *bytes != byte)
		bytes++;
	return *bytes;
}

unsigned
repair_undefined_in(unsigned byte)
{
	static const unsigned char in_both[] = { 0x81, 0x8D, 0x8F, 0x90, 0x9D, 0 };
	static const unsigned char in_1254[] = { 0x8E, 0x9E, 0 };
	if (is_one_of(in_both, byte))
		return REPAIR_WINDOWS;
	return is_one_of(in_1254, byte) ? REPAIR_WINDOWS_1254 : 0;
}

unsigned
repair_cell_encodings(struct repair_cell cell)
{
	static const unsigned char other_in_1254[] = { 0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE, 0 };
	const struct special *special = find_special(cell.code);
	if (special)
		return special->encodings;
	if (cell.code < 0xA0)
		return REPAIR_LATIN_1 | repair_undefined_in(cell.byte);
	return is_one_of(other_in_1254, cell.byte) ? REPAIR_ANY & ~REPAIR_WINDOWS_1254 : REPAIR_ANY;
}

bool
repair_cell_is_ascii_letter(struct repair_cell cell)
{
	return cell.size == 1 && is_letter((char)cell.code);
}

bool
repair_cell_is_in(struct repair_cell cell, const uint_least16_t *codes)
{
	while (*codes && *codes != cell.code)
		codes++;
	return *codes;
}

bool
repair_cell_is_quote(struct repair_cell cell)
{
	return repair_cell_is_in(cell, u"‘’“”‚„‹›«»…–—•·´¨˜¡¿\u00A0\u00AD");
}

bool
repair_cell_is_sign(struct repair_cell cell)
{
	return repair_cell_is_in(cell, u"™®©°");
}

bool
repair_cell_is_symbol(struct repair_cell cell)
{
	return repair_cell_is_in(cell, u"®©°·²³¹½¼¾±µ£¥§¿¡«»\u00A0");
}
