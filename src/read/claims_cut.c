#include "read/claims_cut.h"

/* What parts the end of a line from the rest; behind some of them only "Label: value" is more. */
static const struct claims_cut cuts[] = {
	{ " - ", true },
	{ " – ", true },
	{ " — ", true },
	{ "→", true },
	{ "->", true },
	{ "=>", true },
	{ " | ", true },
	{ "; ", false },
	{ ", ", false },
	{ ". ", false },
	{ " · ", true },
	{ "、", false },
};

static const char *const commas[] = { ",", ";", "、", "，", " | ", " · ", " - ", " – ", " — " };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

str
claims_next_part(str *rest)
{
	size_t size, end = str_find_any(*rest, commas, COUNT(commas), &size);
	str part = str_slice(*rest, 0, end);
	*rest = end == STR_NONE ? (str){ 0 } : str_skip(*rest, end + size);
	return part;
}

size_t
claims_find_last(str text, str part)
{
	size_t last = STR_NONE;
	for (size_t at = 0, found; (found = str_find(str_skip(text, at), part)) != STR_NONE; at++)
		last = at += found;
	return last;
}

const struct claims_cut *
claims_find_cut(str text, size_t *at)
{
	size_t least = text.length > CLAIMS_PART_MOST ? text.length - CLAIMS_PART_MOST : 1;
	for (size_t next = *at; next-- > least;)
		for (size_t i = 0; i < COUNT(cuts); i++)
			if (cuts[i].sign[0] == text.bytes[next] &&
				str_starts(str_slice(text, next, *at), str_from(cuts[i].sign))) {
				*at = next;
				return &cuts[i];
			}
	return NULL;
}
