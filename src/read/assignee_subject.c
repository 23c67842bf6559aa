#include "read/assignee_subject.h"

#include <assert.h>

#include "read/vocabulary.h"

enum { SUBJECT_WORDS_MOST = 10 };

/* What stands between a name and what it is to do. */
static const struct tie {
	const char *words;
	bool sure; /* tells even that an unknown word is a name */
} ties[] = {
	{ " to ", true },
	{ " will ", true },
	{ " has action to ", true },
	{ " has an action to ", true },
	{ " is to ", true },
	{ " shall ", false },
	{ " should ", false },
	{ " must ", false },
	{ " needs to ", false },
	{ " has to ", false },
	{ " wird ", false },
	{ " soll ", false },
	{ " muss ", false },
	{ " doit ", false },
	{ " va ", false },
	{ " debe ", false },
	{ " deve ", false },
	{ " vai ", false },
	{ " se encarga de ", false },
	{ " s'occupe de ", false },
	{ " zal ", false },
	{ " gaat ", false },
	{ " moet ", false },
};

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* The last five bits of a letter, as one of 32. */
static uint32_t
bit_of(char letter)
{
	return (uint32_t)1 << ((unsigned char)letter & 31);
}

/* The leftmost tie; `text` becomes what is before it. */
static const struct tie *
find_tie(str *text)
{
	assert(text->bytes || !text->length);
	uint32_t begins = 0;
	for (size_t i = 0; i < COUNT(ties); i++)
		begins |= bit_of(ties[i].words[1]);
	for (size_t at = 0; at + 1 < text->length; at++) {
		bool may = text->bytes[at] == ' ' && (begins & bit_of(text->bytes[at + 1]));
		for (size_t i = 0; may && i < COUNT(ties); i++)
			if (ties[i].words[1] == text->bytes[at + 1] &&
				str_starts(str_skip(*text, at), str_from(ties[i].words))) {
				text->length = at;
				return &ties[i];
			}
	}
	return NULL;
}

bool
assignee_read_subject(const struct crew *crew, str text, struct assignee *assignee)
{
	str front = str_slice(text, 0, ASSIGNEE_FRONT_MOST);
	const struct tie *tie = find_tie(&front);
	if (!tie || !assignee_read_names(crew, front, ASSIGNEE_LIKELY, assignee))
		return false;
	assignee->text = str_trim_space(str_skip(text, front.length + str_from(tie->words).length));
	return assignee->text.length &&
	       (assignee->known || (tie->sure && vocabulary_begins_with_verb(assignee->text)));
}

/* "schickt", "sends", and "send" in front of more than a word: "plan review" is a thing. */
static bool
is_deed(str word, str object)
{
	return vocabulary_is_doing(word) || vocabulary_does(word) ||
	       (vocabulary_is_verb(word) && str_find_char(object, ' ') != STR_NONE);
}

bool
assignee_read_doing(const struct crew *crew, str text, struct assignee *assignee)
{
	assert(text.bytes || !text.length);
	str front = str_slice(text, 0, ASSIGNEE_FRONT_MOST);
	for (size_t at = 1, words = 0; at < front.length && words < SUBJECT_WORDS_MOST; at++) {
		words += front.bytes[at - 1] == ' ';
		if (front.bytes[at - 1] != ' ')
			continue;
		str rest = str_skip(text, at);
		size_t end = str_find_char(rest, ' ');
		if (end == STR_NONE || !is_deed(str_slice(rest, 0, end), str_skip(rest, end + 1)))
			continue;
		assignee->text = rest;
		assignee->loose = !vocabulary_is_doing(str_slice(rest, 0, end));
		return assignee_read_names(
			crew, str_slice(text, 0, at - 1), ASSIGNEE_KNOWN, assignee);
	}
	return false;
}

bool
assignee_read_particle(const struct crew *crew, str text, struct assignee *assignee)
{
	static const char *const particles[] = { "が", "は", "\u3000", " " };
	static const char *const titles[] = { "さん", "様", "氏", "くん", "君" };
	bool east = text.length && (unsigned char)text.bytes[0] >= 0xE3;
	for (size_t i = 0; east && i < COUNT(particles); i++) {
		str particle = str_from(particles[i]),
		    front = str_slice(text, 0, ASSIGNEE_FRONT_MOST);
		size_t at = str_find(front, particle);
		str name = str_slice(front, 0, at);
		if (at == STR_NONE)
			continue;
		for (size_t k = 0; k < COUNT(titles); k++)
			if (str_ends(name, str_from(titles[k])))
				name.length -= str_from(titles[k]).length;
		assignee->text = str_trim_space(str_skip(text, at + particle.length));
		if (assignee->text.length &&
			assignee_read_names(crew, name, ASSIGNEE_KNOWN, assignee))
			return true;
	}
	return false;
}
