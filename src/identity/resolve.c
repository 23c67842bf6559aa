#include "identity/names.h"

#include "identity/directory.h"
#include "identity/name_index.h"

#include "base/utf8.h"

#include <assert.h>

struct people {
	LIST(struct name_person)
};

struct resolver {
	struct arena *arena;
	const struct name_scope *scope;
	str clean, key;
	str folded; /* as the directory may have it, with all its dots */
};

static struct name_answer
answer(enum rung rung, struct name_person person)
{
	return (struct name_answer){ .rung = rung, .person = person };
}

static const struct name_person *
find_equal(struct arena *arena, struct name_people people, str key)
{
	struct name_found found = name_index_equal(arena, people, key);
	assert(people.items || !found.count);
	for (size_t i = 0; i < found.count; i++) {
		const struct name_person *person = &people.items[name_found_at(found, i)];
		if (str_equal(person->key, key))
			return person;
	}
	return NULL;
}

static bool
is_full_name(str key)
{
	return str_find_char(key, ' ') != STR_NONE;
}

/* Rungs 1 and 2: what is configured or built in. A configured full name is rung 3. */
static bool
resolve_configured(const struct resolver *resolver, struct name_answer *result)
{
	const struct docket_directory *directory = resolver->scope->directory;
	struct directory_match match = { 0 };
	if (directory)
		match = directory_find_person(directory, resolver->key);
	if (directory && match.kind == PERSON_UNKNOWN)
		match = directory_find_person(directory, resolver->folded);
	struct name_person person = { match.name, { 0 }, 0, match.kind };
	if (match.kind == PERSON_UNKNOWN) {
		person.kind = name_builtin(resolver->key);
		person.name = resolver->clean;
		str me = directory ? docket_directory_me(directory) : (str){ 0 };
		if (person.kind == PERSON_ME && me.length)
			person.name = me;
	}
	if (person.kind == PERSON_UNKNOWN)
		return false;
	person.key = name_key(resolver->arena, person.name);
	bool own = match.kind != PERSON_UNKNOWN && str_equal(person.key, resolver->key);
	enum rung rung = own && match.kind != PERSON_TEAM ? RUNG_FULL_NAME
			 : person.kind == PERSON_ME       ? RUNG_ME
							  : RUNG_CONFIGURED;
	*result = answer(rung, person);
	return true;
}

/* Who takes part under a full name is a person, whether or not anybody knew. */
static enum person_kind
kind_of_participant(struct name_person person)
{
	return person.kind == PERSON_UNKNOWN ? PERSON_PERSON : person.kind;
}

/* Rung 3, among the participants. */
static bool
resolve_full(const struct resolver *resolver, struct name_answer *result)
{
	const struct name_person *person =
		find_equal(resolver->arena, resolver->scope->participants, resolver->key);
	if (!person || (person->kind == PERSON_UNKNOWN && !is_full_name(resolver->key)))
		return false;
	*result = answer(RUNG_FULL_NAME, *person);
	result->person.kind = kind_of_participant(*person);
	return true;
}

static bool
is_short(struct arena *arena, str name, str full)
{
	return name_is_short_for(arena, name, full) || name_is_beginning_of(arena, name, full);
}

/* A short form begins as the name does; only letters are sure to stay as they are in a key. */
static bool
begin_apart(str a, str b)
{
	return a.length && b.length && is_letter(a.bytes[0]) && is_letter(b.bytes[0]) &&
	       a.bytes[0] != b.bytes[0];
}

/* Those people whom the name is short for, each once. */
static struct name_people
find_short(const struct resolver *resolver, struct name_people people)
{
	struct arena *arena = resolver->arena;
	struct name_found likely = name_index_short(arena, people, resolver->clean);
	struct people found = { 0 };
	for (size_t i = 0; i < likely.count; i++) {
		struct name_person person = people.items[name_found_at(likely, i)];
		struct name_people before = { .items = found.items, .count = found.count };
		bool somebody = person.kind != PERSON_TEAM && person.kind != PERSON_NOBODY;
		if (somebody && !begin_apart(resolver->key, person.key) &&
			is_short(arena, resolver->clean, person.name) &&
			!find_equal(arena, before, person.key))
			*list_add(arena, &found) = person;
	}
	/* Who is the only one among some of them may not be so among all. */
	if (likely.cut && found.count < 2)
		found.count = 0;
	return (struct name_people){ .items = found.items, .count = found.count };
}

/* Rungs 4 and 5. The first at which somebody fits decides, also when several do. */
static bool
resolve_short(const struct resolver *resolver, struct name_answer *result)
{
	enum rung rung = RUNG_PARTICIPANT;
	struct name_people found = find_short(resolver, resolver->scope->participants);
	if (!found.count) {
		rung = RUNG_NOTE;
		found = find_short(resolver, resolver->scope->body);
	}
	if (found.count == 1)
		*result = answer(rung, found.items[0]);
	else
		result->candidates = found;
	if (result->rung == RUNG_PARTICIPANT)
		result->person.kind = kind_of_participant(result->person);
	return found.count > 0;
}

struct name_answer
name_resolve(struct arena *arena, const struct name_scope *scope, str written)
{
	struct resolver resolver = { .arena = arena,
		.scope = scope,
		.clean = name_clean(written),
		.key = name_key(arena, written),
		.folded = utf8_fold(arena, written) };
	struct name_answer result = answer(RUNG_UNKNOWN,
		(struct name_person){ resolver.clean, resolver.key, 0, PERSON_UNKNOWN });
	bool full = is_full_name(resolver.key);
	bool answered = resolve_configured(&resolver, &result) ||
			(full && resolve_full(&resolver, &result)) ||
			resolve_short(&resolver, &result);
	if (!answered && !full)
		resolve_full(&resolver, &result);
	return result;
}
