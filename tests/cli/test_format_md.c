#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <cmark.h>

#include "cli/text.h"
#include "reader.h"

static const struct docket_report plain = {
	.name = "tasks", .subject = "task", .table = "text", .group = ""
};

static const struct docket_report decisions = {
	.name = "decisions", .subject = "decision", .table = "date text n", .group = "accounts"
};

/* What a reader of Markdown sees; "?" where it is not one plain paragraph. */
static str
read_markdown(struct arena *arena, str markdown)
{
	struct buffer out = { .arena = arena };
	buffer_add(&out, STR(""));
	cmark_node *document = cmark_parse_document(markdown.bytes, markdown.length, 0);
	cmark_iter *iter = cmark_iter_new(document);
	while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		if (type == CMARK_NODE_TEXT)
			buffer_add(&out, str_from(cmark_node_get_literal(node)));
		else if (type != CMARK_NODE_DOCUMENT && type != CMARK_NODE_PARAGRAPH)
			buffer_add(&out, STR("?"));
	}
	cmark_iter_free(iter);
	cmark_node_free(document);
	return out.text;
}

/* The third line of a table of one column. */
static str
last_row(str file)
{
	str line = { 0 };
	while (str_next_line(&file, &line))
		;
	return line;
}

static void
assert_stays_text(const char *text)
{
	struct arena arena = { 0 };
	struct page page = { .format = "md", .report = &plain };
	str file = print_rows(&arena, page, rows_of_text(&arena, str_from(text)));
	str seen = read_markdown(&arena, last_row(file));
	assert_string_equal(seen.bytes, str_format(&arena, "| %s |", text).bytes);
	arena_free(&arena);
}

static void
a_group_is_a_heading_and_a_table(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct page page = { .format = "md", .report = &decisions };
	str text = print_json(&arena, page,
		"[{\"date\":\"2025-10-28\",\"text\":\"Buy, not "
		"build\",\"accounts\":[\"Larkspur_Mills\"],"
		"\"n\":1},{\"date\":null,\"text\":\"Go\",\"accounts\":[],\"n\":2}]");
	assert_string_equal(text.bytes, "## Larkspur\\_Mills (1)\n\n"
					"| Date | Decision | N |\n| --- | --- | ---: |\n"
					"| 2025-10-28 | Buy, not build | 1 |\n"
					"\n## No account (1)\n\n"
					"| Date | Decision | N |\n| --- | --- | ---: |\n"
					"|  | Go | 2 |\n");
	arena_free(&arena);
}

static void
markup_stays_text(void **state)
{
	static const char *const texts[] = { "*a* **b** _c_ __d__ `e` ~~f~~",
		"[a](b) ![c](d) [[e]]", "<b>x</b> <!-- y --> <http://a.b>",
		"&amp; &#65; &#x41; & R&D &b;", "a | b || c", "# no heading #", "\\ \\* \\\\*",
		"- [ ] x", "1. x", "> x", "```x```", "***", "%%x%% ==y== 5%", "$5 and $6",
		"<script>alert(1)</script>", "[x]: y", "a  b" };
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_stays_text(texts[i]);
}

static void
every_pair_of_signs_stays_text(void **state)
{
	(void)state;
	for (char a = '!'; a < 0x7F; a++)
		for (char b = '!'; b < 0x7F; b++)
			assert_stays_text((char[]){ a, b, 'x', a, b, '\0' });
}

static void
control_characters_are_escapes_and_lines_are_one(void **state)
{
	(void)state;
	for (uint32_t code = 0; code < 0x2070; code++) {
		struct arena arena = { 0 };
		struct page page = { .format = "md", .report = &plain };
		char bytes[4];
		str text = { bytes, utf8_encode(code, bytes) }, line;
		str file = print_rows(&arena, page, rows_of_text(&arena, text));
		size_t lines = 0;
		for (str rest = file; str_next_line(&rest, &line);)
			lines++;
		assert_true(lines == 3);
		for (uint32_t seen; utf8_next(&file, &seen);)
			assert_true(!text_is_control(seen) || seen == '\n');
		arena_free(&arena);
	}
}

static void
a_sheet_is_a_list(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct page page = { .format = "md", .sheet = true };
	str text = print_json(&arena, page,
		"[{\"id\":\"k3f9\",\"due\":null,\"mentions\":[{\"path\":\"/v/a_b.md\",\"line\":3,"
		"\"text\":\"*x*\"}]}]");
	assert_string_equal(text.bytes, "- **id**: k3f9\n- **mentions**\n"
					"  - /v/a\\_b.md:3 \\*x\\*\n");
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_group_is_a_heading_and_a_table),
		cmocka_unit_test(markup_stays_text),
		cmocka_unit_test(every_pair_of_signs_stays_text),
		cmocka_unit_test(control_characters_are_escapes_and_lines_are_one),
		cmocka_unit_test(a_sheet_is_a_list),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
