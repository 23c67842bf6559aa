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

/* Words in the title of a meeting's note, folded; in some languages inside a longer one. */
static const char *const titles[] = {
	"meeting", "1:1", "1on1", "one-on-one", "standup", "stand-up", "kickoff", "kick-off",
	"check-in", "offsite", "townhall", "town hall", "steering committee", "retrospective",
	"besprechung", "sitzung", "protokoll", "jour fixe", "versammlung", "reunion",
	"compte rendu", "compte-rendu", "point hebdo", "acta de", "ata de", "ata da", "reuniao",
	"vergadering", "overleg", "notulen", "riunione", "verbale", "会議", "議事録", "打ち合わせ",
	"打合せ", "ミーティンク", "定例", "会议", "例会", "회의", "미팅",
};

/* Words that say so only at the end of a title, or before one of `links`: "Call with Ada". */
static const char *const closings[] = {
	"call", "sync", "minutes", "retro", "debrief", "huddle", "interview", "demo", "weekly",
	"termin", "gesprach", "visio", "llamada",
};
static const char *const links[] = {
	"with", "of", "notes", "mit", "avec", "con", "met", "com", "-", "–", "—", ":", "/", "|", "(",
};

/* Folders of minutes, folded, without "s" at the end. */
static const char *const folders[] = {
	"meeting", "meeting note", "meeting-note", "meeting_note", "minute", "call", "1-1", "1on1",
	"one-on-one", "standup", "besprechungen", "protokolle", "sitzungen", "reunion",
	"compte rendu", "compte-rendu", "reunione", "acta", "vergaderingen", "notulen", "reunioe",
	"議事録", "会议纪要", "회의록",
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

/* "weekly sync", "call with ada": the word stands where it names what the note is of. */
static bool
is_named_by(str title, str word)
{
	size_t at = str_find(title, word);
	str rest = at == STR_NONE ? (str){ 0 } : str_trim(str_skip(title, at + word.length));
	size_t size;
	if (at == STR_NONE || (at && !is_blank(title.bytes[at - 1])) ||
		(at > 1 && is_digit(title.bytes[at - 2])))
		return false;
	for (size_t i = 0; i < COUNT(links); i++)
		if (str_starts(rest, str_from(links[i])))
			return true;
	return !rest.length || utf8_is_digit(utf8_first(rest, &size));
}

static bool
title_tells(struct arena *arena, str title)
{
	str key = title.length ? utf8_fold(arena, title) : title;
	for (size_t i = 0; key.length && i < COUNT(titles); i++)
		if (str_find(key, str_from(titles[i])) != STR_NONE)
			return true;
	for (size_t i = 0; key.length && i < COUNT(closings); i++)
		if (is_named_by(key, str_from(closings[i])))
			return true;
	return false;
}

/* The folder that the file is in. */
static bool
folder_tells(struct arena *arena, str path)
{
	size_t slash = str_find_last_char(path, '/');
	str folder = str_slice(path, 0, slash == STR_NONE ? 0 : slash);
	size_t above = str_find_last_char(folder, '/');
	folder = above == STR_NONE ? folder : str_skip(folder, above + 1);
	str key = folder.length ? utf8_fold(arena, folder) : folder;
	key.length -= str_ends(key, STR("s"));
	for (size_t i = 0; key.length && i < COUNT(folders); i++)
		if (str_equal(key, str_from(folders[i])))
			return true;
	return false;
}

static bool
has_day_in_headings(const struct docket_note *note, const struct outline *outline)
{
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

/* Comes with a program, or explains something. */
static bool
is_guide(const struct docket_note *note, str body)
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

bool
meeting_is(struct arena *arena, const struct docket_note *note, const struct outline *outline,
	str body)
{
	if (!date_is_none(note->date) || note->participants.count || note->account.length ||
		note->series.length || note->source_ref.length || has_word(arena, note->type))
		return true;
	for (size_t i = 0; i < note->tags.count; i++)
		if (has_word(arena, note->tags.items[i]))
			return true;
	if (has_day_in_headings(note, outline))
		return true;
	return !is_guide(note, body) &&
	       (title_tells(arena, note->title) || title_tells(arena, file_date_name(note->path)) ||
		       folder_tells(arena, note->path));
}
