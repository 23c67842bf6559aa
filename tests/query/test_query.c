/*
 * Queries as the Tasks plugin reads them: every instruction of fixtures/query/grammar.txt, and the
 * combinations, continued lines and placeholders of booleans-placeholders.txt.
 */
#include "query/expand.h"
#include "query/presets.h"
#include "store/value.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* What the plugin says of what it refuses, and docket in its place. */
static const struct {
	const char *plugin, *docket;
} refusals[] = {
	{ "do not understand start date", "holds no start date" },
	{ "do not understand happens date", "holds no due, start or scheduled date" },
	{ "do not understand hide/show option", "what can be hidden and shown are" },
	{ "do not understand view mode", "there are 'view list' and" },
	{ "Invalid status.type", "status" },
	{ "Invalid instruction: 'description regex", "between slashes" },
	{ "Parsing regular expression", "repetition" },
	{ "JavaScript is now disabled", "is JavaScript, which docket does not run" },
	{ "Cannot find preset", "there is no preset" },
	{ "looks like it contains a placeholder", "looks like it has a placeholder" },
	{ "All filters in a Boolean", "all filters of a combination stand in one of these" },
	{ "malformed boolean query", "is malformed" },
	{ "couldn't parse sub-expression", "is no filter" },
	{ "unexpanded template text", "of a template that was not filled in" },
	{ "Invalid placeholder result", "has no property" },
	{ "Unknown property: preset", "there is no preset" },
	{ "Unknown property", "is no placeholder" },
	{ "Unclosed tag", "is never closed" },
	{ "do not understand query", "" },
};

static str
read_whole(struct arena *arena, const char *path)
{
	struct buffer text = { .arena = arena };
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	for (int c; (c = getc(file)) != EOF;)
		buffer_add_char(&text, (char)c);
	fclose(file);
	return text.text;
}

/* The note of the recorded placeholders. */
static const struct query_file *
recorded_file(void)
{
	static struct query_property properties[6];
	static struct query_file file;
	const struct {
		const char *name, *value;
	} rows[] = { { "who", "Ann" }, { "list", "[\"a\",\"b\"]" }, { "empty", NULL },
		{ "multi", "not done\nsort by due" }, { "Cap", "1" }, { "none", NULL } };
	for (size_t i = 0; i < COUNT(rows); i++)
		properties[i] =
			(struct query_property){ str_from(rows[i].name), str_from(rows[i].value) };
	file = (struct query_file){ STR("Acc/My note.md"), properties, COUNT(properties) };
	return &file;
}

static bool
read_query(struct query *query, struct arena *arena, str text, const struct query_file *file,
	struct docket_error *err)
{
	struct query_text whole = { .file = file };
	*query = (struct query){ .arena = arena, .today = { 2025, 11, 22 } };
	whole.block = (struct query_source){ STR("note.md"), 1, text };
	whole.presets = presets_usual(arena, &whole.preset_count);
	return query_read(query, &whole, err);
}

/* Docket's message has the words that stand for the plugin's. */
static void
check_refusal(str text, str recorded, const struct docket_error *err)
{
	assert_int_equal(err->code, DOCKET_NOT_UNDERSTOOD);
	assert_true(str_starts(str_from(err->message), STR("note.md:1: ")));
	size_t i = 0;
	while (str_find(recorded, str_from(refusals[i].plugin)) == STR_NONE)
		if (++i == COUNT(refusals))
			fail_msg("unknown message: %.*s", STR_ARG(recorded));
	if (!strstr(err->message, refusals[i].docket))
		fail_msg("%.*s\nplugin: %.*s\ndocket: %s", STR_ARG(text), STR_ARG(recorded),
			err->message);
}

static bool
same_key(const struct query_key *a, const struct query_key *b)
{
	return a->kind == b->kind && a->values[0] == b->values[0];
}

