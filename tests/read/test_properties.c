/*
 * What holds for every note: notes are made at random, of pieces that mean something to the
 * reader, and each is looked at. One that fails is made as short as it can be before it is shown.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/date.h"
#include "base/utf8.h"
#include "docket/note.h"
#include "generator.h"
#include "rounds.h"

#include <stdio.h>

enum { NOTES = 1500, LINES_MOST = 24, PIECES_MOST = 6 };

struct maker {
	struct generator random;
	struct arena arena;
	bool wild; /* any bytes, and lines that end in any way */
};

static size_t
pick(struct maker *maker, size_t count)
{
	return generator_pick(&maker->random, count);
}

/* clang-format off */
static const char *const starts[] = { "- [ ] ", "- [x] ", "* [?] ", "1. [-] ", "- [/] ", "\t- [ ] ",
	"  - ", "- ", "+ ", "12) ", "> ", "> - [ ] ", "# ", "## ", "###### ", "```", "~~~\n", "%%", "$$",
	"<!-- ", "-->", "<div>", "    ", "| ", "---\n", "===\n", "", "", "", "ACTION: ", "Decision: ",
	"**Actions:**\n", "[x]: ", "## Action Items\n", "## Decisions\n", "## Attendees\n", "Ada: ",
	"- [[Ada Park]]: ", "| Owner | Action | Due |\n|---|---|---|\n", "![[", "- [ ]", "-[ ] " };
static const char *const pieces[] = { "Send the offer", "to the yard", "@Ada", "@Ravi Menon",
	"[[Ada Park]]", "📅 2025-11-14", "⏫", "🔁 every week", "✅ 2025-02-30", "#task", "^block",
	"by Friday", "(due: Jan 20)", "due: EOW", "until 3/4", "`code`", "**bold**", "~~gone~~", "|",
	"[due:: 2025-11-14]", "🆔 ab1", "⛔ ab1,cd2", "https://quay.example/a_b", "ÃƒÂ©", "é", "日本語",
	"期限: 11月20日", "\xE2\x80\x8B", "\xC2\xA0", "...", "[x]", "[", "](", "<b>", "\\", "*", "_",
	"None", "{{title}}", "- Ada", "(Ada)", "2025-11-14", "e\xCC\x81", "👩\xE2\x80\x8D💻" };
static const char *const fronts[] = { "title: Call", "date: 2025-11-04", "attendees: [Ada, Ravi]",
	"participants:", "  - Ada Park", "tags: #a", "account: [[Northwind]]", "action_items:",
	"  - task: Send it", "    owner: Ada", "- a", "decisions: [One, \"Two\"]", "x: {", "date:",
	": ", "\t", "# comment", "note: |", "  text", "*a: &b", "key: 'open" };
static const char *const breaks[] = { "\n", "\r\n", "\r", "\n\n", "\x85", "\xE2\x80\xA8" };
static const char *const appended[] = { "\n\nMore was said of it.\n", "\n\n- another point\n",
	"\n\n# Appendix\n- [ ] Another task\n" };
/* clang-format on */

#define PICK(maker, table) GENERATOR_PICK(&(maker)->random, table)

static void
add(struct buffer *note, const char *text)
{
	buffer_add(note, str_from(text));
}

static void
add_front(struct maker *maker, struct buffer *note)
{
	add(note, "---\n");
	for (size_t lines = pick(maker, 8); lines; lines--) {
		add(note, PICK(maker, fronts));
		add(note, "\n");
	}
	add(note, pick(maker, 6) ? "---\n" : "");
}

static void
add_bytes(struct maker *maker, struct buffer *note)
{
	for (size_t count = pick(maker, 6); count; count--)
		buffer_add_char(note, (char)pick(maker, 256));
}

static void
add_line(struct maker *maker, struct buffer *note)
{
	add(note, PICK(maker, starts));
	for (size_t count = pick(maker, PIECES_MOST); count; count--) {
		add(note, PICK(maker, pieces));
		add(note, pick(maker, 4) ? " " : "");
		if (maker->wild && pick(maker, 5) == 0)
			add_bytes(maker, note);
	}
	add(note, maker->wild && pick(maker, 3) == 0 ? PICK(maker, breaks) : "\n");
}

