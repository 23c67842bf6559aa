#include "query/combine.h"

enum {
	INNER_MOST = 50,   /* combinations that are parts of others */
	BRACKETS_MOST = 50 /* in one another; SQLite's parser takes little more */
};

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum part_kind { PART_OPEN, PART_CLOSE, PART_OPERATOR, PART_FILTER };

struct part {
	enum part_kind kind;
	enum query_operation operation;
	str text;
};

/* clang-format off */
static const struct {
	const char *word;
	enum query_operation operation;
	int rank; /* binds tighter than those of lower rank */
} operators[] = {
	{ "NOT", QUERY_NOT, 4 },
	{ "XOR", QUERY_XOR, 3 },
	{ "AND", QUERY_AND, 2 },
	{ "OR", QUERY_OR, 1 },
};
/* clang-format on */

static const char delimiters[][2] = { { '(', ')' }, { '[', ']' }, { '{', '}' }, { '"', '"' } };

struct combination {
	struct query_reader *reader;
	struct query_filter *filter;
	str statement;
	char open, close;
	int inner;      /* combinations among the parts so far */
	int open_count; /* brackets that wait to be closed */
	struct parts {
		LIST(struct part)
	} parts, waiting; /* operators and delimiters whose turn is yet to come */
};

static size_t
skip_spaces(str text, size_t at)
{
	while (at < text.length && (is_blank(text.bytes[at])))
		at++;
	return at;
}

static bool
has_char(str text, size_t at, char c)
{
	return at < text.length && text.bytes[at] == c;
}

/* The operator at this place, or -1. */
static int
find_operator(str text, size_t at)
{
	for (size_t i = 0; i < COUNT(operators); i++)
		if (str_starts(str_skip(text, at), str_from(operators[i].word)))
			return (int)i;
	return -1;
}

/* Whether an operator with an opening delimiter, or a pair of delimiters, is there. */
static bool
looks_combined(str text)
{
	for (size_t i = 0; i < COUNT(delimiters); i++) {
		size_t open = str_find_char(text, delimiters[i][0]);
		size_t close = str_find_last_char(text, delimiters[i][1]);
		if (open != STR_NONE && close != STR_NONE && close > open + 1)
			return true;
	}
	for (size_t at = 0; at < text.length; at++) {
		int found = find_operator(text, at);
		if (found < 0)
			continue;
		size_t next = skip_spaces(text, at + str_from(operators[found].word).length);
		for (size_t i = 0; i < COUNT(delimiters); i++)
			if (has_char(text, next, delimiters[i][0]))
				return true;
	}
	return false;
}

/* The first character behind leading operators, and the last one, say which delimiters count. */
static bool
choose_delimiters(struct combination *c)
{
	size_t at = 0;
	while (at < c->statement.length &&
		((c->statement.bytes[at] >= 'A' && c->statement.bytes[at] <= 'Z') ||
			is_blank(c->statement.bytes[at])))
		at++;
	for (size_t i = 0; i < COUNT(delimiters); i++) {
		c->open = delimiters[i][0];
		c->close = delimiters[i][1];
		if (has_char(c->statement, at, c->open) &&
			has_char(c->statement, c->statement.length - 1, c->close) &&
			at < c->statement.length - 1)
			return true;
	}
	return false;
}

static void
add_part(struct combination *c, enum part_kind kind, str text)
{
	struct part *part = list_add(c->reader->query->arena, &c->parts);
	*part = (struct part){ .kind = kind, .text = text };
}

static void
add_operator(struct combination *c, int found)
{
	struct part *part = list_add(c->reader->query->arena, &c->parts);
	*part = (struct part){ .kind = PART_OPERATOR,
		.operation = operators[found].operation,
		.text = str_from(operators[found].word) };
}

/* What stands between two operators: a filter, with the delimiters at its ends peeled off. */
static void
add_between(struct combination *c, str text)
{
	size_t from = 0, to = text.length;
	for (; from < to && (text.bytes[from] == c->open || is_blank(text.bytes[from])); from++)
		if (text.bytes[from] == c->open)
			add_part(c, PART_OPEN, (str){ 0 });
	size_t closing = 0;
	for (; to > from && (text.bytes[to - 1] == c->close || is_blank(text.bytes[to - 1])); to--)
		closing += text.bytes[to - 1] == c->close;
	if (to > from)
		add_part(c, PART_FILTER, str_slice(text, from, to));
	for (; closing > 0; closing--)
		add_part(c, PART_CLOSE, (str){ 0 });
}

/* Where a closing delimiter, an operator or `AND NOT`, and an opening one end; 0: not here. */
static size_t
measure_binary(const struct combination *c, size_t at, int *first, bool *negative)
{
	if (!has_char(c->statement, at, c->close))
		return 0;
	at = skip_spaces(c->statement, at + 1);
	*first = find_operator(c->statement, at);
	if (*first < 0 || operators[*first].operation == QUERY_NOT)
		return 0;
	at += str_from(operators[*first].word).length;
	size_t next = skip_spaces(c->statement, at);
	*negative = next > at && operators[*first].operation != QUERY_XOR &&
		    str_starts(str_skip(c->statement, next), STR("NOT"));
	next = skip_spaces(c->statement, *negative ? next + 3 : next);
	return has_char(c->statement, next, c->open) ? next + 1 : 0;
}

/* The same of an operator that nothing stands before: NOT, or another one where it is wrong. */
static size_t
measure_unary(const struct combination *c, size_t at, bool first, int *found)
{
	*found = find_operator(c->statement, at);
	if (*found < 0 || (!first && operators[*found].operation != QUERY_NOT))
		return 0;
	at = skip_spaces(c->statement, at + str_from(operators[*found].word).length);
	if (has_char(c->statement, at, c->open))
		return at + 1;
	int next = find_operator(c->statement, at);
	return first && next >= 0 ? at : 0;
}

