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
/* clang-format on */

static bool
has_word(struct arena *arena, str text)
{
	str key = text.length ? utf8_fold(arena, text) : text;
	for (size_t i = 0; key.length && i < sizeof(words) / sizeof(*words); i++)
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
