#include "read/bullet.h"

#include "base/utf8.h"

enum { DIGITS_MOST = 2 };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* The size of the one among `these` that the text begins with; 0: it begins with none. */
static size_t
starts_with_one(str text, const char *const *these, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_may_start(text, these[i]) && str_starts(text, str_from(these[i])))
			return str_from(these[i]).length;
	return 0;
}

/* The bytes of up to two digits, full-width ones too. */
static size_t
digits_length(str text)
{
	size_t length = 0, size;
	for (int i = 0; i < DIGITS_MOST && length < text.length; i++, length += size) {
		uint32_t code = utf8_first(str_skip(text, length), &size);
		if (!(code >= '0' && code <= '9') && !(code >= 0xFF10 && code <= 0xFF19))
			break;
	}
	return length;
}

/* "１．", "1）", "（1）"; not "1.", which Markdown knows. */
static size_t
number_length(str text)
{
	static const char *const ends[] = { "）", "．", "、" };
	size_t opener = str_starts(text, STR("（")) ? STR("（").length : 0;
	size_t digits = digits_length(str_skip(text, opener));
	str rest = str_skip(text, opener + digits);
	size_t end = starts_with_one(rest, ends, opener ? 1 : COUNT(ends));
	bool wide = digits && (unsigned char)text.bytes[opener] >= 0x80;
	if (!end && wide && (str_starts(rest, STR(".")) || str_starts(rest, STR(")"))))
		end = 1;
	return digits && end ? opener + digits + end : 0;
}

/* "-[ ] text", where the blank behind the dash was forgotten. */
static bool
begins_box(str text)
{
	return text.length > 5 && (text.bytes[0] == '-' || text.bytes[0] == '*') &&
	       text.bytes[1] == '[' && text.bytes[3] == ']' && text.bytes[4] == ' ';
}

static size_t
sign_length(str text)
{
	static const char *const signs[] = { "•", "・", "●", "○", "◯", "■", "◆", "◦", "▪", "‣" };
	size_t size = 0;
	uint32_t code = text.length ? utf8_first(text, &size) : 0;
	if ((code >= 0x2460 && code <= 0x2473) || begins_box(text))
		return size;
	return starts_with_one(text, signs, COUNT(signs));
}

size_t
bullet_length(str line)
{
	size_t length = sign_length(line);
	if (!length)
		length = number_length(line);
	str rest = str_trim_space(str_skip(line, length));
	return length && rest.length ? (size_t)(rest.bytes - line.bytes) : 0;
}

bool
bullet_is_box(str line)
{
	static const char *const boxes[] = { "[ ] ", "[] ", "[x] ", "[X] ", "☐", "☑", "□", "🔲",
		"⬜" };
	size_t length = starts_with_one(line, boxes, COUNT(boxes));
	return length && str_trim_space(str_skip(line, length)).length;
}
