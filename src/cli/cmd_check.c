/* docket check: what looks wrong in notes. */
#include "commands.h"
#include "fault.h"
#include "output.h"
#include "text.h"
#include "tree.h"

#include <stdlib.h>
#include <string.h>

/* What a person asked to see. */
struct wanted {
	const char *kind; /* NULL: all */
	enum docket_level least;
};

static const char *const columns[] = { "path", "line", "level", "message", "kind" };

enum { COLUMNS = sizeof(columns) / sizeof(*columns) };

/* Remarks that were collected, given out as the rows of a page. */
struct remarks {
	struct tree tree;
	struct docket_value *rows;
	size_t count, capacity, next;
};

static int
find_kind(const char *name)
{
	for (int kind = 0; kind < DOCKET_REMARK_COUNT; kind++)
		if (strcmp(docket_remark_name((enum docket_remark_kind)kind), name) == 0)
			return kind;
	return -1;
}

static bool
check_kind(const char *name, struct docket_error *err)
{
	if (!name || find_kind(name) >= 0)
		return true;
	struct nearest nearest = { .word = name };
	for (int kind = 0; kind < DOCKET_REMARK_COUNT; kind++)
		nearest_offer(&nearest, docket_remark_name((enum docket_remark_kind)kind));
	return fault(err, DOCKET_INVALID,
		"there is no kind of remark '%s'%s%s%s; see docket-notes(5)", name,
		nearest.found ? "; did you mean '" : "", nearest.found ? nearest.found : "",
		nearest.found ? "'?" : "");
}

static bool
read_wanted(const struct invocation *invocation, struct wanted *wanted, struct docket_error *err)
{
	const char *level = option_value(invocation, "level");
	wanted->kind = option_value(invocation, "kind");
	wanted->least = DOCKET_NOTE_LEVEL;
	for (int l = DOCKET_NOTE_LEVEL; level && l <= DOCKET_ERROR + 1; l++) {
		if (l > DOCKET_ERROR)
			return fault(err, DOCKET_INVALID,
				"--level is note, warning or error, not '%s'", level);
		wanted->least = (enum docket_level)l;
		if (strcmp(docket_level_name(wanted->least), level) == 0)
			break;
	}
	return check_kind(wanted->kind, err);
}

static bool
is_wanted(const struct wanted *wanted, const struct docket_value *row)
{
	struct docket_str kind = docket_value_get(row, "kind")->text;
	struct docket_str level = docket_value_get(row, "level")->text;
	if (wanted->kind && !text_is(kind, wanted->kind))
		return false;
	for (int l = (int)wanted->least; l <= DOCKET_ERROR; l++)
		if (text_is(level, docket_level_name((enum docket_level)l)))
			return true;
	return false;
}

static void
add_row(struct remarks *remarks, const struct wanted *wanted, const struct docket_value *row)
{
	if (!is_wanted(wanted, row))
		return;
	remarks->rows = text_grow(
		remarks->rows, remarks->count + 1, &remarks->capacity, sizeof(*remarks->rows));
	remarks->rows[remarks->count++] = tree_copy(&remarks->tree, row);
}

static void
add_note(struct remarks *remarks, const struct wanted *wanted, const char *path,
	const struct docket_note *note)
{
	for (size_t i = 0; i < note->remark_count; i++) {
		const struct docket_remark *remark = &note->remarks[i];
		struct docket_value cells[COLUMNS] = {
			tree_word(columns[0], path),
			tree_number(columns[1], remark->line),
			tree_word(columns[2], docket_level_name(docket_remark_level(remark->kind))),
			tree_text(columns[3], remark->message),
			tree_word(columns[4], docket_remark_name(remark->kind)),
		};
		struct docket_value row = tree_map(NULL, cells, COLUMNS);
		add_row(remarks, wanted, &row);
	}
}

/* Notes on disk that are looked through. */
struct checking {
	struct remarks *remarks;
	const struct wanted *wanted;
	bool absolute; /* paths for programs; people see them as typed */
	int status;
};

