#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/outline.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* After this, the guard has a note read by the scanner; the rest of the note reads as before. */
#define TRIP \
	"\n\n> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > >\n"

struct example {
	const char *body;
	const char *entries; /* kind, level, > if quoted, line, text; a comma between two */
};

static str
describe(struct arena *arena, const struct outline *outline)
{
	struct buffer text = { .arena = arena };
	buffer_add(&text, (str){ 0 });
	for (size_t i = 0; i < outline->count; i++) {
		const struct outline_entry *entry = &outline->items[i];
		buffer_format(&text, "%s%c%d%s %d %.*s", i ? ", " : "", "HIPC"[entry->kind],
			entry -> level, entry -> quoted ? ">" : "", entry->line,
			STR_ARG(entry->text));
	}
	return text.text;
}

static struct outline
read_body(struct arena *arena, const char *body)
{
	struct remarks remarks = { .arena = arena };
	return outline_read(arena, str_from(body), 1, &remarks);
}

static void
assert_entries(const char *body, const char *entries)
{
	struct arena arena = { 0 };
	struct outline outline = read_body(&arena, body);
	str found = describe(&arena, &outline);
	if (!str_equal(found, str_from(entries)))
		fail_msg("\n%s\nis read as: %s\nexpected:   %s", body, found.bytes, entries);
	arena_free(&arena);
}

/* By cmark, and by the scanner. */
static void
assert_examples(const struct example *examples, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct arena arena = { 0 };
		assert_entries(examples[i].body, examples[i].entries);
		assert_entries(
			str_format(&arena, "%s" TRIP, examples[i].body).bytes, examples[i].entries);
		arena_free(&arena);
	}
}

#define ASSERT_EXAMPLES(examples) assert_examples(examples, sizeof(examples) / sizeof(*(examples)))

/* clang-format off */
static void
headings_are_raw_text_without_hashes(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "# Weekly call", "H1 1 Weekly call" },
		{ "### [[Fern]] and *more* ###", "H3 1 [[Fern]] and *more*" },
		{ "  ##\tTab  ", "H2 1 Tab" },
		{ "###", "H3 1 " },
		{ "## ##", "H2 1 " },
		{ "# C#", "H1 1 C#" },
		{ "Title\n=====\n", "H1 1 Title" },
		{ "One\ntwo\n---\n", "H2 1 One two" },
		{ "\xEF\xBB\xBF# After a mark", "H1 1 After a mark" },
		{ "#tag", "P0 1 #tag" },
		{ "####### seven", "P0 1 ####### seven" },
	};
	ASSERT_EXAMPLES(examples);
}

static void
headings_in_quotes_and_lists_do_not_count(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "> # Quoted\n> - a", "I1> 2 a" },
		{ "- # Listed\n- b", "I1 2 b" },
		{ "- a\n\n  # Listed\n", "I1 1 a" },
		{ "> a\n> ---\n", "P0> 1 a" },
		{ "- a\n  ---\n", "I1 1 a" },
	};
	ASSERT_EXAMPLES(examples);
}

static void
items_carry_depth_and_box(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "- [ ] a\n- [x] b", "I1 1 [ ] a, I1 2 [x] b" },
		{ "* a\n+ b\n1. c\n12) d", "I1 1 a, I1 2 b, I1 3 c, I1 4 d" },
		{ "- a\n  - b\n    1. c\n- d", "I1 1 a, I2 2 b, I3 3 c, I1 4 d" },
		{ "- a\n\t- b\n\t\t- c", "I1 1 a, I2 2 b, I3 3 c" },
		{ "- [ ]\n-\n- b", "I1 1 [ ], I1 2 , I1 3 b" },
		{ "-\n  a", "I1 1 , C1 2 a" },
		{ "-   a  ", "I1 1 a" },
		{ "> - [ ] a\n> > 1. b", "I1> 1 [ ] a, I1> 2 b" },
		{ "> [!todo] Next\n> - [ ] a", "P0> 1 [!todo] Next, I1> 2 [ ] a" },
		{ "1234567890. a", "P0 1 1234567890. a" },
	};
	ASSERT_EXAMPLES(examples);
}

static void
two_markers_on_a_line_make_one_entry(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "- - a\n  - b", "I2 1 a, I2 2 b" },
		{ "- 1. a", "I2 1 a" },
		{ "- [ ] 1. a", "I1 1 [ ] 1. a" },
		{ "- > a\n- b", "I1 2 b" },
	};
	ASSERT_EXAMPLES(examples);
}

