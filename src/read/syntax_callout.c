#include "read/syntax_walk.h"

/* Callouts that show what others said, or how something is done. */
static const char *const others[] = { "quote", "cite", "example" };

/* "[!todo]- Actions" gives "Actions", "[!todo]" gives "todo"; false: no callout begins so. */
static bool
read_title(str text, str *title)
{
	size_t close = str_starts(text, STR("[!")) ? str_find_char(text, ']') : STR_NONE;
	if (close == STR_NONE)
		return false;
	str type = str_slice(text, 2, close);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (str_equal_nocase(type, str_from(others[i])))
			return false;
	str rest = str_skip(text, close + 1);
	bool fold = str_starts(rest, STR("-")) || str_starts(rest, STR("+"));
	*title = str_trim_space(str_skip(rest, fold));
	*title = title->length ? *title : type;
	return true;
}

/* Behind the last entry of the quote that begins at `at`. */
static size_t
find_end(const struct outline *outline, size_t at)
{
	size_t end = at + 1;
	while (end < outline->count && outline->items[end].quoted &&
		outline->items[end].kind != OUTLINE_HEADING &&
		outline->items[end].line <= outline->items[end - 1].line + 2 &&
		!str_starts(outline->items[end].text, STR("[!")))
		end++;
	return end;
}

size_t
walk_enter_callout(struct walk *walk, size_t at)
{
	const struct outline *outline = walk->context->outline;
	const struct outline_entry *entry = &outline->items[at];
	str title;
	if (walk->callout && at >= walk->callout) {
		walk->sections[LEVEL_BOLD] = walk->around;
		walk->callout = 0;
	}
	if (!entry->quoted || entry->kind != OUTLINE_PARAGRAPH || !read_title(entry->text, &title))
		return at;
	struct heading heading = walk_read_heading(walk, title);
	if (heading.kind != HEADING_ACTIONS && heading.kind != HEADING_DECISIONS &&
		heading.kind != HEADING_MIXED)
		return at;
	walk->around = walk->sections[LEVEL_BOLD];
	walk->callout = find_end(outline, at);
	walk_enter_section(walk, LEVEL_BOLD, heading, title);
	return at + 1;
}

bool
walk_is_quoted(const struct walk *walk, const struct outline_entry *entry)
{
	return (entry->quoted && !walk->callout) || walk->older;
}
