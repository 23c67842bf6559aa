/*
 * For the tests of the formats: rows from JSON text, and JSON read back. A string that is a day
 * becomes a date. No more than docket writes is understood; anything else is NULL.
 */
#ifndef TESTS_CLI_READER_H
#define TESTS_CLI_READER_H

#include "base/arena.h"
#include "base/date.h"
#include "base/utf8.h"
#include "cli/page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reader {
	struct arena *arena;
	str rest;
	bool wrong;
};

static inline void
reader_blanks(struct reader *reader)
{
	while (reader->rest.length && strchr(" \n", reader->rest.bytes[0]))
		reader->rest = str_skip(reader->rest, 1);
}

static inline bool
reader_take(struct reader *reader, const char *word)
{
	reader_blanks(reader);
	if (!str_starts(reader->rest, str_from(word)))
		return false;
	reader->rest = str_skip(reader->rest, strlen(word));
	return true;
}

static inline void
reader_escape(struct reader *reader, struct buffer *out)
{
	static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
	const char *at = strchr(letters, reader->rest.bytes[0]);
	if (at && *at) {
		buffer_add_char(out, meant[at - letters]);
		reader->rest = str_skip(reader->rest, 1);
		return;
	}
	char digits[5] = { 0 }, bytes[4];
	reader->wrong |= reader->rest.length < 5 || reader->rest.bytes[0] != 'u';
	if (reader->wrong)
		return;
	memcpy(digits, reader->rest.bytes + 1, 4);
	uint32_t code = (uint32_t)strtoul(digits, NULL, 16);
	buffer_add(out, (str){ bytes, utf8_encode(code, bytes) });
	reader->rest = str_skip(reader->rest, 5);
}

static inline str
reader_string(struct reader *reader)
{
	struct buffer out = { .arena = reader->arena };
	buffer_add(&out, STR(""));
	while (reader->rest.length && reader->rest.bytes[0] != '"' && !reader->wrong) {
		char c = reader->rest.bytes[0];
		reader->rest = str_skip(reader->rest, 1);
		if (c == '\\')
			reader_escape(reader, &out);
		else
			buffer_add_char(&out, c);
		reader->wrong |= (unsigned char)c < 0x20 || c == 0x7F;
	}
	reader->wrong |= !reader_take(reader, "\"");
	return out.text;
}

static inline struct docket_value
reader_scalar(struct reader *reader)
{
	date day;
	if (reader_take(reader, "\"")) {
		str text = reader_string(reader);
		bool is_day = date_parse_iso(text, &day);
		return (struct docket_value){ .type = is_day ? DOCKET_DATE : DOCKET_TEXT,
			.text = text };
	}
	if (reader_take(reader, "null"))
		return (struct docket_value){ 0 };
	char digits[24] = { 0 };
	size_t length = 0;
	while (length < 23 && reader->rest.length && strchr("-0123456789", reader->rest.bytes[0])) {
		digits[length++] = reader->rest.bytes[0];
		reader->rest = str_skip(reader->rest, 1);
	}
	reader->wrong |= length == 0;
	return (struct docket_value){ .type = DOCKET_NUMBER, .number = strtoll(digits, NULL, 10) };
}

static inline struct docket_value
reader_value(struct reader *reader)
{
	bool named = reader_take(reader, "{");
	if (!named && !reader_take(reader, "["))
		return reader_scalar(reader);
	const char *end = named ? "}" : "]";
	struct {
		LIST(struct docket_value)
	} items = { 0 };
	while (!reader_take(reader, end) && !reader->wrong) {
		str name = { 0 };
		if (items.count)
			reader->wrong |= !reader_take(reader, ",");
		if (named && reader_take(reader, "\""))
			name = reader_string(reader);
		if (named)
			reader->wrong |= !reader_take(reader, ":");
		struct docket_value value = reader_value(reader);
		value.name = name;
		*list_add(reader->arena, &items) = value;
	}
	return (struct docket_value){
		.type = named ? DOCKET_MAP : DOCKET_LIST, .items = items.items, .count = items.count
	};
}

/* NULL when the text is not JSON. */
static inline const struct docket_value *
read_json(struct arena *arena, str text)
{
	struct reader reader = { .arena = arena, .rest = text };
	struct docket_value *value = arena_alloc(arena, sizeof(*value));
	*value = reader_value(&reader);
	reader_blanks(&reader);
	return reader.wrong || reader.rest.length ? NULL : value;
}

/* Rows out of a list. */
struct fake {
	const struct docket_value *rows;
	size_t next;
};

static inline const struct docket_value *
fake_next(void *context, struct docket_error *err)
{
	struct fake *fake = context;
	(void)err;
	return fake->next < fake->rows->count ? &fake->rows->items[fake->next++] : NULL;
}

/* What a page of these rows looks like. */
static inline str
print_rows(struct arena *arena, struct page page, const struct docket_value *rows)
{
	char *bytes = NULL;
	size_t length = 0, count = 0;
	struct docket_error err = { 0 };
	static const struct docket_value names[] = { { .name = { "text", 4 } },
		{ .name = { "owners", 6 } } };
	static const struct docket_value none = { .type = DOCKET_MAP, .items = names, .count = 2 };
	struct fake fake = { rows, 0 };
	struct source source = { .next = fake_next,
		.context = &fake,
		.columns = rows->count ? &rows->items[0] : &none };
	page.out = open_memstream(&bytes, &length);
	bool written = page_write_from(&page, &source, &count, &err);
	fclose(page.out);
	str text = str_copy(arena, (str){ bytes, length });
	free(bytes);
	if (!written)
		return str_copy(arena, str_from(err.message));
	return count == rows->count ? text : STR("not all rows");
}

static inline str
print_json(struct arena *arena, struct page page, const char *json)
{
	return print_rows(arena, page, read_json(arena, str_from(json)));
}

/* A list of one map with one item, `text`. */
static inline const struct docket_value *
rows_of_text(struct arena *arena, str text)
{
	struct docket_value *values = arena_array(arena, 3, sizeof(values[0]));
	values[2] = (struct docket_value){ .type = DOCKET_TEXT, .name = STR("text"), .text = text };
	values[1] = (struct docket_value){ .type = DOCKET_MAP, .items = &values[2], .count = 1 };
	values[0] = (struct docket_value){ .type = DOCKET_LIST, .items = &values[1], .count = 1 };
	return values;
}

#endif
