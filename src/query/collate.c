#include "query/collate.h"

#include "base/utf8.h"

str
collate_key(struct arena *arena, str text)
{
	struct buffer key = { .arena = arena };
	buffer_add(&key, utf8_fold(arena, text));
	buffer_add_char(&key, '\0');
	buffer_add(&key, text);
	return key.text;
}

int
collate_compare(str a, str b)
{
	struct arena arena = { 0 };
	int order = str_compare(collate_key(&arena, a), collate_key(&arena, b));
	arena_free(&arena);
	return order;
}
