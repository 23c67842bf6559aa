/*
 * Trees of values that are put together here: memory for them, freed at once.
 */
#ifndef CLI_TREE_H
#define CLI_TREE_H

#include <docket/note.h>
#include <docket/report.h>

struct tree {
	struct tree_block *blocks;
};

/* `count` zeroed values. */
struct docket_value *tree_values(struct tree *tree, size_t count);

/* Makes the tree empty. */
void tree_free(struct tree *tree);

/* A copy that lives as long as the tree; recursive, as deep as the value. */
struct docket_value tree_copy(struct tree *tree, const struct docket_value *value);

/* A list of copies of all rows that come; `*err` says when they fail. */
struct docket_value tree_rows(
	struct tree *tree, const char *name, struct docket_rows *rows, struct docket_error *err);

/* Values of their kind; the name is a constant. What is empty, none or unknown is null. */
struct docket_value tree_text(const char *name, struct docket_str text);
struct docket_value tree_word(const char *name, const char *word);
struct docket_value tree_number(const char *name, long long number);
struct docket_value tree_date(struct tree *tree, const char *name, struct docket_date date);
struct docket_value tree_list(struct tree *tree, const char *name, struct docket_strs list);
struct docket_value tree_map(const char *name, const struct docket_value *items, size_t count);

#endif