static void
further_lines_of_an_item_continue_it(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "- a\n  b\nc", "I1 1 a, C1 2 b, C1 3 c" },
		{ "> - a\n>   b\nc", "I1> 1 a, C1> 2 b, C1> 3 c" },
		{ "- a\n\n  later\n\n  - b", "I1 1 a, I2 5 b" },
		{ "- a\n      deep\n", "I1 1 a, C1 2 deep" },
	};
	ASSERT_EXAMPLES(examples);
}

static void
paragraphs_are_read_line_by_line(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "Action: a\nAP: b\n\nDecision: c", "P0 1 Action: a, P0 2 AP: b, P0 4 Decision: c" },
		{ "> a\n> b\nc", "P0> 1 a, P0> 2 b, P0> 3 c" },
		{ "| a | b |\n| - | - |\n| c | d |", "P0 1 | a | b |, P0 2 | - | - |, P0 3 | c | d |" },
		{ "a\n    b", "P0 1 a, P0 2 b" },
		{ "text\n2. [ ] no item", "P0 1 text, P0 2 2. [ ] no item" },
		{ "text\n- [ ] item", "P0 1 text, I1 2 [ ] item" },
		{ "a\n***\nb\n\n- - -", "P0 1 a, P0 3 b" },
	};
	ASSERT_EXAMPLES(examples);
}

static void
code_and_html_are_left_out(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "```\n- [ ] a\n```\n- b", "I1 4 b" },
		{ "~~~~ md\n- a\n~~~\n- b\n~~~~\n- c", "I1 6 c" },
		{ "```\n- a", "" },
		{ "``` a`b\n- c", "P0 1 ``` a`b, I1 2 c" },
		{ "> ```\n> - a\n- b", "I1 3 b" },
		{ "- a\n  ```\n  - b\n  ```\n- c", "I1 1 a, I1 5 c" },
		{ "- a\n  ```\n  - b\n- c", "I1 1 a, I1 4 c" },
		{ "    - a\n\n- b", "I1 3 b" },
		{ "<!--\n- a\n-->\n- b", "I1 4 b" },
		{ "<!-- a -->\n- b", "I1 2 b" },
		{ "<details>\n- a\n\n- b\n</details>\n- c", "I1 4 b" },
		{ "<pre>\n\n- a\n</pre>\n- b", "I1 5 b" },
		{ "<em>\n- a\n\nb\n<em>", "P0 4 b, P0 5 <em>" },
		{ "<https://example.org>\n- a", "P0 1 <https://example.org>, I1 2 a" },
		{ "<?php\n- a\n?>\n- b\n\n<!A\n- c >\n- d", "I1 4 b, I1 8 d" },
	};
	ASSERT_EXAMPLES(examples);
}

static void
comments_and_formulas_are_left_out(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{ "%%\n- [ ] a\n%%\n- b", "I1 4 b" },
		{ "%% a\n# b\nc %% d\n- e", "I1 4 e" },
		{ "a\n%%\nb\n%%\nc", "P0 1 a, P0 5 c" },
		{ "%% a %%\n- b %%\n%%", "P0 1 %% a %%, I1 2 b %%" },
		{ "- a\n%%\n%%\n  - b", "I1 1 a, I1 4 b" },
		{ "- a\n  %%\n  - b\n  %%\n  - c\n- d", "I1 1 a, I2 5 c, I1 6 d" },
		{ "> %%\n> - a\n> %%\n> - b\n- c", "I1> 4 b, I1 5 c" },
		{ "> %%\n> - a\n\n- b", "I1 4 b" },
		{ "- a\n%%\n- b\n\n# c", "I1 1 a" },
		{ "```\n%%\n```\n- a\n\n```\n%%\n```", "I1 4 a" },
		{ "$$\n- a\n$$\n- b", "I1 4 b" },
		{ "$$ a $$\n- b\n$$", "P0 1 $$ a $$, I1 2 b, C1 3 $$" },
	};
	ASSERT_EXAMPLES(examples);
}
/* clang-format on */

static void
an_open_formula_hides_nothing(void **state)
{
	(void)state;
	assert_entries("$$$ budget\n- [ ] a", "P0 1 $$$ budget, I1 2 [ ] a");
}

static void
link_definitions_do_not_take_the_box(void **state)
{
	(void)state;
	assert_entries("- [x] a\n- [x]: b\n\n[x]: https://example.org", "I1 1 [x] a, I1 2 [x]: b");
}

