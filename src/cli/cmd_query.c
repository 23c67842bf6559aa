/* docket query: queries of the Obsidian Tasks plugin, from notes, the command line, or saved. */
#include "asked.h"
#include "commands.h"
#include "fault.h"
#include "output.h"
#include "text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Queries of this command line, and what they are read from. */
struct questions {
	const struct invocation *invocation;
	struct docket_store *store;
	struct docket_directory *directory;
	struct asked *asked;
	size_t count, capacity;
	struct docket_dashboard **notes;
	size_t note_count;
	struct text input; /* what standard input holds */
	bool input_read;
	int status;
};

static struct asked *
add_query(struct questions *questions, struct docket_query query)
{
	questions->asked = text_grow(questions->asked, questions->count + 1, &questions->capacity,
		sizeof(*questions->asked));
	struct asked *asked = &questions->asked[questions->count++];
	*asked = (struct asked){ .query = query };
	asked->query.today = questions->invocation->today;
	asked->query.root = option_value(questions->invocation, "root");
	return asked;
}

/* Keeps the status that says most. */
static void
take_error(struct questions *questions, const struct docket_error *err)
{
	int status = report_error(err);
	if (questions->status != EXIT_NOT_UNDERSTOOD)
		questions->status = status;
}

static void
add_blocks(struct questions *questions, struct docket_dashboard *note, const char *path)
{
	questions->notes[questions->note_count++] = note;
	for (size_t i = 0; i < note->block_count; i++) {
		const struct docket_query_block *block = &note->blocks[i];
		struct asked *asked =
			add_query(questions, (struct docket_query){ .dashboard = note,
						     .name = path ? path : "standard input",
						     .text = block->text,
						     .line = block->line + 1 });
		asked->line = block->line;
		asked->heading = block->heading;
		asked->path = path ? realpath(path, NULL) : NULL;
	}
}

static void
add_file(struct questions *questions, const char *path)
{
	struct docket_error err = { 0 };
	struct docket_dashboard *note = docket_dashboard_read(path, &err);
	if (!note) {
		take_error(questions, &err);
		return;
	}
	if (!note->block_count)
		message(questions->invocation, "docket: %s: there is no ```tasks block in it",
			path);
	add_blocks(questions, note, path);
}

/* A note with blocks, or the text of a query. */
static void
add_input(struct questions *questions)
{
	struct text *input = &questions->input;
	struct docket_error err = { 0 };
	if (questions->input_read) {
		fault(&err, DOCKET_INVALID, "standard input can be read once; leave out one '-'");
		take_error(questions, &err);
		return;
	}
	questions->input_read = true;
	if (!text_add_file(input, stdin))
		fault(&err, DOCKET_FAILED, "standard input cannot be read: %s", strerror(errno));
	else if (input->length && memchr(input->bytes, '\0', input->length))
		fault(&err, DOCKET_SKIPPED, "standard input: binary, not a text");
	if (err.code) {
		take_error(questions, &err);
		return;
	}
	struct docket_dashboard *note = docket_dashboard_parse(text_view(input), NULL);
	if (note->block_count) {
		add_blocks(questions, note, NULL);
		return;
	}
	docket_dashboard_free(note);
	add_query(
		questions, (struct docket_query){
				   .text = text_view(input), .name = "standard input", .line = 1 });
}

static void
add_argument(struct questions *questions, const char *argument)
{
	struct docket_str saved = docket_directory_query(questions->directory, argument);
	if (strcmp(argument, "-") == 0) {
		add_input(questions);
	} else if (saved.bytes) {
		struct asked *asked = add_query(questions,
			(struct docket_query){ .text = saved, .name = argument, .line = 1 });
		asked->title = argument;
	} else {
		add_file(questions, argument);
	}
}

/* The queries of -e between two arguments. */
static void
add_expressions(struct questions *questions, size_t before)
{
	const struct invocation *invocation = questions->invocation;
	for (size_t i = 0; i < invocation->option_count; i++) {
		const struct given *given = &invocation->options[i];
		if (given->before != before || strcmp(given->name, "expression") != 0)
			continue;
		struct asked *asked = add_query(questions,
			(struct docket_query){
				.text = docket_str(given->value), .name = "-e", .line = 1 });
		asked->title = given->value;
	}
}

