#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/frontmatter.h"

#include <stdlib.h>
#include <string.h>

struct fixture {
	struct arena arena;
	struct remarks remarks;
	struct frontmatter read;
};

static int
set_up(void **state)
{
	struct fixture *fixture = memory_alloc(sizeof(*fixture));
	fixture->remarks.arena = &fixture->arena;
	*state = fixture;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *fixture = *state;
	arena_free(&fixture->arena);
	free(fixture);
	return 0;
}

static struct fixture *
read_note(void **state, str text)
{
	struct fixture *fixture = *state;
	fixture->remarks.count = 0;
	fixture->read = frontmatter_read(&fixture->arena, text, &fixture->remarks);
	return fixture;
}

/* Reads lines between fences. */
static struct fixture *
read_lines(void **state, const char *lines)
{
	struct fixture *fixture = *state;
	return read_note(state, str_format(&fixture->arena, "---\n%s\n---\n- [ ] Call\n", lines));
}

static void
assert_text(str actual, const char *expected)
{
	if (!str_equal(actual, str_from(expected)))
		fail_msg("'%.*s' is not '%s'", STR_ARG(actual), expected);
}

static void
assert_only_remark(const struct fixture *fixture, int line, enum docket_remark_kind kind)
{
	assert_int_equal(fixture->remarks.count, 1);
	assert_int_equal(fixture->remarks.items[0].line, line);
	assert_string_equal(
		docket_remark_name(fixture->remarks.items[0].kind), docket_remark_name(kind));
}

/* Lines that people write, and what becomes of them. The remark is on line 3 unless it says. */
struct slip {
	const char *line;
	const char *field;    /* the field that is read: title, account, participants or tags */
	const char *expected; /* texts joined by "|" */
	int at;
};

