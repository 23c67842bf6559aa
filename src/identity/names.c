#include "identity/names.h"

#include "identity/name_parts.h"

#include "base/distance.h"
#include "base/link.h"
#include "base/utf8.h"

#include <limits.h>

/* Layers of dress around a name, as ** around [[ ]] around the name. */
#define MOST_LAYERS 8

/* clang-format off */
static const struct builtin {
	const char *key;
	enum person_kind kind;
	bool numbered; /* a number may follow */
} builtins[] = {
	{ "me", PERSON_ME, false }, { "myself", PERSON_ME, false }, { "i", PERSON_ME, false },
	{ "ich", PERSON_ME, false }, { "moi", PERSON_ME, false }, { "yo", PERSON_ME, false },
	{ "ik", PERSON_ME, false }, { "eu", PERSON_ME, false }, { "自分", PERSON_ME, false },
	{ "everyone", PERSON_TEAM, false }, { "everybody", PERSON_TEAM, false },
	{ "all", PERSON_TEAM, false }, { "team", PERSON_TEAM, false },
	{ "the team", PERSON_TEAM, false }, { "whole team", PERSON_TEAM, false },
	{ "entire team", PERSON_TEAM, false }, { "group", PERSON_TEAM, false },
	{ "the group", PERSON_TEAM, false }, { "all attendees", PERSON_TEAM, false },
	{ "all participants", PERSON_TEAM, false }, { "both", PERSON_TEAM, false },
	{ "us", PERSON_TEAM, false }, { "we", PERSON_TEAM, false },
	{ "alle", PERSON_TEAM, false }, { "das team", PERSON_TEAM, false },
	{ "wir", PERSON_TEAM, false }, { "tous", PERSON_TEAM, false },
	{ "toutes", PERSON_TEAM, false }, { "l'equipe", PERSON_TEAM, false },
	{ "equipe", PERSON_TEAM, false }, { "todos", PERSON_TEAM, false },
	{ "todas", PERSON_TEAM, false }, { "equipo", PERSON_TEAM, false },
	{ "el equipo", PERSON_TEAM, false }, { "iedereen", PERSON_TEAM, false },
	{ "全員", PERSON_TEAM, false }, { "チーム", PERSON_TEAM, false },
	{ "所有人", PERSON_TEAM, false }, { "大家", PERSON_TEAM, false },
	{ "", PERSON_NOBODY, false }, { "tbd", PERSON_NOBODY, false },
	{ "tba", PERSON_NOBODY, false }, { "tbc", PERSON_NOBODY, false },
	{ "unknown", PERSON_NOBODY, true }, { "unassigned", PERSON_NOBODY, false },
	{ "nobody", PERSON_NOBODY, false }, { "noone", PERSON_NOBODY, false },
	{ "no one", PERSON_NOBODY, false }, { "none", PERSON_NOBODY, false },
	{ "n/a", PERSON_NOBODY, false }, { "na", PERSON_NOBODY, false },
	{ "?", PERSON_NOBODY, false }, { "??", PERSON_NOBODY, false },
	{ "???", PERSON_NOBODY, false }, { "-", PERSON_NOBODY, false },
	{ "–", PERSON_NOBODY, false }, { "—", PERSON_NOBODY, false },
	{ "owner", PERSON_NOBODY, false }, { "name", PERSON_NOBODY, false },
	{ "someone", PERSON_NOBODY, false }, { "somebody", PERSON_NOBODY, false },
	{ "speaker", PERSON_NOBODY, true }, { "unknown speaker", PERSON_NOBODY, true },
	{ "participant", PERSON_NOBODY, true }, { "unidentified speaker", PERSON_NOBODY, true },
	{ "offen", PERSON_NOBODY, false }, { "unbekannt", PERSON_NOBODY, false },
	{ "niemand", PERSON_NOBODY, false }, { "sprecher", PERSON_NOBODY, true },
	{ "inconnu", PERSON_NOBODY, false }, { "personne", PERSON_NOBODY, false },
	{ "intervenant", PERSON_NOBODY, true }, { "desconocido", PERSON_NOBODY, false },
	{ "nadie", PERSON_NOBODY, false }, { "por definir", PERSON_NOBODY, false },
	{ "未定", PERSON_NOBODY, false }, { "不明", PERSON_NOBODY, false },
	{ "待定", PERSON_NOBODY, false }, { "未知", PERSON_NOBODY, false },
};
/* clang-format on */

/* What stands before or behind a name of two words and more without being a part of it. */
static const char *const titles[] = { "Dr", "Prof", "Professor", "Mr", "Mrs", "Ms", "Mx", "Miss",
	"Ing", "Dipl.-Ing", "Herr", "Frau", "Mme", "Mlle" };