static str
make_note(struct maker *maker)
{
	struct buffer note = { .arena = &maker->arena };
	if (pick(maker, 3) == 0)
		add_front(maker, &note);
	for (size_t lines = pick(maker, LINES_MOST); lines; lines--)
		add_line(maker, &note);
	return note.text;
}

/* The note without the lines from `first` to before `end`. */
static str
without(struct arena *arena, str note, size_t first, size_t end)
{
	struct buffer rest = { .arena = arena };
	str line;
	for (size_t at = 0; str_next_line(&note, &line); at++)
		if (at < first || at >= end) {
			buffer_add(&rest, line);
			buffer_add_char(&rest, '\n');
		}
	return rest.text;
}

static str
shrink(struct arena *arena, str note, bool (*holds)(struct arena *, str))
{
	for (size_t size = LINES_MOST * 2; size; size /= 2)
		for (size_t at = 0; at < LINES_MOST * 2; at++) {
			str shorter = without(arena, note, at, at + size);
			if (shorter.length < note.length && !holds(arena, shorter))
				note = shorter;
		}
	return note;
}

static void
check(bool wild, bool (*holds)(struct arena *, str))
{
	for (uint64_t seed = 1; seed <= rounds_of(NOTES); seed++) {
		struct maker maker = { .random = { seed * 0x9E3779B97F4A7C15u }, .wild = wild };
		str note = make_note(&maker);
		bool held = holds(&maker.arena, note);
		if (!held)
			note = shrink(&maker.arena, note, holds);
		char shown[2048];
		snprintf(shown, sizeof(shown), "%.*s", STR_ARG(note));
		arena_free(&maker.arena);
		if (!held)
			fail_msg("does not hold for note %d:\n%s", (int)seed, shown);
	}
}

static struct docket_note *
parse(str note)
{
	return docket_note_parse(note, "Calls/2025-11-04 call.md", NULL);
}

static bool
all_valid(const struct docket_str *texts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!utf8_valid(texts[i]))
			return false;
	return true;
}

static bool
is_day(date d)
{
	return date_is_none(d) || docket_date_exists(d);
}

static bool
is_sound_task(const struct docket_task *task, int lines)
{
	const str texts[] = { task->text, task->description, task->status.symbol, task->status.name,
		task->due_text, task->recurrence, task->task_id, task->on_completion, task->block,
		task->heading };
	return task->line >= 1 && task->line <= lines &&
	       all_valid(texts, sizeof(texts) / sizeof(*texts)) &&
	       all_valid(task->owners.items, task->owners.count) &&
	       all_valid(task->depends_on.items, task->depends_on.count) &&
	       all_valid(task->tags.items, task->tags.count) && is_day(task->due) &&
	       is_day(task->scheduled) && is_day(task->start) && is_day(task->created) &&
	       is_day(task->done) && is_day(task->cancelled);
}

static bool
is_sound_decision(const struct docket_decision *decision, int lines)
{
	const str texts[] = { decision->text, decision->topic, decision->supersedes,
		decision->heading };
	return decision->line >= 1 && decision->line <= lines &&
	       all_valid(texts, sizeof(texts) / sizeof(*texts)) && is_day(decision->date);
}

static bool
is_sound_head(const struct docket_note *note)
{
	const str texts[] = { note->title, note->type, note->account, note->project, note->series,
		note->source, note->source_ref, note->repaired };
	return all_valid(texts, sizeof(texts) / sizeof(*texts)) &&
	       all_valid(note->participants.items, note->participants.count) &&
	       all_valid(note->tags.items, note->tags.count) &&
	       all_valid(note->names.items, note->names.count) && is_day(note->date);
}

/* No more than this: CR alone ends a line too, and UTF-16 is read. */
static int
most_lines(str bytes)
{
	int lines = 1;
	for (size_t i = 0; i < bytes.length; i++)
		lines += bytes.bytes[i] == '\n' || bytes.bytes[i] == '\r';
	return lines;
}

