#include "query/nearest.h"

#include "query/filter.h"
#include "query/group.h"
#include "query/layout.h"
#include "query/order.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* Lists of what may follow some words; the words alone where there is no list. */
static const struct {
	const char *words;
	const char *(*item)(size_t index);
} forms[] = {
	{ "", filter_example },
	{ "sort by ", order_name },
	{ "group by ", group_name },
	{ "hide ", layout_part },
	{ "show ", layout_part },
	{ "limit", NULL },
	{ "limit groups", NULL },
	{ "short mode", NULL },
	{ "full mode", NULL },
	{ "explain", NULL },
	{ "ignore global query", NULL },
	{ "preset", NULL },
};

/* Begins that people write by habit, and what is written here in their place. */
static const struct {
	const char *habit, *meant;
} habits[] = {
	{ "//", "#" },
	{ "status is ", "status.type is " },
	{ "is done", "done" },
	{ "is not done", "not done" },
	{ "overdue", "due before today" },
	{ "is overdue", "due before today" },
	{ "order by ", "sort by " },
	{ "assignee ", "owner " },
	{ "assigned to ", "owner is " },
};

struct nearest {
	struct arena *arena;
	str text; /* in lower case, with one blank between words */
	str found;
	size_t far;
};

static size_t
count_words(str text)
{
	size_t words = text.length > 0;
	for (size_t i = 0; i < text.length; i++)
		words += text.bytes[i] == ' ';
	return words;
}

/* As many words as the other text has. */
static str
first_words(str text, size_t words)
{
	size_t at = 0;
	for (; at < text.length; at++)
		if (text.bytes[at] == ' ' && --words == 0)
			break;
	return str_slice(text, 0, at);
}

static void
offer(struct nearest *nearest, str candidate)
{
	str begin = first_words(nearest->text, count_words(candidate));
	size_t far = docket_text_distance(begin, candidate);
	if (far > candidate.length / 3 || far >= nearest->far)
		return;
	nearest->far = far;
	nearest->found = candidate;
}

/* The text with its habit replaced; empty: it has none. */
static str
mend_habit(struct arena *arena, str text)
{
	for (size_t i = 0; i < COUNT(habits); i++) {
		str habit = str_from(habits[i].habit);
		if (str_starts_nocase(text, habit))
			return str_format(arena, "%s%.*s", habits[i].meant,
				STR_ARG(str_skip(text, habit.length)));
	}
	return (str){ 0 };
}

str
nearest_instruction(struct arena *arena, str text)
{
	str mended = mend_habit(arena, text);
	if (mended.length)
		return mended;
	struct nearest nearest = { .arena = arena, .far = SIZE_MAX };
	struct buffer lower = { .arena = arena };
	for (size_t i = 0; i < text.length && i < 64; i++)
		if (text.bytes[i] != ' ' || !str_ends(lower.text, STR(" ")))
			buffer_add_char(&lower, to_lower(text.bytes[i]));
	nearest.text = lower.text;
	for (size_t i = 0; i < COUNT(forms); i++) {
		if (str_equal(nearest.text, str_trim(str_from(forms[i].words))))
			return nearest.text;
		if (!forms[i].item)
			offer(&nearest, str_from(forms[i].words));
		const char *item;
		for (size_t k = 0; forms[i].item && (item = forms[i].item(k)); k++)
			offer(&nearest, str_format(arena, "%s%s", forms[i].words, item));
	}
	return nearest.found;
}
