/*
 * docket __complete WORDS...: what completion scripts ask while somebody types, lines that fit the
 * last word. Where that may be the name of a file, the status is not 0.
 */
#include "commands.h"
#include "output.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

enum { EXIT_FILES = EXIT_FAILED };

/* The last word: what is typed of it, and "--owner=", which goes before each line. */
struct typed {
	const char *text;
	int front;
	const char *word;
};

static bool
fits(struct docket_str candidate, const struct typed *typed)
{
	size_t length = strlen(typed->text);
	return candidate.length >= length && memcmp(candidate.bytes, typed->text, length) == 0;
}

static void
offer(struct docket_str candidate, const struct typed *typed)
{
	if (fits(candidate, typed))
		printf("%.*s%.*s\n", typed->front, typed->word, (int)candidate.length,
			candidate.bytes);
}

/*
 * Names of people or accounts in the store, by a report that lists them. A name that cannot be
 * shown as it is cannot be typed either.
 */
static void
offer_names(const struct invocation *invocation, const char *report, const struct typed *typed)
{
	struct docket_store *store = docket_store_open(invocation->store_path, NULL);
	struct docket_request request = {
		.report = report, .today = invocation->today, .sort = "name", .columns = "name"
	};
	struct docket_rows *rows = store ? docket_report_run(store, &request, NULL) : NULL;
	const struct docket_value *row;
	struct text shown = { 0 };
	while (rows && (row = docket_rows_next(rows, NULL))) {
		struct docket_str name = docket_value_get(row, "name")->text;
		text_clear(&shown);
		text_add_shown(&shown, name);
		if (text_equal(text_view(&shown), name))
			offer(name, typed);
	}
	text_free(&shown);
	docket_rows_free(rows);
	docket_store_close(store);
}

/* Queries that are saved in the configuration. */
static void
offer_queries(const struct invocation *invocation, const struct typed *typed)
{
	struct docket_directory *directory = docket_directory_new();
	struct docket_store *store = docket_store_open(invocation->store_path, NULL);
	struct docket_str name;
	if (invocation->config_path)
		docket_directory_read(directory, invocation->config_path, NULL);
	if (store)
		docket_store_configure(store, directory);
	for (size_t i = 0; (name = docket_directory_query_name(directory, i)).bytes; i++)
		offer(name, typed);
	docket_store_close(store);
	docket_directory_free(directory);
}

static void
offer_words(const char *words, const char *separator, const struct typed *typed)
{
	for (; *words; words += strspn(words, separator)) {
		size_t length = strcspn(words, separator);
		offer((struct docket_str){ words, length }, typed);
		words += length;
	}
}

static void
offer_formats(const struct command *command, const struct typed *typed)
{
	size_t count;
	const struct format *table = formats(&count);
	for (size_t i = 0; i < count; i++)
		if (output_has_format(command, &table[i]))
			offer(docket_str(table[i].name), typed);
}

static void
offer_kinds(const struct typed *typed)
{
	for (int kind = 0; kind < DOCKET_REMARK_COUNT; kind++)
		offer(docket_str(docket_remark_name((enum docket_remark_kind)kind)), typed);
}

/* Where the values of an option come from: a report that lists names, or words. */
static const struct values {
	const char *option;
	const char *subject; /* of the reports, or the command, whose option it is; NULL: all */
	const char *report;
	const char *words;
} values[] = {
	{ "owner", NULL, "people", NULL },
	{ "person", NULL, "people", NULL },
	{ "account", NULL, "accounts", NULL },
	{ "state", "decision", NULL, "active superseded withdrawn all" },
	{ "state", NULL, NULL, "open proposed in_progress on_hold done cancelled all" },
	{ "priority", NULL, NULL, "highest high high+ medium medium+ none low lowest" },
	{ "due", NULL, NULL, "today tomorrow ..today none" },
	{ "since", NULL, NULL, "today yesterday monday" },
	{ "until", NULL, NULL, "today yesterday" },
	{ "today", NULL, NULL, "yesterday tomorrow" },
	{ "group-by", "task", NULL, "owner account priority state due project" },
	{ "group-by", "decision", NULL, "account people project topic state date" },
	{ "group-by", "change", NULL, "owner account change date" },
	{ "group-by", "person", NULL, "kind" },
	{ "group-by", "meeting", NULL, "account people series" },
	{ "group-by", "search", NULL, "kind owner account" },
	{ "level", NULL, NULL, "note warning error" },
};

static const struct values *
find_values(const struct command *command, const char *option)
{
	const char *subject = command->report ? command->report->subject : command->name;
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
		if (strcmp(values[i].option, option) == 0 &&
			(!values[i].subject || strcmp(values[i].subject, subject) == 0))
			return &values[i];
	return NULL;
}