/* clang-format off */
static const struct slip not_yaml[] = {
	{ "title: Meeting: Q3 planning",      "title", "Meeting: Q3 planning", 0 },
	{ "title: a: b",                      "title", "a: b", 0 },
	{ "title: ends with:",                "title", "ends with:", 0 },
	{ "account: [[A]], [[B]]",            "account", "A", 0 },
	{ "account: [[A]] and [[B]]",         "account", "A", 0 },
	{ "attendees: [[A]], [[B]]",          "participants", "A|B", 0 },
	{ "attendees: [[A]] and [[B]]",       "participants", "A|B", 0 },
	{ "person: @Myself",                  "participants", "Myself", 0 },
	{ "title: `x`",                       "title", "`x`", 0 },
	{ "title: %x",                        "title", "%x", 0 },
	{ "title: **bold**",                  "title", "**bold**", 0 },
	{ "title: * x",                       "title", "* x", 0 },
	{ "title: & x",                       "title", "& x", 0 },
	{ "title: - x",                       "title", "- x", 0 },
	{ "title: ? x",                       "title", "? x", 0 },
	{ "title: > x",                       "title", "> x", 0 },
	{ "title: >x",                        "title", ">x", 0 },
	{ "title: | x",                       "title", "| x", 0 },
	{ "title: ,x",                        "title", ",x", 0 },
	{ "title: ]x",                        "title", "]x", 0 },
	{ "title: }x",                        "title", "}x", 0 },
	{ "tags: [#a, #b]",                   "tags", "a|b", 0 },
	{ "participants: [A, B",              "participants", "A|B", 0 },
	{ "participants: [[[A]], B",          "participants", "A|B", 0 },
	{ "participants: [A (, B",            "participants", "A|B", 0 },
	{ "account: A: B\n| x: y",            "account", "A: B", 0 },
	{ "participants:\n  - @A\n    - x\n  - B", "participants", "A|B", 4 },
	{ "tags:\n  # later\n\n  - a: b: c\naccount: A", "account", "A", 6 },
	{ "title: {curly} text",              "title", "{curly} text", 0 },
	{ "title: [x] text",                  "title", "[x] text", 0 },
	{ "title: \"a\" b",                   "title", "\"a\" b", 0 },
	{ "title: 'Lena's plan'",             "title", "Lena's plan", 0 },
	{ "title: \"K's \"big\" plan\"",      "title", "K's \"big\" plan", 0 },
	{ "title: \"C:\\Users\\x\"",          "title", "C:\\Users\\x", 0 },
	{ "title: \"open",                    "title", "open", 0 },
	{ "title: 'open",                     "title", "open", 0 },
	{ "title: \"open\nseries: also\"",    "title", "open", 0 },
	{ "participants:\n\t- A",             "participants", "A", 4 },
	{ "title: x\n\tclient: B",            "account", "B", 4 },
	{ "title: 1\n  client: B",            "account", "B", 4 },
	{ "title: 1\n  client: B\n  org: C",  "account", "B", 4 },
	{ "attendees:\n  - A\n  - B\n  client: C", "account", "C", 6 },
	{ "attendees:\n  - A\n  - B\n  client: C", "participants", "A|B", 6 },
	{ "attendees:\n  - name: A\n  client: C", "account", "C", 5 },
	{ "attendees:\n  - A\n  title: x\n  client: C", "account", "C", 5 },
	{ "attendees:\n  - A\n    title: x\n  client: C", "account", "C", 5 },
	{ "attendees:\n  - A\n title: x\n client: C", "account", "C", 5 },
	{ "attendees:\n- A\n  title: x\n  client: C", "account", "C", 5 },
	{ "meta:\n    a: 1\n  client: C",     "account", "C", 5 },
	{ "attendees:\n  - A\n    x: y\n  - name: B\n    client: C", "account", "", 5 },
	{ " title: x",                        "title", "x", 0 },
	{ "a line without colon",             "title", "", 0 },
	{ "title: x\na line without colon",   "title", "x", 4 },
	{ "title:no blank",                   "title", "no blank", 0 },
	{ "attendees:\n  - @A\n  - B",        "participants", "A|B", 4 },
	{ "attendees:\n- B\n- `C`\n- A: x",   "participants", "B|`C`", 5 },
	{ "attendees:\n\n  - @A\n  - B",      "participants", "A|B", 5 },
	{ "attendees:\n# all\n  - @A\n  - B", "participants", "A|B", 5 },
	{ "attendees:\n  -\n    name: @A\n  - B", "participants", "A|B", 5 },
	{ "attendees:\n\t- A\n  - B",         "participants", "A|B", 4 },
	{ "attendees:\n  - name: A\n     account: C\n  - B", "account", "", 5 },
	{ "attendees:\n  - name: A\n     account: C\n  - B", "participants", "A|B", 5 },
	{ "attendees:\n  - A\n    account: C\n  - B", "account", "C", 5 },
	{ "attendees:\n  - A\n    account: C\n  - B", "participants", "A|B", 5 },
	{ "title:\n# later\n  a: b: c",       "title", "a: b: c", 5 },
	{ "title:\n  Plan\n    client: B",    "title", "Plan", 5 },
	{ "title:\n  Plan\n    client: B",    "account", "B", 5 },
	{ "title:\n  Plan\n    client: B\n    org: C\n    person: D", "participants", "D", 5 },
	{ "title: \"\" b",                    "title", "\"\" b", 0 },
	{ "\"title\": a: b",                  "title", "a: b", 0 },
	{ "participants: [@A,B]",             "participants", "A|B", 0 },
	{ "participants: [\"Lee,\", @B]",     "participants", "Lee,|B", 0 },
	{ "tags: [\"\", #b]",                 "tags", "b", 0 },
	{ "tags: [\"\", \"b,c\", #d]",        "tags", "b|c|d", 0 },
	{ "title:\n  Plan: Q3: all",          "title", "Plan: Q3: all", 4 },
};

static const struct slip not_meant[] = {
	{ "title: Budget #3 review",          "title", "Budget #3 review", 0 },
	{ "tags: #a #b",                      "tags", "a|b", 0 },
	{ "tags:\n  - #a\n  - #b",            "tags", "a|b", 4 },
	{ "title: #x",                        "title", "#x", 0 },
	{ "title: *star",                     "title", "*star", 0 },
	{ "title: &amp text",                 "title", "&amp text", 0 },
	{ "title: !important x",              "title", "!important x", 0 },
	{ "title: [[Plan]]",                  "title", "[[Plan]]", 0 },
	{ "account: [[Mills]]",               "account", "Mills", 0 },
	{ "account: [[Mills, Inc]]",          "account", "Mills, Inc", 0 },
	{ "attendees: [[[A]], [[B]]]",        "participants", "A|B", 0 },
	{ "attendees:\n  - [[A]]\n  - [[B]]", "participants", "A|B", 4 },
	{ "account:: Mills",                  "account", "Mills", 0 },
	{ "title: 1\n more",                  "title", "1 more", 0 },
	{ "<<: *base",                        "title", "", 0 },
};

