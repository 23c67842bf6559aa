#include "read/crew.h"

#include "base/utf8.h"
#include "read/label.h"
#include "read/property.h"
#include "read/vocabulary.h"

enum { SPEAKERS_MOST = 64, SPEAKERS_LEAST = 3, LINES_LEAST = 2, SPEAKER_LENGTH = 32 };

struct names {
	LIST(str)
};

struct speaker {
	str name;
	int lines;
};

struct speakers {
	struct speaker items[SPEAKERS_MOST];
	size_t count;
};

/* The first letters of a name, "AP". */
static str
initials_of(struct arena *arena, str name)
{
	struct buffer initials = { .arena = arena };
	str word;
	for (str rest = name; str_next_part(&rest, ' ', &word);) {
		size_t size;
		if (word.length && utf8_is_upper(utf8_first(word, &size)))
			buffer_add(&initials, str_slice(word, 0, size));
	}
	return initials.text;
}

static bool
is_initial_of(struct arena *arena, str word, str full)
{
	size_t size, first;
	utf8_first(word, &size);
	utf8_first(full, &first);
	bool one = size == word.length - str_ends(word, STR("."));
	return one && str_equal(utf8_fold(arena, str_slice(word, 0, size)),
			      utf8_fold(arena, str_slice(full, 0, first)));
}

/* "Ravi M.", "R. Menon" and "Dr. Menon" are short for Ravi Menon. */
static bool
is_short_for(struct arena *arena, str name, str full)
{
	size_t blank = str_find_char(name, ' '), end = str_find_char(full, ' ');
	str first = str_slice(name, 0, blank), last = str_skip(name, blank + 1);
	str given = str_slice(full, 0, end),
	    family = str_skip(full, str_find_last_char(full, ' ') + 1);
	if (end == STR_NONE || str_find_char(last, ' ') != STR_NONE)
		return false;
	bool same_last = str_equal(utf8_fold(arena, last), utf8_fold(arena, family));
	bool same_first = str_equal(utf8_fold(arena, first), utf8_fold(arena, given));
	return (same_last && (mention_is_title(first) || is_initial_of(arena, first, given))) ||
	       (same_first && is_initial_of(arena, last, family));
}

static bool
knows_short(const struct crew *crew, str name)
{
	if (str_find_char(name, ' ') == STR_NONE)
		return false;
	const strs lists[] = { crew->participants, crew->names };
	for (size_t list = 0; list < sizeof(lists) / sizeof(*lists); list++)
		for (size_t i = 0; i < lists[list].count; i++)
			if (is_short_for(crew->arena, name, lists[list].items[i]))
				return true;
	return false;
}

static void
add_forms(struct arena *arena, str name, struct names *names)
{
	*list_add(arena, names) = name;
	name = mention_drop_title(name);
	size_t first = str_find_char(name, ' '), last = str_find_last_char(name, ' ');
	if (first == STR_NONE)
		return;
	*list_add(arena, names) = str_slice(name, 0, first);
	*list_add(arena, names) = str_skip(name, last + 1);
	str initials = initials_of(arena, name);
	if (initials.length > 1)
		*list_add(arena, names) = initials;
}

/* "AP: I would wait"; instructions, "AP: Send it", are no talk. */
static bool
read_speaker(struct arena *arena, str text, str *name)
{
	struct label label;
	size_t size;
	if (!text.length || !utf8_is_letter(utf8_first(text, &size)) || text.length < 4)
		return false;
	if (str_find_char(str_slice(text, 0, SPEAKER_LENGTH), ':') == STR_NONE ||
		!label_read(text, &label) || !label.rest.length || !label.colon)
		return false;
	*name = label.words;
	str word = str_slice(label.rest, 0, str_find_char(label.rest, ' '));
	return mention_name_words(label.words) && !vocabulary_is_verb(word) &&
	       !str_equal(word, STR("to")) && property_read(arena, label.words) == PROPERTY_NONE;
}

static void
count_line(struct speakers *speakers, str name)
{
	size_t i = 0;
	while (i < speakers->count && !str_equal(speakers->items[i].name, name))
		i++;
	if (i == SPEAKERS_MOST)
		return;
	speakers->items[i].name = name;
	speakers->items[i].lines++;
	speakers->count += i == speakers->count;
}

static strs
find_speakers(struct arena *arena, const struct outline *outline)
{
	struct speakers speakers = { .count = 0 };
	struct names found = { 0 };
	str name;
	for (size_t i = 0; i < outline->count; i++)
		if (outline->items[i].kind != OUTLINE_HEADING &&
			read_speaker(arena, outline->items[i].text, &name))
			count_line(&speakers, name);
	for (size_t i = 0; i < speakers.count; i++)
		if (speakers.items[i].lines >= LINES_LEAST)
			*list_add(arena, &found) = speakers.items[i].name;
	return found.count < SPEAKERS_LEAST ? (strs){ 0 } : (strs){ found.items, found.count };
}

/* "(Ada, Ravi)" at the end of the text. */
static bool
ends_with_names(str text)
{
	size_t open = str_ends(text, STR(")")) ? str_find_last_char(text, '(') : STR_NONE;
	str part,
		inside = open == STR_NONE ? (str){ 0 } : str_slice(text, open + 1, text.length - 1);
	bool names = inside.length > 0;
	while (names && str_next_part(&inside, ',', &part))
		names = mention_name_words(str_trim_space(part)) > 0;
	return names;
}

/* Whether lines such as "**Stand:** Book it. (Ada)", of several topics, all end like this. */
static bool
has_topics(const struct outline *outline)
{
	struct label label;
	str first = { 0 };
	bool several = false;
	for (size_t i = 0; i < outline->count; i++) {
		const struct outline_entry *entry = &outline->items[i];
		if (entry->kind != OUTLINE_ITEM || !str_starts(entry->text, STR("**")) ||
			!label_read(entry->text, &label) || !label.colon ||
			!vocabulary_begins_with_verb(label.rest))
			continue;
		if (!ends_with_names(label.rest))
			return false;
		several = several || (first.length && !str_equal(first, label.words));
		first = label.words;
	}
	return several;
}

struct crew
crew_make(struct arena *arena, strs participants, strs names, const struct outline *outline)
{
	struct names forms = { 0 };
	for (size_t i = 0; i < participants.count; i++)
		add_forms(arena, participants.items[i], &forms);
	for (size_t i = 0; i < names.count; i++)
		add_forms(arena, names.items[i], &forms);
	return (struct crew){
		.arena = arena,
		.people = people_make(arena, (strs){ forms.items, forms.count }),
		.participants = participants,
		.names = names,
		.speakers = find_speakers(arena, outline),
		.topics = !forms.count && has_topics(outline),
	};
}

bool
crew_has_speaker(const struct crew *crew, str name)
{
	for (size_t i = 0; i < crew->speakers.count; i++)
		if (str_equal(crew->speakers.items[i], name))
			return true;
	return false;
}

bool
crew_knows(const struct crew *crew, str name)
{
	static const char *const selves[] = { "I", "Me", "Myself", "me", "myself" };
	for (size_t i = 0; i < sizeof(selves) / sizeof(*selves); i++)
		if (str_equal(name, str_from(selves[i])))
			return true;
	return name.length > 1 &&
	       (people_know(crew->arena, &crew->people, name) || knows_short(crew, name) ||
		       (crew_has_speaker(crew, name) && !vocabulary_is_no_name(name)));
}
