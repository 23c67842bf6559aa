#include "base/str.h"

#include <string.h>

struct docket_str
docket_str(const char *text)
{
	return str_from(text);
}

const struct docket_value *
docket_value_get(const struct docket_value *map, const char *name)
{
	for (size_t i = 0; i < map->count; i++)
		if (str_equal(map->items[i].name, str_from(name)))
			return &map->items[i];
	return NULL;
}
