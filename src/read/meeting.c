#include "read/meeting.h"

#include "base/date.h"
#include "base/utf8.h"
#include "read/file_date.h"
#include "read/heading_date.h"

/* clang-format off */
/* Words in the type or a tag of a meeting's note, folded. */
static const char *const words[] = {
	"meeting", "minutes", "call", "standup", "stand-up", "retro", "sync", "1-1", "1:1", "1on1",
	"one-on-one", "interview", "besprechung", "sitzung", "protokoll", "reunion", "compte-rendu",
	"acta", "vergadering", "notulen", "会議", "議事録", "会议", "회의",
};

/* Begins the names of files that come with programs. */
static const char *const guides[] = {
	"README", "CHANGELOG", "CONTRIBUTING", "SECURITY", "AGENTS", "CLAUDE", "ARCHITECTURE",
};

/* Languages of code blocks that show something in Obsidian: they are no code. */
static const char *const views[] = {
	"tasks", "dataview", "dataviewjs", "query", "mermaid", "base", "text", "txt", "markdown", "md",
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static bool
has_word(struct arena *arena, str text)
{
	str key = text.length ? utf8_fold(arena, text) : text;
	for (size_t i = 0; key.length && i < COUNT(words); i++)
		if (str_find(key, str_from(words[i])) != STR_NONE)
			return true;
	return false;
}

bool
meeting_is(struct arena *arena, const struct docket_note *note, const struct outline *outline)
{
	if (!date_is_none(note->date) || note->participants.count || has_word(arena, note->type))
		return true;
	for (size_t i = 0; i < note->tags.count; i++)
		if (has_word(arena, note->tags.items[i]))
			return true;
	int year = heading_date_year(file_date_name(note->path));
	for (size_t i = 0; i < outline->count; i++)
		if (outline->items[i].kind == OUTLINE_HEADING &&
			!date_is_none(heading_date_read(outline->items[i].text, year)))
			return true;
	return false;
}

/* "```sh" at the start of a line */
static bool
begins_code(str line)
{
	bool fence = str_starts(line, STR("```")) || str_starts(line, STR("~~~"));
	str language = str_trim_space(str_skip(line, 3));
	if (!fence || !language.length || !is_letter(language.bytes[0]))
		return false;
	for (size_t i = 0; i < COUNT(views); i++)
		if (str_starts_nocase(language, str_from(views[i])))
			return false;
	return true;
}

bool
meeting_is_guide(const struct docket_note *note, str body)
{
	str line, name = file_date_name(note->path);
	if (str_starts_nocase(note->title, STR("how to ")))
		return true;
	for (size_t i = 0; i < COUNT(guides); i++)
		if (str_starts(name, str_from(guides[i])))
			return true;
	while (str_next_line(&body, &line))
		if (begins_code(line))
			return true;
	return false;
}
