#include "split.h"

#include "commands.h"
#include "fault.h"
#include "output.h"
#include "text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { NAME_MOST = 100 };

/* The values that rows have in the column; an empty text stands for none at all. */
struct names {
	struct text *items;
	size_t count, capacity;
};

/* Rows of a report of which only those with one value of the column pass. */
struct passing {
	struct docket_rows *rows;
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
	const struct docket_value *row;
	while ((row = docket_rows_next(passing->rows, err)))
		if (has_value(row, passing->column, passing->value))
			return row;
	return NULL;
}

static void
add_name(struct names *names, struct docket_str name)
{
	for (size_t i = 0; i < names->count; i++)
		if (text_equal(text_view(&names->items[i]), name))
			return;
	names->items =
		text_grow(names->items, names->count + 1, &names->capacity, sizeof(*names->items));
	text_add(&names->items[names->count++], name);
}

static void
free_names(struct names *names)
{
	for (size_t i = 0; i < names->count; i++)
		text_free(&names->items[i]);
	free(names->items);
}

static bool
find_names(struct docket_store *store, const struct docket_request *request, const char *column,
	struct names *names, struct docket_error *err)
{
	struct docket_request narrow = *request;
	narrow.columns = column;
	struct docket_rows *rows = docket_report_run(store, &narrow, err);
	if (!rows)
		return false;
	const struct docket_value *row;
	while ((row = docket_rows_next(rows, err))) {
		const struct docket_value *list = docket_value_get(row, column);
		for (size_t i = 0; list && i < list->count; i++)
			add_name(names, list->items[i].text);
		if (!list || !list->count)
			add_name(names, docket_str(""));
	}
	docket_rows_free(rows);
	return err->code == DOCKET_OK;
}

/* A name that is safe everywhere: letters of any script, digits, and " -_." inside. */
static void
add_safe_name(struct text *path, struct docket_str name, const char *none)
{
	size_t begin = path->length;
	struct docket_str rest = name.length ? name : docket_str(none);
	while (rest.length && path->length - begin < NAME_MOST) {
		struct docket_str before = rest;
		uint32_t code = text_next(&rest);
		bool plain =
			(code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
			(code >= 'A' && code <= 'Z') || code == '_' ||
			(code >= 0xA1 && code != TEXT_INVALID && (code < 0x2000 || code > 0x206F));
		bool inner = code == ' ' || code == '-' || code == '.';
		if (plain || (inner && path->length > begin))
			text_add(path,
				(struct docket_str){ before.bytes, before.length - rest.length });
		else if (path->length > begin)
			text_add_char(path, '-');
	}
	while (path->length > begin && strchr(" -.", path->bytes[path->length - 1]))
		path->length--;
	if (path->length == begin)
		text_add(path, docket_str("unnamed"));
}

static bool
name_file(const struct names *names, size_t index, const char *folder, const char *format,
	struct text *path)
{
	text_clear(path);
	text_add(path, docket_str(folder));
	text_add_char(path, '/');
	size_t begin = path->length;
	add_safe_name(path, text_view(&names->items[index]), "none");
	/* Two names may become one: the later one gets its number. */
	struct text other = { 0 };
	bool taken = false;
	for (size_t i = 0; i < index && !taken; i++) {
		text_clear(&other);
		add_safe_name(&other, text_view(&names->items[i]), "none");
		taken = text_equal(text_view(&other), text_skip(text_view(path), begin));
	}
	text_free(&other);
	if (taken)
		text_format(path, "-%zu", index + 1);
	text_format(path, ".%s%c", strcmp(format, "table") == 0 ? "txt" : format, 0);
	return taken;
}

static bool
write_one(const struct invocation *invocation, struct passing *passing, const char *path,
	struct docket_error *err)
{
	struct output output = { 0 };
	struct source source = { .next = next_passing,
		.context = passing,
		.columns = docket_rows_columns(passing->rows) };
	bool written = output_open(&output, invocation, path, err) &&
		       page_write_from(&output.page, &source, NULL, err);
	return output_close(&output, written, written ? err : NULL) && written;
}

static bool
write_all(const struct invocation *invocation, struct docket_store *store,
	const struct docket_request *request, const struct names *names, struct docket_error *err)
{
	const char *folder = option_value(invocation, "output");
	const char *column =
		strcmp(option_value(invocation, "split-by"), "owner") == 0 ? "owners" : "accounts";
	struct text path = { 0 };
	bool done = true;
	for (size_t i = 0; i < names->count && done; i++) {
		struct docket_rows *rows = docket_report_run(store, request, err);
		struct passing passing = { rows, column, text_view(&names->items[i]) };
		name_file(names, i, folder, output_format(invocation), &path);
		done = rows && write_one(invocation, &passing, path.bytes, err);
		docket_rows_free(rows);
	}
	text_free(&path);
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
	if (!owners && strcmp(by, "account") != 0)
		return fault(err, DOCKET_INVALID, "--split-by is account or owner, not '%s'", by);
	if (owners && strcmp(invocation->command->report->subject, "task") != 0)
		return fault(
			err, DOCKET_INVALID, "decisions have no owner; use --split-by account");
	if (!folder)
		return fault(
			err, DOCKET_INVALID, "--split-by needs a folder for its files: -o FOLDER");
	if (!make_folder(folder))
		return fault(err, DOCKET_FAILED, "%s: cannot be made: %s", folder, strerror(errno));
	struct names names = { 0 };
	bool done = find_names(store, request, owners ? "owners" : "accounts", &names, err) &&
		    write_all(invocation, store, request, &names, err);
	*count = names.count;
	free_names(&names);
	return done;
}
