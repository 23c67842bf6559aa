#include "commands.h"

#include "fault.h"

#include <string.h>

/* clang-format off */
static const struct command rows[] = {
	{ .name = "import", .summary = "read notes into the store; only what changed is read again",
		.usage = "[PATH...]",
		.examples =
			"docket import ~/Notes          a folder, now and from now on\n"
			"docket import                  every folder imported before\n"
			"docket import --dry-run        what would change\n"
			"docket import --watch          and go on as notes change\n",
		.groups = FOR_IMPORT | FOR_JSON, .run = command_import, .formats = "table json jsonl" },
	{ .name = "show", .summary = "one task or decision whole: fields, mentions, history",
		.usage = "ID",
		.examples =
			"docket show k3f9               any unique start of an id will do\n"
			"docket show k3f9 --json\n",
		.groups = FOR_PAGES | FOR_CELLS, .run = command_show },
	{ .name = "search", .summary = "tasks, decisions, key information and notes with all of these words",
		.usage = "WORDS...",
		.examples =
			"docket search price list       both words, in any order; case and accents do not matter\n"
			"docket search '\"price list\"'   as they follow each other\n"
			"docket search 'pric*' --account Northwind --since 2025-Q4\n"
			"docket search price --limit 0  all of them, not the best 50 only\n",
		.groups = FOR_PAGES | FOR_CELLS | FOR_SEARCH, .run = command_search,
		.filters = "owner account person project series since until path" },
	{ .name = "brief", .summary = "what to know before you meet: owed, changed, decided",
		.usage = "[person|account|series] NAME",
		.examples =
			"docket brief Northwind\n"
			"docket brief 'Ravi Menon' --format md >>'2025-11-24 1-1 Ravi.md'\n"
			"docket brief series 'Product weekly' --json\n",
		.groups = FOR_PAGES, .run = command_brief, .formats = "table md json" },
	{ .name = "report", .summary = "one page with charts, for a browser", .usage = "",
		.examples =
			"docket report -o report.html   then open it\n"
			"docket report -o report.html --force\n"
			"docket report --account Northwind -o northwind.html\n",
		.groups = FOR_FILE, .run = command_overview,
		.filters = "owner account person project series priority since until tag path text" },
	{ .name = "query", .summary = "run queries of the Obsidian Tasks plugin, docket-query(7)",
		.usage = "[FILE|NAME|-]...",
		.examples =
			"docket query Dashboard.md      every ```tasks block of a note\n"
			"docket query -e 'not done' -e 'due before tomorrow'\n"
			"docket query -e \"$(printf 'not done\\ngroup by owner\\nlimit groups 5')\"\n"
			"docket query week              saved under `queries:` in the configuration\n"
			"docket query Dashboard.md --json\n",
		.groups = FOR_QUERY | FOR_PAGES | FOR_CELLS, .run = command_query },
	{ .name = "check", .summary = "what looks wrong in notes", .usage = "[PATH...]",
		.examples =
			"docket check                   in all notes imported\n"
			"docket check ~/Notes/call.md   in one note, without a store\n"
			"docket check --explain invalid-date\n",
		.groups = FOR_CHECK | FOR_PAGES | FOR_CELLS, .run = command_check },
	{ .name = "parse", .summary = "what is read from each note, as JSON; needs no store",
		.usage = "FILE...",
		.examples =
			"docket parse call.md | jq '.[0].tasks'\n",
		.groups = FOR_JSON, .run = command_parse },
	{ .name = "sql", .summary = "read-only SQL on the views of the store", .usage = "[STATEMENT|-]",
		.examples =
			"docket sql 'SELECT owner, count(*) FROM task_owners GROUP BY owner'\n"
			"docket sql \"SELECT name, sql FROM sqlite_master WHERE type = 'view'\"\n"
			"docket sql --format csv <monday.sql\n",
		.groups = FOR_PAGES | FOR_CELLS, .run = command_sql },
	{ .name = "completion", .summary = "a completion script for a shell", .usage = "bash|zsh|fish",
		.examples =
			"docket completion bash >~/.local/share/bash-completion/completions/docket\n",
		.run = command_completion },
	{ .name = "help", .summary = "help on docket or on a command", .usage = "[COMMAND]",
		.run = command_help },
	{ .name = "version", .summary = "the version", .usage = "",
		.run = command_version },
	{ .name = "__complete", .usage = "",
		.run = command_complete },
};
/* clang-format on */