static void
check_note(void *context, const char *path)
{
	struct checking *checking = context;
	struct docket_error err = { 0 };
	struct docket_vault *vault = docket_vault_find(path);
	struct docket_reading reading = docket_vault_reading(vault);
	struct docket_note *note = docket_note_read(path, &reading, &err);
	char *absolute = checking->absolute ? realpath(path, NULL) : NULL;
	if (note)
		add_note(checking->remarks, checking->wanted, absolute ? absolute : path, note);
	else
		checking->status = report_error(&err);
	free(absolute);
	docket_note_free(note);
	docket_vault_free(vault);
}

static int
check_paths(
	const struct invocation *invocation, struct remarks *remarks, const struct wanted *wanted)
{
	bool lines = strcmp(output_format(invocation), "table") == 0;
	struct checking checking = { remarks, wanted, !lines, EXIT_DONE };
	for (size_t i = 0; i < invocation->argument_count; i++) {
		struct docket_error err = { 0 };
		if (!docket_notes_find(invocation->arguments[i], invocation->config_path,
			    check_note, &checking, &err))
			checking.status = report_error(&err);
	}
	return checking.status;
}

/* What add_found is to do with a row of the store. */
struct finding {
	struct remarks *remarks;
	const struct wanted *wanted;
};

static void
add_found(void *context, const struct docket_value *row)
{
	struct finding *finding = context;
	struct docket_value cells[COLUMNS];
	for (size_t i = 0; i < COLUMNS; i++) {
		cells[i] = row->items[i];
		cells[i].name = docket_str(columns[i]);
	}
	struct docket_value named = tree_map(NULL, cells, COLUMNS);
	add_row(finding->remarks, finding->wanted, &named);
}

static int
compare_texts(struct docket_str a, struct docket_str b)
{
	size_t common = a.length < b.length ? a.length : b.length;
	int order = common ? memcmp(a.bytes, b.bytes, common) : 0;
	return order ? order : (a.length > b.length) - (a.length < b.length);
}

/* By path, line and kind; of one kind by what they say. */
static int
compare_rows(const void *a, const void *b)
{
	static const size_t keys[] = { 0, 1, 4, 3 };
	const struct docket_value *one = a, *two = b;
	int order = 0;
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys) && !order; i++) {
		const struct docket_value *left = &one->items[keys[i]];
		const struct docket_value *right = &two->items[keys[i]];
		order = (left->number > right->number) - (left->number < right->number);
		if (!order)
			order = compare_texts(left->text, right->text);
	}
	return order;
}

/* Suggestions are found after the remarks, and stand among them. */
static int
check_store(
	const struct invocation *invocation, struct remarks *remarks, const struct wanted *wanted)
{
	struct docket_error err = { 0 };
	struct finding finding = { remarks, wanted };
	struct docket_store *store = docket_store_open(invocation->store_path, &err);
	struct docket_rows *rows = store ? docket_remarks(store, &err) : NULL;
	const struct docket_value *row;
	while (rows && (row = docket_rows_next(rows, &err)))
		add_found(&finding, row);
	docket_rows_free(rows);
	if (!err.code)
		docket_suggest(store, add_found, &finding, &err);
	docket_store_close(store);
	if (remarks->count)
		qsort(remarks->rows, remarks->count, sizeof(*remarks->rows), compare_rows);
	return report_error(&err);
}

static const struct docket_value *
next_remark(void *context, struct docket_error *err)
{
	struct remarks *remarks = context;
	(void)err;
	return remarks->next < remarks->count ? &remarks->rows[remarks->next++] : NULL;
}

/* The form that editors and other tools know: path:line: level: message [kind]. */
static void
print_lines(FILE *out, const struct remarks *remarks)
{
	struct text line = { 0 };
	for (size_t i = 0; i < remarks->count; i++) {
		const struct docket_value *cells = remarks->rows[i].items;
		text_clear(&line);
		text_add_shown(&line, cells[0].text);
		if (cells[1].number)
			text_format(&line, ":%lld", cells[1].number);
		text_add(&line, docket_str(": "));
		text_add(&line, cells[2].text);
		text_add(&line, docket_str(": "));
		text_add_shown(&line, cells[3].text);
		text_add(&line, docket_str(" ["));
		text_add(&line, cells[4].text);
		text_add(&line, docket_str("]\n"));
		fwrite(line.bytes, 1, line.length, out);
	}
	text_free(&line);
}

