#include "query/expand.h"

enum { TIMES_MOST = 10, EXPANDED_MOST = 64 * 1024 }; /* bytes */

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

str
expand_file_name(str path)
{
	return str_skip(path, str_find_last_char(path, '/') + 1);
}

str
expand_folder(str path)
{
	size_t slash = str_find_last_char(path, '/');
	return slash == STR_NONE ? STR("/") : str_slice(path, 0, slash + 1);
}

str
expand_root(str path)
{
	size_t slash = str_find_char(path, '/');
	return slash == STR_NONE ? STR("/") : str_slice(path, 0, slash + 1);
}

str
expand_stem(str path)
{
	return str_ends(path, STR(".md")) ? str_slice(path, 0, path.length - 3) : path;
}

static str
whole_path(str path)
{
	return path;
}

static str
file_stem(str path)
{
	return expand_stem(expand_file_name(path));
}

/* What a placeholder can say of the note's path. */
static const struct {
	const char *name;
	str (*take)(str path);
} parts[] = {
	{ "query.file.path", whole_path },
	{ "query.file.pathWithoutExtension", expand_stem },
	{ "query.file.root", expand_root },
	{ "query.file.folder", expand_folder },
	{ "query.file.filename", expand_file_name },
	{ "query.file.filenameWithoutExtension", file_stem },
};

str
expand_preset(const struct query_text *query, str name)
{
	for (size_t i = 0; i < query->preset_count; i++)
		if (str_equal(query->presets[i].name, name))
			return query->presets[i].text;
	return (str){ 0 };
}

str
expand_preset_names(struct arena *arena, const struct query_text *query)
{
	struct buffer names = { .arena = arena };
	for (size_t i = 0; i < query->preset_count; i++)
		buffer_format(&names, "%s%.*s", i ? ", " : "", STR_ARG(query->presets[i].name));
	return names.text;
}

/* `query.file.property('name')`: the name, or false. */
static bool
read_call(str expression, str function, str *argument)
{
	if (!str_starts(expression, function))
		return false;
	str rest = str_trim(str_skip(expression, function.length));
	bool brackets = rest.length >= 4 && rest.bytes[0] == '(' && str_ends(rest, STR(")"));
	rest = brackets ? str_trim(str_slice(rest, 1, rest.length - 1)) : (str){ 0 };
	char quote = rest.length >= 2 ? rest.bytes[0] : 0;
	if ((quote != '\'' && quote != '"') || rest.bytes[rest.length - 1] != quote)
		return false;
	*argument = str_slice(rest, 1, rest.length - 1);
	return str_find_char(*argument, quote) == STR_NONE;
}

/* Names of properties differ in more than case. Absent: there is none, or it is null. */
static str
find_property(const struct query_file *file, str name)
{
	for (size_t i = 0; i < file->property_count; i++)
		if (str_equal_nocase(file->properties[i].name, name))
			return file->properties[i].value;
	return (str){ 0 };
}

static bool
is_name(str expression)
{
	for (size_t i = 0; i < expression.length; i++) {
		char c = expression.bytes[i];
		if (!is_letter(c) && !is_digit(c) && c != '.' && c != '_')
			return false;
	}
	return expression.length > 0;
}

/* The line whose placeholders are replaced. */
struct expansion {
	struct arena *arena;
	const struct query_text *query;
	const struct query_line *line;
	struct docket_error *err;
};

/* What one placeholder stands for. */
static bool
evaluate(const struct expansion *expansion, str expression, str *value)
{
	const struct query_text *query = expansion->query;
	const struct query_line *line = expansion->line;
	struct docket_error *err = expansion->err;
	str name, preset = STR("preset.");
	for (size_t i = 0; i < COUNT(parts); i++)
		if (str_equal(expression, str_from(parts[i].name))) {
			*value = parts[i].take(query->file->path);
			return true;
		}
	if (read_call(expression, STR("query.file.hasProperty"), &name)) {
		*value = find_property(query->file, name).bytes ? STR("true") : STR("false");
		return true;
	}
	if (read_call(expression, STR("query.file.property"), &name)) {
		*value = find_property(query->file, name);
		return value->bytes || line_fail(line, err,
					       "the note has no property '%.*s', which {{%.*s}} "
					       "asks for",
					       STR_ARG(name), STR_ARG(expression));
	}
	if (str_starts(expression, preset)) {
		name = str_skip(expression, preset.length);
		*value = expand_preset(query, name);
		return value->bytes ||
		       line_fail(line, err, "there is no preset '%.*s'; there are: %.*s",
			       STR_ARG(name),
			       STR_ARG(expand_preset_names(expansion->arena, query)));
	}
	if (is_name(expression))
		return line_fail(line, err,
			"{{%.*s}} is no placeholder; there are query.file.path and others of the "
			"file, query.file.property('NAME') and preset.NAME",
			STR_ARG(expression));
	return line_fail(line, err, "{{%.*s}} is JavaScript, which docket does not run",
		STR_ARG(expression));
}

/* Replaces all placeholders of the text once. `*any`: whether there were some. */
static bool
expand_once(const struct expansion *expansion, str *text, bool *any)
{
	struct buffer out = { .arena = expansion->arena };
	str rest = *text;
	*any = false;
	for (size_t open; (open = str_find(rest, STR("{{"))) != STR_NONE;) {
		str value, inside = str_skip(rest, open + 2);
		size_t close = str_find(inside, STR("}}"));
		if (close == STR_NONE)
			return line_fail(
				expansion->line, expansion->err, "'{{' is never closed by '}}'");
		str expression = str_trim_space(str_slice(inside, 0, close));
		if (!evaluate(expansion, expression, &value))
			return false;
		buffer_add(&out, str_slice(rest, 0, open));
		buffer_add(&out, value);
		rest = str_skip(inside, close + 2);
		*any = true;
		if (out.text.length > EXPANDED_MOST)
			return line_fail(expansion->line, expansion->err,
				"the placeholders stand for too much text");
	}
	buffer_add(&out, rest);
	*text = *any ? out.text : *text;
	return true;
}

bool
expand_line(struct arena *arena, const struct query_text *query, const struct query_line *line,
	str *expanded, struct docket_error *err)
{
	struct expansion expansion = { arena, query, line, err };
	bool any = true;
	*expanded = line->text;
	for (int i = 0; any && i < TIMES_MOST; i++)
		if (!expand_once(&expansion, expanded, &any))
			return false;
	if (any && str_find(*expanded, STR("{{")) != STR_NONE)
		return line_fail(line, err,
			"'%.*s': its placeholders hold themselves, or too many in one another",
			STR_ARG(line->text));
	return true;
}
