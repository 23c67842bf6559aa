/* docket people --unknown: what to configure, as lines of the configuration. */
#include "commands.h"
#include "json.h"
#include "output.h"

#include <string.h>
#include <strings.h>

/* What YAML takes for a text without quotes, wherever it stands here. */
static bool
is_plain(struct docket_str text)
{
	for (size_t i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.bytes[i];
		bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
		if (!letter && (i == 0 || !strchr(" .'-0123456789", c)))
			return false;
	}
	return text.length;
}

static bool
is_word(struct docket_str text)
{
	static const char *const words[] = { "true", "false", "null", "yes", "no", "on", "off", "y",
		"n" };
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (text.length == strlen(words[i]) &&
			strncasecmp(text.bytes, words[i], text.length) == 0)
			return true;
	return false;
}

/* A double-quoted text of YAML may be one of JSON. */
static void
add_scalar(struct text *out, struct docket_str text)
{
	if (is_plain(text) && !is_word(text))
		text_add(out, text);
	else
		json_add_text(out, text);
}

static void
add_list(struct text *out, const struct docket_value *list)
{
	for (size_t i = 0; i < list->count; i++) {
		text_add(out, docket_str(i ? ", " : ""));
		add_scalar(out, list->items[i].text);
	}
}

/* What fits several is left to the reader, as a comment. */
static void
add_person(struct text *out, const struct docket_value *row)
{
	const struct docket_value *aliases = docket_value_get(row, "aliases");
	struct docket_str name = docket_value_get(row, "name")->text;
	struct docket_str others = docket_value_get(row, "others")->text;
	long long tasks = docket_value_get(row, "tasks")->number;
	text_add(out, docket_str(others.length ? "  # " : "  "));
	add_scalar(out, name);
	text_add(out, docket_str(": ["));
	add_list(out, aliases);
	text_format(out, "]  # %lld task%s", tasks, tasks == 1 ? "" : "s");
	text_add(out, docket_str(!aliases->count ? "; nobody is spelled like it"
				 : others.length ? "; or "
						 : ""));
	text_add_shown(out, others);
	text_add_char(out, '\n');
}

static void
add_me(struct text *out, struct docket_store *store)
{
	struct docket_rows *rows = docket_likely_me(store, NULL);
	const struct docket_value *row = rows ? docket_rows_next(rows, NULL) : NULL;
	if (row) {
		text_add(out, docket_str("me: "));
		add_scalar(out, row->items[0].text);
		text_add(out, docket_str("  # takes part most often where 'Myself' owns tasks\n"));
	}
	docket_rows_free(rows);
}

static bool
add_people(struct text *out, struct docket_store *store, size_t *count, struct docket_error *err)
{
	struct docket_rows *rows = docket_unknown_people(store, err);
	const struct docket_value *row;
	for (; rows && (row = docket_rows_next(rows, err)); ++*count) {
		if (!*count)
			text_add(out, docket_str("people:\n"));
		add_person(out, row);
	}
	docket_rows_free(rows);
	return !err->code;
}

/* The lines as they are, or in another format the rows. */
static bool
write_unknown(const struct invocation *invocation, struct docket_store *store, size_t *count,
	struct docket_error *err)
{
	struct output output = { .store = store };
	struct text lines = { 0 };
	bool written = output_open(&output, invocation, NULL, err);
	output.page.report = NULL;
	if (written && strcmp(output.page.format, "table") != 0) {
		struct docket_rows *rows = docket_unknown_people(store, err);
		written = rows && page_write(&output.page, rows, count, err);
		docket_rows_free(rows);
	} else if (written) {
		add_me(&lines, store);
		written = add_people(&lines, store, count, err);
		if (!lines.length)
			text_add(&lines, docket_str("# Everybody is known.\n"));
		fwrite(lines.bytes, 1, lines.length, output.page.out);
	}
	text_free(&lines);
	return output_close(&output, written, written ? err : NULL) && written;
}

int
command_unknown(struct invocation *invocation)
{
	struct docket_error err = { 0 };
	struct docket_store *store = docket_store_open(invocation->store_path, &err);
	size_t count = 0;
	bool done = store && write_unknown(invocation, store, &count, &err);
	docket_store_close(store);
	if (!done)
		return report_error(&err);
	return count && option_given(invocation, "exit-code") ? EXIT_ROWS : EXIT_DONE;
}
