#include "read/address.h"

enum { LOCAL_MOST = 64, PARTS_MOST = 3, ADDRESSES_MOST = 64 /* each is looked for in the body */ };

static bool
is_part(str part)
{
	for (size_t i = 0; i < part.length; i++)
		if (!is_letter(part.bytes[i]) && part.bytes[i] != '-')
			return false;
	return part.length > 1;
}

bool
address_is_name(str text)
{
	size_t at = str_find_char(text, '@'), parts = 0;
	str local = str_slice(text, 0, at), part;
	if (at == STR_NONE || at > LOCAL_MOST || str_find_char(text, ' ') != STR_NONE ||
		str_find_char(str_skip(text, at + 1), '.') == STR_NONE)
		return false;
	while (str_next_part(&local, '.', &part))
		if (!is_part(part) || ++parts > PARTS_MOST)
			return false;
	return parts > 1;
}

/* "ada.park@quay.example" as "Ada Park". */
static str
make_name(struct arena *arena, str address)
{
	str name = str_slice(address, 0, str_find_char(address, '@'));
	char *bytes = arena_alloc(arena, name.length);
	for (size_t i = 0; i < name.length; i++) {
		char c = to_lower(name.bytes[i]);
		bool first = !i || bytes[i - 1] == ' ' || bytes[i - 1] == '-';
		bytes[i] = (char)(c == '.'                        ? ' '
				  : first && c >= 'a' && c <= 'z' ? c - 'a' + 'A'
								  : c);
	}
	return (str){ bytes, name.length };
}

/* Whether the name stands there, and is no part of a longer word. */
static bool
speaks_of(const struct outline *outline, str name)
{
	for (size_t i = 0; i < outline->count; i++) {
		str text = outline->items[i].text;
		size_t at = str_find(text, name), end = at + name.length;
		if (at != STR_NONE && (!at || !is_letter(text.bytes[at - 1])) &&
			(end == text.length || !is_letter(text.bytes[end])))
			return true;
	}
	return false;
}

static bool
has(const str *names, size_t count, str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(names[i], name))
			return true;
	return false;
}

strs
address_resolve(struct arena *arena, strs names, const struct outline *outline)
{
	size_t count = 0, addresses = 0;
	for (size_t i = 0; i < names.count; i++)
		addresses += str_find_char(names.items[i], '@') != STR_NONE;
	if (!addresses)
		return names;
	str *kept = arena_array(arena, names.count, sizeof(*kept));
	for (size_t i = 0; i < names.count; i++)
		if (str_find_char(names.items[i], '@') == STR_NONE)
			kept[count++] = names.items[i];
	for (size_t i = 0; i < names.count && addresses <= ADDRESSES_MOST; i++) {
		bool address = str_find_char(names.items[i], '@') != STR_NONE;
		str name = address ? make_name(arena, names.items[i]) : (str){ 0 };
		if (address && !has(kept, count, name) && speaks_of(outline, name))
			kept[count++] = name;
	}
	return (strs){ kept, count };
}
