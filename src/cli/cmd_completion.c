/* docket completion: scripts for shells, which ask cmd_complete.c. */
#include "commands.h"
#include "fault.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char *shell, *script;
} scripts[] = {
	{ "bash", "_docket() {\n"
		  "\tlocal found line word=${COMP_WORDS[COMP_CWORD]} quote=\n"
		  "\tcase $word in\n"
		  "\t[\\\"\\']*) quote=${word:0:1} word=${word:1} ;;\n"
		  "\t*) word=${word//\\\\/} ;;\n"
		  "\tesac\n"
		  "\tfound=$(docket __complete -- \"${COMP_WORDS[@]:1:COMP_CWORD-1}\" \"$word\" "
		  "2>/dev/null) &&\n"
		  "\t\tcompopt +o default 2>/dev/null\n"
		  "\tCOMPREPLY=()\n"
		  "\twhile IFS= read -r line; do\n"
		  "\t\t[[ -n $quote || -z $line ]] || printf -v line %q \"$line\"\n"
		  "\t\t[[ -z $line ]] || COMPREPLY+=(\"$line\")\n"
		  "\tdone <<<\"$found\"\n"
		  "}\n"
		  "complete -o default -F _docket docket\n" },
	{ "zsh", "#compdef docket\n"
		 "local found\n"
		 "local -a lines\n"
		 "found=$(docket __complete -- \"${(@)words[2,CURRENT-1]}\" \"${(Q)PREFIX}\" "
		 "2>/dev/null) ||\n"
		 "\t{ compset -P '--*='; _files }\n"
		 "lines=(\"${(@f)found}\")\n"
		 "[[ -z $found ]] || compadd -a lines\n" },
	{ "fish", "function __docket_complete\n"
		  "\tset -l word (commandline -ct | string replace -r '^[\\'\"]' '' | "
		  "string replace -a '\\\\' '')\n"
		  "\tdocket __complete -- (commandline -opc)[2..-1] \"$word\" 2>/dev/null\n"
		  "end\n"
		  "complete -c docket -f -a '(__docket_complete)'\n"
		  "complete -c docket -n 'not __docket_complete >/dev/null' -F\n" },
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
