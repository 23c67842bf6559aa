#include "read/recover.h"

#include "base/utf8.h"
#include "read/advice.h"
#include "read/entries.h"
#include "read/mend.h"

/* A key is refused when it is longer than 1,024 characters. */
enum { PLAIN_MOST = 1000 };

struct values {
	LIST(struct yaml)
};

struct recovery {
	struct arena *arena;
	struct remarks *remarks;
	int tab_line; /* the first line that a tab indents; 0: none */
	bool said;    /* that something is not YAML */
	struct entries entries;
	struct values map;
};

static void
say(struct recovery *recovery, str key, const struct yaml_problem *problem)
{
	struct advice advice = advice_find(problem->message, key.length);
	recovery->said = true;
	remark(recovery->remarks, problem->line, DOCKET_REMARK_FRONT_MATTER,
		"%.*s%snot YAML (%.*s), docket took it as written; %.*s", STR_ARG(key),
		key.length ? ": " : "", STR_ARG(advice.wrong), STR_ARG(advice.remedy));
}

/* What libyaml refuses, and line ends that are none in Markdown. */
static bool
is_refused(uint32_t code)
{
	return (code < 0x20 && code != '\t') || (code >= 0x7F && code <= 0x9F) || code == 0x2028 ||
	       code == 0x2029 || code == 0xFEFF || code == 0xFFFE || code == 0xFFFF ||
	       code == UTF8_INVALID;
}

static bool
is_plain_ascii(str line)
{
	for (size_t i = 0; i < line.length; i++)
		if ((unsigned char)line.bytes[i] < 0x20 || (unsigned char)line.bytes[i] >= 0x7F)
			return false;
	return true;
}

static void
clean_line(struct recovery *recovery, str line, int number, struct buffer *out)
{
	size_t size, indentation = entries_indentation(line);
	bool refused = false;
	for (; indentation; indentation--, line = str_skip(line, 1)) {
		if (line.bytes[0] == '\t' && !recovery->tab_line)
			recovery->tab_line = number;
		buffer_add(out, line.bytes[0] == '\t' ? STR("  ") : STR(" "));
	}
	for (; line.length; line = str_skip(line, size)) {
		bool bad = is_refused(utf8_first(line, &size));
		buffer_add(out, bad ? STR(" ") : str_slice(line, 0, size));
		refused |= bad;
	}
	if (refused)
		remark(recovery->remarks, number, DOCKET_REMARK_CONTROL_CHARACTER,
			"a character that YAML does not allow, docket read it as a blank; remove "
			"it");
}

static str
clean_block(struct recovery *recovery, str block, int number)
{
	struct buffer out = { .arena = recovery->arena };
	for (str line; str_next_line(&block, &line); number++) {
		if (is_plain_ascii(line))
			buffer_add(&out, line);
		else if (str_trim(line).length)
			clean_line(recovery, line, number, &out);
		buffer_add_char(&out, '\n');
	}
	return out.text;
}

static struct yaml
make_text(str text, int line)
{
	text = entries_unquote(text);
	return (struct yaml){
		.kind = text.length ? YAML_TEXT : YAML_NOTHING, .text = text, .line = line
	};
}

/* Whether more brackets open than close. */
static bool
is_open(str text)
{
	size_t opened = 0, closed = 0;
	for (size_t i = 0; i < text.length; i++) {
		opened += text.bytes[i] == '[';
		closed += text.bytes[i] == ']';
	}
	return opened > closed;
}

/* `[a, b]` and `[a, b` as a list, all else as text. */
static struct yaml
make_value(struct recovery *recovery, str text, int line)
{
	bool link = str_starts(text, STR("[[")) && !str_starts(text, STR("[[["));
	bool open = is_open(text);
	if (!str_starts(text, STR("[")) || link || (!open && !str_ends(text, STR("]"))))
		return make_text(text, line);
	struct values list = { 0 };
	str rest = str_slice(text, 1, open ? text.length : text.length - 1), part;
	while (entries_next_part(&rest, &part))
		if (part.length)
			*list_add(recovery->arena, &list) = make_text(part, line);
	return (struct yaml){
		.kind = YAML_LIST, .items = list.items, .count = list.count, .line = line
	};
}

/* An item of a list that is not YAML: a map when its lines are `key: value`, else text. */
static struct yaml
make_item(struct recovery *recovery, str text, int line)
{
	text = str_skip(text, str_find_char(text, '-') + 1);
	struct values map = { 0 };
	str rest = text, first = text, key, value;
	while (str_next_line(&rest, &first) && !str_trim(first).length) {
		text = rest;
		line++;
	}
	rest = text;
	int number = line;
	for (str at; str_next_line(&rest, &at) && entries_split_key(at, &key, &value); number++) {
		struct yaml item = make_value(recovery, value, number);
		item.key = key;
		*list_add(recovery->arena, &map) = item;
	}
	if (!map.count)
		return make_text(first, line);
	return (struct yaml){
		.kind = YAML_MAP, .items = map.items, .count = map.count, .line = line
	};
}

