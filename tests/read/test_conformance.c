/*
 * Lines and notes as docket_note_parse reads them, beside what the Tasks plugin made of them. Where
 * docket differs on purpose there is a kind of difference and how often it occurs; any other
 * difference fails. The description is the plugin's always.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docket/note.h"
#include "tasks_format.h"

#include <glob.h>
#include <string.h>

#define FOLDER "fixtures/conformance/"

enum difference {
	/* No white space behind the box: the plugin's pattern allows it, Obsidian does not. */
	GLUED,
	/* Indented by four columns or more in a quote: code for Obsidian. */
	CODE,
	/* Indented by a no-break space: no list item for Obsidian. */
	NO_ITEM,
	/* There is no such day: the plugin has an invalid date, docket none and a remark. */
	NO_SUCH_DAY,
	/* Other text follows the field: docket reads it too, with a remark. */
	UNREAD_FIELD,
	/* The day is not YYYY-MM-DD: docket reads it too, with a remark. */
	ODD_DAY,
	DIFFERENCES
};

/* What was compared, and in how many lines docket differed in which way. */
struct tally {
	size_t tasks;
	size_t others; /* lines that are no task, or notes */
	size_t lines[DIFFERENCES];
};

static const char *const keys[] = { "status", "name", "type", "description", "tags", "priority",
	"due", "scheduled", "start", "created", "done", "cancelled", "recurrence", "id", "depends",
	"completion", "block", "heading" };

/* A symbol that is not registered is "Unknown" and to do. */
static const struct {
	const char *symbol, *name, *type;
} statuses[] = {
	{ " ", "Todo", "TODO" },
	{ "x", "Done", "DONE" },
	{ "/", "In Progress", "IN_PROGRESS" },
	{ "-", "Cancelled", "CANCELLED" },
};

/* The value of one name=value of several, between TABs; empty when it is not there. */
static str
find_value(str values, const char *key)
{
	str part, start = str_from(key);
	while (str_next_part(&values, '\t', &part))
		if (str_starts(part, start) && str_starts(str_skip(part, start.length), STR("=")))
			return str_skip(part, start.length + 1);
	return (str){ 0 };
}

/* The plugin's answer with the status' name and type, which the fixtures leave out. */
static str
complete(struct arena *arena, str expected)
{
	str symbol = find_value(expected, "status");
	size_t i = 0;
	while (i < COUNT(statuses) && !str_equal(symbol, str_from(statuses[i].symbol)))
		i++;
	bool known = i < COUNT(statuses);
	return str_format(arena, "%.*s\tname=%s\ttype=%s", STR_ARG(expected),
		known ? statuses[i].name : "Unknown", known ? statuses[i].type : "TODO");
}

static bool
has_remark(const struct docket_note *note, int line, enum docket_remark_kind kind)
{
	for (size_t i = 0; i < note->remark_count; i++)
		if (note->remarks[i].line == line && note->remarks[i].kind == kind)
			return true;
	return false;
}

/* Values of one task: the plugin's, docket's, and those of the fields the plugin left unread. */
struct compared {
	const struct docket_note *note;
	const struct docket_task *task;
	str plugin, docket, unread;
};

/* Marks how docket's value differs; false when no kind of difference explains it. */
static bool
explain_value(const struct compared *compared, const char *key, bool seen[DIFFERENCES])
{
	str plugin = find_value(compared->plugin, key), docket = find_value(compared->docket, key);
	str unread = find_value(compared->unread, key);
	int line = compared->task->line;
	if (str_equal(plugin, docket))
		return true;
	bool impossible = str_equal(plugin, STR("impossible"));
	if ((plugin.length && !impossible) || strcmp(key, "description") == 0)
		return false;
	if (impossible && !has_remark(compared->note, line, DOCKET_REMARK_INVALID_DATE))
		return false;
	seen[NO_SUCH_DAY] = seen[NO_SUCH_DAY] || impossible;
	if (impossible && !docket.length)
		return true;
	date day;
	bool odd = !unread.length && date_parse_iso(docket, &day);
	seen[odd ? ODD_DAY : UNREAD_FIELD] = true;
	return (odd || str_equal(docket, unread)) &&
	       has_remark(compared->note, line, DOCKET_REMARK_UNREAD_FIELD);
}

static void
check_task(struct arena *arena, struct compared *compared, struct tally *tally)
{
	bool seen[DIFFERENCES] = { false };
	struct fields unread = fields_find_unread(arena, compared->task->description, false);
	compared->docket = format_task(arena, compared->task);
	compared->unread = format_fields(arena, &unread);
	for (size_t i = 0; i < COUNT(keys); i++)
		if (!explain_value(compared, keys[i], seen))
			fail_msg("%s\nplugin: %.*s\ndocket: %.*s", keys[i],
				STR_ARG(compared->plugin), STR_ARG(compared->docket));
	for (int i = 0; i < DIFFERENCES; i++)
		tally->lines[i] += seen[i];
	tally->tasks++;
}

/* Why Obsidian, and so docket, takes a line for no task that has the shape of one. */
static enum difference
explain_line(str line)
{
	str symbol, body;
	fields_split_box(line, &symbol, &body);
	if (body.length && body.bytes == symbol.bytes + symbol.length + 1)
		return GLUED;
	if (str_starts(line, STR("\u00A0")))
		return NO_ITEM;
	return str_starts(line, STR("> > \t")) ? CODE : DIFFERENCES;
}

