#include "query/presets.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

#define DATES                                                                      \
	"hide due date\nhide scheduled date\nhide start date\nhide created date\n" \
	"hide done date\nhide cancelled date"
#define OTHERS "hide id\nhide depends on\nhide recurrence rule\nhide on completion\nhide priority"
#define ELEMENTS "hide toolbar\nhide postpone button\nhide edit button\nhide backlinks"

static const struct {
	const char *name, *text;
} presets[] = {
	{ "this_file", "path includes {{query.file.path}}" },
	{ "this_folder", "folder includes {{query.file.folder}}" },
	{ "this_folder_only", "filter by function task.file.folder === query.file.folder" },
	{ "this_root", "root includes {{query.file.root}}" },
	{ "hide_date_fields", DATES },
	{ "hide_non_date_fields", OTHERS },
	{ "hide_query_elements", ELEMENTS },
	{ "hide_everything", DATES "\n" OTHERS "\n" ELEMENTS },
};

const struct query_preset *
presets_usual(struct arena *arena, size_t *count)
{
	struct query_preset *list = arena_array(arena, COUNT(presets), sizeof(*list));
	*count = COUNT(presets);
	for (size_t i = 0; i < *count; i++)
		list[i] = (struct query_preset){ str_from(presets[i].name),
			str_from(presets[i].text) };
	return list;
}
