#include "read/task_like.h"

#include "read/fields.h"

/* "- [ ] text", with a blank behind the box, and some text. */
static bool
looks_like_task(str line)
{
	str symbol, body;
	if (str_find(line, STR(" [")) == STR_NONE || !fields_split_box(line, &symbol, &body))
		return false;
	return body.length && body.bytes[-1] == ' ';
}

void
task_like_check(str body, int first_line, const struct outline *outline, struct remarks *remarks)
{
	int count = 0, first = 0;
	size_t next = 0;
	str line;
	for (int at = first_line; str_next_line(&body, &line); at++) {
		while (next < outline->count && outline->items[next].line < at)
			next++;
		bool read = next < outline->count && outline->items[next].line == at;
		if (read || !looks_like_task(line))
			continue;
		first = count ? first : at;
		count++;
	}
	if (count)
		remark(remarks, first, DOCKET_REMARK_TASK_LIKE,
			"%d %s like %s but %s in code, a comment or HTML, so neither Obsidian nor "
			"docket counts %s; take %s out if %s meant",
			count, count == 1 ? "line looks" : "lines look",
			count == 1 ? "a task" : "tasks", count == 1 ? "stands" : "stand",
			count == 1 ? "it" : "them", count == 1 ? "it" : "them",
			count == 1 ? "it is" : "they are");
}
