#include "query/filter.h"

#include "query/expand.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static str
whole_path(str path)
{
	return path;
}

/* Comparisons that many vaults have: of the task's file and of the one that holds the query. */
static const struct comparison {
	const char *task, *query;
	const char *clause;
	str (*take)(str path);
} comparisons[] = {
	{ "task.file.path", "query.file.path", "box.path = %", whole_path },
	{ "task.file.folder", "query.file.folder", "file_folder(box.path) = %", expand_folder },
};

/* Without `return`, brackets around all of it, and what ends it. */
static str
unwrap(str expression)
{
	expression = str_trim_space(expression);
	if (str_starts(expression, STR("return ")))
		expression = str_trim_space(str_skip(expression, 7));
	while (str_ends(expression, STR(";")))
		expression = str_trim_space(str_slice(expression, 0, expression.length - 1));
	while (str_starts(expression, STR("(")) && str_ends(expression, STR(")")))
		expression = str_trim_space(str_slice(expression, 1, expression.length - 1));
	return expression;
}

/* The text between quotes; false when it is something else. */
static bool
read_literal(str expression, str *literal)
{
	char quote = expression.length >= 2 ? expression.bytes[0] : 0;
	if (!quote || str_find_char(STR("'\"`"), quote) == STR_NONE)
		return false;
	*literal = str_slice(expression, 1, expression.length - 1);
	return expression.bytes[expression.length - 1] == quote &&
	       str_find_char(*literal, quote) == STR_NONE &&
	       str_find_char(*literal, '\\') == STR_NONE;
}

static bool
split_comparison(str expression, str *left, str *right)
{
	size_t equals = str_find(expression, STR("=="));
	if (equals == STR_NONE)
		return false;
	size_t behind = str_starts(str_skip(expression, equals), STR("===")) ? 3 : 2;
	*left = str_trim_space(str_slice(expression, 0, equals));
	*right = str_trim_space(str_skip(expression, equals + behind));
	return true;
}

/* What the task's side is compared with; absent when the two sides are something else. */
static str
other_side(struct query_reader *reader, const struct comparison *comparison, str left, str right)
{
	str literal, task = str_from(comparison->task);
	str other = str_equal(left, task) ? right : str_equal(right, task) ? left : (str){ 0 };
	if (read_literal(other, &literal))
		return literal;
	if (!str_equal(other, str_from(comparison->query)) || !reader->text->file)
		return (str){ 0 };
	return comparison->take(reader->text->file->path);
}

enum query_answer
filter_read_function(struct query_reader *reader, str text, struct query_filter *filter)
{
	str left, right, expression = text;
	if (!take_nocase(&expression, "filter by function "))
		return QUERY_OTHER;
	bool compares = split_comparison(unwrap(expression), &left, &right);
	for (size_t i = 0; compares && i < COUNT(comparisons); i++) {
		str value = other_side(reader, &comparisons[i], left, right);
		if (!value.bytes)
			continue;
		struct query_token *token = filter_add(reader, text, filter);
		token->clause = comparisons[i].clause;
		filter_bind_text(token, value);
		return QUERY_READ;
	}
	return refuse(reader,
		"'%.*s' is JavaScript, which docket does not run; in a note it knows "
		"'task.file.path === query.file.path' and 'task.file.folder === "
		"query.file.folder'",
		STR_ARG(text));
}
