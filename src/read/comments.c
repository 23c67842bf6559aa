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
