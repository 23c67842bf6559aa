#include "options.h"

#include "commands.h"
#include "fault.h"
#include "text.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* clang-format off */
static const struct option rows[] = {
	{ "group-by", 0, "KEYS", "columns to group by, such as owner or account,priority", FOR_REPORTS | FOR_SEARCH },
	{ "sort", 0, "KEYS", "columns to sort by; -KEY is descending: due,-priority", FOR_REPORTS },
	{ "reverse", 0, NULL, "the other way round", FOR_REPORTS },
	{ "limit", 0, "N", "the first N only; 0 is all", FOR_REPORTS | FOR_SEARCH },
	{ "split-by", 0, "account|owner", "a file for each, in the folder of -o", FOR_SPLIT },
	{ "unknown", 0, NULL, "owners whom nobody knows, as lines for the configuration", FOR_PEOPLE },
	{ "expression", 'e', "TEXT", "run this query; may be given again", FOR_QUERY },
	{ "root", 0, "DIR", "only notes below this folder", FOR_QUERY },
	{ "exit-code", 0, NULL, "exit with 4 when there are rows", FOR_REPORTS | FOR_CHECK | FOR_SEARCH | FOR_QUERY },
	{ "format", 0, "FMT", NULL, FOR_PAGES | FOR_IMPORT },
	{ "json", 0, NULL, "print JSON", FOR_PAGES | FOR_JSON },
	{ "output", 'o', "FILE", "write to a file", FOR_PAGES | FOR_FILE },
	{ "force", 0, NULL, "replace files that exist", FOR_PAGES | FOR_FILE },
	{ "csv-raw", 0, NULL, "csv and tsv: leave cells alone that a spreadsheet would run", FOR_CELLS },
	{ "full", 0, NULL, "read every note again, changed or not", FOR_IMPORT },
	{ "dry-run", 0, NULL, "say what would change, and change nothing", FOR_IMPORT },
	{ "jobs", 0, "N", "read N notes at a time (default: one for each processor)", FOR_IMPORT },
	{ "exclude", 0, "GLOB", "skip files and folders (GLOB/) of that name", FOR_IMPORT },
	{ "allow-mass-delete", 0, NULL, "drop notes even when most of a folder is gone", FOR_IMPORT },
	{ "watch", 0, NULL, "go on, and import again whenever notes change", FOR_IMPORT },
	{ "kind", 0, "KIND", "remarks of this kind only", FOR_CHECK },
	{ "level", 0, "LEVEL", "remarks of this level and above: note, warning, error", FOR_CHECK },
	{ "explain", 0, "KIND", "what a kind of remark means, and what to do", FOR_CHECK },
	{ "db", 0, "FILE", "the store (default: docket.db in the state folder)", FOR_ALL },
	{ "config", 0, "FILE", "the configuration, see docket-config(5)", FOR_ALL },
	{ "today", 0, "DATE", "the day that today is", FOR_ALL },
	{ "color", 0, "auto|always|never", "whether to use colors", FOR_ALL },
	{ "no-pager", 0, NULL, "do not page long results", FOR_ALL },
	{ "quiet", 'q', NULL, "fewer messages", FOR_ALL },
	{ "verbose", 'v', NULL, "more messages", FOR_ALL },
	{ "help", 'h', NULL, "help; -h is short, --help long", FOR_ALL },
	{ "version", 0, NULL, "the version", FOR_ALL },
};
/* clang-format on */

enum { ROWS = sizeof(rows) / sizeof(*rows) };

bool
option_at(size_t index, struct option *option)
{
	if (index < ROWS) {
		*option = rows[index];
		return true;
	}
	const struct docket_filter_option *filter = docket_report_filter(index - ROWS);
	if (filter)
		*option = (struct option){ filter->name, 0, filter->argument, filter->summary,
			FOR_FILTER };
	return filter;
}

bool
option_is_among(const char *word, const char *words, const char *separator)
{
	size_t length = strlen(word);
	for (; *words; words += strspn(words, separator)) {
		size_t next = strcspn(words, separator);
		if (next == length && memcmp(words, word, length) == 0)
			return true;
		words += next;
	}
	return false;
}

bool
option_is_for(const struct option *option, const struct command *command)
{
	if (option->groups & FOR_FILTER)
		return command->report ? docket_report_has_filter(command->report, option->name)
				       : command->filters && option_is_among(option->name,
								     command->filters, " ");
	return option->groups & (command->groups | FOR_ALL);
}

/* Finds an option by name, or by its letter when `name` is NULL; false: there is none. */
static bool
find_option(const char *name, size_t length, char letter, struct option *option)
{
	for (size_t i = 0; option_at(i, option); i++) {
		if (!name && option->letter == letter)
			return true;
		if (name && strlen(option->name) == length &&
			strncmp(option->name, name, length) == 0)
			return true;
	}
	return false;
}

