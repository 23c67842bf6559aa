#include "read/fields_table.h"

#define MEMBER(name) offsetof(struct fields, name)
#define DAY(name) MEMBER(name), MEMBER(name##_written)

/* clang-format off */
static const struct fields_row emoji[FIELDS_ROWS] = {
	{ FIELDS_PRIORITY,   { "\U0001F53A", /* 🔺 */
			       "\u23EB",     /* ⏫ */
			       "\U0001F53C", /* 🔼 */
			       "\U0001F53D", /* 🔽 */
			       "\u23EC" },   /* ⏬ */  MEMBER(priority), 0 },
	{ FIELDS_DATE,       { "\u2705" },     /* ✅ */  DAY(done) },
	{ FIELDS_DATE,       { "\u274C" },     /* ❌ */  DAY(cancelled) },
	{ FIELDS_DATE,       { "\U0001F4C5",   /* 📅 */
			       "\U0001F4C6",   /* 📆 */
			       "\U0001F5D3" }, /* 🗓 */  DAY(due) },
	{ FIELDS_DATE,       { "\u23F3",       /* ⏳ */
			       "\u231B" },     /* ⌛ */  DAY(scheduled) },
	{ FIELDS_DATE,       { "\U0001F6EB" }, /* 🛫 */  DAY(start) },
	{ FIELDS_DATE,       { "\u2795" },     /* ➕ */  DAY(created) },
	{ FIELDS_RULE,       { "\U0001F501" }, /* 🔁 */  MEMBER(recurrence_written), 0 },
	{ FIELDS_COMPLETION, { "\U0001F3C1" }, /* 🏁 */  MEMBER(on_completion), 0 },
	{ FIELDS_TAG,        { NULL },                   MEMBER(tags), 0 },
	{ FIELDS_ID,         { "\U0001F194" }, /* 🆔 */  MEMBER(id), 0 },
	{ FIELDS_IDS,        { "\u26D4" },     /* ⛔ */  MEMBER(depends_on), 0 },
};

static const struct fields_row bracketed[FIELDS_ROWS] = {
	{ FIELDS_LEVEL,      { "priority::" },     MEMBER(priority), 0 },
	{ FIELDS_DATE,       { "completion::" },   DAY(done) },
	{ FIELDS_DATE,       { "cancelled::" },    DAY(cancelled) },
	{ FIELDS_DATE,       { "due::" },          DAY(due) },
	{ FIELDS_DATE,       { "scheduled::" },    DAY(scheduled) },
	{ FIELDS_DATE,       { "start::" },        DAY(start) },
	{ FIELDS_DATE,       { "created::" },      DAY(created) },
	{ FIELDS_RULE,       { "repeat::" },       MEMBER(recurrence_written), 0 },
	{ FIELDS_COMPLETION, { "onCompletion::" }, MEMBER(on_completion), 0 },
	{ FIELDS_TAG,        { NULL },             MEMBER(tags), 0 },
	{ FIELDS_ID,         { "id::" },           MEMBER(id), 0 },
	{ FIELDS_IDS,        { "dependsOn::" },    MEMBER(depends_on), 0 },
};

/* In the order of the emoji above. */
static const struct {
	const char *name;
	enum docket_priority priority;
} levels[FIELDS_MARKS] = {
	{ "highest", DOCKET_PRIORITY_HIGHEST },
	{ "high",    DOCKET_PRIORITY_HIGH },
	{ "medium",  DOCKET_PRIORITY_MEDIUM },
	{ "low",     DOCKET_PRIORITY_LOW },
	{ "lowest",  DOCKET_PRIORITY_LOWEST },
};
/* clang-format on */

static bool
holds_nothing(char c)
{
	(void)c;
	return false;
}

static bool
holds_day(char c)
{
	return is_digit(c) || c == '-';
}

static bool
holds_rule(char c)
{
	return is_letter(c) || is_digit(c) || c == ' ' || c == ',' || c == '!';
}

static bool
holds_id(char c)
{
	return is_letter(c) || is_digit(c) || c == '_' || c == '-';
}

static bool
holds_ids(char c)
{
	return holds_id(c) || c == ',';
}

static size_t
measure_run(str text, bool (*holds)(char))
{
	size_t length = 0;
	while (length < text.length && holds(text.bytes[length]))
		length++;
	return length;
}

static bool
holds_blank(char c)
{
	return c == ' ';
}

static size_t
measure_nothing(str text)
{
	(void)text;
	return 0;
}

static size_t
measure_level(str text)
{
	size_t length = measure_run(text, is_letter);
	for (size_t i = 0; i < FIELDS_MARKS; i++)
		if (str_equal(str_slice(text, 0, length), str_from(levels[i].name)))
			return length;
	return 0;
}

static size_t
measure_day(str text)
{
	date ignored;
	return date_parse_iso(str_slice(text, 0, 10), &ignored) ? 10 : 0;
}

static size_t
measure_rule(str text)
{
	return measure_run(text, holds_rule);
}

