#include "base/fail.h"

#include <stdarg.h>
#include <stdio.h>

bool
fail(struct docket_error *err, enum docket_error_code code, const char *format, ...)
{
	if (!err)
		return false;
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(err->message, sizeof(err->message), format, arguments);
	va_end(arguments);
	err->code = code;
	return false;
}