/* "sort due", "group due rev": the same key as that of the instruction in full. */
static bool
is_kind(struct arena *arena, const struct query *query, str kind)
{
	struct docket_error err;
	struct query other;
	str word, name = kind;
	if (!str_next_part(&name, ' ', &word))
		return false;
	bool reverse = str_ends(name, STR(" rev"));
	name = reverse ? str_slice(name, 0, name.length - 4) : name;
	str text = str_format(arena, "%.*s by %.*s", STR_ARG(word), STR_ARG(name));
	if (!read_query(&other, arena, text, NULL, &err))
		return false;
	if (str_equal(word, STR("sort")))
		return query->orders.count == 1 &&
		       same_key(&query->orders.items[0].key, &other.orders.items[0].key);
	return query->groups.count == 1 && query->groups.items[0].reverse == reverse &&
	       query->groups.items[0].value == other.groups.items[0].value;
}

/* What the query consists of, in the words of grammar.txt. */
static bool
means(struct arena *arena, const struct query *query, str recorded)
{
	int number;
	if (str_equal(recorded, STR("filter")))
		return query->filters.count == 1;
	if (str_equal(recorded, STR("layout")))
		return query->layout.count > 0 && !query->brief;
	if (str_equal(recorded, STR("layout; short")))
		return query->layout.count == 1 && query->brief;
	if (str_equal(recorded, STR("explain")))
		return query->explain;
	if (str_equal(recorded, STR("igq")))
		return query->ignores_global;
	if (str_equal(recorded, STR("(nothing)")))
		return !query->filters.count && !query->layout.count && !query->orders.count;
	if (str_starts(recorded, STR("limit ")))
		return str_number(str_skip(recorded, 6), 99, &number) && query->limit == number &&
		       query->group_limit == -1;
	if (str_starts(recorded, STR("grouplimit ")))
		return str_number(str_skip(recorded, 11), 99, &number) &&
		       query->group_limit == number && query->limit == -1;
	return is_kind(arena, query, recorded);
}

/* The text in quotes that a line begins with, and what follows. */
static bool
split_line(struct arena *arena, str line, str *text, str *rest)
{
	if (!str_starts(line, STR("\"")))
		return false;
	size_t end = 1;
	while (end < line.length && line.bytes[end] != '"')
		end += line.bytes[end] == '\\' ? 2 : 1;
	*text = value_from_json(arena, str_slice(line, 0, end + 1)).text;
	*rest = str_trim(str_skip(line, end + 1));
	return true;
}

static void
instructions_are_taken_as_in_the_plugin(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	size_t count = 0;
	str lines = read_whole(&arena, "fixtures/query/grammar.txt"), line, text, recorded;
	while (str_next_line(&lines, &line) && split_line(&arena, line, &text, &recorded)) {
		struct docket_error err = { 0 };
		struct query query;
		bool read = read_query(&query, &arena, text, NULL, &err);
		bool refused = str_starts(recorded, STR("ERR"));
		if (read == refused)
			fail_msg("%.*s: %.*s; %s", STR_ARG(text), STR_ARG(recorded), err.message);
		if (refused)
			check_refusal(text, recorded, &err);
		else if (!means(&arena, &query, recorded))
			fail_msg("%.*s: not %.*s", STR_ARG(text), STR_ARG(recorded));
		count++;
	}
	assert_int_equal(count, 206);
	arena_free(&arena);
}

/* The part of booleans-placeholders.txt behind a line "--- NAME", up to the next such line. */
static str
find_section(struct arena *arena, const char *name)
{
	str all = read_whole(arena, "fixtures/query/booleans-placeholders.txt");
	if (*name) {
		str head = str_format(arena, "--- %s\n", name);
		size_t at = str_find(all, head);
		assert_true(at != STR_NONE);
		all = str_skip(all, at + head.length);
	}
	return str_slice(all, 0, str_find(all, STR("\n--- ")));
}

/* The explanation of the only filter, two columns in, as it is recorded. */
static str
explain_inside(struct arena *arena, const struct query *query, str statement)
{
	struct buffer out = { .arena = arena };
	str rest = query_explain(query), line,
	    first = str_format(arena, "%.*s =>", STR_ARG(statement));
	for (bool inside = false; str_next_line(&rest, &line) && line.length; inside = true)
		if (inside || !str_equal(line, first))
			buffer_format(&out, "%.*s\n", STR_ARG(line));
	return out.text;
}

