#include "read/frontmatter.h"

#include "base/utf8.h"
#include "read/frontmatter_people.h"
#include "read/recover.h"

#include <stdlib.h>

enum { BLOCK_MOST = 64 * 1024 };

struct reader {
	struct arena *arena;
	struct remarks *remarks;
	struct frontmatter result;
	struct frontmatter_people participants, tags;
};

/* A row per key, as fold_key leaves it. Of synonyms, the first that has a value counts. */
struct row {
	const char *key;
	void (*read)(struct reader *reader, const struct yaml *value, void *field);
	size_t field;
};

/* The text of a value: its own, its name, or the first in a list. NULL: none. */
static const struct yaml *
find_text(const struct yaml *value)
{
	while (value && value->kind != YAML_TEXT) {
		const struct yaml *inner = yaml_get(value, "name");
		for (size_t i = 0; value->kind == YAML_LIST && !inner && i < value->count; i++)
			if (value->items[i].kind != YAML_NOTHING)
				inner = &value->items[i];
		value = inner;
	}
	return value;
}

static void
read_text(struct reader *reader, const struct yaml *value, void *field)
{
	(void)reader;
	const struct yaml *text = find_text(value);
	str *result = field;
	if (!result->length && text)
		*result = str_trim_space(text->text);
}

/* A text that may be a link: where it leads. */
static void
read_target(struct reader *reader, const struct yaml *value, void *field)
{
	str text = { 0 }, *result = field;
	read_text(reader, value, &text);
	str rest = text;
	if (str_starts(text, STR("[[")))
		frontmatter_next_link(&rest, &text);
	if (!result->length)
		*result = text;
}

/* Whether the source is a link; one without quotation marks is a list in a list to YAML. */
static void
read_is_link(struct reader *reader, const struct yaml *value, void *field)
{
	const struct yaml *text = find_text(value);
	bool *result = field;
	bool nested =
		value->kind == YAML_LIST && value->count == 1 && value->items[0].kind == YAML_LIST;
	*result = text && reader->result.source.length &&
		  (nested || str_starts(text->text, STR("[[")));
}

/* A text that may be a link to a note: the note's name. */
static void
read_name(struct reader *reader, const struct yaml *value, void *field)
{
	str text = { 0 }, target = { 0 }, *result = field;
	read_text(reader, value, &text);
	read_target(reader, value, &target);
	if (!result->length)
		*result = str_equal(text, target) ? text : frontmatter_last_part(target);
}

/* "04.11.2025", which can be one day only. */
static bool
parse_dotted(str text, date *day)
{
	str number, rest = str_slice(text, 0, str_find_char(text, ' '));
	int numbers[3], most[] = { 99, 99, 9999 };
	size_t count = 0;
	while (count < 3 && str_next_part(&rest, '.', &number) &&
		str_number(number, most[count], &numbers[count]))
		count++;
	if (count < 3 || rest.length || number.length != 4)
		return false;
	*day = (date){ numbers[2], numbers[1], numbers[0] };
	return true;
}

static void
read_date(struct reader *reader, const struct yaml *value, void *field)
{
	str text = { 0 };
	date *result = field, day;
	read_name(reader, value, &text);
	if (!text.length || !date_is_none(*result))
		return;
	bool iso = date_parse_iso(str_slice(text, 0, 10), &day) &&
		   !(text.length > 10 && is_digit(text.bytes[10]));
	bool known = iso || parse_dotted(text, &day);
	if (known && docket_date_exists(day))
		*result = day;
	else
		remark(reader->remarks, value->line, DOCKET_REMARK_INVALID_DATE,
			"%.*s: %s %.*s%s; write YYYY-MM-DD", STR_ARG(value->key),
			known ? "there is no day" : "docket sees no day in",
			STR_ARG(docket_text_fit(text, 40, NULL)),
			known ? ", docket left it out" : "");
}

static void
read_people(struct reader *reader, const struct yaml *value, void *field)
{
	(void)field;
	if (value->kind == YAML_TEXT)
		frontmatter_add_people(reader->arena, value->text, &reader->participants);
	for (size_t i = 0; value->kind == YAML_LIST && i < value->count; i++) {
		const struct yaml *name = find_text(&value->items[i]);
		if (name)
			frontmatter_add_item(reader->arena, name->text, &reader->participants);
	}
}

/* Tags hold neither blanks nor commas. */
static void
add_tags(struct reader *reader, str text)
{
	for (size_t end; text.length; text = str_skip(text, end + 1)) {
		for (end = 0; end < text.length && !is_blank(text.bytes[end]); end++)
			if (text.bytes[end] == ',')
				break;
		str tag = str_slice(text, 0, end);
		while (str_starts(tag, STR("#")))
			tag = str_skip(tag, 1);
		if (tag.length)
			*list_add(reader->arena, &reader->tags) = tag;
	}
}

