#include "read/fields.h"

#include "base/utf8.h"
#include "read/fields_table.h"
#include "read/recurrence.h"

#include <limits.h>

enum { PASSES = 21 }; /* each takes one tag at most */

static const str variation = { "\uFE0F", 3 };

struct reader {
	struct arena *arena;
	str text;         /* what is left */
	str marked;       /* of it, what ends with the mark of an emoji field if one ends it */
	str tags[PASSES]; /* taken from the end, so the last one first */
	size_t tag_count;
	struct fields fields;
};

static bool
is_blank_at(str text, size_t at)
{
	return at < text.length && text.bytes[at] == ' ';
}

static str
trim_blanks_before(str text)
{
	while (text.length && text.bytes[text.length - 1] == ' ')
		text.length--;
	return text;
}

static str
trim_blanks_after(str text)
{
	while (is_blank_at(text, 0))
		text = str_skip(text, 1);
	return text;
}

/* Cuts the value that ends the text off it. Of a rule a blank is enough. */
static bool
take_value(enum fields_kind kind, str *text, str *value)
{
	size_t from = text->length;
	while (from > 0 &&
		(text->bytes[from - 1] == ' ' || fields_holds(kind, text->bytes[from - 1])))
		from--;
	bool blank = from < text->length;
	*value = trim_blanks_before(trim_blanks_after(str_skip(*text, from)));
	text->length = from;
	return kind == FIELDS_PRIORITY || (kind == FIELDS_RULE && blank) ||
	       (value->length && fields_measure(kind, *value) == value->length);
}

/* Values are ASCII: the mark of a field at the end is the last character that is not. */
static str
start_of_value(str text)
{
	while (text.length && (unsigned char)text.bytes[text.length - 1] < 0x80)
		text.length--;
	return str_ends(text, variation) ? str_slice(text, 0, text.length - variation.length)
					 : text;
}

static bool
take_emoji(const struct fields_row *row, str *text, str *value)
{
	if (!take_value(row->kind, text, value))
		return false;
	if (str_ends(*text, variation))
		text->length -= variation.length;
	str mark = fields_mark_before(row, *text);
	text->length -= mark.length;
	if (row->kind == FIELDS_PRIORITY)
		*value = mark;
	return mark.length > 0;
}

/* [key:: value] or (key:: value), with or without a comma behind it. */
static bool
take_bracketed(const struct fields_row *row, str *text, str *value)
{
	if (str_ends(*text, STR(",")))
		*text = trim_blanks_before(str_slice(*text, 0, text->length - 1));
	bool square = str_ends(*text, STR("]"));
	if (!square && !str_ends(*text, STR(")")))
		return false;
	text->length--;
	if (!take_value(row->kind, text, value))
		return false;
	str mark = fields_mark_before(row, *text);
	text->length -= mark.length;
	*text = trim_blanks_before(*text);
	if (!mark.length || !str_ends(*text, square ? STR("[") : STR("(")))
		return false;
	text->length--;
	return true;
}

static bool
read_field(struct reader *reader, const struct fields_row *row, bool dataview)
{
	str text = reader->text, value;
	if (!dataview &&
		(!reader->marked.length || !fields_mark_before(row, reader->marked).length))
		return false;
	if (!(dataview ? take_bracketed : take_emoji)(row, &text, &value))
		return false;
	fields_store(reader->arena, &reader->fields, row, value);
	reader->text = text;
	return true;
}

static bool
is_tag_char(char c)
{
	/* clang-format off */
	static const bool ends_tag[UCHAR_MAX + 1] = {
		[' '] = true, ['!'] = true, ['@'] = true, ['#'] = true, ['$'] = true, ['%'] = true,
		['^'] = true, ['&'] = true, ['*'] = true, ['('] = true, [')'] = true, [','] = true,
		['.'] = true, ['?'] = true, ['"'] = true, [':'] = true, ['{'] = true, ['}'] = true,
		['|'] = true, ['<'] = true, ['>'] = true,
	};
	/* clang-format on */
	return !ends_tag[(unsigned char)c];
}

/* Whether a # here begins a tag, if tag characters follow. */
static bool
is_tag_place(str text, size_t at)
{
	size_t size;
	return at == 0 || utf8_is_space(utf8_last(str_slice(text, 0, at), &size));
}

/* The tag that the text ends with, or empty. */
static str
last_tag(str text)
{
	size_t from = text.length;
	while (from > 0 && is_tag_char(text.bytes[from - 1]))
		from--;
	bool tag = from > 0 && from < text.length && text.bytes[from - 1] == '#' &&
		   is_tag_place(text, from - 1);
	return tag ? str_skip(text, from - 1) : (str){ 0 };
}

static bool
read_tag(struct reader *reader)
{
	str tag = last_tag(reader->text);
	if (!tag.length)
		return false;
	reader->tags[reader->tag_count++] = tag;
	reader->text.length -= tag.length;
	return true;
}

static bool
read_pass(struct reader *reader, bool dataview)
{
	const struct fields_row *rows = fields_rows(dataview);
	bool matched = false;
	for (size_t i = 0; i < FIELDS_ROWS; i++) {
		bool found = rows[i].kind == FIELDS_TAG ? read_tag(reader)
							: read_field(reader, &rows[i], dataview);
		if (!found)
			continue;
		reader->text = str_trim_space(reader->text);
		reader->marked = start_of_value(reader->text);
		matched = true;
	}
	return matched;
}

