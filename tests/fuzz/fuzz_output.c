/*
 * Any text through every format: JSON gives it back, no format prints a control character, a row
 * stays one row, and a page has no tag of its own. The table prints as for a terminal.
 */
#include "cli/reader.h"
#include "cli/text.h"
#include "fuzz.h"
#include "read/decode.h"

static bool
is_harmful(uint32_t code)
{
	return (text_is_control(code) && code != '\n') || (code >= 0x202A && code <= 0x202E) ||
	       code == 0x2066 || code == 0x2067;
}

/* A terminal obeys nothing; what the table itself isolates (U+2068) ends on its line (U+2069). */
static void
check_shown(str printed)
{
	int isolated = 0;
	uint32_t code;
	require_text(printed);
	while (utf8_next(&printed, &code)) {
		require(!is_harmful(code), "nothing on a terminal obeys a note");
		isolated += (code == 0x2068) - (code == 0x2069);
		require(isolated >= 0 && isolated <= (code != '\n'), "isolates are closed");
	}
}

static void
check_json(struct arena *arena, str printed, str text)
{
	const struct docket_value *read = read_json(arena, printed);
	require_text(printed);
	require(read && read->count == 1 && read->items[0].count == 1, "JSON can be read back");
	require(str_equal(read->items[0].items[0].text, text), "JSON gives the text back");
}

/* Fields of a row are not split, and rows are not added. */
static void
check_csv(str printed)
{
	size_t quotes = 0, rows = 0;
	for (size_t i = 0; i < printed.length; i++) {
		quotes += printed.bytes[i] == '"';
		rows += printed.bytes[i] == '\n' && quotes % 2 == 0;
		require(printed.bytes[i] != ',' || quotes % 2, "a text is one field");
	}
	require(quotes % 2 == 0 && rows == 2, "a row of CSV is one row");
}

static void
check_tsv(str printed)
{
	size_t rows = 0;
	for (size_t i = 0; i < printed.length; i++) {
		rows += printed.bytes[i] == '\n';
		require(!strchr("\t\r", printed.bytes[i]) || !printed.bytes[i],
			"no field is added");
	}
	require(rows == 2, "a row of TSV is one line");
}

static str
print_as(struct arena *arena, const char *format, str text)
{
	struct page page = { .format = format, .width = 40, .terminal = true };
	return print_rows(arena, page, rows_of_text(arena, text));
}

static size_t
count(str text, char c)
{
	size_t found = 0;
	for (size_t i = 0; i < text.length; i++)
		found += text.bytes[i] == c;
	return found;
}

/* Whatever the text is, the page has the elements and attributes that it has for another one. */
static void
check_html(struct arena *arena, str printed)
{
	str plain = print_as(arena, "html", STR("a")), empty = print_as(arena, "html", STR(""));
	size_t tags = count(printed, '<');
	require(tags == count(plain, '<') || tags == count(empty, '<'), "no tag is added");
	require(count(printed, '>') == tags + count(plain, '>') - count(plain, '<'),
		"no tag is closed");
	require(count(printed, '"') == count(plain, '"'), "no attribute is added");
	require(!memchr(printed.bytes, 0, printed.length), "no NUL is printed");
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena arena = { 0 };
	struct remarks remarks = { .arena = &arena };
	str text = decode_text(&arena, (str){ (const char *)bytes, size }, &remarks);
	check_json(&arena, print_as(&arena, "json", text), text);
	check_csv(print_as(&arena, "csv", text));
	check_tsv(print_as(&arena, "tsv", text));
	check_html(&arena, print_as(&arena, "html", text));
	check_shown(print_as(&arena, "md", text));
	check_shown(print_as(&arena, "table", text));
	check_shown(print_as(&arena, "table", (str){ (const char *)bytes, size }));
	arena_free(&arena);
	return 0;
}
