#include "query/when.h"

#include "base/phrase.h"

#include <stdio.h>

bool
when_read(str keyword, str text, date today, struct when *when)
{
	struct range range;
	*when = (struct when){ 0 };
	bool found = phrase_read_date(text, today, LEAN_FUTURE, &range);
	if (!found && str_equal_nocase(keyword, STR("in"))) {
		char bytes[64];
		int length = snprintf(bytes, sizeof(bytes), "in %.*s", STR_ARG(text));
		found = length < (int)sizeof(bytes) &&
			phrase_read_date(str_from(bytes), today, LEAN_FUTURE, &range);
	}
	if (found)
		*when = (struct when){ .first = range.first, .last = range.last };
	return found;
}
