#include "read/repair_scan.h"

#include "base/utf8.h"
#include "read/repair_lossy.h"

struct scan {
	struct arena *arena;
	str text;
	const struct repair_places *produced;
	size_t produced_seen; /* how many of them lie behind */
	struct repair_findings found;

	size_t at;
	struct repair_cell cells[UTF8_MOST]; /* from `at` on, as far as they are bytes */
	size_t count;

	size_t sequence_end; /* of the sequence found last, whether it counts or not */
	uint32_t sequence_code;

	bool line_listed;  /* the current line is the last one in found.lines */
	bool line_natural; /* it has good text */
	long quotes_open;  /* double quotes opened less closed on it */
};

struct range {
	uint32_t first, last;
};

/* Symbols that no run of letters and quotes gives by chance. */
static const struct range certain[] = { { 0x2000, 0x206F }, { 0x20A0, 0x20BF }, { 0x2100, 0x214F },
	{ 0x2190, 0x23FF }, { 0x2460, 0x24FF }, { 0x2500, 0x27FF }, { 0x2900, 0x297F },
	{ 0x2B00, 0x2BFF }, { 0xFE00, 0xFE0F }, { 0xFEFF, 0xFEFF }, { 0xFFFC, 0xFFFD },
	{ 0x1F000, 0x1FAFF } };

bool
repair_is_certain(uint32_t code)
{
	for (size_t i = 0; i < sizeof(certain) / sizeof(*certain); i++)
		if (code >= certain[i].first && code <= certain[i].last)
			return true;
	return false;
}

/* Decodes the window as UTF-8 that is not longer than it has to be; 0 when it is none. */
static size_t
decode(const struct scan *scan, uint32_t *code)
{
	unsigned lead = scan->cells[0].byte;
	size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	if (size > scan->count)
		return 0;
	*code = lead & (0x7Fu >> size);
	for (size_t i = 1; i < size; i++) {
		unsigned byte = scan->cells[i].byte;
		if (byte > 0xBF)
			return 0;
		*code = *code << 6 | (byte & 0x3F);
	}
	return *code >> (5 * size - 4) ? size : 0; /* the bits that one byte less has room for */
}

/* â and a quote, dash or bullet: the end of a word and what follows it. */
static bool
is_weak_start(const struct scan *scan)
{
	unsigned next = scan->cells[1].byte;
	return scan->cells[0].byte == 0xE2 && next >= 0x91 && next <= 0x97;
}

/* Surrogates, private use, noncharacters, and what lies behind the last code point. */
static bool
is_nothing(uint32_t code)
{
	return (code >= 0xD800 && code <= 0xF8FF) || (code & 0xFFFE) == 0xFFFE || code >= 0xF0000;
}

static bool
read_strict(const struct scan *scan, struct repair_candidate *candidate)
{
	uint32_t code = 0;
	size_t count = decode(scan, &code);
	if (!count || is_nothing(code))
		return false;
	*candidate = (struct repair_candidate){
		.count = count, .code = code, .certainty = REPAIR_LIKELY, .encodings = REPAIR_ANY
	};
	if (code < 0xA0)
		candidate->certainty = REPAIR_CONTROL;
	else if (repair_is_certain(code) && !is_weak_start(scan))
		candidate->certainty = REPAIR_CERTAIN;
	return true;
}

static bool
use_loss(struct repair_loss loss, struct repair_candidate *candidate)
{
	*candidate = (struct repair_candidate){ .count = loss.count,
		.code = loss.code,
		.certainty = REPAIR_CERTAIN,
		.encodings = loss.encodings };
	return true;
}

static bool
read_lossy(const struct scan *scan, struct repair_candidate *candidate)
{
	struct repair_place place = { .text = scan->text,
		.start = scan->at,
		.glued = scan->sequence_end == scan->at ? scan->sequence_code : 0,
		.quote_opened = scan->quotes_open > 0 };
	struct repair_loss loss;
	return repair_lossy_read(scan->cells, scan->count, &place, &loss) &&
	       use_loss(loss, candidate);
}

static bool
read_holes(const struct scan *scan, struct repair_candidate *candidate)
{
	struct repair_loss loss;
	return repair_lossy_fill(scan->cells, scan->count, &loss) && use_loss(loss, candidate);
}

/* A strict sequence, unless it is an unlikely one and the remains of a known symbol fit. */
static bool
read_sequence(const struct scan *scan, struct repair_candidate *candidate)
{
	unsigned lead = scan->cells[0].byte;
	if (lead < 0xC2 || lead > 0xF3)
		return false;
	bool strict = read_strict(scan, candidate);
	if (strict && repair_is_certain(candidate->code))
		return true;
	return read_holes(scan, candidate) || read_lossy(scan, candidate) || strict;
}

