#include "split.h"

#include "commands.h"
#include "fault.h"
#include "filename.h"
#include "output.h"
#include "text.h"
#include "tree.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The values that rows have in the column, with their files; an empty one: rows without any. */
struct names {
	struct name {
		struct text value, file;
		long long key; /* of the file */
	} * items;
	size_t count, capacity;
};

/* The rows of a report, all of them, and their columns. */
struct kept {
	struct tree tree;
	struct docket_value rows, columns;
};

/* Those rows of which only the ones with one value of the column pass. */
struct passing {
	const struct kept *kept;
	size_t next;
	const char *column;
	struct docket_str value;
};

static bool
has_value(const struct docket_value *row, const char *column, struct docket_str value)
{
	const struct docket_value *list = docket_value_get(row, column);
	if (!list || !list->count)
		return !value.length;
	for (size_t i = 0; i < list->count; i++)
		if (text_equal(list->items[i].text, value))
			return true;
	return false;
}

static const struct docket_value *
next_passing(void *context, struct docket_error *err)
{
	struct passing *passing = context;
	(void)err;
	while (passing->next < passing->kept->rows.count) {
		const struct docket_value *row = &passing->kept->rows.items[passing->next++];
		if (has_value(row, passing->column, passing->value))
			return row;
	}
	return NULL;
}

static void
add_name(struct names *names, struct docket_str name)
{
	for (size_t i = 0; i < names->count; i++)
		if (text_equal(text_view(&names->items[i].value), name))
			return;
	names->items =
		text_grow(names->items, names->count + 1, &names->capacity, sizeof(*names->items));
	text_add(&names->items[names->count++].value, name);
}

static void
free_names(struct names *names)
{
	for (size_t i = 0; i < names->count; i++) {
		text_free(&names->items[i].value);
		text_free(&names->items[i].file);
	}
	free(names->items);
}

static bool
keep_rows(struct docket_store *store, const struct docket_request *request, struct kept *kept,
	struct docket_error *err)
{
	struct docket_rows *rows = docket_report_run(store, request, err);
	if (!rows)
		return false;
	kept->columns = tree_copy(&kept->tree, docket_rows_columns(rows));
	kept->rows = tree_rows(&kept->tree, NULL, rows, err);
	docket_rows_free(rows);
	return err->code == DOCKET_OK;
}

/* What has none comes first: its file is "none" even where somebody has that name. */
static void
find_names(const struct kept *kept, const char *column, struct names *names)
{
	for (size_t i = 0; i < kept->rows.count; i++)
		if (has_value(&kept->rows.items[i], column, docket_str("")))
			add_name(names, docket_str(""));
	for (size_t i = 0; i < kept->rows.count; i++) {
		const struct docket_value *list = docket_value_get(&kept->rows.items[i], column);
		for (size_t k = 0; list && k < list->count; k++)
			add_name(names, list->items[k].text);
	}
}

/* Some disks do not tell capitals apart, or the ways to write an accent. */
static bool
is_taken(const struct names *names, const struct name *name)
{
	for (const struct name *other = names->items; other < name; other++)
		if (other->key == name->key)
			return true;
	return false;
}

/* Several names may become one: later ones get the next number that is free. */
static void
name_files(struct names *names, const char *folder, const char *format)
{
	for (size_t i = 0; i < names->count; i++) {
		struct name *name = &names->items[i];
		struct docket_str value = text_view(&name->value);
		text_format(&name->file, "%s/", folder);
		filename_add(&name->file, value.length ? value : docket_str("none"));
		size_t plain = name->file.length, number = 1;
		do {
			name->file.length = plain;
			if (number > 1)
				text_format(&name->file, "-%zu", number);
			text_format(
				&name->file, ".%s", strcmp(format, "table") == 0 ? "txt" : format);
			name->key = docket_text_key(text_view(&name->file));
			number++;
		} while (is_taken(names, name));
		text_add_char(&name->file, '\0');
	}
}

static bool
write_one(const struct invocation *invocation, struct passing *passing, const char *path,
	struct docket_error *err)
{
	struct output output = { 0 };
	struct source source = {
		.next = next_passing, .context = passing, .columns = &passing->kept->columns
	};
	bool written = output_open(&output, invocation, path, err);
	/* In the file of an owner a group for each of those who share a task says nothing. */
	if (!output.page.group_by && strcmp(passing->column, "owners") == 0)
		output.page.group_by = "";
	written = written && page_write_from(&output.page, &source, NULL, err);
	return output_close(&output, written, written ? err : NULL) && written;
}

static bool
write_all(const struct invocation *invocation, const struct kept *kept, const char *column,
	struct names *names, struct docket_error *err)
{
	const char *folder = option_value(invocation, "output");
	bool done = true;
	name_files(names, folder, output_format(invocation));
	for (size_t i = 0; i < names->count && done; i++) {
		struct passing passing = {
			.kept = kept, .column = column, .value = text_view(&names->items[i].value)
		};
		done = write_one(invocation, &passing, names->items[i].file.bytes, err);
	}
	if (done)
		message(invocation, "%zu file%s in %s", names->count, names->count == 1 ? "" : "s",
			folder);
	return done;
}

/* With the folders above it. */
static bool
make_folder(const char *folder)
{
	struct text path = { 0 };
	bool made = true;
	for (size_t i = 1; folder[0] && i <= strlen(folder) && made; i++) {
		if (folder[i] && folder[i] != '/')
			continue;
		text_clear(&path);
		text_add(&path, (struct docket_str){ folder, i });
		text_add_char(&path, '\0');
		made = mkdir(path.bytes, 0700) == 0 || errno == EEXIST;
	}
	text_free(&path);
	return made;
}

bool
split_write(const struct invocation *invocation, struct docket_store *store,
	const struct docket_request *request, size_t *count, struct docket_error *err)
{
	const char *by = option_value(invocation, "split-by");
	const char *folder = option_value(invocation, "output");
	bool owners = strcmp(by, "owner") == 0;
	if (owners && strcmp(invocation->command.report->subject, "task") != 0)
		return fault(
			err, DOCKET_INVALID, "decisions have no owner; use --split-by account");
	if (!folder)
		return fault(
			err, DOCKET_INVALID, "--split-by needs a folder for its files: -o FOLDER");
	if (!make_folder(folder))
		return fault(err, DOCKET_FAILED, "%s: cannot be made: %s", folder, strerror(errno));
	const char *column = owners ? "owners" : "accounts";
	struct names names = { 0 };
	struct kept kept = { 0 };
	bool done = keep_rows(store, request, &kept, err);
	find_names(&kept, column, &names);
	done = done && write_all(invocation, &kept, column, &names, err);
	*count = names.count;
	free_names(&names);
	tree_free(&kept.tree);
	return done;
}
