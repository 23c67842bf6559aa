#include "query/regex_translate.h"

#include "base/utf8.h"

#include <string.h>

/* More could make a search run for too long. */
enum { REPETITIONS_MOST = 25, REPEAT_MOST = 65535 };

/* What a repetition would apply to. */
enum last {
	LAST_NOTHING,
	LAST_ATOM,
	LAST_REPEATING /* a group that holds a repetition */
};

/* A group that is open; the whole pattern is the outermost. */
struct group {
	bool repeats; /* it holds a repetition */
	bool asserts; /* it is an assertion that cannot be repeated */
};

struct translation {
	struct regex_reader reader;
	struct {
		LIST(struct group)
	} open;
	size_t repetitions;
	enum last last;
};

static bool
is_name(str name)
{
	uint32_t code;
	bool first = true;
	for (; utf8_next(&name, &code); first = false)
		if (!utf8_is_letter(code) && code != '_' && code != '$' &&
			(first || (!utf8_is_digit(code) && !utf8_is_mark(code))))
			return false;
	return !first;
}

/* The number of groups and their names are wanted before the pattern is read: `\1(a)`. */
static void
count_groups(struct regex_reader *reader)
{
	str text = reader->rest;
	bool in_class = false;
	for (size_t i = 0; i < text.length; i++) {
		char c = text.bytes[i];
		if (c == '\\')
			i++;
		else if (c == '[' || c == ']')
			in_class = c == '[';
		if (c != '(' || in_class)
			continue;
		str rest = str_skip(text, i + 1);
		bool named = str_starts(rest, STR("?<")) && !str_starts(rest, STR("?<=")) &&
			     !str_starts(rest, STR("?<!"));
		if (str_starts(rest, STR("?")) && !named)
			continue;
		size_t end = str_find_char(rest, '>');
		*list_add(reader->out.arena, &reader->names) =
			named ? str_slice(rest, 2, end) : (str){ 0 };
		reader->named |= named;
	}
	reader->groups = reader->names.count;
}

static bool
name_is_good(struct regex_reader *reader, str name)
{
	size_t same = 0;
	for (size_t i = 0; i < reader->names.count; i++)
		same += str_equal(reader->names.items[i], name);
	return (is_name(name) && same == 1) ||
	       regex_refuse(reader, "a group has no name, or that of another");
}

/* `?<name>` behind the `(`; PCRE2 gets the group without its name. */
static bool
read_group_name(struct regex_reader *reader)
{
	size_t end = str_find_char(reader->rest, '>');
	str name = str_slice(reader->rest, 0, end == STR_NONE ? 0 : end);
	reader->rest = str_skip(reader->rest, name.length + 1);
	return name_is_good(reader, name);
}

static bool
open_group(struct translation *translation)
{
	/* clang-format off */
	static const struct {
		const char *start;
		bool asserts; /* and cannot be repeated, */
		bool strict;  /* or not with the flag u */
	} kinds[] = {
		{ "?:", false, false },
		{ "?=", false, true },
		{ "?!", false, true },
		{ "?<=", true, true },
		{ "?<!", true, true },
	};
	/* clang-format on */
	struct regex_reader *reader = &translation->reader;
	struct group *group = list_add(reader->out.arena, &translation->open);
	*group = (struct group){ 0 };
	translation->last = LAST_NOTHING;
	buffer_add_char(&reader->out, '(');
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (!regex_take(reader, kinds[i].start))
			continue;
		buffer_add(&reader->out, str_from(kinds[i].start));
		bool strict = kinds[i].strict && reader->flags & REGEX_UNICODE;
		group->asserts = kinds[i].asserts || strict;
		return true;
	}
	if (regex_take(reader, "?<"))
		return read_group_name(reader);
	return !str_starts(reader->rest, STR("?")) ||
	       regex_refuse(reader, "JavaScript has no such group behind (?");
}

static bool
close_group(struct translation *translation)
{
	if (translation->open.count < 2)
		return regex_refuse(&translation->reader, "a ) has no (");
	struct group closed = translation->open.items[--translation->open.count];
	translation->open.items[translation->open.count - 1].repeats |= closed.repeats;
	translation->last = closed.asserts   ? LAST_NOTHING
			    : closed.repeats ? LAST_REPEATING
					     : LAST_ATOM;
	buffer_add_char(&translation->reader.out, ')');
	return true;
}

/* Digits, at least one; numbers too large for PCRE2 are its largest. */
static bool
read_count(str *rest, unsigned long *count)
{
	size_t length = 0;
	*count = 0;
	for (; length < rest->length && is_digit(rest->bytes[length]); length++)
		if (*count <= REPEAT_MOST)
			*count = *count * 10 + (unsigned long)(rest->bytes[length] - '0');
	*rest = str_skip(*rest, length);
	if (*count > REPEAT_MOST)
		*count = REPEAT_MOST;
	return length > 0;
}

/* `{2}`, `{2,}`, `{2,5}`; braces with anything else are text. */
static bool
read_braces(struct regex_reader *reader, str *repeat)
{
	str rest = str_skip(reader->rest, 1);
	unsigned long least, most;
	if (!str_starts(reader->rest, STR("{")) || !read_count(&rest, &least))
		return false;
	most = least;
	bool comma = str_starts(rest, STR(","));
	if (comma)
		rest = str_skip(rest, 1);
	bool open = comma && !read_count(&rest, &most);
	if (!str_starts(rest, STR("}")))
		return false;
	if (!open && most < least)
		regex_refuse(reader, "the numbers of a repetition are out of order");
	reader->rest = str_skip(rest, 1);
	*repeat = open ? str_format(reader->out.arena, "{%lu,}", least)
		       : str_format(reader->out.arena, "{%lu,%lu}", least, most);
	return true;
}