static void
describe(const struct scan *scan, struct repair_candidate *candidate)
{
	candidate->start = candidate->end = scan->at;
	candidate->letters = true;
	for (size_t i = 0; i < candidate->count; i++) {
		struct repair_cell cell = scan->cells[i];
		bool letter = utf8_is_letter(cell.code);
		bool sign = scan->cells[0].byte != 0xC3 && repair_cell_is_sign(cell);
		candidate->end += cell.size;
		candidate->encodings &= repair_cell_encodings(cell);
		candidate->letters &= letter;
		if (i && !letter && !sign && !repair_cell_is_quote(cell))
			candidate->strong = candidate->certainty == REPAIR_LIKELY;
	}
}

/* Whether the pass before made the character at `scan->at`. */
static bool
is_produced(struct scan *scan)
{
	const struct repair_places *produced = scan->produced;
	if (!produced)
		return true;
	size_t *seen = &scan->produced_seen;
	while (*seen < produced->count && produced->items[*seen] < scan->at)
		++*seen;
	return *seen < produced->count && produced->items[*seen] == scan->at;
}

static void
add_candidate(struct scan *scan, struct repair_candidate *candidate)
{
	struct repair_findings *found = &scan->found;
	if (!scan->line_listed) {
		list_add(scan->arena, &found->lines)->natural = scan->line_natural;
		scan->line_listed = true;
	}
	candidate->line = found->lines.count - 1;
	struct repair_line *line = &found->lines.items[candidate->line];
	line->count++;
	line->certain |= candidate->certainty == REPAIR_CERTAIN;
	found->certain |= candidate->certainty == REPAIR_CERTAIN;
	found->strong |= candidate->strong;
	*list_add(scan->arena, &found->candidates) = *candidate;
}

/* Whether the character is good text as it stands: café, a lone quote. */
static bool
is_natural(const struct scan *scan)
{
	struct repair_cell cell = scan->cells[0];
	if (!cell.byte || cell.byte == REPAIR_HOLE)
		return false;
	struct repair_cell before = repair_cell_before(scan->text, scan->at);
	struct repair_cell after = repair_cell_at(scan->text, scan->at + cell.size);
	if (cell.byte >= 0xC0 && utf8_is_letter(cell.code))
		return repair_cell_is_ascii_letter(before) || repair_cell_is_ascii_letter(after);
	return cell.code >= 0xA0 && !before.byte && !after.byte;
}

static void
note_natural(struct scan *scan)
{
	scan->found.natural = true;
	scan->line_natural = true;
	if (scan->line_listed)
		scan->found.lines.items[scan->found.lines.count - 1].natural = true;
}

/* Counts misread double quotes: "â€œ" opens; "â€" without a third byte closes. */
static void
count_quotes(struct scan *scan)
{
	const struct repair_cell *cells = scan->cells;
	if (cells[0].code != 0xE2)
		return;
	uint32_t second = cells[1].code, third = cells[2].code;
	bool continued = cells[2].byte >= 0x80 && cells[2].byte <= 0xBF;
	if ((second == 0x20AC && third == 0x153) || (second == 0x80 && third == 0x9C))
		scan->quotes_open++;
	else if (second == 0x20AC && !continued)
		scan->quotes_open--;
}

static void
read_window(struct scan *scan)
{
	size_t at = scan->at;
	for (scan->count = 0; scan->count < UTF8_MOST; scan->count++) {
		struct repair_cell cell = repair_cell_at(scan->text, at);
		scan->cells[scan->count] = cell;
		if (!cell.byte)
			return;
		at += cell.size;
	}
}

static void
read_run(struct scan *scan)
{
	struct repair_candidate candidate;
	size_t end = scan->at + scan->cells[0].size;
	if (read_sequence(scan, &candidate)) {
		describe(scan, &candidate);
		if (is_produced(scan))
			add_candidate(scan, &candidate);
		end = scan->sequence_end = candidate.end;
		scan->sequence_code = candidate.code;
	} else if (is_natural(scan)) {
		note_natural(scan);
	}
	count_quotes(scan);
	scan->at = end;
}

/* Goes to the next character that is not ASCII; false at the end. */
static bool
skip_ascii(struct scan *scan)
{
	str rest = str_skip(scan->text, scan->at);
	size_t count = utf8_plain_length(rest);
	if (str_find_char(str_slice(rest, 0, count), '\n') != STR_NONE) {
		scan->line_listed = scan->line_natural = false;
		scan->quotes_open = 0;
	}
	scan->at += count;
	return scan->at < scan->text.length;
}

struct repair_findings
repair_scan(struct arena *arena, str text, const struct repair_places *produced)
{
	struct scan scan = { .arena = arena, .text = text, .produced = produced };
	while (skip_ascii(&scan)) {
		read_window(&scan);
		read_run(&scan);
	}
	return scan.found;
}
