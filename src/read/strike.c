#include "read/strike.h"

bool
strike_is(str text)
{
	str mark = STR("~~");
	bool inside = false, struck = str_starts(text, mark);
	for (size_t at = 0; struck && at < text.length; at++) {
		if (str_starts(str_skip(text, at), mark)) {
			inside = !inside;
			at++;
		} else {
			struck = inside || is_blank(text.bytes[at]);
		}
	}
	return struck && !inside;
}

str
strike_drop(struct arena *arena, str text)
{
	struct buffer out = { .arena = arena };
	for (size_t at; (at = str_find(text, STR("~~"))) != STR_NONE; text = str_skip(text, at + 2))
		buffer_add(&out, str_slice(text, 0, at));
	buffer_add(&out, text);
	return str_trim_space(out.text);
}

bool
strike_split(str text, str *struck, str *rest)
{
	str mark = STR("~~"), inside = str_skip(text, mark.length);
	size_t end = str_starts(text, mark) ? str_find(inside, mark) : STR_NONE;
	if (end == STR_NONE)
		return false;
	*struck = str_trim_space(str_slice(inside, 0, end));
	*rest = str_trim_space(str_skip(inside, end + mark.length));
	return struck->length && rest->length && str_find(*rest, mark) == STR_NONE;
}
