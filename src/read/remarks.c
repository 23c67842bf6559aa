#include "read/remarks.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* A row per kind, in the order of the enum. */
struct remark_row {
	enum docket_level level;
	const char *name;
	const char *explain;
};

/* clang-format off */
static const struct remark_row rows[DOCKET_REMARK_COUNT] = {
	[DOCKET_REMARK_REPAIRED_TEXT] = { DOCKET_NOTE_LEVEL, "repaired-text",
		"The file's text was UTF-8 that something read as another encoding and saved again "
		"(â€™ for ’). docket undid that for itself; the file is as it was. To mend the file, "
		"find the program that wrote it and let it write UTF-8." },
	[DOCKET_REMARK_INVALID_ENCODING] = { DOCKET_WARNING, "invalid-encoding",
		"The line holds bytes that are not UTF-8. They were read as Windows-1252. Save the "
		"file as UTF-8." },
	[DOCKET_REMARK_CONTROL_CHARACTER] = { DOCKET_WARNING, "control-character",
		"The line holds a NUL or another character that no text should have. It was replaced "
		"by U+FFFD. Remove it." },
	[DOCKET_REMARK_FRONT_MATTER] = { DOCKET_WARNING, "front-matter",
		"The front matter is not YAML. docket read it key by key and kept what it could; other "
		"programs may drop all of it. Put the value that is named in double quotes." },
	[DOCKET_REMARK_FRONT_MATTER_VALUE] = { DOCKET_NOTE_LEVEL, "front-matter-value",
		"The value is YAML, but means something else than it says: '#' begins a comment, "
		"[[X]] is a list in a list. docket took the text as written. Put it in quotes. Or it lists "
		"several accounts or projects, where a note has one: the first counts." },
	[DOCKET_REMARK_DUPLICATE_KEY] = { DOCKET_WARNING, "duplicate-key",
		"The key stands twice in the front matter; the first one counts. Remove one." },
	[DOCKET_REMARK_TEMPLATE] = { DOCKET_WARNING, "template",
		"A template was not filled in: {{...}} or <% %> stands where a value should be. In the "
		"front matter docket takes it for no value, in a task for text. Write the value." },
	[DOCKET_REMARK_NESTED_TOO_DEEP] = { DOCKET_WARNING, "nested-too-deep",
		"Lists, quotes or brackets are nested so deep that the note was read line by line; code "
		"blocks may have been taken for tasks." },
	[DOCKET_REMARK_INVALID_DATE] = { DOCKET_WARNING, "invalid-date",
		"There is no such day. The task is kept without that date. Correct the date in the note." },
	[DOCKET_REMARK_UNREAD_FIELD] = { DOCKET_WARNING, "unread-field",
		"A field of the Tasks format is followed by other text, has a day that is not written "
		"YYYY-MM-DD, or is in the format that the settings do not name, so Obsidian does not see "
		"it. docket does. Move the field to the end of the line, or write it as the remark says." },
	[DOCKET_REMARK_RECURRENCE] = { DOCKET_WARNING, "recurrence",
		"The recurrence rule cannot be read, or counts from a day that does not exist, so the "
		"task does not recur. Rules begin with \"every\": every week on Monday." },
	[DOCKET_REMARK_UNKNOWN_STATUS] = { DOCKET_NOTE_LEVEL, "unknown-status",
		"The character in the box is not a registered status, so Obsidian counts the task as to "
		"do. Register it in the settings of the Tasks plugin, or change it." },
	[DOCKET_REMARK_AMBIGUOUS_DATE] = { DOCKET_WARNING, "ambiguous-date",
		"The words can be read as several days, or are counted from the day of the meeting and "
		"the note has none, so no day was taken. Write YYYY-MM-DD." },
	[DOCKET_REMARK_DUE_BEFORE_MEETING] = { DOCKET_NOTE_LEVEL, "due-before-meeting",
		"The task is due before the meeting took place. docket keeps the date; perhaps its year, "
		"or the date of the note, is wrong." },
	[DOCKET_REMARK_DUPLICATE_ID] = { DOCKET_WARNING, "duplicate-id",
		"Two tasks carry the same id, so what depends on it is not clear. Change one." },
	[DOCKET_REMARK_TASK_LIKE] = { DOCKET_NOTE_LEVEL, "task-like",
		"Lines look like tasks but stand in a code block, a comment or HTML. Obsidian does not "
		"count them, nor does docket. If they are meant, take them out of the block." },
	[DOCKET_REMARK_UNKNOWN_OWNER] = { DOCKET_NOTE_LEVEL, "unknown-owner",
		"Nobody of that name takes part in any meeting. Add the spelling to `people:` or `teams:` "
		"in the configuration, or correct the note." },
	[DOCKET_REMARK_AMBIGUOUS_OWNER] = { DOCKET_WARNING, "ambiguous-owner",
		"The name fits several people; none was chosen. Write the full name, or add the short "
		"one to `people:` in the configuration." },
	[DOCKET_REMARK_SIMILAR_TASK] = { DOCKET_NOTE_LEVEL, "similar-task",
		"An open task of an earlier meeting of the series or account says nearly the same. They "
		"are counted as two. If they are one, write one id behind both lines; if not, an id of "
		"its own behind each ends this remark." },
	[DOCKET_REMARK_SIMILAR_PERSON] = { DOCKET_NOTE_LEVEL, "similar-person",
		"Two people have nearly the same name. They are counted as two. If they are one, add the "
		"spelling to `people:` in the configuration; if not, naming both there ends this remark." },
	[DOCKET_REMARK_PERHAPS_SUPERSEDES] = { DOCKET_NOTE_LEVEL, "perhaps-supersedes",
		"The decision sounds as if it replaced an earlier one of the account. Both stand. If it "
		"does replace it, say so behind it: (supersedes: the earlier one's words)." },
	[DOCKET_REMARK_CONFLICT_COPY] = { DOCKET_WARNING, "conflict-copy",
		"The file's name is one that programs for syncing give to a copy of a note that was "
		"changed in two places. When both say the same, only the original counts; else both "
		"do. Write into the original what it lacks, and delete the copy." },
};
/* clang-format on */

