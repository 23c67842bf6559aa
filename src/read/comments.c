#include "read/comments.h"

#include "read/scanner.h"

static bool
has_pair(str text, char c)
{
	for (size_t at; (at = str_find_char(text, c)) != STR_NONE;) {
		text = str_skip(text, at + 1);
		if (text.length && text.bytes[0] == c)
			return true;
	}
	return false;
}

str
comments_hide(struct arena *arena, str body)
{
	if (!has_pair(body, '%') && !has_pair(body, '$'))
		return body;
	struct buffer hidden = { .arena = arena };
	struct scanner scanner = scanner_start(body);
	struct scanner_line line;
	while (scanner_next(&scanner, &line)) {
		bool hide = line.kind == SCANNER_HIDDEN;
		buffer_add(&hidden, hide ? str_slice(line.raw, 0, line.prefix) : line.raw);
		if (hide && line.starts)
			buffer_add(&hidden, STR("<!---->"));
		buffer_add_char(&hidden, '\n');
	}
	return hidden.text;
}

/* What begins and ends a comment. */
static const char *const marks[][2] = { { "%%", "%%" }, { "<!--", "-->" } };

enum { MARKS = sizeof(marks) / sizeof(*marks) };

/*
 * The size of the comment that the text begins with; 0: it begins with none. Where one mark has no
 * end, it has none further on either, and is not looked for again.
 */
static size_t
comment_length(str text, bool endless[MARKS])
{
	for (size_t i = 0; i < MARKS; i++) {
		str begin = str_from(marks[i][0]), end = str_from(marks[i][1]);
		if (endless[i] || !str_starts(text, begin))
			continue;
		size_t at = str_find(str_skip(text, begin.length), end);
		if (at != STR_NONE)
			return begin.length + at + end.length;
		endless[i] = true;
	}
	return 0;
}

str
comments_drop(struct arena *arena, str line)
{
	struct buffer kept = { .arena = arena };
	bool code = false, endless[MARKS] = { false };
	size_t from = 0, size;
	line = str_slice(line, 0, line.length - str_ends(line, STR("\\")));
	if (str_find(line, STR("%%")) == STR_NONE && str_find(line, STR("<!--")) == STR_NONE)
		return str_trim_space(line);
	for (size_t at = 0; at < line.length; at++) {
		code = code != (line.bytes[at] == '`');
		if (code || !(size = comment_length(str_skip(line, at), endless)))
			continue;
		str before = str_trim_space(str_slice(line, from, at));
		buffer_format(&kept, "%s%.*s", kept.text.length && before.length ? " " : "",
			STR_ARG(before));
		from = at + size;
		at = from - 1;
	}
	str behind = str_trim_space(str_skip(line, from));
	if (!from)
		return behind;
	buffer_format(
		&kept, "%s%.*s", kept.text.length && behind.length ? " " : "", STR_ARG(behind));
	return kept.text;
}
