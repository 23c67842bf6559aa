/*
 * Regular expressions as JavaScript writes and means them, run by PCRE2.
 *
 * Other than JavaScript: characters are never cut in halves (see regex_reader.h), each alternative
 * of a lookbehind is of one length, a group keeps what it took when its repetition begins anew.
 *
 *	struct regex *regex = regex_new(STR("/^re:\\s/i"), err);
 *	if (regex && regex_matches(regex, text, NULL))
 *		...
 *	regex_free(regex);
 */
#ifndef QUERY_REGEX_H
#define QUERY_REGEX_H

#include "base/str.h"
#include "docket/error.h"

struct regex;

/*
 * `written` is `/PATTERN/FLAGS`, from its first to its last slash. NULL when it has no slashes, is
 * no JavaScript, or could run for too long: more than 500 characters, a repetition inside a
 * repetition, more than 25 repetitions.
 */
struct regex *regex_new(str written, struct docket_error *err);

/*
 * Whether it is found anywhere in the text. `*given_up` (NULL allowed): nobody knows, for it would
 * have taken too many steps.
 */
bool regex_matches(const struct regex *regex, str text, bool *given_up);

/* NULL is allowed. */
void regex_free(struct regex *regex);

#endif
