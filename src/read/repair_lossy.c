#include "read/repair_lossy.h"

#include "base/utf8.h"

/* "ï¸" and so on: what is left of a symbol that often comes next. */
#define SELECTOR_REMAINS STR("\u00EF\u00B8")
#define KEYCAP_REMAINS STR("\u00E2\u0192\u00A3")

static bool
stands_alone(const struct repair_place *place, size_t end)
{
	static const struct docket_str remains[] = { { "\u00EF\u00B8", 4 }, { "\u00C2\u00A0", 4 },
		{ "\u011F\u0178", 4 }, { "\u00F0\u0178", 4 } };
	if (!place->glued && !repair_cell_is_in(repair_cell_before(place->text, place->start),
				     u"\u00A0 \t\n\r`([{|*_~\"'/"))
		return false;
	if (repair_cell_is_in(
		    repair_cell_at(place->text, end), u"\u00A0 \t\n\r`)[]}|*_~\"',.;:/{<"))
		return true;
	for (size_t i = 0; i < sizeof(remains) / sizeof(*remains); i++)
		if (str_starts(str_skip(place->text, end), remains[i]))
			return true;
	return false;
}

/* What follows the sequence, its variation selector and blanks. */
static str
find_next_word(str rest)
{
	if (str_starts(rest, SELECTOR_REMAINS))
		rest = str_skip(rest, SELECTOR_REMAINS.length);
	for (;;) {
		struct repair_cell cell = repair_cell_at(rest, 0);
		if (!rest.length || (cell.code != ' ' && cell.code != 0xA0))
			return rest;
		rest = str_skip(rest, cell.size);
	}
}

static bool
follows_letter(const struct repair_place *place)
{
	return utf8_is_letter(repair_cell_before(place->text, place->start).code);
}

static bool
date_follows(const struct repair_place *place, size_t end)
{
	str word = find_next_word(str_skip(place->text, end));
	for (const char *shape = "dddd-dd-dd"; *shape; shape++) {
		uint32_t code;
		if (!utf8_next(&word, &code))
			return false;
		if (*shape == 'd' ? !utf8_is_digit(code) : code != '-')
			return false;
	}
	return !follows_letter(place);
}

static bool
word_follows(const struct repair_place *place, size_t end, str word)
{
	str next = find_next_word(str_skip(place->text, end));
	if (!str_starts_nocase(next, word) || follows_letter(place))
		return false;
	uint32_t code = repair_cell_at(next, word.length).code;
	return code != '_' && !utf8_is_letter(code) && !utf8_is_number(code);
}

static bool
rule_follows(const struct repair_place *place, size_t end)
{
	return word_follows(place, end, STR("every"));
}

static bool
completion_follows(const struct repair_place *place, size_t end)
{
	return word_follows(place, end, STR("keep")) || word_follows(place, end, STR("delete"));
}

static bool
quote_opened(const struct repair_place *place, size_t end)
{
	(void)end;
	return place->quote_opened;
}

static bool
follows_symbol(const struct repair_place *place, size_t end)
{
	if (place->glued >= 0x2190)
		return true;
	struct repair_cell before = repair_cell_before(place->text, place->start);
	return repair_cell_is_in(before, u"0123456789#*") &&
	       str_starts(str_skip(place->text, end), KEYCAP_REMAINS);
}

/* What is left of a sequence when its undefined bytes are dropped; the first row that fits. */
struct row {
	unsigned char bytes[3];
	unsigned char count;
	uint32_t code;
	bool (*fits)(const struct repair_place *place, size_t end);
	unsigned encodings;
};

