#include "base/fail.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Takes off the part of a character that did not fit. */
static void
mend_end(char *text)
{
	char *end = text + strlen(text);
	while (end > text && ((unsigned char)end[-1] & 0xC0) == 0x80)
		end--;
	if (end > text && (unsigned char)end[-1] >= 0xC0)
		end[-1] = '\0';
}

bool
fail(struct docket_error *err, enum docket_error_code code, const char *format, ...)
{
	if (!err)
		return false;
	va_list arguments;
	va_start(arguments, format);
	int length = vsnprintf(err->message, sizeof(err->message), format, arguments);
	va_end(arguments);
	if (length >= (int)sizeof(err->message))
		mend_end(err->message);
	err->code = code;
	return false;
}
