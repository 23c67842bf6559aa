#include "query/clause.h"

#include "query/order.h"

#include <assert.h>

/* SQL of a filter, or of several that were put together. */
struct part {
	str sql;
	enum query_operation operation; /* that holds it together */
	size_t depth;                   /* of its brackets */
};

/* Those that wait for their operator. */
struct stack {
	LIST(struct part)
};

const char *
clause_parameter(struct arena *arena, size_t index)
{
	return str_format(arena, ":v%zu", index).bytes;
}

/* The constant with the field for each `@`, and for each `%` the next parameter from `value` on. */
static void
add_pattern(struct buffer *out, const char *pattern, const char *field, size_t value)
{
	for (; *pattern; pattern++) {
		if (*pattern == '@')
			buffer_add(out, str_from(field));
		else if (*pattern == '%')
			buffer_add(out, str_from(clause_parameter(out->arena, value++)));
		else
			buffer_add_char(out, *pattern);
	}
}

/* What a filter keeps, never NULL, so that NOT and <> can be applied to it. */
static str
write_token(struct clause *clause, const struct query_token *token)
{
	struct buffer out = { .arena = clause->sql.arena };
	size_t first = clause->values.count;
	buffer_add_char(&out, '(');
	for (size_t i = 0; i == 0 || (i < QUERY_FIELDS_MOST && token->fields[i]); i++) {
		buffer_add(&out, i ? STR(" OR ") : STR(""));
		add_pattern(&out, token->clause, token->fields[i], first);
	}
	if (token->also)
		buffer_format(&out, " OR %s", token->also);
	buffer_format(&out, ") IS %sTRUE", token->negative ? "NOT " : "");
	for (size_t i = 0; i < token->value_count; i++)
		*list_add(out.arena, &clause->values) = token->values[i];
	return out.text;
}

/* What is deeper stands first: there SQLite's parser keeps one bracket for each level. */
static struct part
join_two(struct arena *arena, enum query_operation operation, struct part left, struct part right)
{
	static const char *const words[] = {
		[QUERY_AND] = "AND",
		[QUERY_OR] = "OR",
		[QUERY_XOR] = "<>",
	};
	if (right.depth > left.depth) {
		struct part deeper = right;
		right = left;
		left = deeper;
	}
	bool chain = left.operation == operation;
	size_t depth = chain ? left.depth : left.depth + 1;
	return (struct part){ str_format(arena, chain ? "%.*s %s (%.*s)" : "(%.*s) %s (%.*s)",
				      STR_ARG(left.sql), words[operation], STR_ARG(right.sql)),
		operation, depth > right.depth ? depth : right.depth + 1 };
}

static void
join(struct arena *arena, struct stack *stack, enum query_operation operation)
{
	assert(stack->items && stack->count > (operation != QUERY_NOT));
	struct part *top = &stack->items[stack->count - 1];
	if (operation == QUERY_NOT) {
		*top = (struct part){ str_format(arena, "(%.*s) IS FALSE", STR_ARG(top->sql)),
			QUERY_NOT, top->depth + 1 };
		return;
	}
	stack->count--;
	top[-1] = join_two(arena, operation, top[-1], *top);
}

void
clause_add_filters(struct clause *clause, const struct query *query)
{
	struct arena *arena = clause->sql.arena;
	for (size_t i = 0; i < query->filters.count; i++) {
		const struct query_filter *filter = &query->filters.items[i];
		struct stack stack = { 0 };
		for (size_t k = 0; k < filter->count; k++)
			if (filter->items[k].operation == QUERY_LEAF)
				*list_add(arena, &stack) =
					(struct part){ write_token(clause, &filter->items[k]),
						QUERY_LEAF, 0 };
			else
				join(arena, &stack, filter->items[k].operation);
		assert(stack.items && stack.count == 1);
		buffer_format(&clause->sql, "\n\tAND (%.*s)", STR_ARG(stack.items[0].sql));
	}
}

void
clause_add_groups(struct clause *clause, const struct query *query)
{
	for (size_t i = 0; i < query->groups.count; i++)
		buffer_format(&clause->sql, ",\n\t%s", query->groups.items[i].value);
}

static void
add_order(struct clause *clause, const struct query_order *order)
{
	size_t value = clause->values.count;
	bool numbered = false;
	for (size_t i = 0; i < 2 && order->keys[i]; i++) {
		numbered = numbered || str_find_char(str_from(order->keys[i]), '%') != STR_NONE;
		add_pattern(&clause->sql, order->keys[i], "", value);
		buffer_add(&clause->sql, order->reverse ? STR(" DESC, ") : STR(", "));
	}
	if (numbered)
		*list_add(clause->sql.arena, &clause->values) =
			(struct query_value){ .kind = QUERY_NUMBER, .number = order->number };
}

void
clause_add_orders(struct clause *clause, const struct query *query)
{
	size_t count;
	const struct query_order *usual = order_usual(clause->sql.arena, &count);
	buffer_add(&clause->sql, STR("\nORDER BY "));
	for (size_t i = 0; i < query->orders.count; i++)
		add_order(clause, &query->orders.items[i]);
	for (size_t i = 0; i < count; i++)
		add_order(clause, &usual[i]);
	buffer_add(&clause->sql, STR("box.note, box.line"));
}

/* Whether "box.due" or "other.due" is there, and no longer name that begins so. */
static bool
names_column(str asked, str name)
{
	for (size_t at; (at = str_find(asked, name)) != STR_NONE;) {
		bool begins = at > 0 && asked.bytes[at - 1] == '.';
		asked = str_skip(asked, at + name.length);
		char next = asked.length ? asked.bytes[0] : 0;
		if (begins && !is_letter(next) && next != '_')
			return true;
	}
	return false;
}

void
clause_add_boxes(struct buffer *sql, str boxes, str asked)
{
	str line, name, mark = STR("-- column ");
	bool wanted = true;
	while (str_next_line(&boxes, &line)) {
		bool begins = str_starts(line, mark);
		name = str_skip(line, mark.length);
		if (begins || str_starts(line, STR("-- columns end")))
			wanted = !begins || names_column(asked, name);
		else if (wanted)
			buffer_format(sql, "%.*s\n", STR_ARG(line));
	}
	buffer_add(sql, asked);
}
