/* docket parse: what is read from each note, as JSON. */
#include "commands.h"
#include "fault.h"
#include "json.h"
#include "tree.h"

#include <stdlib.h>
#include <string.h>

/* A map of these values, copied into the tree. */
#define MAP(tree, name, ...)                                                   \
	copy_map((tree), (name), (const struct docket_value[]){ __VA_ARGS__ }, \
		sizeof((const struct docket_value[]){ __VA_ARGS__ }) /         \
			sizeof(struct docket_value))

static struct docket_value
copy_map(struct tree *tree, const char *name, const struct docket_value *items, size_t count)
{
	struct docket_value *copy = tree_values(tree, count);
	memcpy(copy, items, count * sizeof(*items));
	return tree_map(name, copy, count);
}

/* A text that is always there, even when it is empty. */
static struct docket_value
full_text(const char *name, struct docket_str text)
{
	return (struct docket_value){ .type = DOCKET_TEXT, .name = docket_str(name), .text = text };
}

static struct docket_value
task_value(struct tree *tree, const struct docket_task *task)
{
	struct docket_value status = MAP(tree, "status", tree_text("symbol", task->status.symbol),
		tree_text("name", task->status.name),
		tree_word("type", docket_status_type_name(task->status.type)));
	return MAP(tree, NULL, tree_number("line", task->line), status,
		tree_word("state", docket_state_name(task->state)), full_text("text", task->text),
		full_text("description", task->description),
		tree_list(tree, "owners", task->owners),
		tree_word("priority", docket_priority_name(task->priority)),
		tree_date(tree, "due", task->due), tree_text("due_text", task->due_text),
		tree_date(tree, "scheduled", task->scheduled),
		tree_date(tree, "start", task->start), tree_date(tree, "created", task->created),
		tree_date(tree, "done", task->done), tree_date(tree, "cancelled", task->cancelled),
		tree_text("recurrence", task->recurrence), tree_text("task_id", task->task_id),
		tree_list(tree, "depends_on", task->depends_on),
		tree_text("on_completion", task->on_completion), tree_text("block", task->block),
		tree_list(tree, "tags", task->tags), tree_text("heading", task->heading),
		tree_word("from", docket_origin_name(task->from)));
}

static struct docket_value
decision_value(struct tree *tree, const struct docket_decision *decision)
{
	return MAP(tree, NULL, tree_number("line", decision->line),
		full_text("text", decision->text), tree_date(tree, "date", decision->date),
		tree_text("topic", decision->topic), tree_text("supersedes", decision->supersedes),
		tree_text("heading", decision->heading),
		tree_word("from", docket_origin_name(decision->from)));
}

static struct docket_value
remark_value(struct tree *tree, const struct docket_remark *remark)
{
	return MAP(tree, NULL, tree_number("line", remark->line),
		tree_word("level", docket_level_name(docket_remark_level(remark->kind))),
		tree_word("kind", docket_remark_name(remark->kind)),
		full_text("message", remark->message));
}

static struct docket_value
list_value(const char *name, const struct docket_value *items, size_t count)
{
	return (struct docket_value){
		.type = DOCKET_LIST, .name = docket_str(name), .items = items, .count = count
	};
}

static struct docket_value
note_value(struct tree *tree, const char *path, const struct docket_note *note)
{
	struct docket_value *tasks = tree_values(tree, note->task_count);
	struct docket_value *decisions = tree_values(tree, note->decision_count);
	struct docket_value *remarks = tree_values(tree, note->remark_count);
	size_t task_count = 0;
	for (size_t i = 0; i < note->task_count; i++)
		if (!note->tasks[i].aside)
			tasks[task_count++] = task_value(tree, &note->tasks[i]);
	for (size_t i = 0; i < note->decision_count; i++)
		decisions[i] = decision_value(tree, &note->decisions[i]);
	for (size_t i = 0; i < note->remark_count; i++)
		remarks[i] = remark_value(tree, &note->remarks[i]);
	return MAP(tree, NULL, tree_word("path", path), tree_text("title", note->title),
		tree_date(tree, "date", note->date), tree_text("type", note->type),
		tree_text("account", note->account), tree_text("project", note->project),
		tree_text("series", note->series),
		tree_list(tree, "participants", note->participants),
		tree_text("source", note->source), tree_text("repaired", note->repaired),
		list_value("tasks", tasks, task_count),
		list_value("decisions", decisions, note->decision_count),
		list_value("remarks", remarks, note->remark_count));
}

static bool
parse_file(struct json_list *list, const char *path, struct docket_error *err)
{
	struct docket_vault *vault = docket_vault_find(path);
	struct docket_reading reading = docket_vault_reading(vault);
	struct docket_note *note = docket_note_read(path, &reading, err);
	if (!note) {
		docket_vault_free(vault);
		return false;
	}
	char *absolute = realpath(path, NULL);
	struct tree tree = { 0 };
	struct docket_value value = note_value(&tree, absolute ? absolute : path, note);
	json_list_add(list, &value);
	tree_free(&tree);
	free(absolute);
	docket_note_free(note);
	docket_vault_free(vault);
	return true;
}

int
command_parse(struct invocation *invocation)
{
	struct docket_error err = { 0 };
	int status = EXIT_DONE;
	if (!invocation->argument_count) {
		fault(&err, DOCKET_INVALID, "docket parse needs %s", invocation->command.usage);
		return report_error(&err);
	}
	struct json_list list = { .out = stdout, .indent = 2 };
	for (size_t i = 0; i < invocation->argument_count; i++) {
		if (parse_file(&list, invocation->arguments[i], &err))
			continue;
		report_error(&err);
		status = EXIT_FAILED;
	}
	json_list_end(&list);
	return status;
}
