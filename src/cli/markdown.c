#include "markdown.h"

#include <string.h>

static bool
is_name(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* "&amp;" and the like, of which the text is what follows the "&". */
static bool
is_entity(struct docket_str text)
{
	size_t end = text.length && text.bytes[0] == '#';
	while (end < text.length && end < 40 && is_name(text.bytes[end]))
		end++;
	return end < text.length && text.bytes[end] == ';';
}

static bool
is_markup(struct docket_str text)
{
	char c = text.bytes[0];
	if (c == '&')
		return is_entity(text_skip(text, 1));
	if (c == '=' || c == '%')
		return text.length > 1 && text.bytes[1] == c;
	return c && strchr("\\`*_[]<>|#~$", c);
}

void
markdown_add(struct text *out, struct docket_str text)
{
	for (; text.length; text = text_skip(text, 1)) {
		if (is_markup(text))
			text_add_char(out, '\\');
		text_add_char(out, text.bytes[0]);
	}
}
