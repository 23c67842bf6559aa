#include "store/search.h"

#include "base/utf8.h"
#include "store/search_word.h"

/* The next word or phrase without its quotes; false at the end. */
static bool
take_term(str *rest, str *term)
{
	*rest = str_trim(*rest);
	if (!rest->length)
		return false;
	bool opens = *rest->bytes == '"';
	size_t end = opens ? str_find_char(str_skip(*rest, 1), '"') : STR_NONE;
	if (end != STR_NONE) {
		*term = str_slice(*rest, 1, end + 1);
		*rest = str_skip(*rest, end + 2);
		return true;
	}
	end = str_find_char(*rest, ' ');
	*term = str_slice(*rest, 0, end);
	*rest = end == STR_NONE ? (str){ 0 } : str_skip(*rest, end);
	return true;
}

/* Takes the * off the end of a word, or from behind a phrase. */
static bool
take_star(str *rest, str *term)
{
	if (str_starts(*rest, STR("*"))) {
		*rest = str_skip(*rest, 1);
		return true;
	}
	bool starred = str_ends(*term, STR("*"));
	term->length -= starred;
	return starred;
}

static void
add_quoted(struct buffer *out, str term)
{
	buffer_add_char(out, '"');
	for (size_t i = 0; i < term.length; i++) {
		if (term.bytes[i] == '"')
			buffer_add_char(out, '"');
		buffer_add_char(out, term.bytes[i]);
	}
	buffer_add_char(out, '"');
}

bool
search_next_term(str *rest, struct search_term *term)
{
	while (take_term(rest, &term->text)) {
		term->starred = take_star(rest, &term->text);
		if (term->text.length)
			return true;
	}
	return false;
}

/* The next term as FTS5 wants it; false at the end. `*term` is the term itself. */
static bool
add_term(struct buffer *out, str *rest, struct search_term *term)
{
	if (!search_next_term(rest, term))
		return false;
	buffer_format(out, "%s", out->text.length ? " " : "");
	add_quoted(out, search_key(out->arena, term->text));
	buffer_format(out, "%s", term->starred ? " *" : "");
	return true;
}

str
search_expression(struct arena *arena, str typed)
{
	struct buffer out = { .arena = arena };
	struct search_term term;
	str rest = utf8_fold(arena, typed);
	while (add_term(&out, &rest, &term))
		;
	return out.text;
}

str
search_missing(struct db *db, struct arena *arena, str typed)
{
	struct buffer out = { .arena = arena };
	struct search_term term;
	str rest = utf8_fold(arena, typed);
	while (add_term(&out, &rest, &term)) {
		struct statement *has = db_use(db, "search_has");
		bind_text(has, ":words", out.text);
		if (!statement_number(has, 0))
			return term.text;
		out = (struct buffer){ .arena = arena };
	}
	return (str){ 0 };
}