/* All of them, in the order in which they stand on the command line. */
static void
gather(struct questions *questions)
{
	const struct invocation *invocation = questions->invocation;
	add_expressions(questions, 0);
	for (size_t i = 0; i < invocation->argument_count; i++) {
		add_argument(questions, invocation->arguments[i]);
		add_expressions(questions, i + 1);
	}
}

static void
ask_all(struct questions *questions)
{
	for (size_t i = 0; i < questions->count; i++) {
		struct asked *asked = &questions->asked[i];
		asked->answer = docket_query_run(questions->store, &asked->query, &asked->err);
		if (!asked->answer) {
			take_error(questions, &asked->err);
			continue;
		}
		const struct docket_strs *warnings = &asked->answer->warnings;
		for (size_t k = 0; k < warnings->count && !questions->invocation->quiet; k++)
			complain(warnings->items[k].bytes);
	}
}

/* How answers are written in formats of their own; all others have rows. */
static const struct {
	const char *format;
	bool (*write)(const struct page *, const struct asked *, size_t, struct docket_error *);
} writers[] = {
	{ "table", asked_write_list },
	{ "md", asked_write_markdown },
	{ "json", asked_write_json },
};

static bool
write_answers(const struct questions *questions, struct docket_error *err)
{
	struct output output = { .store = questions->store };
	bool done = output_open(&output, questions->invocation, NULL, err);
	size_t i = 0, last = sizeof(writers) / sizeof(*writers);
	while (done && i < last && strcmp(writers[i].format, output.page.format) != 0)
		i++;
	if (done && i < last)
		done = writers[i].write(&output.page, questions->asked, questions->count, err);
	else if (done)
		done = asked_write_rows(&output.page, questions->asked, questions->count, err);
	return output_close(&output, done, done ? err : NULL) && done;
}

static void
free_questions(struct questions *questions)
{
	for (size_t i = 0; i < questions->count; i++) {
		docket_answer_free(questions->asked[i].answer);
		free(questions->asked[i].path);
	}
	for (size_t i = 0; i < questions->note_count; i++)
		docket_dashboard_free(questions->notes[i]);
	free(questions->asked);
	free(questions->notes);
	text_free(&questions->input);
	docket_directory_free(questions->directory);
	docket_store_close(questions->store);
}

static bool
has_rows(const struct questions *questions)
{
	bool any = false;
	for (size_t i = 0; i < questions->count; i++)
		any = any || (questions->asked[i].answer && questions->asked[i].answer->total);
	return any;
}

/* Saved queries: the user's, and over them those of the folders imported. */
static bool
read_directory(struct questions *questions, struct docket_error *err)
{
	const char *config = questions->invocation->config_path;
	questions->directory = docket_directory_new();
	if (config && !docket_directory_read(questions->directory, config, err) &&
		err->code != DOCKET_NOT_FOUND)
		return false;
	err->code = DOCKET_OK;
	docket_store_configure(questions->store, questions->directory);
	return true;
}

static int
run(struct questions *questions)
{
	struct docket_error err = { 0 };
	size_t most = questions->invocation->argument_count;
	questions->notes = text_array(most, sizeof(struct docket_dashboard *));
	if (!read_directory(questions, &err))
		return report_error(&err);
	gather(questions);
	ask_all(questions);
	bool asked = questions->count || questions->status == EXIT_DONE;
	if (asked && !write_answers(questions, &err))
		return report_error(&err);
	if (questions->status != EXIT_DONE)
		return questions->status;
	return has_rows(questions) && option_given(questions->invocation, "exit-code") ? EXIT_ROWS
										       : EXIT_DONE;
}

int
command_query(struct invocation *invocation)
{
	struct docket_error err = { 0 };
	struct questions questions = { .invocation = invocation };
	if (!invocation->argument_count && !option_given(invocation, "expression")) {
		fault(&err, DOCKET_INVALID,
			"docket query needs a note, the name of a saved query, or -e TEXT");
		return report_error(&err);
	}
	questions.store = docket_store_open(invocation->store_path, &err);
	if (!questions.store)
		return report_error(&err);
	int status = run(&questions);
	free_questions(&questions);
	return status;
}
