#include "fault.h"

#include <stdarg.h>

bool
fault(struct docket_error *err, enum docket_error_code code, const char *format, ...)
{
	if (!err)
		return false;
	va_list arguments;
	va_start(arguments, format);
	err->code = code;
	vsnprintf(err->message, sizeof(err->message), format, arguments);
	va_end(arguments);
	return false;
}

bool
fault_is_absent(FILE *out)
{
	return fflush(out) == 0 && !ferror(out);
}