bool
option_find(const char *name, struct option *option)
{
	return find_option(name, strlen(name), 0, option);
}

void
nearest_offer(struct nearest *nearest, const char *candidate)
{
	size_t far = docket_text_distance(docket_str(nearest->word), docket_str(candidate));
	if (strncmp(candidate, nearest->word, strlen(nearest->word)) == 0 && far > 1)
		far = 1;
	if (far > strlen(nearest->word) / 3 + 1 || (nearest->found && far >= nearest->far))
		return;
	nearest->far = far;
	nearest->found = candidate;
}

/* Other programs' words for options of docket. */
static const struct {
	const char *other, *option;
} synonyms[] = {
	{ "assignee", "owner" },
	{ "company", "account" },
	{ "customer", "account" },
	{ "client", "account" },
	{ "from", "since" },
	{ "to", "until" },
	{ "csv", "format csv" },
	{ "md", "format md" },
};

/* The option of the command that the word means; NULL: none. */
static const char *
find_synonym(const struct command *command, const char *word)
{
	struct option option;
	for (size_t i = 0; i < sizeof(synonyms) / sizeof(*synonyms); i++) {
		const char *known = synonyms[i].option;
		if (strcmp(synonyms[i].other, word) == 0 &&
			find_option(known, strcspn(known, " "), 0, &option) &&
			option_is_for(&option, command))
			return known;
	}
	return NULL;
}

static bool
fail_option(
	const struct command *command, const char *word, size_t length, struct docket_error *err)
{
	char name[64];
	snprintf(name, sizeof(name), "%.*s", (int)length, word);
	struct nearest nearest = { .word = name, .found = find_synonym(command, name) };
	struct option option;
	struct command other;
	if (commands_find(name, &other) && other.report)
		return fault(err, DOCKET_INVALID,
			"there is no option --%s; did you mean the command docket %s?", name, name);
	for (size_t i = 0; option_at(i, &option); i++)
		if (option_is_for(&option, command))
			nearest_offer(&nearest, option.name);
	if (nearest.found)
		return fault(err, DOCKET_INVALID, "there is no option --%s; did you mean --%s?",
			name, nearest.found);
	return fault(err, DOCKET_INVALID, "there is no option --%s; see: docket help%s%s", name,
		command->name ? " " : "", command->name ? command->name : "");
}

static void
add_given(struct invocation *invocation, const char *name, const char *value)
{
	invocation->options[invocation->option_count++] =
		(struct given){ name, value, invocation->argument_count };
}

/* `words[*at]` is a long option; takes the next word when that is its value. */
static bool
read_long(struct invocation *invocation, char **words, int count, int *at, struct docket_error *err)
{
	const char *word = words[*at] + 2;
	size_t length = strcspn(word, "=");
	struct option option;
	if (!find_option(word, length, 0, &option))
		return fail_option(&invocation->command, word, length, err);
	bool valued = word[length] == '=';
	if (!option.argument && valued)
		return fault(err, DOCKET_INVALID, "--%s takes no value", option.name);
	const char *value = valued ? word + length + 1 : "";
	if (option.argument && !valued) {
		if (*at + 1 >= count)
			return fault(err, DOCKET_INVALID, "--%s needs a value: --%s %s",
				option.name, option.name, option.argument);
		value = words[++*at];
	}
	add_given(invocation, option.name, value);
	return true;
}

/* `words[*at]` is one or more letters behind a dash. */
static bool
read_letters(
	struct invocation *invocation, char **words, int count, int *at, struct docket_error *err)
{
	for (const char *letter = words[*at] + 1; *letter; letter++) {
		struct option option;
		if (!find_option(NULL, 0, *letter, &option))
			return fault(err, DOCKET_INVALID,
				"there is no option -%c; see: docket help", *letter);
		if (!option.argument) {
			add_given(invocation, option.name, option.letter == 'h' ? "short" : "");
			continue;
		}
		const char *value = letter[1] ? letter + 1 : *at + 1 < count ? words[++*at] : NULL;
		if (!value)
			return fault(err, DOCKET_INVALID, "-%c needs a value: -%c %s", *letter,
				*letter, option.argument);
		add_given(invocation, option.name, value);
		break;
	}
	return true;
}

static bool
read_word(struct invocation *invocation, char **words, int count, int *at, struct docket_error *err)
{
	const char *word = words[*at];
	if (strncmp(word, "--", 2) == 0)
		return read_long(invocation, words, count, at, err);
	if (word[0] == '-' && word[1])
		return read_letters(invocation, words, count, at, err);
	if (!invocation->command.name)
		return commands_find(word, &invocation->command) || commands_fail(word, err);
	invocation->arguments[invocation->argument_count++] = word;
	return true;
}

