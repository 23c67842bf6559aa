/*
 * Regular expressions of queries: the first line is one, the rest a text that is searched. What is
 * refused says why, and a search has one answer.
 */
#include "fuzz.h"
#include "query/regex.h"

/* Longer ones only take longer. */
enum { TEXT_MOST = 200 };

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	str text = { (const char *)bytes, size }, written = { 0 };
	struct docket_error error = { 0 };
	str_next_line(&text, &written);
	text = str_slice(text, 0, TEXT_MOST);
	struct regex *regex = regex_new(written, &error);
	if (!regex) {
		require(error.code == DOCKET_INVALID, "a mistake is the writer's");
		require_message(error.message);
		return 0;
	}
	require(str_starts(str_trim_space(written), STR("/")), "patterns stand between slashes");
	bool found = regex_matches(regex, text, NULL);
	require(regex_matches(regex, text, NULL) == found, "a search has one answer");
	regex_free(regex);
	return 0;
}
