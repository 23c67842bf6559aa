#include "split.h"

#include "commands.h"
#include "fault.h"
#include "filename.h"
#include "output.h"
#include "text.h"
#include "tree.h"

#include <errno.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A value that rows have in the column, and its file; an empty one: rows without any. */
struct name {
	struct docket_str value;
	struct text file;
	long long key; /* of the file */
	size_t *rows;  /* that have it, each once */
	size_t count, capacity;
};

/* The values in the order in which they come, and as trees of tsearch(3). */
struct names {
	struct name **items;
	size_t count, capacity;
	void *by_value, *by_file;
};

/* The rows of a report, all of them, and their columns. */
struct kept {
	struct tree tree;
	struct docket_value rows, columns;
};

/* Those rows of which only the ones with one value of the column pass. */
struct passing {
	const struct kept *kept;
	const struct name *name;
	const char *column;
	size_t next;
};

static const struct docket_value *
next_passing(void *context, struct docket_error *err)
{
	struct passing *passing = context;
	(void)err;
	if (passing->next == passing->name->count)
		return NULL;
	return &passing->kept->rows.items[passing->name->rows[passing->next++]];
}

static int
compare_values(const void *left, const void *right)
{
	struct docket_str a = ((const struct name *)left)->value;
	struct docket_str b = ((const struct name *)right)->value;
	if (a.length != b.length)
		return a.length < b.length ? -1 : 1;
	return a.length ? memcmp(a.bytes, b.bytes, a.length) : 0;
}

/* Some disks do not tell capitals apart, or the ways to write an accent. */
static int
compare_files(const void *left, const void *right)
{
	long long a = ((const struct name *)left)->key, b = ((const struct name *)right)->key;
	return (a > b) - (a < b);
}

/* The name in the tree that equals this one: itself, when none was there yet. */
static struct name *
take_place(struct name *name, void **tree, int (*compare)(const void *, const void *))
{
	struct name **found = tsearch(name, tree, compare);
	if (found)
		return *found;
	fputs("docket: out of memory\n", stderr);
	abort();
}

static void
free_tree(void **tree, int (*compare)(const void *, const void *))
{
	while (*tree)
		tdelete(*(struct name **)*tree, tree, compare);
}

static struct name *
find_name(struct names *names, struct docket_str value)
{
	struct name *fresh = text_array(1, sizeof(*fresh));
	fresh->value = value;
	struct name *found = take_place(fresh, &names->by_value, compare_values);
	if (found != fresh) {
		free(fresh);
		return found;
	}
	names->items =
		text_grow(names->items, names->count + 1, &names->capacity, sizeof(struct name *));
	return names->items[names->count++] = fresh;
}

static void
add_row(struct names *names, struct docket_str value, size_t row)
{
	struct name *name = find_name(names, value);
	if (name->count && name->rows[name->count - 1] == row)
		return;
	name->rows = text_grow(name->rows, name->count + 1, &name->capacity, sizeof(*name->rows));
	name->rows[name->count++] = row;
}

static void
free_names(struct names *names)
{
	free_tree(&names->by_value, compare_values);
	free_tree(&names->by_file, compare_files);
	for (size_t i = 0; i < names->count; i++) {
		text_free(&names->items[i]->file);
		free(names->items[i]->rows);
		free(names->items[i]);
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
	for (size_t i = 0; i < kept->rows.count; i++) {
		const struct docket_value *list = docket_value_get(&kept->rows.items[i], column);
		if (!list || !list->count)
			add_row(names, docket_str(""), i);
	}
	for (size_t i = 0; i < kept->rows.count; i++) {
		const struct docket_value *list = docket_value_get(&kept->rows.items[i], column);
		for (size_t k = 0; list && k < list->count; k++)
			add_row(names, list->items[k].text, i);
	}
}

/* Several names may become one: later ones get the next number that is free. */
static void
name_files(struct names *names, const char *folder, const char *format)
{
	for (size_t i = 0; i < names->count; i++) {
		struct name *name = names->items[i];
		text_format(&name->file, "%s/", folder);
		filename_add(&name->file, name->value.length ? name->value : docket_str("none"));
		size_t plain = name->file.length, number = 1;
		do {
			name->file.length = plain;
			if (number > 1)
				text_format(&name->file, "-%zu", number);
			text_format(
				&name->file, ".%s", strcmp(format, "table") == 0 ? "txt" : format);
			name->key = docket_text_key(text_view(&name->file));
			number++;
		} while (take_place(name, &names->by_file, compare_files) != name);
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
			.kept = kept, .name = names->items[i], .column = column
		};
		done = write_one(invocation, &passing, passing.name->file.bytes, err);
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
	*count = kept.rows.count;
	free_names(&names);
	tree_free(&kept.tree);
	return done;
}
