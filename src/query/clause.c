#include "query/clause.h"

#include "query/order.h"

#include <assert.h>
#include <string.h>

/* SQL of a filter, or of filters joined. */
struct node {
	enum query_operation operation;
	str text;
	size_t depth; /* of the brackets in it */
};

/* Those that wait for their operator. */
struct stack {
	LIST(struct node)
};

/* What SQL calls the operators, and which of them bind tighter. */
static const struct {
	const char *word;
	int rank;
} operators[] = {
	[QUERY_LEAF] = { "", 3 },
	[QUERY_NOT] = { "", 3 },
	[QUERY_AND] = { "AND", 2 },
	[QUERY_OR] = { "OR", 1 },
	[QUERY_XOR] = { "<>", 3 },
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

/* SQLite's parser has little room for brackets: where SQL needs none, there are none. */
static struct node
as_part(struct arena *arena, const struct node *node, enum query_operation of)
{
	bool chain = node->operation == of && of != QUERY_NOT;
	if (chain || operators[node->operation].rank > operators[of].rank)
		return *node;
	return (struct node){ .text = str_format(arena, "(%.*s)", STR_ARG(node->text)),
		.depth = node->depth + 1 };
}

/* The part with more brackets comes first, so that they open before anything else waits. */
static struct node
join(struct arena *arena, enum query_operation operation, struct node left, struct node right)
{
	struct node a = as_part(arena, &left, operation), b = as_part(arena, &right, operation);
	bool turned = b.depth > a.depth;
	const struct node *first = turned ? &b : &a, *second = turned ? &a : &b;
	return (struct node){ operation,
		str_format(arena, "%.*s %s %.*s", STR_ARG(first->text), operators[operation].word,
			STR_ARG(second->text)),
		first->depth };
}

static struct node
negate(struct arena *arena, const struct node *node)
{
	struct node part = as_part(arena, node, QUERY_NOT);
	return (struct node){ QUERY_NOT, str_format(arena, "%.*s IS FALSE", STR_ARG(part.text)),
		part.depth };
}

static struct node
write_filter(struct clause *clause, const struct query_filter *filter)
{
	struct arena *arena = clause->sql.arena;
	struct stack stack = { 0 };
	for (size_t i = 0; i < filter->count; i++) {
		enum query_operation operation = filter->items[i].operation;
		if (operation == QUERY_LEAF) {
			str text = write_token(clause, &filter->items[i]);
			*list_add(arena, &stack) = (struct node){ QUERY_LEAF, text, 1 };
			continue;
		}
		assert(stack.items && stack.count > (operation != QUERY_NOT));
		struct node *last = stack.items + stack.count;
		if (operation == QUERY_NOT) {
			last[-1] = negate(arena, &last[-1]);
			continue;
		}
		last[-2] = join(arena, operation, last[-2], last[-1]);
		stack.count--;
	}
	assert(stack.items && stack.count == 1);
	return stack.items[0];
}

void
clause_add_filters(struct clause *clause, const struct query *query)
{
	for (size_t i = 0; i < query->filters.count; i++) {
		struct node node = write_filter(clause, &query->filters.items[i]);
		buffer_format(&clause->sql, "\n\tAND (%.*s)", STR_ARG(node.text));
	}
}

void
clause_add_groups(struct clause *clause, const struct query *query)
{
	for (size_t i = 0; i < query->groups.count; i++)
		buffer_format(&clause->sql, ",\n\t%s", query->groups.items[i].value);
}

/* The column of the value, which is added when it is not there yet. */
static size_t
take_column(struct clause *clause, str value)
{
	size_t at = 0;
	while (at < clause->columns.count && !str_equal(clause->columns.items[at], value))
		at++;
	if (at == clause->columns.count) {
		*list_add(clause->sql.arena, &clause->columns) = value;
		buffer_format(&clause->sql, ",\n\t%.*s", STR_ARG(value));
	}
	return at;
}

static bool
has_path(const struct clause *clause)
{
	for (size_t i = 0; i < clause->keys.count; i++)
		if (clause->keys.items[i].kind == QUERY_KEY_PATH)
			return true;
	return false;
}

static void
add_key(struct clause *clause, const struct query_key *key, bool reverse)
{
	/* One path has decided. */
	if (key->kind == QUERY_KEY_PATH && has_path(clause))
		return;
	struct clause_key *added = list_add(clause->sql.arena, &clause->keys);
	*added = (struct clause_key){ .kind = key->kind, .reverse = reverse };
	for (size_t i = 0; i < QUERY_KEY_VALUES_MOST && key->values[i]; i++) {
		struct buffer value = { .arena = clause->sql.arena };
		add_pattern(&value, key->values[i], "", clause->values.count);
		added->columns[added->count++] = take_column(clause, value.text);
	}
}

static void
add_order(struct clause *clause, const struct query_order *order)
{
	const char *value = order->key.values[0];
	add_key(clause, &order->key, order->reverse);
	if (value && strchr(value, '%'))
		*list_add(clause->sql.arena, &clause->values) =
			(struct query_value){ .kind = QUERY_NUMBER, .number = order->number };
}

void
clause_add_keys(struct clause *clause, const struct query *query)
{
	static const struct query_key line = { QUERY_KEY_NUMBER, { "box.line" } };
	size_t count;
	const struct query_order *usual = order_usual(clause->sql.arena, &count);
	for (size_t i = 0; i < query->orders.count; i++)
		add_order(clause, &query->orders.items[i]);
	for (size_t i = 0; i < count; i++)
		add_order(clause, &usual[i]);
	add_key(clause, &line, false);
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
