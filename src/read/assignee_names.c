#include "read/assignee_names.h"

#include "base/link.h"
#include "base/utf8.h"
#include "read/label.h"
#include "read/placeholder.h"
#include "read/vocabulary.h"

enum { NAMES_MOST = 8, NAME_WORDS_MOST = 4, INITIALS_MOST = 3, LIST_MOST = 400 };

static const char *const joints[] = { ",", ";", "/", " & ", " + ", "<br>", "<br/>", "<br />",
	" and ", " und ", " et ", " y ", " en ", " e ", "、", "，", " or " };
static const char *const fillers[] = { "hopefully ", "and ", "possibly ", "maybe " };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* "Lena", "Lena Hoff", "LH": words with capitals that are not known to be something else. */
static bool
is_name_like(str text)
{
	size_t words = mention_name_words(text), capitals = 0;
	if (!words || words > NAME_WORDS_MOST || vocabulary_begins_with_verb(text))
		return false;
	str word;
	for (str rest = text; str_next_part(&rest, ' ', &word);)
		if (vocabulary_is_no_name(word))
			return false;
	for (size_t size, at = 0; at < text.length; at += size)
		capitals += utf8_is_upper(utf8_first(str_skip(text, at), &size));
	return capitals && (capitals < text.length || text.length <= INITIALS_MOST);
}

/* Takes a name off the front of a list of names; a link is one, whatever is in it. */
static str
next_name(str *rest)
{
	*rest = str_trim_space(*rest);
	bool link = str_starts(*rest, STR("[[")) || str_starts(*rest, STR("@[["));
	size_t close = link ? str_find(*rest, STR("]]")) : STR_NONE;
	size_t from = close == STR_NONE ? 0 : close, size;
	size_t at = str_find_any(str_skip(*rest, from), joints, COUNT(joints), &size);
	str name = str_trim_space(at == STR_NONE ? *rest : str_slice(*rest, 0, from + at));
	*rest = at == STR_NONE ? (str){ 0 } : str_skip(*rest, from + at + size);
	for (size_t i = 0; i < COUNT(fillers); i++)
		if (str_starts_nocase(name, str_from(fillers[i])))
			name = str_trim_space(str_skip(name, str_from(fillers[i]).length));
	return name;
}

/* "@Ada", "[[People/Ada Park]]", "**Ada**", "Ada (Quay)" */
static str
clean_name(str name, bool *marked)
{
	name = label_unwrap(name);
	*marked = str_starts(name, STR("@"));
	name = str_skip(name, *marked);
	size_t open = str_find(name, STR(" ("));
	if (open != STR_NONE && str_ends(name, STR(")")))
		name = str_slice(name, 0, open);
	str inside;
	if (!link_is(name, &inside)) {
		*marked = *marked &&
			  (str_find_char(name, ' ') == STR_NONE || mention_name_words(name) > 0);
		return name;
	}
	*marked = true;
	return link_name(inside);
}

/* The next name, and whether it is marked as one; an account that is the whole list is one name. */
static str
take_name(const struct crew *crew, str *rest, bool *marked)
{
	str all = clean_name(str_trim_space(*rest), marked);
	if (!all.length || !str_equal(all, crew->account))
		return clean_name(next_name(rest), marked);
	*rest = (str){ 0 };
	return all;
}

bool
assignee_read_names(
	const struct crew *crew, str text, enum assignee_trust trust, struct assignee *assignee)
{
	str *names = arena_array(crew->arena, NAMES_MOST, sizeof(*names));
	size_t count = 0;
	bool likely = text.length <= LIST_MOST;
	for (str rest = text; likely && rest.length;) {
		bool marked;
		str name = take_name(crew, &rest, &marked);
		if (!name.length)
			continue;
		bool known = marked || crew_knows(crew, name);
		likely = likely && (known || is_name_like(name) || vocabulary_is_group(name) ||
					   str_equal(name, crew->account));
		assignee->known = assignee->known || known;
		if (!likely || count == NAMES_MOST)
			return false;
		names[count++] = name;
	}
	assignee->names = (strs){ names, count };
	return likely && count && (assignee->known || trust != ASSIGNEE_KNOWN);
}

strs
assignee_split(struct arena *arena, str text)
{
	str *names = arena_array(arena, NAMES_MOST, sizeof(*names));
	size_t count = 0;
	for (str rest = str_slice(text, 0, LIST_MOST); rest.length && count < NAMES_MOST;) {
		bool marked;
		str name = clean_name(next_name(&rest), &marked);
		if (name.length <= ASSIGNEE_NAME_MOST && !placeholder_is(arena, name) &&
			!placeholder_is_none(arena, name) && !vocabulary_is_blank(name))
			names[count++] = name;
	}
	return (strs){ names, count };
}
