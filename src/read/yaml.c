#include "read/yaml.h"

#include <assert.h>
#include <yaml.h>

enum { DEPTH_MOST = 32, EVENTS_MOST = 40000 };

/* A list or map that is being read. The outermost is a list that holds the document. */
struct level {
	struct yaml node;
	LIST(struct yaml)
	bool has_key;
	bool skips; /* the pair's key is no text */
	str key;
	int key_line;
};

struct reading {
	struct arena *arena;
	str text;
	int first_line;
	size_t index, byte; /* one place, in characters as libyaml counts and in bytes */
	size_t line_end;
	struct level levels[DEPTH_MOST + 1];
	size_t depth;
	int documents;
	bool finished;
	struct yaml_problem *problem;
};

static bool
refuse(struct reading *reading, size_t line, const char *message)
{
	reading->problem->line = reading->first_line + (int)line;
	reading->problem->message = str_copy(reading->arena, str_from(message));
	return false;
}

/* Moves on to a place that libyaml counted in characters. Events come in order of the source. */
static void
advance(struct reading *reading, size_t index)
{
	str text = reading->text;
	assert(text.bytes || !text.length);
	for (; reading->index < index && reading->byte < text.length; reading->index++) {
		reading->byte++;
		while (reading->byte < text.length &&
			((unsigned char)text.bytes[reading->byte] & 0xC0) == 0x80)
			reading->byte++;
	}
}

static str
rest_of_line(struct reading *reading)
{
	if (reading->line_end < reading->byte || !reading->line_end) {
		size_t length = str_find_char(str_skip(reading->text, reading->byte), '\n');
		reading->line_end =
			length == STR_NONE ? reading->text.length : reading->byte + length;
	}
	return str_trim(str_slice(reading->text, reading->byte, reading->line_end));
}

static struct yaml
begin_node(struct reading *reading, enum yaml_kind kind, const yaml_event_t *event)
{
	advance(reading, event->start_mark.index);
	return (struct yaml){
		.kind = kind,
		.flow = reading->levels[reading->depth].node.flow,
		.line = reading->first_line + (int)event->start_mark.line,
		.written = rest_of_line(reading),
	};
}

static void
add_node(struct reading *reading, struct yaml node)
{
	struct level *level = &reading->levels[reading->depth];
	if (level->node.kind == YAML_MAP && !level->has_key) {
		level->has_key = true;
		level->skips = node.kind == YAML_LIST || node.kind == YAML_MAP;
		level->key = node.text;
		level->key_line = node.line;
		return;
	}
	if (level->node.kind == YAML_MAP) {
		level->has_key = false;
		if (level->skips)
			return;
		node.key = level->key;
		node.line = level->key_line;
	}
	*list_add(reading->arena, level) = node;
}

static bool
open_level(struct reading *reading, struct yaml node, bool flow)
{
	if (reading->depth == DEPTH_MOST)
		return refuse(reading, (size_t)(node.line - reading->first_line),
			"nested deeper than 32 levels");
	node.flow |= flow;
	reading->levels[++reading->depth] = (struct level){ .node = node };
	return true;
}

static void
close_level(struct reading *reading)
{
	struct level *level = &reading->levels[reading->depth--];
	level->node.items = level->items;
	level->node.count = level->count;
	add_node(reading, level->node);
}

bool
yaml_is_null(str text)
{
	static const char *const words[] = { "", "~", "null", "Null", "NULL" };
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_equal(text, str_from(words[i])))
			return true;
	return false;
}

static void
add_scalar(struct reading *reading, const yaml_event_t *event)
{
	struct yaml node = begin_node(reading, YAML_TEXT, event);
	str value = { (const char *)event->data.scalar.value, event->data.scalar.length };
	node.text = str_copy(reading->arena, value);
	node.plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	if (node.plain && yaml_is_null(value))
		node.kind = YAML_NOTHING;
	add_node(reading, node);
}

static void
add_alias(struct reading *reading, const yaml_event_t *event)
{
	struct yaml node = begin_node(reading, YAML_TEXT, event);
	node.text = str_format(reading->arena, "*%s", (const char *)event->data.alias.anchor);
	node.plain = true;
	add_node(reading, node);
}

