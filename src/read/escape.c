#include "read/escape.h"

static const char signs[] = "-!.#*_[]()>+=~&<|";

static bool
is_escape(str text, size_t at)
{
	return text.bytes[at] == '\\' && at + 1 < text.length &&
	       str_find_char(STR(signs), text.bytes[at + 1]) != STR_NONE;
}

str
escape_drop(struct arena *arena, str text)
{
	if (str_find_char(text, '\\') == STR_NONE)
		return text;
	struct buffer out = { .arena = arena };
	bool code = false;
	for (size_t i = 0; i < text.length; i++) {
		code ^= text.bytes[i] == '`';
		if (code || !is_escape(text, i))
			buffer_add_char(&out, text.bytes[i]);
	}
	return out.text;
}
