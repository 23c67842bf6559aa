#include "read/html.h"

/* Blocks that end where a certain text stands, and those that end before a blank line. */
enum { VERBATIM = 1, DECLARATION = 4, ELEMENT = 6 };

/* clang-format off */
static const struct {
	int kind;
	const char *start, *end;
} marked[] = {
	{ 2, "<!--", "-->" },
	{ 3, "<?", "?>" },
	{ 5, "<![CDATA[", "]]>" },
};

static const char *const verbatim[] = { "pre", "script", "style", "textarea" };

static const char *const elements[] = {
	"address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
	"col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
	"figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
	"h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
	"menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source",
	"summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
};
/* clang-format on */

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static bool
is_among(str name, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal_nocase(name, str_from(names[i])))
			return true;
	return false;
}

static size_t
name_length(str text)
{
	size_t length = 0;
	if (!text.length || !is_letter(text.bytes[0]))
		return 0;
	while (length < text.length &&
		(is_letter(text.bytes[length]) || is_digit(text.bytes[length]) ||
			text.bytes[length] == '-'))
		length++;
	return length;
}

/* `rest` follows the name of a tag that stands alone on its line. */
static bool
is_whole_tag(str rest)
{
	size_t end = str_find_char(rest, '>');
	return end != STR_NONE && !str_trim(str_skip(rest, end + 1)).length &&
	       str_find_char(rest, '<') == STR_NONE;
}

static int
tag_kind(str line)
{
	bool closes = str_starts(line, STR("</"));
	str text = str_skip(line, closes ? 2 : 1);
	str name = str_slice(text, 0, name_length(text));
	str rest = str_skip(text, name.length);
	if (!name.length)
		return 0;
	bool ends = !rest.length || is_blank(rest.bytes[0]) || rest.bytes[0] == '>';
	if (ends && !closes && is_among(name, verbatim, LENGTH(verbatim)))
		return VERBATIM;
	if (!ends && !str_starts(rest, STR("/>")))
		return 0;
	if (is_among(name, elements, LENGTH(elements)))
		return ELEMENT;
	return is_whole_tag(rest) ? HTML_TAG : 0;
}

int
html_starts(str line)
{
	if (!line.length || line.bytes[0] != '<')
		return 0;
	for (size_t i = 0; i < LENGTH(marked); i++)
		if (str_starts(line, str_from(marked[i].start)))
			return marked[i].kind;
	if (str_starts(line, STR("<!")))
		return line.length > 2 && is_letter(line.bytes[2]) ? DECLARATION : 0;
	return tag_kind(line);
}

static bool
closes_verbatim(str line)
{
	for (size_t at; (at = str_find(line, STR("</"))) != STR_NONE;) {
		line = str_skip(line, at + 2);
		str name = str_slice(line, 0, name_length(line));
		if (is_among(name, verbatim, LENGTH(verbatim)) &&
			str_starts(str_skip(line, name.length), STR(">")))
			return true;
	}
	return false;
}

bool
html_ends(int kind, str line)
{
	if (kind == VERBATIM)
		return closes_verbatim(line);
	if (kind == DECLARATION)
		return str_find_char(line, '>') != STR_NONE;
	for (size_t i = 0; i < LENGTH(marked); i++)
		if (marked[i].kind == kind)
			return str_find(line, str_from(marked[i].end)) != STR_NONE;
	return !str_trim(line).length;
}
