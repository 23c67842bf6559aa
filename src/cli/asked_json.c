#include "asked.h"

#include "asked_task.h"
#include "fault.h"
#include "json.h"
#include "text.h"
#include "tree.h"

#include <string.h>

enum { INDENT = 2, DEPTH_QUERY = 2, DEPTH_GROUP = 4, DEPTH_TASK = 6 };

static void
write_out(const struct page *page, struct text *text)
{
	fwrite(text->bytes, 1, text->length, page->out);
	text_clear(text);
}

static void
add_line(struct text *out, const char *before, int depth)
{
	text_add(out, docket_str(before));
	text_add_char(out, '\n');
	for (int i = 0; i < depth * INDENT; i++)
		text_add_char(out, ' ');
}

static void
add_key(struct text *out, const char *before, int depth, const char *key)
{
	add_line(out, before, depth);
	text_format(out, "\"%s\": ", key);
}

static void
add_text_or_null(struct text *out, struct docket_str text)
{
	if (text.length)
		json_add_text(out, text);
	else
		text_add(out, docket_str("null"));
}

static void
add_number(struct text *out, bool known, unsigned long long number)
{
	if (known)
		text_format(out, "%llu", number);
	else
		text_add(out, docket_str("null"));
}

/* The task as docket parse has it. */
static void
add_task(struct text *out, const struct docket_value *task)
{
	struct tree tree = { 0 };
	struct docket_value *items = tree_values(&tree, task->count);
	size_t count = 0;
	for (size_t i = 0; i < task->count; i++)
		if (!asked_is_own(task->items[i].name))
			items[count++] = task->items[i];
	struct docket_value parsed = tree_map(NULL, items, count);
	json_add(out, &parsed, INDENT, DEPTH_TASK);
	tree_free(&tree);
}

static bool
write_group(const struct page *page, struct text *out, struct docket_answer *answer,
	const struct docket_answer_group *group, struct docket_error *err)
{
	const struct docket_value *task;
	size_t count = 0;
	add_line(out, "", DEPTH_GROUP);
	add_key(out, "{", DEPTH_GROUP + 1, "headings");
	text_add_char(out, '[');
	for (size_t i = 0; i < group->headings.count; i++) {
		text_add(out, docket_str(i ? ", " : ""));
		json_add_text(out, group->headings.items[i]);
	}
	add_key(out, "],", DEPTH_GROUP + 1, "tasks");
	text_add_char(out, '[');
	while ((task = docket_answer_next_task(answer, err))) {
		add_line(out, count++ ? "," : "", DEPTH_TASK);
		add_task(out, task);
		write_out(page, out);
	}
	add_line(out, "", DEPTH_GROUP + 1);
	text_add_char(out, ']');
	add_line(out, "", DEPTH_GROUP);
	text_add_char(out, '}');
	return !err->code;
}

static void
add_head(struct text *out, const struct asked *asked)
{
	const struct docket_answer *answer = asked->answer;
	int depth = DEPTH_QUERY + 1;
	add_key(out, "{", depth, "path");
	add_text_or_null(out, docket_str(asked->path));
	add_key(out, ",", depth, "line");
	add_number(out, asked->line, (unsigned)asked->line);
	add_key(out, ",", depth, "error");
	add_text_or_null(out, answer ? docket_str("") : docket_str(asked->err.message));
	add_key(out, ",", depth, "total");
	add_number(out, answer, answer ? answer->total : 0);
	add_key(out, ",", depth, "shown");
	add_number(out, answer, answer ? answer->shown : 0);
	add_key(out, ",", depth, "explanation");
	add_text_or_null(out, answer ? answer->explanation : docket_str(""));
	add_key(out, ",", depth, "groups");
	text_add_char(out, '[');
}

static bool
write_query(const struct page *page, struct text *out, const struct asked *asked,
	struct docket_error *err)
{
	const struct docket_answer_group *group;
	size_t count = 0;
	add_head(out, asked);
	while (asked->answer && (group = docket_answer_next_group(asked->answer))) {
		text_add(out, docket_str(count++ ? "," : ""));
		if (!write_group(page, out, asked->answer, group, err))
			return false;
	}
	if (count)
		add_line(out, "", DEPTH_QUERY + 1);
	text_add_char(out, ']');
	add_line(out, "", DEPTH_QUERY);
	text_add_char(out, '}');
	write_out(page, out);
	return true;
}

bool
asked_write_json(
	const struct page *page, const struct asked *asked, size_t count, struct docket_error *err)
{
	struct text out = { 0 };
	bool done = true;
	text_add(&out, docket_str("{\n  \"queries\": ["));
	for (size_t i = 0; done && i < count; i++) {
		add_line(&out, i ? "," : "", DEPTH_QUERY);
		done = write_query(page, &out, &asked[i], err);
	}
	if (count)
		add_line(&out, "", 1);
	text_add(&out, docket_str("]\n}\n"));
	write_out(page, &out);
	text_free(&out);
	return done;
}
