#include "read/frontmatter_values.h"

#include "base/link.h"
#include "base/utf8.h"

/* The text of a value: its own, its name, or the first in a list. NULL: none. */
static const struct yaml *
find_text(const struct yaml *value)
{
	while (value && value->kind != YAML_TEXT) {
		const struct yaml *inner = yaml_get(value, "name");
		for (size_t i = 0; value->kind == YAML_LIST && !inner && i < value->count; i++)
			if (value->items[i].kind != YAML_NOTHING)
				inner = &value->items[i];
		value = inner;
	}
	return value;
}

void
frontmatter_read_text(struct frontmatter_reader *reader, const struct yaml *value, void *field)
{
	(void)reader;
	const struct yaml *text = find_text(value);
	str *result = field;
	if (!result->length && text)
		*result = str_trim_space(text->text);
}

void
frontmatter_read_target(struct frontmatter_reader *reader, const struct yaml *value, void *field)
{
	str text = { 0 }, *result = field;
	frontmatter_read_text(reader, value, &text);
	str rest = text;
	if (str_starts(text, STR("[[")))
		frontmatter_next_link(&rest, &text);
	if (!result->length)
		*result = text;
}

void
frontmatter_read_is_link(struct frontmatter_reader *reader, const struct yaml *value, void *field)
{
	const struct yaml *text = find_text(value);
	bool *result = field;
	bool nested =
		value->kind == YAML_LIST && value->count == 1 && value->items[0].kind == YAML_LIST;
	*result = text && reader->result->source.length &&
		  (nested || str_starts(text->text, STR("[[")));
}

void
frontmatter_read_name(struct frontmatter_reader *reader, const struct yaml *value, void *field)
{
	str text = { 0 }, target = { 0 }, *result = field;
	frontmatter_read_text(reader, value, &text);
	frontmatter_read_target(reader, value, &target);
	if (!result->length)
		*result = str_equal(text, target) ? text : link_name(target);
}

/* A note is of one account and one project. */
void
frontmatter_read_only(struct frontmatter_reader *reader, const struct yaml *value, void *field)
{
	strs texts = yaml_texts(reader->arena, value);
	size_t others = 0;
	for (size_t i = 1; i < texts.count; i++)
		others += texts.items[i].length && !str_equal(texts.items[i], texts.items[0]);
	if (value->kind == YAML_LIST && others)
		remark(reader->remarks, value->line, DOCKET_REMARK_FRONT_MATTER_VALUE,
			"%.*s: a note has one, docket took the first of these, %.*s",
			STR_ARG(value->key), STR_ARG(docket_text_fit(texts.items[0], 40, NULL)));
	frontmatter_read_name(reader, value, field);
}

/* "04.11.2025", which can be one day only. */
static bool
parse_dotted(str text, date *day)
{
	str number, rest = str_slice(text, 0, str_find_char(text, ' '));
	int numbers[3], most[] = { 99, 99, 9999 };
	size_t count = 0;
	while (count < 3 && str_next_part(&rest, '.', &number) &&
		str_number(number, most[count], &numbers[count]))
		count++;
	if (count < 3 || rest.length || number.length != 4)
		return false;
	*day = (date){ numbers[2], numbers[1], numbers[0] };
	return true;
}

void
frontmatter_read_date(struct frontmatter_reader *reader, const struct yaml *value, void *field)
{
	str text = { 0 };
	date *result = field, day;
	frontmatter_read_name(reader, value, &text);
	if (!text.length || !date_is_none(*result))
		return;
	bool iso = date_parse_iso(str_slice(text, 0, 10), &day) &&
		   !(text.length > 10 && is_digit(text.bytes[10]));
	bool known = iso || parse_dotted(text, &day);
	if (known && docket_date_exists(day))
		*result = day;
	else
		remark(reader->remarks, value->line, DOCKET_REMARK_INVALID_DATE,
			"%.*s: %s %.*s%s; write YYYY-MM-DD", STR_ARG(value->key),
			known ? "there is no day" : "docket sees no day in",
			STR_ARG(docket_text_fit(text, 40, NULL)),
			known ? ", docket left it out" : "");
}

void
frontmatter_read_people(struct frontmatter_reader *reader, const struct yaml *value, void *field)
{
	(void)field;
	strs names = yaml_texts(reader->arena, value);
	for (size_t i = 0; i < names.count; i++)
		if (value->kind == YAML_TEXT)
			frontmatter_add_people(
				reader->arena, names.items[i], &reader->participants);
		else
			frontmatter_add_item(reader->arena, names.items[i], &reader->participants);
}

/* Tags hold neither blanks nor commas nor brackets. */
static void
add_tags(struct frontmatter_reader *reader, str text)
{
	for (size_t end; text.length; text = str_skip(text, end + 1)) {
		for (end = 0; end < text.length && !is_blank(text.bytes[end]); end++)
			if (str_find_char(STR(",[]"), text.bytes[end]) != STR_NONE)
				break;
		str tag = str_slice(text, 0, end);
		while (str_starts(tag, STR("#")))
			tag = str_skip(tag, 1);
		if (tag.length)
			*list_add(reader->arena, &reader->tags) = tag;
	}
}

void
frontmatter_read_tags(struct frontmatter_reader *reader, const struct yaml *value, void *field)
{
	(void)field;
	strs tags = yaml_texts(reader->arena, value);
	for (size_t i = 0; i < tags.count; i++)
		add_tags(reader, tags.items[i]);
}

void
frontmatter_read_tree(struct frontmatter_reader *reader, const struct yaml *value, void *field)
{
	(void)reader;
	struct yaml *result = field;
	if (result->kind == YAML_NOTHING)
		*result = *value;
}
