#include "html.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

/* Elements that have no end tag. */
static const char *const voids[] = { "meta", "col", "br", "hr" };

/* Elements after which a line ends, where a reader of the file wants it and a browser sees none. */
static const char *const blocks[] = { "meta", "style", "head", "header", "section", "h1", "h2",
	"h3", "p", "ul", "li", "dl", "dd", "details", "summary", "thead", "tr", "tbody", "table",
	"desc", "rect", "line", "body", "html" };

static bool
is_among(const char *element, const char *const *elements, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(elements[i], element) == 0)
			return true;
	return false;
}

#define IS_AMONG(element, list) is_among(element, list, sizeof(list) / sizeof(*(list)))

static void
end_tag(struct html *html)
{
	if (html->in_tag)
		fputc('>', html->out);
	html->in_tag = false;
}

void
html_open(struct html *html, const char *element, const char *class)
{
	assert(html->depth < HTML_DEEPEST);
	end_tag(html);
	fprintf(html->out, "<%s", element);
	html->open[html->depth++] = element;
	html->in_tag = true;
	if (class)
		html_attribute(html, "class", docket_str(class));
}

void
html_close(struct html *html)
{
	assert(html->depth > 0);
	const char *element = html->open[--html->depth];
	end_tag(html);
	if (!IS_AMONG(element, voids))
		fprintf(html->out, "</%s>", element);
	if (IS_AMONG(element, blocks))
		fputc('\n', html->out);
}

/* What stands for the character in HTML; NULL: itself. */
static const char *
entity(uint32_t code)
{
	switch (code) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

void
html_escape(struct text *out, struct docket_str text)
{
	while (text.length) {
		uint32_t code = text_next(&text);
		const char *written = entity(code);
		bool control = text_is_control(code) && code != '\n' && code != '\t';
		if (written)
			text_add(out, docket_str(written));
		else
			text_add_code(out, control ? TEXT_INVALID : code);
	}
}

static void
write_escaped(struct html *html, struct docket_str text)
{
	struct text escaped = { 0 };
	html_escape(&escaped, text);
	if (escaped.length)
		fwrite(escaped.bytes, 1, escaped.length, html->out);
	text_free(&escaped);
}

void
html_attribute(struct html *html, const char *name, struct docket_str value)
{
	assert(html->in_tag);
	fprintf(html->out, " %s=\"", name);
	write_escaped(html, value);
	fputc('"', html->out);
}

void
html_attribute_format(struct html *html, const char *name, const char *format, ...)
{
	char value[160];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(value, sizeof(value), format, arguments);
	va_end(arguments);
	html_attribute(html, name, docket_str(value));
}

void
html_text(struct html *html, struct docket_str text)
{
	end_tag(html);
	write_escaped(html, text);
}

void
html_raw(struct html *html, const char *ours)
{
	end_tag(html);
	fputs(ours, html->out);
}

void
html_format(struct html *html, const char *format, ...)
{
	char text[320];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	html_text(html, docket_str(text));
}

void
html_number(struct html *html, long long number)
{
	char digits[32], apart[48];
	size_t length = (size_t)snprintf(digits, sizeof(digits), "%lld", number), used = 0;
	for (size_t i = 0; i < length; i++) {
		if (i && (length - i) % 3 == 0)
			apart[used++] = ',';
		apart[used++] = digits[i];
	}
	html_text(html, (struct docket_str){ apart, used });
}

void
html_user(struct html *html, struct docket_str text)
{
	html_open(html, "bdi", NULL);
	html_text(html, text);
	html_close(html);
}

void
html_element(struct html *html, const char *element, const char *class, const char *text)
{
	html_open(html, element, class);
	html_text(html, docket_str(text));
	html_close(html);
}

static bool
is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (c && strchr("-._~", c));
}

void
html_link(struct html *html, const char *scheme, struct docket_str path)
{
	bool is_query = strchr(scheme, '?');
	struct text link = { 0 };
	text_add(&link, docket_str(scheme));
	for (size_t i = 0; i < path.length; i++)
		if (is_plain(path.bytes[i]) || (path.bytes[i] == '/' && !is_query))
			text_add_char(&link, path.bytes[i]);
		else
			text_format(&link, "%%%02X", (unsigned char)path.bytes[i]);
	html_attribute(html, "href", text_view(&link));
	html_attribute(html, "rel", docket_str("noreferrer"));
	text_free(&link);
}