/* Each item is read alone, so that one bad item costs no other. */
static struct yaml
read_item(struct recovery *recovery, str text, int line)
{
	struct yaml list;
	struct yaml_problem problem;
	if (yaml_read(recovery->arena, text, line, &list, &problem) && list.count)
		return list.items[0];
	return make_item(recovery, text, line);
}

static struct yaml
read_items(struct recovery *recovery, str lines, int number)
{
	struct values list = { 0 };
	size_t edge = entries_indentation(lines);
	str item = { 0 };
	int item_line = number;
	for (str line; str_next_line(&lines, &line); number++) {
		if (item.bytes && (!entries_is_item(line) || entries_indentation(line) > edge)) {
			item.length = (size_t)(line.bytes + line.length - item.bytes);
			continue;
		}
		if (item.bytes)
			*list_add(recovery->arena, &list) = read_item(recovery, item, item_line);
		item = line;
		item_line = number;
	}
	*list_add(recovery->arena, &list) = read_item(recovery, item, item_line);
	return (struct yaml){ .kind = YAML_LIST, .items = list.items, .count = list.count };
}

static bool
has_items(str lines)
{
	return entries_is_item(str_slice(lines, 0, str_find_char(lines, '\n')));
}

/* The value of an entry that is not YAML. Lines below a value are entries of their own. */
static struct yaml
make_entry(struct recovery *recovery, const struct entry *entry)
{
	int line;
	str more = entry_more(entry, &line);
	struct yaml value;
	if (entry->rest.length) {
		value = make_value(recovery, entry->rest, entry->line);
		entries_cut(recovery->arena, more, line, &recovery->entries);
	} else if (has_items(more)) {
		value = read_items(recovery, more, line);
	} else {
		value = make_text(str_trim_space(more), entry->line);
	}
	value.key = entry->key;
	value.line = entry->line;
	return value;
}

static void
add_mended(struct recovery *recovery, struct yaml value, const struct yaml_problem *problem)
{
	bool said = mend_entry(&value, recovery->remarks);
	if (!said && problem)
		say(recovery, value.key, problem);
	recovery->said |= problem != NULL;
	*list_add(recovery->arena, &recovery->map) = value;
}

static void
add_map(struct recovery *recovery, const struct yaml *map)
{
	for (size_t i = 0; i < map->count; i++)
		add_mended(recovery, map->items[i], NULL);
}

/* Text that YAML reads as it stands, in a value or a key: no parser is needed to tell. */
static bool
is_plain(str text)
{
	if (!text.length || (!is_letter(text.bytes[0]) && !is_digit(text.bytes[0])))
		return false;
	for (size_t i = 0; i < text.length; i++)
		if (memchr(":#\t", text.bytes[i], 3))
			return false;
	return true;
}

/* A line `key: text` or `key:` with no other mark that YAML knows; false when it is none. */
static bool
read_plain(struct recovery *recovery, const struct entry *entry)
{
	str line = str_trim(entry->all), key = entry->key, rest = entry->rest;
	bool nothing = yaml_is_null(rest);
	if (line.length > PLAIN_MOST || str_find_char(line, '\n') != STR_NONE || !is_plain(key) ||
		(!nothing && !is_plain(rest)) ||
		!str_starts(str_skip(line, key.length), rest.length ? STR(": ") : STR(":")))
		return false;
	struct yaml value = { .plain = true, .line = entry->line, .key = key };
	value.kind = nothing ? YAML_NOTHING : YAML_TEXT;
	value.text = value.written = rest;
	add_mended(recovery, value, NULL);
	return true;
}

static bool
read_alone(struct recovery *recovery, str text, int line, struct yaml_problem *problem)
{
	struct yaml map;
	if (!yaml_read(recovery->arena, text, line, &map, problem))
		return false;
	if (map.kind != YAML_MAP) {
		*problem = (struct yaml_problem){ line, STR("no blank behind the colon") };
		return false;
	}
	add_map(recovery, &map);
	return true;
}

/* What libyaml complains of when a key is indented below a value, and below a list or keys. */
static bool
may_be_indented(const struct entry *entry, str message)
{
	static const char *const below[] = { "did not find expected '-' indicator",
		"did not find expected key" };
	return str_equal(message, STR("mapping values are not allowed in this context")) ||
	       (!entry->rest.length &&
		       str_is_one_of(message, below, sizeof(below) / sizeof(*below)));
}

