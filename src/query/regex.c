#include "query/regex.h"

#include "base/fail.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

struct regex {
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *limits;
};

enum { PATTERN_MOST = 500, STEPS_MOST = 100000, DEPTH_MOST = 10000 };

static pcre2_code *
compile(str pattern, uint32_t options, struct docket_error *err)
{
	int number;
	size_t at;
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern.bytes, pattern.length,
		options | PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_MATCH_UNSET_BACKREF |
			PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C,
		&number, &at, NULL);
	if (code)
		return code;
	char reason[128] = "";
	pcre2_get_error_message(number, (PCRE2_UCHAR *)reason, sizeof(reason));
	return fail_null(err, DOCKET_INVALID, "/%.*s/ is no regular expression: %s",
		STR_ARG(pattern), reason);
}

struct regex *
regex_new(str written, struct docket_error *err)
{
	written = str_trim_space(written);
	size_t end = str_find_last_char(written, '/');
	if (!str_starts(written, STR("/")) || end == STR_NONE || end < 2)
		return fail_null(err, DOCKET_INVALID,
			"'%.*s' is no regular expression; write it between slashes: /%.*s/",
			STR_ARG(written), STR_ARG(written));
	str pattern = str_slice(written, 1, end), flags = str_skip(written, end + 1);
	uint32_t options = str_find_char(flags, 'i') == STR_NONE ? 0 : PCRE2_CASELESS;
	if (pattern.length > PATTERN_MOST)
		return fail_null(err, DOCKET_INVALID,
			"a regular expression of more than %d characters; split it", PATTERN_MOST);
	pcre2_code *code = compile(pattern, options, err);
	if (!code)
		return NULL;
	struct regex *regex = memory_alloc(sizeof(*regex));
	*regex = (struct regex){ .code = code,
		.data = pcre2_match_data_create(1, NULL),
		.limits = pcre2_match_context_create(NULL) };
	pcre2_set_match_limit(regex->limits, STEPS_MOST);
	pcre2_set_depth_limit(regex->limits, DEPTH_MOST);
	return regex;
}

bool
regex_matches(const struct regex *regex, str text)
{
	return pcre2_match(regex->code, (PCRE2_SPTR)(text.bytes ? text.bytes : ""), text.length, 0,
		       0, regex->data, regex->limits) >= 0;
}

void
regex_free(struct regex *regex)
{
	if (!regex)
		return;
	pcre2_match_data_free(regex->data);
	pcre2_match_context_free(regex->limits);
	pcre2_code_free(regex->code);
	free(regex);
}
