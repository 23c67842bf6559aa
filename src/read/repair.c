#include "read/repair.h"

#include "base/utf8.h"
#include "read/repair_mac.h"
#include "read/repair_scan.h"

#include <string.h>

enum { PASSES = 3 }; /* text can have been misread more than once */

/* Candidates without anything between them. */
struct group {
	size_t first, count;              /* of the candidates */
	struct repair_cell lead, second;  /* the first two characters */
	struct repair_cell before, after; /* the neighbours */
	bool letters;                     /* all characters are letters */
	bool alone;                       /* neither neighbour is a byte */
};

static struct group
read_group(str text, const struct repair_findings *found, size_t first)
{
	const struct repair_candidate *all = found->candidates.items;
	struct group group = { .first = first, .letters = true };
	size_t next = first, end;
	do {
		group.letters &= all[next].letters;
		end = all[next++].end;
	} while (next < found->candidates.count && all[next].start == end);
	group.count = next - first;
	group.lead = repair_cell_at(text, all[first].start);
	group.second = repair_cell_at(text, all[first].start + group.lead.size);
	group.before = repair_cell_before(text, all[first].start);
	group.after = repair_cell_at(text, end);
	group.alone = !group.before.byte && !group.after.byte;
	return group;
}

static bool
is_lower(uint32_t code)
{
	return code >= 'a' && code <= 'z';
}

/* One accented letter within an ASCII word: NicolÃ¡s. */
static bool
is_accent(const struct group *group, const struct repair_candidate *candidate)
{
	bool ends_word = repair_cell_is_ascii_letter(group->before);
	bool begins_word = repair_cell_is_ascii_letter(group->after);
	if (group->lead.byte < 0xC3 || group->lead.byte > 0xC5 || !utf8_is_letter(candidate->code))
		return false;
	if (candidate->strong)
		return ends_word || begins_word;
	if (candidate->letters || repair_cell_is_in(group->second, u"‘’\u00A0"))
		return false;
	return is_lower(group->after.code) || (is_lower(group->before.code) && begins_word);
}

/* A circumflexed capital that no word ends in, and a symbol. */
static bool
is_symbol(const struct group *group)
{
	return group->lead.byte == 0xC2 && repair_cell_is_symbol(group->second) &&
	       !utf8_is_letter(group->before.code);
}

/* Whether a likely candidate is one, by what is around it. */
static bool
has_evidence(const struct repair_findings *found, const struct group *group,
	const struct repair_candidate *candidate)
{
	const struct repair_line *line = &found->lines.items[candidate->line];
	if (!found->natural && (found->certain || (found->strong && found->candidates.count >= 2)))
		return true;
	if (!line->natural && (line->certain || (line->count >= 3 && found->strong)))
		return true;
	if (!group->letters && (group->count >= 3 || (group->count == 2 && group->alone)))
		return true;
	if (!group->alone || group->count != 1)
		return false;
	return is_accent(group, candidate) || is_symbol(group);
}

static bool
is_accepted(const struct repair_findings *found, const struct group *group,
	const struct repair_candidate *candidate)
{
	switch (candidate->certainty) {
	case REPAIR_CERTAIN:
		return true;
	case REPAIR_CONTROL:
		return group->count > 1;
	case REPAIR_LIKELY:
		break;
	}
	return has_evidence(found, group, candidate);
}

/* One pass over the text. */
struct pass {
	struct arena *arena;
	str from;
	size_t copied;                 /* bytes of `from` */
	char *to;                      /* NULL until the first repair */
	size_t length;                 /* of `to` */
	struct repair_places produced; /* the places of the repairs in `to` */
	size_t first;                  /* where in `from` the first one is */
	unsigned encodings;            /* those that all repairs so far agree on */
};

static void
copy_until(struct pass *pass, size_t end)
{
	size_t count = end - pass->copied;
	memcpy(pass->to + pass->length, pass->from.bytes + pass->copied, count);
	pass->length += count;
	pass->copied = end;
}

static void
undo(struct pass *pass, const struct repair_candidate *candidate)
{
	if (!pass->to) {
		pass->to = arena_alloc(pass->arena, pass->from.length);
		pass->first = candidate->start;
	}
	copy_until(pass, candidate->start);
	*list_add(pass->arena, &pass->produced) = pass->length;
	pass->length += utf8_encode(candidate->code, pass->to + pass->length);
	pass->copied = candidate->end;
	if (pass->encodings & candidate->encodings)
		pass->encodings &= candidate->encodings;
}

/* False when there is nothing to undo. */
static bool
run_pass(struct pass *pass, const struct repair_places *produced)
{
	struct repair_findings found = repair_scan(pass->arena, pass->from, produced);
	struct group group;
	for (size_t i = 0; i < found.candidates.count; i += group.count) {
		group = read_group(pass->from, &found, i);
		for (size_t k = i; k < i + group.count; k++)
			if (is_accepted(&found, &group, &found.candidates.items[k]))
				undo(pass, &found.candidates.items[k]);
	}
	if (pass->to)
		copy_until(pass, pass->from.length);
	return pass->to;
}

/* C1 controls. */
static size_t
count_controls(str text)
{
	size_t count = 0;
	for (uint32_t code; utf8_next(&text, &code); text = str_skip(text, utf8_plain_length(text)))
		count += code - 0x80 < 0x20;
	return count;
}

static str
name_encoding(unsigned encodings, bool controls)
{
	if (encodings == REPAIR_WINDOWS_1254)
		return STR("windows-1254");
	if (encodings & REPAIR_LATIN_1 && controls)
		return STR("latin-1");
	return STR("windows-1252");
}

struct repair
repair_text(struct arena *arena, str text)
{
	struct repair repair = { .text = text };
	struct pass pass = { .encodings = REPAIR_ANY };
	struct repair_places produced = { 0 };
	for (int i = 0; i < PASSES; i++) {
		pass = (struct pass){
			.arena = arena, .from = repair.text, .encodings = pass.encodings
		};
		if (!run_pass(&pass, i ? &produced : NULL))
			break;
		if (!repair.count)
			repair.first_line = str_line_at(text, pass.first);
		produced = pass.produced;
		repair.count += produced.count;
		repair.text = (str){ pass.to, pass.length };
	}
	if (!repair.count)
		return repair_mac_roman(arena, text);
	size_t before = count_controls(text), after = count_controls(repair.text);
	if (after > before)
		return (struct repair){ .text = text };
	repair.encoding = name_encoding(pass.encodings, after < before);
	return repair;
}
