#include "query/lines.h"

#include "base/fail.h"

static str
trim_start(str line)
{
	while (line.length && is_blank(line.bytes[0]))
		line = str_skip(line, 1);
	return line;
}

static str
trim_end(str line)
{
	while (line.length && is_blank(line.bytes[line.length - 1]))
		line.length--;
	return line;
}

/* Takes the backslash at the end of a line; whether the next line belongs to it. */
static bool
take_backslash(str *line)
{
	if (!str_ends(*line, STR("\\")))
		return false;
	line->length--;
	if (str_ends(*line, STR("\\")))
		return false;
	*line = trim_end(*line);
	return true;
}

static void
add_line(struct arena *arena, struct query_line line, struct query_lines *lines)
{
	line.text = str_trim_space(line.text);
	if (line.text.length)
		*list_add(arena, lines) = line;
}

/* `count`: whether the lines of the text are lines of the file, from that of `from` on. */
static void
split(struct arena *arena, const struct query_line *from, bool count, struct query_lines *lines)
{
	str rest = from->text, line;
	struct query_line joined = *from;
	struct buffer text = { .arena = arena };
	bool goes_on = false;
	for (int number = from->number; str_next_line(&rest, &line); number++) {
		if (str_ends(line, STR("\r")))
			line.length--;
		if (goes_on) {
			line = trim_start(line);
			buffer_add_char(&text, ' ');
		} else if (count && from->number) {
			joined.number = number;
		}
		goes_on = take_backslash(&line);
		buffer_add(&text, line);
		joined.text = text.text;
		if (!goes_on) {
			add_line(arena, joined, lines);
			text = (struct buffer){ .arena = arena };
		}
	}
	if (goes_on)
		add_line(arena, joined, lines);
}

void
lines_split(struct arena *arena, const struct query_source *source, struct query_lines *lines)
{
	struct query_line from = { source->text, source, source->line };
	split(arena, &from, true, lines);
}

void
lines_split_preset(
	struct arena *arena, const struct query_line *line, str text, struct query_lines *lines)
{
	struct query_line from = { text, line->source, line->number };
	split(arena, &from, false, lines);
}

void
lines_split_plain(
	struct arena *arena, const struct query_line *line, str text, struct query_lines *lines)
{
	struct query_line part = *line;
	while (str_next_line(&text, &part.text))
		add_line(arena, part, lines);
}

str
line_place(struct arena *arena, const struct query_line *line, str text)
{
	str name = line->source->name;
	if (!line->number)
		return str_format(arena, "%.*s: %.*s", STR_ARG(name), STR_ARG(text));
	return str_format(arena, "%.*s:%d: %.*s", STR_ARG(name), line->number, STR_ARG(text));
}

bool
line_fail(const struct query_line *line, struct docket_error *err, const char *format, ...)
{
	struct arena arena = { 0 };
	va_list arguments;
	va_start(arguments, format);
	str reason = str_format_list(&arena, format, arguments);
	va_end(arguments);
	fail(err, DOCKET_NOT_UNDERSTOOD, "%.*s", STR_ARG(line_place(&arena, line, reason)));
	arena_free(&arena);
	return false;
}
