#include "query/regex.h"

#include "base/fail.h"
#include "base/utf8.h"
#include "query/regex_translate.h"

#include <assert.h>
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

enum { PATTERN_MOST = 500 };

/*
 * A search that goes deeper, takes more steps from one place of the text, or takes too many places
 * that need more than a few steps, is given up. PCRE2 counts the steps from one place only.
 */
enum { DEPTH_MOST = 10000, STEPS_FEW = 100, STEPS_MOST = 100000, STEPS_ALL = 5000000 };

struct regex {
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *limits;
	bool anchored; /* it is found at the begin of the text or not at all */
};

/* PCRE2's memory, which never runs out: memory_alloc prints and aborts then. */
static void *
allocate(size_t size, void *unused)
{
	(void)unused;
	return memory_alloc(size);
}

static void
release(void *memory, void *unused)
{
	(void)unused;
	free(memory);
}

static size_t
count_characters(str text)
{
	size_t count = 0;
	uint32_t code;
	while (utf8_next(&text, &code))
		count++;
	return count;
}

/* False when one is unknown or there twice. */
static bool
read_flags(str text, unsigned *flags)
{
	static const struct {
		char letter;
		unsigned flag;
	} rows[] = { { 'd', 0 }, { 'g', 0 }, { 'i', REGEX_IGNORE_CASE }, { 'm', REGEX_MULTILINE },
		{ 's', REGEX_DOT_ALL }, { 'u', REGEX_UNICODE }, { 'y', REGEX_STICKY } };
	size_t known = 0;
	*flags = 0;
	for (size_t row = 0; row < sizeof(rows) / sizeof(*rows); row++)
		if (str_find_char(text, rows[row].letter) != STR_NONE) {
			*flags |= rows[row].flag;
			known++;
		}
	return known == text.length;
}

/* A callout before the pattern tells from where it is looked for. `pattern` is for the message. */
static pcre2_code *
compile(str translated, unsigned flags, str pattern, struct docket_error *err)
{
	int number;
	size_t at;
	uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_MATCH_UNSET_BACKREF |
			   PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C;
	options |= flags & REGEX_IGNORE_CASE ? PCRE2_CASELESS : 0;
	options |= flags & REGEX_STICKY ? PCRE2_ANCHORED : 0;
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)(translated.bytes ? translated.bytes : ""),
		translated.length, options, &number, &at, NULL);
	if (code)
		return code;
	char reason[128] = "";
	pcre2_get_error_message(number, (PCRE2_UCHAR *)reason, sizeof(reason));
	return fail_null(err, DOCKET_INVALID, "docket cannot search for /%.*s/: %s",
		STR_ARG(pattern), reason);
}

static pcre2_code *
read_pattern(str pattern, unsigned flags, struct docket_error *err)
{
	struct arena arena = { 0 };
	const char *why;
	str translated = str_format(
		&arena, "(?C)(?:%.*s)", STR_ARG(regex_translate(&arena, pattern, flags, &why)));
	pcre2_code *code = why ? fail_null(err, DOCKET_INVALID, "/%.*s/ cannot be searched for: %s",
					 STR_ARG(pattern), why)
			       : compile(translated, flags, pattern, err);
	arena_free(&arena);
	return code;
}

static struct regex *
make(pcre2_code *code)
{
	struct regex *regex = memory_alloc(sizeof(*regex));
	pcre2_general_context *memory = pcre2_general_context_create(allocate, release, NULL);
	uint32_t options = 0;
	pcre2_pattern_info(code, PCRE2_INFO_ALLOPTIONS, &options);
	*regex = (struct regex){ .code = code,
		.anchored = options & PCRE2_ANCHORED,
		.data = pcre2_match_data_create(1, memory),
		.limits = pcre2_match_context_create(memory) };
	pcre2_general_context_free(memory);
	pcre2_set_depth_limit(regex->limits, DEPTH_MOST);
	return regex;
}

struct regex *
regex_new(str written, struct docket_error *err)
{
	written = str_trim_space(written);
	size_t end = str_find_last_char(written, '/');
	if (!str_starts(written, STR("/")) || end < 2)
		return fail_null(err, DOCKET_INVALID,
			"'%.*s' is no regular expression; write it between slashes, /like this/",
			STR_ARG(written));
	str pattern = str_slice(written, 1, end), letters = str_skip(written, end + 1);
	unsigned flags;
	if (count_characters(pattern) > PATTERN_MOST)
		return fail_null(err, DOCKET_INVALID,
			"a regular expression has more than %d characters; make it two filters",
			PATTERN_MOST);
	if (!read_flags(letters, &flags))
		return fail_null(err, DOCKET_INVALID,
			"'%.*s' behind /%.*s/ are no flags; there are d g i m s u y, each once",
			STR_ARG(letters), STR_ARG(pattern));
	pcre2_code *code = read_pattern(pattern, flags, err);
	return code ? make(code) : NULL;
}

/* A search, and what is to be done next. */
struct search {
	str text;
	size_t at;       /* from where it is looked for */
	uint32_t limit;  /* of the steps from one place */
	bool here;       /* not behind that place */
	size_t begun_at; /* where PCRE2 looks */
	size_t steps;    /* about; those of places that need few do not count */
};

static int
begin_at(pcre2_callout_block *block, void *search)
{
	((struct search *)search)->begun_at = block->start_match;
	return 0;
}

static int
run(const struct regex *regex, struct search *search)
{
	pcre2_set_match_limit(regex->limits, search->limit);
	pcre2_set_callout(regex->limits, begin_at, search);
	return pcre2_match(regex->code, (PCRE2_SPTR)(search->text.bytes ? search->text.bytes : ""),
		search->text.length, search->at, search->here ? PCRE2_ANCHORED : 0, regex->data,
		regex->limits);
}

/* To look again with more steps, where few did not do. PCRE2 checks all of the text besides. */
static bool
take_more_steps(struct search *search)
{
	search->steps += search->limit + search->text.length / 32;
	if (search->limit >= STEPS_MOST || search->steps > STEPS_ALL)
		return false;
	search->at = search->begun_at;
	search->here = true;
	search->limit *= 10;
	return true;
}

/* To go on behind a place that took more steps. */
static bool
go_on(const struct regex *regex, struct search *search)
{
	uint32_t code;
	str rest = str_skip(search->text, search->at);
	assert(rest.bytes || !rest.length);
	if (!search->here || regex->anchored || !utf8_next(&rest, &code))
		return false;
	search->at = search->text.length - rest.length;
	search->here = false;
	search->limit = STEPS_FEW;
	return true;
}

bool
regex_matches(const struct regex *regex, str text, bool *given_up)
{
	struct search search = { .text = text, .limit = STEPS_FEW };
	int found = run(regex, &search);
	while ((found == PCRE2_ERROR_MATCHLIMIT && take_more_steps(&search)) ||
		(found == PCRE2_ERROR_NOMATCH && go_on(regex, &search)))
		found = run(regex, &search);
	if (given_up)
		*given_up = found < 0 && found != PCRE2_ERROR_NOMATCH;
	return found >= 0;
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