static void
read_tags(struct reader *reader, const struct yaml *value, void *field)
{
	(void)field;
	if (value->kind == YAML_TEXT)
		add_tags(reader, value->text);
	for (size_t i = 0; value->kind == YAML_LIST && i < value->count; i++)
		if (value->items[i].kind == YAML_TEXT)
			add_tags(reader, value->items[i].text);
}

static void
read_tree(struct reader *reader, const struct yaml *value, void *field)
{
	(void)reader;
	struct yaml *result = field;
	if (result->kind == YAML_NOTHING)
		*result = *value;
}

/* clang-format off */
#define FIELD(name) offsetof(struct frontmatter, name)
static const struct row rows[] = {
	{ "title",           read_text,   FIELD(title) },
	{ "titel",           read_text,   FIELD(title) },
	{ "titre",           read_text,   FIELD(title) },
	{ "titulo",          read_text,   FIELD(title) },
	{ "type",            read_name,   FIELD(type) },
	{ "category",        read_name,   FIELD(type) },
	{ "categories",      read_name,   FIELD(type) },
	{ "date",            read_date,   FIELD(date) },
	{ "start_time",      read_date,   FIELD(date) },
	{ "datum",           read_date,   FIELD(date) },
	{ "fecha",           read_date,   FIELD(date) },
	{ "created",         read_date,   FIELD(date) },
	{ "account",         read_name,   FIELD(account) },
	{ "customer",        read_name,   FIELD(account) },
	{ "client",          read_name,   FIELD(account) },
	{ "company",         read_name,   FIELD(account) },
	{ "org",             read_name,   FIELD(account) },
	{ "counterpart",     read_name,   FIELD(account) },
	{ "kunde",           read_name,   FIELD(account) },
	{ "cliente",         read_name,   FIELD(account) },
	{ "klant",           read_name,   FIELD(account) },
	{ "project",         read_name,   FIELD(project) },
	{ "projekt",         read_name,   FIELD(project) },
	{ "projet",          read_name,   FIELD(project) },
	{ "proyecto",        read_name,   FIELD(project) },
	{ "series",          read_name,   FIELD(series) },
	{ "source",          read_target, FIELD(source) },
	{ "source",          read_is_link, FIELD(source_is_link) },
	{ "source_ref",      read_target, FIELD(source_ref) },
	{ "fathom_id",       read_target, FIELD(source_ref) },
	{ "granola_id",      read_target, FIELD(source_ref) },
	{ "participants",    read_people, FIELD(participants) },
	{ "attendees",       read_people, FIELD(participants) },
	{ "other_attendees", read_people, FIELD(participants) },
	{ "attendees_raw",   read_people, FIELD(participants) },
	{ "people",          read_people, FIELD(participants) },
	{ "members",         read_people, FIELD(participants) },
	{ "with",            read_people, FIELD(participants) },
	{ "person",          read_people, FIELD(participants) },
	{ "teilnehmer",      read_people, FIELD(participants) },
	{ "asistentes",      read_people, FIELD(participants) },
	{ "participantes",   read_people, FIELD(participants) },
	{ "deelnemers",      read_people, FIELD(participants) },
	{ "tags",            read_tags,   FIELD(tags) },
	{ "action_items",    read_tree,   FIELD(tasks) },
	{ "actions",         read_tree,   FIELD(tasks) },
	{ "tasks",           read_tree,   FIELD(tasks) },
	{ "decisions",       read_tree,   FIELD(decisions) },
};
/* clang-format on */

/* "Action Items", "action-items" and "action_items" are one key, "título" and "Titulo" too. */
static str
fold_key(struct arena *arena, str key)
{
	str folded = utf8_fold(arena, key);
	char *bytes = str_terminated(arena, folded);
	for (size_t i = 0; i < folded.length; i++)
		if (is_blank(bytes[i]) || bytes[i] == '-')
			bytes[i] = '_';
	return (str){ bytes, folded.length };
}

struct keyed {
	str key;
	size_t index;
};

static int
compare_keyed(const void *left, const void *right)
{
	const struct keyed *a = left, *b = right;
	int order = str_compare(a->key, b->key);
	return order ? order : (a->index > b->index) - (a->index < b->index);
}