static bool
read_repeat(struct regex_reader *reader, str *repeat)
{
	if (read_braces(reader, repeat))
		return true;
	if (!reader->rest.length || !strchr("*+?", reader->rest.bytes[0]))
		return false;
	*repeat = str_slice(reader->rest, 0, 1);
	reader->rest = str_skip(reader->rest, 1);
	return true;
}

static bool
repeat_last(struct translation *translation, str repeat)
{
	struct regex_reader *reader = &translation->reader;
	if (translation->last == LAST_NOTHING)
		return regex_refuse(reader, "there is nothing to repeat");
	if (translation->last == LAST_REPEATING)
		return regex_refuse(reader, "a repetition inside a repetition can run for ever");
	if (++translation->repetitions > REPETITIONS_MOST)
		return regex_refuse(reader, "more than 25 repetitions can run for ever");
	buffer_add(&reader->out, repeat);
	if (regex_take(reader, "?"))
		buffer_add_char(&reader->out, '?');
	translation->open.items[translation->open.count - 1].repeats = true;
	translation->last = LAST_NOTHING;
	return true;
}

static bool
write_atom(struct translation *translation, const struct regex_atom *atom)
{
	struct buffer *out = &translation->reader.out;
	translation->last = atom->kind == REGEX_BOUNDARY ? LAST_NOTHING : LAST_ATOM;
	switch (atom->kind) {
	case REGEX_SET:
		buffer_format(out, "[%.*s]", STR_ARG(atom->set));
		break;
	case REGEX_REFERENCE:
		buffer_format(out, "\\g{%u}", (unsigned)atom->code);
		break;
	case REGEX_BOUNDARY:
		buffer_format(out, "\\%c", (int)atom->code);
		break;
	case REGEX_CHARACTER:
		if (atom->code >= 0xD800 && atom->code <= 0xDFFF)
			buffer_add(out, STR("(?:(?!))"));
		else
			regex_write_code(out, atom->code);
	}
	return true;
}

/* `^`, `$` and `.`, which the flags change. */
static bool
read_sign(struct translation *translation)
{
	/* clang-format off */
	static const struct {
		const char *sign;
		unsigned flag; /* that makes the second meaning hold */
		const char *meanings[2];
	} signs[] = {
		{ "^", REGEX_MULTILINE, { "\\A", "(?<![^" REGEX_LINE_ENDS "])" } },
		{ "$", REGEX_MULTILINE, { "\\z", "(?![^" REGEX_LINE_ENDS "])" } },
		{ ".", REGEX_DOT_ALL, { "[^" REGEX_LINE_ENDS "]", "(?s:.)" } },
	};
	/* clang-format on */
	struct regex_reader *reader = &translation->reader;
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		if (!regex_take(reader, signs[i].sign))
			continue;
		bool second = reader->flags & signs[i].flag;
		buffer_add(&reader->out, str_from(signs[i].meanings[second]));
		translation->last = signs[i].flag == REGEX_DOT_ALL ? LAST_ATOM : LAST_NOTHING;
		return true;
	}
	return false;
}

static bool
read_literal(struct translation *translation)
{
	struct regex_atom atom = { .kind = REGEX_CHARACTER };
	utf8_next(&translation->reader.rest, &atom.code);
	if (translation->reader.flags & REGEX_UNICODE &&
		(atom.code == '{' || atom.code == '}' || atom.code == ']'))
		return regex_refuse(&translation->reader, "the flag u wants \\ before { } ]");
	return write_atom(translation, &atom);
}

static bool
read_term(struct translation *translation)
{
	struct regex_reader *reader = &translation->reader;
	struct regex_atom atom;
	str repeat;
	if (read_repeat(reader, &repeat))
		return repeat_last(translation, repeat);
	if (regex_take(reader, "("))
		return open_group(translation);
	if (regex_take(reader, ")"))
		return close_group(translation);
	if (regex_take(reader, "|")) {
		buffer_add_char(&reader->out, '|');
		translation->last = LAST_NOTHING;
		return true;
	}
	if (regex_take(reader, "[")) {
		translation->last = LAST_ATOM;
		return regex_read_class(reader);
	}
	if (regex_take(reader, "\\"))
		return regex_read_escape(reader, false, &atom) && write_atom(translation, &atom);
	return read_sign(translation) || read_literal(translation);
}

str
regex_translate(struct arena *arena, str pattern, unsigned flags, const char **why)
{
	struct translation translation = {
		.reader = { .rest = pattern, .out = { .arena = arena }, .flags = flags }
	};
	struct regex_reader *reader = &translation.reader;
	list_add(arena, &translation.open);
	count_groups(reader);
	while (reader->rest.length && !reader->wrong)
		if (!read_term(&translation))
			break;
	if (translation.open.count > 1)
		regex_refuse(reader, "a ( has no )");
	*why = reader->wrong;
	return reader->wrong ? (str){ 0 } : reader->out.text;
}