static const struct slip not_text[] = {
	{ "title: a\x01" "b",                 "title", "a b", 0 },
	{ "title: a\x7F" "b",                 "title", "a b", 0 },
	{ "title: a\xC2\x85" "b",             "title", "a b", 0 },
	{ "title: a\xC2\x9D" "b",             "title", "a b", 0 },
	{ "title: a\xE2\x80\xA8" "b",         "title", "a b", 0 },
	{ "title: a\xE2\x80\xA9" "b",         "title", "a b", 0 },
	{ "title: a\xEF\xBB\xBF" "b",         "title", "a b", 0 },
	{ "title: a\xEF\xBF\xBF" "b",         "title", "a b", 0 },
	{ "title: a\xEF\xBF\xBE" "b",         "title", "a b", 0 },
	{ "title: a\xC2\x9F" "b",             "title", "a b", 0 },
};

/* Right as they are: no remark. */
static const struct slip good[] = {
	{ "title: a\u00A0b",                  "title", "a\u00A0b", 0 },
	{ "title: Plan #",                    "title", "Plan", 0 },
	{ "title: Sum }} of",                 "title", "Sum }} of", 0 },
	{ "title: Sum {{ of",                 "title", "Sum {{ of", 0 },
	{ "title: !!str 12",                  "title", "12", 0 },
	{ "title: x\n\t\naccount: B",         "account", "B", 0 },
	{ "participants:\n  - Ay\u015Fe",     "participants", "Ay\u015Fe", 0 },
	{ "account: {name: [Mills]}",         "account", "Mills", 0 },
	{ "{title: x, account: B}",           "account", "B", 0 },
};

/* Several remarks, or one of which the words matter: "line: words" of each, joined by "|". */
static const struct several {
	const char *lines, *field, *expected, *remarks;
} several[] = {
	{ "account:\n  - [Mills, B]", "account", "Mills",
		"2: account: a note has one" },
	{ "account: [[[Mills], B]]", "account", "Mills",
		"2: account: a note has one" },
	{ "title: a: b\naccount: @3M", "account", "@3M",
		"2: title: not YAML (the value has a colon)|"
		"3: account: not YAML (a value cannot begin with @, ` or %)" },
	{ "title: a: b\nperson: @Myself", "participants", "Myself",
		"2: title: not YAML (the value has a colon)|"
		"3: person: not YAML (a value cannot begin with @, ` or %)" },
	{ "title: a: b\n  client: C: d", "account", "C: d",
		"2: title: not YAML (the value has a colon)|"
		"3: client: not YAML (the value has a colon)" },
	{ "title: a: b\n\n  client: C: d", "account", "C: d",
		"2: title: not YAML (the value has a colon)|"
		"4: client: not YAML (the value has a colon)" },
	{ "\x01title: x", "title", "x", "2: a character that YAML does not allow" },
	{ "title: ends with:", "title", "ends with:",
		"2: title: not YAML (the value has a colon)" },
	{ "title: 1\n  client: B", "account", "B",
		"3: not YAML (the line has a key, but is indented)" },
	{ "title: x\n\ttags: b", "tags", "b",
		"3: not YAML (the line has a key, but is indented)" },
	{ "attendees:\n  - @A\n  - B", "participants", "A|B",
		"3: attendees: not YAML (a value cannot begin with @, ` or %)" },
	{ "title: x\ncall 9:30", "title", "x", "3: not YAML (the line has no key)" },
	{ "title: x\n9:30 call", "title", "x", "3: not YAML (the line has no key)" },
	{ "title: x\na:b", "title", "x", "3: a: not YAML (there is no blank behind the colon)" },
	{ "title:x: y\nperson: @B", "title", "",
		"3: person: not YAML (a value cannot begin with @, ` or %)" },
	{ "\"account: x\": a: b\naccount: B", "account", "B",
		"2: account: x: not YAML (the value has a colon)" },
	{ "title: x\na line without colon\n  more", "title", "x",
		"4: not YAML (the line has no key)" },
};
/* clang-format on */

static str
joined_field(struct fixture *fixture, const char *name)
{
	const struct frontmatter *read = &fixture->read;
	const struct {
		const char *name;
		strs texts;
	} fields[] = {
		{ "title", { &read->title, 1 } },
		{ "account", { &read->account, 1 } },
		{ "participants", read->participants },
		{ "tags", read->tags },
	};
	struct buffer joined = { .arena = &fixture->arena };
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		for (size_t k = 0; !strcmp(name, fields[i].name) && k < fields[i].texts.count; k++)
			buffer_format(
				&joined, "%s%.*s", k ? "|" : "", STR_ARG(fields[i].texts.items[k]));
	return joined.text;
}