/* clang-format off */
static const struct row rows[] = {
	{ { 0xE2, 0xAB },       2, 0x23EB,  stands_alone,       REPAIR_WINDOWS },      /* ⏫ */
	{ { 0xE2, 0xAC },       2, 0x23EC,  stands_alone,       REPAIR_WINDOWS },      /* ⏬ */
	{ { 0xE2, 0xB3 },       2, 0x23F3,  date_follows,       REPAIR_WINDOWS },      /* ⏳ */
	{ { 0xE2, 0xB3 },       2, 0x23F3,  stands_alone,       REPAIR_WINDOWS },      /* ⏳ */
	{ { 0xE2, 0xB0 },       2, 0x23F0,  stands_alone,       REPAIR_WINDOWS },      /* ⏰ */
	{ { 0xE2, 0xB1 },       2, 0x23F1,  stands_alone,       REPAIR_WINDOWS },      /* ⏱ */
	{ { 0xE2, 0x86 },       2, 0x2190,  stands_alone,       REPAIR_WINDOWS },      /* ← */
	{ { 0xE2, 0x95 },       2, 0x2795,  date_follows,       REPAIR_WINDOWS_1254 }, /* ➕ */
	{ { 0xE2, 0x8C },       2, 0x274C,  date_follows,       REPAIR_WINDOWS },      /* ❌ */
	{ { 0xE2, 0x8C },       2, 0x274C,  stands_alone,       REPAIR_WINDOWS },      /* ❌ */
	{ { 0xE2, 0x80 },       2, 0x201D,  quote_opened,       REPAIR_WINDOWS },      /* ” */
	{ { 0xEF, 0xB8 },       2, 0xFE0F,  follows_symbol,     REPAIR_WINDOWS },      /* emoji style */
	{ { 0xF0, 0x9F, 0x94 }, 3, 0x1F501, rule_follows,       REPAIR_WINDOWS },      /* 🔁 */
	{ { 0xF0, 0x9F },       2, 0x1F3C1, completion_follows, REPAIR_WINDOWS },      /* 🏁 */
};
/* clang-format on */

static bool
has_bytes(const struct repair_cell *cells, size_t count, const struct row *row)
{
	if (count < row->count)
		return false;
	for (size_t i = 0; i < row->count; i++)
		if (cells[i].byte != row->bytes[i])
			return false;
	return true;
}

bool
repair_lossy_read(const struct repair_cell *cells, size_t count, const struct repair_place *place,
	struct repair_loss *loss)
{
	for (const struct row *row = rows; row < rows + sizeof(rows) / sizeof(*rows); row++) {
		if (!has_bytes(cells, count, row))
			continue;
		size_t end = place->start;
		for (size_t i = 0; i < row->count; i++)
			end += cells[i].size;
		if (!row->fits(place, end))
			continue;
		*loss = (struct repair_loss){ row->code, row->count, row->encodings };
		return true;
	}
	return false;
}

/* U+FFFD stands for a byte that the encoding does not define. */
static bool
fits_holes(const struct repair_cell *cells, const char *bytes, struct repair_loss *loss)
{
	for (size_t i = 0; i < loss->count; i++) {
		unsigned char byte = (unsigned char)bytes[i];
		if (cells[i].byte == REPAIR_HOLE)
			loss->encodings &= repair_undefined_in(byte);
		else if (cells[i].byte != byte)
			return false;
	}
	return loss->encodings != REPAIR_ANY && loss->encodings;
}

bool
repair_lossy_fill(const struct repair_cell *cells, size_t count, struct repair_loss *loss)
{
	static const uint32_t symbols[] = { 0x23EB, 0x23EC, 0x23F3, 0x274C, 0x2795, 0x1F501,
		0x1F3C1, 0x23F0, 0x23F1, 0x201D, 0xFE0F };
	for (size_t i = 0; i < sizeof(symbols) / sizeof(*symbols); i++) {
		char bytes[UTF8_MOST];
		*loss = (struct repair_loss){ symbols[i], utf8_encode(symbols[i], bytes),
			REPAIR_ANY };
		if (loss->count <= count && fits_holes(cells, bytes, loss))
			return true;
	}
	return false;
}
