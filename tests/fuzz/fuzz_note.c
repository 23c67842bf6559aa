/* Any bytes are a note: texts are UTF-8, lines are of the file, remarks are in order. */
#include "docket/note.h"
#include "fuzz.h"

static void
check_line(int line, int lines)
{
	require(line >= 1 && line <= lines, "lines are of the file");
}

static void
check_task(const struct docket_task *task, int lines)
{
	const str texts[] = { task->text, task->description, task->status.symbol, task->status.name,
		task->due_text, task->recurrence, task->task_id, task->on_completion, task->block,
		task->heading };
	const date days[] = { task->due, task->scheduled, task->start, task->created, task->done,
		task->cancelled };
	check_line(task->line, lines);
	require_texts((strs){ texts, sizeof(texts) / sizeof(*texts) });
	require_texts(task->owners);
	require_texts(task->depends_on);
	require_texts(task->tags);
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++)
		require_day(days[i]);
	require(docket_priority_name(task->priority) && docket_state_name(task->state) &&
			docket_origin_name(task->from),
		"values have names");
}

static void
check_decision(const struct docket_decision *decision, int lines)
{
	const str texts[] = { decision->text, decision->topic, decision->supersedes,
		decision->heading };
	check_line(decision->line, lines);
	require_texts((strs){ texts, sizeof(texts) / sizeof(*texts) });
	require_day(decision->date);
}

static void
check_remarks(const struct docket_note *note, int lines)
{
	int before = 0;
	for (size_t i = 0; i < note->remark_count; i++) {
		const struct docket_remark *remark = &note->remarks[i];
		require_text(remark->message);
		require(remark->line >= before && remark->line <= lines, "remarks are by line");
		require(remark->kind < DOCKET_REMARK_COUNT, "remarks have a kind");
		before = remark->line;
	}
}

static void
check_note(const struct docket_note *note, int lines)
{
	const str texts[] = { note->title, note->type, note->account, note->project, note->series,
		note->source, note->source_ref, note->repaired };
	require_texts((strs){ texts, sizeof(texts) / sizeof(*texts) });
	require_texts(note->participants);
	require_texts(note->tags);
	require_texts(note->names);
	require_day(note->date);
	for (size_t i = 0; i < note->task_count; i++)
		check_task(&note->tasks[i], lines);
	for (size_t i = 0; i < note->decision_count; i++)
		check_decision(&note->decisions[i], lines);
	check_remarks(note, lines);
}

/* CR, LF and CRLF end a line, in UTF-16 too: the bytes 10 and 13 are at least as many. */
static int
count_lines(const uint8_t *bytes, size_t size)
{
	int lines = 1;
	for (size_t i = 0; i < size; i++)
		lines += bytes[i] == '\n' || bytes[i] == '\r';
	return lines;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const struct docket_reading dataview = { .dataview = true };
	str text = { (const char *)bytes, size };
	int lines = count_lines(bytes, size);
	for (int i = 0; i < 2; i++) {
		struct docket_note *note =
			docket_note_parse(text, "2025-11-04 Call.md", i ? &dataview : NULL);
		check_note(note, lines);
		docket_note_free(note);
	}
	return 0;
}
