#include "asked.h"

#include "asked_task.h"
#include "text.h"
#include "tree.h"

#include <stdlib.h>
#include <string.h>

enum { OWN_COLUMNS = 3 };

/* Rows of all queries, one behind the other. */
struct rows {
	const struct asked *asked;
	size_t count, at;
	const struct docket_answer_group *group; /* NULL: the next query begins */
	struct tree tree;                        /* of the current row */
	struct docket_value row;
};

/* The symbol in the box alone, as in reports. */
static struct docket_value
plain_status(const struct docket_value *status)
{
	const struct docket_value *symbol = docket_value_get(status, "symbol");
	return symbol ? tree_text("status", symbol->text) : tree_word("status", NULL);
}

/* The query's block, the heading above it, and the group; then the task. */
static const struct docket_value *
make_row(struct rows *rows, const struct docket_value *task, struct docket_strs headings)
{
	const struct asked *asked = &rows->asked[rows->at];
	tree_free(&rows->tree);
	size_t count = OWN_COLUMNS;
	struct docket_value *items = tree_values(&rows->tree, count + task->count);
	items[0] = asked->line ? tree_number("query", asked->line) : tree_word("query", NULL);
	items[1] = tree_text("query_heading", asked->heading);
	items[2] = tree_list(&rows->tree, "group", headings);
	for (size_t i = 0; i < task->count; i++) {
		const struct docket_value *item = &task->items[i];
		if (!asked_is_own(item->name))
			items[count++] = text_is(item->name, "status") ? plain_status(item) : *item;
	}
	rows->row = tree_map(NULL, items, count);
	return &rows->row;
}

static const struct docket_value *
next_row(void *context, struct docket_error *err)
{
	struct rows *rows = context;
	for (; rows->at < rows->count; rows->at++, rows->group = NULL) {
		struct docket_answer *answer = rows->asked[rows->at].answer;
		while (answer &&
			(rows->group || (rows->group = docket_answer_next_group(answer)))) {
			const struct docket_value *task = docket_answer_next_task(answer, err);
			if (task)
				return make_row(rows, task, rows->group->headings);
			if (err->code)
				return NULL;
			rows->group = NULL;
		}
	}
	return NULL;
}

bool
asked_write_rows(
	const struct page *page, const struct asked *asked, size_t count, struct docket_error *err)
{
	struct rows rows = { .asked = asked, .count = count };
	struct docket_value none = { .type = DOCKET_MAP };
	const struct docket_value *task = &none;
	for (size_t i = 0; i < count && task == &none; i++)
		if (asked[i].answer)
			task = docket_answer_columns(asked[i].answer);
	struct docket_value columns = *make_row(&rows, task, (struct docket_strs){ 0 });
	struct tree tree = rows.tree;
	rows.tree = (struct tree){ 0 };
	struct source source = { .next = next_row, .context = &rows, .columns = &columns };
	bool done = page_write_from(page, &source, NULL, err);
	tree_free(&rows.tree);
	tree_free(&tree);
	return done;
}
