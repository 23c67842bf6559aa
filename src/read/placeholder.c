#include "read/placeholder.h"

#include "base/utf8.h"
#include "read/headings.h"
#include "read/property.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum { PIECE_MOST = 200, STUB_MOST = 40, NONE_MOST = 48 };

/* clang-format off */
static const struct { const char *open, *close; } pieces[] = {
	{ "{{", "}}" }, { "<%", "%>" }, { "[", "]" }, { "<", ">" },
};

/* Followed by a number, "Action 1". */
static const char *const stubs[] = {
	"action ", "action item ", "decision ", "item ", "next step ", "person ", "step ",
	"task ", "to-do ", "todo ", "aufgabe ", "entscheidung ", "massnahme ", "decision no. ",
	"tache ", "tarea ", "accion ", "acuerdo ", "actie ", "besluit ", "topic ", "agenda item "
};

/* What Confluence leaves in an empty list. */
static const char *const hints[] = { "type your task here", "type your action, use",
	"type /decision", "type /action" };

/* Folded as heading words are. */
static const char none[] =
	"|none|n/a|na|nil|nothing|nothing yet|nothing decided|none yet|none made|none today|none this time|none so far|nothing today|nothing this time"
	"|none recorded|none identified|none noted|no|no decision|no decisions"
	"|no new decisions|no decisions made|no decision made|no decisions were made"
	"|no decisions taken|no decisions today|no decisions yet|no decisions recorded"
	"|no further decisions|no further decisions made|no further decisions were made"
	"|no other decisions|no other decisions made|no other decisions were made|no more"
	"|keine weiteren|keine weiteren beschlusse|ninguna mas|ninguno mas|aucune autre"
	"|no formal decisions|no formal decisions made|no formal decisions were made"
	"|no key decisions|no explicit decisions|no explicit decisions were made"
	"|no conclusion|not applicable|tba|tbc|tbd|to be confirmed|to be decided|to be determined|pending|keine"
	"|keine beschlusse|keine beschluesse|keine entscheidungen|entfallt|nichts|aucun"
	"|aucune|aucune decision|neant|ninguna|ninguno|ninguna decision|sin acuerdos"
	"|sin decisiones|geen|geen besluiten|nenhum|nenhuma|nenhuma decisao|nessuna"
	"|nessuna decisione|no action|no actions|no action item|no action items|no new actions"
	"|no new action items|no action required|no action needed|no actions required|no open actions"
	"|no further actions|no further action items|no further action|no other actions"
	"|no other action items"
	"|no follow-up|no follow-ups|no follow ups|no next steps|no tasks|no to-dos|nothing now|see above|see below|as above|same as above|ditto|a definir|por definir|da definire|zu klaren"
	"|nothing to do|nothing for now|nothing new|keine aufgaben|keine massnahmen|keine pendenzen"
	"|aucune action|aucune tache|ninguna accion|ninguna tarea|sin acciones|geen acties"
	"|geen actiepunten|なし|特になし|无|無|没有|暂无|없음|";
/* clang-format on */

/* Behind the piece to be filled in that the text begins with; 0: it begins with something else. */
static size_t
skip_piece(str text)
{
	for (size_t i = 0; i < COUNT(pieces); i++) {
		if (!str_may_start(text, pieces[i].open))
			continue;
		str open = str_from(pieces[i].open), close = str_from(pieces[i].close);
		if (!str_starts(text, open))
			continue;
		str inside = str_slice(text, open.length, PIECE_MOST);
		size_t end = str_find(inside, close);
		return end == STR_NONE ? 0 : open.length + end + close.length;
	}
	return 0;
}

/* Links are no pieces to be filled in. */
static bool
has_link(str text)
{
	static const char *const signs[] = { "[[", "](", "://" };
	for (size_t i = 0; i < COUNT(signs); i++)
		if (str_find(text, str_from(signs[i])) != STR_NONE)
			return true;
	return false;
}

/* Other scripts have digits that are folded to ours. */
static bool
may_have_digit(str text)
{
	for (size_t i = 0; i < text.length; i++)
		if (is_digit(text.bytes[i]) || (unsigned char)text.bytes[i] >= 0x80)
			return true;
	return false;
}

static bool
is_stub(struct arena *arena, str text)
{
	if (text.length >= STUB_MOST || !may_have_digit(text))
		return false;
	str key = heading_fold(arena, text);
	for (size_t i = 0; i < COUNT(stubs); i++) {
		str stub = str_from(stubs[i]);
		int number;
		if (str_starts(key, stub) && str_number(str_skip(key, stub.length), 99, &number))
			return true;
	}
	return false;
}

bool
placeholder_is(struct arena *arena, str text)
{
	for (size_t i = 0; i < COUNT(hints); i++)
		if (str_may_start(text, hints[i]) && str_starts_nocase(text, str_from(hints[i])))
			return true;
	for (str rest = text; rest.length;) {
		size_t size = skip_piece(rest);
		if (!size) {
			uint32_t code = utf8_first(rest, &size);
			if (utf8_is_letter(code) || utf8_is_digit(code))
				return is_stub(arena, text) && !has_link(text);
		}
		rest = str_skip(rest, size);
	}
	return !has_link(text);
}

str
placeholder_find_template(str text)
{
	enum { TEMPLATES = 2 }; /* {{ }} and <% %>, the first of the pieces */
	if (str_find_char(text, '{') == STR_NONE && str_find_char(text, '<') == STR_NONE)
		return (str){ 0 };
	bool code = false;
	for (size_t at = 0; at < text.length; at++) {
		str rest = str_skip(text, at);
		code ^= text.bytes[at] == '`';
		for (size_t i = 0; !code && i < TEMPLATES; i++)
			if (str_starts(rest, str_from(pieces[i].open)) && skip_piece(rest))
				return str_slice(rest, 0, skip_piece(rest));
	}
	return (str){ 0 };
}

/* "priority:high"; "date:YYYY" wants to be filled in. */
static bool
is_key(struct arena *arena, str part)
{
	size_t colon = str_find_char(part, ':');
	str key = str_trim_space(str_slice(part, 0, colon));
	if (colon == STR_NONE || !str_trim_space(str_skip(part, colon + 1)).length)
		return false;
	enum property property = property_read(arena, key);
	return property == PROPERTY_OWNER || property == PROPERTY_DUE ||
	       property == PROPERTY_PRIORITY || property == PROPERTY_STATUS ||
	       str_equal_nocase(key, STR("project"));
}

bool
placeholder_has_keys(struct arena *arena, str found)
{
	bool keys = str_starts(found, STR("{{"));
	str part;
	for (str rest = str_slice(found, 2, found.length - 2);
		keys && str_next_part(&rest, ',', &part);)
		keys = is_key(arena, part);
	return keys;
}

bool
placeholder_is_none(struct arena *arena, str text)
{
	static const char *const starts[] = { "none for ", "none from ", "none on ", "nothing for ",
		"nothing from " };
	for (size_t i = 0; i < COUNT(starts); i++)
		if (str_may_start(text, starts[i]) && str_starts_nocase(text, str_from(starts[i])))
			return true;
	if (text.length > NONE_MOST)
		return false;
	str key = str_format(arena, "|%.*s|", STR_ARG(heading_fold(arena, text)));
	return str_find(STR(none), key) != STR_NONE;
}