/* Trailing tags stay in the description, one blank between them. */
static str
describe(const struct reader *reader)
{
	if (!reader->tag_count)
		return reader->text;
	struct buffer out = { .arena = reader->arena };
	buffer_add(&out, reader->text);
	for (size_t i = reader->tag_count; i > 0; i--) {
		if (out.text.length)
			buffer_add_char(&out, ' ');
		buffer_add(&out, reader->tags[i - 1]);
	}
	return out.text;
}

/* White space that is part of a tag does not begin another one. */
static strs
list_tags(struct arena *arena, str text)
{
	struct {
		LIST(str)
	} tags = { 0 };
	size_t taken = 0;
	for (size_t at = 0; at < text.length; at++) {
		bool place = text.bytes[at] == '#' && (at == 0 || at > taken);
		if (!place || !is_tag_place(text, at))
			continue;
		size_t end = at + 1;
		while (end < text.length && is_tag_char(text.bytes[end]))
			end++;
		if (end == at + 1)
			continue;
		*list_add(arena, &tags) = str_trim_space(str_slice(text, at, end));
		taken = end;
		at = end - 1;
	}
	return (strs){ tags.items, tags.count };
}

/* A rule counts from a date, unless it counts from the day the task is done. */
static str
read_rule(struct arena *arena, const struct fields *fields)
{
	if (!fields->recurrence_written.length)
		return (str){ 0 };
	str rule = recurrence_read(arena, fields->recurrence_written);
	date from = !date_is_none(fields->due)         ? fields->due
		    : !date_is_none(fields->scheduled) ? fields->scheduled
						       : fields->start;
	bool usable = date_is_none(from) || docket_date_exists(from);
	return usable || str_ends(rule, STR(" when done")) ? rule : (str){ 0 };
}

/* Up to the first character that JavaScript takes for the end of a line. */
static str
first_line(str text)
{
	static const bool may_end[UCHAR_MAX + 1] = { ['\n'] = true, ['\r'] = true, [0xE2] = true };
	for (size_t at = 0; at < text.length; at++) {
		char c = text.bytes[at];
		if (!may_end[(unsigned char)c])
			continue;
		str rest = str_skip(text, at);
		if (c != '\xE2' || str_starts(rest, STR("\u2028")) ||
			str_starts(rest, STR("\u2029")))
			return str_slice(text, 0, at);
	}
	return text;
}

/* The length of -, *, +, 1. or 1) */
static size_t
measure_marker(str text)
{
	size_t digits = 0;
	while (digits < text.length && is_digit(text.bytes[digits]))
		digits++;
	str ends = digits ? STR(".)") : STR("-*+");
	bool ended = digits < text.length && str_find_char(ends, text.bytes[digits]) != STR_NONE;
	return ended ? digits + 1 : 0;
}

str
fields_indentation(str line)
{
	size_t at = 0, size;
	while (at < line.length &&
		(line.bytes[at] == '>' || utf8_is_space(utf8_first(str_skip(line, at), &size))))
		at += line.bytes[at] == '>' ? 1 : size;
	return str_slice(line, 0, at);
}

bool
fields_split_box(str line, str *symbol, str *body)
{
	line = str_skip(line, fields_indentation(line).length);
	size_t marker = measure_marker(line), size = 0;
	line = str_skip(line, marker);
	if (!marker || !is_blank_at(line, 0))
		return false;
	line = trim_blanks_after(line);
	if (!str_starts(line, STR("[")) || line.length < 3)
		return false;
	utf8_first(str_skip(line, 1), &size);
	*symbol = first_line(str_slice(line, 1, 1 + size));
	if (!symbol->length || !str_starts(str_skip(line, 1 + size), STR("]")))
		return false;
	*body = str_trim_space(first_line(str_skip(line, 2 + size)));
	return true;
}

str
fields_split_block(str body, str *block)
{
	size_t from = body.length;
	*block = (str){ 0 };
	while (from > 0 && (is_letter(body.bytes[from - 1]) || is_digit(body.bytes[from - 1]) ||
				   body.bytes[from - 1] == '-'))
		from--;
	str before = str_slice(body, 0, from);
	if (from == body.length || !str_ends(before, STR(" ^")))
		return body;
	*block = str_skip(body, from);
	return str_trim_space(str_slice(body, 0, from - 2));
}

struct fields
fields_read(struct arena *arena, str body, bool dataview)
{
	struct reader reader = { .arena = arena };
	struct fields *fields = &reader.fields;
	reader.text = fields_split_block(str_trim_space(body), &fields->block);
	reader.marked = start_of_value(reader.text);
	for (int pass = 0; pass < PASSES && read_pass(&reader, dataview); pass++)
		;
	fields->recurrence = read_rule(arena, fields);
	fields->description = describe(&reader);
	fields->tags = list_tags(arena, fields->description);
	return reader.fields;
}

/* "#412", the number of an issue, belongs to the sentence. */
static bool
is_number(str tag)
{
	size_t at = 1;
	while (at < tag.length && is_digit(tag.bytes[at]))
		at++;
	return at == tag.length;
}

str
fields_strip_tags(str description)
{
	str tag, text = str_trim_space(description);
	while ((tag = last_tag(text)).length && !is_number(tag))
		text = str_trim_space(str_slice(text, 0, text.length - tag.length));
	return text;
}