void
remark(struct remarks *remarks, int line, enum docket_remark_kind kind, const char *format, ...)
{
	if (remarks->most && ++remarks->counts[kind] > remarks->most)
		return;
	struct docket_remark *item = list_add(remarks->arena, remarks);
	item->line = line;
	item->kind = kind;
	va_list arguments;
	va_start(arguments, format);
	item->message = str_format_list(remarks->arena, format, arguments);
	va_end(arguments);
}

static void
say_more(const struct remarks *remarks, struct docket_remark *item, size_t more)
{
	item->message = str_format(
		remarks->arena, "%.*s; %zu more in the note", STR_ARG(item->message), more);
}

void
remarks_limit(struct remarks *remarks, size_t most)
{
	for (size_t i = remarks->count; i-- > 0 && remarks->most;) {
		struct docket_remark *item = &remarks->items[i];
		size_t count = remarks->counts[item->kind];
		if (count > remarks->most)
			say_more(remarks, item, count - remarks->most);
		remarks->counts[item->kind] = 0;
	}
	memset(remarks->counts, 0, sizeof(remarks->counts));
	remarks->most = most;
}

/* Those of a line stay in the order that they are kept in. */
static int
compare_places(const void *left, const void *right)
{
	const struct docket_remark *a = *(const struct docket_remark *const *)left;
	const struct docket_remark *b = *(const struct docket_remark *const *)right;
	return a->line != b->line ? (a->line > b->line) - (a->line < b->line) : (a > b) - (a < b);
}

void
remarks_sort(struct remarks *remarks)
{
	size_t count = remarks->count;
	struct docket_remark *sorted = arena_array(remarks->arena, count, sizeof(*sorted));
	struct docket_remark **places = arena_array(remarks->arena, count, sizeof(*places));
	for (size_t i = 0; i < count; i++)
		places[i] = &remarks->items[i];
	if (count)
		qsort(places, count, sizeof(*places), compare_places);
	for (size_t i = 0; i < count; i++)
		sorted[i] = *places[i];
	remarks->items = sorted;
	remarks->capacity = count;
}

void
remarks_join(struct remarks *remarks, enum docket_remark_kind kind)
{
	struct docket_remark *first = NULL;
	size_t kept = 0, more = 0;
	for (size_t i = 0; i < remarks->count; i++) {
		if (first && remarks->items[i].kind == kind) {
			more++;
			continue;
		}
		remarks->items[kept] = remarks->items[i];
		if (remarks->items[kept].kind == kind)
			first = &remarks->items[kept];
		kept++;
	}
	remarks->count = kept;
	if (more)
		say_more(remarks, first, more);
}

void
remarks_drop(struct remarks *remarks, enum docket_remark_kind kind)
{
	size_t kept = 0;
	for (size_t i = 0; i < remarks->count; i++)
		if (remarks->items[i].kind != kind)
			remarks->items[kept++] = remarks->items[i];
	remarks->count = kept;
}

const char *
docket_remark_name(enum docket_remark_kind kind)
{
	return rows[kind].name;
}

enum docket_level
docket_remark_level(enum docket_remark_kind kind)
{
	return rows[kind].level;
}

const char *
docket_remark_explain(enum docket_remark_kind kind)
{
	return rows[kind].explain;
}