static bool
is_key(str line)
{
	str key, value;
	return !entries_is_item(line) && entries_split_key(line, &key, &value) &&
	       str_find(value, STR(": ")) == STR_NONE;
}

/* "  key: value" that belongs to nothing above it: the blanks are too many. */
static bool
find_indented_key(const struct entry *entry, const struct yaml_problem *problem, str *line)
{
	str text = entry->all;
	if (!may_be_indented(entry, problem->message))
		return false;
	for (int number = entry->line; number <= problem->line; number++)
		if (!str_next_line(&text, line))
			return false;
	return problem->line > entry->line && is_key(*line);
}

/* The lines from `first` on that are keys as it is. */
static str
take_keys(str lines, str first)
{
	str line, keys = { first.bytes, 0 };
	lines = str_skip(lines, (size_t)(first.bytes - lines.bytes));
	while (str_next_line(&lines, &line) && is_key(line))
		keys.length = (size_t)(line.bytes + line.length - keys.bytes);
	return keys;
}

/* Whether the line stands in "- key: value", not below "- text" or beside it. */
static bool
is_of_item(str lines, str line)
{
	str at, item = lines, key, value;
	while (str_next_line(&lines, &at) && at.bytes != line.bytes)
		if (entries_is_item(at))
			item = at;
	return entries_indentation(line) > entries_indentation(item) &&
	       entries_split_key(str_skip(str_trim(item), 1), &key, &value);
}

/* The indented key begins an entry of its own, unless an item has it. */
static void
split_entry(struct recovery *recovery, const struct entry *entry, str key, int number)
{
	int line;
	str more = entry_more(entry, &line), below;
	struct entry above = *entry;
	if (!entry->rest.length && has_items(more)) {
		below = is_of_item(more, key) ? STR("") : take_keys(more, key);
	} else {
		size_t at = (size_t)(key.bytes - entry->all.bytes);
		above.own = str_slice(entry->own, 0, at);
		below = str_skip(entry->all, at);
	}
	add_mended(recovery, make_entry(recovery, &above), NULL);
	entries_cut(recovery->arena, below, number, &recovery->entries);
}

static void
read_entry(struct recovery *recovery, const struct entry *entry)
{
	struct yaml_problem all, own;
	str key;
	if (read_plain(recovery, entry) || read_alone(recovery, entry->all, entry->line, &all))
		return;
	if (find_indented_key(entry, &all, &key)) {
		all.message = STR("a key is indented");
		say(recovery, STR(""), &all);
		split_entry(recovery, entry, key, all.line);
		return;
	}
	bool strays = entry->own.length < entry->all.length;
	if (strays && read_alone(recovery, entry->own, entry->line, &own))
		say(recovery, STR(""), &all);
	else
		add_mended(recovery, make_entry(recovery, entry), strays ? &own : &all);
}

/* Making an entry may add more of them. */
static void
read_entries(struct recovery *recovery, const struct yaml_problem *problem)
{
	for (size_t i = 0; i < recovery->entries.count; i++) {
		struct entry entry = recovery->entries.items[i];
		read_entry(recovery, &entry);
	}
	if (!recovery->said)
		say(recovery, STR(""), problem);
}

struct yaml
recover_map(struct arena *arena, str block, int first_line, struct remarks *remarks)
{
	struct recovery recovery = { .arena = arena, .remarks = remarks };
	struct yaml_problem problem = { first_line, STR("a quote is not closed") };
	struct yaml root;
	block = clean_block(&recovery, block, first_line);
	bool read = yaml_read(arena, block, first_line, &root, &problem);
	entries_cut(arena, block, first_line, &recovery.entries);
	if (!recovery.entries.count && root.kind != YAML_MAP)
		return (struct yaml){ .kind = read ? root.kind : YAML_TEXT };
	recovery.map.capacity = recovery.entries.count + root.count;
	recovery.map.items = arena_array(arena, recovery.map.capacity, sizeof(*recovery.map.items));
	/* An open quote may swallow the keys below it and still be YAML. */
	bool swallowed = recovery.entries.count > root.count && !root.flow;
	if (root.kind != YAML_MAP || swallowed)
		read_entries(&recovery, &problem);
	else
		add_map(&recovery, &root);
	if (recovery.tab_line && !recovery.said)
		say(&recovery, STR(""),
			&(struct yaml_problem){ recovery.tab_line, STR("a tab indents the line") });
	return (struct yaml){
		.kind = YAML_MAP, .items = recovery.map.items, .count = recovery.map.count
	};
}
