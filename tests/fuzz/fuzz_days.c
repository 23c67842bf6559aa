/*
 * Days in words: those of notes, counted from a meeting, and those of options, from today. What is
 * understood exists, what is found is a part of the text, and ranges do not end before they begin.
 */
#include "base/phrase.h"
#include "fuzz.h"
#include "read/dates.h"
#include "read/decode.h"

static const date meetings[] = { { 0 }, { 2025, 11, 4 }, { 2024, 2, 29 }, { 9999, 12, 31 },
	{ 1, 1, 1 } };

static void
read_note(str text, date meeting)
{
	str words = { 0 };
	size_t from = 0, to = 0;
	date day;
	if (dates_find_due(text, &words, &from, &to)) {
		require(from <= to && to <= text.length, "a due part is in its text");
		require_text(words);
		require_text(str_slice(text, 0, from));
		require_text(str_skip(text, to));
	} else {
		words = text;
	}
	enum dates_answer answer = dates_read_due(words, meeting, &day);
	require(answer == DATES_DAY ? docket_date_exists(day) : !docket_date_exists(day),
		"only an answer is a day");
	require_day(day);
}

static bool
is_reversed(struct range range)
{
	return !date_is_none(range.first) && !date_is_none(range.last) &&
	       date_compare(range.first, range.last) > 0;
}

static void
read_option(str text, date today, enum leaning lean)
{
	struct range range = { 0 };
	if (phrase_read_date(text, today, lean, &range)) {
		require(docket_date_exists(range.first) && docket_date_exists(range.last),
			"a day that is understood exists");
		require(!is_reversed(range), "a day does not end before it begins");
	}
	if (phrase_read_range(text, today, lean, &range)) {
		require_day(range.first);
		require_day(range.last);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena arena = { 0 };
	struct remarks remarks = { .arena = &arena };
	str text = decode_text(&arena, (str){ (const char *)bytes, size }, &remarks);
	for (size_t i = 0; i < sizeof(meetings) / sizeof(*meetings); i++) {
		read_note(text, meetings[i]);
		for (int lean = LEAN_PAST; i && lean <= LEAN_FUTURE; lean++)
			read_option(text, meetings[i], lean);
	}
	arena_free(&arena);
	return 0;
}