/*
 * An empty name of a file is most often a variable of a script that nobody set: to go on with
 * another file would be wrong. Nothing to group by, or an empty query, are meant.
 */
static bool
may_not_be_empty(const struct option *option)
{
	return option->argument && option_is_among(option->argument, "FILE DIR GLOB DATE", " ");
}

/* Options may stand before their command, so they are checked when it is known. */
static bool
check_option(
	const struct invocation *invocation, const struct given *given, struct docket_error *err)
{
	struct option option;
	const char *command = invocation->command.name ? invocation->command.name : "";
	assert(given->name);
	if (!find_option(given->name, strlen(given->name), 0, &option))
		return true;
	if (!option_is_for(&option, &invocation->command))
		return fault(err, DOCKET_INVALID,
			"docket %s has no option --%s; see: docket help %s", command, given->name,
			command);
	bool choice = option.argument && strchr(option.argument, '|');
	if (!*given->value && !(option.groups & FOR_FILTER) && may_not_be_empty(&option))
		return fault(err, DOCKET_INVALID, "--%s is empty; write --%s %s or leave it out",
			option.name, option.name, option.argument);
	return !choice || option_is_among(given->value, option.argument, "|") ||
	       fault(err, DOCKET_INVALID, "--%s is one of %s, not '%s'", given->name,
		       option.argument, given->value);
}

static bool
check_options(const struct invocation *invocation, struct docket_error *err)
{
	for (size_t i = 0; i < invocation->option_count; i++)
		if (!check_option(invocation, &invocation->options[i], err))
			return false;
	return true;
}

static bool
check_arguments(const struct invocation *invocation, struct docket_error *err)
{
	const struct command *command = &invocation->command;
	const char *usage = command->usage ? command->usage : "";
	bool files = strstr(usage, "PATH") || strstr(usage, "FILE");
	for (const char *const *word = invocation->arguments; files && *word; word++)
		if (!**word)
			return fault(err, DOCKET_INVALID,
				"docket %s takes no ''; see: docket help %s", command->name,
				command->name);
	return true;
}

bool
options_read(struct invocation *invocation, int count, char **words, struct docket_error *err)
{
	size_t most = 1;
	for (int i = 1; i < count; i++)
		most += strlen(words[i]) + 1;
	invocation->options = calloc(most, sizeof(*invocation->options));
	invocation->arguments = calloc((size_t)count + 1, sizeof(*invocation->arguments));
	invocation->command = commands_bare();
	if (!invocation->options || !invocation->arguments)
		return fault(err, DOCKET_FAILED, "out of memory");
	bool only_arguments = false;
	for (int at = 1; at < count; at++) {
		if (only_arguments && invocation->command.name)
			invocation->arguments[invocation->argument_count++] = words[at];
		else if (strcmp(words[at], "--") == 0)
			only_arguments = true;
		else if (!read_word(invocation, words, count, &at, err))
			return false;
	}
	return check_options(invocation, err) && check_arguments(invocation, err);
}

void
options_free(struct invocation *invocation)
{
	free(invocation->options);
	free(invocation->arguments);
	free(invocation->store_path);
	free(invocation->config_path);
}

const char *
option_value(const struct invocation *invocation, const char *name)
{
	for (size_t i = invocation->option_count; i > 0; i--)
		if (strcmp(invocation->options[i - 1].name, name) == 0)
			return invocation->options[i - 1].value;
	return NULL;
}

bool
option_given(const struct invocation *invocation, const char *name)
{
	return option_value(invocation, name);
}

struct docket_filter *
option_filters(const struct invocation *invocation, size_t *count)
{
	struct docket_filter *filters = text_array(invocation->option_count, sizeof(*filters));
	*count = 0;
	for (size_t i = 0; i < invocation->option_count; i++) {
		struct option option;
		const struct given *given = &invocation->options[i];
		if (option_find(given->name, &option) && (option.groups & FOR_FILTER))
			filters[(*count)++] = (struct docket_filter){ given->name, given->value };
	}
	return filters;
}

bool
option_number(const struct invocation *invocation, const char *name, long *number,
	struct docket_error *err)
{
	const char *value = option_value(invocation, name);
	*number = 0;
	for (const char *c = value ? value : ""; *c; c++) {
		if (*c < '0' || *c > '9' || *number > 99999999)
			return fault(
				err, DOCKET_INVALID, "--%s takes a number, not '%s'", name, value);
		*number = *number * 10 + (*c - '0');
	}
	if (value && !*value)
		return fault(err, DOCKET_INVALID, "--%s needs a number", name);
	return true;
}