static const char *const degrees[] = { "PhD", "Ph.D", "MD", "M.D", "MBA", "MSc", "BSc", "CPA",
	"PMP", "Esq" };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* [label](address) -> label, with nothing behind it. */
static str
link_label(str text)
{
	size_t end = str_find(text, STR("]("));
	bool link = end != STR_NONE && str_starts(text, STR("[")) && str_ends(text, STR(")"));
	return link ? str_slice(text, 1, end) : text;
}

/* Drops the brackets around the text, or the brackets that end it with what is in them. */
static str
without_brackets(str text)
{
	static const char *const pairs[] = { "()", "<>", "[]" };
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		size_t open = str_find_char(text, pairs[i][0]);
		if (open == STR_NONE || text.bytes[text.length - 1] != pairs[i][1])
			continue;
		return open ? str_slice(text, 0, open) : str_slice(text, 1, text.length - 1);
	}
	return text;
}

static str
trim_marks(str text)
{
	static const char *const marks[] = { "*", "_", "`", "\"", "'", ".", ",", ";", ":", "“", "”",
		"‘", "’", "：", "，", "、", "。" };
	if (str_starts(text, STR("@")))
		text = str_skip(text, 1);
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		str mark = str_from(marks[i]);
		if (str_starts(text, mark))
			text = str_skip(text, mark.length);
		if (str_ends(text, mark))
			text.length -= mark.length;
	}
	return str_trim_space(text);
}

/* Takes one layer of dress off, if there is one. */
static str
undress(str text)
{
	text = trim_marks(str_trim_space(text));
	if (!text.length)
		return text;
	str inside;
	if (link_is(text, &inside))
		return link_name(inside);
	str label = link_label(text);
	return label.length < text.length ? label : without_brackets(text);
}

/* A dot may end what is short. */
static bool
is_short(str word, const char *const *table, size_t count)
{
	word.length -= str_ends(word, STR("."));
	return str_is_one_of(word, table, count);
}

/* "Prof. Dr. Zoë Moor, PhD" -> "Zoë Moor". "Dr. Moor" stays: he is not Ms Moor. */
static str
without_titles(str name)
{
	for (;;) {
		size_t first = str_find_char(name, ' '), last = str_find_last_char(name, ' ');
		if (first == last)
			return name;
		if (is_short(str_slice(name, 0, first), titles, COUNT(titles)))
			name = str_trim_space(str_skip(name, first + 1));
		else if (is_short(str_skip(name, last + 1), degrees, COUNT(degrees)))
			name = trim_marks(str_slice(name, 0, last));
		else
			return name;
	}
}

str
name_clean(str written)
{
	/* What is dressed begins or ends in a mark; most names do not. */
	if (written.length && is_letter(written.bytes[0]) &&
		is_letter(written.bytes[written.length - 1]))
		return without_titles(written);
	str clean = written;
	for (int layer = 0; layer < MOST_LAYERS; layer++) {
		str before = clean;
		clean = undress(before);
		if (clean.length == before.length)
			break;
	}
	return without_titles(clean);
}

/* Whether a dot follows an initial or ends a word: it says no more than its absence. */
static bool
is_silent_dot(str text, size_t at)
{
	bool ends = at + 1 == text.length || text.bytes[at + 1] == ' ';
	size_t from = at;
	while (from && text.bytes[from - 1] != ' ' && text.bytes[from - 1] != '.')
		from--;
	size_t size = 0;
	if (from < at)
		utf8_first(str_skip(text, from), &size);
	return ends || from + size == at;
}

str
name_key(struct arena *arena, str written)
{
	str folded = utf8_fold(arena, name_clean(written));
	if (utf8_is_plain(folded) && str_find_char(folded, '.') == STR_NONE)
		return folded;
	struct buffer key = { .arena = arena };
	for (size_t at = 0, size; at < folded.length; at += size) {
		uint32_t code = utf8_first(str_skip(folded, at), &size);
		if (code == 0x2010 || code == 0x2011)
			buffer_add_char(&key, '-');
		else if (code == 0x2018 || code == 0x2019 || code == 0x02BC)
			buffer_add_char(&key, '\'');
		else if (code != '.' || !is_silent_dot(folded, at))
			buffer_add(&key, str_slice(folded, at, at + size));
	}
	return key.text;
}

/* Without a number behind it: "speaker 3", "speaker3", "speaker #3". */
static str
without_number(str key)
{
	size_t length = key.length;
	while (length && is_digit(key.bytes[length - 1]))
		length--;
	if (length == key.length)
		return key;
	key.length = length;
	return str_trim(str_ends(key, STR("#")) ? str_slice(key, 0, length - 1) : key);
}