static void
check_combination(struct arena *arena, str statement, str recorded)
{
	struct docket_error err = { 0 };
	struct query query;
	bool read = read_query(&query, arena, statement, NULL, &err);
	if (str_starts(recorded, STR("ERR"))) {
		assert_false(read);
		check_refusal(statement, recorded, &err);
		return;
	}
	if (!read)
		fail_msg("%.*s", STR_ARG(str_from(err.message)));
	str got = explain_inside(arena, &query, statement);
	if (!str_equal(got, recorded))
		fail_msg("%.*s\n%.*s", STR_ARG(statement), STR_ARG(got));
}

static void
combinations_are_understood_as_in_the_plugin(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str rest = find_section(&arena, ""), line, statement = { 0 };
	struct buffer recorded = { .arena = &arena };
	size_t count = 0;
	for (bool more = true; more;) {
		more = str_next_line(&rest, &line);
		if (more && !str_starts(line, STR("### "))) {
			if (line.length)
				buffer_format(&recorded, "%.*s\n", STR_ARG(line));
			continue;
		}
		if (statement.length) {
			check_combination(&arena, statement, recorded.text);
			count++;
		}
		statement = str_skip(line, 4);
		recorded = (struct buffer){ .arena = &arena };
	}
	assert_int_equal(count, 22);
	arena_free(&arena);
}

/* The statements of a query are those of a JSON list. */
static bool
has_statements(struct arena *arena, const struct query *query, str recorded)
{
	struct docket_value list = value_from_json(arena, recorded);
	size_t filters = query->filters.count, orders = query->orders.count;
	bool same = filters + orders == list.count;
	for (size_t i = 0; same && i < list.count; i++)
		same = str_equal(list.items[i].text,
			i < filters ? query->filters.items[i].statement
				    : query->orders.items[i - filters].statement);
	return same;
}

/* Lines `"text" => ["statement"]` or `"text" => ERR message`. */
static size_t
check_statements(const char *section, const struct query_file *file)
{
	struct arena arena = { 0 };
	size_t count = 0;
	str rest = find_section(&arena, section), line, text, recorded;
	for (; str_next_line(&rest, &line) && split_line(&arena, line, &text, &recorded); count++) {
		struct docket_error err = { 0 };
		struct query query;
		recorded = str_trim(str_skip(recorded, 2));
		bool read = read_query(&query, &arena, text, file, &err);
		if (str_starts(recorded, STR("ERR"))) {
			assert_false(read);
			check_refusal(text, recorded, &err);
			continue;
		}
		if (!read)
			fail_msg("%.*s: %s", STR_ARG(text), err.message);
		if (str_starts(recorded, STR("[\"#"))) /* a comment is no statement */
			recorded = STR("[]");
		if (!has_statements(&arena, &query, recorded))
			fail_msg("%.*s", STR_ARG(text));
	}
	arena_free(&arena);
	return count;
}

static void
lines_go_on_behind_a_backslash(void **state)
{
	(void)state;
	assert_int_equal(check_statements("continuation", NULL), 8);
}

static void
placeholders_say_what_the_note_does(void **state)
{
	(void)state;
	assert_int_equal(check_statements("placeholders", recorded_file()), 19);
}

static void
paths_are_taken_apart_as_in_the_plugin(void **state)
{
	(void)state;
	struct arena arena = { 0 };
	str rest = find_section(&arena, "files"), line;
	size_t count = 0;
	for (; str_next_line(&rest, &line); count++) {
		size_t brace = str_find_char(line, '{');
		str path = str_slice(line, 0, brace - 1);
		struct docket_value says = value_from_json(&arena, str_skip(line, brace));
		assert_true(str_equal(docket_value_get(&says, "root")->text, expand_root(path)));
		assert_true(
			str_equal(docket_value_get(&says, "folder")->text, expand_folder(path)));
		assert_true(str_equal(
			docket_value_get(&says, "filename")->text, expand_file_name(path)));
		assert_true(str_equal(docket_value_get(&says, "noext")->text,
			expand_stem(expand_file_name(path))));
		assert_true(str_equal(docket_value_get(&says, "pne")->text, expand_stem(path)));
	}
	assert_int_equal(count, 4);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(instructions_are_taken_as_in_the_plugin),
		cmocka_unit_test(combinations_are_understood_as_in_the_plugin),
		cmocka_unit_test(lines_go_on_behind_a_backslash),
		cmocka_unit_test(placeholders_say_what_the_note_does),
		cmocka_unit_test(paths_are_taken_apart_as_in_the_plugin),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