/* The slip stands on line 3 of a good note. */
static void
assert_slip(void **state, const struct slip *slip, enum docket_remark_kind kind)
{
	struct fixture *fixture = *state;
	str lines = str_format(&fixture->arena,
		"type: \"customer\"\n%s\ndate: 2025-11-08\nsource: transcript\nproject:\n  Mill",
		slip->line);
	read_lines(state, lines.bytes);
	assert_text(joined_field(fixture, slip->field), slip->expected);
	assert_text(fixture->read.type, "customer");
	assert_text(fixture->read.source, "transcript");
	assert_text(fixture->read.project, "Mill");
	assert_true(date_equal(fixture->read.date, (date){ 2025, 11, 8 }));
	assert_only_remark(fixture, slip->at ? slip->at : 3, kind);
}

static void
a_line_that_is_not_yaml_costs_no_other_key(void **state)
{
	for (size_t i = 0; i < sizeof(not_yaml) / sizeof(*not_yaml); i++)
		assert_slip(state, &not_yaml[i], DOCKET_REMARK_FRONT_MATTER);
}

static void
what_is_wrong_is_said_in_plain_words(void **state)
{
	static const char *const jargon[] = { "expected", "token", "context", "stream", "mapping",
		"sequence" };
	for (size_t i = 0; i < sizeof(not_yaml) / sizeof(*not_yaml); i++) {
		struct fixture *fixture = read_lines(state, not_yaml[i].line);
		for (size_t k = 0; k < fixture->remarks.count; k++)
			for (size_t w = 0; w < sizeof(jargon) / sizeof(*jargon); w++)
				if (strstr(fixture->remarks.items[k].message.bytes, jargon[w]))
					fail_msg("%s", fixture->remarks.items[k].message.bytes);
	}
}

static void
a_value_that_yaml_reads_otherwise_is_taken_as_written(void **state)
{
	for (size_t i = 0; i < sizeof(not_meant) / sizeof(*not_meant); i++)
		assert_slip(state, &not_meant[i], DOCKET_REMARK_FRONT_MATTER_VALUE);
}

static void
characters_that_yaml_refuses_become_blanks(void **state)
{
	for (size_t i = 0; i < sizeof(not_text) / sizeof(*not_text); i++)
		assert_slip(state, &not_text[i], DOCKET_REMARK_CONTROL_CHARACTER);
}

static void
good_lines_have_no_remark(void **state)
{
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		struct fixture *fixture = read_lines(state, good[i].line);
		assert_text(joined_field(fixture, good[i].field), good[i].expected);
		assert_int_equal(fixture->remarks.count, 0);
	}
}

static void
remarks_name_the_line_and_what_is_wrong(void **state)
{
	for (size_t i = 0; i < sizeof(several) / sizeof(*several); i++) {
		struct fixture *fixture = read_lines(state, several[i].lines);
		struct buffer said = { .arena = &fixture->arena };
		for (size_t k = 0; k < fixture->remarks.count; k++) {
			str message = fixture->remarks.items[k].message;
			buffer_format(&said, "%s%d: %.*s", k ? "|" : "",
				fixture->remarks.items[k].line,
				STR_ARG(str_slice(message, 0, str_find(message, STR(", docket")))));
		}
		assert_text(joined_field(fixture, several[i].field), several[i].expected);
		assert_text(said.text, several[i].remarks);
	}
}

static void
each_bad_line_has_its_own_remark(void **state)
{
	struct fixture *fixture =
		read_lines(state, "title: a: b\ntype: t\nperson: @Ines\naccount: [[Mills]]");
	assert_int_equal(fixture->remarks.count, 3);
	assert_int_equal(fixture->remarks.items[0].line, 2);
	assert_int_equal(fixture->remarks.items[1].line, 4);
	assert_int_equal(fixture->remarks.items[2].line, 5);
}

/* What is read of a title, of the remarks on it, and of its being there. */
static str
describe_title(void **state, const char *line, const char *below)
{
	struct fixture *fixture = *state;
	str lines = str_format(&fixture->arena, "%s%s", line, below);
	read_lines(state, lines.bytes);
	str title = fixture->read.title;
	size_t own = 0;
	for (size_t i = 0; i < fixture->remarks.count; i++)
		own += str_starts(fixture->remarks.items[i].message, STR("title"));
	return str_format(&fixture->arena, "%s '%.*s', %zu remarks", title.bytes ? "text" : "none",
		STR_ARG(title), own);
}

