#include "cell.h"

#include "json.h"

static void
add_map(struct text *out, const struct docket_value *map)
{
	const struct docket_value *path = docket_value_get(map, "path");
	const struct docket_value *line = docket_value_get(map, "line");
	const struct docket_value *day = docket_value_get(map, "date");
	const struct docket_value *title = docket_value_get(map, "title");
	if (path && line) {
		text_add(out, path->text);
		text_format(out, ":%lld", line->number);
	} else if (day && title) {
		text_add(out, day->text);
		if (day->text.length && title->text.length)
			text_add_char(out, ' ');
		text_add(out, title->text);
	} else {
		json_add(out, map, 0, 0);
	}
}

static void
add_one(struct text *out, const struct docket_value *value)
{
	if (value->type == DOCKET_TEXT || value->type == DOCKET_DATE)
		text_add(out, value->text);
	else if (value->type == DOCKET_MAP)
		add_map(out, value);
	else if (value->type != DOCKET_NULL)
		json_add(out, value, 0, 0);
}

void
cell_add(struct text *out, const struct docket_value *value, const char *separator)
{
	if (value->type != DOCKET_LIST) {
		add_one(out, value);
		return;
	}
	for (size_t i = 0; i < value->count; i++) {
		if (i)
			text_add(out, docket_str(separator));
		add_one(out, &value->items[i]);
	}
}
