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

/* Texts joined by "|". */
static void
assert_texts(struct fixture *fixture, strs actual, const char *expected)
{
	struct buffer joined = { .arena = &fixture->arena };
	for (size_t i = 0; i < actual.count; i++)
		buffer_format(&joined, "%s%.*s", i ? "|" : "", STR_ARG(actual.items[i]));
	assert_text(joined.text, expected);
}

static void
assert_only_remark(const struct fixture *fixture, int line, enum docket_remark_kind kind)
{
	assert_int_equal(fixture->remarks.count, 1);
	assert_int_equal(fixture->remarks.items[0].line, line);
	assert_string_equal(
		docket_remark_name(fixture->remarks.items[0].kind), docket_remark_name(kind));
}

static void
a_note_is_read_whole(void **state)
{
	struct fixture *fixture = read_lines(state, "type: customer\n"
						    "title: \"Pricing: second round\"\n"
						    "date: 2025-11-08\n"
						    "account: Harbour Mills\n"
						    "project: Tidewater\n"
						    "series: Weekly\n"
						    "source: transcript\n"
						    "source_ref: Inbox/2025-11-08 pricing.md\n"
						    "participants: [Ines Vogt, \"Omar Said\"]\n"
						    "tags:\n  - account/harbour\n  - meeting");
	assert_true(fixture->read.present);
	assert_text(fixture->read.type, "customer");
	assert_text(fixture->read.title, "Pricing: second round");
	assert_true(date_equal(fixture->read.date, (date){ 2025, 11, 8 }));
	assert_text(fixture->read.account, "Harbour Mills");
	assert_text(fixture->read.project, "Tidewater");
	assert_text(fixture->read.series, "Weekly");
	assert_text(fixture->read.source, "transcript");
	assert_text(fixture->read.source_ref, "Inbox/2025-11-08 pricing.md");
	assert_texts(fixture, fixture->read.participants, "Ines Vogt|Omar Said");
	assert_texts(fixture, fixture->read.tags, "account/harbour|meeting");
	assert_int_equal(fixture->remarks.count, 0);
}

