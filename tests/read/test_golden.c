/* Each fixtures/syntax/NAME.md must read as NAME.expected says; UPDATE=1 rewrites those. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/date.h"
#include "base/str.h"
#include "docket/note.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
add_text(struct buffer *out, const char *name, str text)
{
	if (text.length)
		buffer_format(out, " | %s %.*s", name, STR_ARG(text));
}

static void
add_date(struct buffer *out, const char *name, date day)
{
	char text[11];
	docket_date_format(day, text);
	add_text(out, name, str_from(text));
}

static void
add_list(struct buffer *out, const char *name, strs list, const char *between)
{
	if (list.count)
		buffer_format(out, " | %s ", name);
	for (size_t i = 0; i < list.count; i++)
		buffer_format(out, "%s%.*s", i ? between : "", STR_ARG(list.items[i]));
}

static void
add_line(struct buffer *out, const char *name, str text)
{
	if (text.length)
		buffer_format(out, "%s: %.*s\n", name, STR_ARG(text));
}

static void
add_task(struct buffer *out, const struct docket_task *task)
{
	if (!task->text.length)
		return;
	buffer_format(out, "task %d | %s | %.*s", task->line, docket_state_name(task->state),
		STR_ARG(task->text));
	add_list(out, "owners", task->owners, "; ");
	add_date(out, "due", task->due);
	add_text(out, "due_text", task->due_text);
	if (task->priority)
		add_text(out, "priority", str_from(docket_priority_name(task->priority)));
	add_date(out, "scheduled", task->scheduled);
	add_date(out, "start", task->start);
	add_date(out, "created", task->created);
	add_date(out, "done", task->done);
	add_date(out, "cancelled", task->cancelled);
	add_text(out, "recurrence", task->recurrence);
	add_text(out, "id", task->task_id);
	add_list(out, "depends", task->depends_on, "; ");
	add_text(out, "on_completion", task->on_completion);
	add_text(out, "block", task->block);
	add_list(out, "tags", task->tags, " ");
	add_text(out, "heading", task->heading);
	if (task->from != DOCKET_FROM_CHECKBOX)
		add_text(out, "from", str_from(docket_origin_name(task->from)));
	buffer_add_char(out, '\n');
}

static void
add_decision(struct buffer *out, const struct docket_decision *decision)
{
	buffer_format(out, "decision %d | %.*s", decision->line, STR_ARG(decision->text));
	add_date(out, "date", decision->date);
	add_text(out, "topic", decision->topic);
	add_text(out, "supersedes", decision->supersedes);
	if (decision->struck)
		buffer_add(out, STR(" | struck"));
	add_text(out, "heading", decision->heading);
	if (decision->from != DOCKET_FROM_BULLET)
		add_text(out, "from", str_from(docket_origin_name(decision->from)));
	buffer_add_char(out, '\n');
}

static void
add_note(struct buffer *out, const struct docket_note *note)
{
	char day[11];
	docket_date_format(note->date, day);
	struct buffer people = { .arena = out->arena };
	for (size_t i = 0; i < note->participants.count; i++)
		buffer_format(
			&people, "%s%.*s", i ? "; " : "", STR_ARG(note->participants.items[i]));
	add_line(out, "title", note->title);
	add_line(out, "date", str_from(day));
	add_line(out, "type", note->type);
	add_line(out, "account", note->account);
	add_line(out, "project", note->project);
	add_line(out, "series", note->series);
	add_line(out, "participants", people.text);
	add_line(out, "source", note->source);
	add_line(out, "repaired", note->repaired);
}

static str
format_note(struct arena *arena, const struct docket_note *note)
{
	struct buffer out = { .arena = arena };
	add_note(&out, note);
	for (size_t i = 0; i < note->task_count; i++)
		add_task(&out, &note->tasks[i]);
	for (size_t i = 0; i < note->decision_count; i++)
		add_decision(&out, &note->decisions[i]);
	for (size_t i = 0; i < note->remark_count; i++)
		buffer_format(&out, "remark %d | %s | %s | %.*s\n", note->remarks[i].line,
			docket_level_name(docket_remark_level(note->remarks[i].kind)),
			docket_remark_name(note->remarks[i].kind),
			STR_ARG(note->remarks[i].message));
	return out.text;
}

static str
read_whole(struct arena *arena, const char *path)
{
	struct buffer out = { .arena = arena };
	char bytes[4096];
	FILE *file = fopen(path, "rb");
	if (!file)
		return (str){ 0 };
	for (size_t got; (got = fread(bytes, 1, sizeof(bytes), file)) > 0;)
		buffer_add(&out, (str){ bytes, got });
	fclose(file);
	return out.text;
}

static bool
has_line(str text, str line)
{
	for (str rest = text, other; str_next_line(&rest, &other);)
		if (str_equal(line, other))
			return true;
	return false;
}

static void
print_missing(str text, str in, const char *sign)
{
	for (str line; str_next_line(&text, &line);)
		if (!has_line(in, line))
			print_error("%s %.*s\n", sign, STR_ARG(line));
}

static void
write_whole(const char *path, str text)
{
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	fwrite(text.bytes, 1, text.length, file);
	fclose(file);
}

static void
note_reads_as_expected(void **state)
{
	const char *path = *state;
	struct arena arena = { 0 };
	size_t stem = strlen(path) - strlen(".expected");
	str notes = str_format(&arena, "%.*s.md", (int)stem, path);
	struct docket_error err = { 0 };
	struct docket_note *note = docket_note_read(notes.bytes, NULL, &err);
	assert_non_null(note);
	str expected = read_whole(&arena, path);
	str actual = format_note(&arena, note);
	bool same = str_equal(expected, actual);
	if (!same && getenv("UPDATE")) {
		write_whole(path, actual);
		same = true;
	}
	if (!same) {
		print_error("--- %s\n", path);
		print_missing(expected, actual, "-");
		print_missing(actual, expected, "+");
	}
	docket_note_free(note);
	arena_free(&arena);
	assert_true(same);
}

int
main(void)
{
	glob_t found;
	if (glob("fixtures/syntax/*.expected", 0, NULL, &found) != 0)
		return 1;
	struct CMUnitTest *tests = calloc(found.gl_pathc, sizeof(*tests));
	if (!tests)
		return 1;
	for (size_t i = 0; i < found.gl_pathc; i++)
		tests[i] = (struct CMUnitTest){ .name = found.gl_pathv[i],
			.test_func = note_reads_as_expected,
			.initial_state = found.gl_pathv[i] };
	int failed = _cmocka_run_group_tests("golden", tests, found.gl_pathc, NULL, NULL);
	free(tests);
	globfree(&found);
	return failed;
}
