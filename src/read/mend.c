#include "read/mend.h"

#define AS_WRITTEN ", docket took it as written; put the value in double quotes"

struct mending {
	struct arena *arena;
	const char *why; /* the first thing found; NULL: nothing */
	enum docket_remark_kind kind;
	int line;
};

static void
note_reason(struct mending *mending, enum docket_remark_kind kind, int line, const char *why)
{
	if (mending->why)
		return;
	mending->why = why;
	mending->kind = kind;
	mending->line = line;
}

static bool
has_pair(str text, str open, str close)
{
	size_t at = str_find(text, open);
	return at != STR_NONE && str_find(str_skip(text, at + open.length), close) != STR_NONE;
}

static bool
is_template(const struct yaml *node)
{
	if (node->kind == YAML_LIST || node->kind == YAML_MAP)
		return node->flow && str_starts(node->written, STR("{{"));
	return has_pair(node->text, STR("{{"), STR("}}")) ||
	       has_pair(node->text, STR("<%"), STR("%>"));
}

/* A # with a blank behind it was meant as a comment, one with a letter or digit was not. */
static bool
hides_hash(const struct yaml *node)
{
	if (!str_starts(node->written, node->text))
		return false;
	str rest = str_trim(str_skip(node->written, node->text.length));
	return rest.length > 1 && rest.bytes[0] == '#' && !is_blank(rest.bytes[1]);
}

/* Why a plain value is not what was written; NULL when it is. */
static const char *
find_reason(const struct yaml *node)
{
	if (str_starts(node->text, STR("*")))
		return "'*' makes it an alias" AS_WRITTEN;
	if (str_equal(node->text, node->written) || str_starts(node->written, STR("!!")))
		return NULL;
	if (str_starts(node->written, STR("&")))
		return "'&' makes the first word an anchor" AS_WRITTEN;
	if (str_starts(node->written, STR("!")))
		return "'!' makes the first word a tag" AS_WRITTEN;
	return hides_hash(node) ? "'#' begins a comment" AS_WRITTEN : NULL;
}

static void
mend_text(struct mending *mending, struct yaml *node)
{
	const char *why = node->plain && !node->flow ? find_reason(node) : NULL;
	if (!why)
		return;
	note_reason(mending, DOCKET_REMARK_FRONT_MATTER_VALUE, node->line, why);
	node->kind = YAML_TEXT;
	node->text = node->written;
}

/* [[A]]: a list of one list of texts. */
static bool
is_link(const struct yaml *node)
{
	if (node->kind != YAML_LIST || !node->flow || node->count != 1 ||
		node->items[0].kind != YAML_LIST)
		return false;
	for (size_t i = 0; i < node->items[0].count; i++)
		if (node->items[0].items[i].kind != YAML_TEXT)
			return false;
	return true;
}

static void
mend_link(struct mending *mending, struct yaml *node)
{
	const struct yaml *inner = &node->items[0];
	struct buffer text = { .arena = mending->arena };
	for (size_t i = 0; i < inner->count; i++)
		buffer_format(&text, "%s%.*s", i ? ", " : "[[", STR_ARG(inner->items[i].text));
	if (inner->count) {
		buffer_add(&text, STR("]]"));
		note_reason(mending, DOCKET_REMARK_FRONT_MATTER_VALUE, node->line,
			"[[ ]] without quotes is a list in a list" AS_WRITTEN);
	}
	node->kind = inner->count ? YAML_TEXT : YAML_NOTHING;
	node->text = text.text;
}

/* Recursion is as deep as yaml_read lets values nest. */
static void // NOLINTNEXTLINE(misc-no-recursion)
mend_node(struct mending *mending, struct yaml *node)
{
	if (is_template(node)) {
		note_reason(mending, DOCKET_REMARK_TEMPLATE, node->line,
			"the template was not filled in, docket took it for no value");
		*node = (struct yaml){ .key = node->key, .line = node->line };
		return;
	}
	if (node->kind == YAML_TEXT || node->kind == YAML_NOTHING) {
		mend_text(mending, node);
		return;
	}
	struct yaml *items = arena_array(mending->arena, node->count, sizeof(*items));
	for (size_t i = 0; i < node->count; i++) {
		items[i] = node->items[i];
		mend_node(mending, &items[i]);
	}
	node->items = items;
	if (is_link(node))
		mend_link(mending, node);
}

/* `due:: 2025-01-01` is the key "due:". */
static void
mend_key(struct mending *mending, struct yaml *entry)
{
	if (!str_ends(entry->key, STR(":")))
		return;
	while (str_ends(entry->key, STR(":")))
		entry->key.length--;
	note_reason(mending, DOCKET_REMARK_FRONT_MATTER_VALUE, entry->line,
		"'::' makes a colon part of the key, docket left it out; write one colon");
}

static bool
goes_on(const struct yaml *node)
{
	return node->kind == YAML_TEXT && node->plain && !node->flow &&
	       node->text.length > node->written.length && str_starts(node->text, node->written);
}

bool
mend_entry(struct yaml *entry, struct remarks *remarks)
{
	struct mending mending = { .arena = remarks->arena };
	mend_node(&mending, entry);
	mend_key(&mending, entry);
	if (goes_on(entry))
		note_reason(&mending, DOCKET_REMARK_FRONT_MATTER_VALUE, entry->line,
			"the line below is part of the value; give it a key if it is another one");
	if (mending.why)
		remark(remarks, mending.line, mending.kind, "%.*s: %s", STR_ARG(entry->key),
			mending.why);
	return mending.why != NULL;
}