static int
offer_values(const struct invocation *invocation, const struct command *command,
	const struct option *option, const struct typed *typed)
{
	const struct values *known = find_values(command, option->name);
	if (!option_is_for(option, command))
		return EXIT_DONE;
	if (strcmp(option->argument, "FILE") == 0 || strcmp(option->argument, "DIR") == 0)
		return EXIT_FILES;
	if (strcmp(option->name, "format") == 0)
		offer_formats(command, typed);
	else if (strcmp(option->argument, "KIND") == 0)
		offer_kinds(typed);
	else if (strchr(option->argument, '|'))
		offer_words(option->argument, "|", typed);
	else if (known && known->report)
		offer_names(invocation, known->report, typed);
	else if (known)
		offer_words(known->words, " ", typed);
	return EXIT_DONE;
}

static void
offer_options(const struct command *command, const struct typed *typed)
{
	struct option option;
	for (size_t i = 0; option_at(i, &option); i++) {
		char name[64];
		snprintf(name, sizeof(name), "--%s", option.name);
		if (option_is_for(&option, command))
			offer(docket_str(name), typed);
	}
}

/* Another name of a command is offered to who has begun to type it. */
static void
offer_commands(const struct typed *typed)
{
	struct command command;
	for (size_t i = 0; commands_at(i, &command); i++) {
		if (!command.summary)
			continue;
		offer(docket_str(command.name), typed);
		if (command.alias && typed->text[0])
			offer(docket_str(command.alias), typed);
	}
}

/* "person", "account" and "series" say of what the name is that follows. */
static void
offer_subjects(const struct invocation *invocation, const char *before, const struct typed *typed)
{
	bool person = strcmp(before, "person") == 0, account = strcmp(before, "account") == 0;
	if (strcmp(before, "series") == 0)
		return;
	if (!account)
		offer_names(invocation, "people", typed);
	if (!person)
		offer_names(invocation, "accounts", typed);
	if (!account && !person)
		offer_words("person account series", " ", typed);
}

static int
offer_arguments(const struct invocation *invocation, const struct command *command,
	const char *before, const struct typed *typed)
{
	if (!command->name || strcmp(command->name, "help") == 0)
		offer_commands(typed);
	else if (strcmp(command->name, "brief") == 0)
		offer_subjects(invocation, before, typed);
	else if (strcmp(command->name, "query") == 0)
		offer_queries(invocation, typed);
	else if (strcmp(command->name, "completion") == 0)
		offer_words("bash zsh fish", " ", typed);
	return command->name && option_is_among(command->name, "import query check parse", " ")
		       ? EXIT_FILES
		       : EXIT_DONE;
}

/* The option that the word names, "--owner" or "-o", if it takes a value. */
static bool
takes_value(const char *word, struct option *option)
{
	if (strncmp(word, "--", 2) == 0)
		return option_find(word + 2, option) && option->argument;
	for (size_t i = 0; word[0] == '-' && option_at(i, option); i++)
		if (option->letter && word[1] == option->letter && !word[2])
			return option->argument;
	return false;
}

/* The option whose value the last word is. */
static bool
find_option(const char *const *words, size_t count, struct typed *typed, struct option *option)
{
	const char *before = count > 1 ? words[count - 2] : "";
	const char *sign = strchr(typed->word, '=');
	char name[64];
	if (strncmp(typed->word, "--", 2) == 0 && sign) {
		typed->text = sign + 1;
		typed->front = (int)(typed->text - typed->word);
		snprintf(name, sizeof(name), "%.*s", (int)(sign - typed->word), typed->word);
		return takes_value(name, option);
	}
	/* Bash takes --owner=R apart at the sign. */
	if (strcmp(typed->word, "=") == 0)
		typed->text = "";
	else if (count > 2 && strcmp(before, "=") == 0)
		before = words[count - 3];
	return takes_value(before, option);
}

int
command_complete(struct invocation *invocation)
{
	size_t count = invocation->argument_count;
	const char *const *words = invocation->arguments;
	struct typed typed = { .word = count ? words[count - 1] : "" };
	typed.text = typed.word;
	struct command command;
	struct option option;
	bool named = false;
	for (size_t i = 0; i + 1 < count && !named; i++)
		named = !(i && takes_value(words[i - 1], &option)) &&
			commands_find(words[i], &command);
	if (!named)
		command = commands_bare();
	if (find_option(words, count, &typed, &option))
		return offer_values(invocation, &command, &option, &typed);
	if (typed.text[0] == '-') {
		offer_options(&command, &typed);
		return EXIT_DONE;
	}
	return offer_arguments(invocation, &command, count > 1 ? words[count - 2] : "", &typed);
}
