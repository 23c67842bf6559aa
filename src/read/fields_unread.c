#include "read/fields.h"

#include "base/utf8.h"
#include "read/fields_table.h"
#include "read/recurrence.h"

#include <limits.h>

static const str variation = { "\uFE0F", 3 };

/* A field in the middle of a text. */
struct found {
	const struct fields_row *row;
	str value;
	str recurrence; /* of a rule: its canonical text */
	size_t length;  /* of the whole field */
};

struct scan {
	struct arena *arena;
	str text;
	bool dataview;
	uint64_t unclosed; /* bit n: no run of n backticks follows */
	unsigned seen;     /* bit n: row n has its value */
	struct fields fields;
	struct {
		LIST(str)
	} unread;
	struct buffer kept;
};

static size_t
measure_run(str text, size_t from, char c)
{
	size_t end = from;
	while (end < text.length && text.bytes[end] == c)
		end++;
	return end - from;
}

/* Behind the code span that begins at `from`, or behind its backticks when it is none. */
static size_t
skip_code(struct scan *scan, size_t from)
{
	size_t ticks = measure_run(scan->text, from, '`'), start = from + ticks;
	bool open = ticks < 64 && !(scan->unclosed >> ticks & 1);
	for (size_t at = start; open && at < scan->text.length; at++) {
		size_t run = measure_run(scan->text, at, '`');
		if (run == ticks)
			return at + run;
		at += run;
	}
	if (open)
		scan->unclosed |= (uint64_t)1 << ticks;
	return start;
}

/* Words may follow a rule; the field ends where the rule does. */
static bool
fit_rule(struct arena *arena, struct found *found)
{
	size_t length;
	found->recurrence = recurrence_read_start(arena, found->value, &length);
	found->value = str_slice(found->value, 0, length);
	return found->recurrence.length > 0;
}

/* The text begins with a value that does not go on in another way. */
static bool
find_value(struct arena *arena, str text, struct found *found)
{
	enum fields_kind kind = found->row->kind;
	size_t length = fields_measure(kind, text);
	str next = str_slice(text, length, length + 1);
	found->value = str_slice(text, 0, length);
	if (kind == FIELDS_RULE)
		return length && fit_rule(arena, found);
	return kind == FIELDS_PRIORITY ||
	       (length && !(next.length && (is_digit(next.bytes[0]) || is_letter(next.bytes[0]))));
}

static bool
find_emoji(struct arena *arena, str text, struct found *found)
{
	str mark = fields_mark_at(found->row, text);
	if (!mark.length)
		return false;
	size_t at = mark.length;
	if (str_starts(str_skip(text, at), variation))
		at += variation.length;
	if (found->row->kind != FIELDS_PRIORITY)
		at += measure_run(text, at, ' ');
	if (!find_value(arena, str_skip(text, at), found))
		return false;
	found->length = at + found->value.length;
	if (found->row->kind == FIELDS_PRIORITY)
		found->value = mark;
	return true;
}

static bool
find_bracketed(struct arena *arena, str text, struct found *found)
{
	size_t at = 1 + measure_run(text, 1, ' ');
	str mark = fields_mark_at(found->row, str_skip(text, at));
	at += mark.length;
	at += measure_run(text, at, ' ');
	if (!mark.length || !find_value(arena, str_skip(text, at), found))
		return false;
	at += found->value.length;
	at += measure_run(text, at, ' ');
	char closing = text.bytes[0] == '[' ? ']' : ')';
	found->length = at + 1;
	return at < text.length && text.bytes[at] == closing;
}

/* Every signifier begins with one of these bytes, and a code span. */
static const bool starts[2][UCHAR_MAX + 1] = {
	[false] = { ['`'] = true, [0xE2] = true, [0xF0] = true },
	[true] = { ['`'] = true, ['['] = true, ['('] = true },
};

/* What most texts have not: emoji, or brackets. */
static bool
may_have_field(str text, bool dataview)
{
	return dataview ? str_find_char(text, '[') != STR_NONE ||
				  str_find_char(text, '(') != STR_NONE
			: !utf8_is_plain(text);
}

/* Where the next thing begins that may be a field or a code span. */
static size_t
find_start(const struct scan *scan, size_t at)
{
	str text = scan->text;
	const bool *is_start = starts[scan->dataview];
	while (at < text.length && !is_start[(unsigned char)text.bytes[at]])
		at++;
	return at;
}

static bool
find_field(const struct scan *scan, size_t at, struct found *found)
{
	const struct fields_row *rows = fields_rows(scan->dataview);
	for (size_t i = 0; i < FIELDS_ROWS; i++) {
		*found = (struct found){ .row = &rows[i] };
		str text = str_skip(scan->text, at);
		if ((scan->dataview ? find_bracketed : find_emoji)(scan->arena, text, found))
			return true;
	}
	return false;
}

/* The leftmost field of a kind counts, as in the plugin. */
static void
keep_field(struct scan *scan, const struct found *found, str written)
{
	unsigned bit = 1u << (found->row - fields_rows(scan->dataview));
	if (!(scan->seen & bit)) {
		fields_store(scan->arena, &scan->fields, found->row, found->value);
		if (found->row->kind == FIELDS_RULE)
			scan->fields.recurrence = found->recurrence;
	}
	scan->seen |= bit;
	*list_add(scan->arena, &scan->unread) = written;
}

/*
 * Joins a piece of text to what was kept before it: one blank at the seam, none at brackets and
 * stops. Brackets that held nothing but fields go too.
 */
static void
keep_text(struct scan *scan, str text)
{
	str *kept = &scan->kept.text;
	text = str_trim_space(text);
	if (str_ends(*kept, STR("(")) && str_starts(text, STR(")"))) {
		*kept = str_trim_space(str_slice(*kept, 0, kept->length - 1));
		text = str_trim_space(str_skip(text, 1));
	}
	bool opened = str_ends(*kept, STR("(")) || str_ends(*kept, STR("["));
	bool stop = text.length && str_find_char(STR(".,;:!?)]"), text.bytes[0]) != STR_NONE;
	if (text.length && kept->length && !opened && !stop)
		buffer_add_char(&scan->kept, ' ');
	buffer_add(&scan->kept, text);
}

struct fields
fields_find_unread(struct arena *arena, str description, bool dataview)
{
	if (!may_have_field(description, dataview))
		return (struct fields){ .description = description };
	struct scan scan = { .arena = arena, .text = description, .dataview = dataview };
	scan.kept.arena = arena;
	size_t from = 0;
	struct found found;
	for (size_t at = find_start(&scan, 0); at < description.length;
		at = find_start(&scan, at)) {
		if (description.bytes[at] == '`') {
			at = skip_code(&scan, at);
		} else if (find_field(&scan, at, &found)) {
			keep_text(&scan, str_slice(description, from, at));
			from = at + found.length;
			keep_field(&scan, &found, str_slice(description, at, from));
			at = from;
		} else {
			at++;
		}
	}
	keep_text(&scan, str_skip(description, from));
	scan.fields.description = from ? scan.kept.text : description;
	scan.fields.unread = (strs){ scan.unread.items, scan.unread.count };
	return scan.fields;
}