static size_t
measure_letters(str text)
{
	return measure_run(text, is_letter);
}

static size_t
measure_id(str text)
{
	return measure_run(text, holds_id);
}

static size_t
measure_ids(str text)
{
	size_t length = measure_id(text);
	while (length) {
		size_t comma = length + measure_run(str_skip(text, length), holds_blank);
		if (comma >= text.length || text.bytes[comma] != ',')
			break;
		size_t id = comma + 1;
		id += measure_run(str_skip(text, id), holds_blank);
		size_t more = measure_id(str_skip(text, id));
		if (!more)
			break;
		length = id + more;
	}
	return length;
}

static void *
member_of(struct fields *fields, size_t offset)
{
	return (char *)fields + offset;
}

static void
store_priority(struct arena *arena, struct fields *fields, const struct fields_row *row, str value)
{
	(void)arena;
	for (size_t i = 0; i < FIELDS_MARKS; i++)
		if (row->marks[i] && str_equal(value, str_from(row->marks[i])))
			fields->priority = levels[i].priority;
}

static void
store_level(struct arena *arena, struct fields *fields, const struct fields_row *row, str value)
{
	(void)arena, (void)row;
	for (size_t i = 0; i < FIELDS_MARKS; i++)
		if (str_equal(value, str_from(levels[i].name)))
			fields->priority = levels[i].priority;
}

static void
store_day(struct arena *arena, struct fields *fields, const struct fields_row *row, str value)
{
	(void)arena;
	date *day = member_of(fields, row->member);
	str *written = member_of(fields, row->written);
	date_parse_iso(value, day);
	*written = docket_date_exists(*day) ? (str){ 0 } : value;
}

static void
store_text(struct arena *arena, struct fields *fields, const struct fields_row *row, str value)
{
	(void)arena;
	str *text = member_of(fields, row->member);
	*text = str_trim_space(value);
}

/* Any other word takes the place of an earlier value too. */
static void
store_completion(
	struct arena *arena, struct fields *fields, const struct fields_row *row, str value)
{
	static const char *const words[] = { "delete", "keep" };
	(void)arena;
	str *completion = member_of(fields, row->member);
	*completion = (str){ 0 };
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_equal_nocase(value, str_from(words[i])))
			*completion = str_from(words[i]);
}

static void
store_ids(struct arena *arena, struct fields *fields, const struct fields_row *row, str value)
{
	struct {
		LIST(str)
	} ids = { 0 };
	str id;
	while (str_next_part(&value, ',', &id))
		*list_add(arena, &ids) = str_trim(id);
	strs *list = member_of(fields, row->member);
	*list = (strs){ ids.items, ids.count };
}

static const struct {
	bool (*holds)(char);
	size_t (*measure)(str);
	void (*store)(struct arena *, struct fields *, const struct fields_row *, str);
} kinds[] = {
	[FIELDS_PRIORITY] = { holds_nothing, measure_nothing, store_priority },
	[FIELDS_LEVEL] = { is_letter, measure_level, store_level },
	[FIELDS_DATE] = { holds_day, measure_day, store_day },
	[FIELDS_RULE] = { holds_rule, measure_rule, store_text },
	[FIELDS_COMPLETION] = { is_letter, measure_letters, store_completion },
	[FIELDS_TAG] = { holds_nothing, measure_nothing, NULL },
	[FIELDS_ID] = { holds_id, measure_id, store_text },
	[FIELDS_IDS] = { holds_ids, measure_ids, store_ids },
};

const struct fields_row *
fields_rows(bool dataview)
{
	return dataview ? bracketed : emoji;
}

bool
fields_holds(enum fields_kind kind, char c)
{
	return kinds[kind].holds(c);
}

size_t
fields_measure(enum fields_kind kind, str text)
{
	return kinds[kind].measure(text);
}

/* Every signifier ends with a byte of an emoji or a colon: most texts need no further look. */
str
fields_mark_before(const struct fields_row *row, str text)
{
	char last = text.length ? text.bytes[text.length - 1] : ' ';
	if (last != ':' && (unsigned char)last < 0x80)
		return (str){ 0 };
	for (size_t i = 0; i < FIELDS_MARKS && row->marks[i]; i++) {
		str mark = str_from(row->marks[i]);
		if (mark.bytes[mark.length - 1] == last && str_ends(text, mark))
			return mark;
	}
	return (str){ 0 };
}

str
fields_mark_at(const struct fields_row *row, str text)
{
	for (size_t i = 0; text.length && i < FIELDS_MARKS && row->marks[i]; i++) {
		const char *mark = row->marks[i];
		if (mark[0] == text.bytes[0] && str_starts(text, str_from(mark)))
			return str_from(mark);
	}
	return (str){ 0 };
}

void
fields_store(struct arena *arena, struct fields *fields, const struct fields_row *row, str value)
{
	kinds[row->kind].store(arena, fields, row, value);
}
