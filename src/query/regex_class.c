#include "query/regex_reader.h"

#include "base/utf8.h"

static bool
read_member(struct regex_reader *reader, struct regex_atom *atom)
{
	if (regex_take(reader, "\\"))
		return regex_read_escape(reader, true, atom);
	*atom = (struct regex_atom){ .kind = REGEX_CHARACTER };
	return utf8_next(&reader->rest, &atom->code) || regex_refuse(reader, "a class has no ]");
}

static void
write_member(struct buffer *inside, const struct regex_atom *atom)
{
	if (atom->kind == REGEX_SET)
		buffer_add(inside, atom->set);
	else
		regex_write_code(inside, atom->code);
}

/* A range may end in half a pair, which is no character: the halves are left out of it. */
static void
write_range(struct buffer *inside, uint32_t first, uint32_t last)
{
	if (first >= 0xD800 && first <= 0xDFFF)
		first = 0xE000;
	if (last >= 0xD800 && last <= 0xDFFF)
		last = 0xD7FF;
	if (first > last)
		return;
	regex_write_code(inside, first);
	buffer_add_char(inside, '-');
	regex_write_code(inside, last);
}

/* `a` or `a-z`. A set in a range is a mistake that JavaScript takes for three members. */
static bool
read_members(struct regex_reader *reader, struct buffer *inside)
{
	struct regex_atom first, last;
	if (!read_member(reader, &first))
		return false;
	if (!str_starts(reader->rest, STR("-")) || str_starts(reader->rest, STR("-]"))) {
		write_member(inside, &first);
		return true;
	}
	regex_take(reader, "-");
	if (!read_member(reader, &last))
		return false;
	if (first.kind == REGEX_SET || last.kind == REGEX_SET) {
		write_member(inside, &first);
		regex_write_code(inside, '-');
		write_member(inside, &last);
		return !(reader->flags & REGEX_UNICODE) ||
		       regex_refuse(reader, "a range in a class ends in a set");
	}
	if (first.code > last.code)
		return regex_refuse(reader, "a range in a class is out of order");
	write_range(inside, first.code, last.code);
	return true;
}

bool
regex_read_class(struct regex_reader *reader)
{
	struct buffer inside = { .arena = reader->out.arena };
	bool negated = regex_take(reader, "^");
	while (!regex_take(reader, "]"))
		if (!read_members(reader, &inside))
			return false;
	if (inside.text.length)
		buffer_format(&reader->out, "[%s%.*s]", negated ? "^" : "", STR_ARG(inside.text));
	else
		buffer_add(&reader->out, negated ? STR("(?s:.)") : STR("(?:(?!))"));
	return true;
}