static void
split(struct combination *c)
{
	size_t from = 0, end;
	for (size_t at = 0; at < c->statement.length; at++) {
		int found;
		bool negative = false;
		if ((end = measure_binary(c, at, &found, &negative))) {
			add_between(c, str_slice(c->statement, from, at));
			add_part(c, PART_CLOSE, (str){ 0 });
			add_operator(c, found);
			if (negative)
				add_operator(c, 0);
			add_part(c, PART_OPEN, (str){ 0 });
		} else if ((end = measure_unary(c, at, at == from, &found))) {
			add_between(c, str_slice(c->statement, from, at));
			add_operator(c, found);
			if (has_char(c->statement, end - 1, c->open))
				add_part(c, PART_OPEN, (str){ 0 });
		} else {
			continue;
		}
		from = end;
		at = end - 1;
	}
	add_between(c, str_slice(c->statement, from, c->statement.length));
}

static int
rank_of(const struct part *part)
{
	int rank = 0;
	for (size_t i = 0; part->kind == PART_OPERATOR && i < COUNT(operators); i++)
		if (operators[i].operation == part->operation)
			rank = operators[i].rank;
	return rank;
}

/* Operators that bind as tight as `rank` come before the next one. */
static void
emit_waiting(struct combination *c, int rank)
{
	while (c->waiting.count) {
		const struct part *last = &c->waiting.items[c->waiting.count - 1];
		if (last->kind == PART_OPEN || rank_of(last) < rank)
			break;
		filter_add(c->reader, c->statement, c->filter)->operation = last->operation;
		c->waiting.count--;
	}
}

static enum query_answer
refuse_shape(struct combination *c)
{
	return refuse(c->reader,
		"'%.*s' is malformed: filters stand in %c%c with AND, OR, XOR, AND NOT or OR NOT "
		"between them; one whose text begins or ends with such a sign needs another kind",
		STR_ARG(c->statement), c->open, c->close);
}

static enum query_answer
refuse_depth(struct combination *c)
{
	return refuse(
		c->reader, "a combination of more than %d brackets in one another", BRACKETS_MOST);
}

/* Puts operators behind what they work upon. `*operand`: whether a filter has to come next. */
static enum query_answer
place_part(struct combination *c, const struct part *part, bool *operand)
{
	bool prefix = part->kind == PART_OPERATOR && part->operation == QUERY_NOT;
	bool after_not = c->waiting.count &&
			 c->waiting.items[c->waiting.count - 1].operation == QUERY_NOT &&
			 c->waiting.items[c->waiting.count - 1].kind == PART_OPERATOR;
	bool begins = part->kind == PART_OPEN || part->kind == PART_FILTER || prefix;
	if (begins != *operand || (prefix && after_not))
		return refuse_shape(c);
	switch (part->kind) {
	case PART_FILTER:
		*operand = false;
		return filter_read(c->reader, part->text, c->filter);
	case PART_OPEN:
		if (c->open_count++ == BRACKETS_MOST)
			return refuse_depth(c);
		*list_add(c->reader->query->arena, &c->waiting) = *part;
		return QUERY_READ;
	case PART_CLOSE:
		emit_waiting(c, 0);
		if (!c->waiting.count)
			return refuse_shape(c);
		c->waiting.count--;
		c->open_count--;
		return QUERY_READ;
	case PART_OPERATOR:
		if (!prefix)
			emit_waiting(c, rank_of(part));
		*operand = true;
		*list_add(c->reader->query->arena, &c->waiting) = *part;
		return QUERY_READ;
	}
	return QUERY_READ;
}

/* A part that is a combination, maybe with other delimiters, stands for its own parts in brackets.
 */
static bool
unfold_part(struct combination *c, size_t at)
{
	struct combination inner = { .reader = c->reader, .statement = c->parts.items[at].text };
	struct arena *arena = c->reader->query->arena;
	if (!looks_combined(inner.statement) || !choose_delimiters(&inner) ||
		c->inner++ == INNER_MOST)
		return false;
	add_part(&inner, PART_OPEN, (str){ 0 });
	split(&inner);
	add_part(&inner, PART_CLOSE, (str){ 0 });
	for (size_t i = at + 1; i < c->parts.count; i++)
		*list_add(arena, &inner.parts) = c->parts.items[i];
	c->parts = inner.parts;
	return true;
}

static enum query_answer
place_parts(struct combination *c)
{
	bool operand = true;
	for (size_t at = 0; at < c->parts.count;) {
		const struct part *part = &c->parts.items[at];
		enum query_answer answer = place_part(c, part, &operand);
		if (answer == QUERY_REFUSED)
			return answer;
		if (answer == QUERY_READ) {
			at++;
			continue;
		}
		if (!unfold_part(c, at))
			return refuse(c->reader, "'%.*s' in '%.*s' is no filter",
				STR_ARG(part->text), STR_ARG(c->statement));
		operand = true;
		at = 0; /* of what is left */
	}
	emit_waiting(c, 0);
	return operand || c->waiting.count ? refuse_shape(c) : QUERY_READ;
}

enum query_answer
combine_read(struct query_reader *reader, str text, struct query_filter *filter)
{
	struct combination c = { .reader = reader, .filter = filter, .statement = text };
	if (!looks_combined(text))
		return QUERY_OTHER;
	if (!choose_delimiters(&c))
		return refuse(reader,
			"'%.*s': all filters of a combination stand in one of these: (...) [...] "
			"{...} \"...\"",
			STR_ARG(text));
	split(&c);
	return place_parts(&c);
}
