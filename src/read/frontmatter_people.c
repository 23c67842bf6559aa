#include "read/frontmatter_people.h"

#include "base/link.h"
#include "read/address.h"
#include "read/attendees.h"
#include "read/entries.h"
#include "read/mention.h"

static const char *const joints[] = { " / ", " and ", " & ", " und ", " et " };
static const char *const dashes[] = { " - ", " – ", " — " };

enum { JOINED_MOST = 200, FIRST_WORDS_MOST = 2 };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

bool
frontmatter_next_link(str *text, str *target)
{
	size_t open = str_find(*text, STR("[["));
	if (open == STR_NONE)
		return false;
	str inner = str_skip(*text, open + 2);
	size_t close = str_find(inner, STR("]]"));
	*text = close == STR_NONE ? (str){ 0 } : str_skip(inner, close + 2);
	*target = link_target(str_slice(inner, 0, close));
	return true;
}

/* "Ada Park - Quay Ltd" is Ada Park. */
static str
drop_company(str name)
{
	for (size_t i = 0; i < COUNT(dashes); i++)
		name = str_slice(name, 0, str_find(name, str_from(dashes[i])));
	return name;
}

/* An e-mail address alone is no name, but may be that of somebody whom the body names. */
static void
add_name(struct arena *arena, str name, struct frontmatter_people *people)
{
	bool absent = attendees_is_absent(name);
	name = mention_undress(name);
	if (name.length && !absent &&
		(str_find_char(name, '@') == STR_NONE || address_is_name(name)))
		*list_add(arena, people) = name;
}

/* "Ada Park - Quay and Sons" is one person, "Ada Park - Quay and Ravi - Mills" are two. */
static bool
joins(str before, str behind)
{
	bool company = drop_company(before).length < before.length;
	return mention_name_words(mention_undress(drop_company(before))) > 0 &&
	       (!company || drop_company(behind).length < behind.length);
}

/* Takes the name before a joint off `*rest`. */
static bool
next_joined(str *rest, str *name)
{
	if (!rest->length)
		return false;
	*name = *rest;
	for (size_t i = 0; i < COUNT(joints) && rest->length <= JOINED_MOST; i++) {
		str joint = str_from(joints[i]);
		size_t at = str_find(*name, joint);
		str behind = at == STR_NONE ? (str){ 0 } : str_skip(*rest, at + joint.length);
		if (behind.length && joins(str_slice(*rest, 0, at), behind))
			*name = str_slice(*rest, 0, at);
	}
	bool last = name->length == rest->length;
	size_t blank = last ? 0 : str_find_char(str_skip(*rest, name->length + 1), ' ');
	*rest = last ? (str){ 0 } : str_skip(*rest, name->length + blank + 2);
	return true;
}

/* The names in a text without commas, or the notes that it has links to. */
static void
add_part(struct arena *arena, str text, struct frontmatter_people *people)
{
	str part;
	bool link = str_find(text, STR("[[")) != STR_NONE;
	while (link && frontmatter_next_link(&text, &part))
		add_name(arena, link_name(part), people);
	while (!link && next_joined(&text, &part))
		add_name(arena, drop_company(part), people);
}

/* Splits "Park, Ada"; false: the text is no name that the surname leads. */
static bool
split_surname(str text, str *surname, str *first)
{
	text = mention_undress(text);
	size_t comma = str_find_char(text, ',');
	*surname = str_trim_space(str_slice(text, 0, comma));
	*first = comma == STR_NONE ? (str){ 0 } : str_trim_space(str_skip(text, comma + 1));
	bool one = mention_name_words(*surname) == 1 ||
		   (surname->length && surname->bytes[0] >= 'a' && surname->bytes[0] <= 'z');
	size_t words = mention_name_words(*first);
	return one && words && words <= FIRST_WORDS_MOST;
}

/* Whether semicolons part the names and at least one has its surname in front. */
static bool
has_surnames(str text)
{
	size_t found = 0;
	str part, surname, first;
	if (str_find_char(text, ';') == STR_NONE || str_find(text, STR("[[")) != STR_NONE)
		return false;
	while (str_next_part(&text, ';', &part)) {
		bool split = split_surname(part, &surname, &first);
		if (!split && mention_undress(part).length &&
			mention_name_words(mention_undress(part)) < 2)
			return false;
		found += split;
	}
	return found > 0;
}

/* Adds "Park, Ada" as Ada Park; false: the text is no such name. */
static bool
add_turned(struct arena *arena, str text, struct frontmatter_people *people)
{
	str surname, first;
	if (!split_surname(text, &surname, &first))
		return false;
	add_name(arena, str_format(arena, "%.*s %.*s", STR_ARG(first), STR_ARG(surname)), people);
	return true;
}

/* A comma between quotes is part of the name. */
static bool
is_quoted(str piece)
{
	piece = str_trim_space(piece);
	return str_starts(piece, STR("\"")) && str_find_char(piece, ',') != STR_NONE;
}

void
frontmatter_add_people(struct arena *arena, str text, struct frontmatter_people *people)
{
	bool surnames = has_surnames(text);
	str part, piece;
	while (str_next_part(&text, ';', &part)) {
		if (surnames && add_turned(arena, part, people))
			continue;
		while (entries_next_part(&part, &piece))
			if (!is_quoted(piece) || !add_turned(arena, piece, people))
				add_part(arena, piece, people);
	}
}

void
frontmatter_add_item(struct arena *arena, str text, struct frontmatter_people *people)
{
	if (str_find_char(text, ';') != STR_NONE)
		frontmatter_add_people(arena, text, people);
	else if (str_find(text, STR("[[")) != STR_NONE || !add_turned(arena, text, people))
		add_part(arena, text, people);
}