static void
people_in_one_text_are_several(void **state)
{
	static const struct {
		const char *text, *names;
	} cases[] = {
		{ "Ines Vogt; Omar Said; Lena Hoff", "Ines Vogt|Omar Said|Lena Hoff" },
		{ "Ines Vogt, Omar Said; Lena Hoff", "Ines Vogt|Omar Said|Lena Hoff" },
		{ "Ines Vogt / Omar Said", "Ines Vogt|Omar Said" },
		{ "Ines Vogt and Omar Said", "Ines Vogt|Omar Said" },
		{ "Ines, Omar & Lena", "Ines|Omar|Lena" },
		{ "Ines und Omar et Lena", "Ines|Omar|Lena" },
		{ "Ines Vogt - Harbour Mills", "Ines Vogt" },
		{ "Ines Vogt - Harbour and Mills", "Ines Vogt" },
		{ "Ines Vogt - Harbour and Omar Said - Quay", "Ines Vogt|Omar Said" },
		{ "Vogt, Ines; Said, Omar", "Ines Vogt|Omar Said" },
		{ "Vogt, Ines (Mills); van Dijk, Jan <jan@quay.example>; Lena Hoff",
			"Ines Vogt|Jan van Dijk|Lena Hoff" },
		{ "Vogt, Ines", "Vogt|Ines" },
		{ "Ines, Omar; Lena", "Ines|Omar|Lena" },
		{ "Ines Vogt-Hoff; ; Omar", "Ines Vogt-Hoff|Omar" },
		{ "[Ines and Omar, Lena - Quay]", "Ines|Omar|Lena" },
		{ "[\"Vogt, Ines; Said, Omar\"]", "Ines Vogt|Omar Said" },
		{ "\"[[Ines and Omar]]; [[Lena - Quay]]\"", "Ines and Omar|Lena - Quay" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct fixture *fixture = *state;
		str lines = str_format(&fixture->arena, "participants: %s", cases[i].text);
		fixture = read_lines(state, lines.bytes);
		assert_texts(fixture, fixture->read.participants, cases[i].names);
	}
}

static void
keys_may_be_german_french_spanish_or_dutch(void **state)
{
	static const char *const notes[] = {
		"Titel: Jour fixe\nDatum: 04.11.2025\nKunde: Nordhafen\nProjekt: Kran\n"
		"Teilnehmer: [Ines Vogt, Omar Said]",
		"titre: Jour fixe\ndate: 04.11.2025\nclient: Nordhafen\nprojet: Kran\n"
		"participants: Ines Vogt et Omar Said",
		"título: Jour fixe\nfecha: 2025-11-04\ncliente: Nordhafen\nproyecto: Kran\n"
		"asistentes: Ines Vogt; Omar Said",
		"titel: Jour fixe\ndatum: 4.11.2025 14:00\nklant: Nordhafen\nproject: Kran\n"
		"deelnemers: Ines Vogt, Omar Said",
	};
	for (size_t i = 0; i < sizeof(notes) / sizeof(*notes); i++) {
		struct fixture *fixture = read_lines(state, notes[i]);
		assert_text(fixture->read.title, "Jour fixe");
		assert_true(date_equal(fixture->read.date, (date){ 2025, 11, 4 }));
		assert_text(fixture->read.account, "Nordhafen");
		assert_text(fixture->read.project, "Kran");
		assert_texts(fixture, fixture->read.participants, "Ines Vogt|Omar Said");
		assert_int_equal(fixture->remarks.count, 0);
	}
}

static void
the_body_begins_behind_the_closing_fence(void **state)
{
	static const struct {
		const char *text;
		bool present;
		size_t body;
		int line;
	} cases[] = {
		{ "---\ntitle: x\n---\nbody", true, 17, 4 },
		{ "---  \ntitle: x\n--- \t\nbody", true, 21, 4 },
		{ "---\ntitle: x\n...\nbody", true, 17, 4 },
		{ "---\ntitle: x\n---", true, 16, 4 },
		{ "---\n---\nbody", true, 8, 3 },
		{ "---\n# note\n---\nbody", true, 15, 4 },
		{ "---\ntitle: x\nbody", false, 0, 1 },
		{ "----\ntitle: x\n----\nbody", false, 0, 1 },
		{ "\n---\ntitle: x\n---\nbody", false, 0, 1 },
		{ " ---\ntitle: x\n---\nbody", false, 0, 1 },
		{ "---", false, 0, 1 },
		{ "", false, 0, 1 },
		{ "---\ntitle: x\n----\n --- \n---x\n---\nbody", true, 33, 7 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct fixture *fixture = read_note(state, str_from(cases[i].text));
		assert_int_equal(fixture->read.present, cases[i].present);
		assert_int_equal(fixture->read.body, cases[i].body);
		assert_int_equal(fixture->read.body_line, cases[i].line);
	}
}

static void
text_between_two_rulers_is_no_front_matter(void **state)
{
	static const char *const lines[] = { "We met and talked.", "- [ ] Call Ines\n- [ ] Write",
		"\nTwo lines\nof \"text", "- @Ines: call" };
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		struct fixture *fixture = read_lines(state, lines[i]);
		assert_false(fixture->read.present);
		assert_int_equal(fixture->read.body, 0);
		assert_int_equal(fixture->remarks.count, 0);
	}
}

static void
keys_are_one_whatever_their_case_and_hyphens(void **state)
{
	assert_text(read_lines(state, "Source-Ref: x")->read.source_ref, "x");
	assert_text(read_lines(state, "source ref: x")->read.source_ref, "x");
	assert_text(read_lines(state, "SOURCE_REF: x")->read.source_ref, "x");
}

static void
synonyms_have_an_order_of_preference(void **state)
{
	assert_text(read_lines(state, "org: e\ncompany: d\nclient: c\ncustomer: b\naccount: a")
			    ->read.account,
		"a");
	assert_text(read_lines(state, "org: e\ncompany: d")->read.account, "d");
	assert_text(read_lines(state, "granola_id: g\nfathom_id: f")->read.source_ref, "f");
	assert_text(read_lines(state, "fathom_id: f\nsource_ref: s")->read.source_ref, "s");
}

static void
lists_in_lists_are_one_list(void **state)
{
	static const char *const lines[] = {
		"- [Ada Park, Ravi Menon]",
		"- - Ada Park\n  - Ravi Menon",
		"- [[[Ada Park]], [[[Ravi Menon]]]]",
		"  Quay: [Ada Park]\n  Mills:\n  - Ravi Menon",
		"- {name: [Ada Park, Ravi Menon], role: [CEO, CFO]}",
		"- Ada Park\n- {team: [Ravi Menon]}",
	};
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		str text = str_format(
			&((struct fixture *)*state)->arena, "participants:\n%s", lines[i]);
		struct fixture *fixture = read_lines(state, text.bytes);
		assert_texts(fixture, fixture->read.participants, "Ada Park|Ravi Menon");
	}
	struct fixture *fixture = read_lines(state, "tags:\n- [[a, \"#b\"], c]\n- {name: d}");
	assert_texts(fixture, fixture->read.tags, "a|b|c|d");
	fixture = read_lines(state, "tags: [[a, b]]");
	assert_texts(fixture, fixture->read.tags, "a|b");
}

