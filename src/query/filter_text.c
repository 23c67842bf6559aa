#include "query/filter.h"

#include "base/utf8.h"
#include "query/regex.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* Which operators a field has besides the common ones. */
enum { PLURAL = 1, NAMED = 2 };

/* clang-format off */
static const struct field {
	const char *name;
	const char *field; /* SQL; never NULL unless a list */
	bool list;         /* JSON: one of its texts fits */
	unsigned operators;
	enum query_value_kind kind; /* of a name */
	const char *clause;         /* of `is NAME` */
} fields[] = {
	{ "status.name", "box.status_name", false, 0, QUERY_TEXT, NULL },
	{ "description", "box.description", false, 0, QUERY_TEXT, NULL },
	{ "tags", "box.tags", true, PLURAL, QUERY_TEXT, NULL },
	{ "tag", "box.tags", true, PLURAL, QUERY_TEXT, NULL },
	{ "heading", "box.heading", false, 0, QUERY_TEXT, NULL },
	{ "path", "box.path", false, 0, QUERY_TEXT, NULL },
	{ "filename", "file_name(box.path)", false, 0, QUERY_TEXT, NULL },
	{ "folder", "file_folder(box.path)", false, 0, QUERY_TEXT, NULL },
	{ "root", "file_root(box.path)", false, 0, QUERY_TEXT, NULL },
	{ "id", "coalesce(box.task_id, '')", false, 0, QUERY_TEXT, NULL },
	{ "recurrence", "coalesce(box.recurrence, '')", false, 0, QUERY_TEXT, NULL },
	{ "owner", "box.owner", true, NAMED, QUERY_PERSON,
		"box.id IN (SELECT mention FROM mention_owner WHERE person IN (SELECT value FROM json_each(%)))" },
	{ "account", "coalesce(box.account, '')", false, NAMED, QUERY_ACCOUNT,
		"box.account_id IN (SELECT value FROM json_each(%))" },
	{ "person", "box.person", true, NAMED, QUERY_PERSON,
		"box.note IN (SELECT note FROM note_person WHERE person IN (SELECT value FROM json_each(%)))" },
	{ "project", "coalesce(box.project, '')", false, NAMED, QUERY_PROJECT,
		"box.project_id IN (SELECT value FROM json_each(%))" },
	{ "meeting", "box.meeting_names", true, 0, QUERY_TEXT, NULL },
	{ "series", "coalesce(box.series, '')", false, NAMED, QUERY_SERIES,
		"box.series_note IN (SELECT value FROM json_each(%))" },
};

/* What is asked; clauses of a text, and of a list. */
static const struct operator {
	const char *words;
	unsigned only; /* for fields with one of these; 0: for all */
	bool regex;
	const char *clause, *list;
} operators[] = {
	{ "includes", 0, false, "includes(%, @)", "any_includes(%, @)" },
	{ "does not include", 0, false, "NOT includes(%, @)", "NOT any_includes(%, @)" },
	{ "regex matches", 0, true, "matches(%, @, %)", "any_matches(%, @, %)" },
	{ "regex does not match", 0, true, "NOT matches(%, @, %)", "NOT any_matches(%, @, %)" },
	{ "include", PLURAL, false, NULL, "any_includes(%, @)" },
	{ "do not include", PLURAL, false, NULL, "NOT any_includes(%, @)" },
};
/* clang-format on */

/* Whether it is a regular expression; the store makes it again, for it cannot be bound. */
static bool
check_regex(struct query_reader *reader, str text, str written)
{
	struct docket_error problem = { 0 };
	struct regex *regex = regex_new(written, &problem);
	regex_free(regex);
	return regex ||
	       line_fail(reader->line, reader->err, "'%.*s': %s", STR_ARG(text), problem.message);
}

/* "'a+' with flag 'i'", for what the store will look for. */
static str
explain_regex(struct arena *arena, str written)
{
	size_t end = str_find_last_char(written, '/');
	str flags = str_skip(written, end + 1);
	str pattern = str_slice(written, 1, end);
	if (!flags.length)
		return str_format(arena, "using regex: '%.*s' with no flags", STR_ARG(pattern));
	return str_format(arena, "using regex: '%.*s' with flag%s '%.*s'", STR_ARG(pattern),
		flags.length > 1 ? "s" : "", STR_ARG(flags));
}

/* A statement: its field, and what stands behind that. */
struct statement {
	str text, rest;
	const struct field *field;
};

/* `value` is what stands behind the operator. */
static enum query_answer
read_operator(struct query_reader *reader, const struct statement *statement,
	const struct operator* operator, str value, struct query_filter *filter)
{
	struct arena *arena = reader->query->arena;
	if (operator->regex && !check_regex(reader, statement->text, value))
		return QUERY_REFUSED;
	struct query_token *token = filter_add(reader, statement->text, filter);
	token->clause = statement->field->list ? operator->list : operator->clause;
	token->fields[0] = statement->field->field;
	token->meaning = operator->regex ? explain_regex(arena, value) : (str){ 0 };
	filter_bind_text(token, operator->regex ? value : utf8_lower(arena, value));
	if (operator->regex)
		filter_bind_text(token, line_place(arena, reader->line, (str){ 0 }));
	return QUERY_READ;
}

/* "owner is NAME", "account is not NAME" */
static enum query_answer
read_name(
	struct query_reader *reader, const struct statement *statement, struct query_filter *filter)
{
	str rest = statement->rest;
	const struct field *field = statement->field;
	if (!(field->operators & NAMED) || !take_nocase(&rest, "is "))
		return QUERY_OTHER;
	bool negative = take_nocase(&rest, "not ");
	struct query_token *token = filter_add(reader, statement->text, filter);
	token->clause = field->clause;
	filter_bind_text(token, str_trim(rest));
	token->values[0].kind = field->kind;
	token->values[0].place = line_place(reader->query->arena, reader->line, (str){ 0 });
	token->negative = negative;
	return QUERY_READ;
}

static enum query_answer
read_field(
	struct query_reader *reader, const struct statement *statement, struct query_filter *filter)
{
	for (size_t i = 0; i < COUNT(operators); i++) {
		str value = statement->rest;
		unsigned only = operators[i].only;
		bool there = !only || (only & statement->field->operators);
		if (there && take_nocase(&value, operators[i].words) && str_starts(value, STR(" ")))
			return read_operator(
				reader, statement, &operators[i], str_skip(value, 1), filter);
	}
	return read_name(reader, statement, filter);
}

enum query_answer
filter_read_text(struct query_reader *reader, str text, struct query_filter *filter)
{
	enum query_answer answer = QUERY_OTHER;
	for (size_t i = 0; answer == QUERY_OTHER && i < COUNT(fields); i++) {
		struct statement statement = { .text = text, .rest = text, .field = &fields[i] };
		if (take_nocase(&statement.rest, fields[i].name) &&
			take_nocase(&statement.rest, " "))
			answer = read_field(reader, &statement, filter);
	}
	return answer;
}
