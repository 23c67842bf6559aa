#include "base/link.h"

bool
link_find(str text, str *inside)
{
	size_t open = str_find(text, STR("[["));
	str rest = open == STR_NONE ? (str){ 0 } : str_skip(text, open + 2);
	size_t close = str_find(rest, STR("]]"));
	if (open == STR_NONE || close == STR_NONE)
		return false;
	*inside = str_slice(rest, 0, close);
	return true;
}

bool
link_is(str text, str *inside)
{
	str found;
	if (!str_starts(text, STR("[[")) || !link_find(text, &found) ||
		found.length + 4 != text.length)
		return false;
	*inside = found;
	return true;
}

str
link_target(str inside)
{
	str target = str_slice(inside, 0, str_find_char(inside, '|'));
	return str_trim_space(str_slice(target, 0, str_find_char(target, '#')));
}

str
link_name(str inside)
{
	str target = link_target(inside);
	size_t slash = str_find_last_char(target, '/');
	str name = slash == STR_NONE ? target : str_skip(target, slash + 1);
	if (str_ends(name, STR(".md")))
		name.length -= 3;
	return str_trim_space(name);
}