static void
a_second_account_or_project_is_remarked(void **state)
{
	struct fixture *fixture = read_lines(state, "type: [call, weekly]\naccount: [Quay, Mills]");
	assert_text(fixture->read.account, "Quay");
	assert_only_remark(fixture, 3, DOCKET_REMARK_FRONT_MATTER_VALUE);
	fixture = read_lines(state, "project:\n- [[P]]\n- [Q]\naccount: [Quay, '']");
	assert_text(fixture->read.project, "P");
	assert_int_equal(fixture->remarks.items[fixture->remarks.count - 1].line, 2);
	read_lines(state, "account: [Quay]\nproject: {name: P, lead: Ada}\nclient: [Quay, Quay]");
	assert_int_equal(fixture->remarks.count, 0);
}

static void
cadence_names_no_series(void **state)
{
	assert_text(read_lines(state, "cadence: weekly")->read.series, "");
}

static void
an_empty_value_is_no_answer(void **state)
{
	static const char *const values[] = { "", "\"\"", "''", "[[]]", "\"[[]]\"", "null", "~",
		"[]", "{}", "\" \"" };
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
		struct fixture *fixture = *state;
		str lines = str_format(&fixture->arena, "account: %s\nclient: Mill\nperson: %s",
			values[i], values[i]);
		read_lines(state, lines.bytes);
		assert_text(fixture->read.account, "Mill");
		assert_int_equal(fixture->read.participants.count, 0);
		assert_int_equal(fixture->remarks.count, 0);
	}
}

static void
a_link_is_the_name_of_its_note(void **state)
{
	static const struct {
		const char *value, *account;
	} cases[] = {
		{ "\"[[Harbour Mills]]\"", "Harbour Mills" },
		{ "\"[[Customers/Harbour Mills|the mill]]\"", "Harbour Mills" },
		{ "\"[[Customers/Harbour Mills.md#Notes]]\"", "Harbour Mills" },
		{ "[\"[[Harbour Mills]]\", \"[[Other]]\"]", "Harbour Mills" },
		{ "{name: Harbour Mills, id: 3}", "Harbour Mills" },
		{ "North/South", "North/South" },
		{ "\"[[open\"", "open" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct fixture *fixture = *state;
		str line = str_format(&fixture->arena, "account: %s", cases[i].value);
		assert_text(read_lines(state, line.bytes)->read.account, cases[i].account);
	}
}

static void
a_linked_source_keeps_its_folder(void **state)
{
	assert_text(read_lines(state, "source: \"[[Calls/2025/a|call]]\"")->read.source,
		"Calls/2025/a");
}

static void
a_source_may_be_a_link(void **state)
{
	assert_true(read_lines(state, "source: \"[[a]]\"")->read.source_is_link);
	assert_true(read_lines(state, "source: [[a]]")->read.source_is_link);
	assert_false(read_lines(state, "source: \"[[]]\"")->read.source_is_link);
	assert_false(read_lines(state, "source: [a]")->read.source_is_link);
	assert_false(read_lines(state, "source: a")->read.source_is_link);
	assert_false(read_lines(state, "source_ref: \"[[a]]\"")->read.source_is_link);
}

static void
dates_are_read_by_their_day(void **state)
{
	static const char *const lines[] = { "date: 2025-11-08", "date: \"2025-11-08\"",
		"date: 2025-11-08T09:30:00+01:00", "date: 2025-11-08 09:30",
		"date: 2025-11-08 # Sat", "date: \"[[2025-11-08]]\"",
		"date: \"[[Daily/2025-11-08|Saturday]]\"", "start_time: 2025-11-08T09:30Z",
		"created: 2025-11-08", "created: 2025-01-01\nstart_time: 2025-11-08",
		"start_time: 2025-01-01\ndate: 2025-11-08", "date:\ncreated: 2025-11-08" };
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		struct fixture *fixture = read_lines(state, lines[i]);
		assert_true(date_equal(fixture->read.date, (date){ 2025, 11, 8 }));
		assert_int_equal(fixture->remarks.count, 0);
	}
}

