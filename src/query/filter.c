#include "query/filter.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

#define FINISHED "('DONE', 'CANCELLED', 'NON_TASK')"
#define UNFINISHED_OTHER "other.status_type NOT IN " FINISHED

/* Some unfinished task waits for this one. */
#define BLOCKING                                                                       \
	"box.status_type NOT IN " FINISHED " AND box.task_id IN (SELECT needed.value " \
	"FROM waiting AS other, json_each(other.depends_on) AS needed "                \
	"WHERE " UNFINISHED_OTHER ")"

/* It waits for some unfinished task. */
#define BLOCKED                                                                           \
	"box.status_type NOT IN " FINISHED " AND box.depends_on IS NOT NULL AND EXISTS (" \
	"SELECT 1 FROM json_each(box.depends_on) AS needed WHERE needed.value IN ("       \
	"SELECT other.task_id FROM box AS other "                                         \
	"WHERE other.task_id IS NOT NULL AND " UNFINISHED_OTHER "))"

/* Filters of fixed words. */
/* clang-format off */
static const struct words {
	const char *words;
	const char *clause;
	const char *meaning; /* NULL: the words say it */
} words[] = {
	{ "done", "box.status_type IN " FINISHED, "status type is DONE or CANCELLED or NON_TASK" },
	{ "not done", "box.status_type NOT IN " FINISHED, "status type is TODO or IN_PROGRESS or ON_HOLD" },
	{ "is recurring", "box.recurrence IS NOT NULL", NULL },
	{ "is not recurring", "box.recurrence IS NULL", NULL },
	{ "has tag", "box.tags IS NOT NULL", NULL },
	{ "has tags", "box.tags IS NOT NULL", NULL },
	{ "no tag", "box.tags IS NULL", NULL },
	{ "no tags", "box.tags IS NULL", NULL },
	{ "has id", "box.task_id IS NOT NULL", NULL },
	{ "no id", "box.task_id IS NULL", NULL },
	{ "has depends on", "box.depends_on IS NOT NULL", NULL },
	{ "no depends on", "box.depends_on IS NULL", NULL },
	{ "is blocking", BLOCKING, NULL },
	{ "is not blocking", "(" BLOCKING ") IS NOT TRUE", NULL },
	{ "is blocked", BLOCKED, NULL },
	{ "is not blocked", "(" BLOCKED ") IS NOT TRUE", NULL },
	{ "exclude sub-items", "NOT box.indented", NULL },
	{ "has owner", "box.owner IS NOT NULL", NULL },
	{ "no owner", "box.owner IS NULL", NULL },
	{ "has account", "box.account_id IS NOT NULL", NULL },
	{ "no account", "box.account_id IS NULL", NULL },
	{ "has person", "box.person IS NOT NULL", NULL },
	{ "no person", "box.person IS NULL", NULL },
	{ "has project", "box.project_id IS NOT NULL", NULL },
	{ "no project", "box.project_id IS NULL", NULL },
	{ "has series", "box.series IS NOT NULL", NULL },
	{ "no series", "box.series IS NULL", NULL },
};

static const char *const types[] = {
	"TODO", "IN_PROGRESS", "ON_HOLD", "DONE", "CANCELLED", "NON_TASK",
};

static const struct {
	const char *name;
	long long number; /* of enum docket_priority */
} priorities[] = {
	{ "lowest", -2 }, { "low", -1 }, { "none", 0 }, { "medium", 1 }, { "high", 2 }, { "highest", 3 },
};

static const struct {
	const char *word, *clause;
} comparisons[] = {
	{ "above", "box.priority > %" },
	{ "below", "box.priority < %" },
	{ "not", "box.priority <> %" },
	{ "", "box.priority = %" },
};

/* clang-format on */

/* Begins of the other filters, for "did you mean". */
static const char *const examples[] = { "status.type is", "status.type is not", "priority is",
	"priority above", "priority below", "priority is not", "filter by function",
	"status.name includes", "description includes", "description does not include",
	"description regex matches", "tags include", "tags do not include", "tag includes",
	"heading includes", "path includes", "path does not include", "path regex matches",
	"filename includes", "folder includes", "folder does not include", "root includes",
	"id includes", "recurrence includes", "owner is", "owner includes", "account is",
	"account includes", "person is", "person includes", "project is", "project includes",
	"meeting includes", "series is", "series includes", "has due date", "no due date",
	"due date is invalid", "due before", "due after", "due on", "due today", "due in",
	"due this week", "has scheduled date", "no scheduled date", "scheduled before",
	"scheduled after", "scheduled on", "has start date", "no start date", "starts before",
	"starts after", "has created date", "created before", "created after", "has done date",
	"done before", "done after", "done on", "has cancelled date", "cancelled before",
	"cancelled after", "has happens date", "happens before", "happens after", "happens on",
	"happens today", "happens this week" };

