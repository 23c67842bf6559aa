/* Reading a query: every line is one of the instructions below, or nothing that is known. */
#include "query/combine.h"
#include "query/defaults.h"
#include "query/expand.h"
#include "query/group.h"
#include "query/layout.h"
#include "query/nearest.h"
#include "query/order.h"

enum { PRESETS_MOST = 10, LINES_MOST = 1000 }; /* in one another; of a query */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

void
query_warn(struct query_reader *reader, const char *format, ...)
{
	struct arena *arena = reader->query->arena;
	va_list arguments;
	va_start(arguments, format);
	str text = str_format_list(arena, format, arguments);
	va_end(arguments);
	*list_add(arena, &reader->query->warnings) = line_place(arena, reader->line, text);
}

bool
take_nocase(str *text, const char *start)
{
	str word = str_from(start);
	if (!str_starts_nocase(*text, word))
		return false;
	*text = str_skip(*text, word.length);
	return true;
}

static enum query_answer
read_comment(struct query_reader *reader, str text)
{
	(void)reader;
	return str_starts(text, STR("#")) ? QUERY_READ : QUERY_OTHER;
}

static enum query_answer
read_filter(struct query_reader *reader, str text)
{
	struct query *query = reader->query;
	struct query_filter filter = { .statement = text };
	enum query_answer answer = filter_read(reader, text, &filter);
	if (answer == QUERY_OTHER)
		answer = combine_read(reader, text, &filter);
	if (answer == QUERY_READ)
		*list_add(query->arena, &query->filters) = filter;
	return answer;
}

static enum query_answer
read_line(struct query_reader *reader, str text)
{
	static query_read_line *const kinds[] = { layout_read_mode, layout_read_limit, order_read,
		group_read, layout_read_view, layout_read_hide, read_comment, read_filter };
	enum query_answer answer = QUERY_OTHER;
	for (size_t i = 0; answer == QUERY_OTHER && i < COUNT(kinds); i++)
		answer = kinds[i](reader, text);
	if (answer != QUERY_OTHER)
		return answer;
	str near = nearest_instruction(reader->query->arena, text);
	if (str_equal_nocase(near, text))
		return refuse(reader, "'%.*s' needs something behind it", STR_ARG(text));
	if (near.length)
		return refuse(reader, "'%.*s' is no instruction; did you mean '%.*s'?",
			STR_ARG(text), STR_ARG(near));
	return refuse(reader, "'%.*s' is no instruction; see docket-query(7)", STR_ARG(text));
}

/* A line with its placeholders and presets replaced becomes several. */
static bool
unfold_line(struct query_reader *reader, const struct query_line *line, struct query_lines *lines)
{
	struct arena *arena = reader->query->arena;
	str name = line->text, expanded = line->text;
	if (take_nocase(&name, "preset ")) {
		str text = expand_preset(reader->text, name);
		if (!text.bytes)
			return line_fail(line, reader->err,
				"there is no preset '%.*s'; there are: %.*s", STR_ARG(name),
				STR_ARG(expand_preset_names(arena, reader->text)));
		lines_split_preset(arena, line, text, lines);
		return true;
	}
	if (reader->text->file && !str_starts(line->text, STR("#")) &&
		!expand_line(arena, reader->text, line, &expanded, reader->err))
		return false;
	if (!reader->text->file && str_find(expanded, STR("{{")) != STR_NONE)
		query_warn(reader, "'%.*s' is in no note, so its placeholders stay as they are",
			STR_ARG(expanded));
	lines_split_plain(arena, line, expanded, lines);
	return true;
}

static bool
is_preset(const struct query_line *line)
{
	str text = line->text;
	return take_nocase(&text, "preset ");
}

static bool
has_preset(const struct query_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++)
		if (is_preset(&lines->items[i]))
			return true;
	return false;
}

/* Presets may hold presets, and so may what placeholders stand for. */
static bool
unfold(struct query_reader *reader, struct query_lines *lines)
{
	bool again = true;
	for (int depth = 0; again; depth++) {
		struct query_lines unfolded = { 0 };
		for (size_t i = 0; i < lines->count; i++) {
			const struct query_line *line = &lines->items[i];
			reader->line = line;
			if (is_preset(line) && depth >= PRESETS_MOST)
				return line_fail(line, reader->err,
					"'%.*s' holds itself, or too many in one another",
					STR_ARG(line->text));
			if (!unfold_line(reader, line, &unfolded))
				return false;
			if (unfolded.count > LINES_MOST)
				return line_fail(line, reader->err,
					"a query has at most %d lines, with those of its presets",
					LINES_MOST);
		}
		again = has_preset(lines) || has_preset(&unfolded);
		*lines = unfolded;
	}
	return true;
}

static enum query_answer
check_counts(struct query_reader *reader)
{
	const struct query *query = reader->query;
	if (query->groups.count > QUERY_GROUPS_MOST)
		return refuse(
			reader, "a query has at most %d lines of 'group by'", QUERY_GROUPS_MOST);
	if (query->orders.count > QUERY_ORDERS_MOST)
		return refuse(
			reader, "a query has at most %d lines of 'sort by'", QUERY_ORDERS_MOST);
	return QUERY_READ;
}

static bool
read_lines(struct query_reader *reader, struct query_lines *lines)
{
	if (!unfold(reader, lines))
		return false;
	for (size_t i = 0; i < lines->count; i++) {
		reader->line = &lines->items[i];
		if (read_line(reader, reader->line->text) != QUERY_READ ||
			check_counts(reader) != QUERY_READ)
			return false;
	}
	return true;
}

/* A query in no note cannot say which note a placeholder means. */
static bool
check_placeholders(struct query_reader *reader, const struct query_lines *lines)
{
	for (size_t i = 0; !reader->text->file && i < lines->count; i++) {
		str text = lines->items[i].text;
		if (str_find(text, STR("{{")) != STR_NONE && str_find(text, STR("}}")) != STR_NONE)
			return line_fail(&lines->items[i], reader->err,
				"'%.*s' looks like it has a placeholder, which only a query in a "
				"note can have",
				STR_ARG(text));
	}
	return true;
}

/* Whether the note's own lines leave the global query out. */
static bool
ignores_global(const struct query_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++)
		if (str_starts_nocase(lines->items[i].text, STR("ignore global query")))
			return true;
	return false;
}

bool
query_read(struct query *query, const struct query_text *text, struct docket_error *err)
{
	struct query_reader reader = { .query = query, .text = text, .err = err };
	struct query_lines global = { 0 }, own = { 0 };
	query->limit = query->group_limit = -1;
	query->hidden = layout_usual();
	defaults_add(query->arena, text, &own);
	lines_split(query->arena, &text->block, &own);
	if (!check_placeholders(&reader, &own))
		return false;
	if (!ignores_global(&own)) {
		lines_split(query->arena, &text->global, &global);
		if (!read_lines(&reader, &global))
			return false;
	}
	return read_lines(&reader, &own);
}
