/* docket help, and the version. */
#include "commands.h"
#include "output.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

/* Of "a task's; decisions: a decision's" the part that is for this command. */
static struct docket_str
summary_for(const struct command *command, const char *summary)
{
	const char *semicolon = strchr(summary, ';');
	size_t word = semicolon ? strspn(semicolon + 1, " abcdefghijklmnopqrstuvwxyz") : 0;
	if (!semicolon || strncmp(semicolon + 1 + word, ": ", 2) != 0)
		return docket_str(summary);
	struct docket_str name = { semicolon + 2, word - 1 };
	return command->name && text_is(name, command->name)
		       ? docket_str(semicolon + 1 + word + 2)
		       : (struct docket_str){ summary, (size_t)(semicolon - summary) };
}

static void
print_option(const struct command *command, const struct option *option)
{
	struct text line = { 0 };
	if (option->letter)
		text_format(&line, "-%c, --%s", option->letter, option->name);
	else
		text_format(&line, "    --%s", option->name);
	if (option->argument)
		text_format(&line, " %s", option->argument);
	text_add_char(&line, '\0');
	printf("  %-30s ", line.bytes);
	text_clear(&line);
	if (option->summary)
		text_add(&line, summary_for(command, option->summary));
	else
		output_add_formats(&line, command, "or");
	printf("%.*s\n", (int)line.length, line.bytes);
	text_free(&line);
}

/* The options of one kind that the command has. */
static void
print_options(const struct command *command, const char *title, unsigned groups)
{
	struct option option;
	bool any = false;
	for (size_t i = 0; option_at(i, &option); i++) {
		if (!(option.groups & groups) || !option_is_for(&option, command))
			continue;
		if (!any)
			printf("\n%s\n", title);
		any = true;
		print_option(command, &option);
	}
}

static void
print_indented(const char *lines)
{
	while (*lines) {
		size_t length = strcspn(lines, "\n");
		printf("  %.*s\n", (int)length, lines);
		lines += length + (lines[length] == '\n');
	}
}

static void
print_commands(void)
{
	struct command command;
	puts("\nReports");
	for (size_t i = 0; commands_at(i, &command) && command.report; i++)
		printf("  %-12s %s\n", command.name, command.summary);
	puts("\nCommands");
	for (size_t i = 0; commands_at(i, &command); i++)
		if (!command.report && command.summary)
			printf("  %-12s %s\n", command.name, command.summary);
}

static void
print_overview(const struct command *command, bool brief)
{
	puts("docket: the tasks and decisions of your meeting notes\n\n"
	     "  docket import ~/Notes      read the notes, and only what changed the next time\n"
	     "  docket                     open tasks, grouped by owner\n"
	     "  docket overdue --owner me  what is late\n"
	     "  docket decisions --account Northwind --format md");
	print_commands();
	if (!brief)
		print_options(command, "Options everywhere", FOR_ALL);
	puts("\n'docket help COMMAND' tells more; so do docket(1) and docket-notes(5).");
}

void
help_write(const struct command *command, bool brief)
{
	if (!command->name) {
		print_overview(command, brief);
		return;
	}
	if (!brief && command->examples)
		print_indented(command->examples);
	bool options = command->groups || command->report;
	printf("%sdocket %s%s%s%s\n", !brief && command->examples ? "\n" : "", command->name,
		options ? " [OPTIONS]" : "", *command->usage ? " " : "", command->usage);
	printf("  %s\n", command->summary);
	if (command->alias)
		printf("  also: docket %s\n", command->alias);
	print_options(
		command, "Filters (repeat one to widen, combine several to narrow)", FOR_FILTER);
	print_options(command, "Options", ~(unsigned)(FOR_FILTER | FOR_ALL));
	if (!brief)
		print_options(command, "Options everywhere", FOR_ALL);
	else
		printf("\n'docket help %s' tells more%s.\n", command->name,
			command->examples ? ", with examples" : "");
}

int
command_help(struct invocation *invocation)
{
	struct docket_error err = { 0 };
	struct command command = commands_bare();
	const char *word = invocation->argument_count ? invocation->arguments[0] : NULL;
	if (word && (!commands_find(word, &command) || !command.summary)) {
		commands_fail(word, &err);
		return report_error(&err);
	}
	help_write(&command, false);
	return EXIT_DONE;
}

int
command_version(struct invocation *invocation)
{
	(void)invocation;
	printf("docket %s\n", docket_version());
	return EXIT_DONE;
}
