#include "tree.h"

#include "text.h"

#include <stdlib.h>
#include <string.h>

struct tree_block {
	struct tree_block *next;
	struct docket_value values[];
};

struct docket_value *
tree_values(struct tree *tree, size_t count)
{
	struct tree_block *block =
		text_array(1, sizeof(*block) + count * sizeof(struct docket_value));
	block->next = tree->blocks;
	tree->blocks = block;
	return block->values;
}

void
tree_free(struct tree *tree)
{
	while (tree->blocks) {
		struct tree_block *next = tree->blocks->next;
		free(tree->blocks);
		tree->blocks = next;
	}
}

static struct docket_str
copy_text(struct tree *tree, struct docket_str text)
{
	if (!text.bytes)
		return text;
	size_t count = text.length / sizeof(struct docket_value) + 1;
	char *bytes = (char *)tree_values(tree, count);
	memcpy(bytes, text.bytes, text.length);
	return (struct docket_str){ bytes, text.length };
}

struct docket_value // NOLINTNEXTLINE(misc-no-recursion)
tree_copy(struct tree *tree, const struct docket_value *value)
{
	struct docket_value copy = *value;
	copy.name = copy_text(tree, value->name);
	copy.text = copy_text(tree, value->text);
	struct docket_value *items = tree_values(tree, value->count);
	for (size_t i = 0; i < value->count; i++)
		items[i] = tree_copy(tree, &value->items[i]);
	copy.items = items;
	return copy;
}

struct docket_value
tree_rows(struct tree *tree, const char *name, struct docket_rows *rows, struct docket_error *err)
{
	struct docket_value *copies = NULL;
	const struct docket_value *row;
	size_t count = 0, capacity = 0;
	while ((row = docket_rows_next(rows, err))) {
		copies = text_grow(copies, count + 1, &capacity, sizeof(*copies));
		copies[count++] = tree_copy(tree, row);
	}
	struct docket_value *items = tree_values(tree, count);
	if (count)
		memcpy(items, copies, count * sizeof(*items));
	free(copies);
	return (struct docket_value){
		.type = DOCKET_LIST, .name = docket_str(name), .items = items, .count = count
	};
}

struct docket_value
tree_text(const char *name, struct docket_str text)
{
	return (struct docket_value){ .type = text.length ? DOCKET_TEXT : DOCKET_NULL,
		.name = docket_str(name),
		.text = text };
}

struct docket_value
tree_word(const char *name, const char *word)
{
	return tree_text(name, docket_str(word));
}

struct docket_value
tree_number(const char *name, long long number)
{
	return (struct docket_value){
		.type = DOCKET_NUMBER, .name = docket_str(name), .number = number
	};
}

struct docket_value
tree_date(struct tree *tree, const char *name, struct docket_date date)
{
	if (!docket_date_exists(date))
		return tree_word(name, NULL);
	/* A value is large enough to hold the text of a day. */
	char *text = (char *)tree_values(tree, 1);
	docket_date_format(date, text);
	return (struct docket_value){
		.type = DOCKET_DATE, .name = docket_str(name), .text = docket_str(text)
	};
}

struct docket_value
tree_list(struct tree *tree, const char *name, struct docket_strs list)
{
	struct docket_value *items = tree_values(tree, list.count);
	for (size_t i = 0; i < list.count; i++)
		items[i] = (struct docket_value){ .type = DOCKET_TEXT, .text = list.items[i] };
	return (struct docket_value){
		.type = DOCKET_LIST, .name = docket_str(name), .items = items, .count = list.count
	};
}

struct docket_value
tree_map(const char *name, const struct docket_value *items, size_t count)
{
	return (struct docket_value){
		.type = DOCKET_MAP, .name = docket_str(name), .items = items, .count = count
	};
}
