#include "filename.h"

#include <string.h>
#include <strings.h>

enum { NAME_MOST = 100 };

static bool
is_plain(uint32_t code)
{
	return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
	       (code >= 'A' && code <= 'Z') || code == '_' ||
	       (code >= 0xA1 && code != TEXT_INVALID && (code < 0x2000 || code > 0x206F));
}

static void
add_safe(struct text *out, struct docket_str rest)
{
	while (rest.length && out->length < NAME_MOST) {
		struct docket_str before = rest;
		uint32_t code = text_next(&rest);
		bool inner = code == ' ' || code == '-' || code == '.';
		if (is_plain(code) || (inner && out->length))
			text_add(out,
				(struct docket_str){ before.bytes, before.length - rest.length });
		else if (out->length)
			text_add_char(out, '-');
	}
	while (out->length && strchr(" -.", out->bytes[out->length - 1]))
		out->length--;
}

/* To Windows these are devices whatever stands behind a dot, as in "con.2025.txt". */
static bool
is_device(struct docket_str name)
{
	static const char *const devices[] = { "CON", "PRN", "AUX", "NUL", "COM", "LPT" };
	static const char *const numbers[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9",
		"\u00b9", "\u00b2", "\u00b3" };
	const char *dot = memchr(name.bytes, '.', name.length);
	size_t length = dot ? (size_t)(dot - name.bytes) : name.length;
	while (length && name.bytes[length - 1] == ' ')
		length--;
	struct docket_str number = { name.bytes + 3, length > 3 ? length - 3 : 0 };
	bool numbered = false;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		numbered = numbered || text_is(number, numbers[i]);
	for (size_t i = 0; i < sizeof(devices) / sizeof(*devices); i++)
		if (length >= 3 && strncasecmp(name.bytes, devices[i], 3) == 0)
			return i < 4 ? length == 3 : numbered;
	return false;
}

void
filename_add(struct text *out, struct docket_str text)
{
	struct text name = { 0 };
	add_safe(&name, text);
	if (name.length && is_device(text_view(&name)))
		text_add_char(out, '_');
	text_add(out, name.length ? text_view(&name) : docket_str("unnamed"));
	text_free(&name);
}
