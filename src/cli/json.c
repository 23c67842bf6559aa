#include "json.h"

#include <string.h>

static void
add_code(struct text *out, uint32_t code)
{
	static const char named[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
	const char *name = code && code < 0x80 ? strchr(named, (int)code) : NULL;
	if (name)
		text_format(out, "\\%c", letters[name - named]);
	else if (text_is_control(code) || code == 0x2028 || code == 0x2029)
		text_format(out, "\\u%04x", (unsigned)code);
	else
		text_add_code(out, code);
}

/* The bytes that the text starts with and that need no escape. */
static size_t
plain_length(struct docket_str text)
{
	size_t length = 0;
	for (; length < text.length; length++) {
		char c = text.bytes[length];
		if (c < 0x20 || c >= 0x7F || c == '"' || c == '\\')
			break;
	}
	return length;
}

void
json_add_text(struct text *out, struct docket_str text)
{
	text_add_char(out, '"');
	while (text.length) {
		size_t plain = plain_length(text);
		text_add(out, (struct docket_str){ text.bytes, plain });
		text = text_skip(text, plain);
		if (text.length)
			add_code(out, text_next(&text));
	}
	text_add_char(out, '"');
}

static void
add_scalar(struct text *out, const struct docket_value *value)
{
	if (value->type == DOCKET_NULL)
		text_add(out, docket_str("null"));
	else if (value->type == DOCKET_NUMBER && value->text.length)
		text_add(out, value->text);
	else if (value->type == DOCKET_NUMBER)
		text_format(out, "%lld", value->number);
	else
		json_add_text(out, value->text);
}

static void
break_line(struct text *out, int indent, int depth)
{
	if (!indent)
		return;
	text_add_char(out, '\n');
	for (int i = 0; i < indent * depth; i++)
		text_add_char(out, ' ');
}

/* Recursive, as deep as the trees that docket makes: four levels. */
void // NOLINTNEXTLINE(misc-no-recursion)
json_add(struct text *out, const struct docket_value *value, int indent, int depth)
{
	if (value->type != DOCKET_LIST && value->type != DOCKET_MAP) {
		add_scalar(out, value);
		return;
	}
	bool named = value->type == DOCKET_MAP;
	text_add_char(out, named ? '{' : '[');
	for (size_t i = 0; i < value->count; i++) {
		if (i)
			text_add_char(out, ',');
		break_line(out, indent, depth + 1);
		if (named) {
			json_add_text(out, value->items[i].name);
			text_add(out, docket_str(indent ? ": " : ":"));
		}
		json_add(out, &value->items[i], indent, depth + 1);
	}
	if (value->count)
		break_line(out, indent, depth);
	text_add_char(out, named ? '}' : ']');
}

void
json_write(FILE *out, const struct docket_value *value, int indent)
{
	struct text text = { 0 };
	json_add(&text, value, indent, 0);
	text_add_char(&text, '\n');
	fwrite(text.bytes, 1, text.length, out);
	text_free(&text);
}

void
json_list_add(struct json_list *list, const struct docket_value *value)
{
	text_clear(&list->text);
	text_add_char(&list->text, list->count++ ? ',' : '[');
	break_line(&list->text, list->indent, 1);
	json_add(&list->text, value, list->indent, 1);
	fwrite(list->text.bytes, 1, list->text.length, list->out);
}

void
json_list_end(struct json_list *list)
{
	fputs(!list->count ? "[]\n" : list->indent ? "\n]\n" : "]\n", list->out);
	text_free(&list->text);
}
