#include "identity/meeting.h"

#include "identity/words.h"

#include "base/link.h"
#include "base/utf8.h"

static const char *const extensions[] = { ".md", ".markdown", ".txt", ".vtt", ".srt", ".json",
	".pdf", ".docx", ".html", ".m4a", ".mp3", ".mp4", ".wav", ".webm" };

/* Names of files that every meeting may have. */
static const char *const bare_names[] = { "transcript", "transcription", "recording", "audio",
	"video", "meeting", "notes", "note", "meeting notes", "summary", "index", "readme",
	"untitled", "call", "chat", "source", "manual", "protokoll", "notizen" };

/* Words of a date that are no months to words.h, because they are other words too. */
static const char *const rare_months[] = { "may", "mai", "mars", "mar", "apr", "sep", "sept", "dec",
	"march", "marzo" };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static str
without_extension(str path)
{
	for (size_t i = 0; i < COUNT(extensions); i++) {
		str extension = str_from(extensions[i]);
		if (str_ends(path, extension) && path.length > extension.length)
			return str_slice(path, 0, path.length - extension.length);
	}
	return path;
}

/* The last part of a path, whatever it separates its folders with. */
static str
last_part(str path)
{
	size_t at = path.length;
	while (at && path.bytes[at - 1] != '/' && path.bytes[at - 1] != '\\')
		at--;
	return str_trim_space(str_skip(path, at));
}

str
meeting_source_key(struct arena *arena, str source_ref)
{
	str inside, path = str_trim_space(source_ref);
	path = utf8_fold(arena, link_is(path, &inside) ? link_target(inside) : path);
	if (str_find(path, STR("://")) != STR_NONE)
		return path;
	path = without_extension(path);
	str name = last_part(path);
	if (!str_is_one_of(name, bare_names, COUNT(bare_names)))
		return name;
	return name.length < path.length ? path : (str){ 0 };
}

/* "12", "12th", "w45", "q3", "fy26": counts that change from one meeting to the next. */
static bool
is_count(str word)
{
	static const char *const counters[] = { "", "q", "w", "kw", "cw", "fy", "h", "week", "no",
		"nr", "vol" };
	size_t letters = 0;
	while (letters < word.length && !is_digit(word.bytes[letters]))
		letters++;
	return letters < word.length &&
	       str_is_one_of(str_slice(word, 0, letters), counters, COUNT(counters));
}

/* Months and weekdays beside a number belong to a date. */
static bool
is_date_word(str word)
{
	struct arena scratch = { 0 };
	struct words words = { 0 };
	words_read(&scratch, word, &words);
	enum word_kind kind = words.count ? words.items[0].kind : WORD_PLAIN;
	arena_free(&scratch);
	return kind == WORD_MONTH || kind == WORD_WEEKDAY ||
	       str_is_one_of(word, rare_months, COUNT(rare_months));
}

/* Drops counts, and the date words that stand directly before or behind one. */
static str
without_dates(struct arena *arena, str key)
{
	struct buffer kept = { .arena = arena };
	size_t sure = 0; /* bytes of `kept` before the date words that end it */
	bool dated = false;
	for (str word; str_next_part(&key, ' ', &word);) {
		bool count = is_count(word), date_word = !count && is_date_word(word);
		if (count)
			kept.text.length = sure;
		if (count || (dated && date_word)) {
			dated = true;
			continue;
		}
		dated = false;
		if (kept.text.length)
			buffer_add_char(&kept, ' ');
		buffer_add(&kept, word);
		if (!date_word)
			sure = kept.text.length;
	}
	return kept.text;
}

str
meeting_title_key(struct arena *arena, str title)
{
	return without_dates(arena, words_key(arena, title));
}