static void
entries_know_heading_and_parent(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct outline outline = read_body(
		&arena, "- a\n\n# One\n\n> # no\n\n- b\n  - c\n    d\n  - - e\n- f\n\nTwo\n---\ng");
	static const struct {
		int heading, parent;
	} expected[] = { { -1, -1 }, { -1, -1 }, { 1, -1 }, { 1, 2 }, { 1, 3 }, { 1, 2 }, { 1, -1 },
		{ 1, -1 }, { 7, -1 } };
	assert_int_equal(outline.count, sizeof(expected) / sizeof(*expected));
	for (size_t i = 0; i < outline.count; i++) {
		assert_int_equal(outline.items[i].heading, expected[i].heading);
		assert_int_equal(outline.items[i].parent, expected[i].parent);
	}
	arena_free(&arena);
}

static void
raw_is_the_whole_line_of_the_file(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct remarks remarks = { .arena = &arena };
	struct outline outline = outline_read(&arena, STR("\n>  - [ ] a "), 7, &remarks);
	assert_int_equal(outline.count, 1);
	assert_int_equal(outline.items[0].line, 8);
	assert_true(str_equal(outline.items[0].raw, STR(">  - [ ] a ")));
	arena_free(&arena);
}

static void
an_empty_body_has_no_entries(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct remarks remarks = { .arena = &arena };
	assert_int_equal(outline_read(&arena, (str){ 0 }, 1, &remarks).count, 0);
	assert_int_equal(outline_read(&arena, STR("\n\n"), 1, &remarks).count, 0);
	arena_free(&arena);
}

static void
what_the_guard_stops_is_read_with_a_remark(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	struct remarks remarks = { .arena = &arena };
	struct outline outline =
		outline_read(&arena, STR("# a\n- [ ] b\n\ttext" TRIP), 5, &remarks);
	assert_string_equal(describe(&arena, &outline).bytes, "H1 5 a, I1 6 [ ] b, C1 7 text");
	assert_int_equal(remarks.count, 1);
	assert_int_equal(remarks.items[0].kind, DOCKET_REMARK_NESTED_TOO_DEEP);
	assert_int_equal(remarks.items[0].line, 9);
	arena_free(&arena);
}

static const char *
read_fixture(struct arena *arena, const char *path)
{
	FILE *file = fopen(path, "rb");
	struct buffer text = { .arena = arena };
	assert_non_null(file);
	for (int c; (c = fgetc(file)) != EOF;)
		if (c != '\r' && c != '\0')
			buffer_add_char(&text, (char)c);
	fclose(file);
	buffer_add(&text, STR(""));
	return text.text.bytes;
}

/* But for link definitions, which are no lines of text for cmark alone. */
static void
assert_read_alike(const char *path)
{
	struct arena arena = { 0 };
	const char *body = read_fixture(&arena, path);
	if (!strstr(body, "]: http")) {
		struct outline tree = read_body(&arena, body);
		struct outline lines = read_body(&arena, str_format(&arena, "%s" TRIP, body).bytes);
		str expected = describe(&arena, &tree);
		str found = describe(&arena, &lines);
		if (!str_equal(found, expected))
			fail_msg("%s:\n%s\n%s", path, found.bytes, expected.bytes);
	}
	arena_free(&arena);
}

static void
scanner_and_cmark_read_the_fixtures_alike(void **state)
{
	(void)state;
	static const char *const patterns[] = { "fixtures/*/*.md", "fixtures/*/*/*.md",
		"fixtures/*/*/*/*.md" };
	for (size_t i = 0; i < sizeof(patterns) / sizeof(*patterns); i++) {
		glob_t notes;
		if (glob(patterns[i], 0, NULL, &notes) != 0)
			continue;
		for (size_t note = 0; note < notes.gl_pathc; note++)
			assert_read_alike(notes.gl_pathv[note]);
		globfree(&notes);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_are_raw_text_without_hashes),
		cmocka_unit_test(headings_in_quotes_and_lists_do_not_count),
		cmocka_unit_test(items_carry_depth_and_box),
		cmocka_unit_test(two_markers_on_a_line_make_one_entry),
		cmocka_unit_test(further_lines_of_an_item_continue_it),
		cmocka_unit_test(paragraphs_are_read_line_by_line),
		cmocka_unit_test(code_and_html_are_left_out),
		cmocka_unit_test(comments_and_formulas_are_left_out),
		cmocka_unit_test(an_open_formula_hides_nothing),
		cmocka_unit_test(link_definitions_do_not_take_the_box),
		cmocka_unit_test(entries_know_heading_and_parent),
		cmocka_unit_test(raw_is_the_whole_line_of_the_file),
		cmocka_unit_test(an_empty_body_has_no_entries),
		cmocka_unit_test(what_the_guard_stops_is_read_with_a_remark),
		cmocka_unit_test(scanner_and_cmark_read_the_fixtures_alike),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