/* Reports as commands: their aliases and examples; the rest comes with the report. */
static const struct {
	const char *name, *alias, *examples;
} report_rows[] = {
	{ "tasks", "actions",
		"docket tasks --owner me --due ..friday\n"
		"docket tasks --account Northwind --group-by owner\n"
		"docket tasks --state done --since 'last week' --format md\n"
		"docket tasks --owner me --format ics -o tasks.ics    for a calendar\n" },
	{ "overdue", NULL,
		"docket overdue                 everybody's, grouped by owner\n"
		"docket overdue --owner 'Ravi Menon' --format csv -o ravi.csv\n"
		"docket overdue --exit-code -q  for cron: status 4 when there are any\n" },
	{ "decisions", NULL,
		"docket decisions --account Northwind --format md\n"
		"docket decisions --since 2025-Q4 --json\n"
		"docket decisions --split-by account --format csv -o decisions/\n" },
	{ "changes", NULL,
		"docket changes                 since the import before the last\n"
		"docket changes --since monday --group-by account\n"
		"docket changes --owner 'Ravi Menon' --format md\n" },
	{ "people", NULL,
		"docket people --sort -open --limit 10\n"
		"docket people --unknown        what to write into the configuration\n" },
	{ "accounts", NULL, "docket accounts --json\n" },
	{ "meetings", NULL, "docket meetings --person Ravi --since '4 weeks ago'\n" },
	{ "triage", NULL,
		"docket triage --owner me       a blank for the ? in its box accepts one, a - "
		"drops it\n" },
};

enum {
	ROWS = sizeof(rows) / sizeof(*rows),
	REPORT_ROWS = sizeof(report_rows) / sizeof(*report_rows)
};

static struct command
command_of(const struct docket_report *report)
{
	bool splits =
		strcmp(report->subject, "task") == 0 || strcmp(report->subject, "decision") == 0;
	struct command command = { .name = report->name,
		.summary = report->summary,
		.usage = "",
		.groups = FOR_REPORTS | FOR_PAGES | FOR_CELLS | (splits ? FOR_SPLIT : 0u) |
			  (strcmp(report->subject, "person") == 0 ? FOR_PEOPLE : 0u),
		.run = command_report,
		.report = report };
	for (size_t i = 0; i < REPORT_ROWS; i++) {
		if (strcmp(report_rows[i].name, report->name) != 0)
			continue;
		command.alias = report_rows[i].alias;
		command.examples = report_rows[i].examples;
	}
	return command;
}

bool
commands_at(size_t index, struct command *command)
{
	const struct docket_report *report = docket_report_at(index);
	if (report) {
		*command = command_of(report);
		return true;
	}
	size_t reports = 0;
	while (docket_report_at(reports))
		reports++;
	if (index - reports >= ROWS)
		return false;
	*command = rows[index - reports];
	return true;
}

bool
commands_find(const char *word, struct command *command)
{
	for (size_t i = 0; commands_at(i, command); i++)
		if (strcmp(command->name, word) == 0 ||
			(command->alias && strcmp(command->alias, word) == 0))
			return true;
	return false;
}

struct command
commands_bare(void)
{
	struct command bare = command_of(docket_report_at(0));
	bare.name = NULL;
	return bare;
}

bool
commands_fail(const char *word, struct docket_error *err)
{
	struct nearest nearest = { .word = word };
	struct command command;
	for (size_t i = 0; commands_at(i, &command); i++) {
		if (!command.summary)
			continue;
		nearest_offer(&nearest, command.name);
		if (command.alias)
			nearest_offer(&nearest, command.alias);
	}
	if (nearest.found)
		return fault(err, DOCKET_INVALID, "there is no command '%s'; did you mean '%s'?",
			word, nearest.found);
	return fault(err, DOCKET_INVALID, "there is no command '%s'; see: docket help", word);
}