enum person_kind
name_builtin(str key)
{
	str plain = without_number(key);
	for (size_t i = 0; i < sizeof(builtins) / sizeof(*builtins); i++) {
		if (key.length && !str_may_start(key, builtins[i].key))
			continue;
		str word = str_from(builtins[i].key);
		if (str_equal(word, key) || (builtins[i].numbered && str_equal(word, plain)))
			return builtins[i].kind;
	}
	return PERSON_UNKNOWN;
}

static bool
is_initial(str part)
{
	return name_initial(part).length == part.length;
}

static bool
is_upper(str name)
{
	for (str rest = name_clean(name); rest.length;) {
		uint32_t code;
		utf8_next(&rest, &code);
		if (!utf8_is_upper(code))
			return false;
	}
	return true;
}

/* "RM" of Ravi Menon; "RKM" and "RM" of Ravi Kumar Menon. */
static bool
are_initials(struct arena *arena, str name, const struct name_parts *full)
{
	if (!is_upper(name))
		return false;
	struct buffer all = { .arena = arena }, ends = { .arena = arena };
	for (size_t i = 0; i < full->count; i++) {
		buffer_add(&all, name_initial(full->items[i]));
		if (i == 0 || i + 1 == full->count)
			buffer_add(&ends, name_initial(full->items[i]));
	}
	str key = utf8_fold(arena, name_clean(name));
	return full->count > 1 && (str_equal(key, all.text) || str_equal(key, ends.text));
}

/* Whether the parts stand for parts of `full` in order, first for first and last for last, and
   some are initials. Parts in the middle may be left out. */
static bool
is_abbreviated(const struct name_parts *name, const struct name_parts *full)
{
	size_t at = 0, initials = 0;
	for (size_t i = 0; i < name->count; i++, at++) {
		str part = name->items[i];
		bool last = i + 1 == name->count;
		if (last && at < full->count)
			at = full->count - 1;
		for (bool fits = false; !fits;) {
			if (at >= full->count)
				return false;
			fits = str_equal(part, full->items[at]) ||
			       (is_initial(part) && str_equal(part, name_initial(full->items[at])));
			if (!fits && (i == 0 || last))
				return false;
			at += !fits;
		}
		initials += is_initial(part) && !str_equal(part, full->items[at]);
	}
	return initials > 0;
}

bool
name_is_beginning_of(struct arena *arena, str name, str full)
{
	struct name_parts parts = name_parts_read(arena, name),
			  whole = name_parts_read(arena, full);
	if (parts.count < 2 || parts.count >= whole.count)
		return false;
	for (size_t i = 0; i < parts.count; i++)
		if (!str_equal(parts.items[i], whole.items[i]))
			return false;
	return true;
}

bool
name_is_short_for(struct arena *arena, str name, str full)
{
	struct name_parts parts = name_parts_read(arena, name),
			  whole = name_parts_read(arena, full);
	if (!parts.count || whole.count < 2)
		return false;
	if (parts.count > 1)
		return is_abbreviated(&parts, &whole);
	return str_equal(parts.items[0], whole.items[0]) || are_initials(arena, name, &whole);
}

str
name_sure_part(struct arena *arena, str name)
{
	struct name_parts parts = name_parts_read(arena, name);
	bool initials = !parts.count || is_initial(parts.items[0]) || is_upper(name);
	return initials ? (str){ 0 } : parts.items[0];
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/* The least distance of `name` to a part of `full` that it has half its letters from, and one
   more: three letters for three others are another name. */
static int
part_distance(str name, str full)
{
	int best = INT_MAX - 1, letters = (int)docket_text_distance(name, (str){ 0 });
	for (str part; str_next_part(&full, ' ', &part);) {
		int distance = (int)distance_within(name, part, (size_t)letters / 2);
		if (distance * 2 <= letters)
			best = least(best, distance);
	}
	return best + 1;
}

int
name_distance_within(str a, str b, int most)
{
	if (str_equal(a, b))
		return 0;
	int best = (int)distance_within(a, b, (size_t)most);
	bool one_a = str_find_char(a, ' ') == STR_NONE, one_b = str_find_char(b, ' ') == STR_NONE;
	if (one_a && !one_b)
		best = least(best, part_distance(a, b));
	if (one_b && !one_a)
		best = least(best, part_distance(b, a));
	return best;
}

int
name_distance(str a, str b)
{
	return name_distance_within(a, b, INT_MAX);
}