static void
an_impossible_day_is_remarked_and_left_out(void **state)
{
	static const char *const values[] = { "2025-02-30", "\"2025-13-01\"", "soon", "2025-11-081",
		"8 November" };
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
		struct fixture *fixture = *state;
		str lines = str_format(&fixture->arena, "title: x\ndate: %s", values[i]);
		read_lines(state, lines.bytes);
		assert_true(date_is_none(fixture->read.date));
		assert_only_remark(fixture, 3, DOCKET_REMARK_INVALID_DATE);
	}
}

static void
participants_are_names_alone(void **state)
{
	static const struct {
		const char *lines, *names;
	} cases[] = {
		{ "attendees: Ines Vogt, Omar Said", "Ines Vogt|Omar Said" },
		{ "with: Ines Vogt", "Ines Vogt" },
		{ "people:\n  - Ines Vogt\n  - Omar Said", "Ines Vogt|Omar Said" },
		{ "members: [\"[[Ines Vogt]]\", \"[[People/Omar Said|Omar]]\"]",
			"Ines Vogt|Omar Said" },
		{ "participants: \"[[Vogt, Ines]], [[Omar Said]]\"", "Vogt, Ines|Omar Said" },
		{ "participants: [\"Vogt, Ines\", \"Said, Omar (Mills)\"]", "Ines Vogt|Omar Said" },
		{ "participants: [\"[[Vogt, Ines]]\"]", "Vogt, Ines" },
		{ "participants: Ines Vogt (Mills, Inc), Omar Said", "Ines Vogt|Omar Said" },
		{ "participants:\n  - Ines Vogt (Harbour Mills)", "Ines Vogt" },
		{ "participants:\n  - Ines Vogt <ines@mills.example>", "Ines Vogt" },
		{ "participants: '\"Ines Vogt\" <ines@mills.example>'", "Ines Vogt" },
		{ "participants: [\"@Ines Vogt\", ines@mills.example]", "Ines Vogt" },
		{ "attendees:\n  - name: Ines Vogt\n    email: i@m.example\n  - email: o@m.example",
			"Ines Vogt" },
		{ "attendees: [Ines Vogt, INES VOGT, In\xC3\xA9s Vogt]", "Ines Vogt" },
		{ "attendees: [Ines Vogt]\nother_attendees: [Omar Said, Ines Vogt]",
			"Ines Vogt|Omar Said" },
		{ "attendees: [Ines Vogt]\nattendees_raw: Lee", "Ines Vogt|Lee" },
		{ "person: \"[[Omar Said]]\"", "Omar Said" },
		{ "participants: 3", "3" },
		{ "participants: , ,", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct fixture *fixture = read_lines(state, cases[i].lines);
		assert_texts(fixture, fixture->read.participants, cases[i].names);
	}
}

static void
tags_are_read_without_their_hash(void **state)
{
	static const struct {
		const char *lines, *tags;
	} cases[] = {
		{ "tags: meeting", "meeting" },
		{ "tags: meeting, account/mills", "meeting|account/mills" },
		{ "tags: [meeting, \"#account/mills\"]", "meeting|account/mills" },
		{ "tags: \"#meeting #account/mills\"", "meeting|account/mills" },
		{ "tags:\n  - meeting\n  -\n  - Meeting", "meeting" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct fixture *fixture = read_lines(state, cases[i].lines);
		assert_texts(fixture, fixture->read.tags, cases[i].tags);
		assert_int_equal(fixture->remarks.count, 0);
	}
}

static void
tasks_and_decisions_are_kept_as_trees(void **state)
{
	struct fixture *fixture = read_lines(state, "action_items:\n"
						    "  - task: Send the draft\n"
						    "    owner: Ines\n"
						    "  - Call Omar\n"
						    "decisions: [Go]");
	assert_int_equal(fixture->read.tasks.count, 2);
	const struct yaml *owner = yaml_get(&fixture->read.tasks.items[0], "owner");
	assert_non_null(owner);
	assert_text(owner->text, "Ines");
	assert_int_equal(owner->line, 4);
	assert_int_equal(fixture->read.tasks.items[1].line, 5);
	assert_int_equal(fixture->read.decisions.items[0].kind, YAML_TEXT);
}

static void
tasks_have_synonyms(void **state)
{
	assert_int_equal(read_lines(state, "actions: [a]")->read.tasks.count, 1);
	assert_int_equal(read_lines(state, "Action Items: [a]")->read.tasks.count, 1);
	assert_int_equal(read_lines(state, "tasks: [a]")->read.tasks.kind, YAML_LIST);
	assert_int_equal(read_lines(state, "title: a")->read.tasks.kind, YAML_NOTHING);
}

static void
of_two_equal_keys_the_first_counts(void **state)
{
	struct fixture *fixture = read_lines(state, "title: a\ntype: t\nTitle: b");
	assert_text(fixture->read.title, "a");
	assert_only_remark(fixture, 4, DOCKET_REMARK_DUPLICATE_KEY);
}

static void
thousands_of_wrong_keys_get_a_few_remarks_that_tell_how_many(void **state)
{
	struct fixture *fixture = *state;
	struct buffer lines = { .arena = &fixture->arena };
	for (int i = 0; i < 5000; i++)
		buffer_add(&lines, STR("a: @b\n"));
	buffer_add(&lines, STR("title: Call"));
	read_lines(state, str_terminated(&fixture->arena, lines.text));
	assert_text(fixture->read.title, "Call");
	assert_true(fixture->remarks.count <= 40);
	str last = fixture->remarks.items[fixture->remarks.count - 1].message;
	assert_true(str_ends(last, STR("remove this one; 4979 more in the note")));
	read_lines(state, "a: @b");
	assert_true(str_ends(fixture->remarks.items[0].message, STR("in double quotes")));
}

static void
a_template_is_no_answer(void **state)
{
	static const char *const lines[] = { "title: {{title}}", "title: \"{{title}}\"",
		"title: <% tp.file.title %>", "title: {{title}} - x", "participants: [\"{{who}}\"]",
		"participants:\n  - {{who}}", "date: \"{{date:YYYY-MM-DD}}\"", "note: {{x}}" };
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		struct fixture *fixture = read_lines(state, lines[i]);
		assert_text(fixture->read.title, "");
		assert_int_equal(fixture->read.participants.count, 0);
		assert_int_equal(fixture->remarks.count, 1);
		assert_int_equal(fixture->remarks.items[0].kind, DOCKET_REMARK_TEMPLATE);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_note_is_read_whole),
		TEST(people_in_one_text_are_several),
		TEST(keys_may_be_german_french_spanish_or_dutch),
		TEST(the_body_begins_behind_the_closing_fence),
		TEST(text_between_two_rulers_is_no_front_matter),
		TEST(keys_are_one_whatever_their_case_and_hyphens),
		TEST(synonyms_have_an_order_of_preference),
		TEST(lists_in_lists_are_one_list),
		TEST(a_second_account_or_project_is_remarked),
		TEST(cadence_names_no_series),
		TEST(an_empty_value_is_no_answer),
		TEST(a_link_is_the_name_of_its_note),
		TEST(a_linked_source_keeps_its_folder),
		TEST(a_source_may_be_a_link),
		TEST(dates_are_read_by_their_day),
		TEST(thousands_of_wrong_keys_get_a_few_remarks_that_tell_how_many),
		TEST(an_impossible_day_is_remarked_and_left_out),
		TEST(participants_are_names_alone),
		TEST(tags_are_read_without_their_hash),
		TEST(tasks_and_decisions_are_kept_as_trees),
		TEST(tasks_have_synonyms),
		TEST(of_two_equal_keys_the_first_counts),
		TEST(a_template_is_no_answer),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