/* For each text, whether one before it is equal. */
static bool *
find_repeated(struct arena *arena, const str *texts, size_t count)
{
	bool *repeated = arena_array(arena, count, sizeof(*repeated));
	struct keyed *sorted = arena_array(arena, count, sizeof(*sorted));
	for (size_t i = 0; i < count; i++)
		sorted[i] = (struct keyed){ texts[i], i };
	if (count)
		qsort(sorted, count, sizeof(*sorted), compare_keyed);
	for (size_t i = 1; i < count; i++)
		repeated[sorted[i].index] = str_equal(sorted[i - 1].key, sorted[i].key);
	return repeated;
}

/* Each text once; spellings that fold alike are one. */
static strs
list_once(struct arena *arena, const struct frontmatter_people *texts)
{
	str *folded = arena_array(arena, texts->count, sizeof(*folded));
	for (size_t i = 0; i < texts->count; i++)
		folded[i] = utf8_fold(arena, texts->items[i]);
	const bool *repeated = find_repeated(arena, folded, texts->count);
	size_t count = 0;
	for (size_t i = 0; i < texts->count; i++)
		if (!repeated[i])
			texts->items[count++] = texts->items[i];
	return (strs){ texts->items, count };
}

static void
read_rows(struct reader *reader, const struct yaml *map)
{
	str *keys = arena_array(reader->arena, map->count, sizeof(*keys));
	for (size_t i = 0; i < map->count; i++)
		keys[i] = fold_key(reader->arena, map->items[i].key);
	const bool *repeated = find_repeated(reader->arena, keys, map->count);
	for (size_t i = 0; i < map->count; i++)
		if (repeated[i])
			remark(reader->remarks, map->items[i].line, DOCKET_REMARK_DUPLICATE_KEY,
				"%.*s: stands twice, the first one counts; remove this one",
				STR_ARG(map->items[i].key));
	for (size_t at = 0; at < sizeof(rows) / sizeof(*rows); at++)
		for (size_t i = 0; i < map->count; i++)
			if (!repeated[i] && str_equal(keys[i], str_from(rows[at].key)))
				rows[at].read(reader, &map->items[i],
					(char *)&reader->result + rows[at].field);
	reader->result.participants = list_once(reader->arena, &reader->participants);
	reader->result.tags = list_once(reader->arena, &reader->tags);
}

static bool
is_fence(str line, const char *fence)
{
	return str_starts(line, str_from(fence)) && str_trim(line).length == 3;
}

/* Finds the lines between the fences, and where the body begins. */
static bool
find_block(str text, str *block, struct frontmatter *result)
{
	str rest = text, line;
	if (!str_next_line(&rest, &line) || !is_fence(line, "---"))
		return false;
	const char *begin = rest.bytes;
	for (int number = 2; str_next_line(&rest, &line); number++) {
		if (!is_fence(line, "---") && !is_fence(line, "..."))
			continue;
		*block = (str){ begin, (size_t)(line.bytes - begin) };
		result->body = text.length - rest.length;
		result->body_line = number + 1;
		return true;
	}
	return false;
}

/* "---" and a key below it, which no second "---" closes. */
static void
check_unclosed(str text, struct remarks *remarks)
{
	str line, key;
	if (!str_next_line(&text, &line) || !is_fence(line, "---") || !str_next_line(&text, &line))
		return;
	key = str_slice(line, 0, str_find(line, STR(":")));
	if (key.length && key.length < line.length && str_find_char(key, ' ') == STR_NONE &&
		is_letter(key.bytes[0]))
		remark(remarks, 1, DOCKET_REMARK_FRONT_MATTER,
			"no second '---' closes the front matter, so Obsidian and docket read it "
			"as "
			"text; write one behind its last key");
}

struct frontmatter
frontmatter_read(struct arena *arena, str text, struct remarks *remarks)
{
	struct frontmatter none = { .body_line = 1 };
	struct reader reader = { .arena = arena, .remarks = remarks, .result.present = true };
	size_t remark_count = remarks->count;
	str block;
	if (!find_block(text, &block, &reader.result)) {
		check_unclosed(text, remarks);
		return none;
	}
	if (block.length > BLOCK_MOST) {
		size_t end = str_find_last_char(str_slice(block, 0, BLOCK_MOST), '\n');
		block = str_slice(block, 0, end == STR_NONE ? 0 : end + 1);
		remark(remarks, 1, DOCKET_REMARK_FRONT_MATTER,
			"the front matter is longer than 64 KiB, docket did not read the rest");
	}
	struct yaml map = recover_map(arena, block, 2, remarks);
	if (map.kind == YAML_TEXT || map.kind == YAML_LIST) {
		remarks->count = remark_count;
		return none;
	}
	read_rows(&reader, &map);
	reader.result.map = map;
	return reader.result;
}
