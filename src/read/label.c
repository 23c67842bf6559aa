#include "read/label.h"

enum { LABEL_MOST = 60, STRONG_MOST = 200, PLAIN_WORDS_MOST = 4 };

static const char *const emphases[] = { "**", "__", "*", "_" };
static const char *const colons[] = { ":", "：" };
static const char *const dashes[] = { "- ", "– ", "— " };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static bool
drop_start(str *text, const char *const *table, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_starts(*text, str_from(table[i]))) {
			*text = str_trim_space(str_skip(*text, str_from(table[i]).length));
			return true;
		}
	return false;
}

static bool
drop_colon(str *text)
{
	*text = str_trim_space(*text);
	for (size_t i = 0; i < COUNT(colons); i++)
		if (str_ends(*text, str_from(colons[i]))) {
			text->length -= str_from(colons[i]).length;
			return true;
		}
	return false;
}

/* The emphasised start of the text, without its marks; `most` bytes of it at most. */
static bool
split_emphasis(str text, size_t most, str *inside, str *rest)
{
	for (size_t i = 0; i < COUNT(emphases); i++) {
		str mark = str_from(emphases[i]);
		if (!str_starts(text, mark))
			continue;
		*inside = str_skip(text, mark.length);
		size_t end = str_find(str_slice(*inside, 0, most), mark);
		if (end == STR_NONE || !end || is_blank(inside->bytes[0]))
			return false;
		*rest = str_trim_space(str_skip(*inside, end + mark.length));
		*inside = str_slice(*inside, 0, end);
		return true;
	}
	return false;
}

static bool
read_strong(str text, struct label *label)
{
	if (!split_emphasis(text, STRONG_MOST, &label->words, &label->rest))
		return false;
	label->strong = true;
	label->colon = drop_colon(&label->words);
	label->colon = drop_start(&label->rest, colons, COUNT(colons)) || label->colon;
	return label->colon || !label->rest.length ||
	       drop_start(&label->rest, dashes, COUNT(dashes));
}

/* "12:30" */
static bool
is_time(str text, size_t colon)
{
	str behind = str_skip(text, colon + 1);
	return text.bytes[colon] == ':' && is_digit(text.bytes[colon - 1]) && behind.length &&
	       is_digit(behind.bytes[0]);
}

static bool
read_plain(str text, struct label *label)
{
	str front = str_slice(text, 0, LABEL_MOST);
	size_t size, end = str_find_any(front, colons, COUNT(colons), &size);
	if (end == STR_NONE || !end || is_time(text, end))
		return false;
	*label = (struct label){ .words = str_trim_space(str_slice(text, 0, end)),
		.rest = str_trim_space(str_skip(text, end + size)),
		.colon = true };
	size_t blanks = 0;
	for (size_t i = 0; i < label->words.length; i++)
		blanks += label->words.bytes[i] == ' ';
	return blanks < PLAIN_WORDS_MOST && !str_starts(label->rest, STR("//")) &&
	       !str_starts(label->rest, STR(":"));
}

bool
label_read(str text, struct label *label)
{
	*label = (struct label){ 0 };
	return read_strong(text, label) || read_plain(text, label);
}

bool
label_read_field(str text, struct label *label)
{
	size_t at = str_find(str_slice(text, 0, LABEL_MOST), STR("::"));
	*label = (struct label){ .colon = true };
	if (at == STR_NONE || !at)
		return false;
	label->words = str_trim_space(str_slice(text, 0, at));
	label->rest = str_trim_space(str_skip(text, at + 2));
	return label->words.length && label->rest.length;
}

str
label_unwrap(str text)
{
	str inside, rest;
	return split_emphasis(text, text.length, &inside, &rest) && !rest.length ? inside : text;
}

str
label_drop_addresses(struct arena *arena, str text, str end)
{
	struct buffer out = { .arena = arena };
	size_t close, length;
	while ((close = str_find(text, STR("]("))) != STR_NONE &&
		(length = str_find_char(str_skip(text, close), ')')) != STR_NONE) {
		str words = str_slice(text, 0, close);
		size_t open = str_find_last_char(words, '[');
		if (open == STR_NONE)
			break;
		buffer_add(&out, str_slice(words, 0, open));
		buffer_add(&out, str_skip(words, open + 1));
		buffer_add(&out, end);
		text = str_skip(text, close + length + 1);
	}
	if (!out.text.length)
		return text;
	buffer_add(&out, text);
	return out.text;
}
