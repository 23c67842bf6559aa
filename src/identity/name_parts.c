#include "identity/name_parts.h"

#include "base/utf8.h"
#include "identity/names.h"

struct name_parts
name_parts_read(struct arena *arena, str name)
{
	struct name_parts parts = { 0 };
	str rest = utf8_fold(arena, name_clean(name));
	for (size_t end = 0; rest.length && parts.count < NAME_PARTS_MOST;
		rest = str_skip(rest, end + 1)) {
		for (end = 0; end < rest.length; end++)
			if (rest.bytes[end] == ' ' || rest.bytes[end] == '.')
				break;
		str part = name_key(arena, str_slice(rest, 0, end));
		if (part.length)
			parts.items[parts.count++] = part;
	}
	return parts;
}

str
name_initial(str part)
{
	size_t size;
	utf8_first(part, &size);
	return str_slice(part, 0, size);
}
