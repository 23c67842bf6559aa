/* docket completion: scripts for shells, and what they ask while somebody types. */
#include "commands.h"
#include "fault.h"
#include "output.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

/* Each script asks `docket __complete WORDS...` for lines that fit the last word. */
static const struct {
	const char *shell, *script;
} scripts[] = {
	{ "bash", "_docket() {\n"
		  "\tlocal IFS=$'\\n' line\n"
		  "\tCOMPREPLY=()\n"
		  "\twhile read -r line; do\n"
		  "\t\tCOMPREPLY+=(\"$(printf '%q' \"$line\")\")\n"
		  "\tdone < <(docket __complete -- \"${COMP_WORDS[@]:1:COMP_CWORD}\" 2>/dev/null)\n"
		  "}\n"
		  "complete -o default -F _docket docket\n" },
	{ "zsh", "#compdef docket\n"
		 "local -a found\n"
		 "found=(\"${(@f)$(docket __complete -- \"${(@)words[2,CURRENT]}\" "
		 "2>/dev/null)}\")\n"
		 "if [[ -n $found ]]; then compadd -U -a found; else _files; fi\n" },
	{ "fish", "complete -c docket -f -a '(docket __complete -- (commandline -opc)[2..-1] "
		  "(commandline -ct) 2>/dev/null)'\n"
		  "complete -c docket -n '__fish_seen_subcommand_from import check parse query' "
		  "-F\n" },
};

int
command_completion(struct invocation *invocation)
{
	struct docket_error err = { 0 };
	const char *shell = invocation->argument_count ? invocation->arguments[0] : "";
	for (size_t i = 0; i < sizeof(scripts) / sizeof(*scripts); i++) {
		if (strcmp(scripts[i].shell, shell) != 0)
			continue;
		fputs(scripts[i].script, stdout);
		return EXIT_DONE;
	}
	fault(&err, DOCKET_INVALID, "docket completion needs the shell: bash, zsh or fish");
	return report_error(&err);
}

static void
offer(const char *candidate, const char *typed)
{
	if (strncmp(candidate, typed, strlen(typed)) == 0)
		puts(candidate);
}

/*
 * Names of people or accounts in the store, by a report that lists them. A name that cannot be
 * shown as it is cannot be typed either.
 */
static void
offer_names(const struct invocation *invocation, const char *report, const char *typed)
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
		size_t length = strlen(typed);
		text_clear(&shown);
		text_add_shown(&shown, name);
		if (name.length >= length && memcmp(name.bytes, typed, length) == 0 &&
			text_equal(text_view(&shown), name))
			printf("%.*s\n", (int)name.length, name.bytes);
	}
	text_free(&shown);
	docket_rows_free(rows);
	docket_store_close(store);
}

/* Queries that are saved in the configuration. */
static void
offer_queries(const struct invocation *invocation, const char *typed)
{
	struct docket_directory *directory = docket_directory_new();
	struct docket_store *store = docket_store_open(invocation->store_path, NULL);
	struct docket_str name;
	if (invocation->config_path)
		docket_directory_read(directory, invocation->config_path, NULL);
	if (store)
		docket_store_configure(store, directory);
	for (size_t i = 0; (name = docket_directory_query_name(directory, i)).bytes; i++)
		if (name.length >= strlen(typed) && memcmp(name.bytes, typed, strlen(typed)) == 0)
			printf("%.*s\n", (int)name.length, name.bytes);
	docket_store_close(store);
	docket_directory_free(directory);
}

static void
offer_words(const char *words, const char *typed)
{
	while (*words) {
		char word[32];
		size_t length = strcspn(words, " ");
		snprintf(word, sizeof(word), "%.*s", (int)length, words);
		offer(word, typed);
		words += length + (words[length] == ' ');
	}
}

static void
offer_formats(const struct command *command, const char *typed)
{
	size_t count;
	const struct format *table = formats(&count);
	for (size_t i = 0; i < count; i++)
		if (output_has_format(command, &table[i]))
			offer(table[i].name, typed);
}

static void
offer_kinds(const char *typed)
{
	for (int kind = 0; kind < DOCKET_REMARK_COUNT; kind++)
		offer(docket_remark_name((enum docket_remark_kind)kind), typed);
}

/* Where the values of an option come from: a report that lists names, or words. */
static const struct values {
	const char *option;
	const char *subject; /* of the reports whose option this is; NULL: of all commands */
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
	{ "color", NULL, NULL, "auto always never" },
	{ "split-by", NULL, NULL, "account owner" },
	{ "group-by", "decision", NULL, "account person project date" },
	{ "group-by", NULL, NULL, "owner account priority state due project" },
	{ "level", NULL, NULL, "note warning error" },
};

static const struct values *
find_values(const struct command *command, const char *option)
{
	const char *subject = command->report ? command->report->subject : "";
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
		if (strcmp(values[i].option, option) == 0 &&
			(!values[i].subject || strcmp(values[i].subject, subject) == 0))
			return &values[i];
	return NULL;
}

/* Values of an option, where they are known; false: files may follow. */
static bool
offer_values(const struct invocation *invocation, const struct command *command, const char *option,
	const char *typed)
{
	const struct values *known = find_values(command, option);
	bool format = strcmp(option, "format") == 0;
	bool kind = strcmp(option, "kind") == 0 || strcmp(option, "explain") == 0;
	if (format)
		offer_formats(command, typed);
	else if (kind)
		offer_kinds(typed);
	else if (known && known->report)
		offer_names(invocation, known->report, typed);
	else if (known)
		offer_words(known->words, typed);
	return format || kind || known;
}

static void
offer_options(const struct command *command, const char *typed)
{
	struct option option;
	for (size_t i = 0; option_at(i, &option); i++) {
		char name[64];
		snprintf(name, sizeof(name), "--%s", option.name);
		if (option_is_for(&option, command))
			offer(name, typed);
	}
}

static void
offer_commands(const char *typed)
{
	struct command command;
	for (size_t i = 0; commands_at(i, &command); i++)
		if (command.summary)
			offer(command.name, typed);
}

static void
offer_arguments(
	const struct invocation *invocation, const struct command *command, const char *typed)
{
	if (!command->name || strcmp(command->name, "help") == 0) {
		offer_commands(typed);
	} else if (strcmp(command->name, "brief") == 0) {
		offer_names(invocation, "people", typed);
		offer_names(invocation, "accounts", typed);
	} else if (strcmp(command->name, "query") == 0) {
		offer_queries(invocation, typed);
	} else if (strcmp(command->name, "completion") == 0) {
		offer_words("bash zsh fish", typed);
	}
}

int
command_complete(struct invocation *invocation)
{
	size_t count = invocation->argument_count;
	const char *const *words = invocation->arguments;
	const char *typed = count ? words[count - 1] : "";
	const char *before = count > 1 ? words[count - 2] : "";
	/* Bash takes --owner=R apart at the sign. */
	if (strcmp(typed, "=") == 0)
		typed = "";
	else if (count > 2 && strcmp(before, "=") == 0)
		before = words[count - 3];
	struct command command;
	bool named = false;
	for (size_t i = 0; i + 1 < count && !named; i++)
		named = commands_find(words[i], &command);
	if (!named)
		command = commands_bare();
	if (strncmp(before, "--", 2) == 0 && offer_values(invocation, &command, before + 2, typed))
		return EXIT_DONE;
	if (typed[0] == '-')
		offer_options(&command, typed);
	else
		offer_arguments(invocation, &command, typed);
	return EXIT_DONE;
}