struct query_token *
filter_add(struct query_reader *reader, str text, struct query_filter *filter)
{
	struct query_token *token = list_add(reader->query->arena, filter);
	*token = (struct query_token){ .statement = text };
	return token;
}

void
filter_bind_text(struct query_token *token, str text)
{
	token->values[token->value_count++] =
		(struct query_value){ .kind = QUERY_TEXT, .text = text };
}

void
filter_bind_number(struct query_token *token, long long number)
{
	token->values[token->value_count++] =
		(struct query_value){ .kind = QUERY_NUMBER, .number = number };
}

static enum query_answer
read_words(struct query_reader *reader, str text, struct query_filter *filter)
{
	for (size_t i = 0; i < COUNT(words); i++) {
		if (!str_equal_nocase(text, str_from(words[i].words)))
			continue;
		struct query_token *token = filter_add(reader, text, filter);
		token->clause = words[i].clause;
		token->meaning = str_from(words[i].meaning);
		return QUERY_READ;
	}
	return QUERY_OTHER;
}

static enum query_answer
read_status_type(struct query_reader *reader, str text, struct query_filter *filter)
{
	str rest = text;
	if (!take_nocase(&rest, "status.type"))
		return QUERY_OTHER;
	bool negative = take_nocase(&rest, " is not ");
	if (!negative && !take_nocase(&rest, " is "))
		return refuse(reader, "'%.*s': status.type takes 'is TYPE' or 'is not TYPE'",
			STR_ARG(text));
	for (size_t i = 0; i < COUNT(types); i++) {
		if (!str_equal_nocase(rest, str_from(types[i])))
			continue;
		struct query_token *token = filter_add(reader, text, filter);
		token->clause = negative ? "box.status_type <> %" : "box.status_type = %";
		filter_bind_text(token, str_from(types[i]));
		return QUERY_READ;
	}
	return refuse(reader,
		"'%.*s' is no status type; there are TODO, IN_PROGRESS, ON_HOLD, DONE, CANCELLED "
		"and NON_TASK",
		STR_ARG(rest));
}

/* Takes white space and a word off the front of the text. */
static bool
take_word(str *text, const char *word)
{
	str rest = *text;
	while (rest.length && str_trim_space(str_slice(rest, 0, 1)).length == 0)
		rest = str_skip(rest, 1);
	if (rest.length == text->length || !take_nocase(&rest, word))
		return false;
	*text = rest;
	return true;
}

static enum query_answer
read_priority(struct query_reader *reader, str text, struct query_filter *filter)
{
	str rest = text;
	if (!take_nocase(&rest, "priority"))
		return QUERY_OTHER;
	take_word(&rest, "is");
	size_t comparison = 0;
	while (comparison + 1 < COUNT(comparisons) &&
		!take_word(&rest, comparisons[comparison].word))
		comparison++;
	for (size_t i = 0; i < COUNT(priorities); i++) {
		str after = rest;
		if (!take_word(&after, priorities[i].name) || after.length)
			continue;
		struct query_token *token = filter_add(reader, text, filter);
		token->clause = comparisons[comparison].clause;
		filter_bind_number(token, priorities[i].number);
		return QUERY_READ;
	}
	return refuse(reader,
		"'%.*s': priority takes 'is', 'above', 'below' or 'not', and one of highest, high, "
		"medium, none, low and lowest",
		STR_ARG(text));
}

enum query_answer
filter_read(struct query_reader *reader, str text, struct query_filter *filter)
{
	static enum query_answer (*const kinds[])(
		struct query_reader *, str, struct query_filter *) = { read_words, filter_read_date,
		filter_read_text, read_status_type, read_priority, filter_read_function };
	enum query_answer answer = QUERY_OTHER;
	for (size_t i = 0; answer == QUERY_OTHER && i < COUNT(kinds); i++)
		answer = kinds[i](reader, text, filter);
	if (answer == QUERY_READ && ++reader->query->leaf_count > QUERY_FILTERS_MOST)
		return refuse(reader, "a query of more than %d filters", QUERY_FILTERS_MOST);
	return answer;
}

const char *
filter_example(size_t index)
{
	if (index < COUNT(words))
		return words[index].words;
	index -= COUNT(words);
	return index < COUNT(examples) ? examples[index] : NULL;
}
