/* A query in other words: each statement, and what it was understood to be. */
#include "query/query.h"

#include <assert.h>

/* A filter, or an operator with what it works upon: each one a text of some lines. */
struct node {
	enum query_operation operation;
	str text; /* of a filter */
	struct {
		LIST(str)
	} parts; /* of an operator */
};

struct stack {
	struct arena *arena;
	LIST(struct node)
};

static const char *const names[] = {
	[QUERY_NOT] = "NOT:",
	[QUERY_AND] = "AND (All of):",
	[QUERY_OR] = "OR (At least one of):",
	[QUERY_XOR] = "XOR (Exactly one of):",
};

/* Adds the lines of a text, two columns further in. */
static void
add_inside(struct buffer *out, str text)
{
	for (str line; str_next_line(&text, &line);)
		buffer_format(out, "  %.*s\n", STR_ARG(line));
}

static str
write_filter(struct arena *arena, const struct query_token *token)
{
	struct buffer out = { .arena = arena };
	buffer_format(
		&out, "%.*s%s\n", STR_ARG(token->statement), token->meaning.length ? " =>" : "");
	add_inside(&out, token->meaning);
	return out.text;
}

static str
write_node(struct arena *arena, const struct node *node)
{
	if (node->operation == QUERY_LEAF)
		return node->text;
	struct buffer out = { .arena = arena };
	buffer_format(&out, "%s\n", names[node->operation]);
	for (size_t i = 0; i < node->parts.count; i++)
		add_inside(&out, node->parts.items[i]);
	return out.text;
}

/* What the same operator joins already is written as one list. */
static void
add_part(struct stack *stack, struct node *joined, const struct node *part)
{
	bool same = part->operation == joined->operation && joined->operation != QUERY_NOT;
	for (size_t i = 0; same && i < part->parts.count; i++)
		*list_add(stack->arena, &joined->parts) = part->parts.items[i];
	if (!same)
		*list_add(stack->arena, &joined->parts) = write_node(stack->arena, part);
}

static void
join(struct stack *stack, enum query_operation operation)
{
	struct node joined = { .operation = operation };
	size_t count = operation == QUERY_NOT ? 1 : 2;
	assert(stack->items && stack->count >= count);
	for (size_t i = stack->count - count; i < stack->count; i++)
		add_part(stack, &joined, &stack->items[i]);
	stack->count -= count;
	*list_add(stack->arena, stack) = joined;
}

static str
explain_filter(struct arena *arena, const struct query_filter *filter)
{
	struct stack stack = { .arena = arena };
	for (size_t i = 0; i < filter->count; i++) {
		const struct query_token *token = &filter->items[i];
		if (token->operation == QUERY_LEAF)
			*list_add(arena, &stack) =
				(struct node){ .text = write_filter(arena, token) };
		else
			join(&stack, token->operation);
	}
	assert(stack.items && stack.count == 1);
	return write_node(arena, &stack.items[0]);
}

/* A combination is told by its parts; a single filter that stands alone by itself. */
static void
add_filter(struct buffer *out, const struct query_filter *filter)
{
	str explained = explain_filter(out->arena, filter);
	const struct query_token *only = &filter->items[0];
	if (filter->count == 1 && str_equal(only->statement, filter->statement)) {
		buffer_add(out, explained);
	} else {
		buffer_format(out, "%.*s =>\n", STR_ARG(filter->statement));
		add_inside(out, explained);
	}
	buffer_add_char(out, '\n');
}

static void
add_limit(struct buffer *out, long long limit, const char *where)
{
	if (limit >= 0)
		buffer_format(out, "At most %lld task%s%s.\n", limit, limit == 1 ? "" : "s", where);
}

str
query_explain(const struct query *query)
{
	struct buffer out = { .arena = query->arena };
	for (size_t i = 0; i < query->filters.count; i++)
		add_filter(&out, &query->filters.items[i]);
	if (!query->filters.count)
		buffer_add(&out, STR("No filters: all tasks match.\n\n"));
	for (size_t i = 0; i < query->groups.count; i++)
		buffer_format(&out, "%.*s\n", STR_ARG(query->groups.items[i].statement));
	for (size_t i = 0; i < query->orders.count; i++)
		buffer_format(&out, "%.*s\n", STR_ARG(query->orders.items[i].statement));
	for (size_t i = 0; i < query->layout.count; i++)
		buffer_format(&out, "%.*s\n", STR_ARG(query->layout.items[i]));
	add_limit(&out, query->limit, "");
	add_limit(&out, query->group_limit, query->groups.count ? " in each group" : "");
	return out.text;
}
