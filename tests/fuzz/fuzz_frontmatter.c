/* Any text may be front matter: it is read to its end, and the body begins where a line does. */
#include "fuzz.h"
#include "read/decode.h"
#include "read/frontmatter.h"

static int
count_lines(str text)
{
	int lines = 1;
	for (size_t i = 0; i < text.length; i++)
		lines += text.bytes[i] == '\n';
	return lines;
}

static void
check(const struct frontmatter *head, str text)
{
	const str texts[] = { head->title, head->type, head->account, head->project, head->series,
		head->source, head->source_ref };
	require_texts((strs){ texts, sizeof(texts) / sizeof(*texts) });
	require_texts(head->participants);
	require_texts(head->tags);
	str before = str_slice(text, 0, head->body);
	require(head->body <= text.length, "the body is in the text");
	require(!head->body || head->body == text.length || str_ends(before, STR("\n")),
		"the body begins where a line does");
	require(head->body_line == count_lines(before) ||
			(head->body == text.length && !str_ends(before, STR("\n"))),
		"the body has the line it is on");
	require(date_is_none(head->date) || head->date.day == -1 || docket_date_exists(head->date),
		"the day exists");
}

/* Items are of the file, and every one can be reached. */
static void
check_items(const struct yaml *top, int lines)
{
	require(top->kind == YAML_NOTHING || (top->line >= 1 && top->line <= lines),
		"values are on lines of the file");
	for (size_t i = 0; i < top->count; i++)
		require(utf8_valid(top->items[i].key) && utf8_valid(top->items[i].text),
			"items are UTF-8");
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena arena = { 0 };
	struct remarks remarks = { .arena = &arena };
	str text = decode_text(&arena, (str){ (const char *)bytes, size }, &remarks);
	require(utf8_valid(text), "what is decoded is UTF-8");
	struct frontmatter head = frontmatter_read(&arena, text, &remarks);
	int lines = count_lines(text);
	check(&head, text);
	check_items(&head.tasks, lines);
	check_items(&head.decisions, lines);
	for (size_t i = 0; i < remarks.count; i++)
		require(remarks.items[i].line >= 0 && remarks.items[i].line <= lines &&
				utf8_valid(remarks.items[i].message),
			"remarks are of the file");
	arena_free(&arena);
	return 0;
}
