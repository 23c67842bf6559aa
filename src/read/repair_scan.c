#include "read/repair_scan.h"

#include "base/utf8.h"
#include "read/repair_lossy.h"

#include <string.h>

enum { WINDOW = 4 }; /* the longest UTF-8 sequence */

struct scan {
	struct arena *arena;
	str text;
	const struct repair_places *produced;
	size_t produced_seen; /* how many of them lie behind */
	struct repair_findings found;

	size_t at;
	struct repair_cell cells[WINDOW]; /* from `at` on, as far as they are bytes */
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

/* How many bytes UTF-8 needs for the code: a sequence that is longer is none. */
static size_t
utf8_size(uint32_t code)
{
	return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/* Decodes the window as strict UTF-8; 0 when it is none. */
static size_t
decode(const struct scan *scan, uint32_t *code)
{
	unsigned lead = scan->cells[0].byte;
	if (lead < 0xC2 || lead > 0xF4)
		return 0;
	size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	if (size > scan->count)
		return 0;
	*code = lead & (0x7Fu >> size);
	for (size_t i = 1; i < size; i++) {
		unsigned byte = scan->cells[i].byte;
		if (byte < 0x80 || byte > 0xBF)
			return 0;
		*code = *code << 6 | (byte & 0x3F);
	}
	if (*code > 0x10FFFF || (*code >= 0xD800 && *code <= 0xDFFF) || utf8_size(*code) != size)
		return 0;
	return size;
}

/* â and a quote, dash or bullet: the end of a word and what follows it. */
static bool
is_weak_start(const struct scan *scan)
{
	unsigned next = scan->cells[1].byte;
	return scan->cells[0].byte == 0xE2 && next >= 0x91 && next <= 0x97;
}

/* Private use and noncharacters of the first plane. */
static bool
is_nothing(uint32_t code)
{
	return (code >= 0xE000 && code <= 0xF8FF) || code == 0xFFFE || code == 0xFFFF;
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
	bool glued = scan->sequence_code && scan->sequence_end == scan->at;
	struct repair_place place = { .text = scan->text,
		.start = scan->at,
		.glued = glued ? scan->sequence_code : 0,
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
	if (lead < 0xC2 || lead > 0xF4)
		return false;
	bool strict = read_strict(scan, candidate);
	bool unlikely = strict && candidate->certainty == REPAIR_LIKELY &&
			(lead == 0xE2 || lead == 0xF0) && !repair_is_certain(candidate->code);
	if (strict && !unlikely)
		return true;
	struct repair_candidate lossy;
	if (!read_lossy(scan, &lossy) && (strict || !read_holes(scan, &lossy)))
		return strict;
	*candidate = lossy;
	return true;
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
	found->certain += candidate->certainty == REPAIR_CERTAIN;
	found->strong += candidate->strong;
	*list_add(scan->arena, &found->candidates) = *candidate;
}

/* Whether the character is good text as it stands: café, a lone quote. */
static bool
is_natural(const struct scan *scan)
{
	struct repair_cell cell = scan->cells[0];
	if (cell.byte == REPAIR_HOLE)
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
	if (cells[0].code != 0xE2 || scan->count < 2)
		return;
	uint32_t second = cells[1].code, third = scan->count > 2 ? cells[2].code : 0;
	bool continued = scan->count > 2 && cells[2].byte >= 0x80 && cells[2].byte <= 0xBF;
	if ((second == 0x20AC && third == 0x153) || (second == 0x80 && third == 0x9C))
		scan->quotes_open++;
	else if (second == 0x20AC && !continued)
		scan->quotes_open--;
}

static void
read_window(struct scan *scan)
{
	size_t at = scan->at;
	for (scan->count = 0; scan->count < WINDOW; scan->count++) {
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
	if (scan->count && read_sequence(scan, &candidate)) {
		describe(scan, &candidate);
		if (is_produced(scan))
			add_candidate(scan, &candidate);
		end = scan->sequence_end = candidate.end;
		scan->sequence_code = candidate.code;
	} else if (scan->count && is_natural(scan)) {
		note_natural(scan);
	}
	count_quotes(scan);
	scan->at = end;
}

/* Goes to the next character that is not ASCII; false at the end. */
static bool
skip_ascii(struct scan *scan)
{
	size_t from = scan->at, to = from;
	const char *bytes = scan->text.bytes;
	for (uint64_t word; to + sizeof(word) <= scan->text.length; to += sizeof(word)) {
		memcpy(&word, bytes + to, sizeof(word));
		if (word & 0x8080808080808080u)
			break;
	}
	while (to < scan->text.length && (unsigned char)bytes[to] < 0x80)
		to++;
	if (to > from && memchr(bytes + from, '\n', to - from)) {
		scan->line_listed = scan->line_natural = false;
		scan->quotes_open = 0;
	}
	scan->at = to;
	return to < scan->text.length;
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