/* For a person; a program that reads lines wants nothing else. */
static void
print_count(FILE *out, size_t count)
{
	if (!count)
		fputs("Nothing looks wrong.\n", out);
	else
		fprintf(out, "\n%zu remark%s; what [KIND] means: docket check --explain KIND\n",
			count, count == 1 ? "" : "s");
}

static int
print_remarks(const struct invocation *invocation, struct remarks *remarks, bool all_read)
{
	struct docket_error err = { 0 };
	struct output output = { 0 };
	bool written = output_open(&output, invocation, NULL, &err);
	if (written && strcmp(output.page.format, "table") == 0) {
		print_lines(output.page.out, remarks);
		if (output.page.terminal && (remarks->count || all_read))
			print_count(output.page.out, remarks->count);
	} else if (written) {
		struct docket_value names[COLUMNS];
		for (size_t i = 0; i < COLUMNS; i++)
			names[i] =
				(struct docket_value){ .type = i == 1 ? DOCKET_NUMBER : DOCKET_TEXT,
					.name = docket_str(columns[i]) };
		struct docket_value map = tree_map(NULL, names, COLUMNS);
		struct source source = { .next = next_remark, .context = remarks, .columns = &map };
		written = page_write_from(&output.page, &source, NULL, &err);
	}
	written = output_close(&output, written, written ? &err : NULL) && written;
	return written ? EXIT_DONE : report_error(&err);
}

/* One kind; as words, or as a row in another format. */
static bool
print_kind(struct output *output, enum docket_remark_kind kind, struct docket_error *err)
{
	const char *name = docket_remark_name(kind), *meaning = docket_remark_explain(kind);
	const char *level = docket_level_name(docket_remark_level(kind));
	if (strcmp(output->page.format, "table") == 0) {
		fprintf(output->page.out, "%s (%s)\n%s\n", name, level, meaning);
		return true;
	}
	struct docket_value cells[] = { tree_word("kind", name), tree_word("level", level),
		tree_word("meaning", meaning) };
	struct docket_value row = tree_map(NULL, cells, sizeof(cells) / sizeof(*cells));
	struct remarks one = { .rows = &row, .count = 1 };
	struct source source = { .next = next_remark, .context = &one, .columns = &row };
	output->page.sheet = true;
	return page_write_from(&output->page, &source, NULL, err);
}

static int
explain(const struct invocation *invocation, const char *name)
{
	struct docket_error err = { 0 };
	struct output output = { 0 };
	if (!check_kind(name, &err))
		return report_error(&err);
	bool done = output_open(&output, invocation, NULL, &err) &&
		    print_kind(&output, (enum docket_remark_kind)find_kind(name), &err);
	done = output_close(&output, done, done ? &err : NULL) && done;
	return done ? EXIT_DONE : report_error(&err);
}

int
command_check(struct invocation *invocation)
{
	struct docket_error err = { 0 };
	struct wanted wanted;
	if (option_given(invocation, "explain"))
		return explain(invocation, option_value(invocation, "explain"));
	if (!read_wanted(invocation, &wanted, &err))
		return report_error(&err);
	struct remarks remarks = { 0 };
	int status = invocation->argument_count ? check_paths(invocation, &remarks, &wanted)
						: check_store(invocation, &remarks, &wanted);
	bool looked = invocation->argument_count || status == EXIT_DONE;
	int printed = looked ? print_remarks(invocation, &remarks, status == EXIT_DONE) : status;
	if (status == EXIT_DONE)
		status = printed;
	if (status == EXIT_DONE && remarks.count && option_given(invocation, "exit-code"))
		status = EXIT_ROWS;
	free(remarks.rows);
	tree_free(&remarks.tree);
	return status;
}
