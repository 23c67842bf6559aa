/*
 * Days behind a date field of a query: the first line is the keyword, the rest the text. What is
 * understood are days that exist, the last not before the first.
 */
#include "fuzz.h"
#include "query/when.h"

static const date todays[] = { { 2025, 11, 22 }, { 2024, 2, 29 }, { 9999, 12, 31 }, { 0, 1, 1 } };

static void
read_text(str keyword, str text, date today)
{
	struct when when;
	if (!when_read(keyword, text, today, &when)) {
		require(date_is_none(when.first) && date_is_none(when.last) && !when.ignored,
			"what is not understood is nothing");
		return;
	}
	require(docket_date_exists(when.first) && docket_date_exists(when.last), "days exist");
	require(date_compare(when.first, when.last) <= 0, "a range does not end before it begins");
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	str text = { (const char *)bytes, size }, keyword = { 0 };
	str_next_line(&text, &keyword);
	for (size_t i = 0; i < sizeof(todays) / sizeof(*todays); i++)
		read_text(keyword, text, todays[i]);
	return 0;
}