static const struct docket_task *
find_box(const struct docket_note *note, int line)
{
	for (size_t i = 0; i < note->task_count; i++)
		if (note->tasks[i].line == line && note->tasks[i].from == DOCKET_FROM_CHECKBOX)
			return &note->tasks[i];
	return NULL;
}

/* A line as a note of its own; one that is indented as an item of a list, below another. */
static void
check_line(struct arena *arena, str line, str expected, struct tally *tally)
{
	bool nested = line.length && is_blank(line.bytes[0]);
	str text = str_format(arena, "%s%.*s\n", nested ? "- item\n\n" : "", STR_ARG(line));
	struct docket_note *note = docket_note_parse(text, "note.md", NULL);
	struct compared compared = { .note = note, .task = find_box(note, nested ? 3 : 1) };
	bool is_task = !str_equal(expected, STR("no task"));
	if (compared.task && is_task) {
		compared.plugin = complete(arena, expected);
		check_task(arena, &compared, tally);
	} else if (is_task) {
		enum difference why = explain_line(line);
		if (why == DIFFERENCES)
			fail_msg("no task: %.*s", STR_ARG(line));
		else
			tally->lines[why]++;
	} else {
		assert_null(compared.task);
		tally->others++;
	}
	docket_note_free(note);
}

static void
check_tally(const struct tally *got, const struct tally *expected)
{
	assert_int_equal(got->tasks, expected->tasks);
	assert_int_equal(got->others, expected->others);
	for (int i = 0; i < DIFFERENCES; i++)
		assert_int_equal(got->lines[i], expected->lines[i]);
}

static void
check_lines(const char *name, const struct tally *expected)
{
	struct arena arena = { 0 };
	struct tally tally = { 0 };
	str lines =
		read_whole(&arena, str_format(&arena, "fixtures/tasks-format/%s.txt", name).bytes);
	str answers = read_whole(
		&arena, str_format(&arena, "fixtures/tasks-format/%s.expected", name).bytes);
	for (str line, answer; str_next_line(&lines, &line);) {
		assert_true(str_next_line(&answers, &answer));
		check_line(&arena, unescape(&arena, line), answer, &tally);
	}
	check_tally(&tally, expected);
	arena_free(&arena);
}

/* clang-format off */
static const struct tally by_hand = {
	.tasks = 99, .others = 3,
	.lines = { [GLUED] = 1, [CODE] = 1, [NO_ITEM] = 1, [NO_SUCH_DAY] = 5, [UNREAD_FIELD] = 21,
		[ODD_DAY] = 3 },
}, at_random = {
	.tasks = 2036, .others = 500,
	.lines = { [GLUED] = 464, [NO_SUCH_DAY] = 38, [UNREAD_FIELD] = 832, [ODD_DAY] = 183 },
}, in_notes = {
	.tasks = 373, .others = 36, .lines = { [NO_SUCH_DAY] = 6 },
};
/* clang-format on */

static void
lines_by_hand_are_tasks_as_in_the_plugin(void **state)
{
	(void)state;
	check_lines("lines-edge", &by_hand);
}

static void
random_lines_are_tasks_as_in_the_plugin(void **state)
{
	(void)state;
	check_lines("lines-random", &at_random);
}

/* The boxes of a note against the plugin's tasks, `path:line` and values on a line each. */
static void
check_note(struct arena *arena, const char *path, str answers, struct tally *tally)
{
	struct docket_note *note = docket_note_read(path, NULL, NULL);
	assert_non_null(note);
	str name = str_skip(str_from(path), strlen(FOLDER "vault/"));
	size_t boxes = 0, found = 0;
	for (size_t i = 0; i < note->task_count; i++)
		boxes += note->tasks[i].from == DOCKET_FROM_CHECKBOX;
	for (str answer, place; str_next_line(&answers, &answer);) {
		int line;
		str values = answer;
		str_next_part(&values, '\t', &place);
		size_t colon = str_find_last_char(place, ':');
		if (!str_equal(str_slice(place, 0, colon), name))
			continue;
		assert_true(str_number(str_skip(place, colon + 1), 9999, &line));
		struct compared compared = { .note = note, .task = find_box(note, line) };
		compared.plugin = complete(arena, values);
		if (!compared.task)
			fail_msg("no task: %.*s", STR_ARG(answer));
		check_task(arena, &compared, tally);
		found++;
	}
	assert_int_equal(boxes, found);
	docket_note_free(note);
}

static void
boxes_of_a_vault_are_the_plugins_tasks(void **state)
{
	(void)state;
	static const char *const patterns[] = { "*.md", "*/*.md", "*/*/*.md", "*/*/*/*.md" };
	struct arena arena = { 0 };
	struct tally tally = { 0 };
	str answers = read_whole(&arena, FOLDER "vault.expected");
	for (size_t i = 0; i < COUNT(patterns); i++) {
		glob_t paths;
		str pattern = str_format(&arena, FOLDER "vault/%s", patterns[i]);
		if (glob(pattern.bytes, 0, NULL, &paths) != 0)
			continue;
		tally.others += paths.gl_pathc;
		for (size_t j = 0; j < paths.gl_pathc; j++)
			check_note(&arena, paths.gl_pathv[j], answers, &tally);
		globfree(&paths);
	}
	check_tally(&tally, &in_notes);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_by_hand_are_tasks_as_in_the_plugin),
		cmocka_unit_test(random_lines_are_tasks_as_in_the_plugin),
		cmocka_unit_test(boxes_of_a_vault_are_the_plugins_tasks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
