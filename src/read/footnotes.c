#include "read/footnotes.h"

#include "read/scanner.h"

enum { LABEL_MOST = 24, INDENTATION = 4 };

/* The bytes of "[^1]:" with the blanks before it; 0: the line is no footnote. */
static size_t
label_length(const struct scanner_line *line)
{
	size_t colon = str_find(str_slice(line->text, 0, LABEL_MOST), STR("]:"));
	bool label = str_starts(line->text, STR("[^")) && colon != STR_NONE && colon > 2;
	if (!label || line->kind != SCANNER_PARAGRAPH || line->quoted)
		return 0;
	return line->prefix + colon + 2;
}

/* The bytes that indent what belongs to a footnote; 0: the line does not. */
static size_t
indentation_length(str raw)
{
	if (str_starts(raw, STR("\t")))
		return 1;
	return str_starts(raw, STR("    ")) ? INDENTATION : 0;
}

str
footnotes_open(struct arena *arena, str body)
{
	if (str_find(body, STR("[^")) == STR_NONE)
		return body;
	struct buffer opened = { .arena = arena };
	struct scanner scanner = scanner_start(body);
	struct scanner_line line;
	bool inside = false;
	while (scanner_next(&scanner, &line)) {
		size_t size = label_length(&line);
		bool blank = !str_trim(line.raw).length;
		if (!size && inside)
			size = indentation_length(line.raw);
		inside = size || (inside && blank);
		for (size_t i = 0; i < size; i++)
			buffer_add_char(&opened, '>');
		buffer_add(&opened, str_skip(line.raw, size));
		buffer_add_char(&opened, '\n');
	}
	return opened.text;
}