static bool
take_event(struct reading *reading, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		reading->finished = reading->documents++ > 0;
		break;
	case YAML_STREAM_END_EVENT:
		reading->finished = true;
		break;
	case YAML_SCALAR_EVENT:
		add_scalar(reading, event);
		break;
	case YAML_ALIAS_EVENT:
		add_alias(reading, event);
		break;
	case YAML_SEQUENCE_START_EVENT:
		return open_level(reading, begin_node(reading, YAML_LIST, event),
			event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
	case YAML_MAPPING_START_EVENT:
		return open_level(reading, begin_node(reading, YAML_MAP, event),
			event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		close_level(reading);
		break;
	default:
		break;
	}
	return true;
}

static size_t
count_lines(str text)
{
	size_t lines = 0;
	for (size_t at; (at = str_find_char(text, '\n')) != STR_NONE; lines++)
		text = str_skip(text, at + 1);
	return lines;
}

/* What is never closed is found at the end of the text; where it was opened says more. */
static size_t
problem_line(const struct reading *reading, const yaml_parser_t *parser)
{
	if (parser->error == YAML_READER_ERROR)
		return count_lines(str_slice(reading->text, 0, parser->problem_offset));
	str text = str_trim_space(reading->text);
	size_t last = count_lines((str){
		reading->text.bytes, (size_t)(text.bytes + text.length - reading->text.bytes) });
	if (parser->problem_mark.line <= last)
		return parser->problem_mark.line;
	return parser->context && parser->context_mark.line < last ? parser->context_mark.line
								   : last;
}

static bool
read_events(struct reading *reading, yaml_parser_t *parser)
{
	for (int count = 0; !reading->finished; count++) {
		yaml_event_t event;
		if (!yaml_parser_parse(parser, &event)) {
			if (parser->error == YAML_MEMORY_ERROR || !parser->problem)
				memory_ran_out();
			return refuse(reading, problem_line(reading, parser), parser->problem);
		}
		bool taken = count < EVENTS_MOST ? take_event(reading, &event)
						 : refuse(reading, event.start_mark.line,
							   "more than 40,000 values and keys");
		yaml_event_delete(&event);
		if (!taken)
			return false;
	}
	return true;
}

bool
yaml_read(struct arena *arena, str text, int first_line, struct yaml *root,
	struct yaml_problem *problem)
{
	if (str_starts(text, STR("\xEF\xBB\xBF"))) /* libyaml would count it as an indentation */
		text = str_skip(text, 3);
	struct reading reading = {
		.arena = arena,
		.text = text,
		.first_line = first_line,
		.problem = problem,
		.levels = { { .node.kind = YAML_LIST } },
	};
	*root = (struct yaml){ .line = first_line };
	if (text.length > YAML_MOST)
		return refuse(&reading, 0, "longer than 256 KiB");
	yaml_parser_t parser;
	if (!yaml_parser_initialize(&parser))
		memory_ran_out();
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
		&parser, (const unsigned char *)(text.bytes ? text.bytes : ""), text.length);
	bool read = read_events(&reading, &parser);
	yaml_parser_delete(&parser);
	if (read && reading.levels[0].count)
		*root = reading.levels[0].items[0];
	return read;
}

const struct yaml *
yaml_get(const struct yaml *map, const char *key)
{
	for (size_t i = 0; map->kind == YAML_MAP && i < map->count; i++)
		if (str_equal(map->items[i].key, str_from(key)))
			return &map->items[i];
	return NULL;
}

struct texts {
	LIST(str)
};

/* Recursion is as deep as yaml_read lets values nest. */
static void // NOLINTNEXTLINE(misc-no-recursion)
add_texts(struct arena *arena, const struct yaml *value, struct texts *texts)
{
	const struct yaml *name = yaml_get(value, "name");
	if (value->kind == YAML_TEXT)
		*list_add(arena, texts) = value->text;
	for (size_t i = 0; i < value->count && !name; i++)
		if (value->kind == YAML_LIST || value->items[i].kind == YAML_LIST)
			add_texts(arena, &value->items[i], texts);
	if (name)
		add_texts(arena, name, texts);
}

strs
yaml_texts(struct arena *arena, const struct yaml *value)
{
	struct texts texts = { 0 };
	add_texts(arena, value, &texts);
	return (strs){ texts.items, texts.count };
}