static bool
is_sound(struct arena *arena, str bytes)
{
	(void)arena;
	struct docket_note *note = parse(bytes);
	int lines = most_lines(bytes);
	bool sound = is_sound_head(note);
	for (size_t i = 0; i < note->task_count; i++)
		sound = sound && is_sound_task(&note->tasks[i], lines);
	for (size_t i = 0; i < note->decision_count; i++)
		sound = sound && is_sound_decision(&note->decisions[i], lines);
	for (size_t i = 0; i < note->remark_count; i++)
		sound = sound && note->remarks[i].line >= 0 && note->remarks[i].line <= lines &&
			utf8_valid(note->remarks[i].message);
	docket_note_free(note);
	return sound;
}

static bool
same_texts(const struct docket_str *a, const struct docket_str *b, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!str_equal(a[i], b[i]))
			return false;
	return true;
}

static bool
same_lists(strs a, strs b)
{
	return a.count == b.count && same_texts(a.items, b.items, a.count);
}

static bool
same_task(const struct docket_task *a, const struct docket_task *b)
{
	const str left[] = { a->text, a->description, a->status.symbol, a->due_text, a->recurrence,
		a->task_id, a->block, a->heading };
	const str right[] = { b->text, b->description, b->status.symbol, b->due_text, b->recurrence,
		b->task_id, b->block, b->heading };
	return a->line == b->line && same_texts(left, right, sizeof(left) / sizeof(*left)) &&
	       a->state == b->state && a->priority == b->priority && date_equal(a->due, b->due) &&
	       date_equal(a->done, b->done) && same_lists(a->owners, b->owners) &&
	       same_lists(a->depends_on, b->depends_on) && same_lists(a->tags, b->tags);
}

/* Whether both have the same tasks; with `begins`, `b` may have more behind them. */
static bool
same_tasks(str a, str b, bool begins)
{
	struct docket_note *left = parse(a), *right = parse(b);
	bool same = begins ? left->task_count <= right->task_count
			   : left->task_count == right->task_count;
	for (size_t i = 0; same && i < left->task_count; i++)
		same = same_task(&left->tasks[i], &right->tasks[i]);
	docket_note_free(left);
	docket_note_free(right);
	return same;
}

/* The note with another text at the end of each line. */
static str
end_lines(struct arena *arena, str note, const char *end)
{
	struct buffer changed = { .arena = arena };
	str line;
	while (str_next_line(&note, &line)) {
		buffer_add(&changed, line);
		add(&changed, end);
	}
	return changed.text;
}

static bool
is_same_with_crlf(struct arena *arena, str note)
{
	return same_tasks(note, end_lines(arena, note, "\r\n"), false);
}

static bool
is_same_with_trailing_blanks(struct arena *arena, str note)
{
	return same_tasks(note, end_lines(arena, note, "  \n"), false);
}

static bool
is_same_with_mark(struct arena *arena, str note)
{
	return same_tasks(note, str_format(arena, "\xEF\xBB\xBF%.*s", STR_ARG(note)), false);
}

static bool
begins_the_same_when_longer(struct arena *arena, str note)
{
	for (size_t i = 0; i < sizeof(appended) / sizeof(*appended); i++)
		if (!same_tasks(
			    note, str_format(arena, "%.*s%s", STR_ARG(note), appended[i]), true))
			return false;
	return true;
}

static void
any_bytes_make_a_sound_note(void **state)
{
	(void)state;
	check(true, is_sound);
}

static void
line_ends_do_not_matter(void **state)
{
	(void)state;
	check(false, is_same_with_crlf);
}

static void
a_byte_order_mark_does_not_matter(void **state)
{
	(void)state;
	check(false, is_same_with_mark);
}

static void
blanks_at_the_end_of_lines_do_not_matter(void **state)
{
	(void)state;
	check(false, is_same_with_trailing_blanks);
}

static void
what_follows_a_blank_line_changes_no_task_above(void **state)
{
	(void)state;
	check(false, begins_the_same_when_longer);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_bytes_make_a_sound_note),
		cmocka_unit_test(line_ends_do_not_matter),
		cmocka_unit_test(a_byte_order_mark_does_not_matter),
		cmocka_unit_test(blanks_at_the_end_of_lines_do_not_matter),
		cmocka_unit_test(what_follows_a_blank_line_changes_no_task_above),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