static void
a_bad_line_does_not_change_how_good_ones_are_read(void **state)
{
	static const char *const lines[] = { "title: Budget", "title: null", "title: ~",
		"title:", "title:   two   blanks  ", "title:\tx", "title: a\tb", "title: at 10:30",
		"title: C# and C", "title: a #1", "title: a # b", "title : x", "'title': x",
		"title: a, b [c] {d}", "title: it's \"so\"", "title: 007", "title: x\n\n",
		"title: é", "title: x\n# all", "title: {{title}}", "title: x {{a}}", "title:: x" };
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		struct fixture *fixture = *state;
		str alone = describe_title(state, lines[i], "\ntype: t");
		assert_true(fixture->read.present);
		str beside = describe_title(state, lines[i], "\ntype: t: u");
		assert_text(beside, alone.bytes);
	}
}

static void
a_bad_task_costs_no_other(void **state)
{
	struct fixture *fixture = read_lines(state, "tasks:\n"
						    "  - task: Send: the draft\n"
						    "    owner: @Ines\n"
						    "  - task: Call\n"
						    "    owner: Omar\n"
						    "  - @Lee writes");
	assert_int_equal(fixture->read.tasks.count, 3);
	const struct yaml *tasks = fixture->read.tasks.items;
	assert_text(yaml_get(&tasks[0], "task")->text, "Send: the draft");
	assert_text(yaml_get(&tasks[0], "owner")->text, "@Ines");
	assert_int_equal(yaml_get(&tasks[0], "owner")->line, 4);
	assert_text(yaml_get(&tasks[1], "owner")->text, "Omar");
	assert_text(tasks[2].text, "@Lee writes");
	assert_int_equal(tasks[2].line, 7);
	assert_only_remark(fixture, 3, DOCKET_REMARK_FRONT_MATTER);
}

static void
text_in_front_of_the_keys_is_remarked(void **state)
{
	struct fixture *fixture = read_lines(state, "a line of text\ntitle: x");
	assert_text(fixture->read.title, "x");
	assert_only_remark(fixture, 3, DOCKET_REMARK_FRONT_MATTER);
}

static void
a_comment_is_not_remarked(void **state)
{
	struct fixture *fixture = read_lines(state, "type: customer # or people\n# all\ntags:");
	assert_text(fixture->read.type, "customer");
	assert_int_equal(fixture->remarks.count, 0);
}

static void
hostile_front_matter_is_read_in_no_time(void **state)
{
	static const char *const units[] = { "[", "{a: ", "a: @\n", "a: \"\n b: \"\n", "- ", "(,",
		"a: [[\n", "\t", " a: 1\n", "[[[", "a: &a *a\n", "? ", "a:\n - @\n", "%TAG ! x\n" };
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		struct fixture *fixture = *state;
		struct buffer text = { .arena = &fixture->arena };
		buffer_add(&text, STR("---\nparticipants: "));
		while (text.text.length < (size_t)60 * 1024)
			buffer_add(&text, str_from(units[i]));
		buffer_add(&text, STR("\ntitle: last\n---\n"));
		read_note(state, text.text);
		assert_true(fixture->read.present);
	}
}

static void
a_block_beyond_64_kib_is_cut(void **state)
{
	struct fixture *fixture = *state;
	struct buffer text = { .arena = &fixture->arena };
	buffer_add(&text, STR("---\ntitle: x\n"));
	while (text.text.length < (size_t)100 * 1024)
		buffer_add(&text, STR("# and so on\n"));
	buffer_add(&text, STR("---\nbody\n"));
	read_note(state, text.text);
	assert_text(fixture->read.title, "x");
	assert_int_equal(text.text.length - fixture->read.body, 5);
	assert_only_remark(fixture, 1, DOCKET_REMARK_FRONT_MATTER);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_line_that_is_not_yaml_costs_no_other_key),
		TEST(what_is_wrong_is_said_in_plain_words),
		TEST(a_value_that_yaml_reads_otherwise_is_taken_as_written),
		TEST(characters_that_yaml_refuses_become_blanks),
		TEST(good_lines_have_no_remark),
		TEST(remarks_name_the_line_and_what_is_wrong),
		TEST(each_bad_line_has_its_own_remark),
		TEST(a_bad_line_does_not_change_how_good_ones_are_read),
		TEST(a_bad_task_costs_no_other),
		TEST(text_in_front_of_the_keys_is_remarked),
		TEST(a_comment_is_not_remarked),
		TEST(hostile_front_matter_is_read_in_no_time),
		TEST(a_block_beyond_64_kib_is_cut),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
